"""What each format promises, on a record whose scripts are hostile."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import json
import os
import re
import subprocess
import xml.etree.ElementTree as ET
from html.parser import HTMLParser

import pytest

from harness.model import Divergence, Record, Signature, Status
from harness.reports import FORMATS, ReportOptions
from harness.reports.summary import summarise
from harness.reports.text import repeat_command, width
from tests import factory
from tests.factory import HOSTILE, NATIVE, WASM, case, record, verdict

CONTROL = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


@pytest.fixture(scope="module")
def rich() -> Record:
    return factory.rich()


def many(count: int) -> Record:
    """A record with `count` failing cells, each of its own cause."""
    cases = [case(f"corpus/area/case_{n:03}.py") for n in range(count)]
    cells = [
        verdict(
            c.id,
            NATIVE,
            Status.FAIL,
            classes=(Divergence.STDOUT,),
            signature=Signature(str(n), f"stdout: {n} → {n + 1}"),
        )
        for n, c in enumerate(cases)
    ]
    return record(cases, cells)


@pytest.mark.parametrize("everything", [False, True])
@pytest.mark.parametrize("name", FORMATS)
def test_no_format_lets_control_characters_through(
    name: str, everything: bool, rich: Record
) -> None:
    text = FORMATS[name](rich, ReportOptions(all=everything))
    assert not CONTROL.search(text)
    assert text.encode("utf-8")
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


# --------------------------------------------------------------------------- terminal


@pytest.mark.parametrize("columns", [60, 80, 132])
def test_the_terminal_report_keeps_to_its_width(columns: int, rich: Record) -> None:
    text = FORMATS["terminal"](rich, ReportOptions(width=columns, all=True))
    wide = [line for line in text.splitlines() if width(line) > columns]
    assert all("harness run $'" in line for line in wide)  # a word that cannot be broken


@pytest.mark.parametrize("count", [9, 250, 999])
def test_three_digits_and_two_columns_fit_into_80(count: int) -> None:
    cases = [case(f"corpus/stdlib/{n}.py") for n in range(count)]
    cells = [verdict(c.id, column) for c in cases for column in (NATIVE, WASM)]
    cells[0] = verdict(cases[0].id, NATIVE, Status.UNSTABLE_ORACLE)
    text = FORMATS["terminal"](record(cases, cells), ReportOptions())
    assert max(map(width, text.splitlines())) <= 80
    assert re.search(r"^ +rustpython@0\.6\.0 +rustpython@0\.6\.0/wasmtime$", text, re.MULTILINE)
    assert re.search(rf"^all cells +{count} +{count}$", text, re.MULTILINE)


def test_colour_only_when_asked_for(rich: Record) -> None:
    assert "\x1b" not in FORMATS["terminal"](rich, ReportOptions())
    colored = FORMATS["terminal"](rich, ReportOptions(color=True))
    plain = re.sub(r"\x1b\[\d*m", "", colored)
    assert colored != plain
    assert plain == FORMATS["terminal"](rich, ReportOptions())


def test_long_lists_are_cut_with_a_line_that_names_the_rest() -> None:
    text = FORMATS["terminal"](many(100), ReportOptions())
    assert "… and 80 cells more: harness report RECORD --all" in text
    assert "… and 90 causes more" in text
    everything = FORMATS["terminal"](many(100), ReportOptions(all=True))
    assert "more:" not in everything
    assert "case_099.py" in everything


def test_percentages_are_rounded_down() -> None:
    cases = [case(f"c/a/{n}") for n in range(3000)]
    cells = [verdict(c.id, NATIVE) for c in cases[1:]]
    cells.append(verdict(cases[0].id, NATIVE, Status.FAIL))
    assert "2999/3000  99.9%" in FORMATS["terminal"](record(cases, cells), ReportOptions())


@pytest.mark.parametrize(
    "path",
    [
        "corpus/a b.py",
        "it's.py",
        "-x.py",
        f"a/{HOSTILE}.py",
        "tab\t'\\.py",
        "é\udcff.py",
        "$HOME.py",
    ],
)
def test_a_command_can_be_pasted(path: str) -> None:
    command = repeat_command(case("id", path=path), NATIVE)
    assert command.isprintable()
    shell = ["bash", "-c", f"printf '%s\\0' {command}"]
    words = subprocess.run(shell, capture_output=True, check=True).stdout.split(b"\0")
    expected = os.fsencode(f"./{path}" if path.startswith("-") else path)
    assert words == [b"harness", b"run", expected, b"--columns", b"rustpython@0.6.0", b""]


# --------------------------------------------------------------------------- markup


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in {"meta", "br", "input", "wbr"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_is_well_formed_and_holds_no_markup_of_scripts(rich: Record) -> None:
    parser = Tags()
    parser.feed(FORMATS["html"](rich, ReportOptions(all=True)))
    assert parser.open == []
    assert not {tag for tag, _ in parser.tags} & {"script", "img", "link", "iframe", "object"}
    names = {name for _, attributes in parser.tags for name in attributes}
    assert not {name for name in names if name.startswith("on")} | names & {"style", "src"}
    ids = [attributes["id"] for _, attributes in parser.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    links = {attributes["href"] for tag, attributes in parser.tags if tag == "a"}
    assert links <= {f"#{name}" for name in ids}


def test_the_page_loads_nothing_and_its_policy_allows_just_its_style(rich: Record) -> None:
    page = FORMATS["html"](rich, ReportOptions())
    assert "://" not in page
    assert "url(" not in page
    style = page[page.index("<style>") + 7 : page.index("</style>")]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in page


def test_markdown_keeps_texts_of_scripts_in_code_spans(rich: Record) -> None:
    text = FORMATS["markdown"](rich, ReportOptions())
    for line in text.splitlines():
        outside = re.sub(r"(`+)(?!`).*?(?<!`)\1(?!`)", "", line)
        assert "<script" not in outside
        assert "@line" not in outside
    assert len(FORMATS["markdown"](many(900), ReportOptions())) < 65_536


def test_every_row_of_a_markdown_table_has_as_many_cells_as_its_head(rich: Record) -> None:
    widths = []
    for line in FORMATS["markdown"](rich, ReportOptions()).splitlines():
        if line.startswith("| "):
            widths.append(len(re.findall(r"(?<!\\)\|", line)))
        elif widths:
            assert len(set(widths)) == 1
            widths = []


# --------------------------------------------------------------------------- data


def test_junit_has_a_suite_a_column_and_failures_with_their_difference(rich: Record) -> None:
    root = ET.fromstring(FORMATS["junit"](rich, ReportOptions()))
    summary = summarise(rich)
    assert [suite.get("name") for suite in root] == [str(NATIVE), str(WASM)]
    assert root.get("tests") == str(len(summary.cells))
    for suite in root:
        for kind, key in (("failure", "failures"), ("error", "errors"), ("skipped", "skipped")):
            assert len(suite.findall(f"testcase/{kind}")) == int(suite.get(key, "-1"))
    failure = root.find("testsuite/testcase[@name='corpus/stdlib/total.py']/failure")
    assert failure is not None
    assert (failure.get("type"), failure.get("message")) == (
        "stdout",
        "fail: stdout: total 10 → total 11",
    )
    assert "-total 10\n+total 11" in (failure.text or "")
    assert "harness run corpus/stdlib/total.py" in (failure.text or "")


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@x", " =1", "\t=1", "＝1"])
def test_no_cell_of_the_csv_is_a_formula(start: str) -> None:
    made = record([case("c/a/x", area=start)], [verdict("c/a/x", NATIVE, reason=start)])
    rows = list(csv.reader(io.StringIO(FORMATS["csv"](made, ReportOptions()))))
    assert len(rows) == 3
    for value in (value for row in rows for value in row):
        assert not value.lstrip().startswith(("=", "+", "-", "@", "＝"))
    assert rows[1][1] in (f"'{start}", "\\t=1")


def test_json_has_the_documented_keys_and_texts_as_observed(rich: Record) -> None:
    data = json.loads(FORMATS["json"](rich, ReportOptions()))
    wanted = {"case", "column", "status", "class", "signature", "outcome", "ratio"}
    assert all(wanted <= set(cell) for cell in data["cells"])
    assert f"corpus/io/{HOSTILE}.py" in {item["id"] for item in data["cases"]}
    cell = next(cell for cell in data["cells"] if cell["class"] == "panic")
    assert (cell["outcome"], cell["exit_code"], cell["compatible"]) == ("panic", 101, False)
    timed = next(cell for cell in data["cells"] if cell["case"].endswith("nbody.py"))
    assert (timed["ratio"], timed["total_ratio"]) == (5.0, 2.5)
