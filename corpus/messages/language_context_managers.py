# harness:
#   description: wording of errors for objects that are no context managers
#   tags: [messages, context-managers]

import contextlib


class Nothing:
    pass


class OnlyEnter:
    def __enter__(self):
        return self


class OnlyExit:
    def __exit__(self, *details):
        pass


class OnInstance:
    def __init__(self):
        self.__enter__ = lambda: self
        self.__exit__ = lambda *details: None


class ShortExit:
    def __enter__(self):
        return self

    def __exit__(self):
        pass


class Asynchronous:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *details):
        pass


CASES = {
    "nothing": "with Nothing(): pass",
    "only enter": "with OnlyEnter(): pass",
    "only exit": "with OnlyExit(): pass",
    "on the instance": "with OnInstance(): pass",
    "class not instance": "with OnlyEnter: pass",
    "short exit": "with ShortExit(): pass",
    "async manager": "with Asynchronous(): pass",
    "int": "with 5: pass",
    "none": "with None: pass",
    "text": "with 'file.txt': pass",
    "second": "with contextlib.nullcontext(), Nothing(): pass",
    "stack enter_context": "contextlib.ExitStack().enter_context(Nothing())",
    "stack enter_context class": "contextlib.ExitStack().enter_context(object)",
    "stack enter_context async": "contextlib.ExitStack().enter_context(Asynchronous())",
    "stack callback": "contextlib.ExitStack().callback()",
    "closing": "with contextlib.closing(5): pass",
    "chdir": "with contextlib.chdir('no/such/folder'): pass",
    "redirect": "with contextlib.redirect_stdout(): pass",
    "abstract": "contextlib.AbstractContextManager()",
    "decorator": "contextlib.contextmanager(5)()",
}
for label, source in CASES.items():
    try:
        exec(source, dict(globals()))
        print(f"{label}: no error")
    except Exception as exc:
        print(f"{label}: {type(exc).__name__}: {exc}")
