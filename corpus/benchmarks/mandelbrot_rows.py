# harness:
#   description: mandelbrot set with floats and with complex numbers; prints row checksums and a small picture
#   tags: [benchmark, float, complex]
#   args: {small: ["24"], full: ["330"]}
"""Escape times over a grid, twice: by hand and with complex numbers."""
import sys
from zlib import crc32

LIMIT = 60


def escape_floats(cr, ci):
    zr = zi = 0.0
    for count in range(LIMIT):
        zr2, zi2 = zr * zr, zi * zi
        if zr2 + zi2 > 4.0:
            return count
        zr, zi = zr2 - zi2 + cr, 2.0 * zr * zi + ci
    return LIMIT


def escape_complex(c):
    z = 0j
    for count in range(LIMIT):
        if z.real * z.real + z.imag * z.imag > 4.0:
            return count
        z = z * z + c
    return LIMIT


size = int(sys.argv[1])
height = size // 2
rows = []
for y in range(height):
    ci = 2.0 * y / height - 1.0
    rows.append(bytes(escape_floats(3.0 * x / size - 2.0, ci) for x in range(size)))
print("floats: ", sum(map(sum, rows)), crc32(b"".join(rows)))
again = [bytes(escape_complex(complex(3.0 * x / size - 2.0, 2.0 * y / height - 1.0)) for x in range(0, size,
        2))
         for y in range(0, height, 2)]
print("complex:", sum(map(sum, again)), crc32(b"".join(again)))
print("differ: ", sum(a != b for row, other in zip(rows[::2], again) for a, b in zip(row[::2], other)))
step = max(1, size // 48)
for row in rows[::step * 2]:
    print("".join(" .:-=+*#%@"[value * 9 // LIMIT] for value in row[::step]))
