# harness:
#   description: f-string grammar - nested quotes, multi-line expressions, comments, lambdas, debug =, raw
#   tags: [f-strings, syntax]

x, y, width = 5, "why", 8
d = {"key": "value", "n": [1, 2, 3], '"': "quote"}
print(f"{d["key"]} {d['n'][1]} {f"{f"{f"{x}"}"}"} {f'{f"""{x}"""}'} {"\n".join(["a", "b"])!r} "
      f"{'\'' + "\""} {d['"']}")
print(f"{
    x
    + 1  # a comment with } and "quotes"
} {[
    n * 2
    for n in range(3)
]}")
print(f"{x=} {x = } {x =!s} {y=} {y=!s} {y=:>6} {y=!r:>7} {x=:03d} {x + 1=} {d["key"]=} "
      f"{ y = :^{width}}|{(lambda a: a)(x)=}")
print(f"{x
=}|{  x  =  }|{x!r}|{x != 5}|{x == 5}|{x <= 5}|{x >= 5=}|{(x := 7)}|{x:=+4}|{x = !r:^5}|")
print(f"{{}} {{x}} {{{x}}} {{{{{x}}}}} }}{{ {{{x}:>3}} {{x!r}} {'{}'} {'{{'} {chr(123)}{chr(125)}")
print(f"\x41\u00e9\N{BULLET}{x}\t|" rf"\x41{x}\n{y!r}" fr'\{x}' f"{x}" "{x}" 'plain {y}' f'{y}' rf"\N{x}")
print(f"{lambda_result}" if (lambda_result := (lambda: "lam")()) else "", f"{(lambda q: q * 2)(3)}",
      f"{ {1: 2}[1] }", f"{ {x for x in (1,)} }",
      f"{*[1, 2], 3}", f"{x, y}", f"{x if y else 0}", f"{x and y or None}", f"{not x}", f"{-x}{+x}{~x}",
      f"{[*y]}", f"{y[0]}{y[::-1]}{y[1:]}")
print(f"""triple {x}
  second {"""inner triple"""} {f'''{y}'''}
{'''multi
line'''!r} end \
joined""")
print(f"{x:{width}}|{x:{width}.{2}}|" if isinstance(x, float) else f"{float(x):{width}.{2}f}|",
      f"{x:>{width - 3}}|{y:{'*'}^{width}}|")
print(f"{'nested ' + f'{y + f"{x}"}'} {f"{d[f"{'k' + f'e{"y"}'}"]}"} "
      f"{''.join(f"{c}{i}" for i, c in enumerate(y))}")
print(f"{y!r}" f'{y!s}' "" f"{y!a}", f'' == "", f"{''}" == '', f"no fields", len(f"{x}" * 3), f"{x}" "%s" % y,
      f"{'%'}%")
print(type(f"").__name__, f"{None or 'default'}", f"{(yield_value := 3) + 1}",
      f"{await_ if (await_ := 1) else 2}", f"{b'bytes'}", f"{r'\n'}")


def gen():
    got = f"{yield 1} and {(yield 2)!r}"
    yield got


g = gen()
print(next(g), g.send("sent"), g.send("more"))


async def coro():
    async def value():
        return "awaited"
    return f"{await value()!r:>12} {[await value() for _ in range(2)]}"


try:
    coro().send(None)
except StopIteration as stop:
    print(stop.value)


class Docless:
    f"""not a docstring {x}"""


def concatenated():
    "real" " docstring"


print(Docless.__doc__, concatenated.__doc__)
order = []
text = f"{order.append('a')} {order.append('b')!r:{order.append('c') or 6}} {order.append('d')}"
print(text, order)
for source in ["f'{'", "f'}'", "f'{}'", "f'{ }'", "f'{x!}'", "f'{x!z}'", "f'{x!rr}'", "f'{x! r}'",
               "f'{x !r}'", "f'{x:{y:{z}}}'", "f'{x:{y:{z:{w}}}}'",
               "f'{a b}'", "f'{x:'", "f'{x'", "f'{!r}'", "f'{:5}'", "f'{=}'", "f'{lambda x: 1}'",
               "f'{(lambda x: 1)}'", "f'{x = y}'", "f'{*x}'",
               "f'{**x}'", "f'{x;y}'", "f'{x#}'", "f'{x)}'", "f'{(x}'", "f'{x]}'", "f'{a $ b}'", "f'{pass}'",
               "f'{import x}'", "fb'x'", "bf'x'",
               "fu'x'", "f'{x}' b'y'", "f'a\nb'", "f'''{\nx\n}'''", "f'{x!r=}'", "f'{\\n}'", "f'{x:\n}'",
               "f'{yield}'", "f'{x:=5}'", "f'{x\n}'", "f'{1:{}}'",
               "f'{x!s:}'", "f'{x:!r}'", "f'\\N{NO SUCH NAME}'", "f'{x!r }'", "del f'{x}'", "f'{x}' = 1",
               "f'{print(1)!r:{\"a\" \"b\"}}'"]:
    try:
        compile(source, "<f>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as exc:
        print(repr(source), type(exc).__name__)
