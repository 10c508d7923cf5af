"""The history: what is added is there whole, once, for every reader, and can be made again."""

from __future__ import annotations

import json
import os
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from harness.errors import ExitCode, HarnessError
from harness.history import History, store
from harness.model import ColumnId, Observation, Record, Status
from harness.record import read_record, write_record
from tests import factory

NAME = "corpus/io/one.py"
BIG = b"x" * 5000


def small(
    run_id: str,
    started: str,
    status: Status = Status.PASS,
    *,
    column: ColumnId = factory.NATIVE,
    seen: Observation | None = None,
) -> Record:
    head = replace(factory.header(), run_id=run_id, started=started)
    cells = [
        factory.attempt(NAME, factory.ORACLE, factory.seen()),
        factory.attempt(NAME, column, seen or factory.seen()),
        factory.verdict(NAME, column, status),
    ]
    return factory.record([factory.case(NAME)], cells, header=head)


def written(folder: Path, record: Record) -> Path:
    path = folder / f"{record.header.run_id}.jsonl"
    write_record(path, record)
    return path


@pytest.fixture
def history(tmp_path: Path) -> History:
    return History(tmp_path / "history")


def test_what_is_added_twice_is_there_once(history: History, tmp_path: Path) -> None:
    path = written(tmp_path, factory.rich())
    run, new = history.add(path, read_record)
    assert new
    assert history.add(path, read_record) == (run, False)
    assert history.runs() == [run]
    path.unlink()
    assert read_record(history.record_path(run)).verdicts == factory.rich().verdicts


def test_every_line_of_a_rich_record_is_a_row(history: History, tmp_path: Path) -> None:
    """Names that are no Unicode included; a line is found again by its place in the record."""
    record = factory.rich()
    run, _ = history.add(written(tmp_path, record), read_record)
    whole = history.record_path(run).read_bytes()
    with history.connect() as database:
        for table, items in (
            ("cases", record.cases),
            ("attempts", record.attempts),
            ("verdicts", record.verdicts),
            ("timings", record.timings),
            ("start_ups", record.start_ups),
            ("columns", record.header.columns),
        ):
            (count,) = database.execute(f"SELECT count(*) FROM {table}").fetchone() or ()
            assert count == len(items), table
        statuses = database.execute('SELECT "case", "column", status FROM verdicts').fetchall()
        places = database.execute('SELECT "column", "offset", length FROM attempts').fetchall()
    said = {(v.case, str(v.column)): v.status.value for v in record.verdicts}
    assert {(c, k): s for c, k, s in statuses if "\\" not in c} == {
        key: value for key, value in said.items() if "\udcff" not in key[0]
    }
    assert len(statuses) == len(said)
    for column, offset, length in places:
        assert json.loads(whole[offset : offset + length])["column"] == column


def test_outputs_beside_the_record_come_along(history: History, tmp_path: Path) -> None:
    record = small("one", "2026-01-01", seen=factory.seen(stdout=BIG))
    path = written(tmp_path / "elsewhere", record)
    run, _ = history.add(path, read_record)
    assert run.lost_blobs == 0
    (blob,) = [p for p in (path.parent / "blobs").rglob("*") if p.is_file()]
    blob.unlink()
    kept = read_record(history.record_path(run))
    assert kept.attempts[1].observation.stdout.data == BIG


def test_two_records_with_one_output_are_kept_at_once(tmp_path: Path) -> None:
    """By threads of one process, as in a server."""
    paths = []
    for number in range(8):
        seen = factory.seen(stdout=BIG * 200)
        record = small(f"r{number}", f"2026-01-0{number + 1}", seen=seen)
        paths.append(written(tmp_path / str(number), record))
    history = History(tmp_path / "history")
    with ThreadPoolExecutor(8) as pool:
        added = list(pool.map(lambda path: history.add(path, read_record), paths))
    assert all(new and run.lost_blobs == 0 for run, new in added)
    assert len(history.runs()) == 8


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity"])
def test_what_json_has_no_number_for_is_damage(
    history: History, tmp_path: Path, value: str
) -> None:
    path = written(tmp_path, factory.rich())
    text = path.read_text().replace('"median_s":0.024', f'"median_s":{value}')
    path.write_text(text)
    with pytest.raises(HarnessError, match=r"\.jsonl:\d+: the record is damaged"):
        history.add(path, read_record)


def test_outputs_that_are_gone_are_counted(history: History, tmp_path: Path) -> None:
    path = written(tmp_path, small("one", "2026-01-01", seen=factory.seen(stdout=BIG)))
    for blob in (tmp_path / "blobs").rglob("*"):
        if blob.is_file():
            blob.unlink()
    run, _ = history.add(path, read_record)
    assert run.lost_blobs == 1


