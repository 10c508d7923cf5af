"""What is known of a machine's noise outlives the command, and whatever happens to its file."""

from __future__ import annotations

import json
import multiprocessing
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from harness import timing
from harness.errors import HarnessError
from harness.noise import Difference, NoiseBook

MACHINE = {"system": "Linux", "machine": "x86_64", "processor": "one", "cores": 2}
ONE = Difference("c/a.py", "ab12", "rustpython@0.6.0", "execution", "wall", 15, 0.01, "run-1")
CELL = (ONE.case, ONE.sha256, ONE.column, ONE.phase, ONE.clock)


def runs(*values: float) -> list[Difference]:
    return [replace(ONE, value=value) for value in values]


def test_it_keeps_what_was_added_in_its_order(tmp_path: Path) -> None:
    book = NoiseBook(tmp_path, MACHINE)
    assert book.differences(*CELL, 15) == []
    book.add(runs(0.01, -0.02))
    book.add(runs(0.03))
    for known in (book, NoiseBook(tmp_path, MACHINE)):
        assert known.differences(*CELL, 15) == [0.01, -0.02, 0.03]


def test_a_margin_rests_on_the_last_thirty_runs(tmp_path: Path) -> None:
    NoiseBook(tmp_path, MACHINE).add(runs(*[0.4] * 20, *[0.001] * 30))
    known = NoiseBook(tmp_path, MACHINE).differences(*CELL, 15)
    assert len(known) == 50
    assert timing.margin(known) == timing.Margin(timing.LEAST_MARGIN, 30, provisional=False)


@pytest.mark.parametrize("field", ["case", "sha256", "column", "phase", "clock"])
def test_every_cell_has_its_own(field: str, tmp_path: Path) -> None:
    book = NoiseBook(tmp_path, MACHINE)
    book.add([ONE, Difference(**{**asdict(ONE), field: "other"})])
    assert book.differences(*CELL, 15) == [ONE.value]


def test_runs_of_more_pairs_say_nothing_of_fewer(tmp_path: Path) -> None:
    book = NoiseBook(tmp_path, MACHINE)
    book.add([replace(ONE, pairs=pairs, value=pairs / 100) for pairs in (6, 15, 30)])
    assert book.differences(*CELL, 15) == [0.06, 0.15]
    assert book.differences(*CELL, 5) == []


@pytest.mark.parametrize(
    ("change", "same"),
    [({"cores": 4}, False), ({"processor": "two"}, False), ({"release": "6.1"}, True)],
)
def test_another_machine_is_not_this_one(
    change: dict[str, object], same: bool, tmp_path: Path
) -> None:
    NoiseBook(tmp_path, MACHINE).add([ONE])
    other = NoiseBook(tmp_path, {**MACHINE, **change})
    assert bool(other.differences(*CELL, 15)) == same


def line(**changes: object) -> str:
    return json.dumps({**asdict(ONE), **changes})


@pytest.mark.parametrize(
    "spoilt",
    [
        b"",
        b"\x00\xff\xfe",
        b"{}",
        b"[1, 2]",
        b"null",
        b"[" * 100_000,
        line().encode()[:-9],
        line(more=1).encode(),
        line(value="0.01").encode(),
        line(value=float("nan")).encode(),
        line(pairs=None).encode(),
        line(case=["c"]).encode(),
    ],
)
def test_a_line_that_cannot_be_read_counts_as_none(spoilt: bytes, tmp_path: Path) -> None:
    path = NoiseBook(tmp_path, MACHINE).path
    whole = line().encode()
    path.write_bytes(b"\n".join([whole, spoilt, whole, spoilt]))  # the last one has no end
    book = NoiseBook(tmp_path, MACHINE)
    assert book.differences(*CELL, 15) == [ONE.value] * 2
    book.add([ONE])
    assert NoiseBook(tmp_path, MACHINE).differences(*CELL, 15) == [ONE.value] * 3


def test_a_file_that_is_none(tmp_path: Path) -> None:
    NoiseBook(tmp_path, MACHINE).path.mkdir()
    with pytest.raises(HarnessError, match=r"noise: .*Is a directory") as caught:
        NoiseBook(tmp_path, MACHINE)
    assert "harness noise" in (caught.value.hint or "")


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    book = NoiseBook(tmp_path / "noise", MACHINE)
    (tmp_path / "noise").write_text("")
    with pytest.raises(HarnessError, match="cannot write"):
        book.add([ONE])


def _add_often(folder: Path, name: str) -> None:
    book = NoiseBook(folder, MACHINE)
    for _ in range(20):
        book.add([replace(ONE, case=name, run="x" * 500)] * 40)  # far more than one buffer


def test_two_commands_add_at_once(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_add_often, args=(tmp_path, name)) for name in "ab"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    book = NoiseBook(tmp_path, MACHINE)
    assert len(book.path.read_text(encoding="utf-8").splitlines()) == 2 * 20 * 40
    for name in "ab":
        assert len(book.differences(name, *CELL[1:], 15)) == 20 * 40
