# harness:
#   description: messages of dict lookups, updates, constructors and methods with wrong arguments
#   tags: [errors, messages, dict]
import types


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("{}['k']", "{}[1, 2]", "{}.pop('k')", "{}.pop()", "{}.popitem()", "{} | [('a', 1)]",
             "{'a': 1} | None", "{}.update(5)", "{}.update([('a', 1), ('b',)])", "{}.update([1])",
             "dict(['abc'])", "dict({}, {})", "dict(**{1: 2})", "dict.fromkeys(5)", "{} < {}",
             "{}.get('a', default=1)", "{}.setdefault()", "hash({})", "{}.keys() + {}.keys()",
             "{}.keys() - 5", "{}.values() & {}.values()", "{'k': []}.items() | []", "{}.keys()[0]",
             "hash({}.keys())", "type({}.keys())({})", "types.MappingProxyType([1])",
             "types.MappingProxyType({}).pop", "{'a': 1}.items() < [1]"):
    attempt(text)
