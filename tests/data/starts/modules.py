import sys
print(list(sys.modules))
print([id(sys.modules[name]) == id(__import__(name)) for name in ("sys", "os", "builtins")])
print(sys.modules["__main__"].__dict__ is globals(), __name__, __file__ == sys.argv[0] or __file__)
print(sorted(globals()))
