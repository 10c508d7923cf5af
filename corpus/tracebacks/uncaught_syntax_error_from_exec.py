# harness:
#   description: an uncaught SyntaxError from exec of a multi-line source, with the frames that led to it
#   tags: [syntax-error, uncaught]
#   raises: SyntaxError


def run(source, name):
    namespace = {}
    code = compile(source, name, "exec")
    exec(code, namespace)
    return namespace


good = run("def double(n):\n    return n * 2\n", "good.py")
print(good["double"](21))
run("def total(items):\n    result = 0\n    for item in items\n        result += item\n    return result\n",
    "bad_module.py")
