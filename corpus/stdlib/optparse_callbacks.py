# harness:
#   description: optparse - option kinds, callbacks, groups, help text, conflicts, error exits
#   tags: [module:optparse, parsing]
#   env: {COLUMNS: "78"}
import contextlib
import io
import optparse
from optparse import OptionGroup, OptionParser


def attempt(label, function, *args):
    errors, output = io.StringIO(), io.StringIO()
    with contextlib.redirect_stderr(errors), contextlib.redirect_stdout(output):
        try:
            result = function(*args)
        except SystemExit as error:
            result = f"exit {error.code}: {(errors.getvalue() or output.getvalue()).splitlines()[-1]}"
        except Exception as error:
            result = f"{type(error).__name__}: {error}"
    print(label, "->", result)


def collect(option, opt, value, parser, *args, **kwargs):
    parser.values.log = getattr(parser.values, "log", []) + [(opt, value, len(parser.rargs), args, kwargs)]


parser = OptionParser(usage="%prog [options] FILE", version="%prog 1.2", prog="tool",
                      description="Does things that need a longer explanation than one line can hold.",
                      epilog="The end.")
parser.add_option("-v", "--verbose", action="count", default=0, help="say more")
parser.add_option("-q", action="store_const", const=-1, dest="verbose")
parser.add_option("-n", "--number", type="int", metavar="N", help="a number [default: %default]", default=3)
parser.add_option("--ratio", type="float")
parser.add_option("--mode", type="choice", choices=["fast", "slow"], default="slow")
parser.add_option("-D", "--define", action="append", default=[], nargs=2)
parser.add_option("--no-cache", action="store_false", dest="cache", default=True)
parser.add_option("--note", action="callback", callback=collect, type="string", callback_args=(1,),
                  callback_kwargs={"k": 2})
group = OptionGroup(parser, "Rare", "Options for experts.")
group.add_option("-x", "--extra", action="store_true", help="extra")
group.add_option("--secret", help=optparse.SUPPRESS_HELP)
parser.add_option_group(group)


def parsed(line):
    values, rest = parser.parse_args(line.split())
    return sorted(values.__dict__.items()), rest


for line in ("", "-vv -n 0x10 file", "-n12 --ratio=1e3 -x", "--mode fast --no-c a b", "-D a b -D c d -- -v",
             "--note hey rest -q", "a -v b --verbose", "-n", "-n x", "--ratio y", "--mode medium", "-z",
             "--no", "--ver", "--no-cache=1",
             "-D one", "--version", "--nothing", "-", "--define=a b"):
    attempt(repr(line), parsed, line)
print(parser.format_help())
parser.disable_interspersed_args()
attempt("stops at first", parsed, "-v file -v")
attempt("conflict", parser.add_option, "-v")
attempt("unknown type", parser.add_option, "--bad", {"type": "colour"})
for options in ({"type": "colour"}, {"action": "fly"}, {"action": "store_true", "type": "int"},
                {"type": "choice"}, {"action": "callback"}, {"nargs": 2, "action": "count"}, {"wrong": 1}):
    attempt(f"option {options}", lambda: parser.add_option("--fresh", **options))
for name in ("fresh", "-", "-ab", "--=", ""):
    attempt(f"name {name!r}", parser.add_option, name)
resolving = OptionParser(prog="r", conflict_handler="resolve", add_help_option=False)
resolving.add_option("-a", "--all", dest="old")
resolving.add_option("-a", "--any", dest="new")
values, _ = resolving.parse_args(["-a", "1", "--all", "2"])
print("resolve:", values, values.ensure_value("made", []), resolving.has_option("--all"),
      resolving.get_option("-a").dest, resolving.remove_option("-a"), resolving.has_option("--any"))
parser.set_defaults(number="7", verbose=2)
print("defaults:", parser.get_default_values().number, parser.defaults["verbose"])
attempt("error", parser.error, "own message")
attempt("exit", parser.exit, 3, "bye\n")
print(OptionParser(usage=optparse.SUPPRESS_USAGE, prog="p",
                   formatter=optparse.TitledHelpFormatter()).format_help())
