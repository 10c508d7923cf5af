"""What a survey of the standard library says: counts, and what two columns differ in."""

from __future__ import annotations

import pytest

from harness.model import ColumnId, Signature
from harness.survey import Found, State, Survey, differ, is_private, left_out, successive

ORACLE, OLDER = ColumnId("cpython", "3.14"), ColumnId("cpython", "3.12")
OLD, NEW = ColumnId("rustpython", "0.4.0"), ColumnId("rustpython", "0.5.0")
HAS, MISSING = Found(State.IMPORTS), Found(State.MISSING)
UNTRIED = Found(State.UNKNOWN)
FAILS = Found(State.FAILS, signature=Signature("id", "ImportError: planted"))


def lacks(*names: str) -> Found:
    return Found(State.IMPORTS, names)


def survey(cells: dict[str, tuple[Found | None, Found | None]]) -> Survey:
    """Two columns with an oracle each; None is a module that its oracle does not have."""
    names = ("one", "two", "three")
    return Survey(
        oracles={OLD: OLDER, NEW: ORACLE},
        modules={
            OLDER: {name: names for name, (old, _) in cells.items() if old},
            ORACLE: {name: names for name, (_, new) in cells.items() if new},
        },
        cells={
            **{(name, OLD): old for name, (old, _) in cells.items() if old},
            **{(name, NEW): new for name, (_, new) in cells.items() if new},
        },
    )


def test_counts() -> None:
    found = survey(
        {
            "json": (HAS, HAS),
            "_json": (MISSING, HAS),
            "ssl": (FAILS, lacks("two")),
            "xml._private.x": (HAS, HAS),
            "cgi": (HAS, None),
        }
    )
    assert found.columns == (OLD, NEW)
    assert found.imports(OLD) == (3, 5)
    assert found.imports(NEW) == (4, 4)
    assert found.imports(OLD, public=True) == (2, 3)
    assert found.names(OLD) == (6, 6)  # of the public modules that import
    assert found.names(NEW) == (5, 6)
    assert list(found.of(OLD)) == ["_json", "cgi", "json", "ssl", "xml._private.x"]


@pytest.mark.parametrize(
    ("old", "new", "moved"),
    [
        (HAS, HAS, ""),
        (MISSING, MISSING, ""),
        (MISSING, HAS, "gained"),
        (FAILS, HAS, "gained"),
        (HAS, MISSING, "lost"),
        (HAS, FAILS, "lost"),
        (MISSING, FAILS, ""),
        (None, HAS, "appeared"),
        (None, MISSING, ""),
        (HAS, None, "gone"),
        (FAILS, None, ""),
        (HAS, UNTRIED, ""),  # nothing is known of it
        (UNTRIED, HAS, ""),
    ],
)
def test_a_module_of_two_columns(old: Found | None, new: Found | None, moved: str) -> None:
    found = differ(survey({"json": (old, new)}), OLD, NEW)
    moves = {name: getattr(found, name) for name in ("gained", "lost", "appeared", "gone")}
    assert moves == {name: ("json",) if name == moved else () for name in moves}


@pytest.mark.parametrize(
    ("old", "new", "gained", "lost"),
    [
        (lacks("one", "two"), lacks("two"), ("one",), ()),
        (lacks("one"), lacks("two", "three"), ("one",), ("two", "three")),
        (HAS, HAS, (), ()),
        (MISSING, lacks("one"), (), ()),  # the module itself is what was gained
        (lacks("one"), FAILS, (), ()),
    ],
)
def test_names_of_two_columns(
    old: Found, new: Found, gained: tuple[str, ...], lost: tuple[str, ...]
) -> None:
    found = differ(survey({"json": (old, new)}), OLD, NEW)
    assert found.names_gained.get("json", ()) == gained
    assert found.names_lost.get("json", ()) == lost


def test_a_name_that_only_one_oracle_has_is_no_gain() -> None:
    found = survey({"json": (lacks("one"), HAS)})
    modules = {**found.modules, ORACLE: {"json": ("two",)}}
    assert not differ(Survey(found.oracles, modules, found.cells), OLD, NEW).names_gained


def test_neighbours_differ_in_their_version_alone() -> None:
    columns = [
        *(ColumnId("rustpython", version) for version in ("0.10.0", "main", "0.9.0", "fix")),
        ColumnId("rustpython", "0.6.0", runtime="wasmtime"),
        ColumnId("rustpython", "0.6.0", "size"),
        ColumnId("rustpython", "0.5.0", runtime="wasmtime"),
    ]
    assert [tuple(map(str, pair)) for pair in successive(columns)] == [
        ("rustpython@0.9.0", "rustpython@0.10.0"),
        ("rustpython@0.10.0", "rustpython@main"),
        ("rustpython@main", "rustpython@fix"),
        ("rustpython@0.5.0/wasmtime", "rustpython@0.6.0/wasmtime"),
    ]


@pytest.mark.parametrize(
    ("name", "private"),
    [("json", False), ("_json", True), ("json.decoder", False), ("xml._x.y", True)],
)
def test_private_modules(name: str, private: bool) -> None:
    assert is_private(name) is private


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("antigravity", "opens a web browser"),
        ("json.__main__", "a program, which importing would start"),
        ("test.support", "CPython's own tests"),
        ("unittest.test.x", "CPython's own tests"),
        ("unittest", ""),
        ("contest", ""),
        ("idlelib", ""),
    ],
)
def test_what_is_never_imported(name: str, why: str) -> None:
    assert left_out(name) == why


def test_what_a_limited_survey_was_asked() -> None:
    limited = Survey({}, {}, {}, only=("json", "email*"))
    assert [limited.asked(name) for name in ("json", "email.policy", "ssl")] == [True, True, False]
    assert Survey({}, {}, {}).asked("ssl")
