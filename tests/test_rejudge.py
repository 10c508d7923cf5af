"""Verdicts derived anew from what a record holds: tables of records and what becomes of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from harness import judge
from harness.errors import HarnessError
from harness.expect import Expectation, applied
from harness.model import (
    Attempt,
    CaseInfo,
    ColumnId,
    CompareOptions,
    Observation,
    OracleChoice,
    Outcome,
    Output,
    Record,
    Role,
    Status,
    Verdict,
)
from harness.rejudge import changes, rejudge, with_oracle
from tests import factory
from tests.factory import ORACLE, column, raised, seen

OLDER, OLDEST = ColumnId.parse("cpython@3.13"), ColumnId.parse("cpython@3.12")
CANDIDATE = ColumnId.parse("rustpython@0.6.0")
NAME = "corpus/a/b.py"
CASE = factory.case(NAME, compare=CompareOptions())
S = Status


def said(text: str, **fields: Any) -> Observation:
    return seen(stdout=text.encode(), **fields)


NEW, OLD, OTHER = said("new\n"), said("old\n"), said("other\n")
LACKS = seen(Outcome.RAISED, b"", exception=raised("ModuleNotFoundError", "No module named 'x'"))
BROKEN = Observation(Outcome.HARNESS_ERROR, error="no fork")
SLOW = Observation(Outcome.TIMEOUT, limit="CPU time")


def runs(
    observations: Sequence[Observation],
    of: ColumnId,
    role: Role = Role.ORACLE,
    *,
    full: bool = False,
    case: str = NAME,
) -> list[Attempt]:
    return [Attempt(case, of, role, n, n, seen, full) for n, seen in enumerate(observations)]


def tried(*observations: Observation, of: ColumnId = CANDIDATE, full: bool = False) -> Any:
    return runs(observations, of, Role.CANDIDATE, full=full)


def record(
    *attempts: list[Attempt],
    judged_by: ColumnId = ORACLE,
    columns: Sequence[ColumnId] = (ORACLE, OLDER, OLDEST, CANDIDATE),
    candidates: Sequence[ColumnId] = (CANDIDATE,),
    case: CaseInfo = CASE,
    **settings: Any,
) -> Record:
    """A record of one case. Each column claims the Python of its own version, RustPython 3.14."""
    python = {OLDER: "3.13", OLDEST: "3.12"}
    head = replace(
        factory.header(**settings),
        columns=tuple(column(each, python.get(each, "3.14")) for each in columns),
        oracles=tuple(
            OracleChoice(each, judged_by, python.get(each, "3.14"), python.get(each) is None)
            for each in candidates
        ),
    )
    return factory.record([case], [item for group in attempts for item in group], header=head)


def only(found: Record) -> Verdict:
    (verdict,) = found.verdicts
    return verdict


def oracle(*observations: Observation, of: ColumnId = ORACLE) -> list[Attempt]:
    """As many runs as a difference takes, in turn as given."""
    return runs([observations[n % len(observations)] for n in range(judge.ORACLE_SEEDS)], of)


# --------------------------------------------------------------------------- one cell


@pytest.mark.parametrize(
    ("attempts", "status", "reason"),
    [
        ([runs([NEW, NEW], ORACLE), tried(NEW)], S.PASS, ""),
        ([oracle(NEW), tried(NEW)], S.PASS, ""),
        ([oracle(NEW), tried(OLD, OLD)], S.FAIL, ""),
        ([oracle(NEW), tried(OLD, OTHER)], S.FLAKY, "its 2 runs disagree with one another"),
        ([oracle(NEW), tried(SLOW)], S.FAIL, ""),
        ([oracle(NEW), tried(BROKEN)], S.SPURIOUS, "no fork"),
        (
            [oracle(NEW, OLD), tried(OTHER, OTHER)],
            S.UNSTABLE_ORACLE,
            "the oracle's own runs disagree in what differs",
        ),
        ([runs([LACKS], ORACLE)], S.BAD_SCRIPT, "the oracle lacks a module: No module named 'x'"),
        ([runs([LACKS], ORACLE), tried(NEW)], S.BAD_SCRIPT, "the oracle lacks a module"),
        ([tried(NEW)], S.MISSING, f"the record holds no run of {ORACLE}"),
        ([oracle(NEW)], S.MISSING, "the record holds no run of it"),
        ([runs([NEW, NEW], ORACLE), tried(OLD, OLD)], S.MISSING, "holds 2 of the 8 runs of"),
        ([oracle(NEW), tried(OLD)], S.MISSING, "holds 1 of its 2 runs"),
    ],
)
def test_a_cell_is_judged_from_what_the_record_holds(
    attempts: list[list[Attempt]], status: Status, reason: str
) -> None:
    found = only(rejudge(record(*attempts)))
    assert (found.status, reason in found.reason) == (status, True), found
    assert bool(found.reason) == bool(reason)
    assert (found.compatible is None) == (status not in (S.PASS, S.FAIL, S.FLAKY))


@pytest.mark.parametrize(
    ("repeats", "status"),
    [
        ([NEW], S.PASS),
        ([OLD], S.FLAKY),
        ([NEW, NEW, OLD], S.FLAKY),
        ([BROKEN], S.SPURIOUS),
        ([said("new\n", stderr=factory.output(b"x"))], S.PASS),
    ],
)
def test_a_pass_is_judged_by_its_repeats_too(repeats: list[Observation], status: Status) -> None:
    """As those that an upgrade makes of a suspect, or a run for another oracle's sake."""
    found = only(rejudge(record(oracle(NEW), tried(NEW, *repeats))))
    assert (found.status, found.strict) == (status, {S.PASS: True, S.FLAKY: False}.get(status))


