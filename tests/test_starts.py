"""Fast starts give what cold ones give, byte for byte: scripts made to notice, and the corpus."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from harness import judge
from harness.cache import Cache
from harness.columns import Workshop, default_columns
from harness.corpus import collect
from harness.execute import run_tool
from harness.lanes import Lane
from harness.model import Case, ColumnId, Observation, Role, Start
from harness.run import Bench, Settings
from harness.scratch import ScratchRoot
from tests.conftest import ROOT

pytestmark = [pytest.mark.hosts, pytest.mark.timeout(900)]

NOTICING = collect([str(ROOT / "tests" / "data" / "starts")])
# A script that is timed out by neither start is of no use here, and one that takes long of little.
CORPUS = [case for case in collect([str(ROOT / "corpus")]) if case.args_full is None]
ADDRESS = re.compile(rb"0x[0-9a-f]{6,}")
SETTINGS = Settings(oracle_timeout_s=20)


def lane(column: ColumnId) -> Lane:
    shop = Workshop(
        run_tool, Cache.default(), lambda message, *, expected_s=None: None, start=Start.FAST
    )
    made = shop.lane(column)
    assert made.fast is not None, f"{column} cannot start fast"
    return made


@pytest.fixture(scope="module", params=[str(column) for column in default_columns()])
def column(request: pytest.FixtureRequest) -> Lane:
    return lane(ColumnId.parse(request.param))


@pytest.fixture(scope="module")
def bench() -> Iterator[Bench]:
    with ScratchRoot() as scratch:
        made = Bench(scratch, SETTINGS)
        yield made
        made.close()


def observed(bench: Bench, column: Lane, case: Case, start: Start, repeat: int = 0) -> Observation:
    limits = bench.oracle_limits(case)
    attempt = bench.attempt(column, case, Role.CANDIDATE, repeat, limits, start=start)
    assert attempt.start is start or case.env
    return attempt.observation


def told(seen: Observation) -> dict[str, object]:
    """All of an observation that a script can have a part in, without its folder's name."""
    folder = seen.scratch.encode()

    def plain(output: bytes) -> bytes:
        return ADDRESS.sub(b"0x", output.replace(folder, b"SCRATCH"))

    exception = seen.exception
    return {
        "outcome": seen.outcome,
        "exit_code": seen.exit_code,
        "signal": seen.signal,
        "stdout": plain(seen.stdout.data),
        "stderr": plain(seen.stderr.data),
        "exception": exception and (exception.type, exception.message),
        "panic": seen.panic and seen.panic.message,
        "trap": seen.trap and seen.trap.code,
        "limit": seen.limit,
        "error": seen.error,
    }


@pytest.mark.parametrize("case", NOTICING, ids=lambda case: case.id)
def test_what_a_script_can_notice(bench: Bench, column: Lane, case: Case) -> None:
    standing = judge.standing(case, column.column)
    if standing:
        pytest.skip(str(standing[1]))
    cold = told(observed(bench, column, case, Start.COLD))
    for repeat in range(2):  # the second copy of an interpreter is like the first
        assert told(observed(bench, column, case, Start.FAST, repeat)) == cold
    assert cold["error"] is None


def test_the_whole_corpus(bench: Bench, column: Lane) -> None:
    different = []
    for case in CORPUS:
        if judge.standing(case, column.column) or case.env:
            continue
        cold, fast = (told(observed(bench, column, case, start)) for start in Start)
        if cold == fast:
            continue
        # What moves by itself is no difference between starts.
        again = [told(observed(bench, column, case, start, 1)) for start in Start]
        if again[0] == cold and again[1] != cold:
            different.append(case.id)
    assert different == []
