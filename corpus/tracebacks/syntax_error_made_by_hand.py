# harness:
#   description: how a SyntaxError built from a message and a details tuple is formatted and described
#   tags: [syntax-error, traceback]
import traceback


def show(error):
    print("".join(traceback.format_exception_only(error)), end="")


line = "alpha = beta + gamma\n"
for details in (("f.py", 3, 9, line), ("f.py", 3, 9, line, 3, 13), ("f.py", 3, 9, line, 4, 2),
                ("f.py", 3, None, line), ("f.py", None, None, None), (None, 3, 5, line), ("f.py", 3, 0, line),
                ("f.py", 3, 100, line), ("f.py", 3, 9, "    " + line), ("f.py", 3, 9, None),
                ("f.py", 3, -1, line), ("f.py", 3, 9, line, 3, 9), ("f.py", 3, 9, ""),
                ("f.py", 3, 9, "a\nb\n")):
    error = SyntaxError("by hand", details)
    print(details[:3], details[4:])
    show(error)
    print("  str:", error, "| args:", len(error.args), error.filename, error.lineno, error.offset,
          error.end_lineno, error.end_offset, error.print_file_and_line)
show(SyntaxError())
show(SyntaxError("only a message"))
show(SyntaxError(None))
show(IndentationError("indent", ("dir/deep/mod.py", 1, 1, "x", 1, 2)))
show(TabError("tabs", ("mod.py", 1, 1, "\tx\n")))
error = SyntaxError("changed", ("f.py", 1, 1, "text"))
error.msg, error.lineno, error.filename = "new message", 77, "/some/where/other.py"
print("changed:", error, error.args[0], repr(error)[:22])
