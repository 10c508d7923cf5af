# harness:
#   description: array.array - type codes, overflow errors, slices, buffers, bytes conversion, comparison
#   tags: [module:array, sequences]
import array
import io
import pickle
from array import array as typed


def attempt(label, function):
    try:
        print(label, "->", function())
    except Exception as error:
        print(label, "->", type(error).__name__)


numbers = typed("h", [3, -1, 4])
print("repr:", numbers, typed("d", [1.5, float("inf")]), typed("i"), typed("w", "héllo"))
print("itemsize:", [(code, typed(code).itemsize) for code in "bBhHiIqQfd"])
print("float32 rounding:", typed("f", [0.1, 1e10, 16777217.0]).tolist())

attempt("b 128", lambda: typed("b", [128]))
attempt("b -129", lambda: typed("b", [-129]))
attempt("B -1", lambda: typed("B", [-1]))
attempt("H 65536", lambda: typed("H", [65536]))
attempt("i 2**31", lambda: typed("i", [2 ** 31]))
attempt("Q -1", lambda: typed("Q", [-1]))
attempt("Q max", lambda: typed("Q", [2 ** 64 - 1]))
attempt("q 2**63", lambda: typed("q", [2 ** 63]))
attempt("h float", lambda: typed("h", [1.0]))
attempt("d str", lambda: typed("d", ["1"]))
attempt("bad code", lambda: typed("z"))
attempt("code type", lambda: typed(5))
attempt("str into int", lambda: typed("i", "12"))
attempt("w needs one character", lambda: typed("w", ["ab"]))

numbers.append(5)
numbers.extend([9, 2])
numbers.insert(-1, 7)
numbers.insert(100, 8)
print("grown:", numbers.tolist(), "index:", numbers.index(9), "count:", numbers.count(5))
print("pop:", numbers.pop(), numbers.pop(0), numbers.tolist())
attempt("remove missing", lambda: numbers.remove(100))
attempt("pop range", lambda: numbers.pop(50))
attempt("empty pop", lambda: typed("i").pop())
attempt("extend other type", lambda: numbers.extend(typed("i", [1])))
attempt("add list", lambda: numbers + [1])
attempt("index with start", lambda: numbers.index(4, 2))

print("slice:", numbers[1:4], numbers[::-2])
numbers[1:3] = typed("h", [10, 20, 30])
print("slice assigned:", numbers.tolist())
attempt("slice of list", lambda: numbers.__setitem__(slice(0, 1), [1]))
attempt("extended slice", lambda: numbers.__setitem__(slice(0, 6, 2), typed("h", [1])))
del numbers[::2]
print("deleted:", numbers.tolist(), "repeated:", (numbers * 2).tolist(), (numbers * -1).tolist())

print("compare:", typed("i", [1, 2]) == typed("d", [1.0, 2.0]), typed("b", [1]) < typed("b", [1, 0]),
      typed("i", [1]) == [1])
little = typed("H", [1, 256, 0xABCD])
little.byteswap()
print("byteswap:", [hex(n) for n in little])
attempt("byteswap size", lambda: typed("w", "a").byteswap())

data = typed("B", b"abc")
data.frombytes(b"\x00\xff")
print("bytes:", data.tobytes(), data.tolist(), bytes(data), b"".join([data, b"!"]))
attempt("frombytes partial", lambda: typed("i").frombytes(b"12345"))
view = memoryview(data)
view[0] = 90
print("through the view:", data.tobytes(), view.format, view.itemsize, view.nbytes)
attempt("resize while exported", lambda: data.append(1))
view.release()
data.append(1)
print("after release:", len(data))

source = io.BytesIO(typed("q", range(5)).tobytes())
loaded = typed("q")
loaded.fromfile(source, 3)
print("fromfile:", loaded.tolist())
attempt("fromfile short", lambda: loaded.fromfile(source, 3))
print("kept what was there:", loaded.tolist())
print("unicode:", typed("w", "ab€").tounicode())
attempt("tounicode", lambda: loaded.tounicode())
for protocol in (0, 2, 5):
    copy = pickle.loads(pickle.dumps(loaded, protocol))
    print("pickle", protocol, copy == loaded, copy.typecode)
print("info length:", typed("i", [1, 2, 3]).buffer_info()[1], "contains:", 3 in loaded, "3" in loaded)
