# harness:
#   description: re match objects keep the bounds of the search in pos and endpos
#   tags: [module:re]
import re

pattern = re.compile(r"\w+")
text = "on 2024-05 and more"
for name in ("search", "match", "fullmatch"):
    method = getattr(pattern, name)
    for bounds in ((), (3,), (3, 7), (0, 100), (3, 3), (50,)):
        found = method(text, *bounds)
        print(name, bounds, found and (found[0], found.span(), found.pos, found.endpos))
for found in pattern.finditer(text, 2, 12):
    print("finditer", found[0], found.pos, found.endpos)
scanner = pattern.scanner(text, 1)
while found := scanner.search():
    print("scanner", found[0], found.pos, found.endpos)
print("module level", [(m.pos, m.endpos) for m in re.finditer("o", text)])
