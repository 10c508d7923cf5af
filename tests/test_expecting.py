"""Expectations as users meet them: `run`, `bless` and `review` on a Python with a planted fault."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from harness.record import read_record
from tests.command import called
from tests.test_cli import MINOR, ORACLE, OTHER, REPOSITORY, wrapper, write

pytestmark = pytest.mark.timeout(120)
FILE = Path("ex") / f"{OTHER}.yaml"
PROJECT = f"paths: [s/]\ncolumns: {{default: [{ORACLE}, {OTHER}]}}\nexpectations: ex/\n"
SCRIPTS = {"a": "print(1)\n", "b": "print(1)\n", "c": "print(2)\n", "quiet": "pass\n"}

Call = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A candidate that loses the first line of what scripts print."""
    tools = tmp_path_factory.mktemp("tools")
    return {
        "HARNESS_CACHE": str(tools / "cache"),
        f"HARNESS_CPYTHON_3_{MINOR}": sys.executable,
        "PYTHONPATH": str(REPOSITORY),
        **wrapper(tools, "drop-line"),
    }


@pytest.fixture(scope="module")
def first(
    environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """A project of four scripts in which nothing is expected so far, and a run of it."""
    base = tmp_path_factory.mktemp("base")
    for name, source in SCRIPTS.items():
        write(base / "s" / f"{name}.py", source)
    write(base / "harness.yaml", PROJECT)
    command = [sys.executable, "-m", "harness", "run", "--samples", "0", "--record", "r.jsonl"]
    env = {**os.environ, **environment}
    ended = subprocess.run(command, cwd=base, env=env, capture_output=True, text=True, check=False)
    return base, ended


@pytest.fixture
def project(
    first: tuple[Path, subprocess.CompletedProcess[str]],
    environment: dict[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Path:
    """A copy of that project, with its record `r.jsonl`, as the working directory."""
    copy = shutil.copytree(first[0], tmp_path / "project")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(copy)
    return copy


@pytest.fixture
def harness(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Call:
    """Calls the command in this process, with `stdin` as its standard input."""

    def call(*arguments: str | Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        return called(capsys, *arguments)

    return call


def run(harness: Call, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return harness("run", *arguments, "--samples", "0", "--record", "r.jsonl")


def statuses() -> dict[str, str]:
    """Of the faulty column's cells, by script."""
    verdicts = read_record(Path("r.jsonl")).verdicts
    mine = (verdict for verdict in verdicts if str(verdict.column) == OTHER)
    return {verdict.case.removeprefix("s/"): verdict.status.value for verdict in mine}


BLESS = ("bless", "--record", "r.jsonl", "--reason", "it loses a line")


def test_a_run_is_red_until_what_fails_is_accepted(
    harness: Call, first: tuple[Path, subprocess.CompletedProcess[str]]
) -> None:
    ended = first[1]
    assert ended.returncode == 1
    assert "Not as expected: 3 cells" in ended.stdout
    assert f"ex expects nothing of {OTHER}" in ended.stderr
    blessed = harness(*BLESS, "--all-failing", "--yes")
    assert blessed.returncode == 0
    assert "+  reason: it loses a line" in blessed.stdout
    assert "accepted: 3 cells" in blessed.stdout
    second = run(harness, "--stale", "error")
    assert (second.returncode, second.stderr.count("stale")) == (0, 0)
    assert "xfail" in second.stdout
    assert "Not as expected" not in second.stdout
    assert statuses() == {"a.py": "xfail", "b.py": "xfail", "c.py": "xfail", "quiet.py": "pass"}
    assert run(harness, "--no-expectations").returncode == 0
    assert set(statuses().values()) == {"fail", "pass"}


def test_cells_with_one_cause_read_as_one_entry(harness: Call) -> None:
    harness(*BLESS, "--all-failing", "--yes")
    text = FILE.read_text()
    assert text.count("- case:") == 2  # a and b lose the same line
    assert text.startswith("- case:\n    - s/a.py\n    - s/b.py\n  signature: ")


def test_what_passes_or_fails_otherwise_is_red_again(harness: Call, project: Path) -> None:
    harness(*BLESS, "--all-failing", "--yes")
    write(project / "s/a.py", "pass\n")
    write(project / "s/b.py", "print('another line')\n")
    ended = run(harness)
    assert ended.returncode == 1
    assert statuses() == {"a.py": "xpass", "b.py": "changed", "c.py": "xfail", "quiet.py": "pass"}
    assert "expected was: it loses a line" in ended.stdout
    reports = {
        name: harness("report", "r.jsonl", "--format", name).stdout
        for name in ("json", "csv", "junit", "markdown", "html")
    }
    cells = {c["case"]: c for c in json.loads(reports["json"])["cells"] if c["column"] == OTHER}
    assert cells["s/c.py"]["expectation"] == "it loses a line"
    rows = {r["case"]: r for r in csv.DictReader(io.StringIO(reports["csv"])) if r["class"]}
    assert rows["s/b.py"]["expectation"] == "it loses a line"
    suite = ET.fromstring(reports["junit"])
    assert (suite.get("failures"), suite.get("skipped")) == ("2", "1")
    assert reports["markdown"].index("Not as expected: 2") < reports["markdown"].index("Causes")
    assert "Not as expected <small>2 cells" in reports["html"]
    left = harness("review", "--record", "r.jsonl", "--accept-all", "--reason", "still")
    assert left.returncode == 0
    assert run(harness, "--stale", "error").returncode == 0
    assert "s/a.py" not in FILE.read_text()


def test_stale_entries_are_listed_and_fail_when_asked(harness: Call, project: Path) -> None:
    harness(*BLESS, "--all-failing", "--yes", "--expires", "2020-01-01")
    with FILE.open("a") as file:
        file.write("- case: s/gone.py\n  class: panic\n  reason: r\n")
        file.write("- case: s/*\n  class: trap\n  reason: r\n")
    warned = run(harness)
    assert warned.returncode == 0
    assert f"stale expectation {FILE}:12: no such case: s/gone.py" in warned.stderr
    assert "never matched: s/*" in warned.stderr
    assert "expired on 2020-01-01" in warned.stderr
    assert run(harness, "--stale", "error").returncode == 1
    assert "stale" not in run(harness, "s/quiet.py", "--stale", "ignore").stderr
    assert "no such case" not in run(harness, "-k", "s/quiet").stderr
    assert "no such case" not in run(harness, "s/quiet.py").stderr
    write(project / "mine" / "a.py", "print(1)\n")
    assert run(harness, "mine").stderr.count("stale") == 0


def test_scripts_beside_the_projects_own_are_a_survey(harness: Call, project: Path) -> None:
    write(project / "mine" / "a.py", "print(1)\n")
    write(project / "ex" / f"{OTHER}.yaml", "- case: mine/*\n  class: stdout\n  reason: r\n")
    assert run(harness, "mine").returncode == 0
    assert statuses() == {"mine/a.py": "fail"}
    assert run(harness, "mine", "--expectations", "ex").returncode == 0
    assert statuses() == {"mine/a.py": "xfail"}


def test_a_bad_file_is_refused_before_anything_runs(harness: Call, project: Path) -> None:
    write(project / FILE, "- case: s/a.py\n  sign: x\n  reason: r\n")
    ended = harness("run", "--record", "new.jsonl")
    assert not Path("new.jsonl").exists()
    assert ended.returncode == 2
    assert f"{FILE}:2: unknown key 'sign'" in ended.stderr
    assert "case, signature, class, status, when, reason, link, expires" in ended.stderr
    assert run(harness, "--expectations", "none").returncode == 2


# --------------------------------------------------------------------------- bless


def test_bless_writes_only_what_is_named(harness: Call) -> None:
    assert harness(*BLESS, "s/c.py", "--yes").returncode == 0
    assert "s/a.py" not in FILE.read_text()
    json_report = json.loads(harness("report", "r.jsonl", "--format", "json").stdout)
    (signature,) = {c["signature"] for c in json_report["cells"] if c["case"] == "s/a.py"} - {None}
    assert harness(*BLESS, "--signature", signature, "--column", OTHER, "--yes").returncode == 0
    assert "s/b.py" in FILE.read_text()
    again = harness(*BLESS, "--class", "stdout", "--yes")
    assert (again.returncode, "nothing to accept" in again.stderr) == (0, True)


def test_bless_asks_or_needs_yes_and_can_only_show(harness: Call) -> None:
    shown = harness(*BLESS, "s/*", "--dry-run")
    assert (shown.returncode, "+- case:" in shown.stdout) == (0, True)
    piped = harness(*BLESS, "s/*")
    assert (piped.returncode, "give --yes" in piped.stderr) == (2, True)
    assert not FILE.exists()


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (["--yes"], "nothing is named to be accepted"),
        (["s/aa.py"], "the record holds no case 's/aa.py'"),
        (["x/*"], "no case of the record matches 'x/*'"),
        (["s/a.py", "--column", "x@1"], "no candidate column 'x@1'"),
        (["--signature", "000000000000"], "has the signature 000000000000"),
        (["s/a.py", "--expires", "soon"], "'soon' is no date"),
        (["s/a.py", "--reason", " "], "it is not said why"),
    ],
)
def test_what_bless_refuses(arguments: list[str], what: str, harness: Call) -> None:
    ended = harness(*BLESS, *arguments, "--yes")
    assert ended.returncode == 2
    assert what in ended.stderr
    assert not FILE.exists()


def altered(change: Callable[[dict[str, Any]], None]) -> None:
    """The record with its lines changed."""
    path = Path("r.jsonl")
    found = [json.loads(line) for line in path.read_text().splitlines()]
    for line in found:
        change(line)
    path.write_text("".join(json.dumps(line) + "\n" for line in found if line))


def test_bless_refuses_what_is_spurious_flaky_or_incomplete(harness: Call) -> None:

    def say(case: str, status: str) -> None:
        def change(line: dict[str, Any]) -> None:
            if (line["kind"], line.get("case"), line.get("column")) == ("verdict", case, OTHER):
                line["status"] = status

        altered(change)

    say("s/a.py", "spurious")
    say("s/b.py", "flaky")
    named = harness(*BLESS, "s/a.py", "--yes")
    assert (named.returncode, "is spurious: that is not accepted" in named.stderr) == (3, True)
    flaky = harness(*BLESS, "s/b.py", "--yes")
    assert (flaky.returncode, "give --flaky" in flaky.stderr) == (2, True)
    some = harness(*BLESS, "--all-failing", "--yes")
    assert "left out: 1 spurious cell" in some.stderr
    assert "left out: 1 flaky cell" in some.stderr
    assert "s/c.py" in FILE.read_text()
    assert "s/b.py" not in FILE.read_text()
    assert harness(*BLESS, "s/b.py", "--flaky", "--yes").returncode == 0
    assert "status: flaky" in FILE.read_text()
    altered(lambda line: line.clear() if line["kind"] == "footer" else None)
    cut = harness(*BLESS, "s/c.py", "--yes")
    assert (cut.returncode, "is incomplete" in cut.stderr) == (3, True)


def test_a_pass_that_a_wider_file_expects_to_fail_is_left_to_a_person(
    harness: Call, project: Path
) -> None:
    write(project / "ex/cpython.yaml", "- case: s/quiet.py\n  class: panic\n  reason: r\n")
    ended = harness("bless", "--record", "r.jsonl", "s/quiet.py", "--yes")
    assert ended.returncode == 2
    assert "ex/cpython.yaml:1: it expects s/quiet.py to fail in more columns" in ended.stderr


# --------------------------------------------------------------------------- review


def test_review_walks_through_the_cells(harness: Call) -> None:
    answers = "d\nc\nlost line\ns\n"  # the diff of a, a and b with one reason, not c
    ended = harness("review", "--record", "r.jsonl", stdin=answers)
    assert ended.returncode == 1
    assert "[1/3] fail  s/a.py" in ended.stdout
    assert "--- stdout of" in ended.stdout
    assert "(c)ause: all 2 cells" in ended.stdout
    assert "[2/3]" not in ended.stdout  # b was accepted with a
    assert "[3/3] fail  s/c.py" in ended.stdout
    assert ended.stdout.endswith("1 cell not as expected\n")
    assert "reason: lost line" in FILE.read_text()
    rest = harness("review", "--record", "r.jsonl", stdin="a\n\na\nthis one too\n")
    assert rest.returncode == 0
    assert "it needs a reason" in rest.stdout
    assert rest.stdout.endswith("0 cells not as expected\n")


@pytest.mark.parametrize("answers", ["q\n", "", "x\n\n"])
def test_review_ends_with_its_input_and_writes_nothing(answers: str, harness: Call) -> None:
    ended = harness("review", "--record", "r.jsonl", stdin=answers)
    assert ended.returncode == 1
    assert not FILE.exists()


def test_review_by_flags(harness: Call) -> None:
    assert harness("review", "--record", "r.jsonl", "--accept-all").returncode == 2
    flags = ("--accept-all", "--reason", "known", "--by-class", "--column", OTHER)
    assert harness("review", "--record", "r.jsonl", *flags).returncode == 0
    assert FILE.read_text().count("class: stdout") == 1


def test_without_a_folder_for_expectations_nothing_is_reviewed(
    harness: Call, project: Path
) -> None:
    (project / "harness.yaml").unlink()
    ended = harness("review", "--record", "r.jsonl")
    assert ended.returncode == 2
    assert "give --expectations DIR" in ended.stderr
