"""From the column IDs that a user typed to lanes that are ready to run.

The composition that `cli` does for every command that runs something: engines make or find
artefacts, runtimes execute them, and each candidate gets the oracle that judges it.
"""

from __future__ import annotations

import difflib
import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from harness.engines import ENGINES, snapshot
from harness.engines.checkout import EXPECTED, Checkout, open_checkout
from harness.engines.cpython import nearest_cpython
from harness.engines.profiles import Catalogue
from harness.engines.profiles import load as load_profiles
from harness.engines.rustpython import versions as host_versions
from harness.errors import HarnessError
from harness.lanes import Lane, Lanes
from harness.model import (
    DEFAULT_PROFILE,
    NATIVE,
    Artefact,
    ArtefactStore,
    Column,
    ColumnId,
    OracleChoice,
    Progress,
    Start,
    ToolRunner,
)
from harness.runtimes import DEFAULT_RUNTIMES, RUNTIMES

ORACLE_ENGINE = "cpython"
_CPYTHON_VERSION = re.compile(r"3\.\d+(\.\d+)?")


def default_columns() -> list[ColumnId]:
    """The newest RustPython that has a host, in each runtime that needs no asking for."""
    newest = host_versions()[-1]
    return [ColumnId("rustpython", newest, runtime=name) for name in DEFAULT_RUNTIMES]


def parse_columns(text: str, shop: Workshop) -> list[ColumnId]:
    """Read a comma-separated list; a HarnessError names what is known and what is nearest."""
    columns = [_parse(part.strip(), shop) for part in text.split(",") if part.strip()]
    if not columns:
        raise HarnessError("no column is named", hint=f"known columns: {_listed()}")
    return list(dict.fromkeys(columns))


def _parse(text: str, shop: Workshop) -> ColumnId:
    try:
        column = ColumnId.parse(text)
    except ValueError:
        raise _unknown(text, "expected engine@version[:profile][/runtime]") from None
    if column.engine == ORACLE_ENGINE:
        if not _CPYTHON_VERSION.fullmatch(column.version):
            raise _unknown(text, f"{column.version!r} is not a version of CPython, as 3.14")
        if (column.profile, column.runtime) != (DEFAULT_PROFILE, NATIVE):
            raise _unknown(text, "CPython runs natively, in its default profile")
        return column
    _check("engine", column.engine, [ORACLE_ENGINE, "rustpython"], text)
    if _is_newer(column.version) and column.version not in shop.checkouts:
        raise HarnessError(
            f"unknown column {text!r}: version {column.version!r} is not known, and newer than "
            f"all that are: {', '.join(host_versions())}",
            hint=f"try it from its sources: --engine {column.version}=path:DIR",
        )
    _check("version", column.version, [*host_versions(), *shop.checkouts], text)
    _check("profile", column.profile, shop.catalogue.profiles, text)
    _check("runtime", column.runtime, RUNTIMES, text)
    return column


def _is_newer(version: str) -> bool:
    """Whether it is a release after the newest that has a host."""
    releases = [re.fullmatch(r"(\d+)\.(\d+)\.(\d+)", v) for v in (version, host_versions()[-1])]
    asked, newest = (tuple(map(int, found.groups())) if found else () for found in releases)
    return asked > newest


def _check(what: str, name: str, known: Iterable[str], text: str) -> None:
    if name not in known:
        raise _unknown(text, f"{what} {name!r} is not known; there is {', '.join(known)}")


def _unknown(text: str, why: str) -> HarnessError:
    nearest = difflib.get_close_matches(text, _known(), n=1, cutoff=0.5)
    nearest += [name for name in reversed(_known()) if text in re.split("[@:/]", name)]
    mean = f"did you mean {nearest[0]}? " if nearest else ""
    hint = f"{mean}known columns: {_listed()}; a checkout: --engine {EXPECTED}"
    return HarnessError(f"unknown column {text!r}: {why}", hint=hint)


def _known() -> list[str]:
    hosts = [ColumnId("rustpython", v, runtime=r) for v in host_versions() for r in RUNTIMES]
    return ["cpython@3.14", *map(str, hosts)]


def _listed() -> str:
    return ", ".join([*_known(), "cpython@3.N"])


# --------------------------------------------------------------------------- making them


