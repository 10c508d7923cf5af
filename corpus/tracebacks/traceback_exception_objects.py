# harness:
#   description: TracebackException attributes, equality, chains, captured locals, limits and own formatting
#   tags: [traceback]
import io
import sys
import traceback
from traceback import StackSummary, TracebackException


def fail(depth, secret="hidden"):
    counter = depth * 2
    if depth == 0:
        return [][counter]
    return fail(depth - 1, secret="d" * depth)


def chained():
    try:
        fail(1)
    except IndexError as error:
        error.add_note("noted")
        try:
            raise KeyError("middle") from error
        except KeyError:
            raise ValueError("outer", 5)


def capture(function, *args, **options):
    try:
        function(*args)
    except Exception as error:
        return TracebackException.from_exception(error, **options), error
    raise AssertionError("no error")


te, error = capture(chained)
print("attributes:", te.exc_type_str, str(te), te.__suppress_context__, te.__cause__,
      te.__context__.exc_type_str, te.__context__.__cause__.exc_type_str, te.__context__.__cause__.__notes__,
      len(te.stack), te.__notes__)
print("only:", list(te.format_exception_only()), list(te.__context__.__cause__.format_exception_only()))
text = "".join(te.format()).replace(__file__, "<script>")
print(text, end="")
direct = "".join(traceback.format_exception(error)).replace(__file__, "<script>")
print("same as format_exception:", text == direct)
print("without chain:", [line.strip() for line in te.format(chain=False)][-1],
      len(list(te.format(chain=False))))
again = TracebackException.from_exception(error)
print("equal:", te == again, te is again, te == 5,
      te != TracebackException.from_exception(ValueError("outer", 5)),
      TracebackException(ValueError, ValueError("x"),
                         None) == TracebackException.from_exception(ValueError("x")))
out = io.StringIO()
again.print(file=out, chain=False)
print("print:", out.getvalue().splitlines()[0], "|", out.getvalue().splitlines()[-1])

captured, _ = capture(fail, 1, capture_locals=True)
for frame in captured.stack[1:]:
    print("locals:", frame.name, dict(sorted(frame.locals.items())))
print("".join(captured.format()).replace(__file__, "<script>").split("line", 2)[2].partition("\n")[2], end="")
limited, _ = capture(fail, 4, limit=2)
print("limit 2:", [f.lineno for f in limited.stack])
limited, _ = capture(fail, 4, limit=-2)
print("limit -2:", [f.name for f in limited.stack])
deep, _ = capture(fail, 8)
lines = "".join(deep.format()).replace(__file__, "<script>").splitlines()
print("folded:", [line for line in lines if "repeated" in line], len(lines))


class Unprintable:
    def __repr__(self):
        raise RuntimeError("no repr")


def bad_local():
    thing = Unprintable()
    raise LookupError(type(thing).__name__)


print("bad local:", capture(bad_local, capture_locals=True)[0].stack[-1].locals)
try:
    compile("a b\n", "inline", "exec")
except SyntaxError as problem:
    syntax = TracebackException.from_exception(problem)
    print("syntax:", syntax.filename, syntax.lineno, syntax.offset, syntax.end_lineno, syntax.end_offset,
          repr(syntax.text), syntax.msg)
loop, other = ValueError("one"), ValueError("two")
loop.__cause__, other.__cause__ = other, loop
print("cycle:", "".join(TracebackException.from_exception(loop).format()).splitlines())
own = ValueError("own context")
own.__context__ = other
own.__suppress_context__ = True
print("suppressed:", list(TracebackException.from_exception(own).format()))
compact = TracebackException.from_exception(own, compact=True)
print("compact drops it:", compact.__context__, compact.__suppress_context__)
long_chain = None
for n in range(60):
    link = ValueError(n)
    link.__context__ = long_chain
    long_chain = link
print("long chain:", sum(line.startswith("ValueError")
                         for line in TracebackException.from_exception(long_chain).format()))
summary = StackSummary.extract(traceback.walk_tb(error.__traceback__), lookup_lines=False)
print("extract:", [(f.name, f.line) for f in summary], StackSummary.from_list([]) == [],
      isinstance(summary, list))


class Terse(StackSummary):
    def format_frame_summary(self, frame, **options):
        return None if frame.name == "<module>" else f"at {frame.name}:{frame.lineno}\n"


terse = Terse(deep.stack)
print("own formatting:", terse.format(), len(terse))
print("sys state:", sys.exc_info(), hasattr(sys, "last_exc"))
