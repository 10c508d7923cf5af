# harness:
#   description: shelve - objects kept by key, write-back, protocols, custom serialisers, modes
#   tags: [module:shelve, files]
import dbm.dumb
import pickle
import shelve


class Plain:
    def __init__(self, n):
        self.n = n


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


def opened(name, flag="c", **options):
    return shelve.Shelf(dbm.dumb.open(name, flag), **options)


with opened("store") as shelf:
    shelf["list"] = [1, 2]
    shelf["object"] = Plain({"k": (1, None)})
    shelf["é"] = {"set": {3}}
    shelf["list"].append(3)
    print("append is lost:", shelf["list"], len(shelf), sorted(shelf), "list" in shelf, shelf.get("none", 5),
          shelf["object"].n, shelf["é"])
    attempt("missing", lambda: shelf["none"])
    attempt("int key", shelf.__setitem__, 5, 1)
    attempt("unpicklable", shelf.__setitem__, "f", lambda: 0)
    print("mutable mapping:", shelf.pop("é"), shelf.setdefault("new", 1), shelf.setdefault("new", 2),
          sorted(shelf.items())[0], shelf.update(a=1, b=2), sorted(shelf.keys()))
    del shelf["a"]
attempt("closed get", lambda: shelf["list"])
attempt("closed set", shelf.__setitem__, "x", 1)
attempt("closed len", len, shelf)
shelf.close()
with opened("store", writeback=True) as shelf:
    shelf["list"].append("kept")
    shelf["object"].n = "changed"
    print("cache:", sorted(shelf.cache))
    shelf.sync()
    print("after sync:", shelf.cache, shelf["list"])
with opened("store", "r") as shelf:
    print("reopened:", shelf["list"], shelf["object"].n, sorted(shelf))
    attempt("read only", shelf.__setitem__, "x", 1)

raw = {}
memory = shelve.Shelf(raw, protocol=0, keyencoding="latin-1")
memory["é"] = "v"
print("raw:", list(raw), pickle.loads(raw[b"\xe9"]), raw[b"\xe9"][:1])
for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    shelve.Shelf(raw, protocol=protocol)["k"] = [protocol]
    print("protocol", protocol, raw[b"k"][:2], shelve.Shelf(raw)["k"])
default = shelve.open("byname")
default["x"] = [1]
default.close()
print("open:", dict(shelve.open("byname", "r")), type(default).__name__)
attempt("flag", shelve.open, "byname", "q")


class Ordered(dict):
    """Enough of a BSD database for BsdDbShelf."""

    def first(self):
        self.position = 0
        return sorted(self.items())[0]

    def __next__(self):
        self.position += 1
        return sorted(self.items())[self.position]

    def last(self):
        return sorted(self.items())[-1]


bsd = shelve.BsdDbShelf(Ordered())
for key in "cab":
    bsd[key] = key.upper()
print("ordered:", bsd.first(), bsd.next(), bsd.last())
