"""What a survey of the standard library found: which modules import in which column. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fnmatch import fnmatchcase
from itertools import pairwise

from harness.model import ColumnId, Signature

# What must not be imported at all, or is no module that anybody imports.
_LEFT_OUT: tuple[tuple[str, str], ...] = (
    ("antigravity", "opens a web browser"),
    ("*.__main__", "a program, which importing would start"),
    ("__main__", "the script itself"),
    ("idlelib.*", "a program of its own, with windows"),
    ("turtledemo.*", "programs of their own, with windows"),
    ("test", "CPython's own tests"),
    ("test.*", "CPython's own tests"),
    ("*.test", "CPython's own tests"),
    ("*.test.*", "CPython's own tests"),
    ("*.tests", "CPython's own tests"),
    ("*.tests.*", "CPython's own tests"),
)


class State(StrEnum):
    """What came of importing a module in a fresh interpreter."""

    IMPORTS = "imports"
    MISSING = "missing"  # there is no such module
    FAILS = "fails"  # it is there, and importing it raises, dies or does not end
    UNKNOWN = "unknown"  # the harness or the machine kept it from being tried


@dataclass(frozen=True)
class Found:
    """One module in one column. `missing` are public names that only the oracle's module has;
    `signature` names why it is not imported."""

    state: State
    missing: tuple[str, ...] = ()
    signature: Signature | None = None


@dataclass(frozen=True)
class Survey:
    """The modules of each oracle's standard library, and what came of each in each column.

    `modules` are, for each oracle, those that it imports itself, with their public names;
    `left_out` the others, with the reason. `cells` has every module of a column's oracle; it has
    been limited to what the globs `only` match, if there are any.
    """

    oracles: Mapping[ColumnId, ColumnId]  # of each column
    modules: Mapping[ColumnId, Mapping[str, tuple[str, ...]]]
    cells: Mapping[tuple[str, ColumnId], Found]
    left_out: Mapping[ColumnId, Mapping[str, str]] = field(default_factory=dict)
    only: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[ColumnId, ...]:
        return tuple(self.oracles)

    def of(self, column: ColumnId, *, public: bool = False) -> dict[str, Found]:
        """What came of each module in a column, by name; with `public` no private module."""
        names = self.modules[self.oracles[column]]
        return {
            name: self.cells[name, column]
            for name in sorted(names)
            if not (public and is_private(name))
        }

    def asked(self, module: str) -> bool:
        """Whether the survey would have found a module, were it there."""
        return not self.only or any(fnmatchcase(module, glob) for glob in self.only)

    def imports(self, column: ColumnId, *, public: bool = False) -> tuple[int, int]:
        """How many of the oracle's modules a column imports, and how many there are."""
        found = self.of(column, public=public).values()
        return sum(cell.state is State.IMPORTS for cell in found), len(found)

    def names(self, column: ColumnId) -> tuple[int, int]:
        """How many public names the imported public modules have, and how many the oracle's."""
        its = self.modules[self.oracles[column]]
        found = self.of(column, public=True)
        imported = {name: cell for name, cell in found.items() if cell.state is State.IMPORTS}
        total = sum(len(its[name]) for name in imported)
        return total - sum(len(cell.missing) for cell in imported.values()), total


def is_private(module: str) -> bool:
    """Whether a part of its name says that it is nobody's business."""
    return any(part.startswith("_") for part in module.split("."))


def left_out(module: str) -> str:
    """Why a module is never imported by a survey; "" for one that is."""
    return next((why for glob, why in _LEFT_OUT if fnmatchcase(module, glob)), "")


# --------------------------------------------------------------------------- two columns


@dataclass(frozen=True)
class Difference:
    """What importing lost and gained from one column to another.

    Modules that only one of the two oracles has are no loss and no gain: `gone` and `appeared` are
    those of them that the column imports. Names are public ones of modules that both import.
    """

    old: ColumnId
    new: ColumnId
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    names_gained: Mapping[str, tuple[str, ...]]
    names_lost: Mapping[str, tuple[str, ...]]
    appeared: tuple[str, ...]
    gone: tuple[str, ...]


def differ(survey: Survey, old: ColumnId, new: ColumnId) -> Difference:
    """Compare two columns of a survey."""
    before, after = survey.of(old), survey.of(new)
    untried = {n for its in (before, after) for n, c in its.items() if c.state is State.UNKNOWN}
    had = {name for name, cell in before.items() if cell.state is State.IMPORTS}
    has = {name for name, cell in after.items() if cell.state is State.IMPORTS}
    common = (before.keys() & after.keys()) - untried
    return Difference(
        old,
        new,
        gained=tuple(sorted((has - had) & common)),
        lost=tuple(sorted((had - has) & common)),
        names_gained=_names(survey, had & has, old, new),
        names_lost=_names(survey, had & has, new, old),
        appeared=tuple(sorted(has - before.keys())),
        gone=tuple(sorted(had - after.keys())),
    )


def _names(
    survey: Survey, modules: set[str], without: ColumnId, having: ColumnId
) -> dict[str, tuple[str, ...]]:
    """By module the names that are missing in one column and there in the other."""
    its = survey.modules[survey.oracles[having]]
    found = {}
    for name in sorted(modules):
        there = set(its[name]) - set(survey.cells[name, having].missing)
        names = [item for item in survey.cells[name, without].missing if item in there]
        if names:
            found[name] = tuple(names)
    return found


def successive(columns: Sequence[ColumnId]) -> list[tuple[ColumnId, ColumnId]]:
    """The pairs of columns that differ in nothing but their version, each with its next newer
    one; versions that are no numbers stay in the order of the columns, after the others."""
    groups: dict[tuple[str, str, str], list[ColumnId]] = {}
    for column in columns:
        groups.setdefault((column.engine, column.profile, column.runtime), []).append(column)
    return [pair for group in groups.values() for pair in pairwise(sorted(group, key=_age))]


def _age(column: ColumnId) -> tuple[bool, list[int]]:
    numbers = column.version.split(".")
    numeric = all(number.isdecimal() for number in numbers)
    return not numeric, [int(number) for number in numbers] if numeric else []
