"""Which CPython judges which column: as named, as found, or as `--oracle` says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from harness.columns import Workshop, parse_oracle, prepare
from harness.errors import HarnessError
from harness.lanes import Lane
from harness.model import Artefact, Column, ColumnId
from harness.runtimes import RUNTIMES

OLD, NEW = "rustpython@0.4.0", "rustpython@0.6.0"
CLAIMS = {"0.4.0": "3.12", "0.6.0": "3.14"}


class Shop(Workshop):
    """Makes nothing, and has every CPython but those in `lacking`, for which 3.13 is nearest."""

    lacking: tuple[str, ...] = ()

    def __init__(self) -> None:
        pass

    def lane(self, column: ColumnId) -> Lane:
        python = CLAIMS.get(column.version, column.version)
        artefact = Artefact(Path("x"), column.engine, column.version, python, "native", "", "f")
        ready = Column(column, "native", python, f"f-{column}", frozenset())
        return Lane(ready, artefact, RUNTIMES["native"])

    def oracle(self, python: str) -> Lane:
        return self.lane(ColumnId("cpython", "3.13" if python in self.lacking else python))


def paired(columns: str, oracle: str | None = None, shop: Shop | None = None) -> dict[str, Any]:
    wanted = [ColumnId.parse(text) for text in columns.split()]
    given = ColumnId.parse(oracle) if oracle else None
    lanes, choices = prepare(wanted, shop or Shop(), given)
    assert {lane.column.id for lane in lanes.candidates} == {c.candidate for c in choices}
    assert set(lanes.oracles) == {choice.oracle for choice in choices}
    return {
        str(c.candidate): str(c.oracle).removeprefix("cpython@") + ("" if c.exact else "?")
        for c in choices
    }


@pytest.mark.parametrize(
    ("columns", "oracle", "judged_by"),
    [
        (NEW, None, {NEW: "3.14"}),
        (f"{OLD} {NEW}", None, {OLD: "3.12", NEW: "3.14"}),
        # What is named and of the claimed version judges, and is no column of its own.
        (f"cpython@3.14 {NEW}", None, {NEW: "3.14"}),
        (f"cpython@3.12 {OLD} {NEW}", None, {OLD: "3.12", NEW: "3.14"}),
        # Others are columns, judged by the oracle of the first candidate.
        (
            f"cpython@3.12 cpython@3.13 {NEW}",
            None,
            {NEW: "3.14", "cpython@3.12": "3.14?", "cpython@3.13": "3.14?"},
        ),
        (f"{OLD} {NEW} cpython@3.13", None, {OLD: "3.12", NEW: "3.14", "cpython@3.13": "3.12?"}),
        # CPythons alone: the first judges.
        ("cpython@3.13", None, {"cpython@3.13": "3.13"}),
        ("cpython@3.12 cpython@3.13", None, {"cpython@3.13": "3.12?"}),
        # One that is given judges all.
        (f"{OLD} {NEW}", "cpython@3.12", {OLD: "3.12", NEW: "3.12?"}),
        (
            f"cpython@3.12 cpython@3.13 {NEW}",
            "cpython@3.13",
            {NEW: "3.13?", "cpython@3.12": "3.13?"},
        ),
        (
            f"cpython@3.14 {NEW}",
            "cpython@3.13",
            {NEW: "3.13?", "cpython@3.14": "3.13?"},
        ),
        ("cpython@3.12", "cpython@3.13", {"cpython@3.12": "3.13?"}),
        ("cpython@3.13", "cpython@3.13", {"cpython@3.13": "3.13"}),
    ],
)
def test_who_is_judged_by_whom(columns: str, oracle: str | None, judged_by: dict[str, str]) -> None:
    assert paired(columns, oracle) == judged_by


def test_without_the_claimed_version_the_nearest_judges_and_is_no_match() -> None:
    shop = Shop()
    shop.lacking = ("3.14",)
    assert paired(f"{OLD} {NEW}", shop=shop) == {OLD: "3.12", NEW: "3.13?"}


@pytest.mark.parametrize(
    "text", ["rustpython@0.6.0", "cpython", "3.14", "cpython@main", "cpython@3.14/wasmtime", ""]
)
def test_only_a_cpython_is_an_oracle(text: str) -> None:
    with pytest.raises(HarnessError, match="only a CPython judges") as caught:
        parse_oracle(text)
    assert caught.value.hint == "as cpython@3.14"


def test_an_oracle_may_be_exact() -> None:
    assert parse_oracle("cpython@3.14.8") == ColumnId("cpython", "3.14.8")
