# harness:
#   description: csv - quoting modes, dialects, malformed input, dict reader and writer, errors
#   tags: [module:csv, parsing]
import csv
import io

ROWS = [["plain", "with,comma", 'with "quotes"', "two\nlines", "", None, 1, -2.5, True],
        [" leading", "trailing ", "'single'", "tab\there", "back\\slash"]]


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", function(*args, **kwargs))
    except Exception as error:
        print(label, "->", type(error).__name__)


def written(rows, **options):
    stream = io.StringIO(newline="")
    csv.writer(stream, **options).writerows(rows)
    return stream.getvalue()


for name in ("QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "QUOTE_STRINGS",
             "QUOTE_NOTNULL"):
    attempt(name, lambda: repr(written(ROWS, quoting=getattr(csv, name), escapechar="\\")))
attempt("no double quote", lambda: repr(written([['a"b']], doublequote=False)))
attempt("quote none", lambda: written([["a,b"]], quoting=csv.QUOTE_NONE))
print("single empty field:", repr(written([[""], [None], []])))
attempt("row type", written, [5])
attempt("iterable row", lambda: repr(written(["abc", (n for n in range(3))], delimiter=";",
                                             lineterminator="|")))


def parsed(text, **options):
    return list(csv.reader(io.StringIO(text, newline=""), **options))


for text in ('a,"b ""c"" d",e\r\n', '"multi\nline",x\n', 'a,"b"c,d', 'a, "b", c', "a,,\n\n,\n", '"unclosed',
             'a"b"c,d', "x\ry\r\n"):
    attempt(f"read {text!r}", parsed, text)
attempt("strict", parsed, 'a,"b"c', strict=True)
attempt("strict unclosed", parsed, '"abc', strict=True)
attempt("skip space", parsed, 'a,  "b, c",  d', skipinitialspace=True)
attempt("escape", parsed, "a\\,b,c\\\\d", escapechar="\\")
attempt("numeric", parsed, '1,"2",3.5e2', quoting=csv.QUOTE_NONNUMERIC)
attempt("numeric bad", parsed, 'x,"2"', quoting=csv.QUOTE_NONNUMERIC)
attempt("strings", parsed, '1,"2",,""', quoting=csv.QUOTE_STRINGS)
attempt("notnull", parsed, '1,"2",,""', quoting=csv.QUOTE_NOTNULL)
attempt("quote none", parsed, '"a",b', quoting=csv.QUOTE_NONE)
attempt("other quote", parsed, "'a,b';c", delimiter=";", quotechar="'")
attempt("bytes rows", lambda: list(csv.reader([b"a,b"])))
attempt("list of lines", lambda: list(csv.reader(["a,b", 'c,"d', 'e",f'])))
attempt("delimiter long", csv.reader, [], delimiter="ab")
attempt("delimiter type", csv.reader, [], delimiter=5)
attempt("delimiter newline", csv.reader, [], delimiter="\n")
attempt("quoting bad", csv.reader, [], quoting=77)
attempt("no quotechar", lambda: parsed('"a",b', quotechar=None))
attempt("no quotechar given to quoting", csv.reader, [], quotechar=None, quoting=csv.QUOTE_ALL)
attempt("unknown option", csv.reader, [], colour=1)
attempt("unknown dialect", csv.reader, [], "klingon")


class Pipes(csv.excel):
    delimiter = "|"
    quoting = csv.QUOTE_ALL


csv.register_dialect("pipes", Pipes)
csv.register_dialect("semi", delimiter=";", lineterminator="!")
print("dialects:", sorted(csv.list_dialects()), repr(written([[1, "a|b"]], dialect="pipes")),
      repr(written([[1, 2]], dialect="semi")))
dialect = csv.get_dialect("pipes")
print("dialect:", dialect.delimiter, dialect.quoting, repr(dialect.lineterminator), dialect.strict)
csv.unregister_dialect("semi")
attempt("unregistered", csv.get_dialect, "semi")

reader = csv.DictReader(io.StringIO("id,name\n1,Ann\n2,Bob,extra,more\n3\n\n4,Dan\n"), restkey="rest",
                        restval="-")
for row in reader:
    print("dict row:", reader.line_num, row)
print("fields:", reader.fieldnames)
out = io.StringIO(newline="")
writer = csv.DictWriter(out, ["a", "b"], restval="?", lineterminator="\n")
print("header:", writer.writeheader(), writer.writerow({"a": 1}), writer.writerow({"b": 2, "a": 0}))
attempt("extra key", writer.writerow, {"a": 1, "zz": 2})
print("dict out:", repr(out.getvalue()))
attempt("extras action", csv.DictWriter, out, ["a"], extrasaction="whatever")
sniffer = csv.Sniffer()
sample = "name;age;city\nAnn;33;Oslo\nBob;41;Rome\n"
print("sniffed:", sniffer.sniff(sample).delimiter, sniffer.has_header(sample),
      sniffer.sniff("a\tb\nc\td\n").delimiter.encode())
attempt("cannot sniff", sniffer.sniff, "abc\ndefgh\ni\n")
old = csv.field_size_limit(5)
attempt("field limit", parsed, "123456,1")
print("limit:", old, csv.field_size_limit(old))
