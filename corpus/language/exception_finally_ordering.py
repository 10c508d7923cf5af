# harness:
#   description: order of try, except, else and finally blocks with loops, returns and nested handlers
#   tags: [exceptions, control-flow]

log = []


def run(label, function, *args):
    log.clear()
    try:
        result = f"-> {function(*args)!r}"
    except BaseException as exc:
        result = f"!! {type(exc).__name__}"
    print(f"{label:<26}{' '.join(log):<46}{result}")


def full(action):
    try:
        log.append("try")
        if action == "raise value":
            raise ValueError("v")
        if action == "raise other":
            raise OSError("o")
        if action == "return":
            return "from try"
    except ValueError:
        log.append("except")
        return "from except"
    else:
        log.append("else")
        if action == "else raise":
            raise ValueError("not caught by own except")
        return "from else"
    finally:
        log.append("finally")


for action in ("nothing", "raise value", "raise other", "return", "else raise"):
    run(f"full {action}", full, action)


def matching(exc):
    try:
        raise exc
    except (KeyError, IndexError) as caught:
        log.append(f"tuple:{type(caught).__name__}")
    except LookupError:
        log.append("lookup")
    except (ArithmeticError, TypeError):
        log.append("arith")
    except Exception:
        log.append("exception")
    except:  # noqa: E722
        log.append("bare")


for exc in (KeyError, IndexError("i"), LookupError, ZeroDivisionError, TypeError("t"), RuntimeError,
            KeyboardInterrupt):
    run(f"match {(exc if isinstance(exc, type) else type(exc)).__name__}", matching, exc)


def lazily(name):
    log.append(f"eval:{name}")
    return {"V": ValueError, "K": KeyError, "bad": 5, "badtuple": (ValueError, "text"),
            "nested": (LookupError, (ValueError,))}[name]


def expression_handlers(exc, *names):
    try:
        raise exc
    except lazily(names[0]):
        log.append("first")
    except lazily(names[1]):
        log.append("second")


run("handlers evaluated", expression_handlers, KeyError("k"), "V", "K")
run("handlers stop early", expression_handlers, ValueError("v"), "V", "bad")
run("bad handler", expression_handlers, KeyError("k"), "bad", "K")
run("bad tuple handler", expression_handlers, KeyError("k"), "badtuple", "K")
run("nested tuple handler", expression_handlers, ValueError("v"), "nested", "V")
run("tuple matches first", expression_handlers, ValueError("v"), "badtuple", "K")


def loops():
    for n in range(4):
        try:
            log.append(f"t{n}")
            if n == 1:
                continue
            if n == 2:
                break
        finally:
            log.append(f"f{n}")
    else:
        log.append("loop else")
    return n


run("loops", loops)


def nested():
    try:
        try:
            raise KeyError("inner")
        except ValueError:
            log.append("wrong")
        finally:
            log.append("f1")
    except KeyError as exc:
        log.append(f"outer caught {exc}")
        try:
            raise
        except LookupError:
            log.append("reraised")
        finally:
            log.append("f2")
    finally:
        log.append("f3")


run("nested", nested)


def name_deleted():
    exc = "before"
    log.append(exc)
    try:
        raise ValueError
    except ValueError as exc:
        pass
    return exc


run("name deleted", name_deleted)


def name_rebound():
    try:
        raise ValueError("v")
    except ValueError as exc:
        exc = "rebound inside"
        log.append(exc)
    return "exc" in locals()


run("name rebound", name_rebound)


def while_retry():
    attempts = 0
    while True:
        attempts += 1
        try:
            if attempts < 3:
                raise OSError(attempts)
        except OSError as exc:
            log.append(f"retry{exc}")
        else:
            return attempts
        finally:
            log.append(f"f{attempts}")


run("while retry", while_retry)


def finally_raises_over_return():
    try:
        return "lost"
    finally:
        {}["missing"]


run("finally raises", finally_raises_over_return)


def generator_finally():
    def gen():
        try:
            yield 1
        except ValueError:
            log.append("gen except")
        else:
            log.append("gen else")
        finally:
            log.append("gen finally")
    g = gen()
    next(g)
    try:
        g.throw(ValueError)
    except StopIteration:
        log.append("stopped")
    return list(gen())


run("generator", generator_finally)


def deep(n):
    try:
        if n == 0:
            raise ValueError("bottom")
        deep(n - 1)
    finally:
        log.append(str(n))


run("unwinding", deep, 3)


def exit_now():
    try:
        raise SystemExit(3)
    except Exception:
        log.append("not here")
    finally:
        log.append("finally")


run("system exit", exit_now)
