# harness:
#   description: printed messages and suggestions for attributes
#   tags: [errors, messages, suggestions]
import collections
import re
import traceback


def show(label, source, **names):
    try:
        exec(compile(source, "<try>", "exec"), names)
        print(label, "no error")
    except Exception as error:
        captured = traceback.TracebackException.from_exception(error)
        printed = list(captured.format_exception_only())[-1].rstrip()
        added = printed.partition(str(error))[2]
        text = re.sub(r" \(/[^)]*\)", " (path)", f"{type(error).__name__}: {error}")
        print(f"{label}: {text} [{getattr(error, 'name', '-')}] {added and '=>' + added}")


class Vehicle:
    wheels = 4
    _private_count = 1

    def __init__(self):
        self.max_speed = 100
        self.colour = "red"

    def accelerate(self, amount):
        return self.max_sped + amount

    def method_using_bare_name(self):
        return colour

    @property
    def broken(self):
        return self.colur

    @classmethod
    def build(cls):
        return wheels


vehicle = Vehicle()
show("attribute typo", "v.wheel", v=vehicle)
show("attribute case", "v.Wheels", v=vehicle)
show("instance attribute", "v.maxspeed", v=vehicle)
show("method typo", "v.acelerate(1)", v=vehicle)
show("inside a method", "v.accelerate(1)", v=vehicle)
show("forgot self", "v.method_using_bare_name()", v=vehicle)
show("forgot cls", "v.build()", v=vehicle)
show("inside a property", "v.broken", v=vehicle)
show("private attribute", "v.private_count", v=vehicle)
show("set on slots", "s.valu = 1", s=type("Slots", (), {"__slots__": ("value",)})())
show("list method", "[].appendd(1)")
show("list wrong method", "[].push(1)")
show("str method", "'a'.trim()")
show("str foreign", "'a'.toUpperCase()")
show("dict attribute", "{'key': 1}.kyes()")
show("None attribute", "None.group()")
show("int attribute", "(5).bit_lenght()")
show("function attribute", "def f(): pass\nf.__nam__")
show("module attribute", "import math\nmath.sqr(4)")
show("module attribute far", "import math\nmath.sqrt2pi")
show("class attribute", "V.wheles", V=Vehicle)
show("namedtuple field", "p.widht", p=collections.namedtuple("P", "width height")(1, 2))
show("nested attribute", "v.title.name", v=type("Wrapper", (), {"inner": type("Inner", (), {"title": 1})})())
show("del attribute", "del v.colur", v=vehicle)
