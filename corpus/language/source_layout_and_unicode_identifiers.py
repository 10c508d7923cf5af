# harness:
#   description: line joining, semicolons, indentation, tabs and form feeds, unicode identifiers with NFKC
#   tags: [syntax, unicode]

import keyword

total = 1 + \
    2 + \
    3
values = [
    1,  # comment inside

    2,
        3,
]; print(total, values); print("semicolons");
if total: print("one line"); print("same suite")
x = (1
     +
     2) ; y = {  'a' :1 , 'b':2 } ;print ( x , y [ 'a' ] , values [ 0 ] , "spaced" . upper ( ) )


def tab_indented():
	if True:
		return "tabs"


def mixed_levels(n):
  if n:
        return "eight"
  else:
   return "three"


print(tab_indented(), mixed_levels(1), mixed_levels(0))
if True:
    pass
    # comment at odd level
  # another
# outdented comment
    print("still inside")

é = "precomposed"
print(é, "é" in globals(), "e\u0301" in globals(), eval("e\u0301"))
ﬁ = "ligature"
print(fi, "fi" in globals(), "ﬁ" in globals(), eval("ﬁ"),
      getattr(type("T", (), {"fi": 1}), "ﬁ", "strings are not normalised"))
𝐱, ℌ, ª, º, µ, ſ = 1, 2, 3, 4, 5, 6
print(sorted(n for n in globals() if n in ("x", "H", "a", "o", "μ", "s", "µ", "ſ")), x, H, a, o, μ, s)
变量, переменная, متغير, _ñ, Ω, x1ⅷ, α_β, ℘, 名前2 = range(9)
print(变量 + переменная + متغير, _ñ, Ω, x1viii, α_β, 名前2, [n for n in globals() if not n.isascii()])


class Größe:
    straße = "attribute"

    def __ñ(self):
        return sorted(n for n in dir(self) if "ñ" in n)

    def get(self, *, ünï=5, **kw):
        return self.__ñ(), ünï, kw


print(Größe.__name__, Größe().straße, Größe().get(ünï=7, ﬂ=1), Größe().get(**{"ﬂ": 2})[2],
      vars(Größe).get("straße"))
for name in ["a", "_", "é", "e\u0301", "\u0301", "1a", "a1", "a-b", "ﬁ", "½", "²", "x²", "℘", "ⅷ", "·", "a·",
             "\u200d", "a\u200d", "€", "𝟘", "a𝟘", "", "a b", "class", "match", "ª", "؟", "ก", "क्", "ⅷx", "゛",
             "_゛", "\ud800", "℮", "a\u0387"]:
    try:
        compile(f"{name} = 1", "<n>", "exec")
        ok = "accepted"
    except (SyntaxError, UnicodeEncodeError) as exc:
        ok = type(exc).__name__
    print(ascii(name), name.isidentifier(), keyword.iskeyword(name), ok)
print(len(keyword.kwlist), keyword.softkwlist, keyword.iskeyword("None"), keyword.iskeyword("print"),
      keyword.issoftkeyword("type"), keyword.kwlist[:4])
match, case, type, _ = "m", "c", "t", "u"
print(match, case, type, _, [match for match in case], {match: case}, match if case else type,
      (lambda match: match)(case), f"{match}{type}")
del type, match, case
scope = {}
for source in ["if 1:\n\tx=1\n        y=2", "if 1:\n        x=1\n\ty=2", "if 1:\n  x=1\n y=2", "  x=1",
               "x=1\n  y=2", "if 1:\nx=1", "def f():\n", "if 1: pass; else: pass", "x = 1 \\ \ny", "x = \\",
               "\\\nx = 1", "x = 1;;y = 2",
               ";", "x = (1,\n2", "x = 1)", "x = [1)", "{(]}", "x = {1:2", "if 1:\n\n\n  # c\n\n  x=1",
               "x \u00a0= 1", "x\u3000= 1", "x = “q”", "x = a – b", "x = a ≠ b", "print 'x'", "exec 'x'",
               "x = 5 $ 3", "x ? y", "x = a!b", "a <> b",
               "x++", "x = ++y", "!x", "a && b", "a || b", "raise E, 'm'", "print x", "import", "from x",
               "def 1f(): pass", "class = 1", "None = 1", "lambda x=: 1", "x = `y`", "if x = 1: pass",
               "elif x: pass", "try:\n  x\ny", "while 1 pass", "def f() pass",
               "class C pass", "for i in range(3) print(i)", "x = [1 2]", "f(a b)", "{1: 2 3: 4}", "{'a': }",
               "{'a' 1}", "return", "x = 1\n\x0cy = 2", "\x0cx = 1", "x = 1\x00", "x = '\x00'", "async x",
               "await = 1", "nonlocal", "pass pass", "else", "import a.", "x = not", "a not b", "@"]:
    try:
        compile(source, "<s>", "exec")
        print(repr(source), "compiles")
    except (SyntaxError, ValueError) as exc:
        print(repr(source), type(exc).__name__)
