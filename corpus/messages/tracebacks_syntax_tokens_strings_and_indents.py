# harness:
#   description: messages of syntax errors for bad tokens, numbers, strings, characters and indentation
#   tags: [syntax-error, messages]
import warnings

SOURCES = (
    "x = 08", "x = 1__0", "x = 0xg", "x = 1e", "1if", "x = 5a", "0b12", "x = 'abc", 'x = """abc\n\n',
    "x = 'a\nb'", "x = )", "x = (]", "x = $", "x = a ? b : c", "x = `a`", "x !", "a <> b", "a ++ ",
    "x = \\ 1", "\\", "\xa0x = 1", "x = \u201cquoted\u201d", "  x = 1", "x = 1\n  y = 2", "f'{x'", "f'{}'",
    "f'{a!q}'", "x.1", "x..y",
)
warnings.simplefilter("ignore", SyntaxWarning)
for source in SOURCES:
    try:
        compile(source, "<test>", "exec")
        print(f"{source!r}: compiles")
    except SyntaxError as error:
        kind = type(error).__name__.replace("SyntaxError", "")
        print(f"{ascii(source)}: {kind} {ascii(error.msg)} line {error.lineno}")
    except Exception as error:
        print(f"{ascii(source)}: {type(error).__name__}: {error}")
