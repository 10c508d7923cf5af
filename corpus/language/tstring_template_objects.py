# harness:
#   description: t-strings - Template and Interpolation attributes, laziness of formatting, concatenation
#   tags: [t-strings]

from string.templatelib import Interpolation, Template, convert

name, number = "World", 3.14159
t = t"Hello {name}! {number:.2f} {name!r:>10} {number + 1}"
print(type(t).__name__, t.strings, t.values)
for i in t.interpolations:
    print(repr(i.value), repr(i.expression), i.conversion, repr(i.format_spec))
print([part if isinstance(part, str) else f"<{part.expression}>" for part in t])
print(repr(t""), t"".strings, t"".values, list(t""), t"plain".strings, list(t"plain"), t"{name}".strings,
      t"{1}{2}".strings)
print(repr(t"a{name}b"), repr(t"{number:{'.1f'}}".interpolations[0]))


def f(template):
    """Render a template the way an f-string would."""
    out = []
    for part in template:
        match part:
            case str() as text:
                out.append(text)
            case Interpolation(value, _, conversion, spec):
                out.append(format(convert(value, conversion), spec))
    return "".join(out)


print(f(t), "|", f(t"{{escaped}} {name!s:*^9} {'é'!a} {[1, 2]!s} {None}"))
width = 9
nested = t"{name:>{width}} {name!r:{'*'}^{width}} {t'inner {name}'}"
print([i.format_spec for i in nested.interpolations], type(nested.values[2]).__name__,
      nested.values[2].values)
order = []
note = order.append
lazy = t"{note('first')} {note('second'):{note('spec') or 5}} {note('third')!r}"
print(order, lazy.values)


class Loud:
    def __format__(self, spec):
        order.append(f"format {spec}")
        return "formatted"

    def __repr__(self):
        order.append("repr")
        return "Loud"


order.clear()
kept = t"{Loud()!r:>6} {Loud():y}"
print("never formatted", list(order), f(kept), order)

joined = t"a{1}" + t"b{2}c"
print(joined.strings, joined.values, (t"x" t"y{1}" t"z").strings, (t"" + t"").strings)
for thunk in (lambda: t"a" + "b", lambda: "a" + t"b", lambda: t"a" * 2, lambda: t"a" % 1, lambda: t"a" < t"b",
              lambda: len(t"a"), lambda: t[0],
              lambda: t"{1}".interpolations[0] + 1, lambda: setattr(t, "strings", ()),
              lambda: setattr(t.interpolations[0], "value", 1),
              lambda: "".join([t"a"]), lambda: Template(1), lambda: Template(x=1), lambda: Interpolation(),
              lambda: Interpolation(1, 2), lambda: Interpolation(1, "a", "z"),
              lambda: Interpolation(1, "a", "r", 5), lambda: convert(1, "q"),
              lambda: type("T", (Template,), {}), lambda: type("I", (Interpolation,), {}),
              lambda: iter(Interpolation(1))):
    try:
        print(repr(thunk()))
    except (TypeError, AttributeError, ValueError) as exc:
        print(type(exc).__name__)

made = Template("start ", Interpolation(5, "five", None, "03d"), Interpolation("v", "v", "r"), " mid", " dle",
                Interpolation(None), "")
print(made.strings, made.values, f(made), repr(made.interpolations[2]))
print(Template().strings, Template("a", "b").strings, Template(Interpolation(1)).strings,
      Template(*t"p{1}q{2}").strings == t"p{1}q{2}".strings)
print(hash(t) == hash(t), t is t, t == t, Interpolation.__match_args__,
      convert("x", "r"), convert(5, None), convert("é", "a"))
match t"only {number}":
    case Template(strings=(before, after), interpolations=(Interpolation(value=v, expression=e),)):
        print("matched", repr(before), repr(after), v, e)
print(rt"\n{name}\t".strings, tr"\{name}".strings, Rt"\q".strings, T"{name}".values)
print(t"{name=}".strings, t"{name=}".interpolations[0].conversion, t"{name=!s}".interpolations[0].conversion,
      t"{name=:>4}".interpolations[0])
print(t"{(lambda: 5)()}".values, t"{[x * 2 for x in (1, 2)]}".values)
print(t"{{}}{'}'}".strings, t"{name!r}" t"{number}" .values, t"\u00e9{1}\N{BULLET}".strings)


def html(template):
    escape = lambda v: str(v).replace("&", "&amp;").replace("<", "&lt;")  # noqa: E731
    return "".join(p if isinstance(p, str) else html(p.value) if isinstance(p.value, Template) else
                   "".join(map(html, p.value)) if isinstance(p.value,
                           list) else escape(p.value) for p in template)


evil = "<script>&"
print(html(t"<p>{evil}</p><ul>{[t'<li>{n}</li>' for n in ('a<', 2)]}</ul>{t'<b>{evil}</b>'}"))
for source in ["t'{'", "t'{}'", "t'a' 'b'", "'a' t'b'", "t'a' f'b'", "t'a' b'b'", "bt'x'", "ft'x'", "ut'x'",
               "t'{x!z}'", "t'{x!}'", "t'}'", "t'{a b}'",
               "t'{lambda x: 1}'", "t'{x:{y:{z}}}'", "del t'x'", "t'x' = 1", "t''' '''",
               "match x:\n case t'a': pass", "t'{x!r:{y!s}}'"]:
    try:
        compile(source, "<t>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as exc:
        print(repr(source), type(exc).__name__)
