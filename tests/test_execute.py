"""Attempts as real processes: limits, endings, pipes, and nothing left behind."""

from __future__ import annotations

import os
import resource
import signal
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from harness import execute
from harness.execute import Executor, Interrupted, run_tool
from harness.model import Launch, Limits
from harness.observe import Ending

LIMITS = Limits(wall_s=20.0, cpu_s=10.0, output_bytes=100_000)
WORKER = Path(__file__).parent / "data" / "echo_worker.py"


def attempt(code: str, tmp_path: Path, *, stdin: bytes = b"", limits: Limits = LIMITS) -> Ending:
    launch = Launch((sys.executable, "-I", "-c", code), {"PATH": os.defpath}, tmp_path)
    with Executor() as executor:
        return executor.attempt(launch, stdin=stdin, limits=limits)


@pytest.mark.parametrize(
    ("code", "status"),
    [
        ("pass", 0),
        ("raise SystemExit(3)", 3),
        ("import os; os._exit(255)", 255),
        ("import os; os.kill(os.getpid(), 11)", -11),
        ("import os; os.abort()", -6),
    ],
)
def test_statuses(code: str, status: int, tmp_path: Path) -> None:
    ending = attempt(code, tmp_path)
    assert (ending.status, ending.limit, ending.error) == (status, None, None)
    assert ending.wall_ns > 0


def test_peak_memory_is_the_scripts_or_unknown_never_the_harness_own(tmp_path: Path) -> None:
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    assert attempt("pass", tmp_path).peak_bytes is None
    peak = attempt(f"b'x' * {own + (64 << 20)}", tmp_path).peak_bytes
    assert peak is not None
    assert own + (64 << 20) < peak < own + (128 << 20)


def test_streams_are_kept_apart_as_bytes(tmp_path: Path) -> None:
    code = "import os; os.write(1, b'o\\xff\\0'); os.write(2, b'e\\r\\n')"
    ending = attempt(code, tmp_path)
    assert (ending.stdout.data, ending.stderr.data) == (b"o\xff\0", b"e\r\n")


@pytest.mark.parametrize("size", [0, 5, 300_000])
def test_stdin_of_any_size_arrives_whole(size: int, tmp_path: Path) -> None:
    ending = attempt("import sys; print(len(sys.stdin.buffer.read()))", tmp_path, stdin=b"x" * size)
    assert ending.stdout.data == b"%d\n" % size


def test_stdin_that_nobody_reads_does_no_harm(tmp_path: Path) -> None:
    assert attempt("pass", tmp_path, stdin=b"x" * 300_000).status == 0


def test_wall_time_ends_a_sleeper(tmp_path: Path) -> None:
    began = time.monotonic()
    ending = attempt("import time; time.sleep(60)", tmp_path, limits=Limits(wall_s=0.5))
    assert ending.limit == "wall time"
    assert time.monotonic() - began < 5


def test_cpu_time_ends_a_loop(tmp_path: Path) -> None:
    ending = attempt("while True: pass", tmp_path, limits=Limits(wall_s=30, cpu_s=1))
    assert ending.limit == "cpu time"
    assert ending.cpu_ns is not None
    assert 0.8e9 < ending.cpu_ns < 3e9


def test_output_over_its_limit_is_cut_and_counted(tmp_path: Path) -> None:
    code = "import os\nwhile True: os.write(1, b'x' * 10000)"
    ending = attempt(code, tmp_path)
    assert ending.limit == "output"
    assert len(ending.stdout.data) == LIMITS.output_bytes
    assert ending.stdout.size > LIMITS.output_bytes
    assert ending.stdout.cut


def test_output_over_its_limit_counts_even_when_its_process_ended_first(tmp_path: Path) -> None:
    code = "import os, time\nif not os.fork(): time.sleep(0.1); os.write(1, b'x' * 100_001)"
    assert attempt(code, tmp_path).limit == "output"


def test_a_process_that_cannot_be_killed_does_not_hang_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(execute._Process, "kill", lambda self: None)
    monkeypatch.setattr(execute, "_KILL_S", 0.1)
    ending = attempt("import time; time.sleep(1)", tmp_path, limits=Limits(wall_s=0.3))
    assert "cannot be killed" in (ending.error or "")


