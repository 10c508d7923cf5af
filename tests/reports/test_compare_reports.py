"""A comparison in every format: against files that a person has looked at, and by its rules.

HARNESS_UPDATE_GOLDEN=1 writes them anew; look at the difference before you keep it.
"""

from __future__ import annotations

import json
import re
import shlex
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from harness.compare import ChangeKind, Comparison, Side, compare
from harness.model import Comparison as SpeedComparison
from harness.model import Speed, Status
from harness.reports import COMPARISONS, ReportOptions
from harness.reports.text import width
from tests import comparing
from tests.comparing import NEW, OLD, both, cell, side
from tests.factory import HOSTILE
from tests.reports.test_golden import SUFFIXES, check


@pytest.fixture(scope="module")
def rich() -> Comparison:
    found = comparing.rich()

    def named(side: Side, name: str) -> Side:
        return replace(side, record=replace(side.record, path=Path(name)))

    return replace(found, old=named(found.old, "old.jsonl"), new=named(found.new, "new.jsonl"))


@pytest.fixture(scope="module")
def calm() -> Comparison:
    sides = [side(column, cell(column, Status.PASS)) for column in (OLD, NEW)]
    return compare(*sides)


def speed(case: str, verdict: Speed, estimate: float, batch: int = 1) -> SpeedComparison:
    return SpeedComparison(
        case=case,
        a=OLD,
        b=NEW,
        phase="execution",
        clock="wall",
        batch=batch,
        pairs=15,
        a_median=0.5,
        b_median=0.6,
        estimate=estimate,
        low=estimate - 0.02,
        high=estimate + 0.02,
        margin=0.03,
        margin_runs=30,
        provisional=False,
        verdict=verdict,
    )


@pytest.fixture(scope="module")
def timed(calm: Comparison) -> Comparison:
    speeds = (
        speed("corpus/bench/loop.py", Speed.SLOWER, 0.2),
        speed("corpus/bench/loop.py", Speed.SLOWER, 0.21, 2),
        speed("corpus/bench/once.py", Speed.SLOWER, 0.1),
        speed("corpus/bench/quick.py", Speed.FASTER, -0.3),
        speed("corpus/bench/alike.py", Speed.EQUIVALENT, 0.0),
        speed("corpus/bench/noisy.py", Speed.INCONCLUSIVE, 0.02),
    )
    return replace(calm, speeds=speeds)


def render(name: str, *comparisons: Comparison, **options: Any) -> str:
    return COMPARISONS[name](comparisons, ReportOptions(**options))


@pytest.mark.parametrize("name", COMPARISONS)
def test_a_rich_comparison(name: str, rich: Comparison) -> None:
    check(f"compare.{SUFFIXES.get(name, name)}", render(name, rich))


def test_the_terminal_with_everything(rich: Comparison) -> None:
    check("compare-all-100.txt", render("terminal", rich, width=100, all=True))


@pytest.mark.parametrize("name", ["terminal", "markdown"])
def test_speeds(name: str, timed: Comparison) -> None:
    check(f"compare-speed.{SUFFIXES[name]}", render(name, timed))


# --------------------------------------------------------------------------- terminal


def test_no_line_is_too_wide_but_for_commands(rich: Comparison) -> None:
    for line in render("terminal", rich).splitlines():
        assert width(line) <= 80 or "harness " in line, line


def test_nothing_that_a_script_printed_reaches_the_terminal(rich: Comparison) -> None:
    for show_all in (False, True):
        text = render("terminal", rich, all=show_all)
        assert all(line.isprintable() for line in text.split("\n"))
        assert "\\x1b[31m" in text
    assert "\x1b[1m" in render("terminal", rich, color=True)


def test_the_answer_stands_at_the_top(rich: Comparison, calm: Comparison) -> None:
    lines = render("terminal", rich).splitlines()
    assert lines.pop(0).startswith("! Different corpora")
    assert lines[0].startswith("rustpython@0.5.0 → rustpython@0.6.0: 22 scripts")
    assert lines[1].startswith("6 scripts regressed, 2 causes; 1 cell could not be judged")
    assert "Nothing regressed.\n" in render("terminal", calm)
    warned = replace(calm, warnings=("Different oracles: a and b.",))
    assert render("terminal", warned).startswith("! Different oracles: a and b.\n")


def test_every_regression_has_a_command_that_repeats_it(rich: Comparison) -> None:
    text = render("terminal", rich, all=True, width=400)
    lines = [line for line in text.splitlines() if "harness run" in line]
    plain = [shlex.split(line) for line in lines if "$'" not in line]  # bash alone reads those
    paths = {command[2] for command in plain if command[-1] == str(NEW)}
    failing = rich.of(ChangeKind.REGRESSED, ChangeKind.CHANGED, ChangeKind.FLAKY)
    assert {change.case.path for change in failing} - paths == {f"corpus/io/{HOSTILE}.py"}
    assert any("$'corpus/io/=<script>" in line for line in lines)


