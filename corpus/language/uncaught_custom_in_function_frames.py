# harness:
#   description: ends with an uncaught custom exception from nested calls, a generator, a lambda, a method
#   tags: [exceptions, traceback, stderr]
#   raises: InsufficientFunds


class BankError(Exception):
    """Base of all errors here."""


class InsufficientFunds(BankError):
    def __init__(self, balance, amount):
        super().__init__(balance, amount)
        self.balance, self.amount = balance, amount

    def __str__(self):
        return f"balance {self.balance} is less than {self.amount}"


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.history = []

    def withdraw(self, amount):
        if amount > self.balance:
            raise InsufficientFunds(self.balance, amount)
        self.balance -= amount
        self.history.append(-amount)
        return self.balance


def payments(account, amounts):
    for amount in amounts:
        yield account.withdraw(amount)


def run(account):
    apply = lambda f: f(account)  # noqa: E731
    print(apply(lambda a: [left for left in payments(a, (30, 20))]), account.history)
    try:
        account.withdraw(1000)
    except BankError as exc:
        print(type(exc).__name__, exc, exc.args, exc.balance)
    apply(lambda a: [left for left in payments(a, (10, 50))])


run(Account(100))
