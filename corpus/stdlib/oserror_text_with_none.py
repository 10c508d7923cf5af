# harness:
#   description: str of OSError when the number or the text is None
#   tags: [module:errno, exceptions]
for arguments in (
    (None, "y"),
    (22, None),
    (None, None),
    (None, "y", "file"),
    (22, None, "file"),
    (22, "t", None),
    (22, "t", "a", None, None),
    ("", ""),
    (22, ""),
):
    error = OSError(*arguments)
    print(arguments, repr(str(error)), repr(error), error.errno, error.strerror, error.filename)
