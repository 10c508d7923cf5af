# harness:
#   description: messages of math and cmath functions outside of their domain or range
#   tags: [errors, messages, float, math]
import cmath
import math


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("math.exp(1000)", "math.sqrt(-1)", "math.log(0)", "math.log(-5)",
             "math.pow(0, -1)", "math.acos(2)", "math.fmod(math.inf, 2)", "math.factorial(1.5)",
             "math.factorial(-1)", "math.gamma(-1)", "math.isqrt(-1)", "math.comb(-1, 2)",
             "math.perm(2, -1)", "math.gcd(1.5)", "math.sin('a')", "math.hypot('a')",
             "math.dist([1], [1, 2])", "math.sumprod([1], [1, 2])", "math.prod(5)",
             "math.ldexp(1.0, 10**10)", "math.nextafter(1, 2, steps=-1)", "cmath.log(0)",
             "cmath.phase('a')", "math.atanh(1)", "math.floor('a')"):
    attempt(text)