def test_a_strict_pass_rests_on_the_oracles_first_runs_alone() -> None:
    """What another column asked of the oracle afterwards is not its doing."""
    spoilt = runs([NEW, NEW, *[BROKEN] * 6], ORACLE)
    assert only(rejudge(record(spoilt, tried(NEW, NEW)))).status is S.PASS
    assert only(rejudge(record(spoilt, tried(OLD, OLD)))).status is S.SPURIOUS


def test_what_is_not_run_has_its_status_from_the_case_and_the_column() -> None:
    skipped, needy = replace(CASE, skip="takes an hour"), replace(CASE, needs=("sockets",))
    assert only(rejudge(record(case=skipped))).status is S.SKIP
    assert only(rejudge(record(case=needy))).reason == f"needs sockets, which {CANDIDATE} lacks"


def test_a_case_is_compared_as_it_says() -> None:
    attempts = (oracle(said("a\nb\n")), tried(said("b\na\n"), said("b\na\n")))
    unordered = replace(CASE, compare=CompareOptions(unordered=True))
    assert only(rejudge(record(*attempts))).status is S.FAIL
    assert only(rejudge(record(*attempts, case=unordered))).status is S.PASS
    old = replace(CASE, compare=None)
    found = only(rejudge(record(*attempts, case=old)))
    assert (found.status, "too old" in found.reason) == (S.MISSING, True)


def test_a_column_that_the_header_does_not_describe_is_missing() -> None:
    found = only(rejudge(record(oracle(NEW), tried(NEW), columns=(ORACLE,))))
    assert (found.status, found.reason) == (
        S.MISSING,
        "the record does not describe the column",
    )


@pytest.mark.parametrize("lost", [0, 1])
def test_outputs_that_are_gone_are_judged_by_nobody(lost: int) -> None:
    gone = seen(stdout=b"")
    gone = replace(gone, stdout=Output(b"", 9000))
    sides = [NEW, NEW]
    sides[lost] = gone
    found = only(rejudge(record(oracle(sides[0]), tried(sides[1], sides[1]))))
    assert found.status is S.MISSING
    assert "blobs are gone" in found.reason


@pytest.mark.parametrize(
    ("small", "full", "status"),
    [(NEW, NEW, S.PASS), (NEW, OLD, S.FAIL), (OLD, NEW, S.FAIL)],
)
def test_full_arguments_overturn_a_pass_alone(
    small: Observation, full: Observation, status: Status
) -> None:
    whole = runs([NEW] * judge.ORACLE_SEEDS, ORACLE, full=True)
    attempts = (oracle(NEW), tried(small, small), whole, tried(full, full, full=True))
    found = only(rejudge(record(*attempts)))
    assert found.status is status
    assert ("small input only" in found.reason) == (small is NEW and full is OLD)


def test_a_pass_that_another_oracle_cannot_judge_with_full_arguments_is_missing() -> None:
    whole = runs([NEW] * judge.ORACLE_SEEDS, ORACLE, full=True)
    attempts = (oracle(NEW), tried(NEW, NEW), whole, tried(OLD, OLD, full=True))
    other = with_oracle(record(*attempts, oracle(NEW, of=OLDER)), OLDER)
    assert only(rejudge(other)).status is S.MISSING


def test_the_rules_and_the_expectations_are_todays() -> None:
    made = record(oracle(NEW), tried(OLD, OLD), rules="0")
    expected = Expectation((NAME,), "known", CANDIDATE.engine)
    found = rejudge(made, applied([expected], made.header.columns))
    assert found.header.settings["rules"] == judge.RULES
    assert (only(found).status, only(found).expectation) == (S.XFAIL, "known")
    assert found.attempts == made.attempts


# --------------------------------------------------------------------------- drift


