# harness:
#   description: the views of an OrderedDict take part in set operations and comparisons
#   tags: [module:collections, dict]
from collections import OrderedDict


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


one, two = OrderedDict(a=1, b=2, c=3), OrderedDict(c=3, b=9)
attempt("and", lambda: sorted(one.keys() & two.keys()))
attempt("or", lambda: sorted(one.keys() | {"z"}))
attempt("minus", lambda: sorted(one.items() - two.items()))
attempt("xor", lambda: sorted(one.keys() ^ ["a", "q"]))
attempt("superset", lambda: one.items() >= {("a", 1)})
attempt("subset", lambda: two.keys() < one.keys())
attempt("equal", lambda: one.keys() == {"a", "b", "c"})
attempt("not equal", lambda: one.items() != two.items())
attempt("disjoint", lambda: one.keys().isdisjoint(["x"]))
attempt("values compare", lambda: one.values() == one.values())
