# harness:
#   description: names and identity of the weak reference and proxy types
#   tags: [weakref, types]

import weakref


class Thing:
    pass


class CallableThing:
    def __call__(self):
        return "called"


thing, callable_thing = Thing(), CallableThing()
proxy, callable_proxy, reference = weakref.proxy(thing), weakref.proxy(callable_thing), weakref.ref(thing)
for value in (proxy, callable_proxy, reference, weakref.WeakMethod(weakref.WeakSet([thing]).add)):
    print(type(value).__module__, type(value).__name__, type(value).__qualname__)
print(weakref.ProxyType.__name__, weakref.CallableProxyType.__name__, weakref.ReferenceType.__name__)
print("proxy is ProxyType", type(proxy) is weakref.ProxyType, type(proxy) is weakref.CallableProxyType)
print("callable proxy is CallableProxyType", type(callable_proxy) is weakref.CallableProxyType,
      callable(callable_proxy), callable(proxy))
print("ProxyTypes", [kind.__name__ for kind in weakref.ProxyTypes], weakref.ref is weakref.ReferenceType)
print(callable_proxy(), proxy.__class__.__name__, reference().__class__.__name__)
