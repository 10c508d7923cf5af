# harness:
#   description: messages for raise, assert and except with wrong objects
#   tags: [errors, messages, raise, except]


def attempt(text):
    try:
        exec(text, {})
        print(text, "-> fine")
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("raise 5", "raise 'text'", "raise int", "raise None", "raise", "raise ValueError from 5",
             "assert 0, 'why'", "assert 0", "assert False, (1, 2)", "try: 1/0\nexcept 5: pass",
             "try: 1/0\nexcept 'a': pass", "try: 1/0\nexcept (ValueError, 5): pass"):
    attempt(text)
