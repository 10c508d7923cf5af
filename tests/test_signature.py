"""A signature names a cause: it holds no value, no line and no path."""

from __future__ import annotations

from dataclasses import replace

import pytest

from harness.model import (
    Divergence,
    ExceptionInfo,
    Frame,
    Observation,
    Outcome,
    PanicInfo,
    Signature,
    TrapInfo,
)
from harness.signature import first_hunk, signature_of, without_values


@pytest.mark.parametrize(
    ("message", "left"),
    [
        (
            "invalid literal for int() with base 10: 'abc'",
            "invalid literal for int() with base N: '…'",
        ),
        ("index 12 is out of range 3.5", "index N is out of range N"),
        ("cannot open /home/me/x.py now", "cannot open <path> now"),
        ("utf8 stays, as do a1 and x_2", "utf8 stays, as do a1 and x_2"),
        ("first line\nsecond 2", "first line"),
        ("can't multiply by non-int of type 'float'", "can't multiply by non-int of type '…'"),
        ("unhashable <C object at 0x7f12ab34cd>", "unhashable <C object at N>"),
        ("bad literal b'abc' here", "bad literal '…' here"),
    ],
)
def test_values_are_taken_out(message: str, left: str) -> None:
    assert without_values(message) == left


OK = Observation(Outcome.OK, 0)


def named(
    divergence: Divergence,
    candidate: Observation,
    expected: str = "",
    got: str = "",
    oracle: Observation = OK,
) -> Signature:
    return signature_of(divergence, oracle, candidate, expected, got)


def raised(type_: str, message: str, line: int = 1, file: str = "/tmp/a.py") -> Observation:
    frames = (Frame(file, 1, "<module>", "__main__"), Frame(file, line, "load", "json"))
    return Observation(Outcome.RAISED, 1, exception=ExceptionInfo(type_, message, frames=frames))


def test_neither_line_nor_path_nor_value_matters() -> None:
    one = named(Divergence.EXCEPTION_TYPE, raised("ValueError", "bad 1", 3))
    two = named(Divergence.EXCEPTION_TYPE, raised("ValueError", "bad 22", 9, "/x/b.py"))
    assert one == two
    assert one.text == "exception-type: ValueError: bad N in json:load"


def test_names_matter_where_the_error_is_about_names() -> None:
    one = named(Divergence.MISSING_NAME, raised("ModuleNotFoundError", "No module named 'a'"))
    two = named(Divergence.MISSING_NAME, raised("ModuleNotFoundError", "No module named 'b'"))
    assert one.id != two.id


def test_a_panic_is_named_by_its_place_without_the_line() -> None:
    def panicked(line: int) -> Observation:
        panic = PanicInfo(
            "index 5 of 3", "vm/src/frame.rs", line, "vm::frame::run::h0123456789abcdef"
        )
        return Observation(Outcome.PANIC, panic=panic)

    one, two = (named(Divergence.PANIC, panicked(line)) for line in (1, 2))
    assert one == two
    assert one.text == "panic in vm/src/frame.rs vm::frame::run: index N of N"


def test_a_trap_is_named_by_its_first_telling_function() -> None:
    frames = ("rust_begin_unwind", "core::panicking::panic", "vm::eval", "main")
    seen = Observation(Outcome.TRAP, trap=TrapInfo("unreachable", "", frames))
    assert named(Divergence.TRAP, seen).text == "trap: unreachable in vm::eval"


def test_output_is_named_by_its_first_differing_hunk() -> None:
    seen = Observation(Outcome.OK, 0)
    one = named(Divergence.STDOUT, seen, "same\n1e+16\nx\n", "same\n1e16\nx\n")
    two = named(Divergence.STDOUT, seen, "other\n1e+16\n", "other\n1e16\n")
    three = named(Divergence.STDOUT, seen, "other\n1e+17\n", "other\n1e17\n")
    assert one.id == two.id != three.id
    assert one.detail == "-1e+16\n+1e16"


