# harness:
#   description: plugin registry with entry hooks, priority event bus, weak subscribers, wildcard topics and error isolation
#   tags: [program, framework, weakref, decorators]
"""An event bus with plugins discovered through __init_subclass__."""
import fnmatch
import gc
import inspect
import weakref
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import wraps
from itertools import count


@dataclass(frozen=True)
class Event:
    topic: str
    data: dict = field(default_factory=dict)

    def __getattr__(self, name):
        try:
            return self.data[name]
        except KeyError:
            raise AttributeError(f"event {self.topic!r} has no {name!r}", name=name, obj=self) from None


class Stop(Exception):
    """Raised by a handler to end the delivery."""


class Bus:
    def __init__(self):
        self._handlers = defaultdict(list)
        self._order = count()
        self.trace = []
        self.errors = []

    def subscribe(self, pattern, handler=None, *, priority=0, once=False):
        if handler is None:
            return lambda function: self.subscribe(pattern, function, priority=priority,
                                                   once=once) and function
        reference = weakref.WeakMethod(handler) if inspect.ismethod(handler) else (lambda: handler)
        entry = (-priority, next(self._order), reference, once)
        self._handlers[pattern].append(entry)
        return entry

    def _matching(self, topic):
        found = [(entry, pattern) for pattern, entries in self._handlers.items() if fnmatch.fnmatchcase(topic,
                pattern)
                 for entry in entries]
        return sorted(found, key=lambda pair: pair[0][:2])

    def publish(self, topic, /, **data):
        event, results = Event(topic, data), []
        for entry, pattern in self._matching(topic):
            handler = entry[2]()
            if handler is None or entry[3]:
                self._handlers[pattern].remove(entry)
            if handler is None:
                continue
            try:
                results.append(handler(event))
            except Stop as stop:
                results.append(("stopped", *stop.args))
                break
            except Exception as error:
                error.add_note(f"while handling {topic}")
                self.errors.append(error)
        self.trace.append((topic, len(results)))
        return results

    @contextmanager
    def collecting(self):
        start = len(self.errors)
        yield
        new = self.errors[start:]
        if new:
            raise ExceptionGroup(f"{len(new)} handlers failed", new)


def listens(pattern, **options):
    def mark(function):
        function.__dict__.setdefault("_topics", []).append((pattern, options))
        return function
    return mark


def logged(function):
    @wraps(function)
    def wrapper(self, *args):
        self.log.append(function.__name__)
        return function(self, *args)
    return wrapper


class Plugin:
    registry = {}
    requires = ()

    def __init_subclass__(cls, *, name=None, abstract=False, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.name = name or cls.__name__.lower()
        if not abstract:
            if cls.name in Plugin.registry:
                raise TypeError(f"plugin {cls.name!r} exists: {Plugin.registry[cls.name].__qualname__}")
            Plugin.registry[cls.name] = cls

    def __init__(self, bus):
        self.bus, self.log = bus, []
        for _, method in inspect.getmembers(self, inspect.ismethod):
            for pattern, options in getattr(method, "_topics", ()):
                bus.subscribe(pattern, method, **options)


class Audit(Plugin, name="audit"):
    @listens("*", priority=-10)
    @logged
    def record(self, event):
        return f"audit {event.topic} {sorted(event.data)}"


class Numeric(Plugin, abstract=True):
    requires = ("audit",)

    @listens("order.*", priority=1)
    @logged
    def total(self, event):
        return event.price * event.amount


class Taxed(Numeric):
    rate = 0.25

    @logged
    @listens("order.placed", priority=5)
    def check(self, event):
        if event.amount > 100:
            raise Stop("too many", event.amount)
        return "checked"

    @listens("order.*", priority=1)
    def total(self, event):
        return super().total(event) * (1 + self.rate)


class Fragile(Plugin):
    requires = ("taxed", "audit")

    @listens("order.cancelled", once=True)
    @listens("system.*")
    def fail(self, event):
        return 1 / event.data.get("divisor", 0)


def load(bus, wanted, loaded=None):
    loaded = {} if loaded is None else loaded
    for name in wanted:
        if name not in loaded:
            cls = Plugin.registry[name]
            load(bus, cls.requires, loaded)
            loaded[name] = cls(bus)
    return loaded


bus = Bus()
plugins = load(bus, ["fragile"])
print("registry:", sorted(Plugin.registry), "loaded:", list(plugins))
print("order:", bus.publish("order.placed", price=3, amount=4))
print("stopped:", bus.publish("order.placed", price=1, amount=500))
print("system:", bus.publish("system.start", divisor=4), bus.publish("system.stop"))
print("once:", bus.publish("order.cancelled", price=1, amount=1),
      bus.publish("order.cancelled", price=1, amount=1))
print("missing:", bus.publish("order.shipped", price=2))
for error in bus.errors:
    print("error:", type(error).__name__, error, error.__notes__)
print("logs:", {name: plugin.log for name, plugin in plugins.items()})
print("names:", Audit.record.__name__, Audit.record._topics, Taxed.total._topics,
      hasattr(Taxed.check, "_topics"))


@bus.subscribe("ping", priority=3)
def pong(event):
    return "pong", event.data


bus.subscribe("p?ng", lambda event: "lambda")
print("ping:", bus.publish("ping", a=1, topic="x"), pong.__name__)
try:
    with bus.collecting():
        bus.publish("system.a")
        bus.publish("order.b", amount=1)
        bus.publish("system.c", divisor=2)
except* ZeroDivisionError as group:
    print("group:", group.message, [str(e) for e in group.exceptions])
except* AttributeError as group:
    print("group:", [(e.name, e.obj.topic) for e in group.exceptions])
print("trace:", bus.trace[-3:])
before = len(bus._handlers["*"])
del plugins["audit"], error
bus.errors.clear()
gc.collect()
print("weak:", before, bus.publish("quiet"), len(bus._handlers["*"]))
for label, action in {"duplicate": lambda: type("Audit", (Plugin,), {}),
                      "unknown": lambda: load(bus, ["nope"]),
                      "keyword": lambda: type("P", (Plugin,), {}, colour=1),
                      "frozen": lambda: setattr(Event("a"), "topic", "b"),
                      "dead method": lambda: weakref.WeakMethod(Audit(Bus()).record)(),
                      "positional": lambda: bus.publish(topic="x")}.items():
    try:
        print(label, action())
    except Exception as error:
        print(f"{label}: {type(error).__name__}")
