# harness:
#   description: wording of errors when unpacking the wrong number of values or things not iterable
#   tags: [messages, unpacking]

class Sized:
    def __len__(self):
        return 3

    def __iter__(self):
        return iter((1, 2, 3))


class Endless:
    def __iter__(self):
        while True:
            yield 1


class BadIter:
    def __iter__(self):
        return 5


CASES = {
    "too few from list": "a, b = [1]",
    "too few from empty": "a, b, c = ()",
    "too many from list": "a, b = [1, 2, 3]",
    "too many from str": "a, b = 'abc'",
    "too many from dict": "a, b = {1: 2, 3: 4, 5: 6}",
    "too many from sized": "a, b = Sized()",
    "too many from endless": "a, b = Endless()",
    "too few from generator": "a, b = (v for v in (1,))",
    "too many from generator": "a, b = (v for v in range(5))",
    "too many from range": "a, b = range(10)",
    "too many from set": "a, = {1, 2}",
    "too few with star": "a, b, *c = [1]",
    "too few around star": "a, *b, c = ()",
    "nested": "a, (b, c) = 1, (2,)",
    "nested int": "a, [b, c] = 1, 5",
    "from int": "a, b = 5",
    "from none": "a, b = None",
    "from bad iter": "a, b = BadIter()",
    "star from int": "*a, = 5",
    "in for": "for a, b in [(1, 2), (3,)]: pass",
    "in for, int": "for a, b in [1]: pass",
    "in comprehension": "[a for a, b in [(1,)]]",
    "call star": "print(*5)",
    "call double star": "print(**5)",
    "call double star keys": "print(**{1: 2})",
    "call star none": "print(*None)",
    "display star": "[*1]",
    "display double star": "{**[1]}",
}
for label, source in CASES.items():
    try:
        exec(source, dict(globals()))
        print(f"{label}: no error")
    except Exception as exc:
        print(f"{label}: {type(exc).__name__}: {exc}")
