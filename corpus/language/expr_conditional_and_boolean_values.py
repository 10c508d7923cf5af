# harness:
#   description: values (not only truth) of and/or/not, conditional expressions and short-circuit helpers
#   tags: [expressions, truthiness]

calls = []


class Truth:
    def __init__(self, name, value):
        self.name, self.value = name, value

    def __bool__(self):
        calls.append(self.name)
        return self.value

    def __repr__(self):
        return self.name


T, F = Truth("T", True), Truth("F", False)


def show(label, value):
    print(f"{label:<26} {value!r:<8} tests={''.join(calls)}")
    calls.clear()


show("T and F", T and F)
show("F and T", F and T)
show("T or F", T or F)
show("F or T", F or T)
show("not T", not T)
show("not not F", not not F)
show("T and F or T", T and F or T)
show("F or F and T", F or F and T)
show("F and T or F and T", F and T or F and T)
show("T if F else F", T if F else F)
show("T if T and F else F", T if T and F else F)
show("T if not F else F", T if not F else F)
show("not (T and F)", not (T and F))
show("not T or not F", not T or not F)

if T and (F or T):
    show("if statement", "taken")
if not (F or F):
    show("if not", "taken")
while F or F:
    pass
else:
    show("while-else", "else")
show("all", all([T, T, F, T]))
show("any", any([F, T, F]))
show("filter", list(filter(None, [T, F, T])))
show("bool()", bool(F))
show("list filter", [x for x in (T, F, T) if x])
show("assert", [None for x in [T] if x is T])
show("sum of not", sum(not x for x in (T, F, F)))

print("literals", 0 or "" or [] or {} or "end", 1 and "a" and [0] and (), None or 0, "" and 1)
print("nested conditional", ["neg" if x < 0 else "zero" if x == 0 else "pos" for x in (-2, 0, 3)])
print("conditional callable", (max if len("abc") > 2 else min)(4, 9))
print("conditional in arguments", *([1, 2] if T else ()), sep="/")
calls.clear()
print("lambda", [(lambda x: x if x % 2 else -x)(n) for n in range(5)])
print("default idiom", {}.get("a") or "fallback", {"a": 0}.get("a") or "fallback")
print("xor", [(a, b, bool(a) != bool(b)) for a in (0, "x") for b in ([], [0])])
print("bool arithmetic", True + True, True * 5, -True, ~int(True), True / 2, False ** False, True << 3)
print("bool ops types", type(True & False), type(True & 1), type(True ^ True), type(True | 2), type(+True))
