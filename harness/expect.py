"""What is known to fail, and verdicts in its light. Pure.

An expectation names cells and the way in which they fail. It never turns a failure of another
kind into an expected one, and it never touches what says nothing about the candidate.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fnmatch import fnmatchcase
from functools import cached_property

from packaging.specifiers import SpecifierSet
from packaging.version import InvalidVersion, Version

from harness.model import Column, ColumnId, Divergence, Status, Verdict

Expect = Callable[[Verdict], Verdict]


def as_it_is(verdict: Verdict) -> Verdict:
    """What is done with verdicts when there are no expectations: nothing."""
    return verdict


@dataclass(frozen=True)
class When:
    """Conditions on the column; one that is not given always holds."""

    version: str | None = None  # a range, as ">=0.5,<0.7"
    targets: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()

    def holds(self, column: Column) -> bool:
        """A column without a version number, as a checkout's name, is in no range."""
        return (
            (self.version is None or _within(self.version, column))
            and (not self.targets or column.target in self.targets)
            and (not self.profiles or column.id.profile in self.profiles)
        )


def _within(wanted: str, column: Column) -> bool:
    """By the version of the ID, else by the one that the engine's artefact tells."""
    for text in (column.id.version, str(column.details.get("version", ""))):
        try:
            return SpecifierSet(wanted).contains(Version(text), prereleases=True)
        except InvalidVersion:
            continue
    return False


@dataclass(frozen=True)
class Expectation:
    """Cases that fail, how they do, and why that is accepted.

    `cases` are IDs or globs, in which `*` also stands for `/`. Each of `signatures` and
    `classes` that is given must hold; `status` is FAIL, or FLAKY for what passes now and then.
    `column` is None for an entry on every column of `engine`. `where` is its file and line.
    """

    cases: tuple[str, ...]
    reason: str
    engine: str
    column: ColumnId | None = None
    signatures: tuple[str, ...] = ()
    classes: tuple[Divergence, ...] = ()
    status: Status = Status.FAIL
    when: When = When()
    link: str = ""
    expires: date | None = None
    where: str = ""

    def applies(self, column: Column) -> bool:
        """Whether it says something about this column."""
        mine = column.id == self.column if self.column else column.id.engine == self.engine
        return mine and self.when.holds(column)

    def covers(self, case: str) -> bool:
        return self.names(case) or any(fnmatchcase(case, glob) for glob in self.globs)

    def names(self, case: str) -> bool:
        """Whether it says of this very case that it fails; a glob says so of none."""
        return case in self.cases

    @cached_property
    def globs(self) -> tuple[str, ...]:
        return tuple(name for name in self.cases if is_glob(name))

    def describes(self, verdict: Verdict) -> bool:
        """Whether the failure is the expected one: by its signature and its naming class."""
        signature = verdict.signature.id if verdict.signature else None
        return (
            (verdict.status is not Status.FLAKY or self.status is Status.FLAKY)
            and (not self.signatures or signature in self.signatures)
            and (not self.classes or verdict.classes[:1] in [(item,) for item in self.classes])
        )

    @property
    def text(self) -> str:
        """The reason, with the link behind it."""
        return f"{self.reason} ({self.link})" if self.link else self.reason


def is_glob(name: str) -> bool:
    return any(char in "*?[" for char in name)


# --------------------------------------------------------------------------- applying


def applied(entries: Sequence[Expectation], columns: Iterable[Column]) -> Expect:
    """The function that puts a verdict on one of these columns in the light of `entries`.

    A failure as expected becomes XFAIL, one of a named case in another way CHANGED, a pass of
    a named case XPASS; all else stays, as do the facts `compatible` and `strict`.
    """
    books = {column.id: _Book([e for e in entries if e.applies(column)]) for column in columns}

    def expect(verdict: Verdict) -> Verdict:
        book = books.get(verdict.column)
        return book.judge(verdict) if book else verdict

    return expect


