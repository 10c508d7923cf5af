# harness:
#   description: the order in which items of a dropped list, tuple, dict, instance and frame are finalized
#   tags: [finalizers, ordering]
import gc


class Item:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        log.append(self.name)


class Holder:
    pass


def report(label):
    gc.collect()
    print(f"{label}:", *log)
    log.clear()


def items():
    return [Item(name) for name in "abc"]


def local_names():
    first, second, third = Item("first"), Item("second"), Item("third")


log = []
values = items()
del values
report("list")
values = tuple(items())
del values
report("tuple")
values = dict(zip("xyz", items()))
del values
report("dict")
values = items()
values.clear()
report("clear")
values = items()
values[:] = []
report("slice assignment")
values = items()
del values[::2]
report("del slice")
values.pop()
report("pop")
holder = Holder()
holder.one, holder.two = Item("one"), Item("two")
del holder
report("instance")
local_names()
report("locals")
