# harness:
#   description: messages when __int__, __index__, __str__, __len__ and other hooks return a wrong type
#   tags: [errors, messages, conversion, dunder]
import math
import operator


def having(method, value):
    return type("Thing", (), {f"__{method}__": lambda self, *args: value})()


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("int(having('int', '1'))", "int(having('int', 1.5))", "float(having('float', 1))",
             "float(having('float', None))", "complex(having('complex', 1))",
             "complex(having('complex', '1j'))", "operator.index(having('index', 1.0))",
             "'abc'[having('index', 'a')]", "str(having('str', 5))", "str(having('repr', 5))",
             "repr(having('repr', None))", "format(having('format', 5))", 'f"{having(\'format\', None)}"',
             "bytes(having('bytes', 'a'))", "len(having('len', 1.0))", "len(having('len', -1))",
             "len(having('len', 2**80))", "hash(having('hash', 'h'))", "hash(having('hash', 1.5))",
             "iter(having('iter', 5))", "dir(having('dir', 5))", "list(having('length_hint', 3))",
             "bool(having('bool', 2))", "isinstance(1, having('instancecheck', 1))",
             "int(having('trunc', 5))", "math.floor(having('floor', 'x'))", "next(having('next', 1))"):
    attempt(text)
