# harness:
#   description: mimetypes - guessing types, extensions, encodings, URLs, private databases and type files
#   tags: [module:mimetypes]
#   files:
#     my.types: "# comment\ntext/x-mine mine myn\napplication/x-thing thing #\nbad line\nimage/x-raw raw\n"
import io
import mimetypes
from mimetypes import MimeTypes

db = MimeTypes()
NAMES = ["a.txt", "a.HTML", "a.tar.gz", "a.tgz", "a.svgz", "a.py", "a.json", "a.js", "a.mjs", "a.png",
         "a.jpeg", "a.jpg", "a.mp3", "a.mp4", "a.xml", "a.csv", "a.wasm", "a.webp", "a.gz", "a.bz2", "a.xz",
         "a.Z", "a.zip", "a.unknown",
         "noext", ".bashrc", "a.", "dir.txt/file", "dir/a.b.c.pdf", "a.tar.xz", "a.md", "a.woff2", "a.docx",
         "a.ico", "a.txt.gz.bz2", "A.TXT", "a.tXt", "", "a b.css", "é.gif", "a.h", "a.exe", "a.br"]
for name in NAMES:
    print(repr(name), db.guess_type(name), db.guess_file_type(name))
URLS = ["http://x.org/a.html?q=1.txt", "http://x.org/a.png#frag", "data:text/html,x", "data:;base64,x",
        "data:,x", "data:image/png;charset=q;base64,xx", "ftp://h/a.tar.gz", "file:///p/a.css",
        "http://example.com", "http://x.org/",
        "https://h/a.json;v=1", "data:text", "mailto:a@b.txt"]
for url in URLS:
    print(url, db.guess_type(url))
for kind in ("text/html", "image/jpeg", "TEXT/PLAIN", "audio/mpeg", "no/such", "application/octet-stream",
             "text/javascript", "image/svg+xml"):
    print(kind, db.guess_extension(kind), sorted(db.guess_all_extensions(kind))[:4])
print("non-standard:", db.guess_type("a.webm"), db.guess_type("a.pict"),
      db.guess_type("a.pict", strict=False), db.guess_extension("image/pict", strict=False),
      db.guess_extension("image/pict"))

db.add_type("text/x-new", ".new")
db.add_type("text/x-loose", ".loose", strict=False)
db.add_type("text/x-other", ".new")
print("added:", db.guess_type("x.new"), db.guess_type("x.loose"), db.guess_type("x.loose", False),
      db.guess_extension("text/x-new"), db.guess_all_extensions("text/x-other"))
print("other instance untouched:", MimeTypes().guess_type("x.new"))
db.read("my.types")
print("read:", [db.guess_type(f"x.{e}")[0] for e in ("mine", "myn", "thing", "raw", ".raw", "extension",
                                                     "line")])
db.readfp(io.StringIO("x/y abc abd\n"))
print("stream:", db.guess_type("q.abd"), sorted(db.guess_all_extensions("x/y")))
print("read function:", sorted(mimetypes.read_mime_types("my.types").items())[:4],
      mimetypes.read_mime_types("missing.types"))
own = MimeTypes(["my.types"], strict=False)
print("given files are loose:", own.guess_type("x.mine"), own.guess_type("x.mine", strict=False))
print("maps:", db.encodings_map[".gz"], db.suffix_map[".tgz"], ".html" in db.types_map[True],
      ".pict" in db.types_map[False], ".html" in db.types_map_inv[True].get("text/html", []))
mimetypes.init(files=())
mimetypes.add_type("application/x-global", ".glob")
print("module:", mimetypes.guess_type("x.glob"), mimetypes.guess_extension("application/x-global"),
      mimetypes.inited, mimetypes.guess_file_type("p/x.htm"), mimetypes.guess_all_extensions("nothing/here"))
for bad in (5, None, ["a.txt"]):
    try:
        print("bad", bad, db.guess_type(bad))
    except TypeError as error:
        print("bad", bad, type(error).__name__)
try:
    db.read("missing.types")
except FileNotFoundError as error:
    print("FileNotFoundError:", error.filename)
import pathlib  # noqa: E402

print("path:", db.guess_type(pathlib.PurePosixPath("d/a.txt")), db.guess_file_type(b"x.txt"))
db.add_type("a/b", ".ab")
print("again:", db.guess_extension("a/b"), db.guess_type("x.AB"))
