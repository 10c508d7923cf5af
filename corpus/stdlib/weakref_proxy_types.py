# harness:
#   description: the types of weak proxies of objects that can and that cannot be called
#   tags: [module:weakref]
import weakref


class Thing:
    pass


class Callable(Thing):
    def __call__(self, *args):
        return args


thing, called = Thing(), Callable()
for target in (thing, called):
    proxy = weakref.proxy(target)
    print(type(target).__name__, type(proxy).__name__, type(proxy) is weakref.ProxyType,
          type(proxy) is weakref.CallableProxyType, type(proxy) in weakref.ProxyTypes, callable(proxy),
          proxy.__class__.__name__)
print("names:", weakref.ProxyType.__qualname__, weakref.CallableProxyType.__qualname__,
      weakref.ReferenceType.__qualname__, weakref.ProxyType.__module__)
print("same proxy:", weakref.proxy(thing) is weakref.proxy(thing), weakref.proxy(called)(1, 2))
