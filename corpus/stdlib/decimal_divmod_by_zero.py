# harness:
#   description: which signal divmod and its parts raise for a zero divisor
#   tags: [module:decimal]
from decimal import Decimal as D, InvalidOperation, DivisionByZero, localcontext


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


for left in (D(5), D(-5), D(0), D("inf"), D("nan")):
    attempt(f"divmod {left}", divmod, left, D(0))
    attempt(f"floor {left}", lambda: left // D(0))
    attempt(f"modulo {left}", lambda: left % D(0))
    with localcontext() as context:
        context.traps[InvalidOperation] = context.traps[DivisionByZero] = False
        print("untrapped", left, divmod(left, D(0)), [s.__name__ for s in (InvalidOperation, DivisionByZero)
                                                      if context.flags[s]])
