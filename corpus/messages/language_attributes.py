# harness:
#   description: wording of errors for missing, read-only and refused attributes
#   tags: [messages, attributes]

class Plain:
    def method(self):
        return 1

    @property
    def read_only(self):
        return 1

    write_only = property(None, lambda self, value: None)
    nothing = property()


class Slotted:
    __slots__ = ("a",)


class Length:
    length = 1


CASES = {
    "missing on instance": "Plain().nope",
    "missing on class": "Plain.nope",
    "missing on int": "(5).nope",
    "missing on none": "None.nope",
    "missing on function": "len.nope",
    "missing on module": """
import math
math.nope
""",
    "missing on type": "int.nope",
    "missing on method": "Plain().method.nope",
    "near miss": "Length().lenght",
    "missing deletion": "del Plain().nope",
    "class deletion": "del Plain.nope",
    "read-only property": "Plain().read_only = 2",
    "delete property": "del Plain().read_only",
    "write-only property": "Plain().write_only",
    "empty property": "Plain().nothing",
    "empty property set": "Plain().nothing = 1",
    "slot missing": "Slotted().a",
    "slot not declared": "Slotted().b = 1",
    "slot delete": "del Slotted().a",
    "slots dict": "Slotted().__dict__",
    "set on int": "(5).x = 1",
    "set on builtin type": "int.x = 1",
    "set builtin method": "str.upper = None",
    "delete builtin method": "del list.append",
    "set on object": "object().x = 1",
    "set on none": "None.x = 1",
    "set on builtin function": "len.x = 1",
    "set on method": "Plain().method.x = 1",
    "set class": "Plain().__class__ = int",
    "set class to value": "Plain().__class__ = 5",
    "set dict": "Plain().__dict__ = 5",
    "set type name": "Plain.__name__ = 5",
    "set bases": "Plain.__bases__ = 5",
    "attribute name": "getattr(Plain(), 5)",
    "vars": "vars(5)",
}
for label, source in CASES.items():
    try:
        exec(source, dict(globals()))
        print(f"{label}: no error")
    except Exception as exc:
        print(f"{label}: {type(exc).__name__}: {exc}")
