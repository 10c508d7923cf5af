# harness:
#   description: list methods, changes during iteration and comparison, self reference, in-place operators
#   tags: [list, iteration]
import sys


def attempt(label, function, *args):
    try:
        print(label, "->", repr(function(*args)))
    except Exception as error:
        print(label, "->", type(error).__name__)


items = list("bca")
items.append("d")
items.insert(0, "start")
items.insert(-1, "before last")
items.insert(99, "end")
items.insert(-99, "very start")
items.extend(x for x in (1, 2))
items.extend({"k": 0})
items += "xy"
items += (None,)
print("built:", items, items.pop(), items.pop(0), items.pop(-2), items.index("d"), items.count("d"))
items.remove("d")
items.reverse()
print("reversed:", items, list(reversed(items))[:2], items.copy() == items, items.copy() is items)
del items[1:3]
items.clear()
print("cleared:", items, [] * 5, [0] * -1, [[]] * 2, 2 * [1, 2])

attempt("pop empty", [].pop)
attempt("pop range", [1].pop, 5)
attempt("pop str", [1].pop, "0")
attempt("remove missing", [1].remove, 2)
attempt("index missing", [1, 2].index, "zz")
attempt("index range", [1, 2, 3, 1].index, 1, 1)
attempt("index range miss", [1, 2, 3].index, 1, 1, -1)
attempt("index negative", [1, 2, 3].index, 3, -1, 100)
attempt("extend int", [].extend, 5)
attempt("insert one", [].insert, 1)
attempt("insert str", [].insert, "a", 1)
attempt("append two", [].append, 1, 2)
attempt("add tuple", lambda: [1] + (2,))
attempt("add None", lambda: [1] + None)
attempt("multiply list", lambda: [1] * [2])
attempt("multiply float", lambda: [1] * 1.0)
attempt("index out", lambda: [1, 2][2])
attempt("index str", lambda: items["0"])
attempt("set out", exec, "x = [1]; x[1] = 2")
attempt("del out", exec, "x = [1]; del x[-2]")
attempt("iadd int", exec, "x = [1]; x += 2")
attempt("list of int", list, 5)
attempt("list two", list, 1, 2)
attempt("list keyword", lambda: list(iterable=[1]))
attempt("hash", hash, [])
attempt("multiply huge", lambda: [1] * sys.maxsize)
attempt("compare", lambda: [1, 2] < [1, "a"])
attempt("compare int", lambda: [1] < 1)

numbers = list(range(10))
seen = []
for number in numbers:
    seen.append(number)
    if number % 2 == 0 and number < 8:
        numbers.remove(number)
    if number == 7:
        numbers.append(100)
print("mutated while iterating:", seen, numbers)
backwards = []
numbers = [1, 2, 3, 4]
for number in reversed(numbers):
    backwards.append(number)
    if number == 4:
        numbers.insert(0, 99)
    if number == 2:
        numbers.clear()
print("reversed and cleared:", backwards, numbers)
iterator = iter(numbers)
print("exhausted iterator stays done:", list(iterator), numbers.extend([5, 6]), list(iterator),
      list(iter(numbers)))

loop = [1]
loop.append(loop)
nested = [loop, (loop, {"me": loop})]
print("self reference:", loop, nested, loop == loop, len(loop[1][1]))
attempt("compare cycles", lambda: (loop[1] is loop, loop[1] == loop, loop == [1, loop], [loop] == loop))


class Sneaky:
    def __init__(self, value, victim):
        self.value, self.victim = value, victim

    def __eq__(self, other):
        self.victim.clear()
        return self.value == other

    def __repr__(self):
        return f"Sneaky({self.value})"


victim = [1, 2, 3]
print("clear in __eq__:", victim.count(Sneaky(2, victim)), victim)
victim = [1, 2, 3]
attempt("index with clearing", victim.index, Sneaky(3, victim))
victim = [1, 2, 3]
victim.extend(victim)
victim[1:1] = victim[:2]
print("extend itself:", victim)
alias = victim
victim += [0]
print("in-place keeps identity:", alias is victim, len(alias))
victim = victim + [0]
print("plain add does not:", alias is victim, len(alias), len(victim))
pair = ([1], 2)
try:
    pair[0] += [9]
except TypeError:
    print("tuple item iadd: TypeError", pair)
print("orders:", [1, 2] < [1, 2, 0], [] < [0], [2] > [1, 99], [1, [2, 3]] < [1, [2, 4]],
      [float("nan")] == [float("nan")], [1] == (1,), [1, 2] <= [1, 2])
rows = [[0] * 2] * 3
rows[0][1] = 7
print("shared rows:", rows, [[0] * 2 for _ in range(2)])
