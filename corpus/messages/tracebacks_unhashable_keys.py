# harness:
#   description: messages for unhashable keys and elements in dicts and sets
#   tags: [errors, messages, dict, set]


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("{}[[]]", "{[]: 1}", "{{}: 1}", "{[]}", "{}.get([])", "{1: 2}.pop([])", "{}.setdefault([], 1)",
             "[] in {}", "[] in {1}", "set([[]])", "set().add([])", "{1}.remove([])", "frozenset([{}])",
             "dict([([], 1)])", "dict.fromkeys([[]])", "hash([])", "hash({})", "hash((1, [2]))",
             "{(1, []): 2}", "{}.keys() | [[]]", "{1: 2}.items() | [([],)]", "set([1, []])"):
    attempt(text)
