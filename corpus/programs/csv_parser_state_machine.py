# harness:
#   description: CSV reader as a state machine and writer, checked against the csv module, with typed column report
#   tags: [program, parser, csv]
"""A CSV state machine with quoting, plus a small column profiler."""
import csv
import io
from collections import Counter
from enum import Enum, auto


class State(Enum):
    START = auto()
    PLAIN = auto()
    QUOTED = auto()
    AFTER_QUOTE = auto()


def parse_csv(text, delimiter=","):
    """Yield one list of fields for each record of *text*."""
    state, field, record = State.START, [], []

    def end_field():
        record.append("".join(field))
        field.clear()

    for number, char in enumerate(text):
        match state, char:
            case State.QUOTED, '"':
                state = State.AFTER_QUOTE
            case State.QUOTED, _:
                field.append(char)
            case State.AFTER_QUOTE, '"':
                field.append('"')
                state = State.QUOTED
            case State.START, '"':
                state = State.QUOTED
            case _, c if c == delimiter:
                end_field()
                state = State.START
            case _, "\n":
                if record or field or state is not State.START:
                    end_field()
                yield list(record)
                record.clear()
                state = State.START
            case _, "\r":
                pass
            case State.AFTER_QUOTE, _:
                raise ValueError(f"unexpected {char!r} after closing quote at offset {number}")
            case _:
                field.append(char)
                state = State.PLAIN
    if state is State.QUOTED:
        raise ValueError("unterminated quoted field")
    if field or record or state is not State.START:
        end_field()
        yield record


def write_csv(rows, delimiter=","):
    lines = []
    for row in rows:
        cells = []
        for cell in row:
            text = "" if cell is None else str(cell)
            if any(c in text for c in (delimiter, '"', "\n", "\r")):
                text = '"' + text.replace('"', '""') + '"'
            cells.append(text)
        lines.append(delimiter.join(cells) + "\r\n")
    return "".join(lines)


def sniff_type(values):
    for kind in (int, float):
        try:
            return kind.__name__, [kind(v) for v in values]
        except ValueError:
            continue
    return "str", list(values)


DATA = '''id,name,quantity,price,comment
1,"Bolt, M6",120,0.25,"said ""fine"""
2,Nut,75,0.125,
3,"Two
lines",-3,1e2," padded "
4,Zoë,0,.5,"",
5,'single',9,inf,a"b
'''

rows = list(parse_csv(DATA))
reference = list(csv.reader(io.StringIO(DATA, newline="")))
for ours, theirs in zip(rows, reference, strict=True):
    print("same" if ours == theirs else "DIFFERS", len(ours), ours)

header, *body = rows
print("widths:", sorted(Counter(map(len, body)).items()))
for index, name in enumerate(header):
    kind, values = sniff_type([row[index] for row in body])
    summary = f"sum={sum(values):g}" if kind != "str" else f"longest={max(values, key=len)!r}"
    print(f"{name:>10} {kind:<6} distinct={len(set(values))} {summary}")

text = write_csv(rows)
print(repr(text))
buffer = io.StringIO(newline="")
csv.writer(buffer).writerows(rows)
print("same text as csv.writer:", buffer.getvalue() == text)
print("semicolons:", list(parse_csv('a;"b;c";d\n;;\n', ";")))
print("edge cases:", [list(parse_csv(t)) for t in ("", "\n", "a", "a,", ",", '""', '"",""\n', "a\n\nb")])
print("none and numbers:", repr(write_csv([[None, 1, 2.50, True, b"x"], ["é", "\r"]])))

for bad in ('"open', 'a,"b"c,d', '"x" ,y'):
    try:
        print(list(parse_csv(bad)))
    except ValueError as error:
        print(f"{bad!r}: {type(error).__name__}: {error}")

quoting = io.StringIO()
writer = csv.writer(quoting, quoting=csv.QUOTE_NONNUMERIC, lineterminator="|")
writer.writerow([1, "two", 3.5, "", None])
print("nonnumeric:", quoting.getvalue())
reader = csv.DictReader(io.StringIO("k,v\n1,2,3,4\n5\n"), restkey="rest", restval="-")
print("dict reader:", list(reader), reader.line_num)
