# harness:
#   description: declarative validation library with descriptors, nested schemas, error paths, coercion and class decorators
#   tags: [program, framework, descriptors]
"""Schemas described with descriptors; every error carries its path."""
import json
import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

MISSING = type("Missing", (), {"__repr__": lambda self: "<missing>", "__bool__": lambda self: False})()


@dataclass(frozen=True, order=True)
class Issue:
    path: tuple
    message: str

    def __str__(self):
        path = "".join(f"[{p}]" if isinstance(p, int) else f".{p}" for p in self.path).lstrip(".")
        return f"{path or '(root)'}: {self.message}"


class Invalid(ExceptionGroup):
    @classmethod
    def of(cls, issues):
        return cls("validation failed", [ValueError(str(issue)) for issue in issues])

    def derive(self, excs):
        return Invalid(self.message, excs)


class Rule(ABC):
    default = MISSING

    def __init__(self, *, default=MISSING, optional=False, tests: Iterable[Callable] = ()):
        self.default, self.optional, self.tests = default, optional, tuple(tests)

    def __set_name__(self, owner, name):
        self.public, self.private = name, f"_{name}"
        owner.__dict__.get("_rules", {}).setdefault(name, self)

    def __get__(self, instance, owner=None):
        return self if instance is None else getattr(instance, self.private, self.default)

    def __set__(self, instance, value):
        issues = []
        checked = self.check(value, (self.public,), issues)
        if issues:
            raise Invalid.of(issues)
        setattr(instance, self.private, checked)

    def __delete__(self, instance):
        if not self.optional:
            raise AttributeError(f"{self.public} is required")
        delattr(instance, self.private)

    def check(self, value, path, issues):
        if value is MISSING:
            if self.default is not MISSING:
                return self.default() if callable(self.default) else self.default
            if not self.optional:
                issues.append(Issue(path, "required"))
            return MISSING
        try:
            value = self.coerce(value, path, issues)
        except (TypeError, ValueError, InvalidOperation) as error:
            issues.append(Issue(path, "no number" if isinstance(error, InvalidOperation) else str(error)))
            return MISSING
        for test in self.tests:
            if not test(value):
                issues.append(Issue(path, f"{value!r} fails {test.__doc__ or test.__name__}"))
        return value

    @abstractmethod
    def coerce(self, value, path, issues): ...

    def __and__(self, test):
        self.tests += (test,)
        return self

    def __or__(self, other):
        return Either(self, other)


class Number(Rule):
    def __init__(self, kind=int, **options):
        super().__init__(**options)
        self.kind = kind

    def coerce(self, value, path, issues):
        if isinstance(value, bool):
            raise TypeError("a bool is not a number")
        result = self.kind(value)
        if self.kind is int and isinstance(value, float) and result != value:
            raise ValueError(f"{value} is not whole")
        return result


class String(Rule):
    def __init__(self, pattern=None, *, strip=False, **options):
        super().__init__(**options)
        self.pattern, self.strip = re.compile(pattern) if pattern else None, strip

    def coerce(self, value, path, issues):
        if not isinstance(value, str):
            raise TypeError(f"expected str, got {type(value).__name__}")
        value = value.strip() if self.strip else value
        if self.pattern and not self.pattern.fullmatch(value):
            raise ValueError(f"{value!r} does not match {self.pattern.pattern!r}")
        return value


class ListOf(Rule):
    def __init__(self, inner, *, unique=False, **options):
        super().__init__(**options)
        self.inner, self.unique = inner, unique

    def coerce(self, value, path, issues):
        if isinstance(value, (str, bytes)) or not isinstance(value, Sequence):
            raise TypeError(f"expected a list, got {type(value).__name__}")
        items = [self.inner.check(item, (*path, index), issues) for index, item in enumerate(value)]
        if self.unique and len({repr(i) for i in items}) < len(items):
            issues.append(Issue(path, "items repeat"))
        return items


class Either(Rule):
    def __init__(self, *choices):
        super().__init__()
        self.choices = choices

    def coerce(self, value, path, issues):
        problems = []
        for choice in self.choices:
            attempt = []
            result = choice.check(value, path, attempt)
            if not attempt:
                return result
            problems += attempt
        raise ValueError(" or ".join(p.message for p in problems))

    def __or__(self, other):
        return Either(*self.choices, other)


class Nested(Rule):
    def __init__(self, schema, **options):
        super().__init__(**options)
        self.schema = schema

    def coerce(self, value, path, issues):
        if not isinstance(value, Mapping):
            raise TypeError(f"expected a mapping, got {type(value).__name__}")
        return self.schema._load(value, path, issues)


