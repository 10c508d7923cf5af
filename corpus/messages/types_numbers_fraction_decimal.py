# harness:
#   description: messages of Fraction and Decimal for wrong arguments and operations
#   tags: [errors, messages, fractions, decimal]
from decimal import Decimal
from fractions import Fraction


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("Fraction(1, 0)", "Fraction('1/0')", "Fraction('a')", "Fraction('1.5/2')", "Fraction(1.5, 2)",
             "Fraction(float('inf'))", "Fraction(float('nan'))", "Fraction(None)", "Fraction(1, '2')",
             "Fraction(1) + Decimal(1)", "Fraction(1) + '1'", "Fraction(1) // 0", "Fraction(0) ** -1",
             "Decimal([])", "Decimal((1, 2))", "Decimal((0, (10,), 0))", "Decimal(None)",
             "Decimal(1) + 1.5", "Decimal('1') + '1'", "int(Decimal('inf'))", "int(Decimal('nan'))",
             "hash(Decimal('sNaN'))", "round(Decimal('nan'))", "Decimal(1) < '1'",
             "Decimal(1).quantize('x')"):
    attempt(text)
