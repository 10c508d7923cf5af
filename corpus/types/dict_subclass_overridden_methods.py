# harness:
#   description: a dict subclass with __missing__, __getitem__ and __setitem__, and what goes through them
#   tags: [dict, subclass]


class Counting(dict):
    def __missing__(self, key):
        return f"<no {key}>"

    def __getitem__(self, key):
        return ("got", super().__getitem__(key))

    def __setitem__(self, key, value):
        super().__setitem__(key, value and value * 2)


counting = Counting(a=1)
counting["b"] = 2
counting.update(c=3)
counting.setdefault("d", 4)
print("stored:", counting, len(counting), list(counting.items()))
print("lookups:", counting["a"], counting["zz"], counting.get("zz"), counting.get("b"), "zz" in counting)
print("types:", type(counting.copy()).__name__, type(counting | {}).__name__,
      type(Counting.fromkeys("q")).__name__, Counting.fromkeys("q", 5))
print("format_map:", "{a} {q}".format_map(counting))
print("values:", list(counting.values()), counting.pop("d"), counting.popitem(), len(counting))
