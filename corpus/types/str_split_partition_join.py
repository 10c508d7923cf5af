# harness:
#   description: str split, rsplit, splitlines, partition, join and strip in all their variants and errors
#   tags: [str, split]


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


for text in ("", " ", "a", " a  b c ", "a\tb\nc\x0bd\x1ce\x85f\u2003g\u200bh", "a,b,,c,", ",", ",,a"):
    print(ascii(text), text.split(), text.rsplit(None, 1), text.split(None, 1), text.split(None, 0),
          text.split(","), text.split(",", 1), text.rsplit(",", 1), text.split(",", 0), text.split(" "),
          text.rsplit(maxsplit=2))

print("long separators:", "a--b---c--".split("--"), "a--b---c--".rsplit("--"), "aXaXa".split("aX"),
      "aaa".split("aa"), "aaa".rsplit("aa"), "aaaa".rsplit("aa", 1), "abc".split("abc"), "abc".split("abcd"))
print("keywords:", "1<>2<>3".split(sep="<>", maxsplit=1), "1 2 3".split(maxsplit=1),
      "1 2 3".split(maxsplit=-5))
attempt("split empty sep", "abc".split, "")
attempt("rsplit empty sep", "abc".rsplit, "")
attempt("split int", "abc".split, 1)
attempt("split maxsplit str", "abc".split, "b", "1")
attempt("split bytes", "abc".split, b"b")
attempt("partition empty", "abc".partition, "")
attempt("partition None", "abc".partition, None)

for text in ("a=b=c", "=", "abc", "", "a==b", "=a"):
    print("partition", repr(text), text.partition("="), text.rpartition("="), text.partition("=="),
          text.rpartition("=="))

lines = "one\ntwo\r\nthree\rfour\x0bfive\x0csix\x1cseven\x1deight\x1enine"
lines += "\x85ten\u2028eleven\u2029twelve\n\n\r\n\n\r"
print("splitlines:", lines.splitlines())
print("keepends:", [ascii(line) for line in lines.splitlines(keepends=True)])
print("edges:", "".splitlines(), "\n".splitlines(), "a\n".splitlines(), "\n\na".splitlines(True),
      "\r\r\n".splitlines(1), "a\x1fb\x00c".splitlines())

print("join:", "-".join([]), "-".join(["a"]), "-".join("abc"), ", ".join({"x": 1, "y": 2}),
      "".join(chr(97 + n) for n in range(5)), "ab".join(("1", "2", "3")), "\u2603".join("xyz"))
attempt("join int", "-".join, ["a", 1])
attempt("join none", "-".join, ["a", "b", None])
attempt("join single int", "-".join, [1])
attempt("join bytes", "-".join, [b"a"])
attempt("join not iterable", "-".join, 5)


def failing():
    yield "a"
    raise LookupError("stopped early")


attempt("join failing generator", "-".join, failing())

padded = "\t\u2003 xxhixx \x85\n"
print("strip:", ascii(padded.strip()), ascii(padded.lstrip()), ascii(padded.rstrip()), "xxhixx".strip("x"),
      "xyxhixyx".strip("yx"), "xxhixx".lstrip("x"), "xxhixx".rstrip("x"), repr("xxxx".strip("x")),
      "abc".strip(""), "mississippi".rstrip("ipz"), "abc".strip(None))
print("strip is a set:", "www.example.com".strip("cmowz."), "[[a-b]]".strip("[]"), "a^-b-^a".strip("^a-"),
      "\U0001f600a\U0001f600".strip("\U0001f600"))
attempt("strip int", "abc".strip, 1)
attempt("strip bytes", "abc".strip, b"a")

print("identity round trip:", all(sep.join(text.split(sep)) == text for sep in ",-ab"
                                  for text in ("a,b-c", ",,--", "", "abba")))
record = "name: Ada ; born: 1815;field:mathematics ; ;"
print("parse:", {k.strip(): v.strip() for k, found, v in (item.partition(":") for item in record.split(";"))
                 if found})
