"""What changed: the table of statuses, and the rules that take a regression back."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from harness import compare
from harness.compare import ChangeKind, Confirmation, Control, kind_of
from harness.errors import ExitCode, HarnessError
from harness.model import (
    Attempt,
    ColumnId,
    Comparison,
    Divergence,
    Observation,
    Outcome,
    Output,
    PanicInfo,
    Role,
    Signature,
    Speed,
    Status,
    Verdict,
)
from tests import comparing, factory
from tests.comparing import NEW, NO_NAME, OLD, OLDER, ORACLE, ROUNDED, both, cell, side
from tests.factory import seen

PASS, FAIL, FLAKY = Status.PASS, Status.FAIL, Status.FLAKY
XFAIL, XPASS, CHANGED = Status.XFAIL, Status.XPASS, Status.CHANGED
UNSUPPORTED, SKIP, BAD = Status.UNSUPPORTED, Status.SKIP, Status.BAD_SCRIPT
UNSTABLE, SPURIOUS, MISSING = Status.UNSTABLE_ORACLE, Status.SPURIOUS, Status.MISSING
NAME = "corpus/a/one.py"

TABLE = """
pass             pass             same
pass             fail             regressed
pass             flaky            flaky
pass             unsupported      unknown          hides
pass             skip             unknown
pass             bad-script       unknown          hides
pass             unstable-oracle  unknown
pass             spurious         spurious         hides
pass             missing          unknown          hides
pass             xfail            regressed
pass             xpass            same
pass             changed          regressed
fail             pass             fixed
fail             fail             persistent
fail             flaky            flaky
fail             unsupported      unknown
fail             skip             unknown
fail             bad-script       unknown
fail             unstable-oracle  unknown
fail             spurious         spurious
fail             missing          unknown
fail             xfail            persistent
fail             xpass            fixed
fail             changed          persistent
flaky            pass             flaky
flaky            fail             flaky
flaky            flaky            flaky
flaky            unsupported      unknown
flaky            spurious         spurious
flaky            missing          unknown
flaky            xfail            flaky
flaky            xpass            flaky
unsupported      pass             unknown
unsupported      fail             unknown
unsupported      flaky            unknown
unsupported      unsupported      not-judged
unsupported      skip             not-judged
unsupported      bad-script       not-judged
unsupported      spurious         spurious
unsupported      missing          unknown
skip             pass             unknown
skip             fail             unknown
skip             skip             not-judged
bad-script       pass             unknown
bad-script       fail             unknown
bad-script       bad-script       not-judged
bad-script       unstable-oracle  not-judged
unstable-oracle  pass             unknown
unstable-oracle  fail             unknown          hides
unstable-oracle  unstable-oracle  not-judged
unstable-oracle  missing          unknown
spurious         pass             spurious
spurious         fail             spurious         hides
spurious         flaky            spurious
spurious         unsupported      spurious
spurious         spurious         spurious         hides
spurious         missing          spurious         hides
spurious         xfail            spurious         hides
missing          pass             unknown
missing          fail             unknown          hides
missing          skip             unknown
missing          spurious         spurious         hides
missing          missing          unknown          hides
xfail            pass             fixed
xfail            fail             persistent
xfail            xfail            persistent
xfail            xpass            fixed
xfail            changed          persistent
xfail            spurious         spurious
xpass            pass             same
xpass            fail             regressed
xpass            xfail            regressed
xpass            xpass            same
xpass            changed          regressed
xpass            unsupported      unknown          hides
changed          pass             fixed
changed          fail             persistent
changed          xfail            persistent
changed          changed          persistent
changed          missing          unknown
"""
ROWS = [line.split() for line in TABLE.strip().splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: "-to-".join(row[:2]))
def test_two_statuses_make_a_kind(row: list[str]) -> None:
    old, new = Status(row[0]), Status(row[1])
    (change,) = both(old, new).changes
    assert (change.kind.value, change.hides) == (row[2], row[3:] == ["hides"])
    assert kind_of(old, new) is ChangeKind(row[2])


def test_every_pair_of_statuses_has_a_kind() -> None:
    kinds = {(old, new): kind_of(old, new) for old, new in product(Status, Status)}
    assert len(kinds) == len(Status) ** 2
    regressed = {new for (old, new), kind in kinds.items() if kind is ChangeKind.REGRESSED}
    assert regressed == {FAIL, XFAIL, CHANGED}
    assert {old for (old, _), kind in kinds.items() if kind is ChangeKind.REGRESSED} == {
        PASS,
        XPASS,
    }


def test_only_a_regression_or_what_hides_one_changes_the_exit_code() -> None:
    for old, new in product(Status, Status):
        comparison = both(old, new)
        (change,) = comparison.changes
        expected = (
            ExitCode.CORRECTNESS
            if change.kind is ChangeKind.REGRESSED
            else ExitCode.INCOMPLETE
            if change.hides
            else ExitCode.OK
        )
        assert compare.exit_code([comparison]) is expected, (old, new)


# --------------------------------------------------------------------------- refinements


def one(old: list[Any], new: list[Any], **fields: Any) -> compare.Change:
    (change,) = compare.compare(side(OLD, old), side(NEW, new), **fields).changes
    return change


def failing(column: ColumnId, signature: Signature, **fields: Any) -> list[Any]:
    mine = seen(stdout=str(column).encode())
    return cell(column, FAIL, mine=mine, signature=signature, **fields)


def test_the_signature_tells_whether_it_fails_the_same_way() -> None:
    assert one(failing(OLD, ROUNDED), failing(NEW, ROUNDED)).kind is ChangeKind.PERSISTENT
    change = one(failing(OLD, ROUNDED), failing(NEW, NO_NAME))
    assert (change.kind, change.signature) == (ChangeKind.CHANGED, NO_NAME)
    assert "2 → 3" in change.explanation
    assert "AttributeError" in change.explanation


def test_without_signatures_the_class_does() -> None:
    def fails(column: ColumnId, worst: Divergence) -> list[Any]:
        return cell(column, FAIL, mine=seen(stdout=str(column).encode()), classes=(worst,))

    trap, panic = Divergence.TRAP, Divergence.PANIC
    assert one(fails(OLD, trap), fails(NEW, trap)).kind is ChangeKind.PERSISTENT
    assert one(fails(OLD, trap), fails(NEW, panic)).kind is ChangeKind.CHANGED


@pytest.mark.parametrize("crate", ["rustpython-vm-0.6.0", "vm"], ids=["published", "checkout"])
def test_a_panic_in_the_same_place_of_another_release_is_no_change(crate: str) -> None:
    def panics(column: ColumnId, folder: str, file: str = "frame.rs") -> list[Any]:
        text = f"panic in {folder}/src/{file} run: out of range"
        return failing(column, Signature(folder + file, text))

    old = panics(OLD, "rustpython-vm-0.5.0")
    assert one(old, panics(NEW, crate)).kind is ChangeKind.PERSISTENT
    assert one(old, panics(NEW, crate, "vm.rs")).kind is ChangeKind.CHANGED
    assert one(old, panics(NEW, "stdlib")).kind is ChangeKind.CHANGED


@pytest.mark.parametrize(
    ("then", "now", "kind"),
    [
        (True, True, ChangeKind.SAME),
        (True, False, ChangeKind.STRICT_LOST),
        (False, True, ChangeKind.STRICT_GAINED),
        (False, False, ChangeKind.SAME),
        (None, False, ChangeKind.SAME),
    ],
)
def test_what_is_only_strict_is_a_note(then: bool | None, now: bool, kind: ChangeKind) -> None:
    old = cell(OLD, PASS, mine=seen(stderr=factory.output(b"a")), strict=then)
    new = cell(NEW, PASS, mine=seen(stderr=factory.output(b"b")), strict=now)
    comparison = compare.compare(side(OLD, old), side(NEW, new))
    assert comparison.changes[0].kind is kind
    assert compare.exit_code([comparison]) is ExitCode.OK


# --------------------------------------------------------------------------- scripts


def test_scripts_that_came_went_or_were_edited_are_never_regressions() -> None:
    names = ("corpus/came.py", "corpus/edited.py", "corpus/gone.py")
    old = [*cell(OLD, PASS, names[1]), *cell(OLD, PASS, names[2])]
    new = [*cell(NEW, FAIL, names[0]), *cell(NEW, FAIL, names[1])]
    cases = [factory.case(names[0]), replace(factory.case(names[1]), sha256="1" * 64)]
    comparison = compare.compare(side(OLD, old), side(NEW, new, cases=cases))
    kinds = {change.case.id: change.kind for change in comparison.changes}
    assert kinds == {
        names[0]: ChangeKind.NEW_SCRIPT,
        names[1]: ChangeKind.EDITED_SCRIPT,
        names[2]: ChangeKind.REMOVED_SCRIPT,
    }
    assert compare.exit_code([comparison]) is ExitCode.OK
    assert "1 only in new, 1 only in old, 1 edited" in comparison.warnings[-1]


def test_a_script_whose_content_is_not_known_is_compared() -> None:
    old = side(OLD, cell(OLD, PASS), cases=[])
    change = compare.compare(old, side(NEW, failing(NEW, ROUNDED))).changes[0]
    assert change.kind is ChangeKind.REGRESSED


def test_a_cell_without_a_verdict_is_unknown() -> None:
    new = side(NEW, [], cases=[factory.case(NAME)])
    (change,) = compare.compare(side(OLD, cell(OLD, PASS)), new).changes
    assert (change.kind, change.new, change.hides) == (ChangeKind.UNKNOWN, None, True)


def test_a_later_verdict_takes_the_place_of_an_earlier_one() -> None:
    old = [*cell(OLD, PASS), *failing(OLD, ROUNDED)]
    assert one(old, failing(NEW, ROUNDED)).kind is ChangeKind.PERSISTENT


# --------------------------------------------------------------------------- what moved


def moved(
    mine: tuple[Observation, Observation],
    its: tuple[Observation, Observation],
    statuses: tuple[Status, Status] = (PASS, FAIL),
    **fields: Any,
) -> ChangeKind:
    old = cell(OLD, statuses[0], mine=mine[0], its=its[0], oracle=OLDER, **fields)
    new = cell(NEW, statuses[1], mine=mine[1], its=its[1], **fields)
    return compare.compare(side(OLD, old, oracle=OLDER), side(NEW, new)).changes[0].kind


def said(text: bytes, scratch: str = "", **fields: Any) -> Observation:
    return replace(seen(stdout=text), scratch=scratch, **fields)


A, B, C = said(b"a\n"), said(b"b\n"), said(b"c\n")


@pytest.mark.parametrize(
    ("statuses", "kind"),
    [((PASS, FAIL), ChangeKind.REGRESSED), ((FAIL, PASS), ChangeKind.FIXED)],
)
def test_who_moved(statuses: tuple[Status, Status], kind: ChangeKind) -> None:
    assert moved((A, A), (A, B), statuses) is ChangeKind.ORACLE_MOVED
    assert moved((A, A), (A, A), statuses) is ChangeKind.REJUDGED
    assert moved((A, C), (A, A), statuses) is kind
    assert moved((A, C), (A, B), statuses) is kind  # both moved: the candidate did


def test_what_fails_in_another_way_because_its_oracle_moved() -> None:
    old = cell(OLD, FAIL, mine=A, its=B, signature=ROUNDED, oracle=OLDER)
    new = cell(NEW, FAIL, mine=A, its=C, signature=NO_NAME)
    sides = side(OLD, old, oracle=OLDER), side(NEW, new)
    assert compare.compare(*sides).changes[0].kind is ChangeKind.ORACLE_MOVED


def test_the_same_failure_by_another_name_persists() -> None:
    """As where a panic's Rust function has moved to another module."""
    old = cell(OLD, FAIL, mine=A, its=B, signature=ROUNDED, oracle=OLDER)
    new = cell(NEW, FAIL, mine=A, its=B, signature=NO_NAME)
    sides = side(OLD, old, oracle=OLDER), side(NEW, new)
    assert compare.compare(*sides).changes[0].kind is ChangeKind.PERSISTENT


