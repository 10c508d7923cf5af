# harness:
#   description: double-entry bank ledger with Decimal, quantizing, interest, currency rounding, transactions and rollback
#   tags: [program, data, decimal, contextmanager]
"""A double-entry ledger in Decimal, with transactions that roll back."""
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from decimal import (ROUND_CEILING, ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal,
                     DivisionByZero, Inexact,
                     InvalidOperation, getcontext, localcontext)
from itertools import count
from types import MappingProxyType

PLACES = MappingProxyType({"EUR": Decimal("0.01"), "JPY": Decimal("1"), "KWD": Decimal("0.001")})


class LedgerError(Exception):
    """Base of the errors of this module."""


class InsufficientFunds(LedgerError):
    def __init__(self, account, wanted):
        super().__init__(f"{account.name} has {account.balance}, needs {wanted}")
        self.missing = wanted - account.balance


class Unbalanced(LedgerError):
    pass


@dataclass(frozen=True, order=True)
class Money:
    amount: Decimal
    currency: str = "EUR"

    def __post_init__(self):
        if isinstance(self.amount, float):
            raise TypeError("use str or Decimal for money")
        quantum = PLACES[self.currency]
        object.__setattr__(self, "amount", Decimal(self.amount).quantize(quantum, ROUND_HALF_EVEN))

    def _other(self, other):
        if self.currency != other.currency:
            raise LedgerError(f"cannot mix {self.currency} and {other.currency}")
        return other.amount

    def __add__(self, other):
        return Money(self.amount + self._other(other), self.currency)

    def __sub__(self, other):
        return Money(self.amount - self._other(other), self.currency)

    def __mul__(self, factor):
        return Money(self.amount * factor, self.currency)

    def __neg__(self):
        return Money(-self.amount, self.currency)

    def split(self, *weights):
        """Share without losing a cent: the largest remainders get the extra units."""
        quantum, total = PLACES[self.currency], sum(weights)
        shares = [(self.amount * w / total).quantize(quantum, ROUND_DOWN) for w in weights]
        left = int((self.amount - sum(shares)) / quantum)
        order = sorted(range(len(weights)), key=lambda i: (shares[i] - self.amount * weights[i] / total, i))
        for i in order[:abs(left)]:
            shares[i] += quantum.copy_sign(left)
        return [Money(share, self.currency) for share in shares]

    def __str__(self):
        return f"{self.amount:,} {self.currency}"


@dataclass
class Account:
    name: str
    currency: str = "EUR"
    overdraft: bool = False
    entries: list = field(default_factory=list, repr=False)

    @property
    def balance(self):
        return sum((amount for _, amount, _ in self.entries), Money(0, self.currency))


class Ledger:
    def __init__(self):
        self.accounts, self.journal = {}, []
        self.numbers = count(1001)

    def open(self, name, **options):
        return self.accounts.setdefault(name, Account(name, **options))

    @contextmanager
    def transaction(self, when, text):
        number, posts = next(self.numbers), []

        def post(name, amount):
            posts.append((self.accounts[name], amount))

        try:
            yield post
            totals = {}
            for account, amount in posts:
                zero = Money(0, amount.currency)
                totals[amount.currency] = totals.get(amount.currency, zero) + amount
            if any(t.amount for t in totals.values()):
                raise Unbalanced(f"#{number} is off by {', '.join(map(str, totals.values()))}")
            for account, amount in posts:
                if (after := account.balance + amount).amount < 0 and not account.overdraft:
                    raise InsufficientFunds(account, -amount)
                account.entries.append((number, amount, when))
        except Exception as error:
            for account, _ in posts:
                account.entries[:] = [e for e in account.entries if e[0] != number]
            error.add_note(f"transaction #{number} ({text}) rolled back")
            raise
        self.journal.append((number, when, text))


ledger = Ledger()
for name in ("cash", "rent", "salary", "fees"):
    ledger.open(name, overdraft=name != "cash")
ledger.open("yen", currency="JPY")


def move(source, target, amount, text, when=date(2024, 2, 29)):
    with ledger.transaction(when, text) as post:
        post(source, -amount)
        post(target, amount)


