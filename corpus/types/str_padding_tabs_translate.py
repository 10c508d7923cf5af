# harness:
#   description: center, ljust, zfill, expandtabs, translate, maketrans, str multiplication and indexing
#   tags: [str]


def attempt(label, function, *args):
    try:
        print(label, "->", repr(function(*args)))
    except Exception as error:
        print(label, "->", type(error).__name__)


print("center parity:")
for text in ("", "a", "ab", "abc"):
    print([text.center(width, ".") for width in range(0, 8)], [f"{text:.^{width}}" for width in range(1, 8)])
print("just:", ["ab".ljust(n, "*") for n in (0, 2, 5)], ["ab".rjust(n, "*") for n in (-1, 3, 5)],
      repr("x".rjust(3)), "x".center(4, "\u2603"))
attempt("long fill", "a".center, 5, "xy")
attempt("empty fill", "a".ljust, 5, "")
attempt("int fill", "a".rjust, 5, 0)
attempt("str width", "a".rjust, "5")

print("zfill:", [text.zfill(6) for text in ("42", "-42", "+42", "", "-", "--1", "abc", "-0.5", "1234567",
                                            " 42", "\u221242")], "5".zfill(-1), "7".zfill(0))

print("expandtabs:")
for text in ("a\tb", "\t", "ab\tcd\tefgh\ti", "12345678\t9", "a\nbc\td", "a\rbc\td\t", "\t\n\t", "no tabs",
             "\u2603\t\u2603", "abc\x0c\td"):
    print(ascii(text), [ascii(text.expandtabs(size)) for size in (8, 4, 1, 0, -3)])
print("defaults:", repr("a\tb".expandtabs()), repr("a\tb".expandtabs(tabsize=3)))
attempt("expandtabs float", "a\t".expandtabs, 1.5)

print("maketrans:", str.maketrans("abc", "xyz"), str.maketrans("ab", "xy", "qz"),
      str.maketrans({"a": "1", 98: None, "\u2603": 5}))
for args in (("abc", "xy"), ({"ab": 1},), ({1.5: "a"},), ("a", 1), ("a", "b", 3), ()):
    attempt(f"maketrans{args}", str.maketrans, *args)

table = {97: "AA", 98: None, 99: 0x1F600, 100: "", 101: "e\u0301"}
print("translate:", ascii("abcdefabc".translate(table)), "x.y.z".translate(str.maketrans("", "", ".")),
      "".translate(table))


class Rotating:
    def __getitem__(self, point):
        if point == ord("!"):
            raise LookupError("left alone")
        if point == ord("?"):
            return None
        if 97 <= point <= 122:
            return (point - 97 + 13) % 26 + 97
        return chr(point)


print("object table:", "hello, world!?".translate(Rotating()), "uryyb".translate(Rotating()))
print("list table:", "\x00\x01\x02\x03".translate(["zero", 49, None]).encode())
print("string table:", "\x00\x01\x02".translate("xy").encode())
attempt("translate too big", "a".translate, {97: 0x110000})
attempt("translate float", "a".translate, {97: 1.5})
attempt("translate not a mapping", "a".translate, 5)
attempt("translate negative", "a".translate, {97: -1})


class Broken(dict):
    def __missing__(self, key):
        raise ValueError(f"no entry for {key}")


attempt("translate other error", "ab".translate, Broken({97: "z"}))

print("repeat:", "ab" * 3, repr("ab" * 0), repr("ab" * -2), 2 * "xy", "\u2603" * 3, "a" * True)
attempt("repeat float", lambda: "a" * 1.5)
attempt("repeat str", lambda: "a" * "b")
attempt("add int", lambda: "a" + 1)
attempt("int add", lambda: 1 + "a")
attempt("add bytes", lambda: "a" + b"b")
attempt("subtract", lambda: "a" - "b")
attempt("index", lambda: "abc"[3])
attempt("index negative", lambda: "abc"[-4])
word = "abc"
attempt("index str", lambda: word["1"])
attempt("index float", lambda: word[1.0])
attempt("index tuple", lambda: word[1, 2])
attempt("assign", exec, "s = 'abc'; s[0] = 'x'")
attempt("delete", exec, "s = 'abc'; del s[0]")
print("compare:", "a" < "b", "a" < "A", "abc" < "abd", "" < "a", "Z" < "a", "\uffff" < "\U00010000",
      "a" == b"a", "10" < "9", "\ud800" < "\ue000", max("hello"), min("hello"), sorted("hello World \u00e9"))
