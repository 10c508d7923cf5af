# harness:
#   description: wording of errors - the csv module
#   tags: [messages, "module:csv"]
import csv
import io

CASES = {
    "row type": "csv.writer(io.StringIO()).writerow(5)",
    "rows type": "csv.writer(io.StringIO()).writerows([5])",
    "writer type": "csv.writer(5)",
    "reader type": "csv.reader(5)",
    "bytes rows": 'list(csv.reader([b"a,b"]))',
    "long delimiter": 'csv.reader([], delimiter="ab")',
    "delimiter type": "csv.reader([], delimiter=5)",
    "delimiter newline": 'csv.reader([], delimiter="\\n")',
    "quoting": "csv.reader([], quoting=77)",
    "quoting type": 'csv.reader([], quoting="x")',
    "no quote": "csv.reader([], quotechar=None, quoting=csv.QUOTE_ALL)",
    "unknown option": "csv.reader([], colour=1)",
    "unknown dialect": 'csv.reader([], "klingon")',
    "get unknown": 'csv.get_dialect("klingon")',
    "unregister unknown": 'csv.unregister_dialect("klingon")',
    "register number": "csv.register_dialect(5)",
    "need escape": 'csv.writer(io.StringIO(), quoting=csv.QUOTE_NONE).writerow(["a,b"])',
    "empty field": 'csv.writer(io.StringIO(), quoting=csv.QUOTE_NONE).writerow([""])',
    "strict": "list(csv.reader(['a,\"b\"c'], strict=True))",
    "unclosed": "list(csv.reader(['\"abc'], strict=True))",
    "not a number": 'list(csv.reader(["x"], quoting=csv.QUOTE_NONNUMERIC))',
    "limit type": 'csv.field_size_limit("x")',
    "extra key": 'csv.DictWriter(io.StringIO(), ["a"]).writerow({"zz": 2})',
    "sniff": 'csv.Sniffer().sniff("abc\\ndefgh\\ni\\n")',
}
for label, source in CASES.items():
    try:
        exec(source, dict(globals()))
        print(f"{label}: no error")
    except Exception as exc:
        print(f"{label}: {type(exc).__name__}: {exc}")
