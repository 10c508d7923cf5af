# harness:
#   description: dependency injection by annotations with scopes, factories, cycles detection, generics and overrides
#   tags: [program, framework, typing, inspect]
"""A container that builds objects from their constructor annotations."""
import inspect
import typing
from abc import ABC, abstractmethod
from contextlib import ExitStack, contextmanager
from enum import Enum
from typing import Annotated, Generic, Optional, Protocol, TypeVar, runtime_checkable

T = TypeVar("T")


class Scope(Enum):
    SINGLETON = "singleton"
    TRANSIENT = "transient"
    SESSION = "session"


class ResolutionError(LookupError):
    def __init__(self, message, chain):
        super().__init__(message)
        self.chain = chain

    def __str__(self):
        return f"{self.args[0]} (via {' > '.join(map(name_of, self.chain))})" if self.chain else self.args[0]


def name_of(key):
    return getattr(key, "__name__", str(key)) if not typing.get_args(key) else str(key).replace("__main__.",
            "").replace("typing.", "")


class Container:
    def __init__(self, parent=None):
        self.providers = dict(parent.providers) if parent else {}
        self.instances = {}
        self.parent = parent
        self.stack = ExitStack()
        self.created = []

    def provide(self, key, factory=None, scope=Scope.SINGLETON):
        if factory is None and inspect.isabstract(key):
            raise TypeError(f"{name_of(key)} is abstract: {', '.join(sorted(key.__abstractmethods__))}")
        self.providers[key] = (factory or key, scope)
        return self

    def provider(self, scope=Scope.SINGLETON):
        def register(function):
            self.provide(typing.get_type_hints(function)["return"], function, scope)
            return function
        return register

    def get(self, key, chain=()):
        if key in chain:
            raise ResolutionError("cycle", (*chain, key))
        if key not in self.providers:
            raise ResolutionError(f"nothing provides {name_of(key)}", chain)
        factory, scope = self.providers[key]
        owner = self
        if scope is Scope.SINGLETON:
            while owner.parent:
                owner = owner.parent
        if scope is not Scope.TRANSIENT and key in owner.instances:
            return owner.instances[key]
        value = self.call(factory, (*chain, key))
        if inspect.isgenerator(value):
            value = owner.stack.enter_context(contextmanager(lambda generator=value: generator)())
        owner.created.append(name_of(key))
        if scope is not Scope.TRANSIENT:
            owner.instances[key] = value
        return value

    def call(self, function, chain=()):
        target = function.__init__ if inspect.isclass(function) else function
        hints = typing.get_type_hints(target, include_extras=True) if hasattr(target,
                "__annotations__") else {}
        arguments = {}
        for name, parameter in inspect.signature(function).parameters.items():
            if parameter.kind in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD):
                continue
            hint = hints.get(name, object)
            key, *_ = typing.get_args(hint) if typing.get_origin(hint) is typing.Union else [hint]
            try:
                arguments[name] = self.get(key, chain)
            except ResolutionError as error:
                if error.args[0] == "cycle" or error.chain != chain:
                    raise
                if parameter.default is not parameter.empty:
                    continue
                if type(None) in typing.get_args(hint):
                    arguments[name] = None
                    continue
                raise ResolutionError(f"{error.args[0]} for {name!r}", chain) from error
        return function(**arguments)

    def child(self):
        return Container(self)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        return self.stack.__exit__(*details)


class Clock(ABC):
    @abstractmethod
    def now(self) -> int: ...


class FakeClock(Clock):
    def __init__(self, start: Annotated[int, "start"] = 100):
        self.time = start

    def now(self):
        self.time += 1
        return self.time


@runtime_checkable
class Sink(Protocol):
    def write(self, text: str) -> None: ...


class Memory:
    def __init__(self):
        self.lines = []

    def write(self, text):
        self.lines.append(text)


class Repository(Generic[T]):
    def __init__(self, clock: Clock):
        self.clock, self.items = clock, {}

    def add(self, item: T):
        self.items[self.clock.now()] = item


class User:
    pass


class Service:
    def __init__(self, users: Repository[User], sink: Sink, limit: Annotated[int, "limit"],
                 cache: Optional[dict] = None, *,
                 label: Annotated[str, "label"] = "default"):
        self.users, self.sink, self.limit, self.cache, self.label = users, sink, limit, cache, label


class Chicken:
    def __init__(self, egg: "Egg"):
        self.egg = egg


class Egg:
    def __init__(self, layer: "Chicken"):
        self.layer = layer


class Broken:
    def __init__(self, missing: complex, other: Clock):
        pass


log = []
root = Container()
root.provide(Clock, FakeClock).provide(Sink, Memory).provide(Repository[User], Repository, Scope.SESSION)
root.provide(Annotated[int, "limit"], lambda: 42).provide(Service, scope=Scope.TRANSIENT)
root.provide(Chicken).provide(Egg).provide(Broken)


@root.provider(Scope.SESSION)
def connection(clock: Clock) -> list:
    opened = clock.now()
    log.append(f"open {opened}")
    try:
        yield [opened]
    finally:
        log.append(f"close {opened}")


first = root.get(Service)
print("service:", type(first).__name__, first.limit, first.cache, first.label, first.users.clock.now())
print("transient:", root.get(Service) is first, "session in root:", root.get(Service).users is first.users)
with root.child() as session:
    other = session.get(Service)
    print("session:", other.users is first.users, other.users.clock is first.users.clock, session.get(list),
          session.get(list) is session.get(list))
    other.users.add("item")
    print("items:", other.users.items, first.users.items)
    print("created:", session.created, root.created)
print("log:", log)
with root.child() as override:
    override.provide(Sink, lambda: print, Scope.TRANSIENT).provide(dict, lambda: {"cached": True})
    override.provide(Annotated[str, "label"], lambda: "overridden")
    service = override.get(Service)
    print("override:", service.sink is print, service.cache, service.label, isinstance(service.sink, Sink),
          isinstance(first.sink, Sink))
print("call:", root.call(lambda *rest, x=5, **more: (rest, x, more)), root.call(lambda clock=None: clock))


def uses(clock: Clock, /, sink: Sink):
    return clock, sink


for label, action in {
    "cycle": lambda: root.get(Chicken), "missing": lambda: root.get(bytes), "deep": lambda: root.get(Broken),
    "abstract": lambda: root.provide(Clock), "instantiate": lambda: Clock(),
    "positional": lambda: root.call(uses),
    "protocol": lambda: Sink(), "builtin": lambda: root.call(int),
}.items():
    try:
        print(label, action())
    except Exception as error:
        print(f"{label}: {type(error).__name__}; cause {type(error.__cause__).__name__}")
print("hints:", {k: name_of(v) for k, v in typing.get_type_hints(Service.__init__).items()})
print("extras:", typing.get_type_hints(Service.__init__, include_extras=True)["limit"].__metadata__)
print("signature:", str(inspect.signature(FakeClock)), str(inspect.signature(uses)).replace("__main__.", ""))
print("generic:", Repository[User] == Repository[User], typing.get_origin(Repository[User]).__name__,
      Repository.__parameters__)
