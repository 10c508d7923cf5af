"""Imports every module of a CPython's standard library in a fresh interpreter of each column.

What a module prints while it is imported cannot be taken for the answer, which is tagged with
a token that no module knows. A module counts only when the oracle itself imports it. Each result
is kept at once, so that an interrupted survey goes on where it was, and a second one is quick.
"""

from __future__ import annotations

import hashlib
import json
import re
import secrets
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from harness import judge
from harness.errors import ExitCode, HarnessError
from harness.journal import Journal
from harness.lanes import Lane, Lanes
from harness.model import (
    ArtefactStore,
    Case,
    ColumnId,
    Limits,
    Observation,
    Outcome,
    Role,
    Signature,
)
from harness.run import Bench, Benches, Settings
from harness.scratch import ScratchRoot
from harness.survey import Found, State, Survey, left_out

OnModule = Callable[[int, int, str], None]  # how many are done, of how many, and which

_LIST = """\
import os, pkgutil, sys
from importlib.machinery import PathFinder

def below(name, folders):
    for info in pkgutil.iter_modules(folders):
        full = name + "." + info.name
        yield full
        if info.ispkg:
            yield from below(full, [os.path.join(info.module_finder.path, info.name)])

found = list(sys.stdlib_module_names)
for name in sys.stdlib_module_names:
    spec = PathFinder.find_spec(name)
    if spec and spec.submodule_search_locations:
        found += below(name, list(spec.submodule_search_locations))
print("\\n" + sys.argv[1] + " " + " ".join(sorted(found)))
"""

# Everything it needs later is taken before the import, which may change it.
_IMPORT = """\
import sys
token, name = sys.argv[1:3]
stdout, modules, kind = sys.stdout, sys.modules, type(sys)
__import__(name)
module = modules[name]
listed = getattr(module, "__all__", None)
has = [item for item in dir(module) if item.isidentifier()]
def own(item):
    value = getattr(module, item, None)
    home = getattr(value, "__module__", None) if hasattr(value, "__qualname__") else None
    foreign = isinstance(home, str) and home[:1] != "_" and home != name and home != "builtins"
    return item[0] != "_" and type(value) is not kind and not foreign
if listed is None:
    public = [item for item in has if own(item)]
else:
    public = [item for item in listed if hasattr(module, item)]
has += public
stdout.write("\\n" + token + " " + " ".join(public) + "\\n" + token + " " + " ".join(has) + "\\n")
stdout.flush()
"""

_NO_MODULE = re.compile(r"No module named '([^']+)'")


@dataclass(frozen=True)
class _Scripts:
    """The two scripts in a folder of their own, and the token that tags their answers."""

    folder: Path
    token: str

    def listing(self) -> Case:
        return self._case("list", self.token)

    def importing(self, module: str) -> Case:
        return self._case("import", self.token, module)

    def _case(self, name: str, *arguments: str) -> Case:
        path = self.folder / f"{name}_module.py"
        return Case("/".join([name, *arguments[1:]]), path, "modules", "", argv=arguments)

    def answers(self, seen: Observation) -> list[tuple[str, ...]]:
        """The lines that carry the token, in words; what else was printed is passed over."""
        lines = seen.stdout.data.decode("utf-8", "replace").splitlines()
        words = (line.split(" ") for line in lines if line.startswith(self.token + " "))
        return [tuple(word for word in line[1:] if word) for line in words]


def survey(
    lanes: Lanes,
    settings: Settings,
    on_module: OnModule,
    only: Sequence[str] = (),
    *,
    store: ArtefactStore | None = None,
    fresh: bool = False,
) -> Survey:
    """Import the modules of each oracle's standard library in all columns.

    `only` limits them to these names or globs. Results are kept in the `store` for columns with
    the same fingerprints, and taken from there unless `fresh`. Raises HarnessError when an oracle
    cannot list its modules.
    """
    kept = _Kept.of(lanes, settings, store, fresh=fresh)
    with _bench(settings) as (benches, scripts):
        listed = {
            column: _listed(lane, benches, scripts, kept.oracles[column], only)
            for column, lane in lanes.oracles.items()
        }
        wanted = sorted(set().union(*listed.values()))
        tasks = [(name, {c for c, names in listed.items() if name in names}) for name in wanted]
        results, again = [], []

        def work(task: _Task, *, alone: bool = settings.jobs == 1) -> _Result:
            return _one(*task, lanes, benches.mine(), scripts, kept, alone)

        for result in _in_parallel(tasks, work, settings.jobs, benches):
            if result.doubtful:
                again.append(result.module)
                continue
            results.append(result)
            on_module(len(results), len(tasks), result.module)
        # What timed out beside other work is believed only when it does so alone.
        for task in (task for task in tasks if task[0] in again):
            results.append(work(task, alone=True))
            on_module(len(results), len(tasks), task[0])
    return _collect(results, lanes, only)


