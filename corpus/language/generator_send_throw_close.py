# harness:
#   description: generator send, throw and close in every state, with return values
#   tags: [generators]

import inspect


def echo(log):
    received = None
    while True:
        try:
            received = yield received
            log.append(f"got {received!r}")
            if received == "stop":
                return "returned value"
        except ValueError as exc:
            log.append(f"caught {exc}")
            received = "recovered"
        finally:
            log.append("finally")


log = []
gen = echo(log)
print(inspect.getgeneratorstate(gen))
try:
    gen.send(1)
except TypeError:
    print("TypeError")
print(gen.send(None), gen.send(10), gen.throw(ValueError("bad")), next(gen), inspect.getgeneratorstate(gen))
try:
    gen.send("stop")
except StopIteration as exc:
    print("StopIteration", exc.value, exc.args)
print(inspect.getgeneratorstate(gen), next(gen, "exhausted"), gen.close())
print(log)
for call in (lambda: gen.send(1), lambda: gen.throw(KeyError("after end"))):
    try:
        call()
    except (StopIteration, KeyError) as exc:
        print(type(exc).__name__, exc.args)


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield "refuses"


def returns_on_close():
    try:
        yield 1
    except GeneratorExit:
        return "closing value"


def raises_on_close():
    try:
        yield 1
    finally:
        raise OSError("during close")


for factory in (stubborn, returns_on_close, raises_on_close):
    g = factory()
    next(g)
    try:
        print(factory.__name__, g.close())
    except (RuntimeError, OSError) as exc:
        print(factory.__name__, type(exc).__name__, type(exc.__context__).__name__)
g = returns_on_close()
print("never started", g.close(), list(g))
s = stubborn()
next(s)
try:
    s.close()
except RuntimeError:
    print("finished by hand", next(s, "done"))


def plain():
    yield 1
    yield 2


g = plain()
try:
    g.throw(KeyError)
except KeyError as exc:
    print("throw unstarted", exc.args, list(g))
g = plain()
next(g)
for args in [(5,), ("text",), (), (object(),)]:
    try:
        g.throw(*args)
    except TypeError:
        print("TypeError")
print(next(g))


def leaks_stop():
    yield 1
    raise StopIteration("leaked")


try:
    list(leaks_stop())
except RuntimeError as exc:
    print("RuntimeError", repr(exc.__cause__))


def leaks_next():
    yield next(iter([]))


try:
    next(leaks_next())
except RuntimeError as exc:
    print("RuntimeError", exc.__cause__ is exc.__context__)


def reenter():
    yield next(me)


me = reenter()
try:
    next(me)
except ValueError:
    print("ValueError")


def context():
    try:
        yield
    except ValueError:
        raise TypeError("second")


g = context()
next(g)
try:
    g.throw(ValueError("first"))
except TypeError as exc:
    print(repr(exc), "from", repr(exc.__context__))


def handles_outer():
    try:
        raise LookupError("inside")
    except LookupError:
        yield "in handler"
        raise


g = handles_outer()
print(next(g))
try:
    raise OSError("outside")
except OSError as outside:
    try:
        next(g)
    except LookupError as exc:
        print(repr(exc), repr(exc.__context__), repr(outside.__context__))
print(gen.__name__, gen.__qualname__, (x for x in ()).__name__, plain().gi_yieldfrom, plain().gi_running)
