"""One output against all that the oracle produced."""

from __future__ import annotations

import pytest

from harness.facets import agree
from harness.model import CompareOptions, Divergence
from harness.normalize import Sample


def samples(*texts: str) -> list[Sample]:
    return [Sample(text.encode()) for text in texts]


def test_equal_bytes_need_nothing() -> None:
    found = agree(Sample(b"1\n"), samples("1\n", "1\n"))
    assert (found.equal, found.masks, found.relaxed) == (True, (), None)


@pytest.mark.parametrize(
    ("oracles", "candidate", "unstable"),
    [
        (["1\n", "1\n"], "2\n", False),
        (["{'a', 'b'}", "{'b', 'a'}"], "{'b', 'c'}", True),
        (["x\n", "x\n"], "x", False),
        (["x\n"], "x\r\n", False),
    ],
)
def test_a_difference_is_one_only_outside_all_that_the_oracle_said(
    oracles: list[str], candidate: str, unstable: bool
) -> None:
    found = agree(Sample(candidate.encode()), samples(*oracles))
    assert (found.equal, found.unstable) == (False, unstable)


@pytest.mark.parametrize(
    ("options", "oracles", "candidate"),
    [
        (CompareOptions(unordered=True), ["a\nb\n", "b\na\n"], "a\nc\n"),
        (CompareOptions(float_tolerance=1e-6), ["1.0000000\n", "1.0000001\n"], "7.0\n"),
    ],
)
def test_what_a_case_allows_is_no_movement_of_the_oracle(
    options: CompareOptions, oracles: list[str], candidate: str
) -> None:
    found = agree(Sample(candidate.encode()), samples(*oracles), options)
    assert (found.equal, found.unstable) == (False, False)


def test_what_stands_still_beside_what_moves_is_a_value() -> None:
    oracles = samples("<C at 0x1111>\nwait 5 s\n", "<C at 0x2222>\nwait 5 s\n")
    assert agree(Sample(b"<C at 0x3333>\nwait 5 s\n"), oracles).equal
    assert not agree(Sample(b"<C at 0x3333>\nwait 6 s\n"), oracles).equal


def test_any_of_the_oracles_outputs_will_do() -> None:
    assert agree(Sample(b"{'b', 'a'}"), samples("{'a', 'b'}", "{'b', 'a'}")).equal


def test_an_address_that_moves_in_the_oracle_is_masked_and_said() -> None:
    oracles = samples("<C object at 0x7f01aa>", "<C object at 0x7f02aa>")
    found = agree(Sample(b"<C object at 0x55550000>"), oracles)
    assert found.equal
    assert found.masks == ("address",)
    assert found.relaxed is Divergence.NORMALISED_EQUAL


def test_an_address_that_stands_still_in_the_oracle_is_a_value() -> None:
    oracles = samples("stored at 0x1000", "stored at 0x1000")
    assert not agree(Sample(b"stored at 0x2000"), oracles).equal


def test_scratch_folders_are_masked_each_by_its_own_name() -> None:
    oracles = [Sample(b"/t/a/work/f", "/t/a"), Sample(b"/t/bxx/work/f", "/t/bxx")]
    found = agree(Sample(b"/t/c/work/f", "/t/c"), oracles)
    assert found.equal
    assert found.masks == ("scratch-path",)


def test_the_length_of_a_path_is_the_oracles_own_movement() -> None:
    oracles = [Sample(b"11\n", "/t/a"), Sample(b"14\n", "/t/bxxx")]
    found = agree(Sample(b"12\n", "/t/c"), oracles)
    assert not found.equal
    assert found.unstable


@pytest.mark.parametrize(
    ("options", "oracle", "candidate", "relaxed"),
    [
        (CompareOptions(unordered=True), "a\nb\n", "b\na\n", Divergence.UNORDERED_EQUAL),
        (CompareOptions(unordered=True), "a\nb\n", "b\nb\n", None),
        (CompareOptions(), "a\nb\n", "b\na\n", None),
        (
            CompareOptions(float_tolerance=1e-6),
            "x 1.0\n",
            "x 1.0000001\n",
            Divergence.FLOAT_TOLERANCE,
        ),
        (CompareOptions(float_tolerance=1e-6), "x 1.0\n", "x 1.1\n", None),
        (CompareOptions(float_tolerance=1e-6), "x 1.0\n", "y 1.0\n", None),
        (CompareOptions(float_tolerance=1e-6), "1.0 2\n", "1.0\n", None),
        (CompareOptions(), "1.0\n", "1.0000001\n", None),
        # Integers are counts, and an integer is no float.
        (CompareOptions(float_tolerance=1e-6), "n 10000001\n", "n 10000000\n", None),
        (CompareOptions(float_tolerance=1e-6), "n 1\n", "n 1.0\n", None),
        (CompareOptions(float_tolerance=1e-6), "1e16\n", "1.0e+16\n", Divergence.FLOAT_TOLERANCE),
        # What looks like a line's end to Unicode is none, and a missing one is a difference.
        (CompareOptions(unordered=True), "a\x0bb\n", "b\na\n", None),
        (CompareOptions(unordered=True), "a\nb\n", "b\na", None),
        (
            CompareOptions(unordered=True, float_tolerance=1e-6),
            "a 1.0\nb 2.0\n",
            "b 2.0000001\na 1.0\n",
            Divergence.FLOAT_TOLERANCE,
        ),
    ],
)
def test_what_a_case_allows(
    options: CompareOptions, oracle: str, candidate: str, relaxed: Divergence | None
) -> None:
    found = agree(Sample(candidate.encode()), samples(oracle, oracle), options)
    assert (found.equal, found.relaxed) == (relaxed is not None, relaxed)
