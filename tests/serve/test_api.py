"""The API: every question, by the rich record whose answers are known."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from harness.history import History
from harness.model import Record, Status
from harness.record import read_record, write_record
from harness.serve.api import WHOLE
from tests import factory
from tests.history.test_history import BIG, NAME, small
from tests.serve.conftest import Serve, Served

CASE = "corpus/stdlib/total.py"
NATIVE = str(factory.NATIVE)


def added(history: History, folder: Path, record: Record) -> str:
    path = folder / f"{record.header.run_id}.jsonl"
    write_record(path, record)
    return history.add(path, read_record)[0].key


@pytest.fixture
def served(serve: Serve, rich: str) -> Served:
    return serve()


# ------------------------------------------------------------------------- runs


def test_runs_page_by_page(serve: Serve, history: History, tmp_path: Path) -> None:
    keys = [
        added(history, tmp_path, small(f"r{i}", f"2026-01-0{i}T00:00:00+00:00"))
        for i in range(1, 6)
    ]
    served = serve()
    seen, following = [], None
    while True:
        more = {"cursor": following} if following else {}
        answer = served.get("runs", limit=2, **more)
        seen += [run["key"] for run in answer["runs"]]
        following = answer["next"]
        if not following:
            break
    assert seen == keys[::-1]
    assert served.get("runs", column=NATIVE, complete="true")["runs"]
    assert served.get("runs", column="rustpython@9")["runs"] == []
    assert served.get("runs", complete="false")["runs"] == []


def test_one_run(served: Served, rich: str) -> None:
    run = served.get(f"runs/{rich}")
    assert run == served.get(f"runs/{rich[:6]}") == served.get(f"runs/{run['run_id']}")
    assert run["machine"] == {"system": "Linux", "cpus": 2}
    native = next(count for count in run["counts"] if count["column"] == NATIVE)
    assert native["cells"] == 20
    assert served.error("runs/nothing")[:2] == (404, "there is no run 'nothing'")


def test_a_name_that_fits_several_runs(serve: Serve, history: History, tmp_path: Path) -> None:
    for name in ("one", "two"):
        record = small("same", "2026-01-01")
        added(history, tmp_path, replace(record, finished=name))
    assert serve().error("runs/same")[0] == 409


# ------------------------------------------------------------------------- columns, cells


def test_columns_and_their_counts(served: Served) -> None:
    columns = {column["column"]: column for column in served.get("columns")["columns"]}
    assert set(columns) == {NATIVE, str(factory.WASM)}
    native = columns[NATIVE]
    said = Counter(v.status.value for v in factory.rich().verdicts if str(v.column) == NATIVE)
    assert native["statuses"] == dict(said)
    assert native["cells"] == sum(said.values())
    assert native["details"] == {"size": 123}
    assert (native["oracle"], native["exact"]) == ("cpython@3.14", True)


def test_all_cells_page_by_page(served: Served) -> None:
    whole = served.get("cells", limit=1000)
    assert whole["next"] is None
    places = [(cell["case"], cell["column"]) for cell in whole["cells"]]
    assert places == sorted(places)
    assert len(places) == len(factory.rich().verdicts) == whole["totals"]["cells"]
    seen, following = [], None
    while True:
        answer = served.get("cells", limit=7, **({"cursor": following} if following else {}))
        assert answer["totals"] == whole["totals"]
        seen += answer["cells"]
        following = answer["next"]
        if following is None:
            break
    assert seen == whole["cells"]


@pytest.mark.parametrize(
    ("given", "holds"),
    [
        ({"column": NATIVE}, lambda cell: cell["column"] == NATIVE),
        ({"status": "fail"}, lambda cell: cell["status"] == "fail"),
        ({"status": ["fail", "xfail"]}, lambda cell: cell["status"] in ("fail", "xfail")),
        ({"area": "stdlib"}, lambda cell: cell["area"] == "stdlib"),
        ({"class": "timeout"}, lambda cell: "timeout" in cell["classes"]),
        (
            {"class": ["panic", "trap"]},
            lambda cell: {"panic", "trap"} & set(cell["classes"]) != set(),
        ),
        ({"signature": "a1b2c3d4e5f6"}, lambda cell: cell["signature_id"] == "a1b2c3d4e5f6"),
        ({"case": "spawn"}, lambda cell: "spawn" in cell["case"]),
        ({"case": "<script>"}, lambda cell: "<script>" in cell["case"]),
        ({"case": "%"}, lambda cell: "%" in cell["case"]),
        (
            {"column": NATIVE, "status": "fail", "area": "io"},
            lambda cell: (cell["column"], cell["status"], cell["area"]) == (NATIVE, "fail", "io"),
        ),
    ],
)
def test_filters(given: dict[str, object], holds: object, served: Served, rich: str) -> None:
    every = served.get("cells", limit=1000)["cells"]
    answer = served.get("cells", limit=1000, **given)
    expected = [cell for cell in every if holds(cell)]  # type: ignore[operator]
    assert answer["cells"] == expected
    assert answer["totals"]["cells"] == len(expected)
    assert served.get("cells", limit=1000, run=rich, **given) == answer
    assert expected or given == {"case": "%"}


@pytest.mark.parametrize("text", ["'; DROP TABLE cells; --", '"', "\x00", "é", "\\udcff"])
def test_text_that_is_no_sql(text: str, served: Served) -> None:
    for name in ("case", "signature", "column", "area"):
        served.get("cells", **{name: text})
    assert served.get("cells")["totals"]["cells"] == 40


def test_what_is_wrong_is_said(served: Served) -> None:
    assert served.error("cells", x="1") == (
        400,
        "unknown parameter 'x'",
        "known here: column, status, area, class, signature, case, run, limit, cursor",
    )
    assert served.error("cells", status="failed")[0] == 400
    assert served.error("cells", limit="0")[0] == 400
    assert served.error("cells", cursor="x")[0] == 400
    assert served.error("cells", run="nothing")[0] == 404
    for address in ("state", "columns", "runs/x", "runs/x/attempts/1/stdout"):
        assert served.error(address, x="1") == (
            400,
            "unknown parameter 'x'",
            "this address takes none",
        )


# ------------------------------------------------------------------------- one case


def test_one_case_with_all_its_attempts(served: Served, rich: str) -> None:
    found = served.get("case", case=CASE)
    assert found["case"]["description"] == "adds up"
    native, wasm = found["cells"]
    assert (native["column"], native["status"]) == (NATIVE, "fail")
    assert (wasm["column"], wasm["status"]) == (str(factory.WASM), "pass")
    (attempt,) = native["attempts"]
    assert attempt["stdout"]["text"].endswith("total 11\n")
    (oracle,) = found["oracles"]
    assert oracle["column"] == "cpython@3.14"
    assert oracle["attempts"][0]["stdout"]["text"].endswith("total 10\n")
    assert served.get("case", case=CASE, run=rich) == found
    assert served.error("case", case="nothing")[0] == 404
    assert served.error("case")[:2] == (400, "the parameter case is needed")


def test_every_case_can_be_asked_for_by_the_name_that_is_listed(served: Served) -> None:
    """Names that are no Unicode, with markup and newlines, too."""
    names = {cell["case"] for cell in served.get("cells", limit=1000)["cells"]}
    assert len(names) == 20
    for name in names:
        found = served.get("case", case=name)
        assert {cell["case"] for cell in found["cells"]} == {name}


def test_the_bytes_of_an_output(serve: Serve, history: History, tmp_path: Path) -> None:
    raw = b"\x00\xff<script>"
    seen = factory.seen(stdout=BIG, stderr=factory.output(raw))
    key = added(history, tmp_path, small("one", "2026-01-01", seen=seen))
    served = serve()
    (attempt,) = served.get("case", case=NAME)["cells"][0]["attempts"]
    place = f"/api/v1/runs/{key}/attempts/{attempt['offset']}"
    answer = served.client.get(f"{place}/stdout")
    assert answer.content == BIG
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="stdout.bin"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert served.client.get(f"{place}/stderr").content == raw
    for bad in (f"{place}/stdin", f"/api/v1/runs/{key}/attempts/1/stdout", f"{place}x/stdout"):
        assert served.client.get(bad).status_code == 404
    shutil.rmtree(history.folder / "blobs")
    gone = served.client.get(f"{place}/stdout")
    assert (gone.status_code, gone.json()["error"]) == (404, "this output is not kept")


def test_one_cell_over_runs(serve: Serve, history: History, tmp_path: Path) -> None:
    for month, status in enumerate((Status.PASS, Status.FAIL, Status.PASS), 1):
        added(history, tmp_path, small(f"r{month}", f"2026-0{month}-01", status))
    served = serve()
    found = served.get("history", case=NAME, column=NATIVE)
    assert [row["status"] for row in found["runs"]] == ["pass", "fail", "pass"]
    assert [row["started"][:7] for row in found["runs"]] == ["2026-03", "2026-02", "2026-01"]
    assert served.error("history", case=NAME, column="x")[0] == 404


def test_causes_by_their_scripts(served: Served) -> None:
    causes = served.get("causes")["causes"]
    assert causes[0]["signature_id"] == "a1b2c3d4e5f6"
    assert (causes[0]["scripts"], causes[0]["cells"]) == (2, 4)
    seen, following = [], None
    while True:
        answer = served.get("causes", limit=2, **({"cursor": following} if following else {}))
        seen += answer["causes"]
        following = answer["next"]
        if following is None:
            break
    assert seen == causes
    expected = served.get("causes", status="xfail")["causes"]
    assert [cause["signature_id"] for cause in expected] == ["00ff00ff00ff"]
    assert served.get("causes", area="bench", column=NATIVE)["causes"][0]["cells"] == 1


# ------------------------------------------------------------------------- which runs stand


def test_a_part_of_a_corpus_stands_for_no_column(
    serve: Serve, history: History, rich: str, tmp_path: Path
) -> None:
    """As on the pages."""
    added(history, tmp_path, small("part", "2027-01-01T00:00:00+00:00"))
    served = serve()
    assert {column["run"] for column in served.get("columns")["columns"]} == {rich}
    assert served.get("cells")["totals"]["cells"] == 40


def test_the_same_runs_stand_here_and_on_the_pages() -> None:
    from harness.site import shown

    assert shown.WHOLE == WHOLE


def test_only_the_columns_that_are_wanted(serve: Serve, rich: str) -> None:
    served = serve(columns=(NATIVE,))
    assert [column["column"] for column in served.get("columns")["columns"]] == [NATIVE]
    assert served.get("cells")["totals"]["cells"] == 20


def test_an_empty_history(serve: Serve) -> None:
    served = serve()
    assert served.get("runs") == {"runs": [], "next": None}
    assert served.get("columns") == {"columns": []}
    assert served.get("cells")["cells"] == []
    assert served.get("causes")["causes"] == []
    assert served.error("case", case="x")[0] == 404


# ------------------------------------------------------------------------- damage


def table(history: History, key: str, name: str) -> Path:
    (path,) = (history.folder / "runs" / key).glob(f"*/{name}.parquet")
    return path


def test_a_history_that_is_damaged_is_one_line(serve: Serve, history: History, rich: str) -> None:
    table(history, rich, "verdicts").write_bytes(b"PAR1 no parquet")
    served = serve()
    status, error, hint = served.error("cells")
    assert status == 503
    assert "damaged" in error or "cannot be read" in error
    assert "\n" not in error
    assert hint is not None
    assert "rebuild" in hint
    history.rebuild(lambda key, run: None)
    assert served.get("cells")["totals"]["cells"] == 40


def test_what_is_damaged_later(serve: Serve, history: History, rich: str) -> None:
    served = serve()
    assert served.get("cells")["totals"]["cells"] == 40
    table(history, rich, "attempts").unlink()
    status, error, _ = served.error("case", case=CASE, run=rich)
    assert (status, "cannot be read" in error) == (503, True)
    assert served.get("cells")["totals"]["cells"] == 40


def test_a_record_that_is_gone(serve: Serve, history: History, rich: str) -> None:
    served = serve()
    history.record_path(history.find(rich)).write_bytes(b"x")
    status, error, _ = served.error("case", case=CASE)
    assert (status, error) == (503, f"the record of run {rich} cannot be read")


def test_a_run_that_is_pruned_under_a_request(
    serve: Serve, history: History, tmp_path: Path
) -> None:
    """What is asked of tables that are gone is asked again of those of now."""
    old = added(history, tmp_path, small("old", "2026-01-01T00:00:00+00:00"))
    new = added(history, tmp_path, small("new", "2026-02-02T00:00:00+00:00"))
    served = serve()
    assert len(served.get("history", case=NAME, column=NATIVE)["runs"]) == 2
    history.prune([history.find(old)])
    rows = served.get("history", case=NAME, column=NATIVE)["runs"]
    assert [row["run"] for row in rows] == [new]


def test_answers_are_packed_and_not_sent_twice(served: Served) -> None:
    first = served.client.get("/api/v1/cells")
    assert first.headers["Content-Encoding"] == "gzip"
    headers = {"If-None-Match": first.headers["ETag"]}
    assert served.client.get("/api/v1/cells", headers=headers).status_code == 304
    json.loads(first.content)
