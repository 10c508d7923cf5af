# harness:
#   description: wording of errors raised by the methods of str, bytes, list, dict and set
#   tags: [messages, builtins]

EXPRESSIONS = """
"".join(5)
"".join([1])
"a".split("")
"a".index("b")
"a".startswith(5)
"a".encode("nope")
[].pop()
[1].pop(5)
[].remove(1)
[].index(1)
[1].insert("a", 1)
{}.pop("k")
{}.popitem()
set().pop()
set().remove("k")
(1,).index(2)
b"a".index(b"b")
b"a".join(["b"])
"a".join([b"b"])
"abc".strip(1)
"a".zfill("x")
"a".center(5, "ab")
"a" "b".count(1)
"%d" % "x"
"%d" % ()
"%s" % (1, 2)
"%q" % 1
"%(k)s" % 1
"{} {}".format(1)
"{x}".format(1)
"{0} {}".format(1)
"{".format()
""".strip().splitlines()
for source in EXPRESSIONS:
    try:
        eval(source)
        print(f"{source} -> no error")
    except Exception as exc:
        print(f"{source} -> {type(exc).__name__}: {exc}")
