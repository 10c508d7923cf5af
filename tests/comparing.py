"""Two small records to be compared: builders with defaults, and one pair rich in everything."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from harness.compare import Comparison, Confirmation, Control, Side, compare
from harness.model import (
    Attempt,
    CaseInfo,
    Column,
    ColumnId,
    Divergence,
    Observation,
    OracleChoice,
    Outcome,
    PanicInfo,
    Role,
    Signature,
    Status,
    Verdict,
)
from tests import factory
from tests.factory import HOSTILE, raised, seen

OLD = ColumnId.parse("rustpython@0.5.0")
NEW = ColumnId.parse("rustpython@0.6.0")
ORACLE = factory.ORACLE
OLDER = ColumnId.parse("cpython@3.12")

ROUNDED = Signature("aaaa00000001", "stdout: 2 → 3", "-2\n+3")
NO_NAME = Signature("aaaa00000002", "missing-name: AttributeError: module 'os' has no attribute")
HOSTILE_CAUSE = Signature("aaaa00000003", f"stdout: {HOSTILE}", HOSTILE)


def side(
    column: ColumnId,
    cells: list[Any],
    *,
    oracle: ColumnId = ORACLE,
    cases: list[CaseInfo] | None = None,
    exact: bool = True,
    **fields: Any,
) -> Side:
    """One column's side. `cells` are verdicts, attempts, timings; a case each that they name."""
    names = dict.fromkeys(item.case for item in cells)
    head = replace(
        factory.header(rules="1", samples=3),
        columns=(
            Column(oracle, "native", "3.14", "f-oracle", frozenset(), {"version": f"{oracle}.1"}),
            Column(column, "native", "3.14", f"f-{column}", frozenset()),
        ),
        oracles=(OracleChoice(column, oracle, "3.14", exact),),
        **fields.pop("head", {}),
    )
    known = cases if cases is not None else [factory.case(name) for name in names]
    return Side(factory.record(known, cells, header=head, **fields), column)


def cell(
    column: ColumnId,
    status: Status,
    name: str = "corpus/a/one.py",
    *,
    mine: Observation | None = None,
    its: Observation | None = None,
    oracle: ColumnId = ORACLE,
    **fields: Any,
) -> list[Any]:
    """A verdict, and the attempts that are given: of the candidate and of its oracle."""
    items: list[Any] = [replace(factory.verdict(name, column, status, **fields), oracle=oracle)]
    if mine:
        items.append(Attempt(name, column, Role.CANDIDATE, 0, 0, mine))
    if its:
        items.append(Attempt(name, oracle, Role.ORACLE, 0, 0, its))
    return items


def both(old: Status, new: Status, **fields: Any) -> Comparison:
    """The comparison of one cell by its two statuses, with outputs that differ."""
    return compare(
        side(OLD, cell(OLD, old, mine=seen(stdout=b"old\n"), **fields)),
        side(NEW, cell(NEW, new, mine=seen(stdout=b"new\n"), **fields)),
    )


def failing(column: ColumnId, name: str, signature: Signature, mine: Observation) -> list[Any]:
    classes = (Divergence(signature.text.split(":")[0]),)
    return cell(
        column,
        Status.FAIL,
        name,
        mine=mine,
        its=seen(stdout=b"2\n"),
        classes=classes,
        signature=signature,
    )


