# harness:
#   description: string.templatelib - template strings, interpolations, conversion, joining, iteration
#   tags: ["module:string.templatelib", t-strings]
import pickle
from string.templatelib import Interpolation, Template, convert


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", function(*args, **kwargs))
    except Exception as error:
        print(label, "->", type(error).__name__)


name, width, items = "Ann", 8, [1, 2]
greeting = t"Hello {name!r:>{width}}, {items[0] + 1} and {{braces}}{name}{items}"
print("strings:", greeting.strings)
print("values:", greeting.values)
for part in greeting.interpolations:
    print("interpolation:", repr(part.value), repr(part.expression), part.conversion, repr(part.format_spec))
print("parts:", [part if isinstance(part, str) else part.expression for part in greeting])
print("empty ones:", t"".strings, t"{name}".strings, t"{name}{width}".strings, list(t""),
      list(t"{1}")[0].value, len(list(t"a{1}b{2}")))
print("repr:", repr(t"a{name}b"), repr(t"{name!s:x}".interpolations[0]))
print("nested:", [v.strings if isinstance(v, Template) else v
                  for v in t"outer {t'inner {name}'} {width:{width}d}".values],
      t"{width:{width}d}".interpolations[0].format_spec)
joined = t"a{1}b" + t"c{2}d"
print("joined:", joined.strings, joined.values, (t"x" t"{3}" t"y").strings)
attempt("template plus str", lambda: t"a" + "b")
attempt("str plus template", lambda: "a" + t"b")
made = Template("one", "two", Interpolation(5, "five", "r", ">3"), Interpolation(6), "end")
print("made:", made.strings, made.values, [(i.expression, i.conversion, i.format_spec)
                                           for i in made.interpolations])
attempt("number", Template, 5)
attempt("conversion", Interpolation, 1, "x", "q")
attempt("no value", Interpolation)
attempt("set", setattr, greeting, "strings", ())
attempt("str of it", lambda: str(t"a")[:8])
attempt("subclass", lambda: type("Sub", (Template,), {}))
print("convert:", convert("é", None), convert("é", "r"), convert("é", "a"), convert(5, "s"),
      repr(convert(5, None)))
attempt("convert unknown", convert, 1, "z")
print("pickle:", pickle.loads(pickle.dumps(made)).values, pickle.loads(pickle.dumps(made)).strings)


def render(template):
    return "".join(part if isinstance(part, str) else format(convert(part.value, part.conversion),
                                                             part.format_spec) for part in template)


def html(template):
    out = []
    for part in template:
        match part:
            case str():
                out.append(part)
            case Interpolation(value=Template() as inner):
                out.append(html(inner))
            case Interpolation(value, expression, conversion, spec):
                text = format(convert(value, conversion), spec)
                out.append(text.replace("&", "&amp;").replace("<", "&lt;"))
    return "".join(out)


evil = "<script>&"
print("render:", render(greeting), "|", render(t"{3.14159:.2f} {name!r} {'q':*^5}"))
print("html:", html(t"<p>{evil}</p><b>{t'<i>{evil!r}</i>'}</b>"))
print("raw:", rt"\n{name}\t".strings, tr'\{name}'.strings, t'''multi
line {name}'''.interpolations[0].expression)
order = []
print("evaluated left to right:", t"{order.append(1)}{order.append(2)}".values, order,
      t"{(lambda: 5)()}".values, t"{name if width else 0!s}".interpolations[0].expression)
for source in ('t"{"', 't"{}"', 't"{a!x}"', 't"}"', 'bt"x"', 'ft"x"', 't"a" "b"', 't"a" f"b"', 'ut"x"'):
    try:
        compile(source, "<t>", "eval")
        print("compiles:", source)
    except SyntaxError as error:
        print(type(error).__name__, source)
