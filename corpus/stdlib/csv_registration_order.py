# harness:
#   description: csv.list_dialects - dialects are listed in the order of registration
#   tags: [module:csv, ordering]
import csv

NAMES = ["pipes", "semi", "tabs", "colons", "hashes", "spaces", "bars", "dots", "stars"]
for name, delimiter in zip(NAMES, "|;\t:# !.*"):
    csv.register_dialect(name, delimiter=delimiter)
listed = csv.list_dialects()
print("own ones:", [name for name in listed if name in NAMES])
print("all:", listed)
csv.unregister_dialect("tabs")
csv.register_dialect("pipes", delimiter="/")
csv.register_dialect("tabs", delimiter="\t")
print("after changes:", csv.list_dialects())
