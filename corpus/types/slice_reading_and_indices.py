# harness:
#   description: slices of sequences with every sign of bounds and step, slice objects, indices()
#   tags: [slice, list]

import itertools


def attempt(label, function, *args):
    try:
        print(label, "->", repr(function(*args)))
    except Exception as error:
        print(label, "->", type(error).__name__)


bounds = (None, -7, -3, -1, 0, 2, 5, 9)
text = "abcdef"
for step in (None, 1, 2, 3, -1, -2, -6, 7, -7):
    row = ["".join(text[slice(start, stop, step)]) or "." for start,
           stop in itertools.product(bounds, bounds)]
    print(f"step {step}:", " ".join(row))

for sequence in (list(text), tuple(text), text.encode(), bytearray(text.encode()), range(6),
                 memoryview(text.encode())):
    matches = 0
    for start, stop, step in itertools.product(bounds, bounds, (None, 1, 2, -1, -3)):
        picked = sequence[slice(start, stop, step)]
        expected = [sequence[i] for i in range(*slice(start, stop, step).indices(len(sequence)))]
        matches += list(picked) == expected
    print(type(sequence).__name__, "agrees with indices():", matches, "of", len(bounds) ** 2 * 5)

print("indices:")
for key in (slice(None), slice(2), slice(1, 4), slice(-2, None), slice(None, None, -1), slice(10, -10, -3),
            slice(-100, 100, 2), slice(4, 1), slice(1, 4, -1), slice(None, -1, -1), slice(-1, None, -1),
            slice(2**70, None), slice(None, -(2**70), -1), slice(True, 3)):
    print(key, [key.indices(length) for length in (0, 1, 5, 2**66)])
attempt("indices negative", slice(1).indices, -1)
attempt("indices zero step", slice(0, 5, 0).indices, 5)
attempt("indices float", slice(0, 1.5).indices, 5)
attempt("indices str length", slice(0).indices, "5")
attempt("zero step", lambda: text[::0])
attempt("zero step range", lambda: range(5)[::0])
attempt("str bound", lambda: text["a":])
attempt("float bound", lambda: [1][0.0:])
attempt("slice()", slice)
attempt("slice four", slice, 1, 2, 3, 4)
attempt("keywords", lambda: slice(start=1))

print("objects:", slice(1), slice(1, 2), slice(None), slice("a", [], 1.5), slice(1, 2, 3).start,
      slice(5).start, slice(5).step, repr(slice(0, None, -1)))
print("comparison:", slice(1, 2) == slice(1, 2, None), slice(1) == slice(0, 1), slice(1, 2) < slice(1, 3),
      slice(1, 2) == (1, 2, None), slice(3) != slice(4))
attempt("compare None", lambda: slice(None) < slice(1))
print("hash:", hash(slice(1, 2)) == hash(slice(1, 2)), {slice(1, 2): "x"}[slice(1, 2, None)])
attempt("hash unhashable", hash, slice([], 1))
attempt("set attribute", setattr, slice(1), "start", 5)
attempt("subclass", type, "S", (slice,), {})


class Position:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        print(f"  index {self.value}", end="")
        return self.value


print("  ", text[Position(1):Position(-1):Position(2)], [1, 2, 3][Position(-1)])


class Recorder:
    def __getitem__(self, key):
        return key


r = Recorder()
print("keys:", r[1], r[1:2], r[::2], r[:], r[1, 2], r[1:2, ::3], r[..., 0], r[()], r[1,], r[-1:"x":None],
      r[{}:[]], r[*[1, 2], 3], r[lambda: 1:2].stop)
numbers = [1, 2]
attempt("list of keys", lambda: numbers[1, 0])
attempt("list with ellipsis", lambda: numbers[...])
attempt("huge index", lambda: [1, 2][2**70])
attempt("huge slice", lambda: [1, 2][-(2**70):2**70:2**70])


class Fixed(list):
    def __getitem__(self, key):
        if isinstance(key, slice):
            return Fixed(super().__getitem__(key))
        return super().__getitem__(key) * 10

    def __len__(self):
        return 3


fixed = Fixed([1, 2, 3, 4])
print("overridden:", fixed[1], fixed[-1], fixed[1:], type(fixed[1:]).__name__, list(fixed), fixed[-2:],
      list(reversed(fixed)))


class LengthOnly:
    def __len__(self):
        return 10

    def __getitem__(self, key):
        return key


print("negative index given as is:", LengthOnly()[-1], LengthOnly()[-3:])
