# harness:
#   description: small table engine with where, group-by aggregates, inner and outer joins, pivot and window functions
#   tags: [program, data, itertools, operator]
"""Relational operations on lists of dictionaries, with a chainable Table."""
import math
import statistics
from collections import defaultdict
from functools import partial, reduce
from itertools import accumulate, chain, groupby
from operator import attrgetter, itemgetter, methodcaller


class Column:
    """Builds predicates and expressions: col('x') > 3."""

    def __init__(self, function, text):
        self.function, self.text = function, text

    def __call__(self, row):
        return self.function(row)

    def __repr__(self):
        return self.text

    def __invert__(self):
        return Column(lambda row: not self(row), f"~{self}")

    __hash__ = None


def _install():
    def make(symbol, operation):
        def method(self, other):
            right = other if isinstance(other, Column) else Column(lambda row: other, repr(other))
            return Column(lambda row: operation(self(row), right(row)), f"({self} {symbol} {right})")
        return method
    table = {"eq": ("==", lambda a, b: a == b), "ne": ("!=", lambda a, b: a != b),
             "lt": ("<", lambda a, b: a < b),
             "gt": (">", lambda a, b: a > b), "ge": (">=", lambda a, b: a >= b),
             "add": ("+", lambda a, b: a + b),
             "mul": ("*", lambda a, b: a * b), "and": ("&", lambda a, b: a and b),
             "or": ("|", lambda a, b: a or b),
             "mod": ("%", lambda a, b: a % b), "truediv": ("/", lambda a, b: a / b)}
    for name, (symbol, operation) in table.items():
        setattr(Column, f"__{name}__", make(symbol, operation))


_install()


def col(name):
    return Column(itemgetter(name), name)


class Table:
    def __init__(self, rows, columns=None):
        self.rows = [dict(row) for row in rows]
        self.columns = list(columns or dict.fromkeys(chain.from_iterable(self.rows)))

    @classmethod
    def parse(cls, text):
        header, *lines = (line.split() for line in text.strip().splitlines())

        def convert(cell):
            if cell == "-":
                return None
            try:
                return int(cell)
            except ValueError:
                try:
                    return float(cell)
                except ValueError:
                    return cell
        return cls(dict(zip(header, map(convert, line), strict=True)) for line in lines)

    def where(self, condition):
        return Table(filter(condition, self.rows), self.columns)

    def select(self, *names, **computed):
        return Table({**{n: row[n] for n in names}, **{n: f(row) for n, f in computed.items()}}
                     for row in self.rows)

    def order(self, *names):
        rows = self.rows
        for name in reversed(names):
            rows = sorted(rows, key=lambda r: (r[name.lstrip("-")] is None, r[name.lstrip("-")] or 0)
                          if not isinstance(r[name.lstrip("-")], str) else (False, r[name.lstrip("-")]),
                          reverse=name.startswith("-"))
        return Table(rows, self.columns)

    def group(self, *keys, **aggregates):
        groups = defaultdict(list)
        for row in self.rows:
            groups[tuple(row[k] for k in keys)].append(row)
        return Table(({**dict(zip(keys, key)), **{n: f(rows) for n, f in aggregates.items()}}
                      for key, rows in groups.items()), [*keys, *aggregates])

    def join(self, other, on, how="inner"):
        index = defaultdict(list)
        for row in other.rows:
            index[row[on]].append(row)
        blank = dict.fromkeys(other.columns)
        mine = dict.fromkeys(self.columns)
        out, seen = [], set()
        for row in self.rows:
            matches = index.get(row[on], [])
            seen.add(row[on])
            out.extend(match | row for match in matches)
            if not matches and how in ("left", "outer"):
                out.append(blank | row)
        if how in ("right", "outer"):
            out.extend(mine | row for key, rows in index.items() if key not in seen for row in rows)
        return Table(out, dict.fromkeys(self.columns + other.columns))

    def pivot(self, rows, columns, value, combine=sum):
        heads = sorted({row[columns] for row in self.rows})
        cells = defaultdict(list)
        for row in self.rows:
            cells[row[rows], row[columns]].append(row[value])
        names = dict.fromkeys(row[rows] for row in self.rows)
        return Table(({rows: n, **{h: combine(cells[n, h]) if (n, h) in cells else None for h in heads}}
                      for n in names),
                     [rows, *heads])

    def window(self, name, function, by):
        out = []
        for _, group in groupby(self.rows, key=itemgetter(by)):
            group = list(group)
            out.extend(row | {name: v} for row, v in zip(group, function(group)))
        return Table(out)

    def __str__(self):
        def text(value):
            match value:
                case None:
                    return "."
                case float():
                    return f"{value:.2f}"
            return str(value)
        cells = [list(map(str, self.columns))] + [[text(row.get(c)) for c in self.columns]
                                                  for row in self.rows]
        widths = [max(map(len, column)) for column in zip(*cells)]
        right = [all(isinstance(r.get(c), (int, float, type(None))) for r in self.rows) for c in self.columns]
        return "\n".join("  " + "  ".join(f"{cell:{'>' if r else '<'}{w}}" for cell, w,
                                          r in zip(row, widths, right)).rstrip()
                         for row in cells)


