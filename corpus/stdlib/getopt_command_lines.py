# harness:
#   description: getopt - short and long options, abbreviations, optional arguments, gnu mode
#   tags: [module:getopt, parsing]
#   argv: ["-a", "--out=file.txt", "rest", "-b"]
import getopt
import os
import sys


def attempt(label, function, *args):
    try:
        print(label, "->", function(*args))
    except getopt.GetoptError as error:
        print(label, "->", type(error).__name__ + ":", error, "| opt:", repr(error.opt), "| msg:", error.msg)


print("from argv:", getopt.getopt(sys.argv[1:], "ab", ["out="]))
print("gnu from argv:", getopt.gnu_getopt(sys.argv[1:], "ab", ["out="]))
LINES = ["-a -b", "-ab", "-ofile", "-o file", "-o", "-abofile x", "-x", "--alpha", "--alp", "--al",
         "--beta 5", "--beta=5", "--beta=", "--beta",
         "--alpha=1", "--gamma", "--", "-a -- -b", "- -a", "-a x -b", "--alphabet", "--nothing", "-o -a",
         "--beta --alpha", "--beta=a=b", "-o=x", ""]
for line in LINES:
    attempt(line, getopt.getopt, line.split(), "abo:", ["alpha", "alphabet", "beta=", "gamma"])
for line in ("x -a y -o z w", "x -- -a", "- -a", "-- x -a", "x y"):
    attempt("gnu " + line, getopt.gnu_getopt, line.split(), "abo:", ["alpha"])
    attempt("posix " + line, getopt.gnu_getopt, line.split(), "+abo:", ["alpha"])
os.environ["POSIXLY_CORRECT"] = "1"
attempt("environment", getopt.gnu_getopt, ["x", "-a"], "a")
del os.environ["POSIXLY_CORRECT"]
attempt("in order", getopt.gnu_getopt, ["x", "-a", "y", "z", "-o", "1"], "-ao:")

for line in ("-a", "-a1", "-a 1", "--opt", "--opt=1", "--opt 1", "--op=2", "-ba2"):
    attempt("optional " + line, getopt.getopt, line.split(), "a::b", ["opt=?"])
attempt("long as text", getopt.getopt, ["--one"], "", "one")
attempt("no longs", getopt.getopt, ["--one"], "o")
attempt("exact beats prefix", getopt.getopt, ["--in", "x"], "", ["in=", "input=", "inside"])
attempt("ambiguous", getopt.getopt, ["--inp"], "", ["inputs", "inputted"])
attempt("empty name", getopt.getopt, ["--="], "", ["a"])
attempt("dash option", getopt.getopt, ["-a-b"], "ab-")
attempt("unicode", getopt.getopt, ["-é", "--größe=3"], "é", ["größe="])
print("alias:", getopt.error is getopt.GetoptError, issubclass(getopt.GetoptError, Exception))
error = getopt.GetoptError("message", "o")
print("error:", str(error), error.args, error.opt, repr(getopt.GetoptError("m").opt))
arguments = ["-a", "x"]
options, rest = getopt.getopt(arguments, "a")
rest.append("more")
print("input untouched:", arguments, options, rest)
settings = {"-v": 0}
for option, value in getopt.getopt(["-v", "-v", "--name", "Bob"], "v", ["name="])[0]:
    if option == "-v":
        settings["-v"] += 1
    else:
        settings[option] = value
print("settings:", settings)
for bad in ((5, "a"), (["-a"], None)):
    try:
        print(getopt.getopt(*bad))
    except (TypeError, AttributeError) as error:
        print(type(error).__name__)