def test_an_incomplete_record_is_kept_and_stands_for_nothing(
    history: History, tmp_path: Path
) -> None:
    path = written(tmp_path, small("cut", "2026-02-02"))
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:-1]) + lines[-1][:10])
    run, new = history.add(path, read_record)
    assert new
    assert not run.complete
    with history.connect() as database:
        assert database.execute("SELECT count(*) FROM verdicts").fetchone() == (1,)
        assert database.execute("SELECT count(*) FROM latest").fetchone() == (0,)


def test_the_newest_complete_run_of_a_cell_counts(history: History, tmp_path: Path) -> None:
    for run_id, started, status in (
        ("new", "2026-03-03T00:00:00+00:00", Status.FAIL),
        ("old", "2026-01-01T00:00:00+00:00", Status.PASS),
    ):
        history.add(written(tmp_path, small(run_id, started, status)), read_record)
    other = small("other", "2026-02-02T00:00:00+00:00", column=factory.WASM)
    history.add(written(tmp_path, other), read_record)
    with history.connect() as database:
        found = database.execute('SELECT "column", status FROM latest ORDER BY 1').fetchall()
    assert found == [(str(factory.NATIVE), "fail"), (str(factory.WASM), "pass")]
    assert [run.run_id for run in history.runs()] == ["new", "other", "old"]


def test_a_later_verdict_of_a_cell_replaces_an_earlier_one(
    history: History, tmp_path: Path
) -> None:
    record = small("one", "2026-01-01")
    again = factory.verdict(NAME, factory.NATIVE, Status.FAIL)
    history.add(written(tmp_path, replace(record, verdicts=(*record.verdicts, again))), read_record)
    with history.connect() as database:
        assert database.execute("SELECT status FROM verdicts").fetchall() == [("fail",)]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "it is empty"),
        (b"hello\n", "its first line is not JSON"),
        (b"[]\n", "its first line is no header"),
        (b'{"kind":"header","schema":{"name":"harness-record","version":"2.0"}}\n', "version 2.0"),
        (b'{"kind":"attempt"}\n', "its first line is no header"),
    ],
)
def test_what_is_no_record_is_refused_and_nothing_is_left(
    content: bytes, said: str, history: History, tmp_path: Path
) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(content)
    with pytest.raises(HarnessError, match=said):
        history.add(path, read_record)
    assert history.runs() == []
    assert list((history.folder / "runs").iterdir()) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b'"repeat":0', b'"repeat":"zero"', "damaged"),
        (b'"verdict":1', b'"verdict":2', "the footer counts 2 verdict lines"),
        (b'"outcome":"ok"', b'"uotcome":"ok"', "damaged"),
    ],
)
def test_a_damaged_record_is_refused_with_its_line(
    old: bytes, new: bytes, said: str, history: History, tmp_path: Path
) -> None:
    path = written(tmp_path, small("one", "2026-01-01"))
    text = path.read_bytes()
    assert old in text
    path.write_bytes(text.replace(old, new))
    with pytest.raises(HarnessError, match=said) as raised:
        history.add(path, read_record)
    assert f"{path}:" in str(raised.value)


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.touch()
    with pytest.raises(HarnessError, match="cannot write the history"):
        History(blocked / "history").add(written(tmp_path, factory.rich()), read_record)


# --------------------------------------------------------------------------- at the same time


def test_imports_at_once_are_one(history: History, tmp_path: Path) -> None:
    path = written(tmp_path, factory.rich())
    results = []
    start = threading.Barrier(6)

    def add() -> None:
        start.wait()
        results.append(History(history.folder).add(path, read_record))

    threads = [threading.Thread(target=add) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(new for _, new in results) == 1
    assert len({run.key for run, _ in results}) == 1
    assert len(history.runs()) == 1
    assert not list((history.folder / "runs").glob(".*"))


def test_a_reader_is_not_disturbed_by_a_writer(history: History, tmp_path: Path) -> None:
    """Neither waits for the other, and a reader goes on to see what was there."""
    history.add(written(tmp_path, small("one", "2026-01-01")), read_record)
    with history.connect() as database:
        history.add(written(tmp_path, small("two", "2026-02-02")), read_record)
        assert database.execute("SELECT count(*) FROM verdicts").fetchone() == (1,)
        with history.connect() as later:
            assert later.execute("SELECT count(*) FROM verdicts").fetchone() == (2,)


def test_what_an_interruption_left_is_seen_by_nobody(history: History, tmp_path: Path) -> None:
    history.add(written(tmp_path, small("one", "2026-01-01")), read_record)
    left = history.folder / "runs" / f"{store._ASIDE}dead"
    left.mkdir()
    (left / "record.jsonl").write_bytes(b"half")
    assert len(history.runs()) == 1
    os.utime(left, (1, 1))
    history.add(written(tmp_path, small("two", "2026-01-02")), read_record)
    assert not left.exists()


# --------------------------------------------------------------------------- again, and away


def test_the_tables_are_made_again_from_the_records(history: History, tmp_path: Path) -> None:
    run, _ = history.add(written(tmp_path, factory.rich()), read_record)
    folder = history.folder / "runs" / run.key / store._DERIVED
    before = (folder / "verdicts.parquet").read_bytes()
    (folder / store.RUN).unlink()  # as one that an older harness has made
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    (again,) = history.runs()
    assert replace(again, added=run.added) == run
    assert (folder / "verdicts.parquet").read_bytes() == before
    seen: list[tuple[str, bool]] = []
    history.rebuild(lambda key, made: seen.append((key, made is not None)))
    assert seen == [(run.key, True)]
    assert (folder / "verdicts.parquet").read_bytes() == before


@pytest.mark.parametrize("damage", ["gone", "longer"])
def test_a_rebuilding_spares_the_tables_of_a_record_that_is_damaged(
    damage: str, history: History, tmp_path: Path
) -> None:
    run, _ = history.add(written(tmp_path, factory.rich()), read_record)
    path = history.record_path(run)
    if damage == "gone":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes() + b"\n")
    seen: list[object] = []
    history.rebuild(lambda key, made: seen.append((key, made)))
    assert seen == [(run.key, None)]
    assert history.runs() == [run]
    with history.connect() as database:
        assert database.execute("SELECT count(*) > 0 FROM verdicts").fetchone() == (True,)


