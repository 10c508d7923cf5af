# harness:
#   description: string.Formatter.parse - doubled braces and brackets that stay open
#   tags: [module:string, formatting]
from string import Formatter


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


for text in (
    "{{}}",
    "x{{}}",
    "{{",
    "}}",
    "a{{b}}c",
    "{{{a}}}",
    "}}{{",
    "{{}} {b} {{",
    "{a[}",
    "{a[b}",
    "{a[}]}",
    "{a[{]}",
    "{a:{{}}}",
):
    attempt(f"parse {text!r}", lambda: list(Formatter().parse(text)))
