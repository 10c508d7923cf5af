# harness:
#   description: os.environ and os.putenv with names and values that cannot be set, and the exceptions
#   tags: [environ, errors]
import os

for key, value in (("NUMBER", 5), (5, "x"), (b"BYTES", "x"), (None, "x"), ("", "x"), ("A=B", "x"), ("=", "x"),
                   ("N\0UL", "x"), ("VALUE", "n\0ul"), ("EMPTY", ""), ("EQUALS", "a=b"),
                   ("ACCENT\u00c9", "\u00e9")):
    for label, function in (("environ", os.environ.__setitem__), ("putenv", os.putenv)):
        try:
            function(key, value)
            print(label, ascii(key), ascii(value), "->",
                  ascii(os.environ.get(key)) if label == "environ" else "set")
        except (TypeError, ValueError, OSError) as error:
            print(label, ascii(key), ascii(value), "->", type(error).__name__)
for key in ("", "A=B", "NOT_SET", 5):
    try:
        print("unsetenv", repr(key), "->", os.unsetenv(key))
    except (TypeError, ValueError, OSError) as error:
        print("unsetenv", repr(key), "->", type(error).__name__)
