# harness:
#   description: csv.writer - quotes escaped instead of doubled
#   tags: [module:csv]
import csv
import io

for options in ({"doublequote": False, "escapechar": "^"}, {"escapechar": "^"},
                {"doublequote": False, "escapechar": "\\", "quoting": csv.QUOTE_ALL},
                {"doublequote": False, "escapechar": "\\", "quoting": csv.QUOTE_NONE}):
    for cell in ('a"b', '"', "a,b", 'a,"b', "^", "back\\slash", "line\nbreak"):
        stream = io.StringIO(newline="")
        csv.writer(stream, **options).writerow([cell, "z"])
        text = stream.getvalue()
        back = list(csv.reader([text], **options))
        print(sorted(options), repr(cell), repr(text), back == [[cell, "z"]])