class _Book:
    """The entries on one column, found by the cases that they name."""

    def __init__(self, entries: Sequence[Expectation]) -> None:
        self._by_case: dict[str, list[Expectation]] = defaultdict(list)
        self._globs: list[Expectation] = []
        for entry in entries:
            for case in dict.fromkeys(entry.cases):
                self._by_case[case].append(entry)
            if entry.globs:
                self._globs.append(entry)

    def judge(self, verdict: Verdict) -> Verdict:
        named = self._by_case.get(verdict.case, [])
        if verdict.status is Status.PASS:
            return self._judge_pass(verdict, named)
        if verdict.status not in (Status.FAIL, Status.FLAKY):
            return verdict
        covering = [*named, *(e for e in self._globs if e.covers(verdict.case))]
        met = next((entry for entry in covering if entry.describes(verdict)), None)
        if met:
            return replace(verdict, status=Status.XFAIL, expectation=met.text)
        if named and verdict.status is Status.FAIL:
            return replace(verdict, status=Status.CHANGED, expectation=named[0].text)
        return verdict

    def _judge_pass(self, verdict: Verdict, named: Sequence[Expectation]) -> Verdict:
        """A pass surprises when every entry that names the case says that it always fails."""
        if not named or any(entry.status is Status.FLAKY for entry in named):
            return verdict
        return replace(verdict, status=Status.XPASS, expectation=named[0].text)


def plain(verdict: Verdict) -> Verdict:
    """The verdict as it was before expectations, but for XFAIL, which stays as it is."""
    before = {Status.CHANGED: Status.FAIL, Status.XPASS: Status.PASS}
    if verdict.status not in before:
        return verdict
    return replace(verdict, status=before[verdict.status], expectation="")


# --------------------------------------------------------------------------- stale entries


@dataclass(frozen=True)
class Stale:
    """An entry that says nothing any more, and why."""

    where: str
    why: str


def stale_entries(
    entries: Iterable[Expectation],
    columns: Sequence[Column],
    verdicts: Sequence[Verdict],
    whole: Collection[str],
    today: date,
) -> list[Stale]:
    """The entries on these columns that are out of date.

    `whole` are the names of the corpora that ran whole: only of those can it be said that a
    case is gone, or that nothing matched. Entries on other corpora are left alone.
    """
    cases = {verdict.case for verdict in verdicts}
    found: list[Stale] = []
    for entry in entries:
        ids = {column.id for column in columns if entry.applies(column)}
        mine = [v for v in verdicts if v.column in ids and entry.covers(v.case)]
        if ids:
            found += [Stale(entry.where, why) for why in _stale(entry, mine, cases, whole, today)]
    return found


def _stale(
    entry: Expectation,
    verdicts: Sequence[Verdict],
    cases: Collection[str],
    whole: Collection[str],
    today: date,
) -> list[str]:
    ran = [name for name in entry.cases if any(fnmatchcase(r, _root(name)) for r in whole)]
    gone = [name for name in ran if name not in cases and not is_glob(name)]
    why = [f"no such case: {name}" for name in gone]
    if entry.expires and entry.expires < today and (verdicts or ran):
        why.append(f"expired on {entry.expires.isoformat()}")
    if len(ran) == len(entry.cases) > len(gone) and not any(_used(entry, v) for v in verdicts):
        why.append(f"never matched: {', '.join(_listed(entry.cases))}")
    return why


def _root(name: str) -> str:
    """The corpus that an ID or a glob is about."""
    return name.split("/", 1)[0]


def _listed(names: Sequence[str], count: int = 3) -> list[str]:
    more = [f"and {len(names) - count} more"] if len(names) > count else []
    return [*names[:count], *more]


# What leaves open whether the entry still holds.
_OPEN = frozenset({Status.SPURIOUS, Status.MISSING, Status.UNSTABLE_ORACLE})
_TOLD = frozenset({Status.XPASS, Status.CHANGED, Status.FLAKY})  # the cell itself is reported


def _used(entry: Expectation, verdict: Verdict) -> bool:
    if verdict.status in _OPEN:
        return True
    if entry.names(verdict.case) and verdict.status in _TOLD:
        return True
    if entry.status is Status.FLAKY and verdict.status is Status.PASS:
        return True
    return verdict.status is Status.XFAIL and entry.describes(verdict)
