# harness:
#   description: sys.exc_info and sys.exception through nesting, tb attributes, with_traceback, frames
#   tags: [traceback, frames]
import sys
import types


def state():
    kind, value, trace = sys.exc_info()
    return (kind and kind.__name__), (value and value.args), trace is not None, sys.exception() is value


print("outside:", state(), sys.exc_info())
try:
    raise ValueError("one")
except ValueError:
    print("inside:", state())
    try:
        raise KeyError("two")
    except KeyError:
        print("nested:", state())
    print("restored:", state())
    try:
        pass
    finally:
        print("finally in handler:", state())
print("after:", state())


def generator():
    yield state()
    try:
        raise OSError("in generator")
    except OSError:
        yield state()
        yield state()
    yield state()


g = generator()
try:
    raise TypeError("around the generator")
except TypeError:
    print("generator in handler:", next(g), next(g), state())
print("generator outside:", next(g), state(), next(g))


def with_finally():
    try:
        return 1 // 0
    except ZeroDivisionError:
        raise LookupError("replaced")
    finally:
        print("finally sees:", state())


try:
    with_finally()
except LookupError as error:
    trace = error.__traceback__
    chain = []
    while trace is not None:
        chain.append((trace.tb_frame.f_code.co_name, trace.tb_lineno,
                      trace.tb_lineno - trace.tb_frame.f_code.co_firstlineno))
        trace = trace.tb_next
    print("chain:", chain, error.__context__.__traceback__.tb_next)
    kept = error
try:
    print(error)
except NameError as gone:
    print("name is unbound after the handler:", gone.name)

print("kept object:", kept.args, type(kept.__traceback__) is types.TracebackType)
print("with_traceback:", kept.with_traceback(None) is kept, kept.__traceback__)
for bad in (5, "text"):
    try:
        kept.with_traceback(bad)
    except TypeError as problem:
        print("with_traceback", bad, type(problem).__name__)
    try:
        kept.__traceback__ = bad
    except TypeError as problem:
        print("__traceback__ =", bad, type(problem).__name__)
for attribute in ("__cause__", "__context__", "__suppress_context__", "args"):
    try:
        setattr(kept, attribute, 5)
        print("set", attribute, "->", getattr(kept, attribute))
    except TypeError as problem:
        print("set", attribute, "->", type(problem).__name__)
try:
    del kept.__cause__
except TypeError as problem:
    print("del __cause__:", type(problem).__name__)


def inner():
    local_value = 5
    raise RuntimeError(local_value)


def outer():
    inner()


try:
    outer()
except RuntimeError as error:
    frame = error.__traceback__.tb_next.tb_next.tb_frame
    print("frame:", frame.f_code.co_name, frame.f_locals, frame.f_back.f_code.co_name,
          frame.f_globals is globals(), frame.f_lineno - frame.f_code.co_firstlineno,
          frame.f_code.co_varnames)
    count_before = 3
    try:
        raise error
    except RuntimeError as again:
        depth, trace = 0, again.__traceback__
        while trace:
            depth, trace = depth + 1, trace.tb_next
        print("raising again adds entries:", count_before, depth, again is error)
    made = types.TracebackType(None, frame, 0, 77)
    print("made by hand:", made.tb_lineno, made.tb_next, made.tb_lasti, made.tb_frame is frame)
    made.tb_next = error.__traceback__
    print("tb_next set:", made.tb_next.tb_lineno == error.__traceback__.tb_lineno)
    try:
        error.__traceback__.tb_next = error.__traceback__
    except ValueError as problem:
        print("loop refused:", type(problem).__name__)

try:
    raise
except RuntimeError as error:
    print("raise with nothing active:", type(error).__name__)


def reraise_bare():
    raise


try:
    try:
        int("q")
    except ValueError:
        reraise_bare()
except ValueError as error:
    print("bare raise in a function:", type(error).__name__)
try:
    try:
        raise KeyError("first")
    except KeyError as first:
        try:
            raise first
        finally:
            print("context of itself:", first.__context__)
except KeyError as error:
    print("still first:", error.args, error.__context__)
print("current frame:", sys._getframe().f_code.co_name, (lambda: sys._getframe().f_code.co_name)(),
      (lambda: sys._getframe(1).f_code.co_name)())
try:
    sys._getframe(10000)
except ValueError as error:
    print("deep frame:", type(error).__name__)
