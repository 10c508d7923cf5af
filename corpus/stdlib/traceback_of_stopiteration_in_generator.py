# harness:
#   description: StopIteration raised in a generator and thrown into a new one, with their tracebacks
#   tags: [module:traceback, generators]
import traceback


def thrown():
    return (_ for _ in ()).throw(StopIteration("v"))


def raised():
    def inner():
        yield 1
        raise StopIteration("w")

    return list(inner())


for call in (thrown, raised):
    try:
        call()
    except (RuntimeError, StopIteration) as error:
        print(
            call.__name__,
            type(error).__name__,
            type(error.__cause__).__name__,
            type(error.__context__).__name__,
        )
        for label, found in (("error", error), ("cause", error.__cause__)):
            print(
                "   ",
                label,
                [frame.name for frame in traceback.extract_tb(getattr(found, "__traceback__", None))],
            )
