# harness:
#   description: dis - the stable parts - code flags, names, line starts, nested code, replace
#   tags: [module:dis, module:inspect, code-objects]
import dis
import inspect


def plain(a, b=2, /, c=3, *args, d, e=5, **kwargs):
    """Doc of plain."""
    total = a + b
    if total:
        return [total, c, args, d, e, kwargs]
    return None


def generator():
    yield 1


async def coroutine():
    return 1


async def async_generator():
    yield 1


def outer(x):
    y = x

    def inner(z):
        return x + y + z
    return inner


class Holder:
    attribute = 1

    def method(self):
        return __class__


def flags(code):
    return sorted(name for bit, name in dis.COMPILER_FLAG_NAMES.items() if code.co_flags & bit)


for function in (plain, generator, coroutine, async_generator, outer(1), lambda: 0, Holder.method):
    code = function.__code__
    print(code.co_name, code.co_qualname, flags(code))
    print("    args:", code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount, "vars:",
          code.co_varnames, code.co_nlocals)
    print("    free:", code.co_freevars, "cell:", code.co_cellvars)

print("code of outer:", outer.__code__.co_cellvars, [c.co_name for c in outer.__code__.co_consts
                                                     if inspect.iscode(c)])
module = compile("import os\nx: int = 1\nfor i in []:\n    print(i, x)\n", "<sample>", "exec")
print("module:", module.co_name, module.co_filename, sorted(set(module.co_names) & {"os", "x", "i", "print"}),
      flags(module))
lines = sorted({line for _, line in dis.findlinestarts(plain.__code__) if line is not None})
first = plain.__code__.co_firstlineno
print("line starts:", [line - first for line in lines if line > first])
print("co_lines agree:", sorted({n for *_, n in plain.__code__.co_lines() if n is not None
                                 and n > first}) == [n for n in lines if n > first])
instructions = list(dis.get_instructions(plain))
print("instructions are tuples:", all(isinstance(i.opname, str) and i.opcode == dis.opmap[i.opname]
                                      for i in instructions if i.opname in dis.opmap))
print("offsets ascend:", [i.offset for i in instructions] == sorted(i.offset for i in instructions))
print("returns are there:", any(i.opname.startswith("RETURN") for i in instructions))
print("known names loaded:", sorted({i.argval for i in dis.get_instructions(outer(1))
                                     if isinstance(i.argval, str)} & {"x", "y", "z"}))
print("opnames:", len(dis.opname) >= 256, all(dis.opname[code] == name for name,
                                              code in dis.opmap.items() if code < 256))
text = dis.code_info(plain)
wanted = ("Name:", "Argument count:", "Positional-only", "Kw-only", "Number of locals:", "Flags:")
print("info:", [" ".join(line.split()) for line in text.splitlines() if line.startswith(wanted)])
for bad in (5, "1 +", None):
    try:
        dis.dis(bad) if bad is not None else dis.get_instructions(bad)
        print("no error for", bad)
    except (TypeError, SyntaxError, RuntimeError) as error:
        print(type(error).__name__)
replaced = plain.__code__.replace(co_name="renamed", co_firstlineno=100)
print("replaced:", replaced.co_name, replaced.co_firstlineno, plain.__code__.co_name,
      replaced == plain.__code__, replaced.co_varnames[:2])
print("equal code:", compile("a+1", "f", "eval") == compile("a+1", "f", "eval"),
      compile("a+1", "f", "eval") == compile("a+2", "f", "eval"))
