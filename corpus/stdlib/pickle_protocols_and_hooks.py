# harness:
#   description: pickle - all protocols, sharing, reduce variants, persistent ids, find_class, buffers, errors
#   tags: [module:pickle, module:pickletools]
import io
import pickle
import pickletools
from collections import OrderedDict, defaultdict, deque


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


class Plain:
    def __init__(self, x):
        self.x = x

    def __eq__(self, other):
        return type(self) is type(other) and vars(self) == vars(other)

    __hash__ = None

    def method(self):
        return self.x


class Args(tuple):
    def __new__(cls, *items, scale=1):
        self = super().__new__(cls, [i * scale for i in items])
        return self

    def __getnewargs_ex__(self):
        return tuple(self), {"scale": 1}


class State(Plain):
    def __getstate__(self):
        return ("state", self.x)

    def __setstate__(self, state):
        self.x = [state]


class Sub(dict):
    pass


VALUES = [None, True, 0, -1, 255, 65536, 2 ** 40, -(2 ** 100), 1.5, -0.0, 3j, "", "é😀", "line\nbreak\\", b"",
          b"\xff\n", bytearray(b"x"), (), (1,), (1, 2, 3, 4), [], [[]], {}, {"a": {1}}, frozenset({2}), ...,
          NotImplemented, range(3), slice(1, 2),
          len, int, OrderedDict(a=1), defaultdict(list, k=[1]), deque([1], 3), Plain([1]), Args(1, 2),
          ValueError("v", 1), "x" * 300, list(range(1200)), {n: n for n in range(1100)}]
for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    changed = [repr(v)[:20] for v in VALUES if repr(pickle.loads(pickle.dumps(v, protocol))) != repr(v)
               and pickle.loads(pickle.dumps(v, protocol)) != v]
    print("protocol", protocol, "changed:", [c for c in changed if not c.startswith("Value")],
          pickle.dumps(1, protocol), pickle.dumps("a", protocol), pickle.dumps((1, None), protocol))
shared = [1]
copy = pickle.loads(pickle.dumps({"a": shared, "b": (shared, shared)}))
print("sharing:", copy["a"] is copy["b"][0] is copy["b"][1])
loop = [()]
loop[0] = (loop, {"me": loop})
looped = pickle.loads(pickle.dumps(loop))
print("cycle:", looped[0][0] is looped, looped[0][1]["me"] is looped)
state = pickle.loads(pickle.dumps(State(5)))
print("state:", state.x, pickle.loads(pickle.dumps(Plain(3).method))(),
      pickle.loads(pickle.dumps("abc".upper))(), pickle.loads(pickle.dumps(Plain.method)) is Plain.method)
sub = Sub(a=1)
sub.attribute = "kept"
print("subclass:", pickle.loads(pickle.dumps(sub)).attribute, pickle.loads(pickle.dumps(sub)),
      type(pickle.loads(pickle.dumps(sub))).__name__)
attempt("lambda", pickle.dumps, lambda: 0)
attempt("generator", pickle.dumps, (n for n in ()))
attempt("module", pickle.dumps, io)
attempt("local class", lambda: pickle.dumps(type("Local", (), {})()))
attempt("protocol", pickle.dumps, 1, 99)
for data in (b"", b"garbage", b"\x80\x09N.", pickle.dumps([1, 2])[:-1], b"cno_such_module\nx\n.",
             b"cos\nno_such_name\n.", b".", b"(.", b"\x80\x04K", b"I12x\n.", b"0."):
    attempt(f"load {data}", pickle.loads, data)
attempt("load text", pickle.loads, "text")


class Restricted(pickle.Unpickler):
    def find_class(self, module, name):
        if name in ("Plain", "range"):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} refused")

    def persistent_load(self, key):
        return f"loaded {key}"


class Persisting(pickle.Pickler):
    def persistent_id(self, value):
        return ("key", value.x) if type(value) is Plain else None

    def reducer_override(self, value):
        return (str, ("overridden",)) if value is deque else NotImplemented


print("restricted:", Restricted(io.BytesIO(pickle.dumps([range(2), Plain(1)]))).load()[0])
attempt("refused", Restricted(io.BytesIO(pickle.dumps(deque()))).load)
stream = io.BytesIO()
pickler = Persisting(stream, 4)
pickler.dump([Plain(1), deque, Plain(2)])
loading = Restricted(io.BytesIO(stream.getvalue()))
attempt("persistent and refused", loading.load)
stream.seek(0)
stream.truncate()
pickler.clear_memo()
pickler.dump([Plain(3), "plain"])
print("persistent:", Restricted(io.BytesIO(stream.getvalue())).load())
attempt("no persistent_load", pickle.loads, stream.getvalue())
several = io.BytesIO()
for value in ("one", [2], {"three": 3}):
    pickle.dump(value, several)
several.seek(0)
print("stream:", [pickle.load(several) for _ in range(3)])
attempt("end", pickle.load, several)
buffers = []
data = pickle.dumps([pickle.PickleBuffer(bytearray(b"big")), 1], 5, buffer_callback=buffers.append)
print("out of band:", [bytes(b) for b in buffers],
      bytes(pickle.loads(data, buffers=buffers)[0]), len(data) < 40)
attempt("missing buffers", pickle.loads, data)
attempt("buffer in protocol 4", pickle.dumps, pickle.PickleBuffer(b"x"), 4)
attempt("bad reduce", pickle.dumps, type("Bad", (), {"__reduce__": lambda self: (1, 2, 3)})())
print("opcodes:", [op.name for op, arg, pos in pickletools.genops(pickle.dumps([1, "a", {2.5: None}], 4))])
print("optimized:", len(pickletools.optimize(pickle.dumps(["a", "a", "b"], 2))),
      pickle.loads(pickletools.optimize(pickle.dumps(["a", "a"], 2))))
out = io.StringIO()
pickletools.dis(pickle.dumps((1, "x"), 2), out)
print(out.getvalue())
attempt("dis of junk", pickletools.dis, b"(", io.StringIO())