move("salary", "cash", Money("2500.005"), "pay")
move("cash", "rent", Money("812.345"), "rent")
for action in (lambda: move("cash", "fees", Money("99999"), "too much"),
               lambda: move("cash", "yen", Money(5), "mixed"),
               lambda: move("cash", "nobody", Money(5), "nobody"), lambda: Money(1.5), lambda: Money("abc"),
               lambda: Money(1, "XXX"),
               lambda: Money(1) + Money(1, "JPY"), lambda: Money("1E+40")):
    try:
        action()
    except Exception as error:
        notes = getattr(error, "__notes__", [])
        print(f"{type(error).__name__} {notes} {getattr(error, 'missing', '')}")
try:
    with ledger.transaction(date(2024, 3, 1), "lopsided") as post:
        post("cash", Money(10))
        post("fees", Money("-9.99"))
except Unbalanced as error:
    print("Unbalanced:", error, error.__notes__)
for account in ledger.accounts.values():
    print(f"{account!r:60} {account.balance!s:>15}")
print("journal:", ledger.journal)
print("sum is zero:", sum((a.balance for a in ledger.accounts.values() if a.currency == "EUR"), Money(0)))

print("== split")
for total, weights in (("100", (1, 1, 1)), ("-0.05", (1, 1)), ("10", (70, 20, 10, 0)), ("0.02", (1, 1, 1))):
    shares = Money(total).split(*weights)
    print(total, weights, *shares, sum(shares, Money(0)) == Money(total))
print("kuwait:", Money("1", "KWD").split(3, 3, 3), Money("1000", "JPY") * Decimal("0.0155"))
print("order:", Money(1) < Money("1.01"), max(Money(3), Money("2.99")), Money("1.10") == Money("1.1"),
      len({Money(1), Money("1.00")}))

print("== rounding")
for value in ("2.5", "3.5", "-2.5", "2.675", "0.125", "1e-5"):
    d = Decimal(value)
    print(f"{value:>6}", *(d.quantize(Decimal("0.01") if "." in value[2:] and len(value) > 4 else 1, mode)
                           for mode in (ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_CEILING, ROUND_DOWN)),
                           round(d, 1), round(d))

print("== interest")
balance, rate = Decimal("1000.00"), Decimal("0.0375")
for year in range(1, 6):
    interest = (balance * rate).quantize(Decimal("0.01"))
    balance += interest
    print(f"year {year}: {interest:>8} {balance:>12,.2f} {balance.as_tuple().exponent}")
with localcontext(prec=30) as context:
    exact = Decimal(1000) * (1 + rate / 365) ** (365 * 5)
    print("daily:", exact, f"{exact:.4f}", bool(context.flags[Inexact]))
    print("continuous:", (rate * 5).exp() * 1000, Decimal(2).sqrt(), Decimal(10).ln())
payment = Decimal(200000) * (rate / 12) / (1 - (1 + rate / 12) ** -360)
print("mortgage:", payment, payment.quantize(Decimal(".01")), f"{payment:e}", f"{payment:012.3f}",
      f"{payment:+,.1f}")
print("context:", getcontext().prec, Context(prec=3).divide(Decimal(2), Decimal(3)),
      Context(prec=3).create_decimal("123456"))
print("text:", Decimal("1E+3"), Decimal("1000").normalize(), Decimal("0.00").normalize(), Decimal("-0"),
      Decimal("1.20") + 0,
      Decimal("1E+3").to_eng_string(), Decimal("12e4").to_eng_string(), repr(Decimal("NaN")),
      Decimal("Infinity") * -1)
print("tests:", Decimal("1.0") == 1, Decimal("0.1") == 0.1, Decimal(0.1) == 0.1,
      hash(Decimal("2.50")) == hash(2.5),
      Decimal("NaN") == Decimal("NaN"), Decimal("1.1").as_integer_ratio(), Decimal("7.5") // 2,
      Decimal("-7.5") % 2)
for bad in (lambda: Decimal(1) / 0, lambda: Decimal("x"), lambda: Decimal("sNaN") + 1,
            lambda: Decimal(1) + 1.5,
            lambda: Decimal("1e30").quantize(Decimal("0.01")),
            lambda: Decimal("Infinity") - Decimal("Infinity")):
    try:
        print(bad())
    except (DivisionByZero, InvalidOperation, TypeError) as error:
        print(type(error).__name__)
