# harness:
#   description: wording of errors for wrong arguments to exec, eval, compile and code objects
#   tags: [messages, compile]

import types


def outer():
    value = 1

    def inner():
        return value
    return inner


inner = outer()

EXPRESSIONS = r"""
eval(5)
eval(None)
eval("")
eval("   ")
eval("1 +")
eval("x = 1")
eval("1; 2")
eval("1", 5)
eval("1", {}, 5)
eval("1", [], {})
eval("1\0")
exec(5)
exec("1", 5)
exec("1", {}, 5)
exec(inner.__code__)
exec(inner.__code__, closure=())
exec(inner.__code__, closure=5)
exec("1", closure=inner.__closure__)
compile("1", "<s>", "bad")
compile("1", "<s>", 5)
compile(5, "<s>", "exec")
compile("1", 5, "exec")
compile("1\0", "<s>", "exec")
compile("a\nb", "<s>", "single")
compile("1", "<s>", "exec", flags=1 << 30)
compile("1", "<s>", "exec", optimize=5)
compile(b"'\xe9'", "<s>", "exec")
compile(b"# coding: nonsense\n1", "<s>", "exec")
types.FunctionType(5, {})
types.FunctionType(inner.__code__, 5)
types.FunctionType(inner.__code__, {})
types.FunctionType(inner.__code__, {}, closure=())
types.FunctionType(inner.__code__, {}, closure=(5,))
types.CellType(1, 2)
types.CellType().cell_contents
inner.__code__.replace(co_nothing=1)
inner.__code__.replace(co_name=5)
setattr(inner.__code__, "co_name", "x")
""".strip().splitlines()
for source in EXPRESSIONS:
    try:
        eval(source)
        print(f"{source} -> no error")
    except Exception as exc:
        print(f"{source} -> {type(exc).__name__}: {exc}")
