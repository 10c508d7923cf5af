"""`harness compare` as users call it, on small records that are made up."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from harness import cli
from harness.compare import Side
from harness.model import Status
from harness.record import write_record
from tests import comparing
from tests.comparing import NEW, OLD, cell, side
from tests.factory import seen

Ended = tuple[int, str, str]


@pytest.fixture
def main(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Ended]:
    """Calls the command in this process; returns exit code, stdout and stderr."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(cli, "_catch_signals", lambda: None)

    def call(*arguments: str) -> Ended:
        with pytest.raises(SystemExit) as ended:
            cli.main(arguments)
        captured = capsys.readouterr()
        return int(ended.value.code or 0), captured.out, captured.err

    return call


def write(name: str, *sides: Side, **fields: Any) -> str:
    """One record with all these columns in the current folder."""
    first, *others = (side.record for side in sides)
    whole = replace(
        first,
        header=replace(
            first.header,
            columns=(*first.header.columns, *(r.header.columns[1] for r in others)),
            oracles=tuple(choice for r in (first, *others) for choice in r.header.oracles),
        ),
        verdicts=tuple(verdict for r in (first, *others) for verdict in r.verdicts),
        attempts=tuple(attempt for r in (first, *others) for attempt in r.attempts),
        **fields,
    )
    write_record(Path(name), whole)
    return name


GOOD = side(OLD, cell(OLD, Status.PASS, mine=seen(), its=seen()))
STILL = side(NEW, cell(NEW, Status.PASS, mine=seen(), its=seen()))
BROKEN = side(NEW, cell(NEW, Status.FAIL, mine=seen(stdout=b"3\n"), its=seen()))
SHOT = side(NEW, cell(NEW, Status.SPURIOUS, reason="the worker was shot"))


@pytest.mark.parametrize(
    ("new", "code", "answer"),
    [
        (STILL, 0, "Nothing regressed."),
        (BROKEN, 1, "1 script regressed, 1 cause."),
        (SHOT, 3, "Nothing regressed; 1 cell could not be judged and may hide a regression."),
    ],
)
def test_two_records(main: Callable[..., Ended], new: Side, code: int, answer: str) -> None:
    ended, out, err = main("compare", write("old.jsonl", GOOD), write("new.jsonl", new))
    assert (ended, err) == (code, "")
    assert out.splitlines()[1] == answer
    assert out.startswith("rustpython@0.5.0 → rustpython@0.6.0: 1 script\n")


def test_a_regression_outranks_what_is_not_known(main: Callable[..., Ended]) -> None:
    old, new = write("old.jsonl", GOOD, _wasm(GOOD)), write("new.jsonl", BROKEN, _wasm(SHOT))
    code, out, _ = main("compare", old, new)
    assert code == 1
    assert "rustpython@0.5.0/wasmtime → rustpython@0.6.0/wasmtime: 1 script\n" in out
    assert main("compare", old, new, "--column", f"{OLD}={NEW}")[0] == 1
    assert main("compare", old, new, "--column", f"{OLD}/wasmtime={NEW}/wasmtime")[0] == 3


def _wasm(given: Side) -> Side:
    """The same side as a column of the other runtime."""
    column = replace(given.column, runtime="wasmtime")
    status = given.record.verdicts[0].status
    return side(column, cell(column, status, mine=seen(), its=seen()))


def test_two_columns_of_one_record(main: Callable[..., Ended]) -> None:
    record = write("both.jsonl", GOOD, BROKEN)
    code, out, _ = main("compare", record, "--column", str(OLD), "--column", str(NEW))
    assert (code, "1 script regressed" in out) == (1, True)
    assert main("compare", record, "--column", f"{NEW}={OLD}")[0] == 0  # the other way round


@pytest.mark.parametrize("name", ["json", "junit", "markdown", "terminal"])
def test_formats_and_output(main: Callable[..., Ended], name: str, tmp_path: Path) -> None:
    records = write("old.jsonl", GOOD), write("new.jsonl", BROKEN)
    code, out, _ = main("compare", *records, "--format", name)
    assert (code, bool(out)) == (1, True)
    target = tmp_path / "reports" / "found"
    assert main("compare", *records, "--format", name, "-o", str(target)) == (1, "", "")
    assert target.read_text() == out
    if name == "json":
        assert json.loads(out)["exit_code"] == 1
    if name == "junit":
        assert ElementTree.fromstring(out).get("failures") == "1"


def test_all_shows_what_is_else_only_counted(main: Callable[..., Ended]) -> None:
    rich = comparing.rich()
    records = write("old.jsonl", rich.old), write("new.jsonl", rich.new)
    few, many = main("compare", *records)[1], main("compare", *records, "--all")[1]
    assert "corpus/other/came.py" not in few
    assert "corpus/other/came.py" in many


# --------------------------------------------------------------------------- bad input


@pytest.mark.parametrize(
    ("arguments", "code", "message", "hint"),
    [
        (["no.jsonl", "old.jsonl"], 2, "cannot read the record no.jsonl", "harness run --record"),
        (["old.jsonl", "text"], 2, "text:1: not a record", "harness run --record"),
        (["cut.jsonl", "new.jsonl"], 3, "cut.jsonl: the record is incomplete", "run it again"),
        (["old.jsonl", "cut.jsonl"], 3, "cut.jsonl: the record is incomplete", "run it again"),
        (["old.jsonl", "wasm.jsonl"], 2, "no column in common", "--column OLD=NEW; old: rust"),
        (["old.jsonl", "both.jsonl"], 2, "is not clear", "--column rustpython@0.5.0="),
        (["old.jsonl"], 2, "name the two columns", "--column OLD --column NEW; its columns: rust"),
        (["old.jsonl", "--column", "a@1"], 2, "name the two columns", "--column OLD"),
        (
            ["both.jsonl", "--column", "rustpython@0.5.0=rustpython@0.5.0"],
            2,
            "a column is compared with itself",
            "name two",
        ),
        (
            ["old.jsonl", "new.jsonl", "--column", "rustpython@0.7.0"],
            2,
            "old.jsonl has no candidate column rustpython@0.7.0",
            "its columns: rustpython@0.5.0",
        ),
        (
            ["old.jsonl", "new.jsonl", "--column", "rustpython@0.5.0=rustpython@0.5.0"],
            2,
            "new.jsonl has no candidate column rustpython@0.5.0",
            "its columns: rustpython@0.6.0",
        ),
        (["old.jsonl", "new.jsonl", "--column", "0.5.0"], 2, "'0.5.0' is not a column ID", "A=B"),
        (["old.jsonl", "new.jsonl", "--format", "html"], 2, "'html' is not one of", "--help"),
        ([], 2, "Missing argument 'OLD'", "--help"),
    ],
)
def test_bad_input_is_one_line_and_a_hint(
    main: Callable[..., Ended], arguments: list[str], code: int, message: str, hint: str
) -> None:
    write("old.jsonl", GOOD)
    write("new.jsonl", STILL)
    write("both.jsonl", GOOD, BROKEN)
    write("wasm.jsonl", _wasm(STILL))
    write("cut.jsonl", BROKEN, complete=False)
    Path("text").write_text("no record\n")
    ended, out, err = main("compare", *arguments)
    assert (ended, out) == (code, "")
    first, second = err.splitlines()
    assert message in first
    assert hint in second
