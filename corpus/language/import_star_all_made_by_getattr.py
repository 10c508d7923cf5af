# harness:
#   description: star import of a module whose __all__ comes from its module-level __getattr__
#   tags: [imports, modules]
#   files:
#     listed.py: |
#       plain = 'not listed'
#       def __getattr__(name):
#           if name == '__all__':
#               return ['made', 'other']
#           if name.startswith('__'):
#               raise AttributeError(name)
#           return f'{name} made'
#     proxy.py: |
#       import sys
#       import types
#       class Lazy(types.ModuleType):
#           @property
#           def __all__(self):
#               return ['from_property']
#           from_property = property(lambda self: 'computed')
#       sys.modules[__name__].__class__ = Lazy
#       plain = 'not listed'

import listed
import proxy

print("attribute", listed.__all__, proxy.__all__)
for name in ("listed", "proxy"):
    scope = {}
    exec(f"from {name} import *", scope)
    print(name, {key: value for key, value in scope.items() if key != "__builtins__"})
