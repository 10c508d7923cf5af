"""Differences of streams as reports show them."""

from __future__ import annotations

import time

from harness.model import Observation, Outcome, Output
from harness.reports.diff import LINE_CHARACTERS, WINDOW_LINES, Pair, stream_diff
from tests.factory import output, seen


def diff(left: bytes | Output, right: bytes | Output, *others: bytes, **options: bool) -> list[str]:
    """The lines below the two headings."""
    a, b = (
        Observation(Outcome.OK, stdout=output(side) if isinstance(side, bytes) else side)
        for side in (left, right)
    )
    oracles = (a, *(seen(stdout=other) for other in others))
    lines = stream_diff(Pair("L", a, "R", b, oracles), "stdout", **options)
    assert lines[:2] == (["--- stdout of L", "+++ stdout of R"] if lines else [])
    return lines[2:]


def test_a_changed_line_with_its_context() -> None:
    lines = [b"%d\n" % n for n in range(100)]
    changed = [*lines[:50], b"x\n", *lines[51:]]
    assert diff(b"".join(lines), b"".join(changed)) == [
        "@@ -48,7 +48,7 @@",
        *(" 47", " 48", " 49", "-50", "+x", " 51", " 52", " 53"),
    ]


def test_equal_outputs_have_none_and_neither_has_what_another_oracle_run_wrote() -> None:
    assert diff(b"a\n", b"a\n") == []
    assert diff(b"a\n", b"b\n", b"b\n") == []
    assert diff(b"", b"") == []


def test_an_empty_side_and_a_missing_line_end() -> None:
    assert diff(b"", b"a\n") == ["@@ -0,0 +1,1 @@", "+a"]
    assert diff(b"a\n", b"a") == ["@@ -1,1 +1,2 @@", " a", "+\\ no line end here"]


def test_blanks_control_characters_and_bytes_are_visible() -> None:
    left, right = diff(b"a b\n", b"a\tb\r\x1b[2J\xff\xc2\xa0\xe2\x80\xae\n")[1:]
    assert (left, right) == ("-a b", "+a\\tb\\r\\x1b[2J\\xff\\xa0\\u202e")


def test_what_the_judge_masks_is_masked() -> None:
    left = Observation(Outcome.OK, stdout=output(b"/s/a/work\nx\n"), scratch="/s/a")
    right = Observation(Outcome.OK, stdout=output(b"/s/b/work\ny\n"), scratch="/s/b")
    lines = stream_diff(Pair("L", left, "R", right, (left,)), "stdout")
    assert lines[3:] == [" <scratch>/work", "-x", "+y"]


def test_a_long_line_is_shown_around_its_first_difference() -> None:
    left = b"x" * 5000 + b"LEFT" + b"x" * 5000 + b"\n"
    minus, plus = diff(left, left.replace(b"LEFT", b"RIGHT"))[1:]
    assert "LEFT" in minus
    assert "RIGHT" in plus
    assert len(minus) < LINE_CHARACTERS + 5


def test_large_outputs_are_compared_quickly_from_their_first_difference_on() -> None:
    left = b"".join(b"%d\n" % (n * n % 7) for n in range(200_000))
    right = left[: len(left) // 2] + b"new\n" + left[len(left) // 2 :][::-1]
    started = time.monotonic()
    lines = diff(left, right)
    assert time.monotonic() - started < 5
    assert "+new" in lines
    assert len(lines) < 2 * WINDOW_LINES + 20
    assert lines[-1].startswith("\\ more lines follow (200000 and ")


def test_everything_shows_every_hunk() -> None:
    left = b"".join(b"%d\n" % n for n in range(1000))
    right = left.replace(b"\n10\n", b"\nten\n").replace(b"\n900\n", b"\nmany\n")
    assert "+many" not in diff(left, right)
    assert "+many" in diff(left, right, everything=True)


def test_a_cut_output_is_said_to_be_cut() -> None:
    lines = diff(output(b"a\n", 70), Output(b"", 9))
    assert lines[-2:] == [
        "\\ stdout of L: only the first 2 of 70 bytes were kept",
        "\\ stdout of R: its 9 bytes are not beside the record",
    ]
