# harness:
#   description: which methods of a closed StringIO or BytesIO still work and which raise ValueError
#   tags: [io, memory]
import io

for stream in (io.StringIO("text"), io.BytesIO(b"data")):
    kind = type(stream).__name__
    stream.close()
    print(kind, "closed:", stream.closed)
    for name, args in (("read", ()), ("readline", ()), ("readlines", ()),
                       ("write", ("" if kind == "StringIO" else b"",)),
                       ("writelines", ([],)), ("seek", (0,)), ("tell", ()), ("truncate", ()),
                       ("getvalue", ()),
                       ("readable", ()), ("writable", ()), ("seekable", ()), ("isatty", ()), ("flush", ()),
                       ("fileno", ()), ("__enter__", ()), ("__iter__", ()), ("__next__", ()), ("close", ())):
        try:
            result = getattr(stream, name)(*args)
            print(f"{kind}.{name} ->", repr(result) if not isinstance(result, io.IOBase) else "itself")
        except (ValueError, OSError, StopIteration) as error:
            print(f"{kind}.{name} ->", type(error).__name__)
