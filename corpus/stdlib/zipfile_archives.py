# harness:
#   description: zipfile - members, methods, info fields, appending, paths, extraction safety
#   tags: [module:zipfile, compression, files]
import io
import os
import zipfile


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


STAMP = (2024, 2, 29, 12, 30, 44)


def info(name, method=zipfile.ZIP_STORED):
    entry = zipfile.ZipInfo(name, STAMP)
    entry.compress_type = method
    entry.external_attr = 0o644 << 16
    return entry


buffer = io.BytesIO()
with zipfile.ZipFile(buffer, "w") as archive:
    archive.writestr(info("a.txt"), "stored é")
    archive.writestr(info("dir/b.txt", zipfile.ZIP_DEFLATED), b"deflated " * 50)
    archive.writestr(info("dir/c.bin", zipfile.ZIP_BZIP2), b"\x00" * 300)
    archive.mkdir("empty")
    archive.comment = b"archive comment"
    with archive.open(info("streamed.txt", zipfile.ZIP_DEFLATED), "w") as member:
        print("stream:", member.write(b"part one "), member.write(b"part two"))
        attempt("two at once", archive.writestr, "x", "y")
data = buffer.getvalue()
with zipfile.ZipFile(io.BytesIO(data)) as archive:
    print("names:", archive.namelist(), archive.comment, archive.testzip(), archive.mode)
    for entry in archive.infolist():
        print("info:", entry.filename, entry.file_size, entry.compress_size <= entry.file_size + 20,
              entry.compress_type, hex(entry.CRC), entry.date_time if entry.filename != "empty/" else "",
              entry.is_dir(), entry.flag_bits & 0x800)
    print("read:", archive.read("a.txt").decode(), archive.read("dir/b.txt")[:9],
          len(archive.read(archive.getinfo("dir/c.bin"))))
    with archive.open("dir/b.txt") as member:
        print("member:", member.read(4), member.read1(3), member.tell(), member.seek(9), member.readline(5),
              member.peek(2)[:2], member.seekable(), member.name)
    attempt("missing", archive.read, "none")
    attempt("write to reader", archive.writestr, "x", "y")
    path = zipfile.Path(archive)
    print("path:", sorted(p.name for p in path.iterdir()),
          (path / "dir" / "b.txt").read_text(encoding="utf-8")[:8], (path / "a.txt").exists(),
          (path / "dir").is_dir(), (path / "none").exists(), [p.name for p in path.glob("**/*.txt")],
          (path / "dir/b.txt").suffix)
    print("extracted:", os.path.relpath(archive.extract("a.txt", "out"), "."), archive.extractall("all"),
          sorted(os.listdir("all")), os.path.isdir("all/empty"))
attempt("closed", archive.read, "a.txt")

with zipfile.ZipFile("disk.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
    archive.write("out/a.txt", "renamed/a.txt")
    archive.write("out")
with zipfile.ZipFile("disk.zip", "a") as archive:
    archive.writestr("later.txt", "x")
with zipfile.ZipFile("disk.zip") as archive:
    print("appended:", archive.namelist(), zipfile.is_zipfile("disk.zip"), zipfile.is_zipfile("out/a.txt"),
          zipfile.is_zipfile(io.BytesIO(data)))
attempt("exclusive", zipfile.ZipFile, "disk.zip", "x")
attempt("mode", zipfile.ZipFile, "disk.zip", "q")
attempt("method", zipfile.ZipFile, io.BytesIO(), "w", 77)
attempt("missing file", zipfile.ZipFile, "none.zip")
attempt("not a zip", zipfile.ZipFile, io.BytesIO(b"not a zip"))
attempt("empty", zipfile.ZipFile, io.BytesIO())
attempt("old date", zipfile.ZipInfo, "x", (1979, 1, 1, 0, 0, 0))
with zipfile.ZipFile(io.BytesIO(b"prefix bytes" + data)) as archive:
    print("prefix:", archive.read("a.txt")[:6], archive.getinfo("a.txt").header_offset)
corrupt = bytearray(data)
corrupt[data.index(b"stored")] ^= 1
with zipfile.ZipFile(io.BytesIO(bytes(corrupt))) as archive:
    print("bad member:", archive.testzip())
    attempt("bad crc", archive.read, "a.txt")
attempt("truncated", zipfile.ZipFile, io.BytesIO(data[:-30]))
evil = io.BytesIO()
with zipfile.ZipFile(evil, "w") as archive:
    for name in ("../up.txt", "/abs.txt", "a/../../b.txt", "c:/d.txt", "ok\x00hidden"):
        archive.writestr(info(name), "x")
    print("names kept:", archive.namelist())
with zipfile.ZipFile(evil) as archive:
    archive.extractall("safe")
    print("safe:", sorted(os.path.relpath(os.path.join(r, n), "safe").replace(os.sep, "/") for r, d,
                          f in os.walk("safe") for n in f), os.path.exists("up.txt"))
    archive.setpassword(b"pw")
    attempt("password type", archive.setpassword, "text")
attempt("write after close", archive.writestr, "a", "b")
import warnings  # noqa: E402

with warnings.catch_warnings(record=True) as caught, zipfile.ZipFile(io.BytesIO(), "w") as archive:
    warnings.simplefilter("always")
    archive.writestr("same", "1")
    archive.writestr("same", "2")
    print("duplicate:", archive.namelist(), [str(w.message) for w in caught], archive.read("same"))
print("repr:", repr(info("x.txt", zipfile.ZIP_DEFLATED)), zipfile.ZipInfo("d/").is_dir(),
      zipfile.BadZipFile is zipfile.BadZipfile)
