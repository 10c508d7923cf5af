# harness:
#   description: str find, index, count, startswith, endswith, replace, removeprefix, empty needles
#   tags: [str, search]


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


text = "abracadabra"
for needle in ("a", "abra", "bra", "", "z", "abracadabra", "abracadabrax"):
    print(repr(needle), text.find(needle), text.rfind(needle), text.count(needle), needle in text)

print("ranges:")
for start, end in ((None, None), (1, None), (-4, None), (3, 8), (-100, 100), (8, 3), (11, 11), (12, 20),
                   (None, -1)):
    print((start, end), text.find("a", start, end), text.rfind("a", start, end), text.count("a", start, end),
          text.find("", start, end), text.rfind("", start, end), text.count("", start, end),
          text.startswith("", start, end), text.endswith("", start, end), text.startswith("abr", start, end))

print("overlapping:", "aaaa".count("aa"), "aaaa".replace("aa", "b"), "aaaa".rfind("aa"), "".count(""),
      "".find(""))
print("astral:", "x\U0001f600y\U0001f600".find("\U0001f600", 2), "x\U0001f600y".index("y"),
      "\U0001f600" in "a\U0001f600b")

attempt("index missing", text.index, "zz")
attempt("rindex missing", text.rindex, "zz")
attempt("index out of range", text.index, "a", 11)
attempt("find int", text.find, 3)
attempt("find no args", text.find)
attempt("find bad start", text.find, "a", "1")
attempt("find float start", text.find, "a", 1.0)
attempt("int in str", lambda: 1 in text)
attempt("bytes in str", lambda: b"a" in text)
attempt("None in str", text.__contains__, None)

print("startswith tuples:", text.startswith(("x", "abr")), text.startswith(()),
      text.endswith(("bra", "x"), 0, -1))
attempt("startswith list", text.startswith, ["a"])
attempt("startswith tuple of int", text.startswith, ("x", 1))
attempt("startswith tuple hit before int", text.startswith, ("a", 1))
attempt("endswith int", text.endswith, 5)

print("replace:", text.replace("a", ""), text.replace("a", "<>", 2), text.replace("", "-"),
      text.replace("", "-", 3), text.replace("x", "y"), text.replace("abra", "", 1),
      text.replace("a", "A", 0), text.replace("a", "A", -1))
print("replace keyword:", text.replace("a", "o", count=3))
print("replace empty in empty:", repr("".replace("", "x")), repr("".replace("", "x", 0)),
      repr("".replace("a", "x")))
attempt("replace int", text.replace, "a", 1)
attempt("replace one argument", text.replace, "a")
attempt("replace count str", text.replace, "a", "b", "c")

print("prefix and suffix:", text.removeprefix("abra"), text.removeprefix("bra"), text.removesuffix("abra"),
      repr("aaa".removeprefix("aaa")), "abab".removesuffix("ab"), text.removeprefix(""),
      text.removesuffix(""))
attempt("removeprefix tuple", text.removeprefix, ("a", "b"))
attempt("removeprefix none", text.removeprefix)


class Shout(str):
    def find(self, *args):
        return "overridden"


shout = Shout("abc")
print("subclass:", shout.find("b"), shout.index("b"), type(shout.replace("b", "d")).__name__,
      type(shout[:]).__name__, type(shout + "").__name__, type(shout.strip()).__name__,
      type(str(shout)).__name__, shout == "abc")
