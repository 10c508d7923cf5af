# harness:
#   description: argparse parsing - actions, nargs, types, defaults, sub-parsers, prefixes, leftovers
#   tags: [module:argparse]
#   argv: ["--level", "3", "first", "second", "-vv"]
import argparse


class Upper(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, (option_string, values.upper()))


def fraction(text):
    top, _, bottom = text.partition("/")
    if not bottom:
        raise argparse.ArgumentTypeError(f"{text!r} has no slash")
    return int(top) / int(bottom)


def attempt(parser, *args):
    try:
        print(" ".join(args), "->", sorted(vars(parser.parse_args(args)).items()))
    except argparse.ArgumentError as error:
        print(" ".join(args), "-> ArgumentError:", error)
    except SystemExit as error:
        print(" ".join(args), "-> exit", error.code)


main = argparse.ArgumentParser(prog="tool")
main.add_argument("--level", type=int, choices=range(5), default=0)
main.add_argument("names", nargs="*")
main.add_argument("-v", "--verbose", action="count", default=0)
print("from the command line:", main.parse_args())

strict = argparse.ArgumentParser(prog="strict", exit_on_error=False)
strict.add_argument("-n", "--number", type=int)
strict.add_argument("--level", choices=["low", "high"])
strict.add_argument("--ratio", type=fraction)
attempt(strict, "-n5")
attempt(strict, "-n", "-5")
attempt(strict, "--num=7")
attempt(strict, "-n", "five")
attempt(strict, "--level", "medium")
attempt(strict, "--ratio", "3")
attempt(strict, "--ratio", "3/4")
attempt(strict, "-n")

many = argparse.ArgumentParser(prog="many", exit_on_error=False)
many.add_argument("--pair", nargs=2, action="append")
many.add_argument("--maybe", nargs="?", const="bare", default="absent")
many.add_argument("--more", nargs="+", action="extend", type=float, default=[0.5])
many.add_argument("--flag", action=argparse.BooleanOptionalAction, default=None)
many.add_argument("--const", action="store_const", const=[1, 2])
many.add_argument("--tag", dest="tags", action="append_const", const="t")
many.add_argument("--shout", action=Upper)
many.add_argument("rest", nargs="*", default="nothing")
attempt(many)
attempt(many, "--pair", "a", "b", "--pair", "c", "d", "x")
attempt(many, "--maybe", "--more", "1", "2.5", "--more", "3", "--", "--rest")
attempt(many, "--no-flag", "--const", "--tag", "--tag", "--shout", "hey")
attempt(many, "--pair", "a")
attempt(many, "--m", "a")

group = argparse.ArgumentParser(prog="group", exit_on_error=False, prefix_chars="-+")
exclusive = group.add_mutually_exclusive_group()
exclusive.add_argument("+x", action="store_true")
exclusive.add_argument("-x", dest="minus_x", action="store_false")
attempt(group, "+x")
attempt(group, "+x", "-x")

sub = argparse.ArgumentParser(prog="sub", exit_on_error=False, argument_default=argparse.SUPPRESS)
sub.set_defaults(run="none")
commands = sub.add_subparsers(dest="command", required=False)
add = commands.add_parser("add", aliases=["plus"])
add.add_argument("values", nargs="+", type=int)
add.set_defaults(run="addition")
show = commands.add_parser("show")
show.add_argument("--deep", action="store_true")
attempt(sub)
attempt(sub, "plus", "1", "2")
attempt(sub, "show", "--deep")
attempt(sub, "show")
attempt(sub, "remove")

print("known:", many.parse_known_args(["--unknown", "1", "--flag", "-z"]))
mixed = argparse.ArgumentParser(prog="mixed")
mixed.add_argument("--opt")
mixed.add_argument("items", nargs="*")
print("intermixed:", mixed.parse_intermixed_args(["a", "--opt", "o", "b"]))
print("namespace:", argparse.Namespace(b=1, a="x", **{"odd name": 3}),
      argparse.Namespace(a=1) == argparse.Namespace(a=1), "a" in argparse.Namespace(a=1))
