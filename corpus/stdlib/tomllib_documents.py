# harness:
#   description: tomllib - every value kind, tables, arrays of tables, exact error positions, parse_float
#   tags: [module:tomllib, parsing]
#   files: {conf.toml: "title = \"é\"\n[a.b]\nx = [1, 2]\n"}
import io
import tomllib
from decimal import Decimal

GOOD = ["", "a=1", "a = 0xFF", "a = 0o17\nb = 0b11", "a = 1_000", "a = +5\nb = -0", "a = 1.5e3",
        "a = inf\nb = -inf\nc = nan", "a = -0.0", "a = true", "a = 'lit\\n'",
        'a = "\\t\\u00e9\\U0001F600\\"\\\\"', 'a = """\nline\\\n   joined\n"q" ""x"""', "a = '''\nraw\\n'''",
        "a = 2024-02-29", "a = 2024-02-29T01:02:03Z", "a = 2024-02-29 01:02:03.123456789-05:30",
        "a = 01:02:03.5", "a = [1, 'x', [2.5], {b = 1},]", "a = [ # c\n 1, # d\n\n]", "a = {x = 1, y.z = 2}",
        "[t]\nx=1\n[t.u]\ny=2", "[[p]]\nn=1\n[[p]]\nn=2\n[p.q]\nr=3", "a.b.c = 1\na.d = 2",
        "'quoted key' = 1\n\"\" = 2\n1.2 = 3\nbare-_1 = 4",
        "# only comment", "a = 1 # c", "a = 1\r\nb = 2\r\n", "[a]\n[a.b]\n[c]\n", "\t a\t=\t1",
        "[ x . 'y' ]\nz=1", "a = []\nb = {}", "a = 9223372036854775808"]
for text in GOOD:
    try:
        print(repr(text), "->", tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        print(repr(text), "-> TOMLDecodeError:", error)
BAD = ["a", "a =", "= 1", "a = 1 b = 2", "a = 01", "a = 1.", "a = .5", "a = 1__0", "a = tru", "a = 'open",
       'a = "open', 'a = "\\q"', 'a = "\\u12"', 'a = "\\ud800"', "a = [1", "a = [1 2]", "a = {x = 1",
       "a = {x = 1,}", "a = {x = 1\n}", "a = 1\na = 2", "[a]\n[a]", "a = 1\n[a]", "a = 1\na.b = 2",
       "[[a]]\n[a]", "a = []\n[[a]]",
       "a = {}\na.b = 1", "[a", "[[a]", "[]", "a = 2024-13-01", "a = 2024-02-30", "a = 25:00:00",
       "a = 'x\ny'", "a = \x01", "a.b = 1\n[a]", "a = 0x", "a b = 1", "é = 1", "a = +0x1", "a = '''open",
       "\ufeffa = 1", "a = 1\rb = 2", "[a]]\n", "a = {b = 1}\n[a.c]"]
for text in BAD:
    try:
        print(repr(text), "->", tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        print(repr(text), "->", error, "|", error.msg, error.pos, error.lineno, error.colno)
print("floats:", tomllib.loads("a = 1.10\nb = 1e2\nc = inf\nd = 5", parse_float=Decimal),
      tomllib.loads("a = 0.5", parse_float=str))
for function in (lambda: tomllib.loads(b"a=1"), lambda: tomllib.load(io.StringIO("a=1")),
                 lambda: tomllib.loads("a = 1.5", parse_float=lambda t: []),
                 lambda: tomllib.load(io.BytesIO(b"a = '\xff'"))):
    try:
        print(function())
    except (TypeError, ValueError) as error:
        print(type(error).__name__ + ":", error)
with open("conf.toml", "rb") as stream:
    print("file:", tomllib.load(stream))
deep = tomllib.loads("a = " + "[" * 50 + "]" * 50)["a"]
depth = 1
while deep:
    deep, depth = deep[0], depth + 1
print("depth:", depth, tomllib.loads("a.b.c.d.e.f = 1"), issubclass(tomllib.TOMLDecodeError, ValueError))
