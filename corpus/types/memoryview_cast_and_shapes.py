# harness:
#   description: memoryview.cast between formats, multi-dimensional shapes, array buffers and cast errors
#   tags: [memoryview, buffer, struct]
import array
import struct


def attempt(label, function, *args, **kwargs):
    try:
        result = function(*args, **kwargs)
        print(label, "->", result.tolist() if isinstance(result, memoryview) else repr(result))
    except Exception as error:
        print(label, "->", type(error).__name__)


def put(view, key, value):
    view[key] = value
    return view.tolist()


data = bytearray(range(24))
view = memoryview(data)
for code in "bBhHiIlLqQfd?cnN":
    size = struct.calcsize("@" + code)
    cast = view[:size * (16 // size)].cast(code)
    if code not in "lLnN":
        print(code, cast.itemsize, cast.shape, cast.strides, cast.format,
              [repr(x) for x in cast.tolist()][:3])

grid = view.cast("B", shape=[4, 6])
print("grid:", grid.ndim, grid.shape, grid.strides, len(grid), grid.nbytes, grid.tolist(), grid[1, 2],
      grid[-1, -1], grid.c_contiguous, grid.f_contiguous)
cube = view.cast("B", (2, 3, 4))
print("cube:", cube.tolist()[1], cube.strides, cube[1, 2, 3], cube[0, -1, 0])
shorts = view.cast("H", shape=[3, 4])
print("shorts:", shorts.tolist() == [[struct.unpack_from("H", data, 2 * (4 * r + c))[0] for c in range(4)]
                                     for r in range(3)], shorts.strides,
      shorts[2, 3] == struct.unpack_from("H", data, 22)[0])
grid[0, 0] = 200
grid[3, 5] = 201
print("written through:", data[0], data[-1], cube[0, 0, 0], cube.tobytes() == bytes(data))
back = grid.cast("B")
print("flattened:", back.shape, back[6:8].tolist(), grid.cast("B").cast("h").shape)
print("equality of shapes:", grid == view.cast("B", [6, 4]), grid == view.cast("B", [4, 6]), grid == view)

attempt("index a row", lambda: grid[0])
attempt("slice a grid", lambda: grid[1:])
attempt("slice both", lambda: grid[1:, 1:])
attempt("too many keys", lambda: grid[0, 0, 0])
attempt("row out of range", lambda: grid[4, 0])
attempt("column out of range", lambda: grid[0, 6])
attempt("assign a row", put, grid, 0, 1)
attempt("iterate a grid", list, grid)
attempt("in a grid", lambda: 200 in grid)
attempt("wrong size", view[:5].cast, "h")
attempt("wrong shape", view.cast, "B", [5, 5])
attempt("zero shape", view.cast, "B", [0, 24])
attempt("negative shape", view.cast, "B", [-1, 24])
attempt("shape of floats", view.cast, "B", [2.0, 12])
attempt("shape text", view.cast, "B", "46")
attempt("shape None", view.cast, "B", None)
attempt("not contiguous", view[::2].cast, "h")
attempt("between wide formats", view.cast("h").cast, "i")
attempt("unknown format", view.cast, "x")
attempt("byte order prefix", view.cast, "<h")
attempt("native prefix", view[:4].cast, "@h")
attempt("two letters", view.cast, "hh")
attempt("bytes format", view.cast, b"h")
attempt("no format", view.cast)
attempt("cast grid to grid", grid.cast, "B", [6, 4])
attempt("cast to no dimensions", view[:1].cast("B", []).tolist)
scalar = memoryview(struct.pack("i", -7)).cast("i", shape=[])
print("scalar:", scalar.ndim, scalar.shape, scalar[()], scalar.tolist(), scalar.nbytes)
attempt("len of a scalar", len, scalar)
attempt("scalar[0]", lambda: scalar[0])

ints = array.array("i", [1, -2, 3, 2**31 - 1])
ints_view = memoryview(ints)
ints_view[1:3] = array.array("i", [50, 60])
print("array:", ints, ints_view.format, ints_view.itemsize, ints_view[::-1].tolist(), ints_view.cast("B")[4],
      ints_view.cast("B").nbytes)
attempt("int range", put, ints_view, 0, 2**31)
attempt("int from float", put, ints_view, 0, 1.5)
attempt("append exported array", ints.append, 1)
doubles = memoryview(array.array("d", [1.5, float("nan"), -0.0]))
print("doubles:", doubles.tolist(), put(doubles, 0, 7),
      doubles.cast("B").cast("d").tolist())
attempt("double from str", put, doubles, 0, "1")
flags = memoryview(bytearray(b"\x00\x01\x02")).cast("?")
print("bools:", flags.tolist(), put(flags, 0, "truthy"), bytes(flags))
chars = memoryview(bytearray(b"abc")).cast("c")
print("chars:", chars.tolist(), put(chars, 1, b"Z"), b"a" in chars, chars == b"aZc", chars[0] == b"a")
attempt("char int", put, chars, 0, 65)
attempt("char long", put, chars, 0, b"ab")
floats = memoryview(bytearray(8)).cast("f")
print("floats:", put(floats, 0, 0.1), put(floats, 1, 1e30))
print("into struct:", struct.unpack_from("<2H", view, 2), struct.unpack("3B", view[3:6]),
      bytes(memoryview(array.array("H", [1, 2])).cast("B"))[::2])
header = bytearray(8)
struct.pack_into(">IhH", memoryview(header), 0, 0xDEADBEEF, -2, 513)
print("packed:", header.hex(" "), memoryview(header)[4:6].tolist())