def test_memory_over_its_limit_is_refused(tmp_path: Path) -> None:
    ending = attempt("b'x' * (1 << 30)", tmp_path, limits=Limits(20, memory_bytes=512 << 20))
    assert ending.status == 1
    assert b"MemoryError" in ending.stderr.data


def test_a_child_that_outlives_the_script_is_killed(tmp_path: Path) -> None:
    code = (
        "import os, time\n"
        "pid = os.fork()\n"
        "if pid == 0:\n    time.sleep(60)\n"
        "print(pid, flush=True)\n"
    )
    began = time.monotonic()
    ending = attempt(code, tmp_path)
    assert ending.status == 0
    assert time.monotonic() - began < 5
    assert _gone(int(ending.stdout.data))


def _gone(pid: int) -> bool:
    """Whether the process ends within a moment: the kernel takes a little time to kill."""
    deadline = time.monotonic() + 5
    while _alive(pid) and time.monotonic() < deadline:
        time.sleep(0.01)
    return not _alive(pid)


def _alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def test_no_descriptor_is_left_open(tmp_path: Path) -> None:
    attempt("pass", tmp_path)
    before = len(os.listdir("/proc/self/fd"))
    for code in ("pass", "import os; os.abort()", "import time; time.sleep(9)"):
        attempt(code, tmp_path, limits=Limits(wall_s=0.3))
    assert len(os.listdir("/proc/self/fd")) == before


def test_the_script_gets_no_descriptor_but_its_streams(tmp_path: Path) -> None:
    ending = attempt("import os; print(sorted(map(int, os.listdir('/proc/self/fd'))))", tmp_path)
    assert ending.stdout.data == b"[0, 1, 2, 3]\n"  # the last one is listdir's own


def test_a_program_that_is_not_there_is_our_error(tmp_path: Path) -> None:
    with Executor() as executor:
        ending = executor.attempt(Launch(("/no/such",), {}, tmp_path), stdin=b"", limits=LIMITS)
    assert ending.status is None
    assert ending.error is not None
    assert "No such file" in ending.error


# --------------------------------------------------------------------------- workers


def requests(tmp_path: Path, codes: Sequence[str], limits: Limits = LIMITS) -> list[Ending]:
    argv = (sys.executable, "-I", str(WORKER))
    with Executor() as executor:
        return [
            executor.attempt(
                Launch(argv, {}, tmp_path, worker=True, request={"code": code}),
                stdin=b"in\n",
                limits=limits,
            )
            for code in codes
        ]


def test_a_worker_forks_for_each_request(tmp_path: Path) -> None:
    first, second = requests(
        tmp_path, ["print(input(), 1); x = 1", "print(input(), 'x' in globals())"]
    )
    assert (first.stdout.data, second.stdout.data) == (b"in 1\n", b"in False\n")
    assert (first.status, second.status) == (0, 0)


def test_an_abort_costs_one_attempt(tmp_path: Path) -> None:
    first, second = requests(tmp_path, ["import os; os.abort()", "print(2)"])
    assert first.status == -6
    assert second.stdout.data == b"2\n"


def test_a_worker_outlives_a_timeout(tmp_path: Path) -> None:
    first, second = requests(tmp_path, ["import time; time.sleep(60)", "print(2)"], Limits(0.5))
    assert first.limit == "wall time"
    assert second.stdout.data == b"2\n"


def test_a_worker_that_dies_is_our_error_and_is_replaced(tmp_path: Path) -> None:
    first, second = requests(tmp_path, ["WORKER DIES", "print(2)"])
    assert first.error is not None
    assert "worker" in first.error
    assert second.stdout.data == b"2\n"


def test_what_the_worker_tells_of_a_trap_is_kept(tmp_path: Path) -> None:
    (ending,) = requests(tmp_path, ["TRAP"])
    assert ending.trap is not None
    assert (ending.trap.code, ending.trap.frames) == ("unreachable", ("f", "g"))


