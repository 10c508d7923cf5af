# harness:
#   description: repr of decimal contexts, the flags and traps in their order
#   tags: [module:decimal, repr]
import decimal
from decimal import Context, Decimal, getcontext

print("default:", getcontext())
print("basic:", decimal.BasicContext)
print("extended:", decimal.ExtendedContext)
context = Context(prec=3, rounding=decimal.ROUND_UP, Emin=-5, Emax=5, capitals=0, clamp=1, traps=[])
context.create_decimal("12345678.9")
context.divide(Decimal(1), Decimal(0))
print("own:", context)
