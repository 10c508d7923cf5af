# harness:
#   description: order of evaluation in calls, displays, slices, comparisons and assignments
#   tags: [expressions, ordering]

log = []


def t(name, value=None):
    log.append(name)
    return value


def flush(label):
    print(f"{label:<22}{' '.join(log)}")
    log.clear()


def sink(*args, **kwargs):
    log.append("call")
    return len(args), sorted(kwargs)


class Box:
    def __init__(self, name):
        object.__setattr__(self, "name", name)

    def __getitem__(self, key):
        log.append(f"{self.name}.get")
        return 10

    def __setitem__(self, key, value):
        log.append(f"{self.name}.set")

    def __setattr__(self, attr, value):
        log.append(f"{self.name}.setattr")

    def __delitem__(self, key):
        log.append(f"{self.name}.del")


t("a", 1) + t("b", 2) * t("c", 3)
flush("binary")

t("a", 2) ** t("b", 3) ** t("c", 1)
flush("power")

t("f", sink)(t("x", 1), *t("star", [1, 2]), t("y", 2), k=t("kw", 3), **t("dstar", {"z": 1}))
flush("call")

t("f", sink)(k=t("kw", 3), *t("star", [1, 2]))
flush("call kw before star")

{t("k1", 1): t("v1"), t("k2", 2): t("v2"), **t("m", {})}
flush("dict display")

[t("e1"), *t("e2", []), t("e3")]
flush("list display")

{t("k", key): t("v", key) for key in t("it", "ab")}
flush("dict comprehension")

(t("yes") if t("cond", False) else t("no"))
flush("conditional")

box = Box("box")
other = Box("other")
t("box", box)[t("key")] = t("other", other).attr = t("value", 5)
flush("chained assign")

t("box", box)[t("i"):t("j"):t("k")]
flush("slice")

t("box", box)[t("key")] += t("rhs", 1)
flush("augmented item")

(t("box", box)[t("k1")], t("other", other)[t("k2")]) = t("p", 1), t("q", 2)
flush("tuple target")

del t("box", box)[t("k1")], t("other", other)[t("k2")]
flush("del list")

t("a", 1) < t("b", 5) < t("c", 3) < t("d", 9)
flush("chained compare")

t("a", 0) or t("b", "") or t("c", 7) and t("d", 0) and t("e")
flush("boolean mix")

not t("a", 1) in t("b", [1])
flush("not in")

f"{t('x', 1):{t('w', 4)}}{t('y', 2)}"
flush("f-string")

t("left", 3) if t("test", 1) > t("limit", 0) else t("right")
flush("conditional compare")


def make(name, default=t("default1"), *, key=t("kwdefault")) -> t("return annotation"):
    return name


flush("def")

lambda a=t("la"), *, b=t("lb"): (a, b)
flush("lambda defaults")


@t("deco1", lambda f: t("apply1", f))
@t("deco2", lambda f: t("apply2", f))
class Decorated(t("base", object), metaclass=t("meta", type)):
    t("body")


flush("class statement")
