# harness:
#   description: wording of errors for setting attributes of functions, methods and descriptors
#   tags: [messages, functions]

def function(a, b=1, *, c=2):
    return a, b, c


class Klass:
    def method(self):
        return 1


CASES = {
    "name": "function.__name__ = 5",
    "qualname": "function.__qualname__ = None",
    "defaults": "function.__defaults__ = [1]",
    "kwdefaults": "function.__kwdefaults__ = [1]",
    "code": "function.__code__ = 5",
    "code with free variables": """
x = 1
def outer(y):
    return lambda: y
function.__code__ = outer(1).__code__
""",
    "globals": "function.__globals__ = {}",
    "closure": "function.__closure__ = None",
    "dict": "function.__dict__ = 5",
    "annotations": "function.__annotations__ = 5",
    "annotate": "function.__annotate__ = 5",
    "type params": "function.__type_params__ = 5",
    "delete name": "del function.__name__",
    "delete code": "del function.__code__",
    "delete missing": "del function.missing",
    "missing": "function.missing",
    "builtin name": "len.__name__ = 'x'",
    "builtin attribute": "len.extra = 1",
    "method attribute": "Klass().method.extra = 1",
    "method function": "Klass().method.__func__ = 1",
    "method type": """
import types
types.MethodType(5, 1)
""",
    "method type none": """
import types
types.MethodType(len, None)
""",
    "descriptor of other": "list.append({}, 1)",
    "descriptor without self": "list.append()",
    "slot of other": 'int.__add__("a", 1)',
    "property getter": "property(5).__get__(1)",
    "staticmethod call": "staticmethod(5)()",
    "classmethod get": "classmethod(5).__get__(1, int)()",
    "partial": """
import functools
functools.partial(5)
""",
    "partial without": """
import functools
functools.partial()
""",
    "partial placeholder": """
import functools
functools.partial(function, functools.Placeholder)
""",
    "reduce": """
import functools
functools.reduce(max, [])
""",
    "wraps": """
import functools
functools.singledispatch(function)()
""",
    "total ordering": """
import functools
@functools.total_ordering
class X: pass
""",
}
for label, source in CASES.items():
    try:
        exec(source, dict(globals()))
        print(f"{label}: no error")
    except Exception as exc:
        print(f"{label}: {type(exc).__name__}: {exc}")
