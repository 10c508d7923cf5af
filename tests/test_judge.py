"""The judgement of a cell: a table of pairs, as a reader of a report would want them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from harness.judge import judge, standing
from harness.model import (
    Case,
    Column,
    ColumnId,
    CompareOptions,
    Divergence,
    ExceptionInfo,
    Observation,
    Outcome,
    Output,
    PanicInfo,
    Status,
    TrapInfo,
    Verdict,
)

ORACLE, CANDIDATE = ColumnId("cpython", "3.14"), ColumnId("rustpython", "0.6.0")
CASE = Case("corpus/a/b.py", Path("corpus/a/b.py"), "a", "0")
D, OUT, S = Divergence, Outcome, Status


def out(data: str | bytes) -> Output:
    raw = data.encode() if isinstance(data, str) else data
    return Output(raw, len(raw))


def ok(stdout: str | bytes = "1\n", stderr: str = "", scratch: str = "/t/a") -> Observation:
    return Observation(OUT.OK, 0, stdout=out(stdout), stderr=out(stderr), scratch=scratch)


def raised(
    type_: str, message: str = "m", stdout: str = "1\n", stderr: str | None = None
) -> Observation:
    text = f"Traceback (most recent call last):\n{type_}: {message}\n" if stderr is None else stderr
    exception = ExceptionInfo(type_, message)
    return Observation(OUT.RAISED, 1, stdout=out(stdout), stderr=out(text), exception=exception)


def exited(code: int) -> Observation:
    return Observation(OUT.EXIT, code, stdout=out("1\n"))


def died(outcome: Outcome, **fields: object) -> Observation:
    return replace(Observation(outcome, stdout=out("1\n")), **fields)  # type: ignore[arg-type]


def verdict(
    oracle: Observation | list[Observation],
    candidate: Observation | list[Observation],
    case: Case = CASE,
) -> Verdict:
    oracles = oracle if isinstance(oracle, list) else [oracle, oracle]
    candidates = candidate if isinstance(candidate, list) else [candidate]
    return judge(case, CANDIDATE, ORACLE, oracles, candidates)


WARNED = ok(stderr="x.py:1: DeprecationWarning: old\n")
TRAP, PANIC = TrapInfo("unreachable"), PanicInfo("boom", "a.rs", 1)


@pytest.mark.parametrize(
    ("oracle", "candidate", "status", "strict", "classes"),
    [
        (ok(), ok(), S.PASS, True, []),
        (exited(3), exited(3), S.PASS, True, []),
        (raised("ValueError"), raised("ValueError"), S.PASS, True, []),
        (died(OUT.SIGNAL, signal=15), died(OUT.SIGNAL, signal=15), S.PASS, True, []),
        (ok(), WARNED, S.PASS, False, [D.STDERR]),
        (WARNED, ok(), S.PASS, False, [D.STDERR]),
        (
            raised("ValueError", "a"),
            raised("ValueError", "b"),
            S.PASS,
            False,
            [D.MESSAGE, D.TRACEBACK],
        ),
        (
            raised("ValueError", stderr="Traceback (most recent call last):\n  ^^^\n"),
            raised("ValueError", stderr="Traceback (most recent call last):\n  ^\n"),
            S.PASS,
            False,
            [D.TRACEBACK],
        ),
        (ok("1\n2\n"), ok("1\n"), S.FAIL, False, [D.STDOUT]),
        (exited(3), exited(4), S.FAIL, False, [D.EXIT_CODE]),
        (ok(), exited(1), S.FAIL, False, [D.EXIT_CODE]),
        (
            raised("ValueError"),
            raised("TypeError", stderr="Traceback (most recent call last):\nValueError: m\n"),
            S.FAIL,
            False,
            [D.EXCEPTION_TYPE],
        ),
        (ok(), raised("TypeError", stderr=""), S.FAIL, False, [D.EXIT_CODE, D.EXCEPTION_TYPE]),
        (
            ok(),
            raised("ModuleNotFoundError", "No module named 'zoneinfo'", stderr=""),
            S.FAIL,
            False,
            [D.MISSING_NAME, D.EXIT_CODE, D.EXCEPTION_TYPE],
        ),
        (
            ok(),
            raised("AttributeError", "module 'array' has no attribute 'typecodes'", stderr=""),
            S.FAIL,
            False,
            [D.MISSING_NAME, D.EXIT_CODE, D.EXCEPTION_TYPE],
        ),
        (
            ok(),
            raised("AttributeError", "'str' object has no attribute 'removeprefix'", stderr=""),
            S.FAIL,
            False,
            [D.MISSING_NAME, D.EXIT_CODE, D.EXCEPTION_TYPE],
        ),
        (
            ok(),
            raised("AttributeError", "'NoneType' object has no attribute 'write'", stderr=""),
            S.FAIL,
            False,
            [D.EXIT_CODE, D.EXCEPTION_TYPE],
        ),
        (
            ok(),
            raised("NameError", "name 'my_own' is not defined", stderr=""),
            S.FAIL,
            False,
            [D.EXIT_CODE, D.EXCEPTION_TYPE],
        ),
        (
            ok(),
            raised("ModuleNotFoundError", "No module named '_socket'", stderr=""),
            S.FAIL,
            False,
            [D.CAPABILITY, D.EXIT_CODE, D.EXCEPTION_TYPE],
        ),
        (
            ok(),
            raised("OSError", "[Errno 58] Not supported", stderr=""),
            S.FAIL,
            False,
            [D.CAPABILITY, D.EXIT_CODE, D.EXCEPTION_TYPE],
        ),
        (
            ok(),
            raised("SyntaxError", "invalid syntax", stderr=""),
            S.FAIL,
            False,
            [D.SYNTAX, D.EXIT_CODE, D.EXCEPTION_TYPE],
        ),
        (
            ok(),
            raised("RecursionError", "maximum recursion depth exceeded", stderr=""),
            S.FAIL,
            False,
            [D.RESOURCE, D.EXIT_CODE, D.EXCEPTION_TYPE],
        ),
        (ok(), died(OUT.PANIC, exit_code=101, panic=PANIC), S.FAIL, False, [D.PANIC, D.EXIT_CODE]),
        (ok(), died(OUT.SIGNAL, signal=11), S.FAIL, False, [D.SIGNAL, D.EXIT_CODE]),
        (ok(), died(OUT.TRAP, trap=TRAP), S.FAIL, False, [D.TRAP, D.EXIT_CODE]),
        (ok(), died(OUT.TIMEOUT, limit="wall time"), S.FAIL, False, [D.TIMEOUT, D.EXIT_CODE]),
        (ok(), died(OUT.OOM), S.FAIL, False, [D.RESOURCE, D.EXIT_CODE]),
        (
            died(OUT.SIGNAL, signal=15),
            died(OUT.SIGNAL, signal=11),
            S.FAIL,
            False,
            [D.SIGNAL],
        ),
    ],
)
def test_pairs(
    oracle: Observation,
    candidate: Observation,
    status: Status,
    strict: bool,
    classes: list[Divergence],
) -> None:
    found = verdict(oracle, candidate)
    assert (found.status, found.strict, list(found.classes)) == (status, strict, classes)
    assert found.compatible is (status is Status.PASS)
    assert (found.signature is not None) is (not strict)


@pytest.mark.parametrize(
    ("oracle", "status"),
    [
        (died(OUT.TIMEOUT, limit="wall time"), S.BAD_SCRIPT),
        (died(OUT.OOM), S.BAD_SCRIPT),
        (raised("ModuleNotFoundError", "No module named 'numpy'"), S.BAD_SCRIPT),
        (raised("SyntaxError", "invalid syntax (b.py, line 1)"), S.BAD_SCRIPT),
        (died(OUT.HARNESS_ERROR, error="no fork"), S.SPURIOUS),
    ],
)
def test_cells_that_say_nothing_of_the_candidate(oracle: Observation, status: Status) -> None:
    found = verdict(oracle, ok())
    assert (found.status, found.compatible, found.strict) == (status, None, None)
    assert found.reason


def test_a_bad_script_needs_no_candidate() -> None:
    assert verdict(died(OUT.TIMEOUT, limit="wall time"), []).status is S.BAD_SCRIPT


def test_nothing_observed_is_missing() -> None:
    assert verdict(ok(), []).status is S.MISSING
    assert verdict([], ok()).status is S.MISSING


@pytest.mark.parametrize(
    ("raises", "oracle", "status"),
    [
        ("ModuleNotFoundError", raised("ModuleNotFoundError"), S.PASS),
        ("SyntaxError", raised("SyntaxError"), S.PASS),
        ("JSONDecodeError", raised("json.decoder.JSONDecodeError"), S.PASS),
        ("json.decoder.JSONDecodeError", raised("json.decoder.JSONDecodeError"), S.PASS),
        ("ValueError", raised("TypeError"), S.BAD_SCRIPT),
        ("ValueError", ok(), S.BAD_SCRIPT),
    ],
)
def test_a_declared_exception_has_to_be_the_oracles(
    raises: str, oracle: Observation, status: Status
) -> None:
    assert verdict(oracle, oracle, replace(CASE, raises=raises)).status is status


def test_a_candidate_that_disagrees_with_itself_is_flaky() -> None:
    found = verdict(ok("1\n"), [ok("2\n"), ok("3\n")])
    assert (found.status, found.compatible) == (S.FLAKY, False)


def test_a_candidate_that_differs_the_same_way_twice_fails() -> None:
    assert verdict(ok("1\n"), [ok("2\n"), ok("2\n")]).status is S.FAIL


def test_addresses_that_move_in_a_candidate_do_not_make_it_flaky() -> None:
    oracles = [ok("<C at 0x1111>"), ok("<C at 0x2222>")]
    passing = [ok("<C at 0x3333>", "w"), ok("<C at 0x4444>", "w")]
    assert verdict(oracles, passing).status is S.PASS
    failing = [ok("<D at 0x3333>"), ok("<D at 0x4444>")]
    assert verdict(oracles, failing).status is S.FAIL
    assert verdict(ok("plain"), failing).status is S.FAIL


def test_an_address_that_moves_stands_in_no_signature() -> None:
    one, two = (verdict(ok("plain"), ok(f"<D at {address}>")) for address in ("0x3333", "0x4444"))
    assert one.signature == two.signature
    fixed = verdict(ok("kept at 0x1111"), ok("kept at 0x2222"))
    assert fixed.signature is not None
    assert "0x2222" in fixed.signature.text


def test_a_candidate_of_which_one_run_differs_is_flaky_and_not_compatible() -> None:
    found = verdict(ok("1\n"), [ok("1\n", "w"), ok("2\n", "w")])
    assert (found.status, found.compatible, found.classes[0]) == (S.FLAKY, False, D.STDOUT)


def test_what_moves_in_the_oracle_counts_in_neither_number() -> None:
    found = verdict([ok(stderr="pid 1\n"), ok(stderr="pid 2\n")], ok(stderr="pid 3\n"))
    assert (found.status, found.strict, found.classes, found.signature) == (S.PASS, True, (), None)
    oracles = [ok(f"{{{n}}}") for n in range(8)]
    found = verdict(oracles, replace(ok("{9}"), outcome=OUT.EXIT, exit_code=3))
    assert (found.status, found.classes) == (S.FAIL, (D.EXIT_CODE,))


def test_movement_that_a_case_allows_hides_no_difference() -> None:
    case = replace(CASE, compare=CompareOptions(unordered=True))
    assert verdict([ok("a\nb\n"), ok("b\na\n")], ok("a\nc\n"), case).status is S.FAIL


def test_warnings_with_addresses_do_not_hide_a_difference_in_a_traceback() -> None:
    def warned(address: str, mark: str) -> Observation:
        text = f"<C at {address}> leaks\nTraceback (most recent call last):\n  {mark}\n"
        return raised("ValueError", stderr=text)

    found = verdict([warned("0x1111", "^^"), warned("0x2222", "^^")], warned("0x3333", "^"))
    assert found.classes == (D.TRACEBACK,)


def test_what_moves_in_the_oracle_is_not_the_candidates_fault() -> None:
    oracles = [ok(f"{{{n}}}") for n in range(8)]
    assert verdict(oracles, ok("{9}")).status is S.UNSTABLE_ORACLE
    assert verdict(oracles, ok("{7}")).status is S.PASS


def test_an_unstable_output_does_not_hide_a_crash() -> None:
    oracles = [ok(f"{{{n}}}") for n in range(8)]
    found = verdict(oracles, died(OUT.SIGNAL, signal=11))
    assert (found.status, found.classes[0]) == (S.FAIL, D.SIGNAL)


def test_masks_that_were_needed_are_named() -> None:
    oracles = [ok("/t/a/work", scratch="/t/a"), ok("/t/bb/work", scratch="/t/bb")]
    found = verdict(oracles, ok("/t/c/work", scratch="/t/c"))
    assert (found.status, found.masks) == (S.PASS, ("scratch-path",))
    assert found.classes == (D.NORMALISED_EQUAL,)
    assert found.strict


def test_a_case_may_allow_other_orders_in_stdout_only() -> None:
    case = replace(CASE, compare=CompareOptions(unordered=True))
    found = verdict(ok("a\nb\n", "x\ny\n"), ok("b\na\n", "y\nx\n"), case)
    assert (found.status, found.strict) == (S.PASS, False)
    assert set(found.classes) == {D.UNORDERED_EQUAL, D.STDERR}


def test_a_printed_traceback_is_only_text() -> None:
    fake = "Traceback (most recent call last):\nValueError: fake\n"
    found = verdict(ok(stderr=fake), ok(stderr=fake))
    assert (found.status, found.outcome) == (S.PASS, OUT.OK)
    real = verdict(ok(stderr=fake), raised("ValueError", "fake", stderr=fake))
    assert real.status is S.FAIL


def test_standing() -> None:
    column = Column(CANDIDATE, "native", "3.14", "f", frozenset({"files"}))
    assert standing(CASE, column) is None
    needy = replace(CASE, needs=("files", "threads"))
    assert standing(needy, column) == (
        S.UNSUPPORTED,
        "needs threads, which rustpython@0.6.0 lacks",
    )
    assert standing(replace(needy, skip="why"), column) == (S.SKIP, "why")


def test_severity_is_the_order_of_the_classes() -> None:
    severities = [item.severity for item in Divergence]
    assert severities == sorted(severities)
    assert D.TIMEOUT.severity > D.STDOUT.severity > D.NORMALISED_EQUAL.severity
