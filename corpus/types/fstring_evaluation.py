# harness:
#   description: f-string expressions, nesting, self-documenting form, evaluation order, spec nesting
#   tags: [str, fstring]
from datetime import datetime

log = []


def note(name, value):
    log.append(name)
    return value


width, precision, value, name = 12, 3, 3.14159265, "Ada"
print(f"{value:{width}.{precision}}|{value:<{width}.{precision}f}|{name!r:^{width}}|{name:{'*'}^{width}}|")
print(f"{note('value', 5):{note('fill', '0')}{note('align', '>')}{note('width', 4)}} {note('next', 'x')}",
      log)

print(f"{value=} {value = } {value=:.2f} {value=!s} {name=} {name=!s}")
print(f"{name = !r:>8} {1 + 2=} { name . upper ( ) =}")
print(f"{value
      =:.1f}")
print(f"{[n**2 for n in range(4)]} {({'a': 1})['a']} {(lambda x: x * 2)(21)}",
      f"{'yes' if value > 3 else 'no'}")
print(f"{{}} {{{name}}} {{{{ {name[0]} }}}} {'{'} {'}'} {"}"}")
print(f"nested: {f"inner {f"deep {f"{width}"}"}"} {', '.join(f'{n:02}' for n in range(3))} {"a" "b"}")
print(f"{'same quote: ' + "double"} {"\n".join(["x", "y"])!r} {'\t'!a} {"\N{SNOWMAN}"!a}")
print(f"\N{SNOWMAN}" == chr(0x2603), len(f"\x41\u0042{''}\n"), f"{value!r:.4}")
print(f"""multi
{name
 .lower(  # a comment inside
 )}
{width:>{
    width // 2}}""")
print(rf"raw \n {name}\t {'\n'!r}", fr"\{width}", F"{width}" f'{precision}' "plain {not}" f"{name}", sep="|")
print(f"{width!s:>5}{width!r:<5}{width!a:^5}|", f"{'é'!a}", f"{width:5}{width:<5}{width:^5}|{width:=+5}")
print(f"{datetime(2024, 5, 6, 7, 8):%Y-%m-%d %H:%M}", f"{datetime(2024, 5, 6):%j}"
     )
print(f"{(x := 10)} {x:=5} {x!r:=^6}", f"{(lambda: 5)()}", f"{ {'k': 'v'}['k'] }", f"{ {1, } }", f"{width:,}",
      f"{width, }", f"{*[1, 2], 3}")
print(f"{width if width else 0:>4}", f"{not width}", f"{width == 12}", f"{width != 12}", f"{width >= 12=}",
      f"{width:{width}}"f"{width}")


class Traced:
    def __init__(self, label):
        self.label = label

    def __format__(self, spec):
        log.append(f"format {self.label} {spec!r}")
        return f"<{self.label}:{spec}>"

    def __str__(self):
        log.append(f"str {self.label}")
        return f"s({self.label})"

    def __repr__(self):
        log.append(f"repr {self.label}")
        return f"r({self.label})"


log.clear()
a, b = Traced("a"), Traced("b")
print(f"{a} {a!s} {a!r} {a:x} {a!r:>6} {b:{a}} {a=} {b=!s} {b=:y}")
print(log)
for source in ("f'{1:{2:{3}}}'", "f'{width:{precision:{1}}}'", "f'{None:>5}'", "f'{width:zz}'",
               "f'{undefined_name}'", "f'{1/0}'", "f'{name:d}'", "f'{lambda x: 1}'", "f'{x:=1}'",
               "f'{1!r!s}'", "f'{# c}'", "f'{a.b.c}'", "f'{\"a\" \"b\"}'", "f'{yield}'", "f'{width!r :>5}'"):
    try:
        print(source, "=", eval(source))
    except Exception as error:
        print(source, "->", type(error).__name__)