@pytest.mark.parametrize(
    ("attempts", "equals"),
    [
        # It does what 3.13 does, and not what 3.14 does.
        ([oracle(OLD, of=OLDER)], [OLDER]),
        ([oracle(OLD, of=OLDER), oracle(OLD, of=OLDEST)], [OLDER, OLDEST]),
        ([oracle(OLD, of=OLDER), oracle(OTHER, of=OLDEST)], [OLDER]),
        ([oracle(OTHER, of=OLDER)], []),
        # 3.13 does now this and now that: to be like it now and then says nothing.
        ([oracle(OLD, OTHER, of=OLDER)], []),
        ([oracle(OLD, OLD, OLD, OLD, OLD, OLD, OLD, OTHER, of=OLDER)], []),
        # 3.13 did not run it to an end, or the machine spoilt a run.
        ([oracle(SLOW, of=OLDER)], []),
        ([runs([*[OLD] * 7, BROKEN], OLDER)], []),
        # 3.13 does not run the script at all.
        ([runs([LACKS], OLDER)], []),
        # Asked too seldom.
        ([runs([OLD, OLD], OLDER)], []),
    ],
)
def test_a_failure_that_another_version_shares_says_so(
    attempts: list[list[Attempt]], equals: list[ColumnId]
) -> None:
    found = only(rejudge(record(oracle(NEW), *attempts, tried(OLD, OLD))))
    assert found.status is S.FAIL
    assert list(found.equals) == equals


def test_two_that_were_ended_by_a_limit_are_not_alike() -> None:
    found = only(rejudge(record(oracle(NEW), oracle(SLOW, of=OLDER), tried(SLOW))))
    assert (found.status, found.outcome, found.equals) == (S.FAIL, Outcome.TIMEOUT, ())


def test_two_that_lack_a_module_are_not_alike() -> None:
    found = only(rejudge(record(oracle(NEW), oracle(LACKS, of=OLDER), tried(LACKS, LACKS))))
    assert (found.status, found.equals, found.version_sensitive) == (S.FAIL, (), True)


@pytest.mark.parametrize(
    ("by", "mine", "status"),
    [
        ([NEW], [NEW], S.PASS),
        ([NEW], [said("new\n", stderr=factory.output(b"warned\n"))] * 2, S.PASS),
        ([NEW], [OLD, OTHER], S.FLAKY),
        ([NEW, OTHER], [OLD, OLD], S.UNSTABLE_ORACLE),
        ([SLOW], [], S.BAD_SCRIPT),
    ],
)
def test_only_a_failure_drifts(
    by: list[Observation], mine: list[Observation], status: Status
) -> None:
    theirs = [oracle(said("new\n"), of=OLDEST), oracle(OLD, of=OLDER)]
    found = only(rejudge(record(oracle(*by), *theirs, tried(*mine))))
    assert (found.status, found.equals) == (status, ())


def test_masks_apply_to_the_other_version_as_to_the_oracle() -> None:
    """3.13's own addresses move, so that another one is no difference to it."""

    def at(address: str) -> Observation:
        return said(f"<C at {address}>")

    older = runs([at(f"0x7f000000000{n}") for n in range(8)], OLDER)
    mine = tried(at("0x1111"), at("0x2222"))
    assert only(rejudge(record(oracle(NEW), older, mine))).equals == (OLDER,)
    fixed = oracle(at("0x7f0000000001"), of=OLDER)
    assert only(rejudge(record(oracle(NEW), fixed, mine))).equals == ()


@pytest.mark.parametrize(
    ("attempts", "sensitive"),
    [
        ([oracle(NEW, of=OLDER)], False),
        ([oracle(OLD, of=OLDER)], True),
        ([oracle(NEW, of=OLDER), oracle(OLD, of=OLDEST)], True),
        # Both move, and have been the same at times.
        ([oracle(NEW, OLD, of=OLDER)], False),
        # Only the wording of stderr differs: nothing that makes a candidate incompatible.
        ([oracle(said("new\n", stderr=factory.output(b"warned\n")), of=OLDER)], False),
        # A module that one of them lacks is a difference between them.
        ([runs([LACKS], OLDER)], True),
        ([runs([SLOW], OLDER)], False),
        ([runs([OLD, OLD], OLDER)], False),
    ],
)
def test_a_case_on_which_the_cpythons_differ_is_version_sensitive(
    attempts: list[list[Attempt]], sensitive: bool
) -> None:
    found = only(rejudge(record(oracle(NEW), *attempts, tried(NEW))))
    assert (found.status, found.version_sensitive) == (S.PASS, sensitive)


def test_that_versions_differ_takes_all_runs_of_both() -> None:
    first = runs([NEW, NEW], ORACLE)
    found = only(rejudge(record(first, oracle(OLD, of=OLDER), tried(NEW))))
    assert (found.status, found.version_sensitive) == (S.PASS, False)


def test_two_that_move_are_apart_only_when_no_run_of_theirs_is_alike() -> None:
    left, right = oracle(said("a"), said("b")), oracle(said("c"), said("d"), of=OLDER)
    assert not only(rejudge(record(left, right, tried(said("a"))))).version_sensitive


