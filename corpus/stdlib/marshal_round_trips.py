# harness:
#   description: marshal - values of every supported type survive, code objects run again, bad data is refused
#   tags: [module:marshal]
import io
import marshal


def attempt(label, function, *args):
    try:
        print(label, "->", repr(function(*args)))
    except Exception as error:
        print(label, "->", type(error).__name__)


VALUES = [None, True, False, ..., StopIteration, 0, -1, 255, 2 ** 31 - 1, -2 ** 31, 2 ** 31, 10 ** 50,
          -(10 ** 50), 2 ** 15, 2 ** 30, 1.5, -0.0, 1e300, 5e-324, float("inf"), 1 - 2j, complex(-0.0, 0.0),
          "", "ascii", "é€😀",
          "\ud800", "x" * 300, b"", b"\x00\xff" * 150, (), (1, (2, (3,))), tuple(range(300)), [], [1, [2]],
          {}, {"a": {1: (2,)}}, {None: None}, set(), {1, 2}, frozenset({"a"}), [None, ..., True]]
for value in VALUES:
    back = marshal.loads(marshal.dumps(value))
    same = back == value and type(back) is type(value) and repr(back) == repr(value)
    print(repr(value)[:40], "same" if same else f"CHANGED to {back!r}")
print("nan:", repr(marshal.loads(marshal.dumps(float("nan")))), "bytearray becomes:",
      marshal.loads(marshal.dumps(bytearray(b"ba"))), marshal.loads(marshal.dumps(memoryview(b"mv"))))
for version in range(marshal.version + 1):
    sample = ["text", b"bytes", (1, 2.5, 3j), {"k": [None]}, 2 ** 70, frozenset({1})]
    print("version", version, marshal.loads(marshal.dumps(sample, version)) == sample)

shared = ["shared"]
pair = marshal.loads(marshal.dumps([shared, shared]))
print("sharing:", pair, pair[0] is pair[1])
loop = []
loop.append(loop)
looped = marshal.loads(marshal.dumps(loop))
print("recursive list:", looped[0] is looped)
attempt("recursive list in version 2", lambda: marshal.dumps(loop, 2))
for bad in (object(), int, len, lambda: 0, iter([]), range(3), type, [1, object],
            {"k": {1: range(2)}}):
    attempt(f"dump {type(bad).__name__}", marshal.dumps, bad)


class Sub(int):
    pass


attempt("subclass", marshal.dumps, Sub(5))
nested = []
for _ in range(5000):
    nested = [nested]
attempt("too deep", marshal.dumps, nested)

code = compile("def area(w, h=3):\n    'Doc.'\n    return [w * h, __name__]\nresult = area(5)\n",
               "<marshalled>", "exec")
copy = marshal.loads(marshal.dumps(code))
space = {"__name__": "fresh"}
exec(copy, space)
print("code:", space["result"], space["area"].__doc__, space["area"](2, h=4), copy.co_filename, copy.co_name,
      copy == code)


def outer(x):
    def inner(y, *args, z=1, **kw):
        return x, y, args, z, kw
    return inner


inner_code = marshal.loads(marshal.dumps(outer(0).__code__))
rebuilt = type(outer)(inner_code, {}, "rebuilt", None, outer("cell").__closure__)
print("closure:", rebuilt(1, 2, z=5, k=3), inner_code.co_freevars, inner_code.co_varnames)
expression = marshal.loads(marshal.dumps(compile("[n ** 2 for n in data if n % 2]", "<e>", "eval")))
print("eval:", eval(expression, {"data": range(8)}))
generator_code = marshal.loads(marshal.dumps((lambda: (yield from "abc")).__code__))
print("generator:", list(type(outer)(generator_code, {})()))

stream = io.BytesIO()
for value in (1, "two", [3.0]):
    marshal.dump(value, stream)
stream.seek(0)
print("stream:", [marshal.load(stream) for _ in range(3)])
attempt("end of stream", marshal.load, stream)
data = marshal.dumps(["a longer list", 1.5, (None, b"x")])
attempt("empty", marshal.loads, b"")
attempt("unknown type", marshal.loads, b"?")
attempt("truncated", marshal.loads, data[:-1])
attempt("text", marshal.loads, "x")
print("trailing data ignored:", marshal.loads(data + b"rest"))
refused = 0
for cut in range(len(data)):
    try:
        marshal.loads(data[:cut])
    except (EOFError, ValueError, TypeError):
        refused += 1
print("cuts refused:", refused == len(data))
attempt("allow code", lambda: marshal.dumps(code, allow_code=False))
attempt("allow code on load", lambda: marshal.loads(marshal.dumps([code]), allow_code=False))
slices = marshal.loads(marshal.dumps(slice(1, None, 2)))
print("slice:", slices)
