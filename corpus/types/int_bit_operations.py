# harness:
#   description: bitwise operators on negative and big ints, shifts, bit_length, bit_count and their errors
#   tags: [int, bits]

VALUES = (0, 1, -1, 5, -6, 2**31, -(2**31), 2**63 - 1, -(2**63) - 1, 2**100 + 3)

for x in VALUES:
    print(f"{x}: ~={~x} bits={x.bit_length()} ones={x.bit_count()} low={x & -x} parity={x & 1}")

for x in VALUES[3:]:
    for y in VALUES[3:]:
        assert (x & y) + (x | y) == x + y and x ^ y == (x | y) - (x & y)
    print("row", x, [x & y for y in VALUES[1:6]], [x | y for y in VALUES[1:6]], [x ^ y for y in VALUES[1:6]])

print("left:", [1 << n for n in (0, 1, 30, 31, 32, 63, 64, 65)])
print("negative left:", [-3 << n for n in (0, 1, 31, 63, 64)])
print("right:", [(2**70 + 1) >> n for n in (0, 1, 31, 32, 64, 69, 70, 71, 1000)])
print("negative right:", [-(2**70 + 1) >> n for n in (0, 1, 32, 64, 69, 70, 71, 1000)])
print("small right:", [-1 >> n for n in (0, 1, 64, 10**6)], [-5 >> n for n in range(4)],
      [5 >> n for n in range(4)])
print("zero shifted far:", 0 << 10**30, 0 >> 10**30, -7 >> 10**30, 7 >> 2**64)

for expression in ("1 << -1", "1 >> -1", "0 << -5", "1.0 << 2", "1 | 2.0", "~1.5", "'a' & 1", "None ^ 1",
                   "[1] >> 1"):
    try:
        print(expression, eval(expression))
    except (ValueError, TypeError) as error:
        print(expression, "->", type(error).__name__)

print("bool operators:", True & False, True | 1, True ^ True, type(True & True).__name__,
      type(True & 1).__name__,
      True << 3, True >> 0)


def reverse_bits(number, width):
    out = 0
    for _ in range(width):
        out = out << 1 | number & 1
        number >>= 1
    return out


def gray(n):
    return n ^ n >> 1


print("reverse:", [reverse_bits(n, 8) for n in (1, 2, 3, 128, 200)],
      hex(reverse_bits(0x123456789ABCDEF0, 64)))
print("gray:", [format(gray(n), "04b") for n in range(16)])
print("precedence:", 1 | 2 ^ 3 & 4 << 1, ~1 + 1, -1 << 2, 1 << 2 + 1, not 1 & 0, 6 & 3 == 2, (6 & 3) == 2)

state = 0x2545F4914F6CDD1D
stream = []
for _ in range(6):
    state ^= (state << 13) & (2**64 - 1)
    state ^= state >> 7
    state ^= (state << 17) & (2**64 - 1)
    stream.append(state)
print("xorshift:", [hex(word) for word in stream])

word = 0b1011
word <<= 70
word |= 0b1
word ^= -1
word &= 2**80 - 1
word >>= 3
print("in place:", word, bin(word).count("1"))

subset, mask, seen = 0b10110, 0b10110, []
while True:
    seen.append(subset)
    if not subset:
        break
    subset = (subset - 1) & mask
print("submasks:", seen)
print("attributes:", (5).numerator, (5).denominator, (-5).real, (5).imag, (7).conjugate(), (3).is_integer(),
      (-9).as_integer_ratio(), True.as_integer_ratio())