@dataclass(frozen=True)
class Workshop:
    """What it takes to make or find an artefact.

    `checkouts` are versions by their names, `catalogue` has the profiles there are. With a
    fast `start` its lanes can do both; where one cannot, `progress` is told why.
    """

    tools: ToolRunner
    store: ArtefactStore
    progress: Progress
    checkouts: Mapping[str, Checkout] = field(default_factory=dict)
    start: Start = Start.COLD
    catalogue: Catalogue = field(default_factory=load_profiles)

    def with_checkouts(self, engines: Sequence[str]) -> Workshop:
        """The same with these `--engine` options as versions; HarnessError for a bad one."""
        opened: dict[str, Checkout] = {}
        for text in engines:
            checkout = open_checkout(
                text, tools=self.tools, store=self.store, progress=self.progress
            )
            if checkout.name in (*opened, *host_versions()):
                raise HarnessError(
                    f"--engine {text}: there is a version {checkout.name} already",
                    hint="give the checkout another name",
                )
            opened[checkout.name] = checkout
        return replace(self, checkouts=opened)

    def lane(self, column: ColumnId) -> Lane:
        """The column, built and ready; its fingerprint holds all that can change a result."""
        runtime = RUNTIMES[column.runtime]
        made = self._artefact(column)
        artefact = runtime.prepare(made, tools=self.tools, store=self.store, progress=self.progress)
        parts = [artefact.fingerprint, runtime.name, runtime.version()]
        ready = Column(
            id=column,
            target=runtime.target,
            python=artefact.python,
            fingerprint=hashlib.sha256(json.dumps(parts).encode()).hexdigest(),
            capabilities=runtime.capabilities(artefact),
            details={"version": artefact.version, "runtime": runtime.version(), **artefact.info},
        )
        fast = self._fast(column, made, artefact) if self.start is Start.FAST else None
        return Lane(_with_fast(ready, fast), artefact, runtime, fast=fast)

    def _fast(self, column: ColumnId, made: Artefact, prepared: Artefact) -> Artefact | None:
        """What starts fast; an oracle has no need of it, and what cannot is started cold."""
        if column.engine == ORACLE_ENGINE:
            return None
        runtime = RUNTIMES[column.runtime]
        handed: Any = {"tools": self.tools, "store": self.store, "progress": self.progress}
        try:
            if runtime.target != NATIVE:
                module = snapshot.take(
                    made, lambda path, to: runtime.initialise(path, to, self.tools), **handed
                )
                prepared = runtime.prepare(module, **handed)
            found = runtime.fast(prepared)
            reason = "" if found else "its host serves no forks"
        except HarnessError as error:
            found, reason = None, error.message
        if reason:
            self.progress(f"{column} starts cold: {reason}")
        return found

    def _artefact(self, column: ColumnId) -> Artefact:
        runtime = RUNTIMES[column.runtime]
        return ENGINES[column.engine](
            column,
            runtime.target,
            tools=self.tools,
            store=self.store,
            progress=self.progress,
            describe=lambda path: runtime.describe(path, self.tools),
            checkout=self.checkouts.get(column.version),
            catalogue=self.catalogue,
        )

    def oracle(self, python: str) -> Lane:
        """The CPython that judges an engine claiming `python`: that version, else the nearest."""
        try:
            return self.lane(ColumnId(ORACLE_ENGINE, python))
        except HarnessError as error:
            self.progress(f"{error.message}; judging by the nearest")
            found = nearest_cpython(
                python, tools=self.tools, store=self.store, progress=self.progress
            )
            return self.lane(ColumnId(ORACLE_ENGINE, found.python))


def _with_fast(column: Column, fast: Artefact | None) -> Column:
    """The column, saying what starts fast in its place."""
    if fast is None:
        return column
    facts = {"sha256": fast.fingerprint, "size_bytes": fast.path.stat().st_size}
    return replace(column, details={**column.details, "fast_start": facts})


def prepare(
    columns: Sequence[ColumnId], workshop: Workshop, oracle: ColumnId | None = None
) -> tuple[Lanes, list[OracleChoice]]:
    """Build and find all that these columns need, oracles included, and pair them up.

    A candidate is judged by the CPython whose version it claims, named or not, and by
    `oracle` where that is given. Every other CPython that is named is a column of its own,
    judged by the oracle of the first candidate, and without any by the first CPython.
    """
    made = [workshop.lane(column) for column in columns]
    oracles = {lane.column.id: lane for lane in made if _is_oracle(lane)}
    named = list(oracles.values())
    given = (oracles.get(oracle) or workshop.lane(oracle)) if oracle else None
    if given:
        oracles[given.column.id] = given
    judged = []
    for lane in (lane for lane in made if not _is_oracle(lane)):
        judge = given or _claimed(lane.column.python, named) or _found(workshop, lane, oracles)
        judged.append(replace(lane, oracle=judge.column.id))
    first = judged[0].oracle if judged else (given or named[0]).column.id
    used = {lane.oracle for lane in judged} | {first}
    idle = [lane for lane in named if lane.column.id not in used]
    if not judged and not idle:
        idle = named  # alone, it is judged by itself
    judged += [replace(lane, oracle=first) for lane in idle]
    lanes = Lanes(judged, [lane for key, lane in oracles.items() if _serves(key, judged)])
    return lanes, [_choice(lane, lanes.oracle_of(lane)) for lane in judged]


def parse_oracle(text: str) -> ColumnId:
    """Read the ID of a CPython that is to judge; HarnessError for any other column."""
    try:
        column = ColumnId.parse(text)
    except ValueError:
        column = None
    plain = column and (column.profile, column.runtime) == (DEFAULT_PROFILE, NATIVE)
    if (
        column is None
        or not plain
        or column.engine != ORACLE_ENGINE
        or not _CPYTHON_VERSION.fullmatch(column.version)
    ):
        raise HarnessError(
            f"--oracle {text}: only a CPython judges", hint=f"as {ORACLE_ENGINE}@3.14"
        )
    return column


def _is_oracle(lane: Lane) -> bool:
    return lane.column.id.engine == ORACLE_ENGINE


def _serves(oracle: ColumnId, judged: Sequence[Lane]) -> bool:
    return any(lane.oracle == oracle for lane in judged)


def _claimed(python: str, named: Sequence[Lane]) -> Lane | None:
    """Of the CPythons that the user named: the first of this version."""
    return next((lane for lane in named if lane.column.python == python), None)


def _found(workshop: Workshop, lane: Lane, oracles: dict[ColumnId, Lane]) -> Lane:
    """The oracle that this candidate needs, kept in `oracles` for the next."""
    wanted = ColumnId(ORACLE_ENGINE, lane.column.python)
    if wanted not in oracles:
        oracle = workshop.oracle(lane.column.python)
        oracles[oracle.column.id] = oracle
        return oracle
    return oracles[wanted]


def _choice(lane: Lane, oracle: Lane) -> OracleChoice:
    exact = oracle.column.python == lane.column.python
    return OracleChoice(lane.column.id, oracle.column.id, lane.column.python, exact)