def schema(cls=None, /, *, strict=False):
    def decorate(cls):
        rules = {n: r for base in reversed(cls.__mro__) for n, r in vars(base).items() if isinstance(r, Rule)}
        checks = [f for f in vars(cls).values() if getattr(f, "_check", False)]

        def _load(cls, data, path, issues):
            self, before = cls.__new__(cls), len(issues)
            for name, rule in rules.items():
                value = rule.check(data.get(name, MISSING), (*path, name), issues)
                if value is not MISSING:
                    setattr(self, rule.private, value)
            if strict:
                issues.extend(Issue((*path, name), "unknown key") for name in data.keys() - rules.keys())
            if len(issues) == before:
                for check in checks:
                    if problem := check(self):
                        issues.append(Issue(path, problem))
            return self

        def __init__(self, /, **data):
            issues = []
            loaded = type(self)._load(data, (), issues)
            if issues:
                raise Invalid.of(sorted(issues))
            self.__dict__.update(loaded.__dict__)

        def __repr__(self):
            shown = ", ".join(f"{n}={v!r}" for n in rules if (v := getattr(self, n)) is not MISSING)
            return f"{type(self).__name__}({shown})"

        cls._load, cls.__init__, cls.__repr__, cls.rules = classmethod(_load), __init__, __repr__, rules
        return cls
    return decorate if cls is None else decorate(cls)


def checking(function):
    function._check = True
    return function


def at_least(low):
    def test(value):
        return value >= low
    test.__doc__ = f"at least {low}"
    return test


def titled(text):
    """title case"""
    return text.istitle()


@schema
class Address:
    street = String(strip=True)
    code = String(r"\d{5}") | Number() & at_least(10_000)


@schema(strict=True)
class Person:
    name = String(tests=[titled])
    age = Number() & at_least(0)
    mail = String(r"[^@\s]+@[^@\s]+\.\w+", optional=True)
    balance = Number(Decimal, default=Decimal("0.00"))
    tags = ListOf(String("[a-z]+"), unique=True, default=list)
    homes = ListOf(Nested(Address), default=tuple)

    @checking
    def has_home_when_adult(self):
        return "adults need a home" if self.age >= 18 and not self.homes else None


@schema
class Employee(Person):
    salary = Number(float)


GOOD = {"name": "Ada Lovelace", "age": "36", "tags": ["math", "code"], "balance": "10.50",
        "homes": [{"street": "  Main 1 ", "code": "12345"}, {"street": "Side 2", "code": 54321}]}
person = Person(**GOOD)
print(person)
print("missing:", person.mail, bool(person.mail), person.balance + 1, Person.age.public, list(Person.rules))
person.age, person.mail = 37.0, "ada@example.org"
print("changed:", person.age, person.mail, vars(person).keys() == {f"_{n}" for n in Person.rules})
del person.mail
print("deleted:", person.mail, Employee(**GOOD, salary="1e3").salary, list(Employee.rules)[-1])
first, second = Person(name="Al", age=3), Person(name="Bo", age=4)
first.tags.append("x")
print("defaults are separate:", first.tags, second.tags)

BAD = {
    "many": {"name": "lower case", "age": -4, "mail": "nope", "tags": ["ok", "BAD", "ok"],
             "homes": [{"code": "1"}, 5], "zzz": 1, "balance": "ten"},
    "empty": {}, "types": {"name": 5, "age": True, "tags": "abc"}, "whole": {"name": "A", "age": 1.5},
    "check": {"name": "A", "age": 40},
    "either": {"name": "A", "age": 20, "homes": [{"street": "x", "code": 99}, {"street": "x", "code": None}]},
}
for label, data in BAD.items():
    try:
        print(label, Person(**data))
    except Invalid as error:
        print(f"{label}: {error}")
        print(*(f"    {e}" for e in error.exceptions), sep="\n")
try:
    Person(**BAD["empty"])
except* ValueError as group:
    print("split:", type(group).__name__,
          [str(e) for e in group.split(lambda e: "name" in str(e))[0].exceptions])
for label, action in {"set": lambda: setattr(person, "age", "x"), "delete": lambda: delattr(person, "age"),
                      "abstract": lambda: Rule(),
                      "positional": lambda: Person("Ada"), "json": lambda: json.dumps(person),
                      "order": lambda: Issue((1,), "a") < Issue(("a",), "b")}.items():
    try:
        print(label, action())
    except* (ValueError, TypeError, AttributeError) as group:
        print(f"{label}: {type(group.exceptions[0]).__name__}")
