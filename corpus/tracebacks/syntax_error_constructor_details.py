# harness:
#   description: details tuples of wrong length or type given to SyntaxError, and what it makes of them
#   tags: [syntax-error]
for args in (("m", ("f",)), ("m", 5), ("m", ("f", 1, 2, "t", 3)), ("m", "abcd"),
             ("m", ("f", 1, 2, "t", 1, 2, 3, 4)), ("m", [1, 2, 3, 4]), ("m", ("f", "one", 2, "t"))):
    try:
        made = SyntaxError(*args)
        print("made", args, ascii(str(made)))
    except Exception as error:
        print("failed", args, type(error).__name__)
error = SyntaxError("m", ["f.py", 3, 4, "text"])
print("from a list:", error.filename, error.lineno, error.offset, error.text, error.args)
error = SyntaxError("m", "abcd")
print("from a text:", error.filename, error.lineno, error.offset, error.text, error.args)
error = SyntaxError("m", iter(("f.py", 1, 2, "t", 3, 4)))
print("from an iterator:", error.filename, error.end_lineno, error.end_offset)
