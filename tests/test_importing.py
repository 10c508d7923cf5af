"""The commands `harness imports` and `harness columns`, with the Python at hand as the column;
then over the real hosts."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from harness.errors import ExitCode
from harness.lanes import Lanes
from harness.model import ColumnId
from harness.reports.modules import FORMATS
from harness.reports.options import DEFAULTS
from harness.survey import Found, State, Survey
from tests.command import called

MINOR = sys.version_info[1]
ORACLE = f"cpython@3.{MINOR}"
HOST = "rustpython@0.6.0"
SCRIPTS = {
    "main.py": "import json, ssl\nfrom helper import x\nimport requests\nfrom . import near\n",
    "helper.py": "x = 1\n",
    "near.py": "",
    "more/late.py": "def f():\n    import sched\n\n\n__import__(f())\n",
    "more/guarded.py": "try:\n    import numpy\nexcept ImportError:\n    numpy = None\n",
}

Ended = subprocess.CompletedProcess[str]
Main = Callable[..., Ended]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, source in SCRIPTS.items():
        path = tmp_path / "user/scripts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source)
    return tmp_path / "user"


@pytest.fixture
def main(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Main:
    """Calls the command in this process, in the folder."""
    monkeypatch.chdir(folder)
    monkeypatch.delenv("VIRTUAL_ENV", raising=False)

    def call(*arguments: str) -> Ended:
        return called(capsys, *arguments)

    return call


@pytest.fixture
def user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty cache, and this Python under every name that is looked for."""
    monkeypatch.setenv("HARNESS_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv(f"HARNESS_CPYTHON_3_{MINOR}", sys.executable)


@pytest.fixture
def site(tmp_path: Path) -> str:
    """A folder with one package of Python alone, and one that is compiled."""
    for name, file in (("requests", "__init__.py"), ("numpy", "x.abi3.so")):
        (tmp_path / "site" / name).mkdir(parents=True)
        (tmp_path / "site" / name / file).touch()
    return str(tmp_path / "site")


def survey_file(folder: Path) -> str:
    """A survey in which `ssl` fails."""
    column, oracle = ColumnId.parse(HOST), ColumnId.parse("cpython@3.14")
    names = ("json", "ssl", "sched", "numbers")
    cells = {(name, column): Found(State.IMPORTS) for name in names}
    cells["ssl", column] = Found(State.MISSING)
    found = Survey({column: oracle}, {oracle: dict.fromkeys(names, ())}, cells)
    (folder / "survey.json").write_text(FORMATS["json"](found, (), DEFAULTS))
    return "survey.json"


# --------------------------------------------------------------------------- imports


@pytest.mark.usefixtures("user")
def test_a_folder_in_a_column(main: Main, site: str) -> None:
    options = ("--columns", ORACLE, "--site", site, "--format", "json")
    ended = main("imports", "scripts", *options)
    assert ended.returncode == 0, ended.stderr
    data = json.loads(ended.stdout)
    assert {its["module"]: its["kind"] for its in data["modules"]} == {
        "json": "standard",
        "ssl": "standard",
        "sched": "standard",
        "helper": "own",
        ".near": "own",
        "requests": "pure",
        "numpy": "compiled",
    }
    assert data["reader"] == ORACLE
    assert data["dynamic"][0]["file"] == "scripts/more/late.py"
    by_name = {its["module"]: its for its in data["modules"]}
    assert by_name["sched"]["uses"][0]["conditions"] == ["function"]
    assert by_name["json"]["trouble"] == {ORACLE: ""}
    assert main("imports", "scripts", *options).stdout == ended.stdout


@pytest.mark.usefixtures("user")
def test_a_survey_answers_without_a_column(
    main: Main, folder: Path, site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("harness.doctor.ORACLE", f"3.{MINOR}")
    options = ("--survey", survey_file(folder), "--site", site)
    ended = main("imports", "scripts/main.py", *options)
    assert ended.returncode == 0, ended.stderr
    assert f"{HOST} has 1 of 2 standard modules" in ended.stdout
    assert f"    {HOST}: missing\n" in ended.stdout
    strict = main("imports", "scripts/main.py", *options, "--strict")
    assert strict.returncode == ExitCode.CORRECTNESS
    fine = main("imports", "scripts/more", *options, "--strict")
    assert fine.returncode == 0, "numpy is optional"
    nobody = main("imports", "scripts/main.py", "--survey", "survey.json", "--site", "scripts")
    assert nobody.returncode == 0
    assert "requests: scripts/main.py:3" in nobody.stdout


@pytest.mark.usefixtures("user")
def test_what_cannot_be_had_is_told_apart_from_what_is_not_known(
    main: Main, folder: Path, site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("harness.doctor.ORACLE", f"3.{MINOR}")
    (folder / "odd.py").write_text("import nobody, json\n")
    options = ("--survey", survey_file(folder), "--site", site, "--strict")
    assert main("imports", "odd.py", *options).returncode == ExitCode.INCOMPLETE


@pytest.mark.usefixtures("user")
def test_a_syntax_error_has_a_place(main: Main, folder: Path) -> None:
    (folder / "scripts/bad.py").write_text("import json\nimport a b\n")
    (folder / "scripts/gone.py").symlink_to("nothing")
    ended = main("imports", "scripts", "--columns", ORACLE, "--format", "markdown")
    assert ended.returncode == ExitCode.INCOMPLETE
    assert f"Not Python to {ORACLE}:\n\n- `scripts/bad.py:2: invalid syntax`\n" in ended.stdout
    assert "- `scripts/gone.py: cannot be read: No such file or directory`\n" in ended.stdout
    assert "| `json` | standard | imports |" in ended.stdout


@pytest.mark.usefixtures("user")
@pytest.mark.parametrize(
    ("arguments", "said", "code"),
    [
        (("nowhere",), "no such path: 'nowhere'", ExitCode.USAGE),
        (("scripts/*.txt",), "'scripts/*.txt' matches nothing", ExitCode.NO_CASES),
        (("empty",), "no Python file in empty", ExitCode.NO_CASES),
        (("dangling.py",), "cannot read dangling.py: No such file", ExitCode.USAGE),
        ((), "no PATH is given", ExitCode.USAGE),
        (("scripts", "--survey", "no.json"), "cannot read no.json: No such", ExitCode.USAGE),
        (("scripts", "--survey", "scripts/main.py"), "scripts/main.py: Expecting", ExitCode.USAGE),
        (("scripts", "--survey", "a", "--columns", "b"), "one of them tells", ExitCode.USAGE),
        (("scripts", "--columns", "perl@5"), "unknown column 'perl@5'", ExitCode.USAGE),
        (("scripts", "--python", "empty", "--columns", ORACLE), "no virtual env", ExitCode.USAGE),
        (("scripts", "--python", "no/py", "--columns", ORACLE), "does not run", ExitCode.USAGE),
        (("scripts", "--site", "no/site"), "'no/site' does not exist", ExitCode.USAGE),
    ],
)
def test_bad_input(
    arguments: tuple[str, ...], said: str, code: ExitCode, main: Main, folder: Path
) -> None:
    (folder / "empty").mkdir()
    (folder / "dangling.py").symlink_to("nothing")
    ended = main("imports", *arguments)
    assert ended.returncode == code, ended.stderr
    assert said in ended.stderr
    assert not ended.stdout


@pytest.mark.usefixtures("user")
def test_columns_that_are_not_built_are_not_asked(
    main: Main, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("harness.doctor.ORACLE", f"3.{MINOR}")
    ended = main("imports", "scripts/helper.py", "scripts/main.py")
    assert ended.returncode == 0, ended.stderr
    note = "harness: not built, so not asked: rustpython@0.6.0, rustpython@0.6.0/wasmtime"
    assert note in ended.stderr
    assert "standard modules (no column was asked for them):\n  json, ssl\n" in ended.stdout


# --------------------------------------------------------------------------- columns


@pytest.mark.usefixtures("user")
def test_the_listing(main: Main, folder: Path, tmp_path: Path) -> None:
    (folder / "harness.yaml").write_text("columns: {old: [rustpython@0.4.0]}\n")
    ended = main("columns")
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.startswith("by default: rustpython@0.6.0, rustpython@0.6.0/wasmtime\n")
    assert "--columns old: rustpython@0.4.0\n" in ended.stdout
    assert f"\n{ORACLE}: ready, 3.{MINOR}." in ended.stdout
    assert max(map(len, ended.stdout.splitlines())) <= 80
    data = json.loads(main("columns", "--format", "json").stdout)
    states = {its["id"]: its["state"] for its in data["columns"]}
    assert states[HOST] != "ready"
    assert states[ORACLE] == "ready"
    assert not os.path.exists(tmp_path / "cache/host")


@pytest.mark.usefixtures("user")
def test_the_project_files_checkouts(main: Main, folder: Path, tmp_path: Path) -> None:
    sources = tmp_path / "sources"
    (sources / "crates/vm").mkdir(parents=True)
    package = '[package]\nname = "rustpython{}"\nversion = "0.7.0"\n'
    workspace = '[workspace]\nmembers = ["crates/*"]\n'
    (sources / "Cargo.toml").write_text(package.format("") + workspace)
    (sources / "crates/vm/Cargo.toml").write_text(package.format("-vm"))
    (folder / "harness.yaml").write_text('engines: ["mine=path:../sources"]\n')
    assert "@mine is path:../sources, 0.7.0\n" in main("columns").stdout
    option = ("--engine", f"rustpython@mine=path:{sources}")
    data = json.loads(main("columns", *option, "--format", "json").stdout)
    assert data["versions"]["mine"] == f"path:{sources}, 0.7.0"
    (folder / "harness.yaml").write_text('engines: ["mine=path:../gone"]\n')
    gone = main("columns")
    assert gone.returncode == ExitCode.USAGE
    assert "there is no folder ../gone" in gone.stderr


@pytest.mark.usefixtures("user")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--engine", "x"), "--engine x: expected NAME=path:DIR"),
        (("--engine", "main=path:nowhere"), "there is no folder nowhere"),
        (("--engine", "main=path:scripts"), "no RustPython is there"),
        (("--profiles", "no.yaml"), "cannot read no.yaml"),
        (("--format", "xml"), "'xml' is not one of"),
    ],
)
def test_bad_input_of_the_listing(arguments: tuple[str, ...], said: str, main: Main) -> None:
    ended = main("columns", *arguments)
    assert ended.returncode == ExitCode.USAGE
    assert said in ended.stderr
    assert not ended.stdout


# --------------------------------------------------------------------------- the real hosts

SYNTAX = """\
from json import loads
type Pair[T] = tuple[T, T]
def first[T](pair: Pair[T]) -> T: return pair[0]
print(f"{"nested"} {'a\\nb'}", t"template {first}")
try:
    import ctypes, sqlite3
except* ImportError:
    pass
"""


@pytest.mark.hosts
@pytest.mark.timeout(1800)
@pytest.mark.usefixtures("lanes")
def test_the_default_columns(main: Main, folder: Path) -> None:
    (folder / "new.py").write_text(SYNTAX)
    ended = main("imports", "new.py", "--format", "json")
    assert ended.returncode == 0, ended.stdout + ended.stderr
    data = json.loads(ended.stdout)
    by_name = {its["module"]: its for its in data["modules"]}
    assert data["reader"] == "cpython@3.14"
    assert by_name["json"]["trouble"] == {HOST: "", f"{HOST}/wasmtime": ""}
    assert by_name["ctypes"]["optional"]
    assert by_name["ctypes"]["trouble"][HOST] == ""
    assert "_ctypes" in by_name["ctypes"]["trouble"][f"{HOST}/wasmtime"]
    assert "_sqlite3" in by_name["sqlite3"]["trouble"][HOST]


@pytest.mark.hosts
@pytest.mark.timeout(1800)
def test_what_is_built_is_listed(main: Main, lanes: Lanes) -> None:
    data = json.loads(main("columns", "--format", "json").stdout)
    found = {its["id"]: its for its in data["columns"]}
    for lane in lanes.candidates:
        its = found[str(lane.column.id)]
        assert its["state"] == "ready"
        assert its["claims"] == lane.column.python
        assert its["oracle"] == "cpython@3.14"
        assert its["size_bytes"] == lane.artefact.info["size_bytes"]
