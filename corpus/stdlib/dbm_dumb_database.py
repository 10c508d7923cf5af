# harness:
#   description: dbm.dumb - modes, updates in place, deletion, iteration, reopening, closed database errors
#   tags: ["module:dbm.dumb", files]
import dbm
import dbm.dumb
import os


def attempt(label, function, *args):
    try:
        print(label, "->", function(*args))
    except Exception as error:
        print(label, "->", type(error).__name__)


with dbm.dumb.open("store", "c") as db:
    db["text"] = "hello"
    db[b"bytes"] = b"\x00\xff"
    db["é"] = "ü"
    db[""] = "empty key"
    db["text"] = "a longer value than the first one"
    print("items:", sorted((k, db[k]) for k in db.keys()))
    print("lookups:", db["text"], db.get("nothing"), db.get("nothing", b"x"), "text" in db, b"\xc3\xa9" in db,
          len(db))
    attempt("missing", lambda: db["nothing"])
    attempt("int key", db.__setitem__, 5, b"x")
    attempt("int value", db.__setitem__, "k", 5)
    attempt("delete missing", db.__delitem__, "nothing")
    print("setdefault:", db.setdefault("new", b"first"), db.setdefault("new", b"second"))
    del db[""]
    print("pop:", db.pop("new"), db.pop("new", None), sorted(db))
print("files:", sorted(os.listdir(".")).count("store.dat"), os.path.exists("store.dir"))
attempt("closed get", lambda: db["text"])
attempt("closed len", len, db)
attempt("closed keys", db.keys)

with dbm.dumb.open("store", "r") as db:
    print("reopened:", sorted(db.items()))
    attempt("read only set", db.__setitem__, "a", "b")
    attempt("read only delete", db.__delitem__, "text")
with dbm.dumb.open("store", "w") as db:
    for number in range(50):
        db[f"key{number}"] = str(number) * (number % 7 + 1)
    for number in range(0, 50, 3):
        del db[f"key{number}"]
    db.update({"key1": "replaced", "key2": b""})
    db.sync()
    print("many:", len(db), db["key1"], db["key2"], db["key49"], sum(len(v) for v in db.values()))
with dbm.dumb.open("store") as db:
    print("many after reopening:", len(db), db["key1"], db["key2"], db["key49"],
          sum(len(v) for v in db.values()))
    print("iterated:", sorted(db)[:4], db.iterkeys is db.__iter__ or sorted(db.iterkeys()) == sorted(db))
with dbm.dumb.open("store", "n") as db:
    print("new is empty:", len(db), list(db))
    db["k"] = b"v" * 600
    db["k"] = b"short"
    db["k"] = b"w" * 520
    print("size after rewriting:", os.path.getsize("store.dat"), len(db["k"]))
attempt("flag", dbm.dumb.open, "store", "q")
attempt("missing read", dbm.dumb.open, "nowhere", "r")
attempt("missing write", dbm.dumb.open, "nowhere", "w")
print("whichdb:", dbm.whichdb("store"), dbm.whichdb("nowhere"))
with open("other.txt", "w", encoding="utf-8") as stream:
    stream.write("not a database")
print("whichdb of text:", repr(dbm.whichdb("other.txt")))
with open("store.dir", encoding="latin-1") as stream:
    print("directory line:", stream.read().rstrip())
with dbm.open("store", "r") as db:
    print("generic open:", db["k"][:3], type(db).__module__)
print("errors:", issubclass(dbm.dumb.error, OSError), dbm.error[0].__name__, len(dbm.error) >= 2)
with dbm.dumb.open("store", "c") as db:
    db.clear()
    print("cleared:", len(db), db.keys(), bool(db))
with open("store.dir", "w", encoding="latin-1") as stream:
    stream.write("nonsense here\n")
attempt("corrupt directory", dbm.dumb.open, "store", "r")