def test_what_two_oracles_end_differently_is_no_regression_and_no_fix() -> None:
    """The older Python lacks what the script asks for, and so did the older candidate."""
    lacks = replace(A, outcome=Outcome.RAISED, exit_code=1)
    for statuses in ((PASS, FAIL), (FAIL, PASS), (FAIL, FAIL)):
        told = {"signature": ROUNDED} if statuses[1] is FAIL else {}
        old = cell(OLD, statuses[0], mine=lacks, its=lacks, oracle=OLDER)
        new = cell(NEW, statuses[1], mine=B, its=C, **told)
        (change,) = compare.compare(side(OLD, old, oracle=OLDER), side(NEW, new)).changes
        assert change.kind is ChangeKind.ORACLE_MOVED
        assert "end it differently" in change.explanation
    same = cell(OLD, PASS, mine=lacks, its=lacks)  # one oracle that moved is no other yardstick
    assert one(same, cell(NEW, FAIL, mine=B, its=C)).kind is ChangeKind.REGRESSED


def test_what_moves_in_one_stream_frees_nothing_in_the_other() -> None:
    def ran(stdout: bytes, took: str) -> Observation:
        return replace(said(stdout), stderr=factory.output(f"took {took} s".encode()))

    old = cell(OLD, PASS, mine=ran(b"saved 1 s", "0.1"), its=ran(b"saved 1 s", "0.1"))
    old.append(Attempt(NAME, ORACLE, Role.ORACLE, 1, 1, ran(b"saved 1 s", "0.2")))
    new = cell(NEW, FAIL, mine=ran(b"saved 3 s", "0.3"), its=ran(b"saved 1 s", "0.4"))
    assert one(old, new).kind is ChangeKind.REGRESSED