@contextmanager
def _bench(settings: Settings) -> Iterator[tuple[Benches, _Scripts]]:
    with (
        tempfile.TemporaryDirectory(prefix="harness-modules-") as folder,
        ScratchRoot() as scratch,
        Benches(scratch, settings) as benches,
    ):
        for name, text in (("list", _LIST), ("import", _IMPORT)):
            Path(folder, f"{name}_module.py").write_text(text, encoding="utf-8")
        yield benches, _Scripts(Path(folder), secrets.token_hex(16))


def _listed(
    lane: Lane, benches: Benches, scripts: _Scripts, kept: Journal, only: Sequence[str]
) -> set[str]:
    """The modules that the oracle's standard library has, without those left out."""
    names = kept.get(_ALL)
    if names is None:
        names = _asked(lane, benches.mine(), scripts)
        kept.add(_ALL, names)
    return {name for name in names if not left_out(name) and (not only or _among(name, only))}


def _asked(lane: Lane, bench: Bench, scripts: _Scripts) -> list[str]:
    case = scripts.listing()
    seen = bench.attempt(lane, case, Role.ORACLE, 0, bench.oracle_limits(case)).observation
    answers = scripts.answers(seen)
    if not answers:
        stderr = seen.stderr.data.decode("utf-8", "replace").strip().splitlines()
        raise HarnessError(
            f"{lane.column.id} cannot list its standard library: {seen.outcome.value}"
            + (f", {stderr[-1]}" if stderr else ""),
            hint="harness doctor",
            code=ExitCode.INCOMPLETE,
        )
    return list(answers[0])


def _among(name: str, globs: Iterable[str]) -> bool:
    return any(fnmatchcase(name, glob) for glob in globs)


# --------------------------------------------------------------------------- what is kept

_ALL = "*"  # under this name an oracle's journal has the names of all its modules


@dataclass(frozen=True)
class _Kept:
    """What was found before: of each oracle its modules, of each candidate what came of them."""

    oracles: Mapping[ColumnId, Journal]
    cells: Mapping[ColumnId, Journal]

    @classmethod
    def of(
        cls, lanes: Lanes, settings: Settings, store: ArtefactStore | None, *, fresh: bool
    ) -> _Kept:
        folder = store.folder("modules") if store else None
        limits = [settings.timeout_s, settings.memory_bytes]

        def journal(*lane: Lane) -> Journal:
            if folder is None:
                return Journal()
            parts = [_LIST, _IMPORT, judge.RULES, limits, [one.column.fingerprint for one in lane]]
            name = hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:24]
            path = folder / f"{name}.jsonl"
            if fresh:
                path.unlink(missing_ok=True)
            return Journal(path)

        return cls(
            {column: journal(lane) for column, lane in lanes.oracles.items()},
            {lane.column.id: journal(lane, lanes.oracle_of(lane)) for lane in lanes.candidates},
        )


def _as_json(found: Found) -> dict[str, Any]:
    signature = found.signature
    return {
        "state": found.state.value,
        "missing": list(found.missing),
        "signature": [signature.id, signature.text, signature.detail] if signature else None,
    }


def _from_json(data: Any) -> Found:
    signature = Signature(*data["signature"]) if data["signature"] else None
    return Found(State(data["state"]), tuple(data["missing"]), signature)


# --------------------------------------------------------------------------- one module


@dataclass(frozen=True)
class _Result:
    """What came of one module. `public` are its names, `refused` the reason, by oracle."""

    module: str
    public: Mapping[ColumnId, tuple[str, ...]]
    refused: Mapping[ColumnId, str]
    cells: Mapping[ColumnId, Found]
    doubtful: bool = False  # something timed out beside other work


def _one(
    module: str,
    oracles: set[ColumnId],
    lanes: Lanes,
    bench: Bench,
    scripts: _Scripts,
    kept: _Kept,
    alone: bool,
) -> _Result:
    """Import it in every oracle that has it, and in the columns that these judge."""
    story = _Story(module, bench, scripts, kept, alone)
    public: dict[ColumnId, tuple[str, ...]] = {}
    refused: dict[ColumnId, str] = {}
    cells: dict[ColumnId, Found] = {}
    for oracle in (lane for column, lane in lanes.oracles.items() if column in oracles):
        said = story.oracle_says(oracle)
        if "refused" in said:
            refused[oracle.column.id] = said["refused"]
            continue
        names = public[oracle.column.id] = tuple(said["public"])
        for lane in (lane for lane in lanes.candidates if lane.oracle == oracle.column.id):
            cells[lane.column.id] = story.found(lane, oracle, names)
    return _Result(module, public, refused, cells, story.doubtful)


