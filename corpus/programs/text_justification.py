# harness:
#   description: full justification greedy and optimal (dynamic programming), columns, boxes and textwrap comparison
#   tags: [program, text, textwrap, dynamic-programming]
"""Typesetting in a fixed-width world."""
import textwrap
from functools import cache
from itertools import accumulate, zip_longest

TEXT = """The lighthouse keeper counted the waves by candlelight, for the lamp had been broken since
the spring tide; nobody in the village believed that a ship would come before the herring returned,
and yet each evening he polished the brass, wound the clock, and wrote "all quiet" in the ledger."""


def greedy(words, width):
    line, length = [], 0
    for word in words:
        if line and length + len(line) + len(word) > width:
            yield line
            line, length = [], 0
        line.append(word)
        length += len(word)
    if line:
        yield line


def optimal(words, width):
    """Lines that minimize the sum of squared slack, the last line being free."""
    ends = [0, *accumulate(map(len, words))]
    total = len(words)

    @cache
    def best(start):
        if start == total:
            return 0, ()
        options = []
        for stop in range(start + 1, total + 1):
            length = ends[stop] - ends[start] + stop - start - 1
            if length > width and stop > start + 1:
                break
            slack = 0 if stop == total else max(width - length, 0) ** 2
            cost, rest = best(stop)
            options.append((cost + slack, (stop, *rest)))
        return min(options)

    cost, stops = best(0)
    start = 0
    for stop in stops:
        yield words[start:stop]
        start = stop


def spread(line, width):
    if len(line) == 1:
        return line[0]
    gaps = len(line) - 1
    spaces = width - sum(map(len, line))
    share, extra = divmod(spaces, gaps)
    return "".join(word + " " * (share + (index < extra)) * (index < gaps) for index, word in enumerate(line))


def justify(words, width, breaker=greedy):
    lines = list(breaker(words, width))
    return [spread(line, width) if i < len(lines) - 1 else " ".join(line) for i, line in enumerate(lines)]


def slack(lines, width):
    return sum((width - len(" ".join(line))) ** 2 for line in list(lines)[:-1])


def box(lines, title=""):
    inner = max(map(len, [*lines, title]))
    yield f"┌{title:─^{inner + 2}}┐"
    yield from (f"│ {line:<{inner}} │" for line in lines)
    yield f"└{'':─>{inner + 2}}┘"


def columns(items, width, gap=2):
    for count in range(len(items), 0, -1):
        rows = -(-len(items) // count)
        table = [items[i:i + rows] for i in range(0, len(items), rows)]
        widths = [max(map(len, column)) for column in table]
        if sum(widths) + gap * (len(widths) - 1) <= width:
            break
    for row in zip_longest(*table, fillvalue=""):
        yield (" " * gap).join(f"{cell:<{w}}" for cell, w in zip(row, widths)).rstrip()


words = TEXT.split()
for width in (26, 42):
    for breaker in (greedy, optimal):
        lines = justify(words, width, breaker)
        print(f"== {breaker.__name__} {width}: slack {slack(breaker(words, width), width)}, widths "
              f"{sorted(set(map(len, lines[:-1])))}")
        print("\n".join(f"|{line:<{width}}|" for line in lines))
print("greedy equals textwrap:", [" ".join(x) for x in greedy(words, 40)] == textwrap.wrap(TEXT, 40,
        break_on_hyphens=False))

print(*box(["left", "a longer line", ""], " note "), sep="\n")
names = """
ant bee caterpillar dragonfly earwig fly grasshopper hornet inchworm jewelbug katydid ladybird
""".split()
for width in (60, 36, 8):
    print(f"-- columns {width}", *columns(names, width), sep="\n")

print("== alignment")
for spec in ("<12", ">12", "^12", "*^13", "0>5", ".3", "=^9.2"):
    print(f"{spec:<6}[{format('word', spec)}] [{'x'.join(format(w, spec) for w in ('a', 'bc'))}]")
print("centers:", ["ab".center(n, "-") for n in range(7)], ["abc".center(n, "-") for n in range(7)])
print("expandtabs:", repr("a\tbc\tdef\n\tg".expandtabs(4)), repr("01\t012\t0123".expandtabs()),
      repr("\r\tx".expandtabs(3)))
print("zfill:", "42".zfill(5), "-42".zfill(5), "+x".zfill(4), "--1".zfill(5), "".zfill(2))

print("== textwrap")
sample = ("  Well-known hyphen-ated words,   a http://very.long.example.org/path/that/does/not/fit "
          "and\n\ttabs -- dashes.")
print(textwrap.fill(sample, 20))
print(textwrap.wrap(sample, 20, break_long_words=False, break_on_hyphens=False, drop_whitespace=False))
print(textwrap.wrap("x" * 25 + " yy", 10, initial_indent="* ", subsequent_indent="  "))
print([textwrap.shorten(TEXT, n) for n in (30, 12, 5)])
print(textwrap.shorten(TEXT, 28, placeholder="…"),
      textwrap.wrap(TEXT, 30, max_lines=2, placeholder=" (more)"))
print(repr(textwrap.dedent("    a\n      b\n\n    c\n   \n")), repr(textwrap.dedent("\ta\n    b\n")))
print(repr(textwrap.indent("one\n\ntwo\n", "> ")), repr(textwrap.indent("a\n \nb", "-", lambda line: True)))
for call in (lambda: textwrap.wrap("abc", 0), lambda: textwrap.shorten("word", 3),
             lambda: textwrap.wrap("a b", 2, max_lines=1)):
    try:
        print(call())
    except ValueError as error:
        print("refused:", type(error).__name__)
