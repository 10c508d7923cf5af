# harness:
#   description: string - Formatter hooks and parsing, Template substitution and subclasses, constants
#   tags: [module:string, formatting]
import string
from string import Formatter, Template


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


for name in ("ascii_lowercase", "digits", "hexdigits", "octdigits", "punctuation", "whitespace"):
    print(name, repr(getattr(string, name)))
print("printable:", len(string.printable), string.capwords("  hello  wORLD o'neil\tx "),
      string.capwords("a-b-c", "-"), repr(string.capwords("  a  b ", " ")))
formatter = Formatter()
for text in ("plain", "{}", "{0!r:>{1}}", "{a.b[c]}x", "{", "}", "{:}", "{!s}", "{a!}", "{a:{b}{c}}",
             "{0[x]y}", "", "{a}}", "{a!rr}"):
    attempt(f"parse {text!r}", lambda: list(formatter.parse(text)))
for text, args, kwargs in (("{} {}", (1, 2), {}), ("{1} {0}", (1, 2), {}), ("{0} {}", (1, 2), {}),
                           ("{} {0}", (1,), {}), ("{x:{w}.{p}f}", (), {"x": 3.14159, "w": 8, "p": 2}),
                           ("{}", (), {}), ("{k}", (), {}), ("{0.real} {0[0]}", ([1],), {}),
                           ("{!z}", (1,), {}), ("{:d}", ("x",), {}), ("{:{:{}}}", (1, 2, 3), {}),
                           ("{0!a}{0!s}{0!r}", ("é",), {})):
    attempt(f"format {text!r}", formatter.format, text, *args, **kwargs)


class Custom(Formatter):
    def __init__(self):
        self.log = []

    def get_value(self, key, args, kwargs):
        return kwargs.get(key, f"<{key}>") if isinstance(key, str) else super().get_value(key, args, kwargs)

    def convert_field(self, value, conversion):
        return str(value).upper() if conversion == "u" else super().convert_field(value, conversion)

    def format_field(self, value, spec):
        return f"[{value}]" if spec == "box" else super().format_field(value, spec)

    def check_unused_args(self, used, args, kwargs):
        self.log.append((sorted(map(str, used)), args, kwargs))


custom = Custom()
print("custom:", custom.format("{a} {missing} {0!u} {0:box} {0:>4}", "x", a=1, unused=2), custom.log,
      custom.vformat("{q}", (), {"q": 5}))
print("get_field:", formatter.get_field("0[key].real", [{"key": 5}], {}))
attempt("no format string", Formatter().format)

for text in ("$a ${b}c $$ $", "$a-$1", "${a", "${é}", "$A_b1 $b", "no names", "$$a", "line\n$", "${a}${a}",
             "$é"):
    template = Template(text)
    attempt(f"substitute {text!r}", template.substitute, {"a": 1, "b": "two", "A_b1": 3})
    print("    safe:", repr(template.safe_substitute(a=1)), template.is_valid(),
          template.get_identifiers() if template.is_valid() else "")
attempt("mapping and keywords", Template("$a $b").substitute, {"a": 1, "b": 2}, b=3)
attempt("two mappings", Template("$a").substitute, {}, {})


class Percent(Template):
    delimiter = "%"
    idpattern = "[a-z]+(?:\\.[a-z]+)*"
    braceidpattern = "[A-Z]+"


print("percent:", Percent("%a.b %{UP} %{low} %% $x").safe_substitute({"a.b": 1, "UP": 2}),
      Percent("%a.b").get_identifiers())


class Pattern(Template):
    pattern = r"\[(?:(?P<escaped>\[)|(?P<named>\w+)\]|(?P<braced>)\b\B|(?P<invalid>))"


print("pattern:", Pattern("[[a] [a] [b]").safe_substitute(a="A"))
attempt("invalid", Pattern("[ x").substitute)
