# harness:
#   description: csv - delimiters, quotes and escapes outside ASCII
#   tags: [module:csv, unicode]
import csv
import io


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


def trip(**options):
    stream = io.StringIO(newline="")
    csv.writer(stream, **options).writerow(["a", "b é", "c\u2028", '"', "€"])
    return stream.getvalue(), list(csv.reader([stream.getvalue()], **options))


for options in (
    {"delimiter": "é"},
    {"delimiter": "€"},
    {"delimiter": "😀"},
    {"quotechar": "«"},
    {"quotechar": "é"},
    {"escapechar": "é", "quoting": csv.QUOTE_NONE},
    {"lineterminator": "¶"},
):
    attempt(str(options), trip, **options)
