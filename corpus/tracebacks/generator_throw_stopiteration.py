# harness:
#   description: StopIteration thrown into generators that have not started, are running or are finished
#   tags: [generators, errors]


def plain():
    yield 1
    yield 2


def catching():
    try:
        yield 1
    except StopIteration as error:
        yield f"caught {error.value}"


def delegating():
    result = yield from plain()
    yield result


def attempt(label, function, *args):
    try:
        print(label, "->", function(*args))
    except BaseException as error:
        print(label, "->", repr(error), f"cause={error.__cause__!r} context={error.__context__!r}")


attempt("not started", plain().throw, StopIteration("thrown"))
attempt("not started, other error", plain().throw, KeyError("thrown"))
for make in (plain, catching, delegating):
    generator = make()
    next(generator)
    attempt(f"{make.__name__} started", generator.throw, StopIteration("thrown"))
    attempt(f"{make.__name__} afterwards", next, generator)
finished = plain()
list(finished)
attempt("finished", finished.throw, StopIteration("late"))
attempt("expression not started", (n for n in "ab").throw, StopIteration("thrown"))
