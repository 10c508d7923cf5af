# harness:
#   description: messages for class patterns with wrong arguments and for imports of missing names
#   tags: [errors, messages, match, import]


def attempt(text):
    try:
        exec(text, {})
        print(text, "-> fine")
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("match 5:\n case int(1, 2): pass", "match 5:\n case print(): pass", "import nothing_here",
             "from sys import nothing_here", "async def f(): pass\nf().close(); f", "lambda: (yield)",
             "match 5:\n case int(real=5, x=1): print('no')", "match 'a':\n case str(1, 2): pass",
             "class P:\n __match_args__ = 'x'\nmatch P():\n case P(1): pass",
             "class P:\n __match_args__ = (1,)\nmatch P():\n case P(1): pass",
             "class P:\n __match_args__ = ('x', 'x')\n x = 1\nmatch P():\n case P(1, 1): pass",
             "class P: pass\nmatch P():\n case P(1): pass", "import sys.nothing",
             "import os.path.nothing"):
    attempt(text)