def test_small_arguments_are_not_compared_with_full_ones() -> None:
    new = cell(NEW, FAIL, mine=B, its=C)
    new += [replace(item, full=True) for item in new if isinstance(item, Attempt)]
    change = one(cell(OLD, PASS, mine=A, its=A), new)
    assert (change.kind, change.hides) == (ChangeKind.UNKNOWN, True)


def test_a_restless_cell_that_is_expected_stays_restless() -> None:
    """Its signature is another one in each run."""
    reason = "its 2 runs disagree with one another"
    old = cell(OLD, XFAIL, mine=A, its=C, signature=ROUNDED, reason=reason)
    new = cell(NEW, XFAIL, mine=B, its=C, signature=NO_NAME, reason=reason)
    assert one(old, new).kind is ChangeKind.FLAKY


def test_no_script_in_common_is_no_success() -> None:
    """As where the folder that gives the IDs their first part has another name."""
    old = side(OLD, cell(OLD, PASS, "one/a.py"))
    comparison = compare.compare(old, side(NEW, cell(NEW, FAIL, "two/a.py")))
    assert comparison.common == 0
    assert compare.exit_code([comparison]) is ExitCode.INCOMPLETE


def test_each_attempts_own_folder_is_no_movement() -> None:
    mine = said(b"in /s/1/work\n", "/s/1"), said(b"in /s/22/work\n", "/s/22")
    assert moved(mine, (A, B)) is ChangeKind.ORACLE_MOVED


