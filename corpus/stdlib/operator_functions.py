# harness:
#   description: operator - every function against its operator, itemgetter, attrgetter, methodcaller
#   tags: [module:operator]
import operator as op
import pickle


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", function(*args, **kwargs))
    except Exception as error:
        print(label, "->", type(error).__name__)


class Echo:
    """Answers every operation with the name of the method that ran."""


for method in ("add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "and",
               "or", "xor"):
    setattr(Echo, f"__{method}__", lambda self, other, name=method: f"{name}({other})")
    setattr(Echo, f"__i{method}__", lambda self, other, name=method: f"i{name}({other})")
for method in ("neg", "pos", "abs", "invert"):
    setattr(Echo, f"__{method}__", lambda self, name=method: name)
echo = Echo()
for name in ("add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "and_",
             "or_", "xor"):
    print(name, getattr(op, name)(echo, 5), getattr(op, "i" + name.rstrip("_"))(echo, 6))
print("unary:", op.neg(echo), op.pos(echo), op.abs(echo), op.inv(echo), op.not_(echo), op.truth([]),
      op.index(True))
print("compare:", op.lt(1, 2), op.le(2, 2), op.eq("a", "b"), op.ne(1, 1.0), op.ge({1, 2}, {1}),
      op.gt((1, 2), (1,)), op.is_(None, None), op.is_not(1, None))
print("none tests:", op.is_none(None), op.is_none(0), op.is_not_none(0))
items = [1, 2, 3, 2]
op.setitem(items, 1, "x")
op.delitem(items, 0)
print("items:", items, op.getitem(items, slice(0, 2)), op.contains(items, 3), op.countOf(items, 2),
      op.indexOf(items, 3), op.concat([1], [2]), op.length_hint(iter(items)), op.length_hint(5, 7))
extended = [1]
print("in place:", op.iadd(extended, (2,)) is extended, extended, op.iconcat(extended, [3]), op.imul([1], 3),
      op.iadd(1, 2), op.ior({1}, {2}))
attempt("indexOf", op.indexOf, [1], 9)
attempt("concat", op.concat, 1, 2)
attempt("iconcat", op.iconcat, 1, 2)
attempt("index", op.index, 1.5)
attempt("length_hint", op.length_hint, [], "x")
attempt("call", op.call, divmod, 7, 3)
attempt("call keyword", op.call, sorted, "bca", reverse=True)

row = {"a": 1, "b": [10, 20], "c": "text"}
print("itemgetter:", op.itemgetter("b")(row), op.itemgetter("a", "c")(row),
      op.itemgetter(1, -1, slice(2))("abcd"), sorted([(2, "b"), (1, "z"), (2, "a")], key=op.itemgetter(1)))
attempt("itemgetter missing", op.itemgetter("zz"), row)
attempt("itemgetter none", op.itemgetter)
attempt("itemgetter not indexable", op.itemgetter(0), 5)


class Point:
    def __init__(self, x, inner=None):
        self.x, self.inner = x, inner

    def move(self, by, *, scale=1):
        return (self.x + by) * scale


point = Point(1, Point(2, Point(3)))
print("attrgetter:", op.attrgetter("inner.inner.x")(point), op.attrgetter("x", "inner.x")(point))
attempt("attrgetter missing", op.attrgetter("inner.y.z"), point)
attempt("attrgetter type", op.attrgetter, 5)
print("methodcaller:", op.methodcaller("move", 4, scale=10)(point), op.methodcaller("upper")("x"),
      list(map(op.methodcaller("split", ","), ["a,b", "c"])))
attempt("methodcaller missing", op.methodcaller("fly"), point)
attempt("methodcaller nothing", op.methodcaller)
attempt("methodcaller type", op.methodcaller, 5)
print("repr:", op.itemgetter(1, "b"), op.attrgetter("a.b", "c"), op.methodcaller("m", 1, k=2))
print("pickle:", [pickle.loads(pickle.dumps(g, 4)) for g in (op.itemgetter(1, 2), op.attrgetter("a.b"),
                                                             op.methodcaller("m", 1, k=2))])
print("aliases:", op.__add__ is op.add, op.__not__(0), len(op.__all__),
      [n for n in op.__all__ if not callable(getattr(op, n))])
