# harness:
#   description: csv reading and writing, quoting styles, dialects, embedded newlines, DictReader, sniffing
#   tags: [csv, files]
#   files:
#     people.csv: "name,age,notes\r\nAda,36,\"first, programmer\"\r\n\
#       \"Grace H\",85,\"one\ntwo \"\"2\"\"\"\r\n,,\r\n\r\na,1,2,3,4\r\n"
import csv
import io


def written(rows, **options):
    out = io.StringIO()
    csv.writer(out, **options).writerows(rows)
    return out.getvalue()


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except (csv.Error, TypeError, ValueError) as error:
        print(label, "->", type(error).__name__)


def read(text, **options):
    return list(csv.reader(io.StringIO(text, newline=""), **options))


with open("people.csv", newline="") as stream:
    reader = csv.reader(stream)
    for row in reader:
        print("row", reader.line_num, row)
with open("people.csv", newline="") as stream:
    reader = csv.DictReader(stream, restkey="rest", restval="?")
    print("fields:", reader.fieldnames)
    for row in reader:
        print("dict", reader.line_num, row)
rows = [["plain", "with,comma", 'with "quote"', "two\nlines", "", None, 5, 2.50, True],
        ["tab\there", " spaces ", "'single'", "semi;colon", "\r", "back\\slash", 1e20, -0.0, "\u00e9"]]
for name in ("QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_STRINGS", "QUOTE_NOTNULL"):
    print(name, repr(written(rows, quoting=getattr(csv, name))))
print("no quotes:", repr(written([["a,b", 'c"d', "e\\f", "g\nh"]], quoting=csv.QUOTE_NONE, escapechar="\\")))
print("options:", repr(written([["a;b", "it's", "c,d"]], delimiter=";", quotechar="'", lineterminator="|")),
      repr(written([["a", "b"]], dialect="excel-tab")), repr(written([["a"], [""], [None], []])),
      repr(written([[" a", "b "]], dialect="unix")))
back = read(written(rows))
print("round trip:", [[str(cell) if cell is not None else "" for cell in row] for row in rows] == back)
attempt("needs an escape", written, [["a,b"]], quoting=csv.QUOTE_NONE)
attempt("single empty", written, [[""]], quoting=csv.QUOTE_NONE)
attempt("not a row", written, [5])
attempt("string row", written, ["abc"])
attempt("bad delimiter", written, [], delimiter="ab")
attempt("bad quoting", written, [], quoting=77)
attempt("no quotechar", written, [], quotechar=None)
attempt("unknown dialect", written, [], dialect="none such")
attempt("unknown option", written, [], separator=";")
attempt("delimiter int", written, [], delimiter=5)

for text, options in (("a,b\n", {}), ('"a""b",c\n', {}), ('a"b,c"d\n', {}), ('"a"b,c\n', {}),
                      ("a, b\n", {"skipinitialspace": True}), ('a, "b"\n', {}),
                      ("1,2.5,'x'\n", {"quoting": csv.QUOTE_NONNUMERIC, "quotechar": "'"}),
                      ("a\\,b,c\n", {"escapechar": "\\"}), ("a;b|c;d|", {"delimiter": ";"}),
                      ('"open\nfield\n', {}), ("a\rb\r\nc", {}), ("", {}), ("\n\n", {}), (",\n", {}),
                      ("'a,b',c\n", {"quotechar": "'"}), ('"",\n', {}),
                      (',"",x\n', {"quoting": csv.QUOTE_NOTNULL}),
                      ("a,,1\n", {"quoting": csv.QUOTE_STRINGS})):
    attempt(f"read {text!r}", read, text, **options)
attempt("strict quotes", read, '"a"b,c\n', strict=True)
attempt("strict open", read, '"open', strict=True)
attempt("not a number", read, "1,x\n", quoting=csv.QUOTE_NONNUMERIC)
attempt("nul", read, "a\0b,c\n")
attempt("bytes", list, csv.reader([b"a,b"]))
attempt("list of lines", list, csv.reader(["a,b", "c,\"d", "e\",f"]))
old = csv.field_size_limit(5)
attempt("field limit", read, "short,toolong\n")
print("limit:", csv.field_size_limit(old), csv.field_size_limit() == old)

out = io.StringIO()
writer = csv.DictWriter(out, fieldnames=["b", "a"], restval="-", extrasaction="ignore", lineterminator="\n")
print("header:", writer.writeheader(), writer.writerow({"a": 1, "b": 2, "c": 3}),
      writer.writerows([{"a": "x"}, {}]), repr(out.getvalue()))
attempt("extra field", csv.DictWriter(out, ["a"]).writerow, {"a": 1, "zz": 2})
csv.register_dialect("pipes", delimiter="|", quoting=csv.QUOTE_ALL)
print("dialects:", sorted(csv.list_dialects()), repr(written([["x", 1]], dialect="pipes")),
      csv.get_dialect("excel").delimiter, csv.get_dialect("pipes").lineterminator.encode())
csv.unregister_dialect("pipes")
sample = "name;age;city\n'Ann';5;'Oslo; Norway'\n'Bob';7;'Rome'\n"
sniffed = csv.Sniffer().sniff(sample)
print("sniffed:", sniffed.delimiter, sniffed.quotechar, csv.Sniffer().has_header(sample),
      csv.Sniffer().sniff("a\tb\tc\n1\t2\t3\n").delimiter.encode())
attempt("cannot sniff", csv.Sniffer().sniff, "x")
with open("out.csv", "w", newline="", encoding="utf-8") as stream:
    csv.writer(stream).writerows([["id", "text"], [1, "caf\u00e9\r\nnext"], [2, ""]])
with open("out.csv", "rb") as stream:
    print("bytes on disk:", stream.read())
