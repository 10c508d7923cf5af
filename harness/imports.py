"""What sources import, sorted by where it comes from: pure functions over what was scanned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Condition(StrEnum):
    """Under what an import is reached, as `scanner` tells it."""

    CAUGHT = "caught"  # its failure is caught
    FALLBACK = "fallback"  # it is taken when another import has failed
    TYPING = "typing"  # for type checkers alone
    PLATFORM = "platform"  # on some platforms, or under some versions
    BRANCH = "branch"  # under another condition
    FUNCTION = "function"  # when a function is called


# Where a script may go on without the module.
_OPTIONAL = frozenset({Condition.CAUGHT, Condition.FALLBACK, Condition.TYPING, Condition.PLATFORM})


@dataclass(frozen=True)
class Import:
    """One import in a source. `module` is None where only running tells.

    `names` are what `from module import …` names. `level` counts the dots of a relative import.
    """

    module: str | None
    file: str
    line: int
    names: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()
    dynamic: bool = False
    level: int = 0

    @property
    def top(self) -> str:
        return (self.module or "").partition(".")[0]

    @property
    def place(self) -> str:
        return f"{self.file}:{self.line}"

    @property
    def optional(self) -> bool:
        return not _OPTIONAL.isdisjoint(self.conditions)


@dataclass(frozen=True)
class Fault:
    """A source that could not be read as Python; `line` is 0 where it could not be read at all."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return (
            f"{self.file}:{self.line}: {self.message}"
            if self.line
            else (f"{self.file}: {self.message}")
        )


def scanned(data: Mapping[str, Any], file: str) -> list[Import] | Fault:
    """What `scanner` says of one file."""
    if "fault" in data:
        return Fault(file, data["fault"]["line"], data["fault"]["message"])
    return [
        Import(
            item["module"],
            file,
            item["line"],
            tuple(item["names"]),
            tuple(map(Condition, item["conditions"])),
            item["dynamic"],
            item["level"],
        )
        for item in data["imports"]
    ]


# --------------------------------------------------------------------------- what they are


class Kind(StrEnum):
    """Where an imported module comes from."""

    STANDARD = "standard"  # the standard library
    REMOVED = "removed"  # one that the standard library had in an older version
    OWN = "own"  # it lies beside the scripts
    PURE = "pure"  # an installed package of Python alone
    COMPILED = "compiled"  # one with parts compiled for CPython
    UNKNOWN = "unknown"  # not installed where it was looked for, or its files are not known


# Since which version they are gone; PEP 594 and PEP 632 tell of most.
REMOVED: Mapping[str, str] = {
    **dict.fromkeys(("formatter", "parser", "symbol"), "3.10"),
    "binhex": "3.11",
    **dict.fromkeys(("asynchat", "asyncore", "distutils", "imp", "smtpd"), "3.12"),
    **dict.fromkeys(("aifc", "audioop", "cgi", "cgitb", "chunk", "crypt", "imghdr"), "3.13"),
    **dict.fromkeys(("lib2to3", "mailcap", "msilib", "nis", "nntplib", "ossaudiodev"), "3.13"),
    **dict.fromkeys(("pipes", "sndhdr", "spwd", "sunau", "telnetlib", "uu", "xdrlib"), "3.13"),
}


@dataclass(frozen=True)
class Distribution:
    """An installed package. `compiled` are its modules that only CPython can load, None where its
    files are not known; `libraries` native ones that are no modules, and that only ctypes loads.
    `requires` are names of packages; `inside` its modules, two names deep.
    """

    name: str
    version: str = ""
    compiled: tuple[str, ...] | None = ()
    requires: tuple[str, ...] = ()
    inside: frozenset[str] = frozenset()
    libraries: tuple[str, ...] = ()


@dataclass(frozen=True)
class Packages:
    """What is installed: by the top-level module that it brings, and by its normalised name."""

    tops: Mapping[str, tuple[Distribution, ...]] = field(default_factory=dict)
    by_name: Mapping[str, Distribution] = field(default_factory=dict)

    def of(self, use: Import) -> tuple[Distribution, ...]:
        """The packages that an import takes; of those that share a namespace the one meant."""
        found = self.tops.get(use.top, ())
        if len(found) > 1:
            wanted = {use.module, *(f"{use.module}.{name}" for name in use.names)}
            wanted |= {".".join((use.module or "").split(".")[:2])}
            meant = tuple(package for package in found if package.inside & wanted)
            return meant or found
        return found

    def compiled_below(self, packages: Iterable[Distribution]) -> tuple[Distribution, ...]:
        """The packages with compiled parts that these require, directly or not."""
        seen: dict[str, Distribution] = {}
        left = [name for package in packages for name in package.requires]
        while left:
            name = left.pop()
            package = self.by_name.get(name)
            if package and name not in seen:
                seen[name] = package
                left += package.requires
        return tuple(sorted((p for p in seen.values() if p.compiled), key=lambda p: p.name))


