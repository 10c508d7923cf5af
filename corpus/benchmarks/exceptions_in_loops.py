# harness:
#   description: raising, catching, chaining and cleaning up in loops; try/finally, else, nested handlers, exception groups
#   tags: [benchmark, exceptions]
#   args: {small: ["300"], full: ["38000"]}
"""Exception handling as control flow."""
import sys
from collections import Counter
from contextlib import contextmanager, suppress


class Problem(Exception):
    def __init__(self, code):
        super().__init__(f"problem {code}")
        self.code = code


class Severe(Problem):
    pass


def risky(n):
    match n % 6:
        case 0:
            raise Problem(n)
        case 1:
            raise Severe(n)
        case 2:
            return [][n]
        case 3:
            return {}[n]
        case 4:
            return n // 0
    return n


def deep(n, depth):
    if depth == 0:
        return risky(n)
    try:
        return deep(n, depth - 1)
    finally:
        counts["finally"] += 1


@contextmanager
def section(name):
    counts["enter"] += 1
    try:
        yield name
    except Problem as error:
        counts["absorbed"] += 1
        if isinstance(error, Severe):
            raise RuntimeError(error.code) from error
    else:
        counts["clean"] += 1
    finally:
        counts["exit"] += 1


n = int(sys.argv[1])
counts = Counter()
total = 0
for i in range(n):
    try:
        total += risky(i)
    except Severe as error:
        counts["severe"] += 1
        total += error.code % 3
    except Problem as error:
        counts["problem"] += 1
        total -= error.args[0].count("1")
    except (LookupError, ArithmeticError) as error:
        counts[type(error).__name__] += 1
    else:
        counts["else"] += 1
print("flat:", total, sorted(counts.items()))

counts.clear()
for i in range(n // 4):
    try:
        deep(i, 6)
    except Exception as error:
        counts[type(error).__name__] += 1
print("deep:", sorted(counts.items()))

counts.clear()
for i in range(n // 3):
    with suppress(RuntimeError, LookupError, ZeroDivisionError), section("s"):
        risky(i)
print("context:", sorted(counts.items()))

counts.clear()
for i in range(n // 4):
    try:
        try:
            risky(i)
        except LookupError as error:
            raise Problem(i) from error
        except Problem:
            raise ValueError(str(i))
    except (Problem, ValueError) as error:
        counts[type(error.__cause__).__name__, type(error.__context__).__name__] += 1
    except ZeroDivisionError as error:
        counts["zero", error.__suppress_context__] += 1
print("chained:", sorted(map(str, counts.items())))


def first_missing(values):
    it = iter(values)
    seen = 0
    while True:
        try:
            value = next(it)
        except StopIteration:
            return seen
        try:
            int(value)
        except ValueError:
            continue
        seen += 1


print("ints:", first_missing("1 x 22 3y -4 +5 _6 7_0 ''".split() * (n // 20)))
grouped = Counter()
for i in range(n // 20):
    try:
        raise ExceptionGroup("many", [Problem(i), ExceptionGroup("inner", [KeyError(i), Severe(i)])])
    except* Problem as group:
        grouped["problems"] += sum(len(getattr(e, "exceptions", [e])) for e in group.exceptions)
    except* KeyError as group:
        grouped["keys"] += 1
print("groups:", sorted(grouped.items()))
