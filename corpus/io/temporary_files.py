# harness:
#   description: tempfile functions and classes, their cleanup, naming, spooled rollover and errors
#   tags: [tempfile, files]
import errno
import os
import tempfile

with tempfile.TemporaryDirectory(prefix="pre_", suffix=".dir") as folder:
    name = os.path.basename(folder)
    print("directory:", name.startswith("pre_"), name.endswith(".dir"), os.path.isdir(folder),
          os.listdir(folder))
    with open(os.path.join(folder, "file.txt"), "w") as stream:
        stream.write("inside")
    os.mkdir(os.path.join(folder, "sub"))
    print("contents:", sorted(os.listdir(folder)))
print("removed:", os.path.exists(folder))
holder = tempfile.TemporaryDirectory(dir=".")
print("cleanup:", os.path.isdir(holder.name), os.path.dirname(holder.name) in (".", os.getcwd()),
      holder.cleanup(), os.path.exists(holder.name))
kept = tempfile.TemporaryDirectory(dir=".", delete=False)
kept.cleanup()
try:
    with tempfile.TemporaryDirectory() as folder:
        raise LookupError("inside")
except LookupError as error:
    print("error passes through:", error, os.path.exists(folder))

with tempfile.TemporaryFile() as stream:
    print("file:", stream.write(b"binary\n"), stream.seek(0), stream.read(), stream.mode)
with tempfile.TemporaryFile("w+", encoding="utf-8", newline="") as stream:
    stream.write("caf\u00e9\r\n")
    stream.seek(0)
    print("text:", repr(stream.read()), stream.encoding)
with tempfile.NamedTemporaryFile("w", suffix=".txt", prefix="named-", dir=".", encoding="utf-8") as stream:
    stream.write("text")
    stream.flush()
    base = os.path.basename(stream.name)
    print("named:", base.startswith("named-"), base.endswith(".txt"), os.path.getsize(stream.name),
          stream.closed, stream.delete if hasattr(stream, "delete") else "-")
    with open(stream.name) as again:
        print("opened twice:", again.read())
print("gone:", os.path.exists(stream.name), stream.closed)
kept = tempfile.NamedTemporaryFile(delete=False, dir=".")
kept.write(b"stays")
kept.close()
print("delete=False:", os.path.exists(kept.name), os.path.getsize(kept.name))
os.unlink(kept.name)
later = tempfile.NamedTemporaryFile(delete_on_close=False, dir=".")
with later:
    later.write(b"x")
    later.close()
    print("delete_on_close=False:", os.path.exists(later.name))
print("after with:", os.path.exists(later.name))

with tempfile.SpooledTemporaryFile(max_size=10, mode="w+") as spool:
    states = []
    for text in ("1234", "5678", "90ab"):
        spool.write(text)
        states.append(spool._rolled)
    spool.seek(0)
    print("spooled:", states, spool.read(), spool.tell(), spool.closed)
with tempfile.SpooledTemporaryFile() as spool:
    spool.write(b"one\ntwo\n")
    spool.seek(0)
    print("spooled lines:", spool.readline(), list(spool), spool.truncate(3), spool.seek(0), spool.read(),
          spool.rollover(), spool.read())

descriptor, path = tempfile.mkstemp(suffix="-end", prefix="start-", dir=".", text=True)
print("mkstemp:", os.write(descriptor, b"data"), os.path.basename(path)[:6], path[-4:], os.path.isabs(path),
      os.stat(path).st_size)
os.close(descriptor)
os.remove(path)
folder = tempfile.mkdtemp(dir=".")
print("mkdtemp:", os.path.isdir(folder), os.path.isabs(folder), os.listdir(folder))
os.rmdir(folder)
names = {tempfile.mkdtemp(dir=".") for _ in range(5)}
print("distinct:", len(names), [os.rmdir(item) for item in names])
print("bytes:", isinstance(tempfile.mkdtemp(dir=b"."), bytes), isinstance(tempfile.gettempdirb(), bytes),
      tempfile.gettempprefix(), tempfile.gettempdir() == os.environ.get("TMPDIR", tempfile.gettempdir()))
for arguments in ({"dir": "missing"}, {"suffix": b"x", "prefix": "y"}, {"suffix": 5}, {"prefix": "a/b"}):
    try:
        print(arguments, tempfile.mkdtemp(**arguments))
    except OSError as error:
        print(arguments, type(error).__name__, errno.errorcode[error.errno])
    except TypeError:
        print(arguments, "TypeError")
try:
    tempfile.TemporaryFile(mode="q")
except ValueError:
    print("mode: ValueError")
print("left behind:", [name for name in os.listdir(".") if name.startswith(("named-", "start-"))])
