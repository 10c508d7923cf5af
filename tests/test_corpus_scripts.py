"""Our own corpus: enough of it, described, clean and stable on the oracle."""

from __future__ import annotations

import ast
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest

from harness import judge
from harness.corpus import collect
from harness.lanes import Lanes
from harness.model import Case, Observation, Outcome, Role
from harness.run import Benches, Settings
from harness.scratch import ScratchRoot
from tests.conftest import ROOT

CASES = collect([str(ROOT / "corpus")])
AREAS = {"language", "types", "stdlib", "programs", "tracebacks", "messages", "io", "benchmarks"}
RUNS = 3


def modules_of(case: Case) -> set[str]:
    tree = ast.parse(case.path.read_bytes())
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module)
    return found


def test_there_is_enough_of_it() -> None:
    counts = Counter(case.area for case in CASES)
    assert set(counts) == AREAS
    assert len(CASES) >= 250
    assert counts["benchmarks"] >= 25
    assert min(counts.values()) >= 15


def test_the_standard_library_is_covered() -> None:
    if sys.version_info < (3, 14):
        parsed = [case for case in CASES if case.area == "stdlib" and parses(case)]
    else:
        parsed = [case for case in CASES if case.area == "stdlib"]
    modules = set().union(*(modules_of(case) for case in parsed))
    ours = {name for name in modules if name.partition(".")[0] in sys.stdlib_module_names}
    assert len(ours) >= 80, sorted(ours)


def parses(case: Case) -> bool:
    """Whether the Python that runs the tests knows the script's syntax."""
    try:
        ast.parse(case.path.read_bytes())
    except SyntaxError:
        return False
    return True


def test_every_script_says_what_it_checks() -> None:
    assert [case.id for case in CASES if len(case.description) < 10] == []


def test_benchmarks_have_a_small_and_a_full_input() -> None:
    benchmarks = [case for case in CASES if case.area == "benchmarks"]
    assert [c.id for c in benchmarks if not c.args_small or not c.args_full] == []
    assert [c.id for c in benchmarks if "benchmark" not in c.tags] == []
    assert [c.id for c in CASES if "benchmark" in c.tags and c.area != "benchmarks"] == []


@pytest.mark.hosts
@pytest.mark.timeout(900)
def test_every_script_is_clean_and_stable_on_the_oracle(lanes: Lanes) -> None:
    (oracle,) = lanes.oracles.values()
    with ScratchRoot() as scratch, Benches(scratch, Settings()) as benches:

        def complaints(case: Case) -> list[str]:
            bench = benches.mine()
            limits = bench.oracle_limits(case)
            runs = [
                bench.attempt(oracle, case, Role.ORACLE, repeat, limits).observation
                for repeat in range(RUNS)
            ]
            return [f"{case.id}: {text}" for text in complaints_of(case, runs)]

        with ThreadPoolExecutor(2) as pool:
            found = [text for texts in pool.map(complaints, CASES) for text in texts]
    assert found == []


def complaints_of(case: Case, runs: list[Observation]) -> list[str]:
    first = runs[0]
    texts = []
    again = [judge.differences(case, runs[:1], run) for run in runs[1:]]
    if any(not facet.equal for found in again for facet in found.strict):
        texts.append("unstable")
    if judge.bad_script(case, first):
        texts.append(judge.bad_script(case, first))
    if first.outcome is not (Outcome.RAISED if case.raises else Outcome.OK):
        texts.append(f"ended as {first.outcome}")
    if not first.stdout.data and not case.raises:
        texts.append("prints nothing")
    if first.stderr.data and not case.raises and "stderr" not in case.tags:
        texts.append(f"writes to stderr: {first.stderr.data[:80]!r}")
    if first.stdout.size > 20_000:
        texts.append(f"prints {first.stdout.size} bytes")
    return texts
