# harness:
#   description: the repr of a defaultdict that holds itself or its own method
#   tags: [module:collections, repr]
from collections import defaultdict

loop = defaultdict(None)
loop["me"] = loop
print("in itself:", loop)
outer = defaultdict(None, a=[loop])
loop["outer"] = outer
print("by a detour:", outer)
