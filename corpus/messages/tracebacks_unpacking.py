# harness:
#   description: messages for unpacking too few, too many or objects that cannot be iterated
#   tags: [errors, messages, unpacking]


def attempt(text):
    try:
        exec(text, {})
        print(text, "-> fine")
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("a, b = 5", "a, b = None", "a, b = 'abc'", "a, b = [1]", "a, *b = 5", "(a, b), c = 1, 2",
             "for a, b in [1]: pass", "[a for a, b in [(1,)]]", "{**5}", "{**[1]}", "[*5]", "print(*5)",
             "{*5}", "(*None,)"):
    attempt(text)