def agg(function, name):
    return lambda rows: function([r[name] for r in rows if r[name] is not None])


SALES = Table.parse("""
day shop item count price
1 north tea 3 2.5
1 south tea 5 2.25
2 north cake 1 7.5
2 north tea 2 2.5
2 west coffee 4 3
3 south cake - 8
3 south coffee 6 2.75
4 north coffee 2 3.125
5 east tea 1 2.5
""")
SHOPS = Table.parse("shop manager size\nnorth Ann 120\nsouth Bo 80\nwest - 45\nhills Cy 10\nnorth Dee 20")
print(SALES)
print("columns:", SALES.columns, "rows:", len(SALES.rows))
condition = (col("count") > 1) & (col("shop") != "south") | (col("item") == "cake") & (col("price") * 2 > 15)
print("where", condition)
sold = SALES.where(lambda r: r["count"] is not None)
print(sold.where(condition))
print("not", ~condition, len(sold.where(~condition).rows))
print("select", sold.select("day", "item", total=col("count") * col("price"),
                            odd=col("day") % 2).order("-total", "day"), sep="\n")
print("group", SALES.group("item", rows=len, units=agg(sum, "count"), mean=agg(statistics.fmean, "price"),
                           spread=agg(lambda v: max(v) - min(v), "price")).order("item"), sep="\n")
for how in ("inner", "left", "right", "outer"):
    joined = SALES.group("shop", units=agg(sum, "count")).join(SHOPS, "shop", how)
    print(f"join {how}", joined.order("shop", "manager"), sep="\n")
print("pivot", SALES.pivot("shop", "item", "price", max), sep="\n")
print("pivot len", SALES.pivot("item", "day", "count", len), sep="\n")
running = sold.order("shop", "day").window("running", lambda g: accumulate(r["count"] for r in g), "shop")
print("window", running.select("shop", "day", "count", "running"), sep="\n")
print("distinct:", SALES.group("item", "shop").rows[:3])
print("reduce:", reduce(lambda t, c: t.where(c), [col("day") >= 2, col("price") < 3], SALES).select("day",
        "shop").rows)
print("geometric:", round(math.prod(r["price"] for r in SALES.rows) ** (1 / 9), 6),
      math.fsum(r["price"] for r in SALES.rows))
print("getters:", itemgetter("shop", "day")(SALES.rows[0]), methodcaller("get", "nope", 0)(SALES.rows[0]),
      attrgetter("rows.__len__")(SALES)(), partial(max, key=itemgetter("price"))(SALES.rows)["item"])
for label, action in {"hash": lambda: {col("x")}, "missing": lambda: SALES.select("nope"),
                      "none": lambda: SALES.where(col("count") > 1),
                      "strict": lambda: Table.parse("a b\n1"),
                      "bool is truthy": lambda: bool(col("a") == 1)}.items():
    try:
        print(label, action())
    except Exception as error:
        print(f"{label}: {type(error).__name__}")
