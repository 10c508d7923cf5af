# harness:
#   description: templates and interpolations compare and hash by identity
#   tags: [module:string.templatelib]
from string.templatelib import Interpolation, Template

name = "Ann"
first, second = t"a{name}", t"a{name}"
print("same parts:", first == second, first != second, first == first, [second] == [second])
print("no interpolation:", t"a" == t"a", Template("a") == Template("a"))
print("interpolations:", Interpolation(1) == Interpolation(1), first.interpolations == second.interpolations)
print("parts are equal:", first.strings == second.strings, first.values == second.values)
print("as keys:", len({first, second, first}), first in [second], first == "a")
