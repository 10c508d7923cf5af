# harness:
#   description: argparse help and usage text - wrapping, metavars, groups, formatter classes, error exit
#   tags: [module:argparse, formatting]
#   env: {COLUMNS: "78", NO_COLOR: "1"}
import argparse
import contextlib
import io

parser = argparse.ArgumentParser(
    prog="report", description="Collects lines from files and prints a summary that is long enough to be "
    "wrapped over more than one line of the terminal.", epilog="See the manual for the rest.")
parser.add_argument("source", help="where to read from")
parser.add_argument("extra", nargs="*", metavar="EXTRA", help="further sources")
parser.add_argument("-o", "--output", metavar="FILE", default="out.txt", help="target (default: %(default)s)")
parser.add_argument("--size", nargs=2, type=int, metavar=("W", "H"), help="size of %(prog)s in characters")
parser.add_argument("--mode", choices=["fast", "slow"], required=True, help="how to do it: 100%% sure")
parser.add_argument("--hidden", help=argparse.SUPPRESS)
parser.add_argument("--a-very-long-option-name-that-pushes-help-down", action="store_true", help="long one")
parser.add_argument("--version", action="version", version="%(prog)s 2.5")
group = parser.add_argument_group("tuning", "Options that nobody needs.")
group.add_argument("-q", "--quiet", action="store_true", help="say less")
either = parser.add_mutually_exclusive_group(required=True)
either.add_argument("--first", action="store_true")
either.add_argument("--last", type=int, nargs="?")

print(parser.format_usage(), end="")
print(parser.format_help(), end="")


def captured(*args):
    errors, output = io.StringIO(), io.StringIO()
    with contextlib.redirect_stderr(errors), contextlib.redirect_stdout(output):
        try:
            parser.parse_args(args)
            code = "no exit"
        except SystemExit as exit_request:
            code = exit_request.code
    last = errors.getvalue().splitlines()[-1:] or output.getvalue().splitlines()[-1:]
    print(list(args), "->", code, last)


captured("--version")
captured()
captured("src", "--mode", "fast")
captured("src", "--mode", "medium", "--first")
captured("src", "--mode", "fast", "--first", "--last")
captured("src", "--mode", "fast", "--first", "--size", "1")
captured("src", "--mode", "fast", "--first", "--size", "1", "x")
captured("src", "--mode", "fast", "--first", "--nonsense")
captured("src", "--mode=fast", "--first", "--quiet=yes")

for formatter in (argparse.RawDescriptionHelpFormatter, argparse.ArgumentDefaultsHelpFormatter,
                  argparse.MetavarTypeHelpFormatter):
    small = argparse.ArgumentParser(prog="small", description="line one\n  line two",
                                    formatter_class=formatter,
                                    add_help=False, usage="%(prog)s [anything]")
    small.add_argument("--count", type=int, default=3, help="how many")
    print(formatter.__name__)
    print(small.format_help(), end="")

commands = argparse.ArgumentParser(prog="commands")
table = commands.add_subparsers(title="verbs", metavar="VERB", help="what to do")
table.add_parser("go", help="start moving", aliases=["run"])
stop = table.add_parser("stop", help="stop moving", description="Stops.")
stop.add_argument("--now", action="store_true")
print(commands.format_help(), end="")
print(stop.format_usage(), end="")