class _Story:
    """What is asked about one module; what was kept is not asked again."""

    def __init__(
        self, module: str, bench: Bench, scripts: _Scripts, kept: _Kept, alone: bool
    ) -> None:
        self.doubtful = False
        self._alone = alone
        self._module = module
        self._bench = bench
        self._scripts = scripts
        self._kept = kept
        self._case = scripts.importing(module)
        self._seen: dict[ColumnId, Observation] = {}

    def oracle_says(self, lane: Lane) -> Mapping[str, Any]:
        """Its `public` names in an oracle, or why it was `refused`."""
        journal = self._kept.oracles[lane.column.id]
        said = journal.get(self._module)
        if said is None:
            seen = self._oracle(lane)
            answers = self._answers(seen)
            said = {"public": sorted(set(answers[0]))} if answers else {"refused": _why(seen)}
            if self._settled(seen):
                journal.add(self._module, said)
        return dict(said)

    def found(self, lane: Lane, oracle: Lane, names: tuple[str, ...]) -> Found:
        """What came of it in a candidate; `names` are those that the oracle's module has."""
        journal = self._kept.cells[lane.column.id]
        kept = journal.get(self._module)
        if kept is not None:
            return _from_json(kept)
        its = self._oracle(oracle)
        limits = self._bench.candidate_limits(self._case, [its])
        seen = self._attempt(lane, Role.CANDIDATE, 0, limits)
        if not self._answers(seen):  # is that so again?
            seen = self._attempt(lane, Role.CANDIDATE, 1, limits)
        found = self._judged(lane, its, seen, names)
        if self._settled(seen):
            journal.add(self._module, _as_json(found))
        return found

    def _oracle(self, lane: Lane) -> Observation:
        if lane.column.id not in self._seen:
            limits = self._bench.oracle_limits(self._case)
            self._seen[lane.column.id] = self._attempt(lane, Role.ORACLE, 0, limits)
        return self._seen[lane.column.id]

    def _attempt(self, lane: Lane, role: Role, repeat: int, limits: Limits) -> Observation:
        seen = self._bench.attempt(lane, self._case, role, repeat, limits).observation
        timed_out = seen.outcome is Outcome.TIMEOUT
        self.doubtful = self.doubtful or (timed_out and not self._alone)
        return seen

    def _settled(self, seen: Observation) -> bool:
        """Whether it would be seen again: what the machine may be to blame for is not kept."""
        if seen.outcome is Outcome.TIMEOUT:
            return self._alone
        return seen.outcome is not Outcome.HARNESS_ERROR

    def _answers(self, seen: Observation) -> list[tuple[str, ...]]:
        """The module's public names, and all its names; nothing when it was not imported."""
        answers = self._scripts.answers(seen) if seen.outcome is Outcome.OK else []
        return answers if len(answers) >= 2 else []

    def _judged(
        self, lane: Lane, its: Observation, seen: Observation, names: tuple[str, ...]
    ) -> Found:
        answers = self._answers(seen)
        if answers:
            has = set(answers[1])
            return Found(State.IMPORTS, tuple(name for name in names if name not in has))
        if seen.outcome is Outcome.HARNESS_ERROR:
            return Found(State.UNKNOWN, signature=Signature("", seen.error or "no reason is known"))
        if seen.outcome in (Outcome.OK, Outcome.EXIT):
            text = f"the process ends while it is imported ({seen.outcome.value})"
            return Found(State.FAILS, signature=Signature("", text))
        assert lane.oracle is not None
        verdict = judge.judge(self._case, lane.column.id, lane.oracle, [its], [seen])
        state = State.MISSING if _is_missing(self._module, seen) else State.FAILS
        return Found(state, signature=verdict.signature)


def _why(seen: Observation) -> str:
    """Why the oracle does not import it."""
    exception = seen.exception
    if exception:
        return f"{exception.type}: {exception.message or ''}".rstrip(": ")
    return "ends while it is imported" if seen.outcome is Outcome.OK else seen.outcome.value


def _is_missing(module: str, seen: Observation) -> bool:
    """Whether it is this module, or the package that it is in, that is not there."""
    exception = seen.exception
    if not exception or exception.type != "ModuleNotFoundError":
        return False
    match = _NO_MODULE.search(exception.message or "")
    return bool(match) and f"{module}.".startswith(f"{match[1]}." if match else "")


# --------------------------------------------------------------------------- all modules


_Task = tuple[str, set[ColumnId]]  # a module, and the oracles that have it


def _in_parallel(
    tasks: Sequence[_Task], work: Callable[[_Task], _Result], jobs: int, benches: Benches
) -> Iterator[_Result]:
    """Results in the order in which they are done; leaving early ends what is running."""
    pool = ThreadPoolExecutor(jobs, thread_name_prefix="modules")
    try:
        for future in as_completed([pool.submit(work, task) for task in tasks]):
            yield future.result()
    except BaseException:
        benches.interrupt()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _collect(results: Sequence[_Result], lanes: Lanes, only: Sequence[str]) -> Survey:
    results = sorted(results, key=lambda result: result.module)
    oracles = lanes.oracles
    refused = {c: {r.module: r.refused[c] for r in results if c in r.refused} for c in oracles}
    return Survey(
        oracles={lane.column.id: lanes.oracle_of(lane).column.id for lane in lanes.candidates},
        modules={c: {r.module: r.public[c] for r in results if c in r.public} for c in oracles},
        cells={(r.module, column): found for r in results for column, found in r.cells.items()},
        left_out=refused,
        only=tuple(only),
    )
