# harness:
#   description: a small text filter over standard input with arguments, counts, a report and the environment
#   tags: [stdin, argv]
#   argv: ["--top", "3", "--min-length=4", "-v", "report name"]
#   env: {REPORT_STYLE: "plain, wide", EMPTY_SETTING: ""}
#   stdin: "The quick brown fox\njumps over the lazy dog.\n\nThe dog sleeps.\n\tTabs  and spaces\n"
import argparse
import os
import re
import sys
from collections import Counter

print("argv:", sys.argv[1:], os.path.basename(sys.argv[0]), len(sys.argv))
parser = argparse.ArgumentParser(prog="words", description="Count the words of a text.")
parser.add_argument("title")
parser.add_argument("--top", type=int, default=10, metavar="N",
                    help="how many to show (default: %(default)s)")
parser.add_argument("--min-length", type=int, default=1)
parser.add_argument("-v", "--verbose", action="count", default=0)
parser.add_argument("--case", choices=["fold", "keep"], default="fold")
options = parser.parse_args()
print("options:", options)

words = Counter()
characters = lines = blank = 0
for lines, line in enumerate(sys.stdin, 1):
    characters += len(line)
    if not line.strip():
        blank += 1
        continue
    found = re.findall(r"\w+", line.casefold() if options.case == "fold" else line)
    words.update(word for word in found if len(word) >= options.min_length)
print(f"{options.title.title()}: {lines} lines ({blank} blank)", characters, "characters", words.total(),
      "words")
for rank, (word, count) in enumerate(words.most_common(options.top), 1):
    print(f"{rank:>2}. {word:<8}|{'#' * count:<5}| {count / words.total():.1%}")

print("environment:", os.environ["REPORT_STYLE"], repr(os.getenv("EMPTY_SETTING")),
      os.environ.get("NOT_SET_ANYWHERE"), "REPORT_STYLE" in os.environ,
      os.getenv("NOT_SET_ANYWHERE", "fallback"))
try:
    os.environ["NOT_SET_ANYWHERE"]
except KeyError:
    print("KeyError")
os.environ["ADDED"] = "value"
print("added:", os.getenv("ADDED"), os.environ.pop("ADDED"), "ADDED" in os.environ)
for arguments in (["--top", "x", "t"], [], ["t", "--case", "up"], ["t", "--unknown"], ["t", "extra"]):
    saved, sys.stderr = sys.stderr, sys.stdout
    try:
        parser.parse_args(arguments)
    except SystemExit as error:
        print("exit code:", error.code)
    finally:
        sys.stderr = saved
print(parser.format_help())
