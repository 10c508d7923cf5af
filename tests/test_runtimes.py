"""The contract that every runtime of the registry keeps, with the real artefacts."""

from __future__ import annotations

from pathlib import Path

import pytest

from harness.lanes import Lane, Lanes
from harness.model import Case, Observation, Outcome, Role, Start
from harness.run import Bench, Settings
from harness.runtimes import RUNTIMES
from harness.scratch import ScratchRoot

pytestmark = pytest.mark.hosts
SETTINGS = Settings(budget_floor_s=5.0, oracle_timeout_s=5.0, output_bytes=200_000)


EACH = [("oracle", Start.COLD), *((name, start) for name in RUNTIMES for start in Start)]


@pytest.fixture(params=EACH, ids=lambda param: f"{param[0]}-{param[1]}")
def way(request: pytest.FixtureRequest, lanes: Lanes) -> tuple[Lane, Start]:
    """A column, and how its interpreters start."""
    name, start = request.param
    if name == "oracle":
        return next(iter(lanes.oracles.values())), start
    return next(lane for lane in lanes.candidates if lane.runtime.name == name), start


@pytest.fixture
def lane(way: tuple[Lane, Start]) -> Lane:
    return way[0]


@pytest.fixture(scope="module")
def bench():  # type: ignore[no-untyped-def]
    with ScratchRoot() as scratch:
        made = Bench(scratch, SETTINGS)
        yield made
        made.close()


@pytest.fixture
def observed(way: tuple[Lane, Start], bench: Bench, tmp_path: Path):  # type: ignore[no-untyped-def]
    lane, start = way

    def run(source: str, **fields: object) -> Observation:
        path = tmp_path / "script.py"
        path.write_text(source)
        case = Case("a/script.py", path, "a", "0", **fields)  # type: ignore[arg-type]
        limits = bench.oracle_limits(case)
        attempt = bench.attempt(lane, case, Role.CANDIDATE, 0, limits, start=start)
        assert attempt.start is (Start.COLD if "env" in fields else start) or case.env
        return attempt.observation

    return run


@pytest.mark.parametrize(
    ("source", "outcome", "exit_code"),
    [
        ("print(1)", Outcome.OK, 0),
        ("raise ValueError('x')", Outcome.RAISED, 1),
        ("import sys; sys.exit(3)", Outcome.EXIT, 3),
        ("import sys; sys.exit(0)", Outcome.OK, 0),
        ("import sys; sys.exit(None)", Outcome.OK, 0),
        ("import sys; sys.exit('bye')", Outcome.EXIT, 1),
        ("import sys; sys.exit(256 + 7)", Outcome.EXIT, 7),
        ("import os; os._exit(3)", Outcome.EXIT, 3),
        ("import os; os._exit(0)", Outcome.OK, 0),
        ("def f(:", Outcome.RAISED, 1),
        ("import sys; sys.excepthook = lambda *a: None; 1 / 0", Outcome.RAISED, 1),
        ("import sys; sys.stderr = None; 1 / 0", Outcome.RAISED, 1),
        ("def f(): f()\nf()", Outcome.RAISED, 1),
        ("import atexit, os\natexit.register(os._exit, 5)\n1 / 0", Outcome.EXIT, 5),
    ],
)
def test_outcomes(observed, source: str, outcome: Outcome, exit_code: int) -> None:  # type: ignore[no-untyped-def]
    seen = observed(source)
    assert (seen.outcome, seen.exit_code) == (outcome, exit_code), seen


@pytest.mark.parametrize(
    ("source", "outcome", "exit_code"),
    [
        ("raise KeyboardInterrupt", Outcome.RAISED, 130),
        ("import sys; sys.exit(-1)", Outcome.EXIT, 255),
        ("import os; os._exit(126)", Outcome.EXIT, 126),
    ],
)
def test_exit_codes_that_wasmtime_refuses(
    observed,
    lane: Lane,
    source: str,
    outcome: Outcome,
    exit_code: int,  # type: ignore[no-untyped-def]
) -> None:
    seen = observed(source)
    if lane.runtime.name == "wasmtime":
        assert (seen.outcome, seen.trap.code) == (Outcome.TRAP, "exit-status-refused")
    else:
        assert (seen.outcome, seen.exit_code) == (outcome, exit_code), seen


