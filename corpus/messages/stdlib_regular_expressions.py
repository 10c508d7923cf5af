# harness:
#   description: wording of errors - the re module
#   tags: [messages, "module:re"]
import re

CASES = {
    "open group": 're.compile("(")',
    "closed group": 're.compile(")")',
    "open set": 're.compile("[")',
    "repeat twice": 're.compile("a**")',
    "nothing to repeat": 're.compile("*a")',
    "group name": 're.compile("(?P<1>x)")',
    "name twice": 're.compile("(?P<a>x)(?P<a>y)")',
    "unknown name": 're.compile("(?P=zz)")',
    "reference": 're.compile(r"\\1")',
    "look-behind": 're.compile("(?<=a+)b")',
    "range": 're.compile("[b-a]")',
    "escape": 're.compile(r"\\y")',
    "repeat order": 're.compile("a{3,2}")',
    "flag": 're.compile("(?z)")',
    "flag late": 're.compile("x(?i)")',
    "flag both": 're.compile("(?i-i:a)")',
    "character name": 're.compile(r"\\N{NO SUCH}")',
    "condition": 're.compile("(?(2)a|b)")',
    "comment": 're.compile("(?#")',
    "hex": 're.compile(r"\\x1")',
    "huge repeat": 're.compile("a{99999999999}")',
    "text on bytes": 're.match("a", b"a")',
    "bytes on text": 're.match(b"a", "a")',
    "number": 're.match("a", 5)',
    "pattern number": "re.compile(5)",
    "no group": 're.match("a", "a").group(9)',
    "no name": 're.match("a", "a").group("zz")',
    "template": 're.sub("a", r"\\9", "a")',
    "template escape": 're.sub("a", r"\\q", "a")',
    "flags on pattern": 're.compile(re.compile("a"), re.I)',
    "replacement type": 're.sub("a", 5, "a")',
}
for label, source in CASES.items():
    try:
        exec(source, dict(globals()))
        print(f"{label}: no error")
    except Exception as exc:
        print(f"{label}: {type(exc).__name__}: {exc}")
