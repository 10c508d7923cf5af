# harness:
#   description: declarative state machine with guards and history plus a text editor with undo and redo commands and macros
#   tags: [program, framework, enum, decorators]
#   stdin: "insert 0 hello\ninsert 5 , world\nupper 0 5\nundo\nundo\nredo\nreplace 0 1 J\ndelete 1 3\nundo 2\ninsert 99 x\nmacro greet insert 0 Hi_ ; upper 0 2\nrun greet\nundo\nredo 5\nhistory\nbogus\nundo x\n"
"""A vending machine as a state machine, and an editor built on the command pattern."""
import enum
import sys
from collections import ChainMap, deque
from dataclasses import dataclass, field
from functools import partial, partialmethod


class State(enum.Enum):
    IDLE = enum.auto()
    PAID = enum.auto()
    SERVING = enum.auto()
    BROKEN = "out of order"

    def __str__(self):
        return self.name.capitalize()

    @enum.property
    def final(self):
        return self is State.BROKEN


class TransitionError(Exception):
    pass


def transition(*sources, to, guard=None):
    def decorate(function):
        def method(self, *args, **kwargs):
            if sources and self.state not in sources:
                raise TransitionError(f"{function.__name__} is not allowed in {self.state}")
            if guard and not guard(self, *args, **kwargs):
                raise TransitionError(f"{function.__name__}{args} refused by {guard.__name__}")
            result = function(self, *args, **kwargs)
            target = to(result) if callable(to) and not isinstance(to, State) else to
            self.history.append((str(self.state), function.__name__, str(target)))
            self.state = target
            return result
        method.__name__, method.__doc__ = function.__name__, function.__doc__
        method.edges = [(s, to) for s in sources]
        return method
    return decorate


class Vending:
    prices = {"tea": 120, "soup": 250}

    def __init__(self):
        self.state, self.credit, self.history = State.IDLE, 0, deque(maxlen=6)
        self.stock = ChainMap({}, {"tea": 2, "soup": 1})

    def enough(self, product):
        return self.credit >= self.prices[product]

    @transition(State.IDLE, State.PAID, to=State.PAID)
    def insert(self, cents):
        """put money in"""
        self.credit += cents
        return self.credit

    coin = partialmethod(insert, 100)

    @transition(State.PAID, to=State.SERVING, guard=enough)
    def select(self, product):
        self.credit -= self.prices[product]
        self.stock[product] -= 1
        return product

    @transition(State.SERVING, to=lambda left: State.BROKEN if left < 0 else State.IDLE)
    def serve(self):
        return min(self.stock.values())

    @transition(to=State.IDLE)
    def refund(self):
        back, self.credit = self.credit, 0
        return back


machine = Vending()
script = [("select", "tea"), ("coin",), ("select", "tea"), ("insert", 50), ("select", "tea"), ("refund",),
          ("insert", 900), ("select", "soup"),
          ("coin",), ("serve",), ("coin",), ("select", "soup"), ("serve",), ("coin",), ("select", "gum")]
for name, *args in script:
    try:
        print(f"{name:<7}{args!s:<9} -> {getattr(machine, name)(*args)!r:<7} {machine.state}")
    except (TransitionError, KeyError) as error:
        print(f"{name:<7}{args!s:<9} !! {type(error).__name__}: {error}")
print("history:", list(machine.history))
print("stock:", dict(machine.stock), machine.stock.maps, machine.state.final, State.IDLE.final)
print("edges:", [[(str(s), str(t)) for s, t in getattr(Vending, n).edges] for n in ("insert", "select")],
      Vending.insert.__doc__)
print("enum:", State("out of order"), State["PAID"].value, [s.value for s in State], repr(State.SERVING),
      f"{State.IDLE:>8}|{State.IDLE!r}")


@dataclass
class Command:
    name: str
    do: object = field(repr=False)
    undo: object = field(repr=False)


class Editor:
    def __init__(self):
        self.text, self.done, self.undone, self.macros = "", [], [], {}
        self.depth = 0

    def splice(self, start, stop, new):
        if not 0 <= start <= stop <= len(self.text):
            raise IndexError(f"range {start}:{stop} outside 0:{len(self.text)}")
        old, self.text = self.text[start:stop], self.text[:start] + new + self.text[stop:]
        return old

    def perform(self, name, start, stop, new):
        old = self.splice(start, stop, new)
        self.done.append(Command(name, partial(self.splice, start, stop, new),
                                 partial(self.splice, start, start + len(new), old)))
        self.undone.clear()

    def cmd_insert(self, at, *words):
        self.perform(f"insert {at}", int(at), int(at), " ".join(words))

    def cmd_delete(self, start, stop):
        self.perform(f"delete {start}:{stop}", int(start), int(stop), "")

    def cmd_replace(self, start, stop, text):
        self.perform(f"replace {start}:{stop}", int(start), int(stop), text)

    def cmd_upper(self, start, stop):
        self.perform("upper", int(start), int(stop), self.text[int(start):int(stop)].upper())

    def cmd_undo(self, times=1):
        for _ in range(int(times)):
            command = self.done.pop()
            command.undo()
            self.undone.append(command)

    def cmd_redo(self, times=1):
        for _ in range(int(times)):
            command = self.undone.pop()
            command.do()
            self.done.append(command)

    def cmd_macro(self, name, *words):
        self.macros[name] = [part.split() for part in " ".join(words).split(";")]

    def cmd_run(self, name):
        start = len(self.done)
        for command, *args in self.macros[name]:
            getattr(self, f"cmd_{command}")(*args)
        group, self.done[start:] = self.done[start:], []

        def undo_all():
            for command in reversed(group):
                command.undo()

        self.done.append(Command(f"macro {name}", lambda: [c.do() for c in group], undo_all))

    def cmd_history(self):
        print("   ", self.done, self.undone)


editor = Editor()
for line in sys.stdin:
    name, *args = line.split()
    try:
        getattr(editor, f"cmd_{name}")(*args)
        print(f"{line.strip():<45} {editor.text!r} {len(editor.done)}/{len(editor.undone)}")
    except (IndexError, ValueError, AttributeError, TypeError, KeyError) as error:
        print(f"{line.strip():<45} {type(error).__name__}: {error}")
while editor.done:
    editor.cmd_undo()
print("all undone:", repr(editor.text), [c.name for c in editor.undone])
for args in ((), ("1",), ("a", "b", "c")):
    try:
        editor.cmd_delete(*args)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