def test_streams_arguments_stdin_and_environment(observed) -> None:  # type: ignore[no-untyped-def]
    source = (
        "import os, sys\n"
        "print(sys.argv, sys.stdin.read(), os.environ['GIVEN'], flush=True)\n"
        "sys.stdout.buffer.write(b'\\xff\\0')\n"
        "print('err', file=sys.stderr)\n"
    )
    seen = observed(source, argv=("a b", "é"), stdin="in é".encode(), env={"GIVEN": "v é"})
    assert seen.stdout.data == "['script.py', 'a b', 'é'] in é v é\n".encode() + b"\xff\0"
    assert seen.stderr.data == b"err\n"


def test_the_exception_is_data(observed) -> None:  # type: ignore[no-untyped-def]
    source = (
        "def f():\n    raise KeyError('inner')\n"
        "try:\n    f()\nexcept KeyError as e:\n"
        "    e2 = ValueError('outer 7')\n    e2.add_note('a note')\n    raise e2 from e\n"
    )
    exception = observed(source).exception
    assert (exception.type, exception.message, exception.notes) == (
        "ValueError",
        "outer 7",
        ("a note",),
    )
    assert [frame.function for frame in exception.frames] == ["<module>"]
    assert exception.frames[-1].line == 8
    assert exception.cause.type == "KeyError"
    assert [frame.function for frame in exception.cause.frames] == ["<module>", "f"]
    assert exception.frames[-1].module == "__main__"


def test_the_working_directory_is_the_scripts_own(observed) -> None:  # type: ignore[no-untyped-def]
    source = (
        "import os, tempfile\n"
        "print(sorted(os.listdir('.')))\n"
        "open('new.txt', 'w').write('x')\n"
        "print(os.path.basename(__file__), os.path.exists(os.path.join(os.getcwd(), 'new.txt')))\n"
        "with tempfile.NamedTemporaryFile('w') as f: print(os.path.exists(f.name))\n"
        "print(sorted(os.listdir(os.environ['TMPDIR'])))\n"
    )
    seen = observed(source)
    assert seen.stdout.data == b"['script.py']\nscript.py True\nTrue\n[]\n", seen.stderr.data


def test_the_hash_seed_is_fixed(observed) -> None:  # type: ignore[no-untyped-def]
    source = "print(hash('some text'), list({'a', 'b', 'c', 'd'}))"
    assert observed(source).stdout.data == observed(source).stdout.data


@pytest.mark.parametrize(
    "source",
    [
        "import os; print([name for name in os.environ if 'HARNESS' in name])",
        "import sys; print([item for item in sys.argv if 'control' in item])",
        "import os; print([n for n in os.listdir('..') if n not in ('work', 'tmp')])",
    ],
)
def test_a_script_meets_nothing_of_the_harness(observed, source: str) -> None:  # type: ignore[no-untyped-def]
    assert observed(source).stdout.data == b"[]\n"


def test_a_loop_is_ended_by_its_cpu_limit(observed) -> None:  # type: ignore[no-untyped-def]
    seen = observed("while True: pass", timeout_s=1)
    assert (seen.outcome, seen.exit_code) == (Outcome.TIMEOUT, None)


def test_a_sleeper_is_ended_by_the_watchdog(observed) -> None:  # type: ignore[no-untyped-def]
    seen = observed("import time; time.sleep(60)", timeout_s=0.5)
    assert (seen.outcome, seen.limit) == (Outcome.TIMEOUT, "wall time")


def test_endless_output_is_cut(observed) -> None:  # type: ignore[no-untyped-def]
    seen = observed("while True: print('x' * 1000)", timeout_s=5)
    assert (seen.outcome, seen.limit) == (Outcome.LIMIT, "output")
    assert len(seen.stdout.data) == SETTINGS.output_bytes


def test_memory_and_times_are_measured(observed, lane: Lane) -> None:  # type: ignore[no-untyped-def]
    seen = observed("x = [0] * 20_000_000\nprint(len(x))")
    assert seen.outcome is Outcome.OK
    if lane.column.target != "native":
        assert seen.peak_bytes is not None  # the kernel's figure for a process may be unknown
    assert seen.peak_bytes is None or 70_000_000 < seen.peak_bytes < 1 << 30
    assert seen.wall_ns > 0
    assert seen.cpu_ns is not None


def test_hosts_tell_their_phases(observed, lane: Lane) -> None:  # type: ignore[no-untyped-def]
    phases = observed("sum(range(1_000_000))").phases
    if lane.column.id.engine == "cpython":
        assert phases.execute_ns is None
    else:
        assert phases.start_ns > 0
        assert phases.execute_ns > phases.compile_ns > 0
        assert phases.finalise_ns is not None
