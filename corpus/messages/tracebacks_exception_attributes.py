# harness:
#   description: messages when attributes, notes and tracebacks of exceptions are set to wrong values
#   tags: [errors, messages, traceback]
import sys
import types

error = ValueError("v")
for attribute in ("__traceback__", "__cause__", "__context__", "args", "__dict__"):
    for value in (5, "text"):
        try:
            setattr(error, attribute, value)
            print(f"{attribute} = {value!r} -> {getattr(error, attribute)!r}")
        except TypeError as problem:
            print(f"{attribute} = {value!r} -> {problem}")
for source in ("error.with_traceback(5)", "error.with_traceback()", "error.add_note(5)", "error.add_note()",
               "error.add_note('a', 'b')", "types.TracebackType(None, None, 0, 1)", "types.TracebackType()",
               "types.TracebackType(5, sys._getframe(), 0, 1)",
               "types.TracebackType(None, sys._getframe(), 'a', 1)",
               "BaseException(a=1, b=2)",
             "OSError(errno=1)", "ImportError(name='n', path='p', other=1)", "NameError(nam='x')",
               "AttributeError(obj=1, nme=2)",
             "UnicodeDecodeError('a', 'b', 1, 2, 'c')",
               "UnicodeDecodeError('a', b'b', 1, 2)", "UnicodeEncodeError()", "sys._getframe('a')"):
    try:
        print(source, "->", repr(eval(source)))
    except Exception as problem:
        print(source, "->", f"{type(problem).__name__}: {problem}")
try:
    del error.__cause__
except TypeError as problem:
    print("del __cause__ ->", problem)
try:
    raise
except RuntimeError as problem:
    print("raise with nothing active ->", problem)