def test_what_is_left_out_is_counted_with_the_command_that_shows_it(rich: Comparison) -> None:
    text = render("terminal", rich)
    assert "… and 2 scripts more" in text
    many = replace(rich, changes=rich.of(ChangeKind.UNKNOWN) * 9)
    assert "    harness compare old.jsonl new.jsonl --all\n" in render("terminal", many)
    sides = Side(rich.old.record, OLD), Side(rich.old.record, NEW)
    within = replace(many, old=sides[0], new=sides[1])
    shown = f"harness compare old.jsonl --column {OLD} --column {NEW} --all"
    joined = re.sub(r" \\\n +", " ", render("terminal", within))
    assert shown in joined


def test_several_comparisons_follow_one_another(rich: Comparison, calm: Comparison) -> None:
    text = render("terminal", rich, calm)
    assert text == render("terminal", rich) + "\n" + render("terminal", calm)


def test_a_quick_look_is_not_a_measurement(calm: Comparison) -> None:
    assert "Speed: not measured.\n" in render("terminal", calm)
    text = render("terminal", replace(calm, quick_looks=7))
    assert "not measured; the quick look at 7 cells is too little" in text


def test_an_estimate_beyond_all_bounds_is_still_shown(calm: Comparison) -> None:
    wild = replace(speed("x.py", Speed.SLOWER, 0.1), estimate=1e9, low=-1e9, high=float("inf"))
    for name in COMPARISONS:
        assert render(name, replace(calm, speeds=(wild,)))


# --------------------------------------------------------------------------- Markdown


def test_nothing_that_a_script_printed_is_markup(rich: Comparison) -> None:
    """As GitHub would read it: no element of HTML but our own folds."""
    for show_all in (False, True):
        text = render("markdown", rich, all=show_all)
        tokens = MarkdownIt("commonmark").enable("table").parse(text)
        flat = [inner for token in tokens for inner in (token, *(token.children or ()))]
        html = "".join(t.content for t in flat if t.type in ("html_block", "html_inline"))
        tags = set(re.findall(r"<[^>]*>", html))
        assert tags <= {
            "<details>",
            "<details open>",
            "<summary>",
            "</summary>",
            "</details>",
        }
        assert html.count("<details") == html.count("</details>")
        # A mention, or a link, outside of code would reach people.
        assert not [t for t in flat if t.type == "text" and ("@line" in t.content)]


def test_markdown_is_short_and_folds_the_rest(rich: Comparison) -> None:
    text = render("markdown", rich)
    assert text.startswith("### `rustpython@0.5.0 → rustpython@0.6.0: 22 scripts`\n")
    assert "\n**6 scripts regressed, 2 causes; 1 cell" in text
    assert "<details open><summary>Regressed: 6 scripts, 2 causes</summary>" in text
    assert "-2\n+3\n" in text  # the difference of the smallest script


# --------------------------------------------------------------------------- JUnit, JSON


def test_junit_fails_for_regressions_and_slowdowns_that_stand(
    rich: Comparison, timed: Comparison
) -> None:
    root = ET.fromstring(render("junit", rich, timed))
    counts = {key: root.get(key) for key in ("tests", "failures", "errors", "skipped")}
    assert counts == {"tests": "28", "failures": "7", "errors": "1", "skipped": "7"}
    failures = [test.get("name") for test in root.iter("testcase") if len(test.findall("failure"))]
    assert "corpus/bench/loop.py" in failures
    assert "corpus/bench/once.py" not in failures
    first = next(failure for failure in root.iter("failure"))
    assert "repeat: harness run" in (first.text or "")


def test_json_has_every_cell_and_the_exit_code(rich: Comparison, timed: Comparison) -> None:
    text = render("json", rich, timed)
    assert text.isascii()
    data = json.loads(text)
    assert data["schema"] == {"name": "harness-comparison", "version": "1.0"}
    assert data["exit_code"] == 1
    first, second = data["comparisons"]
    assert first["old"]["record"] == "old.jsonl"
    assert first["new"]["column"] == str(NEW)
    assert sum(first["counts"].values()) == len(first["changes"]) == 22
    assert first["control"] == {"cells": 22, "changes": 0, "counts": first["control"]["counts"]}
    assert {change["kind"] for change in first["changes"]} == {k.value for k in ChangeKind}
    assert first["causes"][0]["smallest"] == "corpus/types/round_3.py"
    assert [found["stands"] for found in second["speeds"]][:3] == [True, False, False]


def test_the_confirmation_is_told() -> None:
    regressed = both(Status.PASS, Status.FAIL)
    assert "None was run again to confirm it" in render("terminal", regressed)
    (change,) = regressed.changes
    some = (replace(change, repeats=3), change)
    text = render("terminal", replace(regressed, changes=some))
    assert "1 of these was not run again" in text
    text = render("terminal", replace(regressed, changes=some[:1]))
    assert "Each was run again and failed 3 times of 3." in text
