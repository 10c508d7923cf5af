"""Finding a case, and what is told of it."""

from __future__ import annotations

import pytest

from harness.errors import ExitCode, HarnessError
from harness.model import Record
from harness.reports import ReportOptions, explain
from harness.reports.explain import find_case
from harness.reports.summary import summarise
from tests.factory import NATIVE, case, record, rich, verdict

CASES = [
    case("corpus/types/int.py", path="/home/me/corpus/types/int.py"),
    case("corpus/types/print.py", path="./corpus/types/print.py"),
    case("corpus/stdlib/int.py"),
    case("int.py", area="top"),
]


@pytest.fixture(scope="module")
def some() -> Record:
    return record(CASES, [verdict(c.id, NATIVE) for c in CASES])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("corpus/types/int.py", "corpus/types/int.py"),
        ("int.py", "int.py"),
        ("types/int.py", "corpus/types/int.py"),
        ("types/int", "corpus/types/int.py"),
        ("stdlib/int", "corpus/stdlib/int.py"),
        ("print", "corpus/types/print.py"),
        ("./corpus/types/print.py", "corpus/types/print.py"),
        ("/home/me/corpus/types/int.py", "corpus/types/int.py"),
        ("/elsewhere/corpus/types/print.py", "corpus/types/print.py"),
    ],
)
def test_a_case_is_found_by_id_path_or_end(some: Record, text: str, found: str) -> None:
    assert find_case(summarise(some), text).id == found


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            "int",
            "3 cases of the record end with 'int'",
            "corpus/stdlib/int.py, corpus/types/int.py",
        ),
        ("corpus/types/prnt.py", "no case 'corpus/types/prnt.py'", "corpus/types/print.py"),
        ("prnt.py", "no case", "corpus/types/print.py"),
        ("rint.py", "no case", "corpus/types/print.py"),
        ("", "no case ''", "corpus/stdlib/int.py"),
        ("bad\x1b[31m", "'bad\\x1b[31m'", "the nearest"),
    ],
)
def test_what_is_not_found_names_the_nearest(
    some: Record, text: str, message: str, hint: str
) -> None:
    with pytest.raises(HarnessError) as caught:
        explain(some, text)
    assert message in caught.value.message
    assert caught.value.hint
    assert hint in caught.value.hint
    assert caught.value.code is ExitCode.USAGE


def test_one_column_or_all(some: Record) -> None:
    both = explain(some, "print")
    assert "rustpython@0.6.0: pass" in both
    assert "rustpython@0.6.0/wasmtime: missing" in both
    assert "wasmtime" not in explain(some, "print", "rustpython@0.6.0")
    with pytest.raises(HarnessError, match=r"no candidate column 'cpython@3\.14'") as caught:
        explain(some, "print", "cpython@3.14")
    assert "rustpython@0.6.0/wasmtime" in (caught.value.hint or "")


def test_lines_keep_to_the_width_but_for_differences_and_commands() -> None:
    for name in ("message", "total", "loop"):
        text = explain(rich(), name, options=ReportOptions(width=70))
        assert all(len(line) <= 70 or " --columns " in line for line in text.splitlines())


def test_a_flaky_cell_shows_the_two_runs_that_disagree() -> None:
    text = explain(rich(), "flaky", str(NATIVE))
    assert "rustpython@0.6.0 run 1" in text
    assert "-hi\n  +ho" in text
