# harness:
#   description: except* matching, re-raising of the rest, raising inside handlers, naked exceptions
#   tags: [exceptions, exception-groups]


def show(exc):
    if isinstance(exc, BaseExceptionGroup):
        return f"{exc.message!r}({', '.join(show(e) for e in exc.exceptions)})"
    return repr(exc)


def group(*excs, message="g"):
    return BaseExceptionGroup(message, list(excs))


def handle(exc):
    log = []
    try:
        try:
            if exc is not None:
                raise exc
            log.append("body")
        except* (ValueError, KeyError) as eg:
            log.append(f"first {show(eg)}")
        except* OSError as eg:
            log.append(f"second {show(eg)}")
            raise
        except* TypeError as eg:
            log.append(f"third {show(eg)}")
            raise RuntimeError("new") from eg
        else:
            log.append("else")
        finally:
            log.append("finally")
    except BaseException as out:
        log.append(f"OUT {show(out)} cause={show(out.__cause__) if out.__cause__ else None}")
    return log


CASES = {
    "nothing": None,
    "naked value": ValueError("naked"),
    "naked other": ZeroDivisionError("other"),
    "naked oserror": OSError("os"),
    "one match": group(ValueError(1), KeyError(2)),
    "rest": group(ValueError(1), ZeroDivisionError(2)),
    "reraise": group(OSError(1), ValueError(2)),
    "new": group(TypeError("t"), ValueError(1)),
    "everything": group(ValueError(1), OSError(2), TypeError(3), ZeroDivisionError(4)),
    "nested": group(group(ValueError(1), TypeError(2), message="in"), group(OSError(3), message="in2")),
    "base": group(KeyboardInterrupt("ki"), ValueError(1)),
}
for label, exc in CASES.items():
    print(f"{label}:")
    for line in handle(exc):
        print("   ", line)


def several_new():
    try:
        raise ExceptionGroup("orig", [ValueError(1), TypeError(2), OSError(3)])
    except* ValueError:
        raise KeyError("from value")
    except* TypeError:
        raise IndexError("from type")


try:
    several_new()
except ExceptionGroup as eg:
    print("several", show(eg), [show(e.__context__) if e.__context__ else None for e in eg.exceptions])


def loops():
    out = []
    for n in range(3):
        try:
            raise ExceptionGroup("e", [ValueError(n)])
        except* ValueError as eg:
            out.append(eg.exceptions[0].args[0])
    return out, "eg" in locals()


print(loops())


def reraise_same():
    original = ExceptionGroup("o", [ValueError(1)])
    try:
        try:
            raise original
        except* ValueError as eg:
            raise eg
    except ExceptionGroup as out:
        return show(out), out is original


print(reraise_same())


def catch_group_with_plain():
    try:
        raise ExceptionGroup("plain", [ValueError(1)])
    except ValueError:
        return "wrong"
    except ExceptionGroup as eg:
        return show(eg)


print(catch_group_with_plain())
for kind in (ExceptionGroup, 5, (ValueError, BaseExceptionGroup)):
    try:
        try:
            raise ValueError(1)
        except* kind:
            print("caught")
    except TypeError:
        print("TypeError")


def swallow_all():
    try:
        raise ExceptionGroup("x", [ValueError(1), ExceptionGroup("y", [KeyError(2)])])
    except* Exception as eg:
        return_value = show(eg)
    return return_value


print(swallow_all())
for source in [
    "try: pass\nexcept* ValueError: pass\nexcept KeyError: pass",
    "try: pass\nexcept*: pass",
    "def f():\n    try: pass\n    except* ValueError: return 1",
    "for x in y:\n    try: pass\n    except* ValueError: break",
    "for x in y:\n    try: pass\n    except* ValueError: continue",
    "for x in y:\n    try: pass\n    except* ValueError:\n        for z in x: break",
    "try: pass\nexcept* A, B: pass",
    "try: pass\nexcept A, B: pass",
    "try: pass\nexcept A, B as c: pass",
    "try: pass",
    "try: pass\nexcept: pass\nexcept A: pass",
    "try: pass\nelse: pass",
    "try: pass\nexcept A as b.c: pass",
]:
    try:
        compile(source, "<case>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as exc:
        print(repr(source), "->", type(exc).__name__)
