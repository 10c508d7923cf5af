# harness:
#   description: the group that except* builds when handlers raise, with its repr, args and message
#   tags: [exception-group]


def run(label, error, raising):
    try:
        try:
            raise error
        except* ValueError as caught:
            raise raising from caught
        except* TypeError:
            raise
    except BaseException as outer:
        print(label, "->", repr(outer))
        print("  args:", repr(outer.args), type(getattr(outer, "exceptions", None)).__name__)
        print("  str:", str(outer))


run("all handled", ExceptionGroup("g", [ValueError(1)]), RuntimeError("new"))
run("partly handled", ExceptionGroup("g", [ValueError(1), OSError(2)]), RuntimeError("new"))
run("naked", ValueError("plain"), RuntimeError("new"))
run("raised again too", ExceptionGroup("g", [ValueError(1), TypeError(2), KeyError(3)]), RuntimeError("new"))
run("base exception", BaseExceptionGroup("g", [ValueError(1), KeyboardInterrupt()]), SystemExit(3))
made = ExceptionGroup("from a tuple", (ValueError(1), KeyError("k")))
print("made:", repr(made), repr(made.args), repr(made.exceptions),
      repr(ExceptionGroup("list", [ValueError(1)])))
