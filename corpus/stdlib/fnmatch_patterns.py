# harness:
#   description: fnmatch - wildcards, character classes, escapes, filters, regular expressions
#   tags: [module:fnmatch, patterns]
import fnmatch
import re

CASES = [
    ("abc", "abc"), ("abc", "?*?"), ("abc", "???*"), ("abc", "*???"), ("abc", "???"), ("abc", "*"),
    ("abc", "ab[cd]"),
    ("abc", "ab[!de]"), ("abc", "ab[de]"), ("a", "??"), ("a", "b"), ("\\", "[\\]"), ("a", "[!\\]"),
    ("\\", "[!\\]"),
    ("foo\nbar", "foo*"), ("foo\nbar\n", "foo*"), ("\nfoo", "foo*"), ("\n", "*"), ("", "*"), ("", ""),
    ("a", ""), ("[", "["),
    ("]", "[]]"), ("a]", "[a]]"), ("-", "[-a]"), ("-", "[a-]"), ("b", "[a-c]"), ("b", "[c-a]"), ("^", "[^a]"),
    ("a", "[^a]"), ("!", "[!]"),
    ("[!]", "[!]"), ("[]", "[]"), ("a.b", "a.b"), ("axb", "a.b"), ("a+b", "a+b"), ("(x)", "(x)"), ("$", "$"),
    (".hidden", "*"),
    ("a/b", "a*b"), ("é", "?"), ("😀", "?"), ("aa", "a**"), ("x" * 40, "*x*x*x*x*x*y"), ("[a", "[[]a"),
    ("b", "[!a-]"), ("&", "[a&&b]"),
    ("c", "[a-ce-g]"), ("f", "[a-ce-g]"), ("d", "[a-ce-g]"), ("x", "[--z]"), ("|", "[a||b]"), ("~", "[~~]"),
]
for name, pattern in CASES:
    print(repr(name)[:20], repr(pattern), fnmatch.fnmatchcase(name, pattern))
print("case:", fnmatch.fnmatchcase("ABC", "abc"), fnmatch.fnmatch("abc", "abc"))
print("bytes:", fnmatch.fnmatchcase(b"te\xffst", b"te*"), fnmatch.filter([b"a.py", b"b.txt"], b"*.py"))
for arguments in ((b"x", "*"), ("x", b"*")):
    try:
        print(fnmatch.fnmatchcase(*arguments))
    except TypeError as error:
        print("refused:", type(error).__name__)

names = ["Python", "Ruby", "Perl", "Tcl", "python.org", ".profile"]
print("filter:", fnmatch.filter(names, "P*"), fnmatch.filter(names, "*[nl]"),
      fnmatch.filter(iter(names), "[!PR]*"), fnmatch.filter([], "*"))
print("filterfalse:", fnmatch.filterfalse(names, "P*"), fnmatch.filterfalse(names, "*"))

SAMPLES = ["abc", "a.b", "a\nb", "", "a*b", "[x]", "b1", "z", "-", "]", "a-b"]
for pattern in ("*", "?", "a?b*c", "[abc]", "[]]", "[!x]", "[^x]", "[x", "****", "a**b", "[a-c]", "[b-a]",
                "[a-]", "a.b", "", "*.py", "é*"):
    compiled = re.compile(fnmatch.translate(pattern))
    print("translate", repr(pattern), [s for s in SAMPLES if compiled.match(s)], compiled.groups)
two = re.compile("|".join(map(fnmatch.translate, ("*.txt", "data?"))))
print("joined:", [bool(two.match(s)) for s in ("a.txt", "data1", "data", "a.txtx")])


def brute(name, pattern):
    """A straightforward matcher for patterns without classes."""
    if not pattern:
        return not name
    if pattern[0] == "*":
        return any(brute(name[i:], pattern[1:]) for i in range(len(name) + 1))
    return bool(name) and pattern[0] in ("?", name[0]) and brute(name[1:], pattern[1:])


import itertools  # noqa: E402

alphabet = ["".join(p) for n in range(4) for p in itertools.product("ab", repeat=n)]
patterns = ["".join(p) for n in range(1, 4) for p in itertools.product("ab*?", repeat=n)]
disagreements = [(n, p) for n in alphabet for p in patterns if brute(n, p) != fnmatch.fnmatchcase(n, p)]
print("checked:", len(alphabet) * len(patterns), "disagreements:", disagreements)
print("counted:", sum(fnmatch.fnmatchcase(n, p) for n in alphabet for p in patterns))
