# harness:
#   description: the exact sequence of names an import statement asks a module-level __getattr__ for
#   tags: [imports, modules]
#   files:
#     asked.py: |
#       log = []
#       value = 1
#       def __getattr__(name):
#           log.append(name)
#           raise AttributeError(name)
#     listed.py: |
#       log = []
#       def __getattr__(name):
#           log.append(name)
#           if name == '__all__':
#               return ['made', 'log']
#           return f'{name} made'
#     missing.py: |
#       log = []
#       __all__ = ['log', 'absent']
#       def __getattr__(name):
#           log.append(name)
#           raise AttributeError(name)

import asked
import listed
import missing

scope = {}
exec("from asked import *", scope)
print("without __all__", asked.log, sorted(n for n in scope if n in ("log", "value")))
scope = {}
exec("from listed import *", scope)
print("made __all__", listed.log, sorted(n for n in scope if n in ("log", "made")), scope.get("made"))
try:
    exec("from missing import *", {})
except AttributeError:
    print("AttributeError")
print("listed but absent", missing.log)
asked.log.clear()
exec("from asked import value", {})
print("one name", asked.log)
try:
    exec("from asked import other", {})
except ImportError:
    print("ImportError")
print("absent name", asked.log)