def rich() -> Comparison:
    """Every kind of change, several causes, hostile names and outputs, a control."""
    old: list[Any] = []
    new: list[Any] = []
    good, bad = seen(stdout=b"2\n"), seen(stdout=b"3\n")
    for number in range(5):
        name = f"corpus/types/round_{number}.py"
        old += cell(OLD, Status.PASS, name, mine=good, its=good)
        new += failing(NEW, name, ROUNDED, bad)
    name = f"corpus/io/{HOSTILE}.py"
    shout = seen(stdout=HOSTILE.encode("utf-8", "surrogateescape") + b"\n````\n</details>\n")
    old += cell(OLD, Status.PASS, name, mine=good, its=good)
    new += failing(NEW, name, HOSTILE_CAUSE, shout)
    lost = seen(Outcome.RAISED, b"", exception=raised("AttributeError", "no 'x'", "main"))
    for number in range(2):
        name = f"corpus/stdlib/spawn_{number}.py"
        old += failing(OLD, name, NO_NAME, lost)
        new += cell(NEW, Status.PASS, name, mine=good, its=good)
    old += failing(OLD, "corpus/stdlib/other.py", NO_NAME, lost)
    new += failing(NEW, "corpus/stdlib/other.py", ROUNDED, bad)
    for crate, column, items in (("0.5.0", OLD, old), ("0.6.0", NEW, new)):
        place = f"rustpython-vm-{crate}/src/frame.rs"
        items += cell(
            column,
            Status.FAIL,
            "corpus/stdlib/panics.py",
            mine=seen(Outcome.PANIC, panic=PanicInfo("out of range", place, 812)),
            its=good,
            classes=(Divergence.PANIC,),
            signature=Signature(f"aaaa{crate}", f"panic in {place} run: out of range"),
        )
    _others(old, new)
    cases = {item.case: factory.case(item.case, size=200) for item in (*old, *new)}
    cases["corpus/types/round_3.py"] = factory.case("corpus/types/round_3.py", size=20)
    names = {item.case for item in old}, {item.case for item in new}
    left = side(OLD, old, cases=[case for name, case in cases.items() if name in names[0]])
    edited = "corpus/other/edited.py"
    cases[edited] = replace(cases[edited], sha256="1" * 64)
    right = side(NEW, new, cases=[case for name, case in cases.items() if name in names[1]])
    again = {
        (f"corpus/types/round_{number}.py", NEW): Confirmation(_verdicts(new, number) * 3)
        for number in range(5)
    }
    again["corpus/other/unsteady.py", NEW] = Confirmation((factory.verdict("x", NEW),))
    result = compare(left, right, confirmations=again)
    return replace(result, control=Control(len(cases), {}))


def _verdicts(new: list[Any], number: int) -> tuple[Verdict, ...]:
    name = f"corpus/types/round_{number}.py"
    return tuple(item for item in new if isinstance(item, Verdict) and item.case == name)


def _others(old: list[Any], new: list[Any]) -> None:
    """One of each kind that is listed cell by cell, or only counted."""
    good, bad = seen(stdout=b"2\n"), seen(stdout=b"3\n")
    message = Signature("aaaa00000009", "exception-message: ValueError: bad N")
    strictly: dict[str, Any] = {
        "strict": False,
        "classes": (Divergence.MESSAGE,),
        "signature": message,
    }
    name = "corpus/messages/lost.py"
    old += cell(OLD, Status.PASS, name, mine=good, its=good)
    new += cell(NEW, Status.PASS, name, mine=bad, its=good, **strictly)
    name = "corpus/messages/gained.py"
    old += cell(OLD, Status.PASS, name, mine=bad, its=good, **strictly)
    new += cell(NEW, Status.PASS, name, mine=good, its=good)
    name = "corpus/other/moved.py"
    old += cell(OLD, Status.PASS, name, mine=good, its=good)
    new += cell(NEW, Status.FAIL, name, mine=good, its=bad, classes=(Divergence.STDOUT,))
    name = "corpus/other/rejudged.py"
    old += cell(OLD, Status.PASS, name, mine=good, its=good)
    new += cell(NEW, Status.FAIL, name, mine=good, its=good, classes=(Divergence.STDOUT,))
    name = "corpus/other/unsteady.py"
    old += cell(OLD, Status.PASS, name, mine=good, its=good)
    new += failing(NEW, name, ROUNDED, bad)
    name = "corpus/other/shot.py"
    old += cell(OLD, Status.PASS, name, mine=good, its=good)
    new += cell(NEW, Status.SPURIOUS, name, reason="the worker died")
    name = "corpus/other/unsupported.py"
    old += cell(OLD, Status.FAIL, name, mine=bad, its=good)
    new += cell(NEW, Status.UNSUPPORTED, name, reason="needs threads")
    for kept in ("edited", "same"):
        old += cell(OLD, Status.PASS, f"corpus/other/{kept}.py", mine=good, its=good)
        new += cell(NEW, Status.PASS, f"corpus/other/{kept}.py", mine=good, its=good)
    old += cell(OLD, Status.PASS, "corpus/other/gone.py", mine=good, its=good)
    new += cell(NEW, Status.FAIL, "corpus/other/came.py", mine=bad, its=good)
    old += cell(OLD, Status.SKIP, "corpus/other/skipped.py", reason="takes an hour")
    new += cell(NEW, Status.SKIP, "corpus/other/skipped.py", reason="takes an hour")
