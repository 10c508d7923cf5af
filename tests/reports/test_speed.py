"""Comparisons of speeds as text and as a picture."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from harness.model import Comparison, Record, Speed, Untimed
from harness.record import read_record, write_record
from harness.reports import SPEEDS, ReportOptions
from tests import factory


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
    ]
    names = [found.case for found in cells[1:5]]
    untimed = Untimed("corpus/b/five.py", factory.NATIVE, factory.WASM, "wall", "too | `short`")
    record = factory.record([factory.case(name) for name in names], [])
    return replace(record, comparisons=tuple(cells), untimed=(untimed,))


def test_they_come_back_from_a_record(compared: Record, tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "r.jsonl"
    write_record(path, compared)
    found = read_record(path)
    assert (found.comparisons, found.untimed) == (compared.comparisons, compared.untimed)


def test_means_are_geometric_and_counted(compared: Record) -> None:
    (pairing,) = json.loads(SPEEDS["json"](compared, ReportOptions()))["pairings"]
    means = {item["area"]: (item["ratio"], item["cases"]) for item in pairing["means"]}
    assert means["a"] == (pytest.approx(1.0), 3)
    assert means["all"][1] == 4
    assert pairing["counts"] == {"slower": 2, "faster": 1, "equivalent": 1, "inconclusive": 1}
    assert [found["repeated"] for found in pairing["cells"]][:2] == [None, True]


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