@pytest.mark.parametrize("text", ["", "[]", '{"run": 1}', "nonsense"])
def test_what_identifies_a_run_is_made_again_when_it_is_damaged(
    text: str, history: History, tmp_path: Path
) -> None:
    run, _ = history.add(written(tmp_path, factory.rich()), read_record)
    (history.folder / "runs" / run.key / store._DERIVED / store.RUN).write_text(text)
    (again,) = history.runs()
    assert replace(again, added=run.added) == run
    assert history.runs() == [again]


def test_tables_that_are_damaged_are_told(history: History, tmp_path: Path) -> None:
    run, _ = history.add(written(tmp_path, factory.rich()), read_record)
    table = history.folder / "runs" / run.key / store._DERIVED / "verdicts.parquet"
    table.write_bytes(b"")
    with pytest.raises(HarnessError, match=r"the tables of .* are damaged"):
        history.connect()
    history.rebuild(lambda key, made: None)
    history.connect().close()


def test_blank_lines_and_a_number_beyond_all_bounds(history: History, tmp_path: Path) -> None:
    path = written(tmp_path, small("one", "2026-01-01"))
    text = path.read_bytes()
    path.write_bytes(text.replace(b"\n", b"\n\n"))
    assert history.add(path, read_record)[1]
    path.write_bytes(text.replace(b'"wall_ns":31000000', b'"wall_ns":1' + b"0" * 400))
    with pytest.raises(HarnessError, match=r"one\.jsonl"):
        history.add(path, read_record)


def test_pruning_takes_the_run_and_its_own_outputs(history: History, tmp_path: Path) -> None:
    shared, own = factory.seen(stdout=BIG), factory.seen(stdout=b"y" * 5000)
    one, _ = history.add(written(tmp_path, small("one", "2026-01-01", seen=shared)), read_record)
    record = small("two", "2026-02-02", seen=own)
    extra = factory.attempt(NAME, factory.NATIVE, shared, 1)
    record = replace(record, attempts=(*record.attempts, extra))
    two, _ = history.add(written(tmp_path, record), read_record)
    for blob in (history.folder / "blobs").rglob("*"):
        os.utime(blob, (1, 1))
    pretended = history.prune([two], pretend=True)
    assert len(history.runs()) == 2
    assert history.prune([two]) == pretended
    assert pretended.blobs == 1
    assert history.runs() == [one]
    assert read_record(history.record_path(one)).attempts[1].observation.stdout.data == BIG


def test_a_young_output_is_spared(history: History, tmp_path: Path) -> None:
    record = small("one", "2026-01-01", seen=factory.seen(stdout=BIG))
    run, _ = history.add(written(tmp_path, record), read_record)
    assert history.prune([run]).blobs == 0


@pytest.mark.parametrize("text", ["nothing", ""])
def test_a_run_that_is_not_named_well(text: str, history: History, tmp_path: Path) -> None:
    for name in ("one", "two"):
        history.add(written(tmp_path, small(name, "2026-01-01")), read_record)
    with pytest.raises(HarnessError) as raised:
        history.find(text)
    assert raised.value.code is ExitCode.USAGE
    assert history.find("two").run_id == "two"


def test_an_export_is_read_by_anybody(history: History, tmp_path: Path) -> None:
    import duckdb

    history.add(written(tmp_path, factory.rich()), read_record)
    paths = history.export(tmp_path / "out")
    assert {path.name for path in paths} >= {"runs.parquet", "verdicts.parquet"}
    with duckdb.connect() as database:
        count = database.execute(f"SELECT count(*) FROM '{tmp_path}/out/verdicts.parquet'")
        assert count.fetchone() == (len(factory.rich().verdicts),)
