# harness:
#   description: which element comparison a container makes and whether its result object is handed on
#   tags: [data-model, comparison]

log = []


def tracer(name, result):
    def method(self, other):
        log.append(f"{type(self).__name__}.{name}")
        return result
    return method


class L:
    __eq__ = tracer("eq", NotImplemented)
    __lt__ = tracer("lt", NotImplemented)


class R:
    __eq__ = tracer("eq", NotImplemented)
    __gt__ = tracer("gt", "R.gt answered")


class Answers:
    __eq__ = tracer("eq", "truthy text")
    __lt__ = tracer("lt", ["less"])
    __ge__ = tracer("ge", "")


def show(label, thunk):
    try:
        result = repr(thunk())
    except TypeError:
        result = "TypeError"
    print(f"{label:<24} {' '.join(log):<40} {result}")
    log.clear()


left, right, answer = L(), R(), Answers()
show("list < list", lambda: [1, left] < [1, right])
show("tuple < tuple", lambda: (1, left) < (1, right))
show("list < with object", lambda: [0, Answers()] < [0, 5])
show("tuple >= with object", lambda: (Answers(),) >= (3,))
show("list == with object", lambda: [Answers()] == [5])
show("tuple != with object", lambda: (Answers(),) != (5,))
show("in with object", lambda: 5 in [Answers()])
show("list < same prefix", lambda: [left] < [left, 1])
