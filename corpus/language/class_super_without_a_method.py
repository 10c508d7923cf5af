# harness:
#   description: super() without arguments outside of a method, with deleted or rebound first argument
#   tags: [classes, super]

class Base:
    def describe(self):
        return "Base"


class Derived(Base):
    pass


def free_function(self):
    return super().describe()


def no_arguments():
    return super()


def attempt(label, function, *args):
    try:
        print(label, type(function(*args)).__name__)
    except (RuntimeError, TypeError) as exc:
        print(label, type(exc).__name__)


class Odd(Base):
    def deleted(self):
        del self
        return super()

    def reassigned(self):
        self = 5
        return super()

    def star(*args):
        return super().describe()

    @staticmethod
    def static(first):
        return super().describe()

    @staticmethod
    def static_without():
        return super()

    def in_generator(self):
        return list(super().describe() for _ in range(1))

    def in_nested(self):
        def inner():
            return super().describe()
        return inner()


attempt("free function", free_function, Derived())
attempt("free function, int", free_function, 5)
attempt("no arguments", no_arguments)
attempt("deleted first argument", Odd().deleted)
attempt("reassigned first argument", Odd().reassigned)
attempt("star arguments only", Odd().star)
attempt("static with instance", Odd.static, Odd())
attempt("static with other", Odd.static, 5)
attempt("static without", Odd.static_without)
attempt("generator expression", Odd().in_generator)
attempt("nested function", Odd().in_nested)
Derived.grafted = free_function
attempt("grafted onto a class", Derived().grafted)
try:
    print("module level", super())
except RuntimeError as exc:
    print("module level", type(exc).__name__)


class Body:
    try:
        print("class body", super())
    except RuntimeError as exc:
        print("class body", type(exc).__name__)
