# harness:
#   description: signs of zero parts when real numbers are mixed with complex ones
#   tags: [numbers, complex]

def parts(value):
    return f"({value.real!r}, {value.imag!r})"


nought = -0.0
for label, value in {
    "1 - 0j": 1 - 0j,
    "1 + -0j": 1 + -0j,
    "0.0 - 0j": 0.0 - 0j,
    "-0.0 + 0j": nought + 0j,
    "-0.0 - 0j": nought - 0j,
    "0j - 0.0": 0j - 0.0,
    "complex(1, -0.0) + 1": complex(1, nought) + 1,
    "1 + complex(1, -0.0)": 1 + complex(1, nought),
    "complex(1, -0.0) - 1": complex(1, nought) - 1,
    "2 * complex(1, -0.0)": 2 * complex(1, nought),
    "complex(1, -0.0) * 2": complex(1, nought) * 2,
    "-2 * 1j": -2 * 1j,
    "1j * -2": 1j * -2,
    "1j / -2": 1j / -2,
    "complex(-0.0, 4) / 2": complex(nought, 4) / 2,
    "1j * inf": 1j * float("inf"),
    "inf * 1j": float("inf") * 1j,
    "1j / inf": 1j / float("inf"),
    "nan + 1j": float("nan") + 1j,
    "True - 0j": True - 0j,
    "-(0j)": -(0j),
    "-0j": -0j,
    "conjugate of 0j": 0j.conjugate(),
}.items():
    print(f"{label:<22} {parts(value)}")
