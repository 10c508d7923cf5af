import builtins
real = builtins.__import__
def seen(name, *rest, **more):
    print("import", name, flush=True)
    return real(name, *rest, **more)
builtins.__import__ = seen
import json
print("end")
