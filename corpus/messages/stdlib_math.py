# harness:
#   description: wording of errors - the math module
#   tags: [messages, "module:math"]
import math
from decimal import Decimal

CASES = {
    "sqrt negative": "math.sqrt(-1)",
    "log zero": "math.log(0)",
    "log base one": "math.log(5, 1)",
    "acosh": "math.acosh(0.5)",
    "atanh": "math.atanh(1)",
    "asin": "math.asin(2)",
    "log1p": "math.log1p(-1)",
    "gamma": "math.gamma(-1)",
    "exp range": "math.exp(1000)",
    "pow range": "math.pow(10, 400)",
    "pow domain": "math.pow(-8, 0.5)",
    "fmod": "math.fmod(5, 0)",
    "ldexp": "math.ldexp(1, 2000)",
    "fsum infinities": "math.fsum([math.inf, -math.inf])",
    "fsum overflow": "math.fsum([1e308, 1e308])",
    "dist": "math.dist((1,), (2, 3))",
    "isclose": "math.isclose(1, 1, rel_tol=-1)",
    "nextafter": "math.nextafter(1, 2, steps=-1)",
    "fma": "math.fma(math.inf, 0, 1)",
    "text": 'math.sqrt("1")',
    "no argument": "math.sqrt()",
    "keyword": "math.sqrt(x=4)",
    "factorial negative": "math.factorial(-1)",
    "factorial float": "math.factorial(1.5)",
    "factorial Decimal": "math.factorial(Decimal(3))",
    "factorial huge": "math.factorial(10 ** 30)",
    "isqrt": "math.isqrt(-1)",
    "comb": "math.comb(-1, 2)",
    "perm": "math.perm(2, -1)",
    "gcd": "math.gcd(1.0, 2)",
    "sumprod": "math.sumprod([1], [1, 2])",
    "trunc": 'math.trunc("1")',
    "floor": "math.floor(None)",
    "floor inf": "math.floor(math.inf)",
    "ceil nan": "math.ceil(math.nan)",
    "big": "math.sqrt(10 ** 400)",
}
for label, source in CASES.items():
    try:
        exec(source, dict(globals()))
        print(f"{label}: no error")
    except Exception as exc:
        print(f"{label}: {type(exc).__name__}: {exc}")
