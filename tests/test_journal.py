"""Results that are kept as they come."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from harness.errors import ExitCode, HarnessError
from harness.journal import Journal


def test_values_are_there_for_the_next_one(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    first = Journal(path)
    first.add("a", {"n": 1})
    first.add("b", ["\udcff", None])
    first.add("a", {"n": 2})
    second = Journal(path)
    assert second.get("a") == {"n": 2}
    assert second.get("b") == ["\udcff", None]
    assert second.get("c") is None


def test_without_a_path_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    journal = Journal()
    journal.add("a", 1)
    assert journal.get("a") == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("tail", ['["b",', "\x00\x00", "{}", "[1, 2]", '["b", 1, 2]', "null"])
def test_what_a_kill_left_is_passed_over(tail: str, tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(f'["a",1]\n{tail}')
    journal = Journal(path)
    assert (journal.get("a"), journal.get("b")) == (1, None)
    journal.add("c", 3)
    again = Journal(path)
    assert (again.get("a"), again.get("c")) == (1, 3)


def test_threads_and_other_journals_of_the_same_file(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    journals = [Journal(path) for _ in range(2)]

    def fill(number: int) -> None:
        for n in range(100):
            journals[number % 2].add(f"{number}-{n}", "x" * 500)

    threads = [threading.Thread(target=fill, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = Journal(path)
    assert all(found.get(f"{t}-{n}") == "x" * 500 for t in range(4) for n in range(100))


def test_a_file_that_cannot_be_used(tmp_path: Path) -> None:
    with pytest.raises(HarnessError, match="cannot read"):
        Journal(tmp_path)
    journal = Journal(tmp_path / "no/such/folder.jsonl")
    with pytest.raises(HarnessError, match="cannot write") as caught:
        journal.add("a", 1)
    assert caught.value.code is ExitCode.INCOMPLETE
