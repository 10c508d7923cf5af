# harness:
#   description: building, splitting and matching exception groups, except*, derive, reprs and printed trees
#   tags: [exception-group, traceback]
import traceback


def attempt(label, function, *args):
    try:
        print(label, "->", repr(function(*args)))
    except Exception as error:
        print(label, "->", type(error).__name__)


group = ExceptionGroup("top", [ValueError(1),
                               ExceptionGroup("mid", [TypeError("t"), ValueError(2), KeyError("k")]),
                               OSError(5, "io")])
print("repr:", repr(group), "| str:", group, "|", group.message, len(group.exceptions), group.args)
print("subgroup:", group.subgroup(ValueError), group.subgroup((KeyError, OSError)),
      group.subgroup(ZeroDivisionError), group.subgroup(lambda e: "k" in str(e)))
print("split:", group.split(ValueError), group.split(lambda e: isinstance(e, ExceptionGroup)
                                                     and e.message == "mid"), group.split(Exception))
for args in (("m", []), ("m", [1]), ("m", [ValueError]), (5, [ValueError()]), ("m",), ("m", "ab"),
             ("m", ValueError()), ("m", [KeyboardInterrupt()]), ("m", [ValueError()], 3)):
    attempt(f"ExceptionGroup{args}", ExceptionGroup, *args)
attempt("BaseExceptionGroup of exceptions", BaseExceptionGroup, "b", (ValueError(),))
attempt("BaseExceptionGroup of base", BaseExceptionGroup, "b", [KeyboardInterrupt(), ValueError()])
attempt("split by text", group.split, "ValueError")
attempt("split by group type", group.subgroup, ExceptionGroup)


class Tagged(ExceptionGroup):
    def __new__(cls, message, errors, tag):
        made = super().__new__(cls, message, errors)
        made.tag = tag
        return made

    def derive(self, errors):
        return Tagged(self.message, errors, self.tag)


tagged = Tagged("tagged", [ValueError("v"), TypeError("t")], "T1")
part, rest = tagged.split(TypeError)
print("derive:", type(part).__name__, part.tag, part, rest.exceptions)


def run(error):
    log = []
    try:
        try:
            raise error
        except* ValueError as caught:
            log.append(f"values {caught!r}")
        except* (TypeError, KeyError) as caught:
            log.append(f"type or key {caught.message!r} {len(caught.exceptions)}")
            raise RuntimeError("from handler")
        else:
            log.append("else")
        finally:
            log.append("finally")
    except Exception as outer:
        log.append(f"left: {outer.args[0]!r} {getattr(outer, 'exceptions',
                                                      ())!r} context={outer.__context__!r:.40}")
    print(*log, sep="\n   ")


run(group)
run(ValueError("naked"))
run(TypeError("naked type"))
run(IndexError("not matched"))
run(ExceptionGroup("only values", [ValueError("a"), ExceptionGroup("deeper", [ValueError("b")])]))
run(ExceptionGroup("unmatched", [IndexError("i")]))

for source in ("try: pass\nexcept* ValueError: pass\nexcept TypeError: pass\n", "try: pass\nexcept*: pass\n",
               "for x in y:\n try: pass\n except* E: break\n",
               "def f():\n try: pass\n except* E: return 1\n"):
    try:
        compile(source, "<group>", "exec")
    except SyntaxError as error:
        print("syntax:", error.lineno)
attempt("except* with a group type", exec, "try:\n raise ValueError\nexcept* ExceptionGroup:\n pass\n")
attempt("except* with junk", exec, "try:\n raise ValueError\nexcept* 5:\n pass\n")


def fail(kind, text):
    try:
        raise kind(text)
    except kind as error:
        return error


deep = ExceptionGroup("level 0", [fail(ValueError, "multi\nline"),
                                  ExceptionGroup("level 1",
                                                 [ExceptionGroup("level 2", [fail(KeyError, "bottom")]),
                                                  fail(OSError, "plain")])])
deep.__cause__ = fail(EOFError, "cause")
deep.exceptions[1].add_note("a note on level 1")
wide = ExceptionGroup("wide", [ValueError(n) for n in range(18)])
for error in (deep, wide):
    text = traceback.TracebackException.from_exception(error, limit=0)
    print("".join(text.format()), end="")
print("".join(traceback.TracebackException.from_exception(wide, max_group_width=2).format()), end="")
print("".join(traceback.TracebackException.from_exception(deep, max_group_depth=1,
                                                          limit=0).format(chain=False)), end="")
print(traceback.format_exception_only(deep), "".join(traceback.format_exception_only(deep, show_group=True)),
      sep="\n")
