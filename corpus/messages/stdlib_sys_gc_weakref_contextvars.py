# harness:
#   description: wording of errors - sys, gc, weakref, contextvars and atexit
#   tags: [messages, "module:sys", "module:weakref"]
import atexit
import contextvars
import gc
import sys
import types
import weakref

CASES = {
    "digits": "sys.set_int_max_str_digits(100)",
    "recursion": "sys.setrecursionlimit(0)",
    "recursion type": 'sys.setrecursionlimit("5")',
    "intern": "sys.intern(5)",
    "intern subclass": 'sys.intern(type("S", (str,), {})())',
    "frame depth": "sys._getframe(10000)",
    "switch": "sys.setswitchinterval(0)",
    "size": "sys.getsizeof()",
    "trace": "sys.settrace()",
    "hook": "sys.excepthook(1)",
    "audit": "sys.audit(5)",
    "weak number": "weakref.ref(5)",
    "weak list": "weakref.ref([])",
    "proxy text": 'weakref.proxy("s")',
    "weak method": "weakref.WeakMethod(print)",
    "weak set": "weakref.WeakSet().add(5)",
    "finalize": "weakref.finalize(5, print)",
    "variable name": "contextvars.ContextVar(5)",
    "variable nothing": "contextvars.ContextVar()",
    "reset": 'contextvars.ContextVar("v").reset(5)',
    "context key": 'contextvars.Context()["v"]',
    "context run": "contextvars.Context().run()",
    "collect": "gc.collect(5)",
    "threshold": "gc.set_threshold()",
    "atexit nothing": "atexit.register()",
    "proxy of list": "types.MappingProxyType([1])",
    "proxy set": 'types.MappingProxyType({})["a"] = 1',
    "namespace": "types.SimpleNamespace(5)",
    "namespace keys": "types.SimpleNamespace({1: 2})",
    "method": "types.MethodType(5, 5)",
    "module": "types.ModuleType(5)",
}
for label, source in CASES.items():
    try:
        exec(source, dict(globals()))
        print(f"{label}: no error")
    except Exception as exc:
        print(f"{label}: {type(exc).__name__}: {exc}")
