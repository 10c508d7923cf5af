# harness:
#   description: the repr and format of a Decimal subclass do not use its own __str__
#   tags: [module:decimal, repr]
from decimal import Decimal


class Money(Decimal):
    def __str__(self):
        return "$" + super().__str__()


for value in ("2", "1.50", "-0", "NaN", "1E+9"):
    amount = Money(value)
    print(value, str(amount), repr(amount), [amount], f"{amount}", f"{amount:.2f}", f"{amount!s}",
          "%s" % amount)
print("results:", repr(Money(1) + 1), repr(abs(Money(-3))), repr(Money("2.5").quantize(Decimal(1))))
