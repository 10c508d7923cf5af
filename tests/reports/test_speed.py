"""Comparisons of speeds as text and as a picture."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest

from harness.model import Comparison, Record, Speed, Untimed
from harness.record import read_record, write_record
from harness.reports import SPEEDS, ReportOptions
from tests import factory
from tests.reports.test_golden import check
from tests.test_record import SCHEMA, strict


def cell(case: str, speed: Speed, estimate: float, **fields: object) -> Comparison:
    made = Comparison(
        case=case,
        a=factory.NATIVE,
        b=factory.WASM,
        phase="execution",
        clock="wall",
        batch=1,
        pairs=15,
        a_median=0.2,
        b_median=0.2 * math.exp(estimate),
        estimate=estimate,
        low=estimate - 0.02,
        high=estimate + 0.02,
        margin=0.03,
        margin_runs=10,
        provisional=False,
        verdict=speed,
        p=0.01,
        cpu_ratio=1.1,
    )
    return replace(made, **fields)  # type: ignore[arg-type]


@pytest.fixture
def compared() -> Record:
    hostile = f"corpus/a/{factory.HOSTILE}"
    cells = [
        cell("empty", Speed.SLOWER, math.log(2), phase="start"),
        cell("corpus/a/one.py", Speed.SLOWER, math.log(2)),
        cell("corpus/a/two.py", Speed.FASTER, math.log(0.5), provisional=True),
        cell(hostile, Speed.EQUIVALENT, 0.0),
        cell("corpus/b/four.py", Speed.INCONCLUSIVE, 0.02),
        cell("corpus/a/one.py", Speed.SLOWER, math.log(2), batch=2),
        cell("empty", Speed.INCONCLUSIVE, math.log(2), phase="start", batch=2),
        cell("corpus/b/four.py", Speed.INCONCLUSIVE, 0.02, batch=2),  # beside what was slower
    ]
    names = [found.case for found in cells[1:5]]
    untimed = Untimed("corpus/b/five.py", factory.NATIVE, factory.WASM, "wall", "too | `short`")
    record = factory.record([factory.case(name) for name in names], [])
    return replace(record, comparisons=tuple(cells), untimed=(untimed,))


@pytest.fixture
def counted() -> Record:
    """The instructions of two cases, beside themselves."""
    exact = {"clock": "fuel", "pairs": 1, "margin": 0.001, "margin_runs": 0, "cpu_ratio": None}
    cells = [
        cell(name, speed, value, low=value, high=value, a_median=3_000_000_000, **exact)
        for name, speed, value in (
            ("corpus/a/one.py", Speed.SLOWER, math.log(1.01)),
            ("corpus/a/two.py", Speed.EQUIVALENT, 0.0),
        )
    ]
    cells = [replace(one, p=None, b_median=3e9 * math.exp(one.estimate)) for one in cells]
    record = factory.record([factory.case(one.case) for one in cells], [])
    return replace(record, comparisons=tuple(cells))


def test_they_come_back_from_a_record(compared: Record, tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    write_record(path, compared)
    found = read_record(path)
    assert (found.comparisons, found.untimed) == (compared.comparisons, compared.untimed)


def test_their_lines_are_as_the_schema_says(
    compared: Record, counted: Record, tmp_path: Path
) -> None:
    validator = jsonschema.Draft202012Validator(strict(SCHEMA))
    kinds = []
    for record in (compared, counted):
        write_record(tmp_path / "r.jsonl", record)
        for line in (tmp_path / "r.jsonl").read_text(encoding="utf-8").splitlines():
            validator.validate(json.loads(line))
            kinds.append(json.loads(line)["kind"])
    assert (kinds.count("comparison"), kinds.count("untimed")) == (10, 1)


def test_means_are_geometric_and_counted(compared: Record) -> None:
    (pairing,) = json.loads(SPEEDS["json"](compared, ReportOptions()))["pairings"]
    means = {item["area"]: (item["ratio"], item["cases"]) for item in pairing["means"]}
    assert means["a"] == (pytest.approx(1.0), 3)
    assert means["all"][1] == 4
    assert pairing["counts"] == {"slower": 2, "faster": 1, "equivalent": 1, "inconclusive": 1}
    assert [found["repeated"] for found in pairing["cells"]][:2] == [False, True]
    assert [found["repeated"] for found in pairing["cells"]][2:] == [None] * 3


SUFFIXES = {"terminal": "txt", "markdown": "md"}


@pytest.mark.parametrize("name", SPEEDS)
def test_every_format_of_a_comparison(name: str, compared: Record) -> None:
    check(f"speed.{SUFFIXES.get(name, name)}", SPEEDS[name](compared, ReportOptions()))


@pytest.mark.parametrize("name", SPEEDS)
def test_every_format_of_a_count_of_instructions(name: str, counted: Record) -> None:
    check(f"fuel.{SUFFIXES.get(name, name)}", SPEEDS[name](counted, ReportOptions()))


def test_a_wide_terminal_has_room_for_everything(compared: Record) -> None:
    text = SPEEDS["terminal"](compared, ReportOptions(width=140))
    check("speed-140.txt", text)


@pytest.mark.parametrize("width", [60, 80, 100])
def test_no_line_is_longer_than_the_terminal_is_wide(width: int, compared: Record) -> None:
    text = SPEEDS["terminal"](compared, ReportOptions(width=width))
    assert max(map(len, text.splitlines())) <= width


@pytest.mark.parametrize("name", ["terminal", "markdown"])
def test_texts_say_what_is_not_known(name: str, compared: Record) -> None:
    text = SPEEDS[name](compared, ReportOptions())
    assert "slower, and again" in text
    assert "Inconclusive is not equal" in text
    assert "provisional" in text
    assert "five.py" in text
    assert "\x1b" not in text


def test_the_picture_is_well_formed_and_inert(compared: Record) -> None:
    root = ElementTree.fromstring(SPEEDS["svg"](compared, ReportOptions()))
    names = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert names <= {"svg", "g", "title", "text", "rect", "line", "path", "circle"}
    words = [element.text or "" for element in root.iter() if element.tag.endswith("text")]
    assert any("one.py" in word for word in words)
    assert sum(element.tag.endswith("circle") for element in root.iter()) == 2  # one in the legend


def test_a_record_without_comparisons_says_so() -> None:
    for name in ("terminal", "markdown", "svg"):
        assert "o two columns were compared" in SPEEDS[name](factory.rich(), ReportOptions())


@pytest.mark.parametrize("name", SPEEDS)
def test_a_comparison_in_which_nothing_could_be_timed(name: str, compared: Record) -> None:
    text = SPEEDS[name](replace(compared, comparisons=()), ReportOptions())
    assert ("five.py" in text) == (name != "svg")
    assert "nan" not in text
