"""How reports show several CPythons: who is like whom, and where they differ. Golden files, as in
test_golden.py."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from harness.model import (
    Attempt,
    ColumnId,
    Divergence,
    OracleChoice,
    Record,
    Role,
    Signature,
    Status,
    Verdict,
)
from harness.reports import FORMATS, ReportOptions, explain
from harness.reports.summary import remarks, summarise
from tests import factory
from tests.factory import NATIVE, ORACLE, case, column, seen
from tests.reports.test_golden import SUFFIXES, check

OLDER, OLDEST = ColumnId.parse("cpython@3.13"), ColumnId.parse("cpython@3.12")
MOVED = Signature("0123456789ab", "stdout: new → old", "-new\n+old")
NAMES = ("corpus/a/alike.py", "corpus/a/both.py", "corpus/a/mine.py", "corpus/b/known.py")
PASSING = "corpus/b/sensitive.py"


def cell(
    name: str, of: ColumnId, status: Status, *equals: ColumnId, sensitive: bool = True
) -> list[Attempt | Verdict]:
    """What was seen of a column that prints `old` where it does not pass."""
    good = status is Status.PASS
    verdict = Verdict(
        name,
        of,
        ORACLE,
        status,
        compatible=good,
        strict=good,
        classes=() if good else (Divergence.STDOUT,),
        signature=None if good else MOVED,
        expectation="3.14 alone prints new" if status is Status.XFAIL else "",
        equals=equals,
        version_sensitive=sensitive,
    )
    stdout = b"new\n" if good else b"old\n"
    return [verdict, Attempt(name, of, Role.CANDIDATE, 0, 0, seen(stdout=stdout))]


@pytest.fixture(scope="module")
def record() -> Record:
    """RustPython, 3.13 and 3.12, judged by 3.14."""
    fail, good = Status.FAIL, Status.PASS
    alike, both, mine, known = NAMES
    cells = [
        *cell(alike, NATIVE, fail, OLDER),
        *cell(alike, OLDER, fail),
        *cell(alike, OLDEST, good),
        *cell(both, NATIVE, fail, OLDEST, OLDER),
        *cell(both, OLDER, fail, OLDEST),
        *cell(both, OLDEST, fail, OLDER),
        *cell(mine, NATIVE, fail, sensitive=False),
        *cell(mine, OLDER, good, sensitive=False),
        *cell(mine, OLDEST, good, sensitive=False),
        *cell(known, NATIVE, Status.XFAIL, OLDER),
        *cell(known, OLDER, fail),
        *cell(known, OLDEST, good),
        *cell(PASSING, NATIVE, good),
        *cell(PASSING, OLDER, good),
        *cell(PASSING, OLDEST, fail),
    ]
    cells += [factory.attempt(name, ORACLE, seen(stdout=b"new\n")) for name in (*NAMES, PASSING)]
    python = {NATIVE: "3.14", OLDER: "3.13", OLDEST: "3.12"}
    head = replace(
        factory.header(),
        columns=(column(ORACLE), *(column(each, claimed) for each, claimed in python.items())),
        oracles=tuple(
            OracleChoice(each, ORACLE, claimed, claimed == "3.14")
            for each, claimed in python.items()
        ),
    )
    cases = [case(name) for name in (*NAMES, PASSING)]
    return factory.record(cases, cells, header=head, path=Path("run.jsonl"))


@pytest.mark.parametrize("name", FORMATS)
def test_drift(name: str, record: Record) -> None:
    text = FORMATS[name](record, ReportOptions())
    if name == "html":
        text = text[text.index("<body>") :]
    check(f"drift.{SUFFIXES.get(name, name)}", text)


def test_the_terminal_lists_the_version_sensitive_cases_when_asked(record: Record) -> None:
    text = FORMATS["terminal"](record, ReportOptions(width=100, all=True))
    check("drift-all-100.txt", text)
    start = "  version-sensitive: "
    listed = [line.removeprefix(start) for line in text.splitlines() if line.startswith(start)]
    assert listed == [name for name in (*NAMES, PASSING) if "mine" not in name]


@pytest.mark.parametrize("name", ["both", "known", "sensitive"])
def test_explain(name: str, record: Record) -> None:
    check(f"explain-drift-{name}.txt", explain(record, name, str(NATIVE)))


def test_sentences_count_by_column_and_version(record: Record) -> None:
    assert remarks(summarise(record)) == [
        "4 cases are version-sensitive: the CPythons of this run disagree on them.",
        "1 failing cell of rustpython@0.6.0 equals cpython@3.12.",
        "3 failing cells of rustpython@0.6.0 equal cpython@3.13.",
        "1 failing cell of cpython@3.13 equals cpython@3.12.",
        "1 failing cell of cpython@3.12 equals cpython@3.13.",
    ]
    (one,) = [v for v in record.verdicts if (v.case, v.column) == (PASSING, NATIVE)]
    (line,) = remarks(summarise(replace(record, verdicts=(one,))))
    assert line == "1 case is version-sensitive: the CPythons of this run disagree on it."
    calm = [replace(v, equals=(), version_sensitive=False) for v in record.verdicts]
    assert remarks(summarise(replace(record, verdicts=tuple(calm)))) == []


def test_programs_read_the_labels(record: Record) -> None:
    data = json.loads(FORMATS["json"](record, ReportOptions()))
    assert data["schema"]["version"] == "1.1"
    cells = {(item["case"], item["column"]): item for item in data["cells"]}
    both = cells["corpus/a/both.py", "rustpython@0.6.0"]
    assert (both["equals"], both["version_sensitive"]) == (["cpython@3.12", "cpython@3.13"], True)
    assert cells["corpus/a/mine.py", "rustpython@0.6.0"]["equals"] == []
    rows = csv.DictReader(io.StringIO(FORMATS["csv"](record, ReportOptions())))
    (row,) = [r for r in rows if (r["case"], r["column"]) == ("corpus/a/both.py", str(NATIVE))]
    assert (row["equals"], row["version_sensitive"]) == ("cpython@3.12 cpython@3.13", "yes")
