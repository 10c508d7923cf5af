# harness:
#   description: messages of copy, hash and operator functions for objects that do not support them
#   tags: [errors, messages, copy, hash, operators]
import copy
import operator


class OnlyEq:
    def __eq__(self, other):
        return True


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("copy.copy(x for x in ())", "copy.deepcopy(memoryview(b'a'))", "copy.replace([1], x=1)",
             "copy.replace(5)", "copy.replace((1, 2), x=1)", "hash([])", "hash(set())",
             "hash(bytearray())", "hash(([],))", "hash(memoryview(bytearray(1)))", "hash(OnlyEq())",
             "{OnlyEq(): 1}", "{OnlyEq()}", "operator.concat(1, 2)", "operator.index(1.0)",
             "operator.neg('a')", "operator.itemgetter()", "operator.attrgetter(5)",
             "operator.methodcaller()", "operator.indexOf([1], 2)", "operator.length_hint([], 'a')",
             "operator.iadd((1,), [2])", "operator.imatmul(None, 1)", "-object", "~'x'", "abs('a')"):
    attempt(text)