def test_an_address_is_movement_unless_it_moves_within_a_side() -> None:
    here, there = said(b"<C at 0x7f0000001111>"), said(b"<C at 0x7f0000002222>")
    assert moved((here, there), (A, B)) is ChangeKind.REGRESSED
    old = cell(OLD, PASS, mine=here, its=here, oracle=OLDER)
    old.append(Attempt(NAME, OLDER, Role.ORACLE, 1, 1, there))  # its own runs moved
    new = cell(NEW, FAIL, mine=there, its=B)
    sides = side(OLD, old, oracle=OLDER), side(NEW, new)
    assert compare.compare(*sides).changes[0].kind is ChangeKind.ORACLE_MOVED


def test_other_words_alone_are_no_movement_of_what_must_be_compatible() -> None:
    mine = tuple(said(b"a\n", stderr=factory.output(text)) for text in (b"x", b"y"))
    assert moved((mine[0], mine[1]), (A, B)) is ChangeKind.ORACLE_MOVED
    strict = [
        cell(OLD, PASS, mine=mine[0], its=A, strict=True),
        cell(NEW, PASS, mine=mine[1], its=B, strict=False),
    ]
    assert one(*strict).kind is ChangeKind.STRICT_LOST


def test_another_panic_is_movement() -> None:
    panics = [replace(A, panic=PanicInfo("p", f"x-0.{n}.0/a.rs", n)) for n in (5, 6)]
    other = replace(A, panic=PanicInfo("p", "x-0.6.0/b.rs", 1))
    for now, kind in ((panics[1], ChangeKind.ORACLE_MOVED), (other, ChangeKind.CHANGED)):
        old = cell(OLD, FAIL, mine=panics[0], its=A, signature=ROUNDED, oracle=OLDER)
        new = cell(NEW, FAIL, mine=now, its=B, signature=NO_NAME)
        sides = side(OLD, old, oracle=OLDER), side(NEW, new)
        assert compare.compare(*sides).changes[0].kind is kind


