# harness:
#   description: str and format of a MappingProxyType show the mapping inside, repr names the type
#   tags: [dict, mappingproxy]
from types import MappingProxyType

proxy = MappingProxyType({"b": 2, "c": [3]})
print("repr:", repr(proxy), [proxy], f"{proxy!r}", "%r" % (proxy,))
print("str:", str(proxy))
print("print:", proxy, MappingProxyType({}))
print("format:", f"{proxy}", "{}".format(proxy), "%s" % (proxy,))
print("class namespace:", str(type("Empty", (), {"x": 1}).__dict__)[:10])
