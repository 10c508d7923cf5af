# harness:
#   description: plistlib - keys that are not text, refused or skipped, sorted or not
#   tags: [module:plistlib]
import plistlib


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


DATA = {1: "a", "b": 2, None: 3, "a": 4}
for fmt in (plistlib.FMT_XML, plistlib.FMT_BINARY):
    for options in ({}, {"sort_keys": False}, {"skipkeys": True}, {"skipkeys": True, "sort_keys": False}):
        attempt(
            f"{fmt.name} {options}",
            lambda: list(plistlib.loads(plistlib.dumps(DATA, fmt=fmt, **options)).items()),
        )
