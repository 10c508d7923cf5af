# harness:
#   description: which operators of a deque subclass give the subclass
#   tags: [module:collections]
import copy
from collections import deque


class Named(deque):
    pass


one, plain = Named("ab", 5), deque("cd")
for label, result in (("add", one + Named("c")), ("add plain", one + plain), ("plain add", plain + one),
                      ("multiply", one * 2), ("times", 2 * one), ("copy", one.copy()),
                      ("copied", copy.copy(one)), ("deep copied", copy.deepcopy(one))):
    print(label, type(result).__name__, result, result.maxlen)
one += "x"
one *= 2
print("in place", one)
