# harness:
#   description: csv writing with doublequote off and an escape character, for every quoting style
#   tags: [csv]
import csv
import io

ROWS = [['a"b', "c"], ["plain", "with,comma"], ["^", "^^"], ['"', ""], ["two\nlines", 'x"\n"y'], [1.5, None]]
for quoting in ("QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE"):
    options = {"doublequote": False, "escapechar": "^", "quoting": getattr(csv, quoting)}
    out = io.StringIO()
    csv.writer(out, **options).writerows(ROWS)
    print(quoting, "written:", repr(out.getvalue()))
    back = list(csv.reader(io.StringIO(out.getvalue(), newline=""), **options))
    print(quoting, "read back:", back)
try:
    csv.writer(io.StringIO(), doublequote=False).writerow(['a"b'])
except csv.Error:
    print("no escape character: csv.Error")
print("doubled when allowed:", csv.writer(out := io.StringIO(), escapechar="^").writerow(['a"b']),
      repr(out.getvalue()))
