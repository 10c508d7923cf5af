# harness:
#   description: relative imports from a script, from exec and from functions with odd globals
#   tags: [imports, errors]


def attempt(label, source, names):
    try:
        exec(source, names)
        print(label, "fine")
    except Exception as error:
        print(label, type(error).__name__)


for source in ("from . import thing", "from .name import thing", "from .. import thing",
               "from .sys import path"):
    attempt(f"{source} | script globals:", source, dict(globals()))
    attempt(f"{source} | empty globals:", source, {})
    attempt(f"{source} | a name only:", source, {"__name__": "some.module"})
    attempt(f"{source} | a package:", source, {"__name__": "collections.abc", "__package__": "collections"})
    attempt(f"{source} | empty package:", source, {"__name__": "m", "__package__": ""})
