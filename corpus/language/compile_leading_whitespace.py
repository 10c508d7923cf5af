# harness:
#   description: which leading whitespace compile, eval and exec accept, and the class of the error
#   tags: [compile]

SOURCES = [" 5", "  5 ", "\t5", "\f5", "\n5", " \n5", "\n 5", "# c\n 5", "\\\n5", " # c\n5", "5 \n ",
           "5\n\n"]
for mode in ("eval", "exec", "single"):
    for source in SOURCES:
        try:
            compile(source, "<text>", mode)
            print(mode, repr(source), "compiles")
        except SyntaxError as exc:
            print(mode, repr(source), type(exc).__name__)
for source in (" 5", "\t 6\t", "  7  \n", "\n 8"):
    try:
        print("eval of str", repr(source), eval(source), eval(source.encode()))
    except SyntaxError as exc:
        print("eval of str", repr(source), type(exc).__name__)
