# harness:
#   description: json.loads accepts integers up to the digit limit and refuses longer ones
#   tags: [module:json, numbers]
import json


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


for digits in (1, 100, 639, 640, 641, 4299, 4300, 4301, 5000):
    attempt(f"{digits} digits", lambda: json.loads("9" * digits).bit_length())
    attempt(f"minus and {digits} digits", lambda: json.loads("-" + "9" * digits).bit_length())
attempt("long fraction", json.loads, "1." + "3" * 5000)
attempt("own parser", json.loads, "9" * 5000, parse_int=len)
