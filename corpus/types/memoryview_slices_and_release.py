# harness:
#   description: memoryview reading, writing, slicing, comparison, hashing, release and the lock on its owner
#   tags: [memoryview, buffer]
import array


def attempt(label, function, *args):
    try:
        print(label, "->", repr(function(*args)))
    except Exception as error:
        print(label, "->", type(error).__name__)


def put(view, key, value):
    view[key] = value
    return bytes(view)


owner = bytearray(b"abcdefgh")
view = memoryview(owner)
print("attributes:", view.format, view.itemsize, view.nbytes, view.ndim, view.shape, view.strides,
      view.suboffsets, view.readonly, view.contiguous, view.c_contiguous, view.f_contiguous, len(view))
print("reading:", view[0], view[-1], bytes(view[2:5]), view.tolist()[:3], view[1:3].tobytes(),
      bytes(view[::-2]))
print("strided:", view[::3].strides, view[::3].shape, view[::3].contiguous, list(view[6:]),
      view[::-1].strides)
owner[0] = 65
view[1] = 66
view[2:4] = b"CD"
view[-2:] = bytearray(b"GH")
print("shared:", owner, bytes(view), view.obj is owner)
view[::2] = b"1234"
view[1:3] = view[5:7]
print("strided write:", owner)
part = view[2:6]
part[0] = ord("!")
half = part[::2]
half[1] = 63
print("slice of a slice writes through:", owner, half.tolist(), part.nbytes)
attempt("resize", put, view, slice(0, 2), b"xyz")
attempt("wrong length strided", put, view, slice(None, None, 2), b"xyz")
attempt("too large", put, view, 0, 256)
attempt("negative", put, view, 0, -1)
attempt("wrong type", put, view, 0, "a")
attempt("bytes for an item", put, view, 0, b"a")
attempt("str for a slice", put, view, slice(0, 1), "a")
attempt("list for a slice", put, view, slice(0, 1), [1])
attempt("other format", put, view, slice(0, 2), array.array("b", [1, 2]))
attempt("out of range", lambda: view[8])
attempt("text key", lambda: view["0"])
attempt("two keys", lambda: view[0, 0])
attempt("delete", exec, "del v[0]", {"v": view})
attempt("delete attribute", delattr, view, "shape")
attempt("read-only", put, memoryview(b"abc"), 0, 1)
attempt("from str", memoryview, "abc")
attempt("from list", memoryview, [1])
attempt("from int", memoryview, 5)
attempt("add", lambda: view + b"a")
attempt("zero step", lambda: view[::0])

ints, doubles = array.array("i", [1, 2]), array.array("d", [1.0, 2.0])
print("comparison:", memoryview(b"ab") == b"ab", memoryview(b"ab") == bytearray(b"ab"),
      memoryview(b"ab") == "ab", memoryview(b"ab") == memoryview(b"abc")[:2],
      memoryview(b"abcd")[::2] == b"ac", memoryview(b"") == b"", memoryview(ints) == memoryview(doubles),
      memoryview(array.array("B", b"ab")) == b"ab", memoryview(b"a") != b"b")
attempt("order", lambda: memoryview(b"a") < memoryview(b"b"))
print("hash:", hash(memoryview(b"abc")) == hash(b"abc"), hash(memoryview(b"xabcx")[1:4]) == hash(b"abc"),
      {memoryview(b"k"): 1}[b"k"])
attempt("hash writable", hash, view)
attempt("hash of ints", hash, memoryview(array.array("i", [1])).toreadonly())
print("search:", 65 in view, view.count(66), view.index(52), b"a" in memoryview(b"abc"),
      97 in memoryview(b"abc"))
attempt("index missing", view.index, 1)

attempt("append while exported", owner.append, 1)
attempt("clear while exported", owner.clear)
read_only = view.toreadonly()
attempt("toreadonly", put, read_only, 0, 1)
print("read-only follows:", read_only.readonly, put(view, 0, 90)[:2], bytes(read_only[:2]))
for item in (half, part, read_only):
    item.release()
with view as same:
    print("inside with:", same is view, same[0])
attempt("after with", lambda: view[0])
attempt("released len", len, view)
attempt("released attribute", lambda: view.nbytes)
attempt("released slice", lambda: view[1:])
attempt("released tobytes", view.tobytes)
attempt("released with", view.__enter__)
print("released twice:", view.release(), view == view, view == memoryview(b""), repr(view).split(" at ")[0])
owner.append(33)
print("owner is free:", owner)

base = memoryview(b"123")
child = memoryview(base)
base.release()
print("child survives:", child.tobytes(), child.obj)
print("hex:", memoryview(b"\x01\xab\xff").hex(), memoryview(b"\x01\xab\xff").hex("-"),
      memoryview(b"abcd")[::-2].hex(), memoryview(b"ab").tobytes(order="F"),
      bytes(reversed(memoryview(b"xyz"))))
a, *rest = memoryview(b"xyz")
print("unpack:", a, rest, sum(memoryview(bytes(range(10)))), max(memoryview(b"help")),
      b"".join([memoryview(b"a"), memoryview(b"bc")[1:]]), int(bytes(memoryview(b"42"))))
attempt("join a strided view", b"".join, [memoryview(b"a"), memoryview(b"bc")[::-1]])
