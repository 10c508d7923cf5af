# harness:
#   description: messages of dataclass definitions and of frozen, slotted and mistyped instances
#   tags: [errors, messages, dataclasses]


def run(label, source):
    try:
        exec(source, {"__name__": "case"})
        print(label, "-> fine")
    except Exception as error:
        print(label, "->", f"{type(error).__name__}: {error}")


run("dataclass order",
    "from dataclasses import dataclass\n@dataclass\nclass A:\n    x: int = 1\n    y: str\n")
run("dataclass mutable", "from dataclasses import dataclass\n@dataclass\nclass A:\n    x: list = []\n")
run("dataclass frozen",
    "from dataclasses import dataclass\n@dataclass(frozen=True)\nclass A:\n    x: int\na = A(1)\na.x = 2\n")
D = "from dataclasses import *\n@dataclass\nclass A:\n    x: int\n    y: int = 2\n"
run("missing", D + "A()")
run("too many", D + "A(1, 2, 3)")
run("unexpected", D + "A(1, z=3)")
run("order", D + "A(1) < A(2)")
run("hash", D + "hash(A(1))")
run("replace", D + "replace(A(1), q=1)")
run("fields of int", D + "fields(5)")
run("asdict of class", D + "asdict(A)")
run("default and factory", "from dataclasses import *\nfield(default=1, default_factory=list)")
run("order without eq", "from dataclasses import *\n@dataclass(order=True, eq=False)\nclass A: pass")
run("frozen child",
    "from dataclasses import *\n@dataclass\nclass A: pass\n@dataclass(frozen=True)\nclass B(A): pass")
run("two KW_ONLY", "from dataclasses import *\n@dataclass\nclass A:\n    a: KW_ONLY\n    b: KW_ONLY")
run("frozen delete",
    "from dataclasses import *\n@dataclass(frozen=True)\nclass A:\n    x: int = 1\ndel A().x")
run("slots default",
    "from dataclasses import *\n@dataclass(slots=True)\nclass A:\n    __slots__ = ()\n    x: int")
run("make_dataclass", "from dataclasses import *\nmake_dataclass('A', ['class'])")