def test_outputs_that_are_gone_excuse_nothing() -> None:
    gone = replace(A, stdout=Output(b"", 2000))
    assert moved((gone, gone), (A, B)) is ChangeKind.REGRESSED


def test_without_attempts_the_verdicts_stand() -> None:
    assert one(cell(OLD, PASS), cell(NEW, FAIL)).kind is ChangeKind.REGRESSED


def test_runs_with_full_arguments_are_compared_where_these_decided() -> None:
    """The small ones are the same on both sides, which says nothing about the full ones."""
    old = [
        *cell(OLD, PASS, mine=A, its=A),
        Attempt(NAME, OLD, Role.TIMING, 0, 0, A, full=True),
    ]
    new = [
        *cell(NEW, FAIL, mine=A, its=B),
        Attempt(NAME, NEW, Role.CANDIDATE, 0, 0, C, full=True),
        Attempt(NAME, ORACLE, Role.ORACLE, 0, 0, A, full=True),
    ]
    change = one(old, new)
    assert change.kind is ChangeKind.REGRESSED
    assert [attempt.observation for attempt in change.new_attempts] == [C]


# --------------------------------------------------------------------------- again


def again(*verdicts: Verdict, old: tuple[Verdict, ...] = ()) -> dict[Any, Confirmation]:
    return {(NAME, NEW): Confirmation(verdicts, old)}


FAILED, PASSED = factory.verdict(NAME, NEW, FAIL), factory.verdict(NAME, NEW)


@pytest.mark.parametrize(
    ("new", "old", "kind", "repeats"),
    [
        ([FAILED] * 3, [], ChangeKind.REGRESSED, 3),
        ([FAILED] * 3, [PASSED] * 3, ChangeKind.REGRESSED, 3),
        ([FAILED, PASSED, FAILED], [], ChangeKind.FLAKY, 0),
        ([FAILED], [FAILED], ChangeKind.FLAKY, 0),
        ([factory.verdict(NAME, NEW, FLAKY)], [], ChangeKind.FLAKY, 0),
        ([FAILED, factory.verdict(NAME, NEW, SPURIOUS)], [], ChangeKind.SPURIOUS, 0),
        ([FAILED, factory.verdict(NAME, NEW, UNSTABLE)], [], ChangeKind.UNKNOWN, 0),
        ([factory.verdict(NAME, NEW, XFAIL)], [], ChangeKind.REGRESSED, 1),
    ],
)
def test_a_regression_is_one_only_when_it_comes_again(
    new: list[Verdict], old: list[Verdict], kind: ChangeKind, repeats: int
) -> None:
    sides = cell(OLD, PASS, mine=A), cell(NEW, FAIL, mine=B)
    change = one(*sides, confirmations=again(*new, old=tuple(old)))
    assert (change.kind, change.repeats) == (kind, repeats)
    assert change.hides is (kind in (ChangeKind.SPURIOUS, ChangeKind.UNKNOWN))


