# harness:
#   description: messages of csv readers, writers, dialects and sniffers for wrong rows and options
#   tags: [errors, messages, csv]
import csv
import io


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", f"{type(error).__name__}: {error}")


def written(rows, **options):
    out = io.StringIO()
    csv.writer(out, **options).writerows(rows)
    return out.getvalue()


def read(text, **options):
    return list(csv.reader(io.StringIO(text, newline=""), **options))


attempt("needs an escape", written, [["a,b"]], quoting=csv.QUOTE_NONE)
attempt("single empty", written, [[""]], quoting=csv.QUOTE_NONE)
attempt("not a row", written, [5])
attempt("not rows", written, 5)
attempt("bad delimiter", written, [], delimiter="ab")
attempt("empty delimiter", written, [], delimiter="")
attempt("delimiter int", written, [], delimiter=5)
attempt("newline delimiter", written, [], delimiter="\n")
attempt("bad quoting", written, [], quoting=77)
attempt("no quotechar", written, [], quotechar=None)
attempt("bad terminator", written, [], lineterminator=5)
attempt("unknown dialect", written, [], dialect="none such")
attempt("unknown option", written, [], separator=";")
attempt("strict quotes", read, '"a"b,c\n', strict=True)
attempt("strict open", read, '"open', strict=True)
attempt("not a number", read, "1,x\n", quoting=csv.QUOTE_NONNUMERIC)
attempt("bytes", list, csv.reader([b"a,b"]))
attempt("ints", list, csv.reader([5]))
attempt("reader of int", csv.reader, 5)
attempt("writer of int", csv.writer, 5)
attempt("extra field", csv.DictWriter(io.StringIO(), ["a"]).writerow, {"a": 1, "zz": 2})
attempt("bad extrasaction", csv.DictWriter, io.StringIO(), ["a"], extrasaction="drop")
attempt("cannot sniff", csv.Sniffer().sniff, "x")
attempt("register", csv.register_dialect, 5)
attempt("unregister", csv.unregister_dialect, "none such")
attempt("field limit type", csv.field_size_limit, "a")
old = csv.field_size_limit(5)
attempt("field limit", read, "short,toolong\n")
csv.field_size_limit(old)
