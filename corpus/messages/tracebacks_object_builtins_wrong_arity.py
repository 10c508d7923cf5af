# harness:
#   description: messages of built-in functions on objects and code called with wrong numbers of arguments
#   tags: [errors, messages, calls, builtins]


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("isinstance(1)", "isinstance(1, int, 3)", "print(foo=1)", "getattr(1)", "getattr(1, 2)",
             "setattr(1, 'a')", "hasattr(1, 2)", "open()", "input(1, 2)", "id()", "type()",
             "super(1, 2, 3)", "object(1)", "eval()", "exec(1)", "compile('a')", "callable()", "vars(1)",
             "dir(1, 2)", "staticmethod()", "property(1, 2, 3, 4, 5)", "globals(1)", "locals(x=1)",
             "issubclass(1)"):
    attempt(text)
