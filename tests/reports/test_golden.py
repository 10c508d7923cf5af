"""Every format of one rich record, against files that a person has looked at.

HARNESS_UPDATE_GOLDEN=1 writes them anew; look at the difference before you keep it.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from harness.model import Record
from harness.reports import FORMATS, ReportOptions, explain
from tests import factory

GOLDEN = Path(__file__).parent / "golden"
SUFFIXES = {"terminal": "txt", "markdown": "md", "junit": "xml"}


def check(name: str, text: str) -> None:
    path = GOLDEN / name
    if os.environ.get("HARNESS_UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    assert text == path.read_bytes().decode("utf-8"), f"{path} differs; see this file's first lines"


@pytest.fixture(scope="module")
def record() -> Record:
    return replace(factory.rich(), path=Path("run.jsonl"))


@pytest.mark.parametrize("name", FORMATS)
def test_a_rich_record(name: str, record: Record) -> None:
    text = FORMATS[name](record, ReportOptions())
    if name == "html":  # a change of the style sheet is for the eye
        text = text[text.index("<body>") :]
    check(f"rich.{SUFFIXES.get(name, name)}", text)


def test_the_terminal_with_everything(record: Record) -> None:
    text = FORMATS["terminal"](record, ReportOptions(width=100, all=True))
    check("rich-all-100.txt", text)


def test_an_incomplete_record_with_another_oracle_than_claimed(record: Record) -> None:
    poor = replace(
        record,
        header=factory.header(exact=False, claimed="3.12"),
        verdicts=record.verdicts[:4],
        timings=(),
        start_ups=(),
        complete=False,
    )
    check("incomplete.txt", FORMATS["terminal"](poor, ReportOptions()))


@pytest.mark.parametrize("case", ["spawn", "total", "message", "flaky", "unstable", "skip", "loop"])
def test_explain(case: str, record: Record) -> None:
    check(f"explain-{case}.txt", explain(record, case))


def test_explain_hostile_output(record: Record) -> None:
    check("explain-hostile.txt", explain(record, f"{factory.HOSTILE}.py"))
