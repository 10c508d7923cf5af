# harness:
#   description: the cause and context of the TypeError for unhashable keys and elements
#   tags: [errors, chaining]


def attempt(label, function):
    try:
        function()
        print(label, "no error")
    except TypeError as error:
        print(label, "->", type(error).__name__, f"cause={type(error.__cause__).__name__}",
              f"context={type(error.__context__).__name__}", f"suppressed={error.__suppress_context__}")


class Refusing:
    def __hash__(self):
        raise TypeError("not today")


attempt("dict display", lambda: {[]: 1})
attempt("dict set item", lambda: {}.__setitem__([], 1))
attempt("dict lookup", lambda: {}[[]])
attempt("dict get", lambda: {}.get([]))
attempt("dict comprehension", lambda: {n: 1 for n in ([],)})
attempt("in dict", lambda: [] in {})
attempt("set display", lambda: {[]})
attempt("set comprehension", lambda: {n for n in ([],)})
attempt("set call", lambda: set([[]]))
attempt("add", lambda: set().add([]))
attempt("in set", lambda: {} in {1})
attempt("frozenset", lambda: frozenset([[]]))
attempt("hash", lambda: hash([]))
attempt("nested tuple", lambda: {(1, []): 2})
attempt("own __hash__", lambda: {Refusing(): 1})
attempt("own __hash__ in a set", lambda: {Refusing()})