@dataclass(frozen=True)
class Needed:
    """A module, with where and how it is imported.

    Of the standard library it is the innermost module known, else the top-level one. It is
    `optional` when each of its imports is. `requires` are packages with compiled parts that a
    pure one says it needs.
    """

    module: str
    kind: Kind
    uses: tuple[Import, ...]
    distributions: tuple[Distribution, ...] = ()
    requires: tuple[Distribution, ...] = ()

    @property
    def optional(self) -> bool:
        return all(use.optional for use in self.uses)

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """Under what it is reached; nothing when one import of it stands under no condition."""
        if not all(use.conditions for use in self.uses):
            return ()
        found = {condition for use in self.uses for condition in use.conditions}
        return tuple(condition for condition in Condition if condition in found)

    @property
    def names(self) -> tuple[str, ...]:
        """What is imported from it by name."""
        direct = (use for use in self.uses if use.module == self.module)
        return tuple(sorted({name for use in direct for name in use.names} - {"*"}))


@dataclass(frozen=True)
class Beside:
    """The top-level modules that lie beside a script. `compiled` are those that are there only in
    that form, with their files; `namespaces` folders without `__init__.py`, which come last."""

    modules: frozenset[str] = frozenset()
    compiled: Mapping[str, str] = field(default_factory=dict)
    namespaces: frozenset[str] = frozenset()

    def over(self, below: Beside) -> Beside:
        """Both, with what this one has first."""
        return Beside(
            self.modules | (below.modules - self.compiled.keys()),
            {**below.compiled, **self.compiled},
            self.namespaces | below.namespaces,
        )


def needed(
    imports: Iterable[Import],
    own: Mapping[str, Beside],
    standard: Collection[str],
    packages: Packages,
) -> list[Needed]:
    """What the imports need, sorted by kind and name.

    `own` is what lies beside each file, and is taken first, as an interpreter does. `standard`
    are modules of the standard library, dotted ones too.
    """
    uses: dict[tuple[Kind, str], list[Import]] = defaultdict(list)
    found: dict[tuple[Kind, str], dict[Distribution, None]] = defaultdict(dict)
    for use in imports:
        if use.module is None:
            continue
        for kind, module, its in _needs(use, own.get(use.file, Beside()), standard, packages):
            uses[kind, module].append(use)
            found[kind, module].update(dict.fromkeys(its))
    order = list(Kind)
    return [
        Needed(
            module,
            kind,
            tuple(uses[kind, module]),
            tuple(found[kind, module]),
            packages.compiled_below(found[kind, module]) if kind is Kind.PURE else (),
        )
        for kind, module in sorted(uses, key=lambda key: (order.index(key[0]), key[1]))
    ]


_Need = tuple[Kind, str, tuple[Distribution, ...]]


def _needs(
    use: Import, own: Beside, standard: Collection[str], packages: Packages
) -> Iterator[_Need]:
    """The modules that one import needs: `from a import b` may need both `a` and `a.b`."""
    if use.level:
        names = [use.module] if use.module else use.names
        yield from ((Kind.OWN, "." * use.level + str(name), ()) for name in names)
    elif use.top in own.modules:
        yield Kind.OWN, use.top, ()
    elif use.top in own.compiled:
        file = own.compiled[use.top]
        yield Kind.COMPILED, use.top, (Distribution(use.top, compiled=(file,)),)
    elif use.top in standard:
        below = [f"{use.module}.{name}" for name in use.names]
        found = [name for name in below if name in standard]
        if len(found) < len(below) or not below:
            yield Kind.STANDARD, _innermost(use.module or "", standard), ()
        yield from ((Kind.STANDARD, name, ()) for name in found)
    else:
        its = packages.of(use)
        mine = not its and use.top in own.namespaces
        yield Kind.OWN if mine else _kind(use.top, its), use.top, its


def _kind(top: str, packages: tuple[Distribution, ...]) -> Kind:
    if not packages:
        return Kind.REMOVED if top in REMOVED else Kind.UNKNOWN
    if any(package.compiled for package in packages):
        return Kind.COMPILED
    return Kind.UNKNOWN if any(p.compiled is None for p in packages) else Kind.PURE


def _innermost(module: str, known: Collection[str]) -> str:
    while module not in known and "." in module:
        module = module.rpartition(".")[0]
    return module


def unresolved(imports: Iterable[Import]) -> list[Import]:
    """Those of which only running tells what they import."""
    return [use for use in imports if use.module is None]
