# harness:
#   description: which of two equal-keyed dict values is asked first when dicts are compared
#   tags: [data-model, comparison, dict]

log = []


class Value:
    def __init__(self, name, result):
        self.name, self.result = name, result

    def __eq__(self, other):
        log.append(f"{self.name} == {getattr(other, 'name', other)}")
        return self.result


def show(label, thunk):
    result = thunk()
    print(f"{label:<20} {'; '.join(log) or 'nothing asked':<50} {result}")
    log.clear()


one, two, three = Value("one", NotImplemented), Value("two", NotImplemented), Value("three", True)
show("left then right", lambda: {1: one} == {1: two})
show("answer on the right", lambda: {1: one} == {1: three})
show("answer on the left", lambda: {1: three} == {1: one})
show("not equal", lambda: {1: one} != {1: two})
show("several keys", lambda: {1: three, 2: one} == {2: two, 1: three})
show("other length", lambda: {1: three} == {1: three, 2: one})
show("other key", lambda: {1: three} == {2: three})
show("same value object", lambda: {1: one} == {1: one})
