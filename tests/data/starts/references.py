import sys, os
print(sys.getrefcount(object()), os is sys.modules["os"], sys.intern("abc") is sys.intern("abc"))
print([type(x).__name__ for x in (os.environ, sys.flags, sys.version_info, sys.implementation)])
print(len(object.__subclasses__()) > 50, [c.__name__ for c in object.__subclasses__()][-12:])