# --------------------------------------------------------------------------- another oracle


def three(**given: Any) -> Record:
    """3.14 prints new, 3.13 and 3.12 old, as the candidate does; the older ones are columns."""
    attempts = (
        oracle(NEW),
        oracle(OLD, of=OLDER),
        oracle(OLD, of=OLDEST),
        tried(OLD, OLD),
        tried(OLD, OLD, of=OLDER),
        tried(OLD, OLD, of=OLDEST),
    )
    return rejudge(record(*attempts, candidates=(CANDIDATE, OLDER, OLDEST), **given))


def cells(found: Record) -> dict[ColumnId, tuple[ColumnId, Status, tuple[ColumnId, ...]]]:
    return {v.column: (v.oracle, v.status, v.equals) for v in found.verdicts}


def test_another_oracle_judges_every_candidate_and_back_again() -> None:
    start = three()
    assert cells(start) == {
        CANDIDATE: (ORACLE, S.FAIL, (OLDER, OLDEST)),
        OLDER: (ORACLE, S.FAIL, (OLDEST,)),
        OLDEST: (ORACLE, S.FAIL, (OLDER,)),
    }
    there = rejudge(with_oracle(start, OLDER))
    assert cells(there) == {
        CANDIDATE: (OLDER, S.PASS, ()),
        OLDER: (OLDER, S.PASS, ()),
        OLDEST: (OLDER, S.PASS, ()),
    }
    assert all(verdict.version_sensitive for verdict in there.verdicts)
    assert {c.candidate: c.exact for c in there.header.oracles} == {
        CANDIDATE: False,
        OLDER: True,
        OLDEST: False,
    }
    back = rejudge(with_oracle(there, ORACLE))
    assert back.verdicts == start.verdicts
    assert back.header.oracles == start.header.oracles


def test_a_ratio_to_another_oracles_time_is_dropped() -> None:
    start = replace(three(), timings=(factory.timing(NAME, CANDIDATE, 2.0),))
    assert with_oracle(start, ORACLE).timings == start.timings
    assert with_oracle(start, OLDER).timings == ()


def test_an_oracle_that_the_record_lacks_comes_from_another_record() -> None:
    mine = record(oracle(NEW), tried(OLD, OLD), columns=(ORACLE, CANDIDATE))
    with pytest.raises(HarnessError, match=f"holds no column {OLDER}") as caught:
        with_oracle(mine, OLDER)
    assert caught.value.hint == f"it holds {ORACLE}; another record's: --oracle-record FILE"
    source = record(oracle(OLD, of=OLDER), columns=(OLDER,), candidates=(OLDER,), judged_by=OLDER)
    found = rejudge(with_oracle(mine, OLDER, source))
    assert cells(found) == {CANDIDATE: (OLDER, S.PASS, ())}
    assert only(found).version_sensitive
    edited = replace(source, cases=(replace(CASE, sha256="f" * 64),))
    missing = only(rejudge(with_oracle(mine, OLDER, edited)))
    assert missing.reason == f"the record holds no run of {OLDER}"


def test_another_records_runs_take_the_place_of_the_records_own() -> None:
    mine = record(oracle(OTHER), tried(OLD, OLD))
    source = record(oracle(OLD), candidates=(ORACLE,))
    assert only(rejudge(mine)).status is S.FAIL
    assert only(rejudge(with_oracle(mine, ORACLE, source))).status is S.PASS


def test_an_oracle_without_a_candidate_judges_nothing() -> None:
    alone = record(oracle(NEW), tried(NEW, of=ORACLE), columns=(ORACLE,), candidates=(ORACLE,))
    with pytest.raises(HarnessError, match=f"holds no candidate beside {ORACLE}"):
        with_oracle(alone, ORACLE)


# --------------------------------------------------------------------------- what changed


def test_changes_are_of_cells_not_of_who_judged_or_what_was_masked() -> None:
    start = three()
    assert changes(start, start) == []
    calm = [replace(v, masks=("address",), version_sensitive=False) for v in start.verdicts]
    assert changes(replace(start, verdicts=tuple(calm)), start) == []
    there = rejudge(with_oracle(start, OLDER))
    assert [(c.before and c.before.status, c.after.status) for c in changes(start, there)] == [
        (S.FAIL, S.PASS)
    ] * 3
    fewer = replace(start, verdicts=start.verdicts[1:])
    (change,) = changes(fewer, start)
    assert (change.before, change.after) == (None, start.verdicts[0])


def test_the_last_verdict_of_a_cell_is_what_it_was() -> None:
    start = three()
    old = replace(start.verdicts[0], status=S.PASS)
    assert changes(replace(start, verdicts=(old, *start.verdicts)), start) == []
