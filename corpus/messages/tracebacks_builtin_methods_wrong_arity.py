# harness:
#   description: messages of methods of built-in types called with wrong numbers of arguments
#   tags: [errors, messages, calls, builtins]


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("'a'.join()", "'a'.join('b', 'c')", "'a'.split(1, 2, 3)", "'a'.replace('b')", "[].append()",
             "[].append(1, 2)", "[].pop(1, 2)", "{}.get()", "{}.update(1, 2)", "{1}.add()", "(1,).count()",
             "'a'.format_map()", "'a'.encode(1)", "b'a'.decode(1)", "'a'.upper(1)", "'a'.strip(1, 2)",
             "'a'.startswith()", "[].sort(1)", "{}.pop()", "{}.setdefault()", "{1}.union(x=1)"):
    attempt(text)
