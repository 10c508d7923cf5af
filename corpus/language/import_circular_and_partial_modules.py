# harness:
#   description: circular imports, partially initialised modules, failing imports removed from sys.modules
#   tags: [imports]
#   files:
#     first.py: |
#       print('first starts')
#       import second
#       value = 'first value'
#       print('first sees', second.value)
#       def late():
#           return second.reads_first()
#     second.py: |
#       print('second starts')
#       import first
#       print('second sees attribute:', hasattr(first, 'value'))
#       value = 'second value'
#       def reads_first():
#           return first.value
#     alpha.py: "from beta import b\na = 'a'\n"
#     beta.py: "from alpha import a\nb = 'b'\n"
#     pkg/__init__.py: "print('pkg starts')\nfrom pkg import left\n"
#     pkg/left.py: "import pkg.right as r\nname = 'left'\nprint('left gets right', r.name)\n"
#     pkg/right.py: "from pkg import left\nprint('right gets left', hasattr(left, 'name'))\nname = 'right'\n"
#     failing.py: "import helper_ok\nvalue = 1\nraise ValueError('failed while importing')\n"
#     helper_ok.py: "print('helper runs')\n"
#     syntax_bad.py: "x = 1\ndef broken(:\n    pass\n"
#     counter.py: "try:\n    runs += 1\nexcept NameError:\n    runs = 1\nprint('counter body', runs)\n"
#     replacer.py: |
#       import sys, types
#       m = types.ModuleType('replacer')
#       m.answer = 42
#       sys.modules[__name__] = m
#     selfish.py: |
#       import selfish
#       print('self import', selfish.__name__, hasattr(selfish, 'after'))
#       after = 1
#     attr_circle.py: |
#       import attr_circle
#       try:
#           attr_circle.not_yet
#       except AttributeError as exc:
#           message = str(exc)
#       not_yet = 1

import importlib
import importlib.machinery
import importlib.util
import sys

import first

print(first.late())
try:
    import alpha
except ImportError as exc:
    print(type(exc).__name__, exc.name)
print("alpha" in sys.modules, "beta" in sys.modules)
import pkg  # noqa: E402

print(sorted(n for n in vars(pkg) if not n.startswith("__")))
for attempt in range(2):
    try:
        import failing  # noqa: F401
    except ValueError as exc:
        print("ValueError:", exc, "failing" in sys.modules, "helper_ok" in sys.modules)
try:
    import syntax_bad  # noqa: F401
except SyntaxError as exc:
    print(type(exc).__name__, exc.lineno, exc.filename.endswith("syntax_bad.py"),
          "syntax_bad" in sys.modules)

import counter  # noqa: E402

same = importlib.import_module("counter")
counter.extra = "survives reload"
again = importlib.reload(counter)
print(same is counter is again, counter.runs, counter.extra)
del sys.modules["counter"]
import counter as fresh  # noqa: E402

print(fresh is counter, fresh.runs, hasattr(fresh, "extra"))
import replacer  # noqa: E402

print(replacer.answer, type(replacer).__name__, hasattr(replacer, "m"))
import selfish  # noqa: E402

print(selfish.after)
import attr_circle  # noqa: E402

print(attr_circle.message.split(" (")[0], "circular import" in attr_circle.message)
sys.modules["blocked"] = None
for source in ("import blocked", "from blocked import x", "import blocked.sub"):
    try:
        exec(source)
    except ImportError as exc:
        print(source, type(exc).__name__)
sys.modules["fake"] = type("Fake", (), {"attribute": 5, "__getattr__": lambda self, name: f"made {name}"})()
import fake  # noqa: E402
from fake import attribute, anything  # noqa: E402

print(fake.attribute, attribute, anything)
sys.modules["number"] = 7
import number  # noqa: E402

print(number + 1)
try:
    importlib.reload(number)
except TypeError:
    print("TypeError")
try:
    importlib.reload(importlib.util.module_from_spec(importlib.machinery.ModuleSpec("ghost", None)))
except ImportError as exc:
    print(type(exc).__name__)
