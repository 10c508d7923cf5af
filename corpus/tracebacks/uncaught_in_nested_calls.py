# harness:
#   description: uncaught error through several functions, a method, a lambda and a comprehension
#   tags: [traceback, uncaught]
#   raises: ZeroDivisionError


class Account:
    def __init__(self, balance, shares):
        self.balance = balance
        self.shares = shares

    def per_share(self):
        return self.balance / self.shares

    def report(self, scale=1):
        values = [scale * item.per_share()
                  for item in (self, Account(10, 0))]
        return values


def apply(function, *args):
    return function(*args)


def outer(account):
    print("first share:", account.per_share())
    return apply(lambda factor: account.report(
        scale=factor,
    ), 2)


print("starting")
outer(Account(100, 8))
print("not reached")
