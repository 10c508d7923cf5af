# harness:
#   description: methods and operators on subclasses of int, float and complex give the plain type back
#   tags: [int, float, complex, subclass]


class Count(int):
    pass


class Celsius(float):
    pass


class Phase(complex):
    pass


CASES = {
    "conjugate": lambda n: n.conjugate(), "real": lambda n: n.real, "imag": lambda n: n.imag,
    "plus": lambda n: +n,
    "minus": lambda n: -n, "abs": abs, "add": lambda n: n + n, "times one": lambda n: n * 1,
    "power": lambda n: n**1,
    "copy": lambda n: type(n)(n), "numerator": lambda n: n.numerator, "invert": lambda n: ~n, "int": int,
    "round": round, "round 1": lambda n: round(n, 1), "trunc": lambda n: n.__trunc__(),
    "floor": lambda n: n // 1,
    "float": lambda n: n.__float__(), "complex": lambda n: n.__complex__(), "or": lambda n: n | 0,
    "shift": lambda n: n << 0}
for label, function in CASES.items():
    row = []
    for value in (Count(3), Celsius(2.5), Phase(1 + 2j)):
        try:
            result = function(value)
            row.append(f"{result!r} {type(result).__name__}")
        except (TypeError, AttributeError) as error:
            row.append(type(error).__name__)
    print(f"{label}:", *row, sep=" | ")
