# harness:
#   description: format type c and percent c for numbers that are surrogate code points
#   tags: [unicode, int, format]


def attempt(label, function):
    try:
        print(label, "->", ascii(function()), flush=True)
    except (OverflowError, ValueError, TypeError) as error:
        print(label, "->", type(error).__name__, flush=True)


for point in (0x41, 0xE9, 0xD7FF, 0xE000, 0x10FFFF, 0x110000, -1):
    attempt(f"percent {point:#x}", lambda: "%c" % point)
    attempt(f"format {point:#x}", lambda: format(point, "c"))
attempt("percent 0xd83d", lambda: "%c" % 0xD83D)
attempt("chr 0xd83d", lambda: chr(0xD83D))
attempt("format 0xd83d", lambda: format(0xD83D, "c"))
attempt("format 0xde00 with width", lambda: f"{0xDE00:>3c}")
