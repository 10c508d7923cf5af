# harness:
#   description: sys.version_info and sys.hexversion agree and tell of a final release
#   tags: [module:sys]
import sys

info = sys.version_info
print(
    "fields:",
    info.major,
    info.minor,
    isinstance(info.micro, int),
    info.releaselevel,
    isinstance(info.serial, int),
)
print("slices:", info[:2], info >= (3, 14), info < (3, 15), len(info), type(info).__name__)
LEVELS = {"alpha": 0xA, "beta": 0xB, "candidate": 0xC, "final": 0xF}
print(
    "hexversion:",
    sys.hexversion
    == (info.major << 24 | info.minor << 16 | info.micro << 8 | LEVELS[info.releaselevel] << 4 | info.serial),
)
print("text:", sys.version.startswith(f"{info.major}.{info.minor}.{info.micro}"), sys.api_version)
