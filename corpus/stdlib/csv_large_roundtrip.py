# harness:
#   description: csv - generated tables of awkward cells survive a write and read in every dialect
#   tags: [module:csv, round-trip]
import csv
import hashlib
import io
import itertools
import random

PIECES = ["", "a", " ", ",", ";", "\t", '"', '""', "'", "\n", "\r", "\r\n", "\\", "é", "0", "#", "|", "\x00",
          "\u2028", "😀"]


def table(seed, rows, columns):
    rng = random.Random(seed)
    return [["".join(rng.choices(PIECES, k=rng.randrange(4))) for _ in range(columns)] for _ in range(rows)]


def trip(rows, **options):
    stream = io.StringIO(newline="")
    csv.writer(stream, **options).writerows(rows)
    text = stream.getvalue()
    options.pop("lineterminator", None)
    return text, list(csv.reader(io.StringIO(text, newline=""), **options))


grid = table(7, 60, 4)
print("sample rows:", grid[:3])
combinations = itertools.product((",", ";", "\t", "|", "#"), ('"', "'"), (csv.QUOTE_MINIMAL, csv.QUOTE_ALL),
                                 ("\n", "\r\n"))
for delimiter, quotechar, quoting, terminator in combinations:
    text, back = trip(grid, delimiter=delimiter, quotechar=quotechar, quoting=quoting,
                      lineterminator=terminator)
    digest = hashlib.sha256(text.encode()).hexdigest()[:12]
    print(repr(delimiter), repr(quotechar), quoting, repr(terminator), len(text), digest, back == grid)

for options in ({"escapechar": "^"},
                {"quoting": csv.QUOTE_NONE, "escapechar": "\\"}):
    text, back = trip(grid, **options)
    different = sum(a != b for a, b in zip(grid, back))
    print(sorted(options), len(text), len(back), "rows differ:", different,
          hashlib.sha256(text.encode()).hexdigest()[:12])

numbers = [[random.Random(n).uniform(-1e6, 1e6), n, -n, f"n{n}"] for n in range(8)]
text, back = trip(numbers, quoting=csv.QUOTE_NONNUMERIC)
print("numeric round trip:", [row[:3] == [float(v) for v in original[:3]] for row,
                              original in zip(back, numbers)])
print("float text:", text.splitlines()[0], "type:", type(back[0][1]).__name__)

with open("table.csv", "w", newline="", encoding="utf-8") as stream:
    writer = csv.DictWriter(stream, fieldnames=["w", "x", "y", "z"], dialect="unix")
    writer.writeheader()
    writer.writerows(dict(zip("wxyz", row)) for row in grid)
with open("table.csv", newline="", encoding="utf-8") as stream:
    rows = list(csv.DictReader(stream, dialect="unix"))
print("file:", len(rows), [list(row.values()) for row in rows] == grid, rows[1])
reader = csv.reader(iter(["1,2\n", '"3\n', '4",5\n', "6\n"]))
print("line numbers:", [(row, reader.line_num) for row in reader])


class Cell:
    def __str__(self):
        return "str-of-cell"

    def __repr__(self):
        return "repr-of-cell"


class Failing:
    def __str__(self):
        raise ValueError("no text for you")


class Floating(float):
    def __repr__(self):
        return "floating!"


out = io.StringIO()
print("returned:", csv.writer(out).writerow([Cell(), Floating(1.5), 10 ** 20, 1e22, 0.1 + 0.2, float("nan"),
                                             [1, "a"], b"x"]))
print("cells:", repr(out.getvalue()))
try:
    csv.writer(out).writerow(["before", Failing()])
except ValueError as error:
    print("ValueError:", error, repr(out.getvalue()[-20:]))


class Sink:
    def write(self, text):
        return text.upper()


print("return of write:", csv.writer(Sink()).writerow("ab"))
try:
    csv.writer(object())
except TypeError as error:
    print("refused:", type(error).__name__)
