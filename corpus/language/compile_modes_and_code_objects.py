# harness:
#   description: compile in exec, eval and single mode, AST input, flags, encodings, code attributes
#   tags: [compile, exec]

import ast
import builtins
import sys
import types

code = compile("a = 1\nb = a + 2", "<file>", "exec")
print(type(code).__name__, code.co_name, code.co_filename, code.co_firstlineno, code.co_names,
      code.co_argcount, code.co_freevars)
exec(compile("1 + 1\n'text'\nNone\n[x for x in 'ab']", "<single>", "exec"))
shown = []
old_hook, sys.displayhook = sys.displayhook, lambda value: shown.append(value)
exec(compile("1 + 1; 'two'; None", "<single>", "single"))
exec(compile("for n in range(2): n\n", "<single>", "single"))
exec(compile("if True:\n    'inside'\n", "<single>", "single"))
exec(compile("def f():\n    5\nf", "<single>", "exec"))
sys.displayhook = old_hook
print(shown)
exec(compile("'through real hook'", "<single>", "single"))
print(builtins._, eval(compile("(1,\n2)", "<e>", "eval")), eval(compile("5 \n\n", "<e>", "eval")))
for source, mode in [("x = 1", "eval"), ("", "eval"), ("1; 2", "eval"), ("a\nb", "single"),
                     ("", "single"), ("x", "bad"), ("if 1:\n  pass", "single"), ("def f(): pass", "single"),
                     ("a = 1\n\n", "single"), ("\n", "exec"), ("", "exec"), ("# only", "single"),
                     ("lambda", "eval"), ("(int) -> str", "func_type"), ("x\n  y", "exec"),
                     ("if x:\n\ty\n        z", "exec")]:
    try:
        print(repr(source), mode, type(compile(source, "<m>", mode)).__name__)
    except (SyntaxError, ValueError) as exc:
        print(repr(source), mode, type(exc).__name__)

tree = ast.parse("def f(x):\n    return x * 2\nresult = f(21)")
tree.body[0].body[0].value.op = ast.Add()
scope = {}
exec(compile(ast.fix_missing_locations(tree), "<ast>", "exec"), scope)
print(scope["result"], ast.unparse(tree))
print(eval(compile(ast.parse("6 * 7", mode="eval"), "<ast>", "eval")))
print(type(compile("1", "<f>", "exec", ast.PyCF_ONLY_AST)).__name__,
      ast.dump(compile("a.b[0]", "<f>", "eval", ast.PyCF_ONLY_AST)))
for bad in (ast.Module([ast.Expr(ast.Name("x", ast.Store()))], []), ast.Expression(ast.Name("x")),
            ast.Module([ast.Pass()], []), ast.Module([5], [])):
    try:
        compile(bad, "<bad>", "eval" if isinstance(bad, ast.Expression) else "exec")
        print("compiled")
    except (ValueError, TypeError) as exc:
        print(type(exc).__name__)

for source in [b"# -*- coding: latin-1 -*-\ns = '\xe9'", b"s = '\xc3\xa9'", b"\xef\xbb\xbfs = 'bom'",
               b"s = '\xe9'", b"# coding: utf-16\ns = 1", b"# coding: nonsense\ns = 1", b"s = 'a\x00b'",
               bytearray(b"s = 'ba'"), memoryview(b"s = 'mv'"),
               b"#!/bin/sh\n# vim: set fileencoding=cp1252 :\ns = '\x80'", "\ufeffs = 'str bom'",
               "# coding: ascii\ns = '\u20ac'",
               b"s = 'crlf'\r\nt = '''a\r\nb'''\r\n", "s = 'cr only'\rt = 1", "s = 'a' \\\n 'b'",
               "s = 1\x0c\nt = 2"]:
    scope = {}
    try:
        exec(compile(source, "<enc>", "exec"), scope)
        print(repr(scope["s"]), repr(scope.get("t")))
    except (SyntaxError, ValueError) as exc:
        print(type(exc).__name__)

LINES = "x = 1\n\n\ndef f():\n    a = (1,\n         2,\n         boom)\n    return a\n\nf()\n"
try:
    exec(compile(LINES, "<lines>", "exec"), {})
except NameError as exc:
    tb = exc.__traceback__.tb_next
    print(tb.tb_lineno, tb.tb_next.tb_lineno, tb.tb_next.tb_frame.f_lineno,
          tb.tb_next.tb_frame.f_code.co_firstlineno)


def sample(a, b, /, c=3, *args, d, **kw):
    """Doc."""
    inner = [a for a in args]
    return lambda: (a, inner, sample)


co = sample.__code__
print(co.co_name, co.co_qualname, co.co_argcount, co.co_posonlyargcount, co.co_kwonlyargcount,
      co.co_varnames[:6], co.co_cellvars, co.co_freevars)
print(bool(co.co_flags & 0x04), bool(co.co_flags & 0x08),
      [c.co_name for c in co.co_consts if isinstance(c, types.CodeType)], "Doc." in co.co_consts)
renamed = types.FunctionType(co.replace(co_name="renamed", co_filename="<new>", co_firstlineno=100),
                             globals(), argdefs=(9,))
print(renamed.__name__, renamed.__code__.co_filename, renamed.__code__.co_firstlineno,
      renamed(1, 2, d=4)()[0:2], renamed.__defaults__)
print(compile("1", "<a>", "exec") == compile("1", "<a>", "exec"),
      compile("1", "<a>", "exec") == compile("2", "<a>", "exec"), hash(co) == hash(sample.__code__))
for thunk in (lambda: setattr(co, "co_name", "x"), lambda: types.FunctionType(5, {}),
              lambda: types.FunctionType(co)):
    try:
        thunk()
    except (TypeError, AttributeError) as exc:
        print(type(exc).__name__)
flags = {name: f.__code__.co_flags & 0x2A0 for name, f in {"plain": lambda: 1,
                                                           "gen": lambda: (yield)}.items()}
print(flags, sorted({line for _, _, line in co.co_lines() if line})[-1] - co.co_firstlineno)
