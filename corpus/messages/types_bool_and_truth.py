# harness:
#   description: messages of bool and of truth tests through __bool__ and __len__
#   tags: [errors, messages, bool]


def having(**methods):
    return type("Thing", (), {f"__{name}__": (lambda value: lambda self: value)(value) for name,
                              value in methods.items()})()


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("bool(1, 2)", "bool(x=1)", "type('Sub', (bool,), {})", "bool(having(len=-1))",
             "bool(having(len='a'))", "bool(having(len=2**70))", "bool(having(len=1.0))",
             "bool(having(bool=1))", "bool(having(bool=None))", "not having(bool='yes')",
             "1 if having(bool=0) else 2", "bool(NotImplemented)", "not NotImplemented",
             "bool(type('N', (), {'__bool__': None})())", "True.real.x", "any([having(bool=5)])"):
    attempt(text)
