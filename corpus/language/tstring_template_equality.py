# harness:
#   description: templates and interpolations compare by identity
#   tags: [t-strings]

from string.templatelib import Interpolation, Template

name = "World"
one, two = t"Hello {name}", t"Hello {name}"
print("same text", one == two, one != two, one == one, one is two)
print("no parts", t"a" == t"a", t"" == t"")
print("by hand", Template("a") == Template("a"), Template("a") == t"a")
print("interpolations", Interpolation(1, "x") == Interpolation(1, "x"),
      one.interpolations[0] == two.interpolations[0], one.interpolations[0] == one.interpolations[0])
print("in containers", one in [two], [two, one].index(one), len({one, two}), {one: 1}.get(two))
print("other types", one == "Hello World", one == 5, one.strings == two.strings)
