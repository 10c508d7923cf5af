# harness:
#   description: full slices, constructors and copies of immutable objects that give the same object back
#   tags: [identity, tuple, str]
import copy
from decimal import Decimal
from fractions import Fraction

numbers, text, data = tuple(range(3)), "".join(["ab", "cd"]), bytes([1, 2, 3])
group, whole, part, span = frozenset([1, 2]), 10**30, 2.5, range(3)
print("constructors:", tuple(numbers) is numbers, str(text) is text, bytes(data) is data,
      frozenset(group) is group,
      int(whole) is whole, float(part) is part, Fraction(2, 3) is Fraction(2, 3))
print("full slices:", numbers[:] is numbers, text[:] is text, data[:] is data, numbers[0:3] is numbers,
      numbers[::1] is numbers)
print("copies:", all(copy.copy(value) is value is copy.deepcopy(value)
                     for value in (numbers, text, data, group, whole, part, None, ..., Decimal(1))),
      group.copy() is group)
print("operators:", numbers * 1 is numbers, text * 1 is text, numbers + () is numbers,
      () + numbers is numbers,
      text + "" is text)
print("methods:", text.strip() is text, text.replace("x", "y") is text, "".join([text]) is text,
      text.removeprefix("q") is text, f"{text}" is text)
print("fresh ones:", list(numbers) is list(numbers), numbers[1:] is numbers[1:],
      tuple([1, 2]) is tuple([1, 2]))
print("empty ones:", tuple([]) is tuple(""), "".join([]) is "".join(()), bytes() is bytes(b""),
      frozenset() is frozenset([]))
