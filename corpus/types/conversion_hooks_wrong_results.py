# harness:
#   description: what __int__, __index__, __bytes__, __len__ and other hooks may return, and what is refused
#   tags: [conversion, dunder]
import operator
import warnings


class MyInt(int):
    pass


class MyFloat(float):
    pass


def having(method, value):
    return type("Thing", (), {f"__{method}__": lambda self, *args: value})()


CASES = {
    "int": (int, 1.5, "1", None, True, MyInt(5)), "float": (float, 1, "1.5", None, MyFloat(2.5)),
    "complex": (complex, 1, 1.5, "1j"), "index": (operator.index, 1.0, "a", None),
    "bool": (bool, 1, "", None), "str": (str, 1, b"a", None), "bytes": (bytes, "a", 5, [1]),
    "repr": (repr, 1, None), "len": (len, 1.0, -1, "3", True, 2**80), "hash": (hash, 1.0, "h", 2**90),
    "iter": (iter, [1], 5), "dir": (dir, 5, "ab", ["b", "a"]), "format": (format, 5, None, "ok")}
for method, (converter, *values) in CASES.items():
    for value in values:
        label = f"__{method}__ gives {value!r:.12} ->"
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            try:
                result = converter(having(method, value))
                print(label, f"{result!r:.30}" if converter is not hash else isinstance(result, int),
                      type(result).__name__, end="")
            except (TypeError, ValueError, OverflowError) as error:
                print(label, type(error).__name__, end="")
        print("", *(warning.category.__name__ for warning in caught))
