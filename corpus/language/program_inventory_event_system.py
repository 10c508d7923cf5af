# harness:
#   description: everyday program - inventory with events, decorators, context managers, properties
#   tags: [program, classes]
#   stdin: "add apple 10 0.5\nadd pear 4 0.75\nsell apple 3\nsell pear 9\nsell kiwi 1\nbegin\n\
#     add kiwi 7 1.25\nsell apple 1\nrollback\nbegin\nadd fig 2 3\ncommit\n\
#     price pear 0.8\nprice apple -1\nbad command\nadd lemon x 1\nreport\n"

import contextlib
import functools
import sys
from collections import Counter, defaultdict
from itertools import groupby


class InventoryError(Exception):
    pass


class OutOfStock(InventoryError):
    def __init__(self, item, wanted):
        super().__init__(f"only {item.count} of {item.name}, wanted {wanted}")


class Positive:
    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        return self if instance is None else vars(instance)[self.name]

    def __set__(self, instance, value):
        if value < 0:
            raise InventoryError(f"{self.name} cannot be {value}")
        vars(instance)[self.name] = value


class Item:
    count, price = Positive(), Positive()

    def __init__(self, name, count, price):
        self.name, self.count, self.price = name, count, price

    @property
    def total(self):
        return self.count * self.price

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r}, {self.count}, {self.price})"

    def __lt__(self, other):
        return (self.total, self.name) < (other.total, other.name)


class Events:
    def __init__(self):
        self.handlers = defaultdict(list)

    def on(self, *names):
        def register(function):
            for name in names:
                self.handlers[name].append(function)
            return function
        return register

    def emit(self, name, **payload):
        for handler in self.handlers[name] + self.handlers["*"]:
            handler(name, **payload)


def command(function):
    function.is_command = True

    @functools.wraps(function)
    def wrapper(self, *args):
        try:
            return function(self, *args)
        except ValueError as exc:
            raise InventoryError(f"bad value in {function.__name__}: {type(exc).__name__}") from exc
    return wrapper


class Inventory:
    def __init__(self, events):
        self.items, self.events, self.saved = {}, events, []

    def __iter__(self):
        yield from sorted(self.items.values(), key=lambda item: item.name)

    def __getitem__(self, name):
        try:
            return self.items[name]
        except KeyError:
            raise InventoryError(f"no item {name!r}") from None

    def __contains__(self, name):
        return name in self.items

    @contextlib.contextmanager
    def transaction(self):
        self.begin()
        try:
            yield self
        except InventoryError:
            self.rollback()
            raise
        else:
            self.commit()

    @command
    def add(self, name, count, price):
        if name in self:
            self[name].count += int(count)
        else:
            self.items[name] = Item(name, int(count), float(price))
        self.events.emit("add", item=self[name], count=int(count))

    @command
    def sell(self, name, count):
        item, count = self[name], int(count)
        if count > item.count:
            raise OutOfStock(item, count)
        item.count -= count
        self.events.emit("sell", item=item, count=count)
        if item.count < 5:
            self.events.emit("low", item=item)

    @command
    def price(self, name, value):
        old, self[name].price = self[name].price, float(value)
        self.events.emit("price", item=self[name], old=old)

    @command
    def begin(self):
        self.saved.append({name: vars(item).copy() for name, item in self.items.items()})

    @command
    def rollback(self):
        snapshot = self.saved.pop()
        self.items = {name: Item(**state) for name, state in snapshot.items()}
        self.events.emit("rollback", names=sorted(snapshot))

    @command
    def commit(self):
        self.saved.pop()
        self.events.emit("commit", depth=len(self.saved))

    @command
    def report(self):
        for name, item in self.items.items():
            print(f"  {name:<8}{item.count:>4} x {item.price:>6.2f} = {item.total:>8,.2f}")
        print(f"  {'total':.<14}{sum(i.total for i in self):.>16.2f}")


events, log, counts = Events(), [], Counter()


@events.on("*")
def count_all(name, **payload):
    counts[name] += 1


@events.on("sell", "add")
def record(name, *, item, count):
    log.append((name, item.name, count))


@events.on("low")
def warn(name, item):
    print(f"  warning: {item!r} is low")


inventory = Inventory(events)
for number, line in enumerate(sys.stdin, 1):
    verb, *args = line.split()
    action = getattr(inventory, verb, None)
    try:
        if not getattr(action, "is_command", False):
            raise InventoryError(f"unknown command {verb!r}")
        action(*args)
        print(f"{number}: {verb} ok")
    except InventoryError as exc:
        cause = f" (from {type(exc.__cause__).__name__})" if exc.__cause__ else ""
        print(f"{number}: {type(exc).__name__}: {exc}{cause}")
    except TypeError:
        print(f"{number}: TypeError")
print(log)
print(dict(counts), sorted(inventory.items.values()), max(inventory), "apple" in inventory)
try:
    with inventory.transaction() as tx:
        tx.sell("apple", 2)
        tx.sell("fig", 5)
except OutOfStock as exc:
    print("rolled back:", exc, inventory["apple"])
with inventory.transaction() as tx:
    tx.add("fig", 1, 0)
print(inventory["fig"], counts["commit"], counts["rollback"])
by_event = {key: [entry[1:] for entry in group] for key,
            group in groupby(sorted(log), key=lambda entry: entry[0])}
print(by_event)