def test_text_that_is_no_unicode_can_still_be_written() -> None:
    bad = b"\xff\n".decode("utf-8", "surrogateescape")
    signature = named(Divergence.STDOUT, OK, "a\n", bad)
    assert signature.text.encode()
    assert signature.detail.encode()


@pytest.mark.parametrize(
    ("left", "right", "hunk"),
    [
        (["a", "b"], ["a", "c"], (["b"], ["c"])),
        (["a"], ["a", "b"], ([], ["b"])),
        (["a", "b"], ["a"], (["b"], [])),
        (["a"], ["a"], ([], [])),
    ],
)
def test_first_hunk(left: list[str], right: list[str], hunk: tuple[list[str], list[str]]) -> None:
    assert first_hunk(left, right) == hunk


def test_the_path_of_a_module_is_left_out() -> None:
    one, two = (
        named(
            Divergence.MISSING_NAME,
            raised("ImportError", f"cannot import name 'x' from 'h' (/tmp/{folder}/work/h.py)"),
        )
        for folder in ("harness-1/ab", "harness-2/cd")
    )
    assert one == two
    assert "'x' from 'h' (<path>)" in one.text


def test_the_functions_of_a_script_are_its_own() -> None:
    one, two = (
        Observation(
            Outcome.RAISED,
            1,
            exception=ExceptionInfo("TypeError", "m", frames=(Frame("a", 1, name, "__main__"),)),
        )
        for name in ("main", "test_all")
    )
    assert named(Divergence.EXCEPTION_TYPE, one) == named(Divergence.EXCEPTION_TYPE, two)


def test_a_stack_overflow_is_named_without_the_function_that_was_last() -> None:
    one, two = (
        Observation(Outcome.TRAP, trap=TrapInfo("stack-overflow", "", (name, "main")))
        for name in ("vm::eval", "vm::call")
    )
    assert named(Divergence.TRAP, one).id == named(Divergence.TRAP, two).id


def test_an_exception_that_is_missed_names_the_cause() -> None:
    one, two = (
        named(Divergence.EXIT_CODE, OK, oracle=raised(type_, "bad 1"))
        for type_ in ("ValueError", "TypeError")
    )
    assert one.id != two.id
    assert one.text == "exit-code: 0 in place of ValueError: bad N in json:load"


def test_an_exit_code_is_named_with_what_was_said() -> None:
    one, two, three = (
        named(Divergence.EXIT_CODE, Observation(Outcome.EXIT, 1), "fine\n", text)
        for text in ("a broke\n", "b broke\n", "fine\n")
    )
    assert len({one.id, two.id, three.id}) == 3
    assert (one.text, three.text) == ("exit-code: 0 → 1: fine → a broke", "exit-code: 0 → 1")


def test_differences_in_line_ends_have_names_of_their_own() -> None:
    one = named(Divergence.STDOUT, OK, "a\n", "a\r\n")
    two = named(Divergence.STDOUT, OK, "a\n", "a")
    assert one.id != two.id
    assert two.text == "stdout: (empty line) → (nothing)"


def test_the_same_lines_in_another_stream_are_another_cause() -> None:
    one, two = (named(d, OK, "a\n", "b\n") for d in (Divergence.STDOUT, Divergence.STDERR))
    assert one.id != two.id


def test_very_long_lines_are_told_apart_but_not_kept() -> None:
    one, two = (named(Divergence.STDOUT, OK, "a", "b" * 100_000 + end) for end in "cd")
    assert one.id != two.id
    assert len(one.detail) < 2000


def test_a_panic_has_one_signature_natively_and_in_wasm() -> None:
    frames = (
        "abort",
        "std::process::abort",
        "core::option::unwrap_failed",
        "vm::io::read::h0123456789abcdef",
    )
    native = PanicInfo("no 5", "vm/src/io.rs", 7, "vm::io::read")
    wasm = replace(native, function=None)
    seen = [
        Observation(Outcome.PANIC, 101, panic=native),
        Observation(Outcome.PANIC, panic=wasm, trap=TrapInfo("unreachable", "", frames)),
    ]
    one, two = (signature_of(Divergence.PANIC, OK, run, "", "") for run in seen)
    assert one == two
