# harness:
#   description: messages for operators and built-in functions on an instance without special methods
#   tags: [errors, messages, classes, operators]


def attempt(text):
    try:
        exec(text, {})
        print(text, "-> fine")
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("class A: pass\nA() + 1", "class A: pass\nA()[0]", "class A: pass\nA()()",
             "class A: pass\nlen(A())", "class A: pass\nA() < A()", "class A: pass\nint(A())",
             "class A: pass\nA[0]", "class A: pass\n-A()"):
    attempt(text)
