# harness:
#   description: exceptions in generators and comprehensions, throw, close, StopIteration to RuntimeError
#   tags: [generators, errors]
import traceback


def frames(error):
    return [(frame.name, frame.line) for frame in traceback.extract_tb(error.__traceback__)]


def attempt(label, function, *args):
    try:
        print(label, "->", repr(function(*args)))
    except BaseException as error:
        print(label, "->", f"{type(error).__name__}: {error}",
              f"cause={error.__cause__!r} context={error.__context__!r}")
        print("    ", frames(error)[1:])


def numbers(limit):
    for n in range(limit):
        yield 10 // (2 - n)


def leaks_stop():
    yield 1
    raise StopIteration("leaked")


def next_inside():
    yield next(iter([]))


def delegating():
    result = yield from numbers(5)
    return result


def resilient():
    while True:
        try:
            yield "ready"
        except ValueError as error:
            print("     handled", error)
        except GeneratorExit:
            print("     closing")
            raise


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


def failing_close():
    try:
        yield 1
    finally:
        raise OSError("in finally")


def returning_close():
    try:
        yield 1
    except GeneratorExit:
        return "value at close"


attempt("loop over a generator", list, numbers(5))
attempt("list comprehension", lambda: [1 / n for n in (2, 1, 0)])
attempt("set comprehension", lambda: {n.real for n in (1, "b")})
attempt("dict comprehension", lambda: {k: int(v) for k, v in [("a", "1"), ("b", "x")]})
attempt("condition", lambda: [n for n in (1, "a") if n > 0])
attempt("nested", lambda: [[y.upper() for y in x] for x in ("ab", [1])])
attempt("iterable", lambda: [n for n in 5])
attempt("iterable of a generator expression", lambda: (n for n in None))
attempt("generator expression", lambda: sum(n.real for n in (1, 2, "x")))
attempt("unpacking target", lambda: [a for a, b in [(1, 2), (3,)]])
attempt("leaked StopIteration", list, leaks_stop())
attempt("next inside", list, next_inside())
attempt("yield from", list, delegating())

generator = numbers(5)
print("first two:", next(generator), next(generator))
attempt("third fails", next, generator)
attempt("then it is finished", next, generator)

generator = resilient()
attempt("throw before start", resilient().throw, KeyError("early"))
print(next(generator), generator.throw(ValueError("one")), generator.throw(ValueError("two")))
attempt("throw unhandled", generator.throw, TypeError("three"))
attempt("throw after the end", generator.throw, TypeError("four"))
attempt("throw junk", resilient().throw, 5)
generator = resilient()
next(generator)
print("close:", generator.close(), generator.close())
for function in (stubborn, failing_close, returning_close):
    generator = function()
    next(generator)
    attempt(f"close {function.__name__}", generator.close)
attempt("send before start", resilient().send, 1)


def recursive():
    yield next(me)


me = recursive()
attempt("already executing", next, me)


def context_of_throw():
    try:
        yield
    except KeyError:
        raise ValueError("while handling the thrown one")


generator = context_of_throw()
next(generator)
attempt("context from throw", generator.throw, KeyError("thrown in"))


async def coroutine():
    raise StopIteration("in a coroutine")


attempt("coroutine", coroutine().send, None)
for make in (lambda: (x for x in [1] if missing_name), lambda: map(int, ["1", "y"]),
             lambda: filter(lambda v: v.isdigit(), ["1", 2]), lambda: zip([1], numbers(5)),
             lambda: enumerate(numbers(5))):
    attempt("lazy", list, make())
