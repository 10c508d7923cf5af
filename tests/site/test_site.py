"""The dashboard's pages: what stands for a column, and that every number adds up."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from harness.cli import main
from harness.errors import HarnessError
from harness.history import History
from harness.model import JUDGED, ColumnId, Record, Status
from harness.record import read_record, write_record
from harness.site import Site, SiteOptions, addresses, figures, plots, state_of
from harness.site.shown import version_key
from tests import factory

OLD = ColumnId.parse("rustpython@0.5.0")
NATIVE, WASM = factory.NATIVE, factory.WASM
TODAY, LONG_AGO = "2026-03-10T00:00:00+00:00", "2026-01-01T00:00:00+00:00"


def run(
    run_id: str,
    started: str,
    statuses: dict[str, Status],
    column: ColumnId = NATIVE,
    *,
    script: str = "0",
    complete: bool = True,
) -> Record:
    """A record of one column: cases by their name, each in the area `io`."""
    head = replace(
        factory.header(),
        run_id=run_id,
        started=started,
        columns=(factory.column(factory.ORACLE), factory.column(column, size_bytes=5_000_000)),
        oracles=tuple(
            replace(choice, candidate=column)
            for choice in factory.header().oracles
            if choice.candidate == NATIVE
        ),
    )
    cells: list[Any] = [factory.start_up(column, 0.02)]
    cases = []
    for name, status in statuses.items():
        case = f"corpus/io/{name}.py"
        cases.append(replace(factory.case(case), sha256=script * 64))
        cells += [
            factory.attempt(case, factory.ORACLE),
            factory.attempt(case, column, factory.seen(stdout=f"{status}\n".encode())),
            factory.verdict(case, column, status),
        ]
    return factory.record(cases, cells, header=head, complete=complete)


def kept(folder: Path, *records: Record) -> History:
    history = History(folder / "history")
    for record in records:
        path = folder / f"{record.header.run_id}.jsonl"
        write_record(path, record)
        history.add(path, read_record)
    return history


def facts(site: Site, page: str = "index.json") -> dict[str, Any]:
    found = site.page(page)
    assert found is not None
    data: dict[str, Any] = json.loads(found.body)
    return data


def text_of(site: Site, page: str = "index.html") -> str:
    found = site.page(page)
    assert found is not None
    return found.body.decode().replace("<wbr>", "")  # where a long name may be broken


GOOD = {f"s{i}": Status.PASS for i in range(10)}


# ---------------------------------------------------------------------- what stands for a column


def test_the_newest_whole_run_stands_for_its_column(tmp_path: Path) -> None:
    worse = {**GOOD, "s0": Status.FAIL}
    history = kept(tmp_path, run("a", LONG_AGO, GOOD), run("b", TODAY, worse))
    (column,) = facts(Site(history))["columns"]
    assert (column["started"], column["stale"]) == (TODAY, False)
    assert facts(Site(history))["totals"][str(NATIVE)]["compatible"] == 9


def test_a_part_of_the_corpus_replaces_nothing(tmp_path: Path) -> None:
    history = kept(tmp_path, run("all", LONG_AGO, GOOD), run("one", TODAY, {"s0": Status.FAIL}))
    assert facts(Site(history))["totals"][str(NATIVE)]["compatible"] == 10


def test_an_incomplete_run_stands_for_nothing(tmp_path: Path) -> None:
    cut = run("cut", TODAY, {**GOOD, "s1": Status.FAIL}, complete=False)
    history = kept(tmp_path, run("all", LONG_AGO, GOOD), cut)
    assert facts(Site(history))["columns"][0]["started"] == LONG_AGO
    with pytest.raises(HarnessError, match="no complete run"):
        Site(kept(tmp_path / "alone", cut))


@pytest.mark.parametrize(
    ("script", "started", "stale", "said"),
    [
        ("0", TODAY, False, ""),
        ("1", TODAY, True, "10 scripts changed since"),
        ("0", LONG_AGO, True, "69 days behind the newest"),
    ],
)
def test_what_is_stale_is_kept_and_says_so(
    tmp_path: Path, script: str, started: str, stale: bool, said: str
) -> None:
    newest = run("new", "2026-03-11T00:00:00+00:00", GOOD)
    older = run("old", started, GOOD, OLD, script=script)
    site = Site(kept(tmp_path, newest, older))
    by_id = {column["id"]: column for column in facts(site)["columns"]}
    assert by_id[str(OLD)]["stale"] is stale
    assert by_id[str(NATIVE)]["stale"] is False
    assert said in " ".join(text_of(site).split())
    assert ('class="stale"' in text_of(site)) is stale


def test_a_case_that_a_columns_run_lacks_is_missing(tmp_path: Path) -> None:
    wider = {**GOOD, "new": Status.PASS}
    site = Site(kept(tmp_path, run("a", LONG_AGO, GOOD, OLD), run("b", TODAY, wider)))
    totals = facts(site)["totals"]
    assert totals[str(OLD)]["statuses"] == {"missing": 1, "pass": 10}
    assert totals[str(OLD)]["judged"] == 10
    assert facts(site)["sentences"][str(OLD)] == (
        "10 of 10 compatible, none fails, 0 not judged, 1 missing"
    )


def test_a_smaller_newer_run_is_told_of(tmp_path: Path) -> None:
    """The corpus may have shrunk: what is shown is old then, and says so."""
    fewer = {f"s{i}": Status.PASS for i in range(8)}
    site = Site(kept(tmp_path, run("a", LONG_AGO, GOOD), run("b", TODAY, fewer, script="1")))
    (column,) = facts(site)["columns"]
    assert (column["started"], column["stale"]) == (LONG_AGO, True)
    assert (column["edited_scripts"], column["passed_over_cells"]) == (8, 8)
    assert "a newer run of 8 cells is too small to stand here" in text_of(site)


def test_a_column_is_as_old_whatever_else_is_shown(tmp_path: Path) -> None:
    history = kept(tmp_path, run("a", LONG_AGO, GOOD, OLD), run("b", TODAY, GOOD, script="1"))
    for options in (SiteOptions(), SiteOptions((OLD,))):
        by_id = {column["id"]: column for column in facts(Site(history, options))["columns"]}
        assert by_id[str(OLD)]["stale"]
        assert by_id[str(OLD)]["edited_scripts"] == 10


def test_a_record_that_was_judged_again_stands_before_its_origin(tmp_path: Path) -> None:
    origin = run("a", TODAY, GOOD)
    for when in ("2026-04-01", "2026-04-02", "2026-04-03"):
        settings = {"rejudged": {"run_id": "a", "when": when}}
        worse = run("a", TODAY, {**GOOD, "s0": Status.FAIL})
        again = replace(worse, header=replace(worse.header, settings=settings))
        site = Site(kept(tmp_path / when, origin, replace(again, finished=origin.finished)))
        # Both have the same run ID: the second file took the first one's place.
        assert facts(site)["totals"][str(NATIVE)]["compatible"] == 9


def test_only_the_columns_that_are_asked_for(tmp_path: Path) -> None:
    history = kept(tmp_path, run("a", TODAY, GOOD, OLD), run("b", TODAY, GOOD))
    assert Site(history, SiteOptions((OLD,))).shown.columns == (OLD,)
    nobody = ColumnId.parse("rustpython@9.9")
    with pytest.raises(HarnessError, match=r"rustpython@9\.9"):
        Site(history, SiteOptions((nobody,)))


def test_versions_are_ordered_as_numbers_and_a_checkout_is_the_newest() -> None:
    names = ["0.10.0", "main", "0.9.1", "0.9", "0.10.0-rc.1"]
    ordered = ["0.9", "0.9.1", "0.10.0-rc.1", "0.10.0", "main"]
    assert sorted(names, key=version_key) == ordered


def test_the_state_changes_with_the_runs(tmp_path: Path) -> None:
    history = kept(tmp_path, run("a", LONG_AGO, GOOD))
    before = state_of(history)
    assert Site(history).state == before
    kept(tmp_path, run("b", TODAY, GOOD))
    assert state_of(history) != before


# ---------------------------------------------------------------------- totals


def test_every_number_of_the_first_screen_adds_up_from_the_cells(tmp_path: Path) -> None:
    """From the bytes of the pages: the matrix, its totals, the statuses and the sentence."""
    site = Site(kept(tmp_path, factory.rich()))
    cells = facts(site, "cells.json")["cells"]
    index = facts(site)
    for column in map(str, (NATIVE, WASM)):
        mine = [cell for cell in cells if cell["column"] == column]
        judged = [cell for cell in mine if Status(cell["status"]) in JUDGED]
        good = sum(cell["compatible"] is True for cell in judged)
        strict = sum(cell["strict"] is True for cell in judged)
        total = index["totals"][column]
        assert total["cells"] == len(mine)
        assert (total["compatible"], total["strict"], total["judged"]) == (
            good,
            strict,
            len(judged),
        )
        assert total["statuses"] == dict(Counter(cell["status"] for cell in mine))
        by_area = [row for row in index["matrix"] if row["column"] == column]
        for key in ("compatible", "strict", "judged", "cells"):
            assert sum(row[key] for row in by_area) == total[key], key
        failing = sum(cell["compatible"] is False for cell in judged)
        assert index["sentences"][column].startswith(f"{good} of {len(judged)} compatible")
        assert f"{failing} fail in " in index["sentences"][column]
        missing = total["statuses"].get("missing", 0)
        rest = f"{len(mine) - len(judged) - missing} not judged, {missing} missing"
        assert index["sentences"][column].endswith(rest)
    causes = {cell["signature"] for cell in cells if cell["signature"] and not cell["strict"]}
    assert len(facts(site, "causes.json")["causes"]) == len(causes)


def test_the_page_shows_the_numbers_of_its_json(tmp_path: Path) -> None:
    site = Site(kept(tmp_path, factory.rich()))
    html = " ".join(text_of(site).split())
    rows = re.findall(r"<tr[^>]*><th scope=\"row\">.*?</tr>", html)
    shown = {
        re.sub(r"<[^>]+>", "", row.split("</th>")[0]).strip(): re.findall(r"<b>(\d+/\d+)</b>", row)
        for row in rows
    }
    index = facts(site)
    for area in {row["area"] for row in index["matrix"]}:
        scores = {row["column"]: row for row in index["matrix"] if row["area"] == area}
        wanted = [
            f"{scores[c]['compatible']}/{scores[c]['judged']}" for c in map(str, (NATIVE, WASM))
        ]
        assert shown[area] == wanted
    totals = [index["totals"][c] for c in map(str, (NATIVE, WASM))]
    assert shown["total"] == [f"{total['compatible']}/{total['judged']}" for total in totals]


def test_an_upgrade_is_told_in_one_sentence(tmp_path: Path) -> None:
    before = {**GOOD, "s1": Status.FAIL, "gone": Status.PASS}
    after = {**GOOD, "s0": Status.FAIL, "s2": Status.SPURIOUS}
    site = Site(kept(tmp_path, run("a", LONG_AGO, before, OLD), run("b", TODAY, after)))
    (upgrade,) = facts(site)["upgrades"]
    assert (upgrade["old"], upgrade["new"]) == (str(OLD), str(NATIVE))
    assert upgrade["sentence"] == (
        "1 regressed in 1 cause, 1 fixed, 0 changed, 1 inconclusive, 1 missing"
    )
    page = addresses.compare_page(OLD, NATIVE)
    assert "corpus/io/s0.py" in text_of(site, page)
    assert facts(site, addresses.data_of(page))["comparison"]["counts"]["regressed"] == 1
    assert "1 regressed" in facts(site, "compare.json")["upgrades"][0]["sentence"]


def test_a_cell_has_its_history(tmp_path: Path) -> None:
    worse = {**GOOD, "s0": Status.FAIL}
    site = Site(kept(tmp_path, run("a", LONG_AGO, GOOD), run("b", TODAY, worse)))
    page = addresses.data_of(addresses.case_page("corpus/io/s0.py"))
    (cell,) = facts(site, page)["cells"]
    assert [(past["started"], past["status"]) for past in cell["history"]] == [
        (TODAY, "fail"),
        (LONG_AGO, "pass"),
    ]


def test_an_expected_failure_says_where_it_is_expected(tmp_path: Path) -> None:
    record = factory.rich()
    settings = {"expectations": "my/expectations"}
    record = replace(record, header=replace(record.header, settings=settings))
    page = text_of(Site(kept(tmp_path, record)), addresses.case_page("corpus/expected/xfail.py"))
    assert "wording (issue 12)" in page
    assert "kept in <code>my/expectations</code>" in page


def test_a_name_that_is_no_unicode_has_its_page_and_history(tmp_path: Path) -> None:
    site = Site(kept(tmp_path, factory.rich()))
    name = f"corpus/io/{factory.HOSTILE}.py"
    page = addresses.case_page(name)
    assert "<script>alert" not in text_of(site, page)
    assert "\\xff" in text_of(site, page)
    cells = facts(site, addresses.data_of(page))["cells"]
    assert [len(cell["history"]) for cell in cells] == [1, 1]


# ---------------------------------------------------------------------- addresses


def test_every_address_is_a_page_and_its_json(tmp_path: Path) -> None:
    site = Site(kept(tmp_path, factory.rich(), run("b", TODAY, GOOD, OLD)))
    found = list(site.addresses())
    assert len(found) == len(set(found))
    for address in found:
        page = site.page(address)
        assert page is not None, address
        if address.endswith(".json"):
            assert json.loads(page.body)["schema"]["name"] == "harness-site"
        if address.endswith(".html"):
            assert addresses.data_of(address) in found
            assert b"Content-Security-Policy" in page.body
    for nothing in ("nothing.html", "../index.html", "case/nothing.json", "", "static/style.css"):
        assert site.page(nothing) is None


@pytest.mark.parametrize(
    "names",
    [
        ("corpus/a b.py", "corpus/a-b.py"),
        ("corpus/A.py", "corpus/a.py"),
        ("x" * 300 + ".py", "x" * 301 + ".py"),
        ("corpus/\udcff.py", "corpus/\udcfe.py"),
        ("../../etc/passwd", "....etc/passwd"),
    ],
)
def test_two_cases_never_share_a_page(names: tuple[str, str]) -> None:
    """Nor on a file system that does not tell upper and lower case apart."""
    pages = [addresses.case_page(name) for name in names]
    assert len({page.lower() for page in pages}) == 2
    for page in pages:
        assert re.fullmatch(r"case/[A-Za-z0-9._-]{1,110}\.html", page)
        assert ".." not in page


@pytest.mark.parametrize("area", ["界" * 80, "\udcff", "a/b", "..", "", "A b"])
def test_any_area_has_a_page_and_a_badge(area: str) -> None:
    for address in (addresses.area_page(area), addresses.badge(NATIVE, area)):
        name = address.rsplit("/", 1)[1]
        assert len(name.encode()) < 120
        assert name.strip(".") == name
        assert re.fullmatch(r"[A-Za-z0-9._-]+", name)


def test_a_columns_name_can_be_read_back_from_its_address() -> None:
    column = ColumnId.parse("rustpython@0.6.0+x:size/wasmtime")
    assert addresses.badge(column) == "badge/rustpython@0.6.0+x%3Asize%2Fwasmtime.svg"
    assert unquote(addresses.column_name(column)) == str(column)
    assert addresses.link(addresses.badge(column)).endswith("%253Asize%252Fwasmtime.svg")


def test_badges_say_what_the_matrix_says(tmp_path: Path) -> None:
    site = Site(kept(tmp_path, factory.rich()))
    total = facts(site)["totals"][str(WASM)]
    badge = text_of(site, addresses.badge(WASM))
    assert f"{WASM}: {total['compatible']}/{total['judged']}" in badge
    assert "io: " in text_of(site, addresses.badge(WASM, "io"))


# ---------------------------------------------------------------------- plots


def test_only_scripts_that_all_columns_pass_are_compared_in_speed(tmp_path: Path) -> None:
    site = Site(kept(tmp_path, factory.rich()))
    by_id = {figure["id"]: figure for figure in facts(site)["figures"]}
    # Four are timed in both; the fifth only natively, and not for long enough.
    assert by_id["execution"]["note"].startswith("4 scripts that all of these columns pass")
    assert by_id["execution"]["rows"][0] == [str(NATIVE), "3.50×", "2.75×", "4.25×"]
    assert by_id["start"]["rows"][0][0] == str(factory.ORACLE)


@pytest.mark.parametrize("values", [[0.0], [1.0], [1.0, 1.0], [0.001, 5000.0], [-1.0, 1.0]])
@pytest.mark.parametrize("log", [False, True])
def test_plots_of_any_values_stay_within_the_picture(values: list[float], log: bool) -> None:
    rows = [plots.Row("a <b>", value, value, value, (value,)) for value in values]
    made = plots.intervals("t", rows, str, log=log)
    assert "<b>" not in made
    for x in map(float, re.findall(r' (?:c?x[12]?)="([^"]+)"', made)):
        assert -1 <= x <= plots.WIDTH + 1


def test_quartiles_lie_within_the_values() -> None:
    row = figures._distribution("two", [0.1, 10.0])
    assert (row.low, row.value, row.high) == (2.575, 5.05, 7.525)


def test_versions_of_two_engines_are_two_lines(tmp_path: Path) -> None:
    other = [ColumnId.parse("cpython@3.12"), ColumnId.parse("cpython@3.13")]
    records = [run(f"r{i}", TODAY, GOOD, c) for i, c in enumerate([OLD, NATIVE, *other])]
    site = Site(kept(tmp_path, *records))
    (figure, *_) = figures.over_versions(site.shown, None)
    assert {row[0] for row in figure.rows} == {"rustpython, native", "cpython, native"}


def test_many_columns_are_compared_with_their_like(tmp_path: Path) -> None:
    columns = [
        ColumnId.parse(f"rustpython@0.{n}.0{r}") for n in range(6) for r in ("", "/wasmtime")
    ]
    one = {"s0": Status.PASS}
    site = Site(kept(tmp_path, *(run(f"r{i}", TODAY, one, c) for i, c in enumerate(columns))))
    assert len(site.shown.pairs) == 2 * 6 * 5 + 6 * 2
    cells = site.page("cells.js")
    assert cells is not None
    data = json.loads(cells.body.removeprefix(b"window.harnessCells = ").rstrip(b";\n"))
    assert len(data["changes"]) == 2 * 5
    linked = re.findall(r'href="(compare/[^"]+)"', text_of(site, "compare.html"))
    assert {unquote(link) for link in linked} <= set(site.addresses())


def test_lines_need_two_points(tmp_path: Path) -> None:
    one = Site(kept(tmp_path, run("a", LONG_AGO, GOOD)))
    assert figures.over_time(one.shown.points) == []
    two = Site(kept(tmp_path, run("b", TODAY, {**GOOD, "s0": Status.FAIL})))
    shown = {figure.id: figure for figure in figures.over_time(two.shown.points)}
    assert shown["time-agreement"].rows == (
        (str(NATIVE), "2026-01-01", "100%"),
        (str(NATIVE), "2026-03-10", "90%"),
    )
    assert shown["time-size"].rows[0][2] == "5.0 MB"


# ---------------------------------------------------------------------- the command


def test_the_command_writes_anew_what_is_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    kept(tmp_path, factory.rich())
    for _ in range(2):
        main(["site", "out", "--history", "history"])
    assert "open out/index.html" in capsys.readouterr().out
    assert (tmp_path / "out" / "cells.js").read_text().startswith("window.harnessCells = {")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".out")] == []


def test_the_command_leaves_what_is_not_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    kept(tmp_path, factory.rich())
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear")
    assert ended(["site", "mine", "--history", "history"]) == 2
    assert "no dashboard: it is not overwritten" in capsys.readouterr().err
    assert (tmp_path / "mine" / "letter.txt").read_text() == "dear"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--history", "nowhere"], 4, "no complete run in nowhere"),
        (["--column", "no column"], 2, "--column: 'no column' is not a column ID"),
        (["--modules", "missing.json"], 2, "cannot read missing.json"),
        (["--profiles", "letter.json"], 2, "letter.json: "),
    ],
)
def test_bad_input_is_told_in_a_line(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    code: int,
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("letter.json").write_text("dear")
    assert ended(["site", "out", *arguments]) == code
    assert said in capsys.readouterr().err
    assert not Path("out").exists()


def test_the_server_refuses_such_files_before_it_begins(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert ended(["serve", "--port", "0", "--modules", "missing.json"]) == 2
    assert "cannot read missing.json" in capsys.readouterr().err


def ended(arguments: list[str]) -> int:
    try:
        main(arguments)
    except SystemExit as error:
        return int(error.code or 0)
    return 0
