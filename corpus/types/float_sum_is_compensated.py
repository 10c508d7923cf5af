# harness:
#   description: sum of floats and complex numbers keeps the lost low digits (compensated summation)
#   tags: [float, arithmetic]
import math

tenths = [0.1] * 10
print("tenths:", sum(tenths), sum(tenths, 0.0), sum(tenths, 1), sum(iter(tenths)), math.fsum(tenths))
print("small ones:", sum([0.1, 0.2, 0.3]), sum([0.7, 0.1, 0.2]), sum([1.1, 2.2, 3.3]))
print("cancelled:", sum([1e16, 1.0, -1e16]), sum([1.0, 1e100, 1.0, -1e100]))
print("ints between:", sum([1e16, 1, -1e16]), sum([0.1, 1, 0.1, 1, 0.1]), sum([True, 0.1, 0.2]))
print("complex:", sum([0.1 + 0.1j] * 10), sum([0.1, 0.2j, 0.3]))
print("overflow and zeros:", sum([1e308, 1e308, -1e308]), sum([-0.0]), sum([-0.0], -0.0),
      sum([math.inf, 1.0]))
total = 0.0
for value in tenths:
    total += value
print("a plain loop does not:", total)
print("average of prices:", sum(price / 100 for price in range(1, 100)) / 99)
