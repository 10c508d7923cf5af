# harness:
#   description: inspect - predicates, members, sources, docs, frames, generator and coroutine states
#   tags: [module:inspect]
import functools
import inspect
import textwrap


def function(x):
    # a comment inside
    def nested():
        return x
    return nested


def generator():
    received = yield 1
    yield received


async def coroutine():
    pass


async def async_generator():
    yield 1


class Base:
    """Base doc,

        indented.
    """

    attribute = 5

    def method(self):
        """Method doc."""

    @property
    def prop(self):
        raise RuntimeError("must not run")

    @classmethod
    def made(cls): ...

    @staticmethod
    def static(): ...


class Child(Base):
    def method(self): ...

    def __getattr__(self, name):
        return f"dynamic {name}"


PREDICATES = [n for n in dir(inspect) if n.startswith("is") and n not in ("iscode_", "iskeyword", "isframe")]
subjects = {"function": function, "lambda": lambda: 0, "generator function": generator,
            "generator": generator(), "coroutine function": coroutine,
            "async generator function": async_generator,
            "class": Base, "method": Base().method, "builtin": len, "builtin method": [].append,
            "descriptor": str.join, "slot": int.__add__, "property": Base.prop, "module": inspect,
            "code": function.__code__,
            "partial": functools.partial(coroutine), "abstract": __import__("collections.abc").abc.Sized,
            "getset": type(function).__code__, "member": type(lambda: 0).__closure__, "number": 5}
for name, subject in subjects.items():
    print(name, [p for p in PREDICATES if getattr(inspect, p)(subject)])

print("members:", [n for n, _ in inspect.getmembers(Base) if not n.startswith("__")],
      [n for n, _ in inspect.getmembers(Base, inspect.isfunction)])
print("static members:", [n for n, v in inspect.getmembers_static(Child()) if not n.startswith("__")])
print("classified:", [(a.name, a.kind, a.defining_class.__name__)
                      for a in inspect.classify_class_attrs(Child) if not a.name.startswith("__")])
tree = inspect.getclasstree([Base, Child])
print("mro:", [c.__name__ for c in inspect.getmro(Child)], tree[0][0].__name__, tree[1][1][0][0].__name__)
print("docs:", repr(inspect.getdoc(Base)), inspect.getdoc(Child.method),
      inspect.cleandoc("  one\n      two\n    three\n\n"), inspect.getdoc(5) == int.__doc__)
print("comments:", inspect.getcomments(function), inspect.getsource(function).splitlines()[1].strip(),
      inspect.getsourcelines(generator)[0][-1].strip(), inspect.getsourcelines(Child)[0][0].strip())
print("nested source:", textwrap.dedent(inspect.getsource(function(1))).splitlines(),
      inspect.getsource(subjects["lambda"])[:9])
for bad in (int, 5, len):
    try:
        inspect.getsource(bad)
    except (TypeError, OSError) as error:
        print(type(error).__name__)
print("module:", inspect.getmodule(function).__name__, inspect.getmodulename("dir/some.py"),
      inspect.getmodulename("x.txt"), inspect.getfile(function).endswith("frames.py"))
print("static lookup:", type(inspect.getattr_static(Child(), "prop")).__name__,
      inspect.getattr_static(Child(), "dynamic", "none"), type(inspect.getattr_static(Base, "made")).__name__)
try:
    inspect.getattr_static(Child(), "dynamic")
except AttributeError as error:
    print("refused:", type(error).__name__)
print("closure:", inspect.getclosurevars(function(7)).nonlocals,
      sorted(inspect.getclosurevars(function(7)).globals),
      inspect.unwrap(functools.wraps(function)(lambda: 0)) is function)


def outer(level):
    local = level * 2
    if level:
        return outer(level - 1)
    frame = inspect.currentframe()
    stack = inspect.stack()
    back = frame.f_back.f_locals["local"]
    names = [f.function for f in stack]
    return local, names, back, inspect.getargvalues(frame).args, frame.f_code.co_name, stack[0].index


print("frames:", outer(2))
gen = generator()
states = [inspect.getgeneratorstate(gen)]
next(gen)
states.append(inspect.getgeneratorstate(gen))
print("generator locals:", inspect.getgeneratorlocals(gen), gen.send("sent"), inspect.getgeneratorlocals(gen))
list(gen)
print("states:", states, inspect.getgeneratorstate(gen), inspect.getgeneratorlocals(gen))
coro = coroutine()
print("coroutine:", inspect.getcoroutinestate(coro), inspect.isawaitable(coro), inspect.iscoroutine(coro),
      inspect.isawaitable(5))
coro.close()
print("closed:", inspect.getcoroutinestate(coro), inspect.getasyncgenstate(async_generator()))
try:
    raise ValueError
except ValueError as error:
    info = inspect.getframeinfo(error.__traceback__)
    print("traceback:", info.function, info.code_context[0].strip(), inspect.istraceback(error.__traceback__))
marked = inspect.markcoroutinefunction(lambda: coroutine())
print("marked:", inspect.iscoroutinefunction(marked), inspect.indentsize("\t  x"), inspect.isabstract(Base))