def test_another_way_to_fail_must_come_again_too() -> None:
    sides = failing(OLD, ROUNDED), failing(NEW, NO_NAME)
    for signature, kind in ((NO_NAME, ChangeKind.CHANGED), (ROUNDED, ChangeKind.FLAKY)):
        repeat = factory.verdict(NAME, NEW, FAIL, signature=signature)
        assert one(*sides, confirmations=again(repeat)).kind is kind


def test_what_did_not_move_needs_no_confirmation() -> None:
    sides = cell(OLD, PASS, mine=A), cell(NEW, PASS, mine=A)
    assert one(*sides, confirmations=again(FAILED)).kind is ChangeKind.SAME


# --------------------------------------------------------------------------- the whole


def test_causes_are_grouped_by_signature_with_their_smallest_script() -> None:
    comparison = comparing.rich()
    regressed = comparison.causes_of(ChangeKind.REGRESSED)
    assert [(len(c.changes), c.smallest.id) for c in regressed] == [
        (5, "corpus/types/round_3.py"),
        (1, f"corpus/io/{factory.HOSTILE}.py"),
    ]
    assert [len(c.changes) for c in comparison.causes_of(ChangeKind.FIXED)] == [2]
    assert set(comparison.counts) == set(ChangeKind)
    assert sum(comparison.counts.values()) == len(comparison.changes)
    assert list(comparison.counts) == list(ChangeKind)


def test_a_control_counts_what_moved() -> None:
    comparison = comparing.rich()
    control = compare.control_of(comparison)
    assert control.cells == len(comparison.changes)
    assert control.changes == 6 + 2 + 1 + 1 + 1
    same = compare.compare(comparison.new, comparison.new)
    assert compare.control_of(same).changes == 0
    assert Control(3, {ChangeKind.FLAKY: 3}).changes == 0


def test_a_record_without_its_footer_is_refused() -> None:
    whole = side(OLD, cell(OLD, PASS))
    cut = side(NEW, cell(NEW, PASS), complete=False)
    for pair in ((whole, cut), (cut, whole)):
        with pytest.raises(HarnessError, match="incomplete") as caught:
            compare.compare(*pair)
        assert caught.value.code is ExitCode.INCOMPLETE


# --------------------------------------------------------------------------- warnings


def warned(new: compare.Side, old: compare.Side | None = None) -> str:
    return "\n".join(compare.compare(old or side(OLD, cell(OLD, PASS)), new).warnings)


def test_alike_in_all_but_the_candidate_needs_no_warning() -> None:
    assert warned(side(NEW, cell(NEW, PASS))) == ""


def test_what_is_not_alike_is_named() -> None:
    new = cell(NEW, PASS)
    assert "Different oracles: cpython@3.14 (cpython@3.14.1) for old, cpython@3.12" in warned(
        side(NEW, new, oracle=OLDER)
    )
    assert "claims Python 3.14, but is judged by" in warned(side(NEW, new, exact=False))
    head: dict[str, Any] = {"machine": {"system": "Linux", "cpus": 4}}
    assert "Different machines: cpus 2 and 4." in warned(side(NEW, new, head=head))
    assert "versions of the harness: 0.1.0 and 0.2.0" in warned(
        side(NEW, new, head={"harness_version": "0.2.0"})
    )
    settings = side(NEW, new, head={"settings": {"rules": "2", "samples": 0}})
    assert "different rules: 1 and 2" in warned(settings)
    assert "Different settings: samples 3 and 0." in warned(settings)
    built = [replace(c, fingerprint="other") for c in settings.record.header.columns]
    head = {"columns": tuple(built)}
    rebuilt = replace(settings.record.header, **head)
    other = replace(settings, record=replace(settings.record, header=rebuilt))
    assert "is not the same build on both sides" in warned(other)
    assert "the same build of" in warned(side(OLD, cell(OLD, PASS)))


# --------------------------------------------------------------------------- columns


