# harness:
#   description: wording of errors for making, splitting and deriving exception groups
#   tags: [messages, exceptions]

group = ExceptionGroup("g", [ValueError(1), TypeError(2)])


class BadDerive(ExceptionGroup):
    def derive(self, excs):
        return 5


CASES = {
    "no arguments": "ExceptionGroup()",
    "one argument": "ExceptionGroup('m')",
    "three arguments": "ExceptionGroup('m', [ValueError()], 3)",
    "message type": "ExceptionGroup(5, [ValueError()])",
    "empty": "ExceptionGroup('m', [])",
    "not a sequence": "ExceptionGroup('m', 5)",
    "a set": "ExceptionGroup('m', {1})",
    "generator": "ExceptionGroup('m', (e for e in [ValueError()]))",
    "class inside": "ExceptionGroup('m', [ValueError])",
    "int inside": "ExceptionGroup('m', [ValueError(), 5])",
    "none inside": "ExceptionGroup('m', [None])",
    "base inside": "ExceptionGroup('m', [KeyboardInterrupt()])",
    "base in subclass": "BadDerive('m', [SystemExit()])",
    "set message": "group.message = 'x'",
    "set exceptions": "group.exceptions = ()",
    "split int": "group.split(5)",
    "split text": "group.split('text')",
    "split list": "group.split([ValueError])",
    "split tuple": "group.split((ValueError, 5))",
    "split class": "group.split(int)",
    "split nothing": "group.split()",
    "subgroup int": "group.subgroup(5)",
    "bad derive": "BadDerive('m', [ValueError(), TypeError()]).split(TypeError)",
    "text of a group": "raise group",
    "text of one": "raise ExceptionGroup('one', [ValueError()])",
    "nested text": "raise ExceptionGroup('outer', [ExceptionGroup('inner', [ValueError()]), OSError()])",
}
for label, source in CASES.items():
    try:
        exec(source, dict(globals()))
        print(f"{label}: no error")
    except Exception as exc:
        print(f"{label}: {type(exc).__name__}: {exc}")
