"""Surveys of a standard library on real processes: the oracle is the Python at hand, the
candidate the same with modules that are gone or broken; then the command, and the real hosts."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from harness.cache import Cache
from harness.errors import ExitCode, HarnessError
from harness.lanes import Lane, Lanes
from harness.model import Artefact, Column, ColumnId
from harness.modules import survey
from harness.reports.modules import from_json
from harness.run import Bench, Settings
from harness.runtimes import RUNTIMES
from harness.survey import Found, State, Survey
from tests.conftest import ROOT

MINOR = sys.version_info[1]
ORACLE, OTHER = ColumnId("cpython", f"3.{MINOR}"), ColumnId("cpython", f"3.{MINOR + 1}")
NATIVE = RUNTIMES["native"]
QUICK = Settings(jobs=2, samples=0, budget_floor_s=10.0, oracle_timeout_s=20.0)
# Each module is broken in its own way; what is printed must not be taken for the answer.
PLANTED = """\
import sys
class Planted:
    @staticmethod
    def find_spec(name, path=None, target=None):
        if name in ("sched", "wsgiref"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        if name == "quopri":
            raise ModuleNotFoundError("No module named '_planted'", name="_planted")
        if name == "colorsys":
            raise ValueError("planted 123")
        if name == "chunk":
            sys.exit(0)
        if name == "stringprep":
            sys.exit(3)
        if name == "bisect":
            print("\\n" + sys.argv[1] + " insort\\n" + sys.argv[1])
            sys.exit(1)
        if name == "uuid":
            while True: pass
sys.meta_path.insert(0, Planted)
import textwrap
if sys.argv[2:] == ["textwrap"]: del textwrap.dedent
if sys.argv[2:] == ["shlex"]:
    import shlex
    made = {"quote": shlex.quote}
    del shlex.quote
    def __getattr__(name):  # as in a module that makes its names when asked
        if name in made: return made[name]
        raise AttributeError(name)
    shlex.__getattr__ = __getattr__
if sys.argv[2:] == ["string"]:
    print("an import prints", end="")
"""
NAMES = (
    *("sched", "wsgiref", "wsgiref.util", "quopri", "colorsys", "stringprep", "bisect"),
    *("textwrap", "string", "json", "shlex"),
)


def planted_python(tmp_path: Path) -> Path:
    """A program that is the Python at hand with `PLANTED` before every script."""
    prelude, program = tmp_path / "planted.py", tmp_path / "python-planted"
    prelude.write_text(PLANTED)
    python = shlex.quote(sys.executable)
    swap = (
        f's#"executable": "[^"]*"#"executable": "{program}"#;'
        f's#"version": "3.{MINOR}#"version": "3.{MINOR + 1}#'
    )
    program.write_text(
        f'#!/bin/sh\ncase "$1" in\n-*) {python} "$@" | sed {shlex.quote(swap)};;\n'
        f'*) cat {prelude} "$1" > planted && mv planted "$1"\nexec {python} "$@";;\nesac\n'
    )
    program.chmod(0o755)
    return program


def lane(column: ColumnId, program: Path, oracle: ColumnId | None = None) -> Lane:
    artefact = Artefact(program, "cpython", "3", "3", "native", "default", str(column))
    ready = Column(column, "native", "3", str(column), NATIVE.capabilities(artefact))
    return Lane(ready, artefact, NATIVE, oracle)


@pytest.fixture
def planted(tmp_path: Path) -> Lanes:
    oracle = lane(ORACLE, Path(sys.executable))
    return Lanes([lane(OTHER, planted_python(tmp_path), ORACLE)], [oracle])


def nothing(done: int, total: int, module: str) -> None:
    pass


def texts(found: Survey) -> dict[str, tuple[State, str]]:
    cells = found.of(OTHER).items()
    return {n: (c.state, c.signature.text if c.signature else "") for n, c in cells}


def test_what_came_of_each_module(planted: Lanes) -> None:
    told: list[tuple[int, int, str]] = []
    found = survey(planted, QUICK, lambda *step: told.append(step), NAMES)
    assert {module for *_, module in told} == set(NAMES)
    assert [done for done, *_ in told] == list(range(1, len(NAMES) + 1))
    assert {total for _, total, _ in told} == {len(NAMES)}
    states = texts(found)
    assert states["json"] == (State.IMPORTS, "")
    assert states["sched"][0] is State.MISSING
    assert states["wsgiref.util"][0] is State.MISSING  # its package is
    assert states["quopri"][0] is State.FAILS  # it is there, and what it needs is not
    assert "No module named '_planted'" in states["quopri"][1]
    assert states["colorsys"][0] is State.FAILS
    assert states["colorsys"][1].endswith(": ValueError: planted N in __main__")
    assert states["stringprep"] == (State.FAILS, "the process ends while it is imported (exit)")
    assert states["bisect"] == (State.FAILS, "the process ends while it is imported (exit)")
    assert found.cells["textwrap", OTHER].missing == ("dedent",)
    assert found.cells["string", OTHER].state is State.IMPORTS
    assert found.cells["shlex", OTHER] == Found(State.IMPORTS)
    assert found.only == NAMES


def test_names_that_a_module_took_from_others_are_not_its_own(planted: Lanes) -> None:
    found = survey(planted, QUICK, nothing, ("unittest.util", "json.encoder"))
    its = found.modules[ORACLE]  # neither has an __all__
    assert {"JSONEncoder", "ESCAPE", "encode_basestring"} <= set(its["json.encoder"])
    assert "re" not in its["json.encoder"]
    assert "safe_repr" in its["unittest.util"]
    assert not {"namedtuple", "Counter"} & set(its["unittest.util"])


def test_a_module_that_does_not_end(planted: Lanes) -> None:
    quick = replace(QUICK, budget_floor_s=1.0, budget_factor=5.0)
    found = survey(planted, quick, nothing, ("uuid", "json"))
    state, text = texts(found)["uuid"]
    assert state is State.FAILS
    assert text.startswith("timeout: over its ")
    assert texts(found)["json"][0] is State.IMPORTS


def test_what_the_oracle_does_not_import_is_left_out(planted: Lanes) -> None:
    found = survey(planted, QUICK, nothing, ("msvcrt", "_winapi", "json"))
    assert list(found.modules[ORACLE]) == ["json"]
    reasons = found.left_out[ORACLE]
    assert reasons["_winapi"] == "ModuleNotFoundError: No module named '_winapi'"
    assert ("msvcrt", OTHER) not in found.cells


# --------------------------------------------------------------------------- what is kept


def counting(planted: Lanes, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The cases that are run from now on."""
    ran: list[str] = []
    attempt = Bench.attempt

    def counted(self: Any, lane: Lane, case: Any, *args: Any, **kwargs: Any) -> Any:
        ran.append(f"{lane.column.id} {case.id}")
        return attempt(self, lane, case, *args, **kwargs)

    monkeypatch.setattr(Bench, "attempt", counted)
    return ran


def test_a_second_survey_runs_nothing(
    planted: Lanes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Cache(tmp_path / "cache")
    names = ("json", "sched", "textwrap")
    first = survey(planted, QUICK, nothing, names, store=store)
    ran = counting(planted, monkeypatch)
    assert survey(planted, QUICK, nothing, names, store=store) == first
    assert not ran
    assert survey(planted, QUICK, nothing, ("json",), store=store, fresh=True).of(OTHER)
    assert sorted(ran) == [f"{ORACLE} import/json", f"{ORACLE} list", f"{OTHER} import/json"]


def test_another_fingerprint_has_results_of_its_own(
    planted: Lanes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Cache(tmp_path / "cache")
    survey(planted, QUICK, nothing, ("json",), store=store)
    ran = counting(planted, monkeypatch)
    (candidate,) = planted.candidates
    changed = replace(candidate, column=replace(candidate.column, fingerprint="other"))
    survey(Lanes([changed], planted.oracles.values()), QUICK, nothing, ("json",), store=store)
    assert sorted(ran) == [f"{ORACLE} import/json", f"{OTHER} import/json"]


def test_an_interrupted_survey_goes_on_where_it_was(
    planted: Lanes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Cache(tmp_path / "cache")
    alone = replace(QUICK, jobs=1)
    done: list[str] = []

    def stop(count: int, total: int, module: str) -> None:
        done.append(module)
        if count == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        survey(planted, alone, stop, ("json", "string", "textwrap", "sched"), store=store)
    ran = counting(planted, monkeypatch)
    found = survey(planted, alone, nothing, ("json", "string", "textwrap", "sched"), store=store)
    assert len(found.of(OTHER)) == 4
    assert not [case for case in ran if case.partition("import/")[2] in done]
    assert ran


def test_what_the_machine_spoilt_is_not_kept(
    planted: Lanes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Cache(tmp_path / "cache")
    (candidate,) = planted.candidates
    gone = replace(candidate.artefact, path=tmp_path / "gone")
    broken = Lanes([replace(candidate, artefact=gone)], planted.oracles.values())
    found = survey(broken, QUICK, nothing, ("json",), store=store)
    assert found.cells["json", OTHER].state is State.UNKNOWN
    assert survey(planted, QUICK, nothing, ("json",), store=store).imports(OTHER) == (1, 1)


def test_an_oracle_that_cannot_list_its_library(planted: Lanes, tmp_path: Path) -> None:
    oracle = replace(planted.oracles[ORACLE], artefact=lane(ORACLE, Path("/bin/false")).artefact)
    with pytest.raises(HarnessError, match="cannot list its standard library: exit") as caught:
        survey(Lanes(planted.candidates, [oracle]), QUICK, nothing)
    assert caught.value.code is ExitCode.INCOMPLETE


# --------------------------------------------------------------------------- the command

Ended = subprocess.CompletedProcess[str]
Harness = Callable[..., Ended]


@pytest.fixture
def harness(tmp_path: Path) -> Harness:
    """The command, with this Python as the oracle and the planted one as the next version."""
    env = {
        **os.environ,
        "HARNESS_CACHE": str(tmp_path / "cache"),
        f"HARNESS_CPYTHON_3_{MINOR}": sys.executable,
        f"HARNESS_CPYTHON_3_{MINOR + 1}": str(planted_python(tmp_path)),
        "PYTHONPATH": str(ROOT),
    }

    def call(*arguments: str) -> Ended:
        command = [sys.executable, "-m", "harness", "modules", *arguments]
        return subprocess.run(
            command, cwd=tmp_path, env=env, capture_output=True, text=True, check=False, timeout=120
        )

    return call


def test_the_command(harness: Harness, tmp_path: Path) -> None:
    columns = ("--columns", f"{ORACLE},{OTHER}", "--oracle", str(ORACLE))
    ended = harness("json", "sched", "textw*", *columns)
    assert ended.returncode == 0, ended.stderr
    assert f"{OTHER} misses: sched" in ended.stdout
    assert "textwrap (1): dedent" in ended.stdout
    written = harness(*("json", "sched", "--format", "json", "-o", "s.json"), *columns)
    assert written.returncode == 0, written.stderr
    found = from_json((tmp_path / "s.json").read_text())
    assert found.imports(OTHER) == (1, 2)
    assert json.loads((tmp_path / "s.json").read_text())["only"] == ["json", "sched"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nosuch",), "no module of the standard library is named nosuch"),
        (("json", "--compare", str(ORACLE), "cpython@3.9"), "cpython@3.9: it is not among"),
        (("json", "--columns", "perl@5"), "unknown column 'perl@5'"),
    ],
)
def test_bad_input(arguments: tuple[str, ...], said: str, harness: Harness) -> None:
    given = arguments if "--columns" in arguments else (*arguments, "--columns", str(ORACLE))
    ended = harness(*given)
    assert ended.returncode == ExitCode.USAGE, ended.stderr
    assert said in ended.stderr
    assert not ended.stdout


@pytest.mark.hosts
@pytest.mark.timeout(1800)
def test_the_real_hosts(lanes: Lanes) -> None:
    found = survey(lanes, Settings(jobs=2), nothing, ("json", "sqlite3", "ctypes"))
    native, wasm = (lane.column.id for lane in lanes.candidates)
    assert found.cells["json", native].state is State.IMPORTS
    assert found.cells["json", wasm].state is State.IMPORTS
    assert found.cells["ctypes", native].state is State.IMPORTS
    assert "c_double_complex" in found.cells["ctypes", native].missing
    failed = found.cells["sqlite3", wasm]
    assert failed.state is State.FAILS
    assert failed.signature
    assert "No module named '_sqlite3'" in failed.signature.text
