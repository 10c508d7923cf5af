# harness:
#   description: three errors raised while handling each other, shown in order with both chain sentences
#   tags: [traceback, chaining, uncaught]
#   raises: AttributeError
import contextlib


@contextlib.contextmanager
def managed(name):
    try:
        yield name
    except ZeroDivisionError as error:
        raise LookupError(f"while closing {name}") from error


class Resource:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        print("exit sees", kind.__name__, value, trace is not None)
        return self.missing_attribute


with Resource():
    try:
        with managed("first"):
            print(5 % 0)
    except LookupError:
        raise KeyError("third", "in chain")
