# harness:
#   description: the limit of digits for str and int is the last number that is accepted
#   tags: [module:sys, numbers]
import sys


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


for limit in (640, 1000, sys.int_info.default_max_str_digits):
    sys.set_int_max_str_digits(limit)
    for digits in (limit - 1, limit, limit + 1):
        number = 10 ** digits - 1
        attempt(f"limit {limit}, str of {digits}", lambda: len(str(number)))
        attempt(f"limit {limit}, str of minus {digits}", lambda: len(str(-number)))
        attempt(f"limit {limit}, format of {digits}", lambda: len(f"{number:d}"))
        attempt(f"limit {limit}, int of {digits}", lambda: int("9" * digits) == number)
        attempt(f"limit {limit}, int of minus {digits}", lambda: int("-" + "9" * digits) == -number)
