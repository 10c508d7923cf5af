# harness:
#   description: messages of + in both orders for every pair of built-in types that do not mix
#   tags: [errors, messages, operators]
import itertools

samples = {"int": 1, "str": "a", "list": [1], "None": None, "dict": {}, "float": 1.5, "tuple": (1,),
           "set": {1}, "bytes": b"x"}
for (left_name, left), (right_name, right) in itertools.combinations(samples.items(), 2):
    try:
        result = repr(left + right)
    except TypeError as error:
        result = str(error)
    try:
        swapped = repr(right + left)
    except TypeError as error:
        swapped = str(error)
    print(left_name, right_name, "|", result, "|", swapped)
