# harness:
#   description: search positions below zero count as zero
#   tags: [module:re]
import re


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


pattern = re.compile(r"\w+")
for name in ("search", "match", "fullmatch", "findall"):
    for bounds in ((-5,), (-5, 2), (0, -1), (-2 ** 70,), (0, 2 ** 70)):
        found = None
        attempt(f"{name} {str(bounds)[:12]}", lambda: str(getattr(pattern, name)("on 2024", *bounds)))
