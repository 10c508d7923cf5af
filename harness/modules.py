"""Imports every module of a CPython's standard library in a fresh interpreter of each column.

What a module prints while it is imported cannot be taken for the answer, which is tagged with
a token that no module knows. A module counts only when the oracle itself imports it.
"""

from __future__ import annotations

import re
import secrets
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from harness import judge
from harness.errors import ExitCode, HarnessError
from harness.model import Case, ColumnId, Observation, Outcome, Role, Signature
from harness.run import Bench, Benches, Lane, Lanes, Settings
from harness.scratch import ScratchRoot
from harness.survey import Found, State, Survey

OnModule = Callable[[int, int, str], None]  # how many are done, of how many, and which

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
if listed is None:
    public = [i for i in has if i[0] != "_" and type(getattr(module, i, None)) is not kind]
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
    lanes: Lanes, settings: Settings, on_module: OnModule, only: Sequence[str] = ()
) -> Survey:
    """Import the modules of each oracle's standard library in all columns.

    `only` limits them to these names or globs. Raises HarnessError when an oracle cannot list
    its modules.
    """
    with _bench(settings) as (benches, scripts):
        listed = {
            column: _listed(lane, benches.mine(), scripts, only)
            for column, lane in lanes.oracles.items()
        }
        wanted = sorted(set().union(*listed.values()))
        results = []
        tasks = [(name, {c for c, names in listed.items() if name in names}) for name in wanted]
        found = _in_parallel(
            tasks, lambda task: _one(*task, lanes, benches.mine(), scripts), settings.jobs, benches
        )
        for done, result in enumerate(found, 1):
            results.append(result)
            on_module(done, len(tasks), result.module)
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


def _listed(lane: Lane, bench: Bench, scripts: _Scripts, only: Sequence[str]) -> set[str]:
    """The modules that the oracle's standard library has, without those left out."""
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
    names = {name for name in answers[0] if not left_out(name)}
    return {name for name in names if not only or _among(name, only)}


def _among(name: str, globs: Iterable[str]) -> bool:
    return any(fnmatchcase(name, glob) for glob in globs)


def left_out(module: str) -> str:
    """Why a module is never imported by a survey; "" for one that is."""
    return next((why for glob, why in _LEFT_OUT if fnmatchcase(module, glob)), "")


# --------------------------------------------------------------------------- one module


@dataclass(frozen=True)
class _Result:
    """What came of one module. `public` are its names, `refused` the reason, by oracle."""

    module: str
    public: Mapping[ColumnId, tuple[str, ...]]
    refused: Mapping[ColumnId, str]
    cells: Mapping[ColumnId, Found]


def _one(
    module: str, oracles: set[ColumnId], lanes: Lanes, bench: Bench, scripts: _Scripts
) -> _Result:
    """Import it in every oracle that has it, and in the columns that these judge."""
    case = scripts.importing(module)
    public: dict[ColumnId, tuple[str, ...]] = {}
    refused: dict[ColumnId, str] = {}
    cells: dict[ColumnId, Found] = {}
    for oracle in (lane for column, lane in lanes.oracles.items() if column in oracles):
        limits = bench.oracle_limits(case)
        its = bench.attempt(oracle, case, Role.ORACLE, 0, limits).observation
        answers = scripts.answers(its) if its.outcome is Outcome.OK else []
        if len(answers) < 2:
            refused[oracle.column.id] = _why(its)
            continue
        names = tuple(sorted(set(answers[0])))
        public[oracle.column.id] = names
        for lane in (lane for lane in lanes.candidates if lane.oracle == oracle.column.id):
            limits = bench.candidate_limits(case, [its])
            seen = bench.attempt(lane, case, Role.CANDIDATE, 0, limits).observation
            cells[lane.column.id] = _found(module, case, lane, its, seen, names, scripts)
    return _Result(module, public, refused, cells)


def _why(seen: Observation) -> str:
    """Why the oracle does not import it."""
    exception = seen.exception
    if exception:
        return f"{exception.type}: {exception.message or ''}".rstrip(": ")
    return "ends while it is imported" if seen.outcome is Outcome.OK else seen.outcome.value


def _found(
    module: str,
    case: Case,
    lane: Lane,
    its: Observation,
    seen: Observation,
    names: tuple[str, ...],
    scripts: _Scripts,
) -> Found:
    answers = scripts.answers(seen) if seen.outcome is Outcome.OK else []
    if len(answers) >= 2:
        has = set(answers[1])
        return Found(State.IMPORTS, tuple(name for name in names if name not in has))
    assert lane.oracle is not None
    signature = judge.judge(case, lane.column.id, lane.oracle, [its], [seen]).signature
    if seen.outcome in (Outcome.OK, Outcome.EXIT):
        signature = Signature("", f"the process ends while it is imported ({seen.outcome.value})")
    if seen.outcome is Outcome.HARNESS_ERROR:
        signature = Signature("", f"a fault of the harness: {seen.error}")
    state = State.MISSING if _is_missing(module, seen) else State.FAILS
    return Found(state, signature=signature)


def _is_missing(module: str, seen: Observation) -> bool:
    """Whether it is this module, or the package that it is in, that is not there."""
    exception = seen.exception
    if not exception or exception.type != "ModuleNotFoundError":
        return False
    match = _NO_MODULE.search(exception.message or "")
    return bool(match) and f"{module}.".startswith(f"{match[1]}." if match else "")


# --------------------------------------------------------------------------- all modules


def _in_parallel(
    tasks: Sequence[tuple[str, set[ColumnId]]],
    work: Callable[[tuple[str, set[ColumnId]]], _Result],
    jobs: int,
    benches: Benches,
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
    )