def test_a_worker_that_does_not_start_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(execute, "_WORKER_START_S", 0.3)
    silent = Launch(
        (sys.executable, "-c", "import time; time.sleep(60)"), {}, tmp_path, worker=True
    )
    before = len(os.listdir("/proc/self/fd"))
    with Executor() as executor:
        ending = executor.attempt(silent, stdin=b"", limits=LIMITS)
        assert "does not answer" in (ending.error or "")
        del executor, ending
    assert len(os.listdir("/proc/self/fd")) == before


def test_a_report_that_is_cut_is_our_error(tmp_path: Path) -> None:
    (ending,) = requests(tmp_path, ["CUT"])
    assert "cut short" in (ending.error or "")


# --------------------------------------------------------------------------- interruption


def sleeper(kind: str, tmp_path: Path) -> Launch:
    code = f"import os, time; open('{tmp_path}/pid', 'w').write(str(os.getpid())); time.sleep(60)"
    if kind == "worker":
        argv = (sys.executable, "-I", str(WORKER))
        return Launch(argv, {}, tmp_path, worker=True, request={"code": code})
    return Launch((sys.executable, "-I", "-c", code), {"PATH": os.defpath}, tmp_path)


def once_it_sleeps(tmp_path: Path, action: Callable[[], None]) -> None:
    """Call `action` from another thread when the sleeper has said its number."""

    def wait_and_act() -> None:
        path = tmp_path / "pid"
        while not (path.exists() and path.read_text()):
            time.sleep(0.01)
        action()

    threading.Thread(target=wait_and_act, daemon=True).start()


@pytest.mark.parametrize("kind", ["process", "worker"])
def test_ctrl_c_leaves_no_attempt_running(kind: str, tmp_path: Path) -> None:
    once_it_sleeps(tmp_path, lambda: os.kill(os.getpid(), signal.SIGINT))
    with Executor() as executor, pytest.raises(KeyboardInterrupt):
        executor.attempt(sleeper(kind, tmp_path), stdin=b"", limits=LIMITS)
    assert _gone(int((tmp_path / "pid").read_text()))


def test_the_answer_of_an_interrupted_attempt_is_not_the_next_ones(tmp_path: Path) -> None:
    once_it_sleeps(tmp_path, lambda: os.kill(os.getpid(), signal.SIGINT))
    launch = sleeper("worker", tmp_path)
    with Executor() as executor:
        with pytest.raises(KeyboardInterrupt):
            executor.attempt(launch, stdin=b"", limits=LIMITS)
        after = replace(launch, request={"code": "import os; os._exit(9)"})
        assert executor.attempt(after, stdin=b"", limits=LIMITS).status == 9


@pytest.mark.parametrize("kind", ["process", "worker"])
def test_interrupting_ends_what_runs_and_lets_nothing_begin(kind: str, tmp_path: Path) -> None:
    with Executor() as executor:
        once_it_sleeps(tmp_path, executor.interrupt)
        for _ in range(2):
            with pytest.raises(Interrupted):
                executor.attempt(sleeper(kind, tmp_path), stdin=b"", limits=LIMITS)
    assert _gone(int((tmp_path / "pid").read_text()))


# --------------------------------------------------------------------------- tools


def test_a_tools_output_goes_to_its_log_line_by_line(tmp_path: Path) -> None:
    lines: list[str] = []
    log = tmp_path / "log"
    code = "import sys; print('a'); print('b', file=sys.stderr); sys.exit(4)"
    result = run_tool((sys.executable, "-u", "-c", code), log=log, on_line=lines.append)
    assert (result.returncode, result.output) == (4, "a\nb\n")
    assert lines == ["a", "b"]
    assert log.read_text(encoding="utf-8") == "a\nb\n"


def test_a_tool_that_is_not_there() -> None:
    assert run_tool(("/no/such/tool",)).returncode == 127


def test_a_tool_over_its_time() -> None:
    code = "import time; time.sleep(60)"
    assert run_tool((sys.executable, "-c", code), timeout_s=0.3).returncode == 124
