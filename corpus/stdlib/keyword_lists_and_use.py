# harness:
#   description: keyword - hard and soft lists, agreement with the compiler
#   tags: [module:keyword, parser]
import keyword

print("hard:", keyword.kwlist)
print("soft:", keyword.softkwlist)
print("sorted:", keyword.kwlist == sorted(keyword.kwlist), keyword.softkwlist == sorted(keyword.softkwlist),
      set(keyword.kwlist) & set(keyword.softkwlist))
print("is:", [keyword.iskeyword(word) for word in ("if", "If", "print", "match", "None", "none", "", "async",
                                                   "nonlocal", "type")])
print("is soft:", [keyword.issoftkeyword(word) for word in ("match", "case", "_", "type", "if", "print", "")])


def compiles(source):
    try:
        compile(source, "<test>", "exec")
    except SyntaxError:
        return "does not compile"
    return "compiles"


for word in keyword.kwlist:
    results = {compiles(f"{word} = 1"), compiles(f"def {word}(): pass"), compiles(f"x.{word}"),
               compiles(f"import {word}"), compiles(f"lambda {word}: 0")}
    print(word, word.isidentifier(), "compiles" in results, compiles(f"{word} = 1"))
for word in keyword.softkwlist:
    namespace = {}
    exec(f"{word} = 5\ndef {word}2({word}): return {word} * 2\nclass C: {word} = 7", namespace)
    print(word, namespace[word], namespace[f"{word}2"](4), getattr(namespace["C"], word))

print("word and call:", compiles("match(x)"), compiles("match[x]"), compiles("match.x = 1"),
      compiles("type(x)"), compiles("type = 3; type X = int"))
SOFT = {
    "match (a, b):\n    case _: r = 'tuple'": {"a": 1, "b": 2},
    "match = {1: 2}\nr = match [1]": {},
    "case = 5\nr = case\n": {},
    "match match:\n    case case: r = case": {"match": "m"},
    "_ = 3\nmatch 4:\n    case _: r = _": {},
    "type type = int\nr = type.__value__.__name__": {},
    "type = lambda x: x\nr = type (9)": {},
    "match -1:\n    case -1: r = 'negative'": {},
    "match = 10\nr = match -1": {},
    "match = [5]\nr = match [0]": {},
    "match *[1], 2:\n    case [1, 2]: r = 'star'": {},
    "print = 5\nr = print": {},
}
for source, namespace in SOFT.items():
    exec(source, namespace)
    print(repr(source), "->", namespace["r"])


class Attributes:
    pass


holder = Attributes()
for word in ("class", "None", "match", "not valid", "1"):
    setattr(holder, word, word.upper())
print("by name:", sorted(vars(holder)), getattr(holder, "class"))
print("as arguments:", dict(**{"class": 1, "def": 2}), (lambda **k: k)(**{"if": 3}))
print("identifiers:", [(text, text.isidentifier()) for text in ("a1", "1a", "é", "µ", "℘", "a-b", "·", "x·",
                                                                "class", "ﬁ", "")])
exec("ﬁle = 1", normalised := {})
print("normalised:", [name for name in normalised if not name.startswith("__")])
try:
    keyword.iskeyword([])
except TypeError as error:
    print("refused:", type(error).__name__)
for word in ("True", "False", "None", "__debug__"):
    print(word, compiles(f"{word} = 1"), "|", compiles(f"f({word}=1)"), "|", compiles(f"del {word}"))
