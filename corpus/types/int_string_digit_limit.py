# harness:
#   description: the limit on decimal digits when converting between int and str, and what is exempt from it
#   tags: [int, limits]
import sys


def attempt(label, function):
    try:
        print(label, "->", function())
    except ValueError as error:
        print(label, "->", type(error).__name__)


print("default:", sys.get_int_max_str_digits(), sys.int_info.default_max_str_digits,
      sys.int_info.str_digits_check_threshold)

attempt("str of 4300 digits", lambda: len(str(10**4299)))
attempt("str of 4301 digits", lambda: len(str(10**4300)))
attempt("repr of negative 4301 digits", lambda: len(repr(-(10**4300))))
attempt("int of 4300 digits", lambda: int("9" * 4300) % 1009)
attempt("int of 4301 digits", lambda: int("9" * 4301) % 1009)
attempt("leading zeros count", lambda: int("0" * 4301))
attempt("underscores do not count", lambda: int("_".join("1" * 4300)) % 1009)
attempt("sign does not count", lambda: int("-" + "1" * 4300) % 1009)
attempt("format d", lambda: len(format(10**4300, "d")))
attempt("format comma", lambda: len(format(10**4300, ",")))
attempt("percent d", lambda: len("%d" % 10**4300))
attempt("f-string", lambda: len(f"{10**4300}"))
attempt("base 10 explicit", lambda: int("7" * 5000, 10))
attempt("base 7", lambda: int("6" * 4301, 7) % 1009)

print("exempt hex:", len(hex(10**5000)), int("f" * 5000, 16) % 1009)
print("exempt binary and octal:", len(bin(2**9000)), len(format(8**6000, "o")), int("7" * 6000, 8) % 1009)
print("exempt base 32:", int("v" * 5000, 32) % 1009)
print("exempt format x:", len(f"{10**5000:x}"), len("%X" % 10**5000))

sys.set_int_max_str_digits(1000)
print("set:", sys.get_int_max_str_digits())
attempt("str of 1000 digits", lambda: len(str(10**999)))
attempt("str of 1001 digits", lambda: len(str(10**1000)))
attempt("int of 1001 digits", lambda: int("1" * 1001) % 1009)
attempt("list repr", lambda: len(repr([10**1000])))

for bad in (1, 639, -1):
    try:
        sys.set_int_max_str_digits(bad)
        print("accepted", bad)
    except ValueError:
        print("set", bad, "-> ValueError")
sys.set_int_max_str_digits(640)
attempt("640 digits", lambda: len(str(10**639)))
attempt("641 digits", lambda: len(str(10**640)))

sys.set_int_max_str_digits(0)
print("unlimited:", sys.get_int_max_str_digits(), len(str(7**9000)), str(7**9000)[:20], str(7**9000)[-20:])
print("round trip:", int(str(3**12000)) == 3**12000)
sys.set_int_max_str_digits(4300)
try:
    compile("x = " + "1" * 5000, "<big>", "exec")
except SyntaxError:
    print("literal: SyntaxError")
