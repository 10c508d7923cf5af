# harness:
#   description: re - matches, groups, flags, look-around, conditionals, possessive quantifiers, sub, split
#   tags: [module:re, patterns]
import pickle
import re


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__, getattr(error, "pos", ""),
              getattr(error, "lineno", ""), getattr(error, "colno", ""))


m = re.search(r"(?P<year>\d{4})-(?P<month>\d\d)(-(\d\d))?", "on 2024-05 and 2023-06-07")
print("match:", m, m.groups(), m.groups("none"), m.groupdict(), m.span("year"), m.start(3), m.end(), m[0],
      m["month"], m.group(1, "month"), m.lastindex, m.lastgroup, m.regs,
      m.expand(r"\2/\g<year>"), dict(m.re.groupindex))
attempt("no group", m.group, 9)
attempt("no name", m.group, "zz")
attempt("expand bad", m.expand, r"\9")
CASES = [(r"a(?=b)", "ab ac"), (r"a(?!b)", "ab ac"), (r"(?<=x)a", "xa a"), (r"(?<!x)a", "xa a"),
         (r"(a)?(?(1)b|c)", "ab c b"), (r"(\w)\1", "hello aabb"), (r"(?i:A)b", "ab AB aB"), (r"a*?b", "aaab"),
         (r"a*+b", "aaab"), (r"a*+a", "aaa"),
         (r"(?>a+)b", "aab"), (r"(?>a+)ab", "aaab"), (r"^\w+$", "one\ntwo"), (r"(?m)^\w+$", "one\ntwo"),
         (r"(?s)a.b", "a\nb"), (r"(?x) a  b # c", "ab"), (r"\bfoo\b", "foo food"), (r"\Ba", "aa ba"),
         (r"[^\W\d_]+", "ab1_é"), (r"(?a)\w+", "abé"),
         (r"[\]\-a]+", "a-]"), (r"a{2,3}", "aaaaa"), (r"a{,2}", "aaa"), (r"a{2", "a{2"), (r"x{0}", "x"),
         (r"(|a)+", "aa"), (r"(a|ab)(c|bcd)", "abcd"), (r"\Aa|b\Z", "ab\n"), (r"b\z", "ab"),
         (r"\d+", "١٢ 34"), (r"[a-f0-9]+", "beef xyz"),
         (r"(?P<q>['\"]).*?(?P=q)", "say 'it\"s' ok"), (r"\N{EURO SIGN}\u0041\x42", "€AB"),
         (r"(?:(?P<a>x)|(?P<b>y))+", "xyx"), (r"(a(b)?)+", "aba"), (r"(?i)straße|ſ", "STRASSE S"),
         (r"(?i)\u212a", "k K")]
for pattern, text in CASES:
    attempt(f"findall {pattern!r} {text!r}", re.findall, pattern, text)
for pattern in ("(", ")", "[", "a**", "*a", "(?P<1>x)", "(?P<a>x)(?P<a>y)", "(?P=zz)", r"\1", "(?<=a+)b",
                "[b-a]", r"\y", "a{3,2}", "(?z)", "(?", "x(?i)", r"\N{NO SUCH}", "(?(2)a|b)", "(?#", r"\x1",
                "[a", "(?P<n", "a{99999999999}", "(?i-i:a)", "(?-u:a)", r"[\d-z]", "(?<n>x)"):
    attempt(f"compile {pattern!r}", lambda: re.compile(pattern).pattern)
attempt("flags both", re.compile, "a", re.A | re.U)
attempt("bytes unicode flag", re.compile, b"a", re.U)
attempt("mixed", re.search, b"a", "a")

print("sub:", re.sub(r"(\w)(\w)", r"\2\1", "abcd e"), re.sub("a", "x", "banana", count=2),
      re.subn("z", "x", "abc"), re.sub("x*", "-", "abxd"), re.sub(r"\b|$", "|", "ab c"),
      re.sub(r"(a)|b", r"[\1]", "ab"), re.sub("(?P<n>a)", r"\g<n>\g<0>\g<1>", "a"),
      repr(re.sub("a", r"\n\\\t", "a")))
print("function:", re.sub(r"\d+", lambda m: str(int(m[0]) * 2), "1 22 3"), re.sub("a", lambda m: r"\1", "a"),
      re.sub(".", lambda m: str(m.start()), "abc"))
for replacement in (r"\2", r"\g<x>", r"\g<", r"\q", r"\g<2>", r"\g<1a>"):
    attempt(f"replacement {replacement}", re.sub, "(a)", replacement, "a")
print("split:", re.split(r"[,;]\s*", "a, b;c"), re.split(r"(,)", "a,b,,c"), re.split("x*", "axbc"),
      re.split(r"\b", "one two"), re.split(",", "a,b,c", maxsplit=1), re.split("(a)|b", "xbyaz"),
      re.split("", "ab"))
print("finditer:", [(m.group(), m.span()) for m in re.finditer("a|", "baac")])
compiled = re.compile(r"(\d+)", re.I | re.X)
print("pattern:", compiled, compiled.flags, compiled.groups, compiled.search("a12", 2).group(),
      compiled.match("a12"), compiled.match("a12", 1).span(), compiled.fullmatch("12"),
      compiled.fullmatch("a12b", 1, 3).group(), compiled.findall("1 2 3", 2))
print("equality:", compiled == re.compile(r"(\d+)", re.X | re.I),
      pickle.loads(pickle.dumps(compiled)) == compiled, re.compile(compiled) is compiled,
      repr(re.compile(b"x" * 10)), re.I | re.M, repr(re.RegexFlag(0)))
print("escape:", re.escape("a.b*c[é] \n-_~#&"), re.escape(b"\x00."), re.search("(?P<e>)", "x").span(),
      bool(re.match("", "")))
scanner = re.Scanner([(r"\d+", lambda s, t: int(t)), (r"\w+", lambda s, t: t), (r"\s+", None)])
print("scanner:", scanner.scan("12 ab 3 !x"))
print("bytes:", re.findall(rb"\w+", b"ab \xe9"), re.sub(b"a", b"[\\g<0>]", b"cat"),
      re.search(b"\xff", bytearray(b"a\xff")).span())
tokens = re.compile(r"(?P<num>\d+(\.\d*)?)|(?P<id>[A-Za-z]\w*)|(?P<op>[-+*/()=])|(?P<ws>\s+)|(?P<bad>.)")
print("tokens:", [(t.lastgroup, t.group()) for t in tokens.finditer("x1 = 3.14*(y+2)$")
                  if t.lastgroup != "ws"])