def columns(*texts: str) -> Any:
    ids = [ColumnId.parse(text) for text in texts]
    verdicts = [factory.verdict(NAME, column) for column in ids]
    head = replace(factory.header(), oracles=())
    return factory.record([factory.case(NAME)], verdicts, header=head)


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ("r@1", "r@2", "r@1=r@2"),
        ("r@1 r@1/w", "r@2 r@2/w", "r@1=r@2 r@1/w=r@2/w"),
        ("r@1 r@1/w", "r@2", "r@1=r@2"),
        ("r@1 r@2", "r@2 r@1", "r@1=r@1 r@2=r@2"),
        ("r@1 r@1:size", "r@2:size r@2", "r@1=r@2 r@1:size=r@2:size"),
    ],
)
def test_columns_are_paired_by_all_but_their_version(old: str, new: str, pairs: str) -> None:
    found = compare.pair_columns(columns(*old.split()), columns(*new.split()))
    assert " ".join(f"{a}={b}" for a, b in found) == pairs


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("r@1 r@2", "r@2 r@3", "not clear: r@1, r@2 and r@2, r@3"),
        ("r@1", "r@2 r@1", "not clear"),
        ("r@1", "r@1/w", "no column in common"),
        ("r@1", "p@1", "no column in common"),
        ("r@1", "r@1:size", "no column in common"),
    ],
)
def test_what_cannot_be_paired_says_how_to_name_it(old: str, new: str, message: str) -> None:
    with pytest.raises(HarnessError, match=message) as caught:
        compare.pair_columns(columns(*old.split()), columns(*new.split()))
    assert "--column" in (caught.value.hint or "")


def test_a_column_that_is_not_there() -> None:
    with pytest.raises(HarnessError, match="no candidate column x@1") as caught:
        compare.chosen_column(columns("r@1"), ColumnId.parse("x@1"))
    assert caught.value.hint == "its columns: r@1"


# --------------------------------------------------------------------------- speed


def speed(verdict: Speed, batch: int = 1, clock: str = "wall", case: str = NAME) -> Comparison:
    numbers = (0.5, 0.7, 0.25, 0.1, 0.4, 0.1, 30, False)
    a_median, b_median, estimate, low, high, margin, runs, provisional = numbers
    return Comparison(
        case,
        OLD,
        NEW,
        "execution",
        clock,
        batch,
        15,
        a_median,
        b_median,
        estimate,
        low,
        high,
        margin,
        runs,
        provisional,
        verdict,
    )


@pytest.mark.parametrize(
    ("speeds", "code"),
    [
        ([], ExitCode.OK),
        ([speed(Speed.SLOWER)], ExitCode.OK),
        ([speed(Speed.SLOWER), speed(Speed.SLOWER, 2)], ExitCode.PERFORMANCE),
        ([speed(Speed.SLOWER), speed(Speed.INCONCLUSIVE, 2)], ExitCode.OK),
        ([speed(Speed.SLOWER), speed(Speed.SLOWER, 2, case="other")], ExitCode.OK),
        ([speed(Speed.SLOWER, clock="fuel")], ExitCode.PERFORMANCE),
        ([speed(Speed.FASTER), speed(Speed.INCONCLUSIVE)], ExitCode.OK),
    ],
)
def test_a_slowdown_counts_when_it_was_seen_twice(speeds: list[Comparison], code: ExitCode) -> None:
    new = side(NEW, cell(NEW, PASS), comparisons=tuple(speeds))
    comparison = compare.compare(side(OLD, cell(OLD, PASS)), new)
    assert compare.exit_code([comparison]) is code
    regressed = both(PASS, FAIL)
    assert compare.exit_code([comparison, regressed]) is ExitCode.CORRECTNESS


def test_speeds_of_other_columns_are_not_taken() -> None:
    other = replace(speed(Speed.SLOWER, clock="fuel"), a=ORACLE)
    new = side(NEW, cell(NEW, PASS), comparisons=(other,))
    assert compare.compare(side(OLD, cell(OLD, PASS)), new).speeds == ()


def test_a_quick_look_is_counted_and_says_nothing() -> None:
    sides = [
        side(column, [*cell(column, PASS), factory.timing(NAME, column, ratio)])
        for column, ratio in ((OLD, 1.0), (NEW, 9.0))
    ]
    comparison = compare.compare(*sides)
    assert (comparison.quick_looks, comparison.speeds) == (1, ())
    assert compare.exit_code([comparison]) is ExitCode.OK
