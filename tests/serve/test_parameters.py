"""Reading what a request says: nothing is guessed, nothing is passed over."""

from __future__ import annotations

import pytest

from harness.serve.parameters import Kind, Parameter, cursor, place, read
from harness.serve.refused import Refused

KNOWN = (
    Parameter("name", "a name", required=True),
    Parameter("kind", "a kind", many=True, choices=("a", "b")),
    Parameter("limit", "how many", Kind.WHOLE, most=10, default=5),
    Parameter("whole", "yes or no", Kind.FLAG, choices=("true", "false")),
)


def test_values_and_defaults() -> None:
    given = [("name", "x"), ("kind", "b"), ("kind", "a"), ("whole", "false")]
    expected = {"name": "x", "kind": ("b", "a"), "limit": 5, "whole": False}
    assert read(KNOWN, given) == expected
    assert read(KNOWN, [("name", ""), ("limit", "10")])["limit"] == 10


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ([], "the parameter name is needed"),
        ([("name", "x"), ("other", "y")], "unknown parameter 'other'"),
        ([("name", "x"), ("name", "y")], "name is given more than once"),
        ([("name", "x" * 1001)], "longer than 1000"),
        ([("name", "x"), ("kind", "c")], "kind: unknown value 'c'"),
        ([("name", "x"), ("whole", "1")], "whole: unknown value"),
        *(
            ([("name", "x"), ("limit", text)], "a number from 1 to 10")
            for text in ("", "0", "11", "-1", "1.0", "ten", "٣", "9" * 30)
        ),
    ],
)
def test_what_is_refused(given: list[tuple[str, str]], said: str) -> None:
    with pytest.raises(Refused, match=said) as raised:
        read(KNOWN, given)
    assert raised.value.status == 400


def test_the_known_parameters_are_named() -> None:
    with pytest.raises(Refused) as raised:
        read(KNOWN, [("x", "y")])
    assert raised.value.hint == "known here: name, kind, limit, whole"


def test_a_cursor_is_read_back() -> None:
    assert place(cursor("é/\\xff", 7), str, int) == ("é/\\xff", 7)
    with pytest.raises(Refused):  # the tables hold no such text, and cannot be asked for it
        place(cursor("\udcff", 7), str, int)
    assert place(None, str) is None


@pytest.mark.parametrize("text", ["", "x", "e30", "WzFd", cursor(1, "a"), cursor(True), "W" * 9])
def test_a_cursor_from_elsewhere_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="cursor"):
        place(text, str, int)
