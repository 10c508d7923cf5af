# harness:
#   description: when an unknown errors argument is noticed, at open, at wrapping or at the first bad byte
#   tags: [files, encodings, errors]
import io


def attempt(label, function):
    try:
        result = function()
        print(label, "->", type(result).__name__ if isinstance(result, io.IOBase) else ascii(result))
        if isinstance(result, io.IOBase):
            result.close()
    except (LookupError, UnicodeError) as error:
        print(label, "->", type(error).__name__)


def read(name, data):
    with open(name, "wb") as stream:
        stream.write(data)
    with open(name, encoding="utf-8", errors="no-such-handler") as stream:
        return stream.read()


attempt("open to write", lambda: open("new.txt", "w", encoding="utf-8", errors="no-such-handler"))
attempt("read good text", lambda: read("good.txt", b"good"))
attempt("read bad text", lambda: read("bad.txt", b"bad \xff"))
attempt("wrapper", lambda: io.TextIOWrapper(io.BytesIO(b"a"), encoding="utf-8",
                                            errors="no-such-handler").read())
attempt("encode good", lambda: "good".encode("ascii", "no-such-handler"))
attempt("encode bad", lambda: "\u00e9".encode("ascii", "no-such-handler"))
attempt("decode good", lambda: b"good".decode("ascii", "no-such-handler"))
attempt("decode bad", lambda: b"\xff".decode("ascii", "no-such-handler"))
attempt("str", lambda: str(b"good", "utf-8", "no-such-handler"))
attempt("bytes", lambda: bytes("good", "utf-8", "no-such-handler"))
