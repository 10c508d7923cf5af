# harness:
#   description: range.index, count and in with floats, bools, complex numbers and objects equal to an element
#   tags: [range, equality]
from decimal import Decimal
from fractions import Fraction


class Same:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        return self.value == other

    def __repr__(self):
        return f"Same({self.value})"


class Number(int):
    pass


numbers = range(10, 100, 7)
for value in (31, 31.0, Fraction(31), Decimal(31), 31 + 0j, Number(31), Same(31), 31.5, "31", None, Same(5),
              10.0,
              94.0):
    try:
        position = numbers.index(value)
    except ValueError:
        position = "ValueError"
    print(f"{value!r:>18}: index {position}, count {numbers.count(value)}, in {value in numbers}")
print("bools:", range(2).index(True), range(2).index(False), range(5).count(True), range(5, 0, -1).index(1.0))
