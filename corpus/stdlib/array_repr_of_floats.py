# harness:
#   description: the repr of arrays of floats and of text
#   tags: [module:array, repr]
from array import array

for code in "fd":
    print(array(code, [0.0, -0.0, 1.0, 1.5, -2.25]), array(code, [float("inf"), float("nan")]), array(code))
print(array("d", [1e16, 1e22, 1e-5, 0.1, 123456789.0, 5e-324, 2.0 ** 60]))
print(array("w", "a'b\n"), array("w", 'say "x"'), array("w"), array("b", [0, -1]))
