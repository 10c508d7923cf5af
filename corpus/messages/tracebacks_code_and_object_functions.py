# harness:
#   description: messages of eval, exec, compile, isinstance, getattr and open for wrong types
#   tags: [errors, messages, builtins]


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("open(1.5)", "isinstance(1, 'int')", "issubclass(1, int)", "getattr(1, 5)", "callable()",
             "exec(5)", "eval(5)", "compile(5, 'a', 'exec')", "format(1, 5)"):
    attempt(text)
