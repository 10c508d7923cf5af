"""The native host's fork server: its protocol as docs/fork-server.md has it, and its faults."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from harness.execute import Executor
from harness.lanes import Lane, Lanes
from harness.model import Case, Launch, Limits, Outcome, Role, Start
from harness.run import Bench, Settings
from harness.scratch import ScratchRoot

pytestmark = [pytest.mark.hosts, pytest.mark.timeout(120)]
ENVIRONMENT = {"TZ": "UTC", "PYTHONDONTWRITEBYTECODE": "1"}


@pytest.fixture(scope="module")
def native(lanes: Lanes) -> Lane:
    return next(lane for lane in lanes.candidates if lane.runtime.name == "native")


class Server:
    """A server and the requester's end of its socket."""

    def __init__(self, program: Path) -> None:
        self.channel, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self.channel.settimeout(30)
        number = str(theirs.fileno())
        self.program = str(program)
        self.process = subprocess.Popen(
            [program, "--hash-seed", "0", "serve", "--socket", number],
            pass_fds=[theirs.fileno()],
            env=ENVIRONMENT,
        )
        theirs.close()
        self.greeting = json.loads(self.channel.recv(4096))

    def ask(self, code: str, descriptors: int = 3, **changes: Any) -> tuple[dict[str, Any], bytes]:
        """The answer that ends it, and what was printed."""
        output, theirs = os.pipe()
        request = {
            "protocol": 1,
            "argv": [self.program, "--hash-seed", "0", "-c", code],
            "env": list(ENVIRONMENT.items()),
            "cwd": "/",
            **changes,
        }
        with open(os.devnull, "rb") as nothing:
            given = [nothing.fileno(), theirs, theirs][:descriptors]
            socket.send_fds(self.channel, [json.dumps(request).encode()], given)
        os.close(theirs)
        payload, pidfds, _, _ = socket.recv_fds(self.channel, 4096, 1)
        answer = json.loads(payload)
        if "error" not in answer:
            assert answer["pid"] > 0
            os.close(pidfds[0])
            answer = json.loads(self.channel.recv(4096))
        with open(output, "rb") as file:
            return answer, file.read()

    def close(self) -> int:
        self.channel.close()
        return self.process.wait(10)


@pytest.fixture
def server(native: Lane) -> Iterator[Server]:
    made = Server(native.artefact.path)
    yield made
    made.close()


def test_it_greets_and_answers(server: Server) -> None:
    assert server.greeting == {"ready": True, "protocol": 1, "host": server.greeting["host"]}
    for _ in range(3):
        answer, printed = server.ask("import sys; print(sys.argv); sys.exit(3)")
        assert (answer["status"], printed) == (3, b"['-c']\n")
        assert answer["cpu_ns"] == answer["user_ns"] + answer["system_ns"] > 0
        assert answer["wall_ns"] > 0
        assert answer["peak_bytes"] > 1 << 20
        assert answer["page_faults"] > 0


@pytest.mark.parametrize(
    ("code", "status"),
    [
        ("import os; os.kill(os.getpid(), 9)", -9),
        ("import os; os.abort()", -6),
        ("import os; os.killpg(0, 15)", -15),
        ("import os; os._exit(0)", 0),
        ("import os; os.closerange(0, 4096)", 0),
    ],
)
def test_it_survives_the_death_of_a_child(server: Server, code: str, status: int) -> None:
    answer, _ = server.ask(code)
    assert answer["status"] == status
    assert server.ask("print('still here')")[1] == b"still here\n"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"protocol": 2}, "protocol 2; this is 1"),
        ({"argv": "run"}, "argv is no list of text"),
        ({"env": {}}, "env is no list of pairs"),
        ({"env": [["A=B", "x"]]}, "env is no list of pairs"),
        ({"cwd": None}, "cwd is no text"),
        ({"argv": ["host", "info"]}, "argv names no script to run"),
        ({"argv": ["host", "--hash-seed", "1", "-c", ""]}, "another hash seed"),
        ({"argv": ["host", "-c", ""]}, "another hash seed"),
        ({"argv": ["host", "--hash-seed", "0", "--path", "/", "-c", ""]}, "folders of its own"),
        ({"argv": ["host", "--hash-seed", "0", "--isolated", "-c", ""]}, "options"),
        ({"env": [["PYTHONOPTIMIZE", "1"]]}, "PYTHON variables"),
        ({"env": [*ENVIRONMENT.items(), ["TZ", "EST"]]}, "a time zone of its own"),
        ({"descriptors": 1}, "1 descriptors, not 3"),
    ],
)
def test_what_it_cannot_serve_it_refuses_and_goes_on(
    server: Server, changes: dict[str, Any], said: str
) -> None:
    answer, printed = server.ask("print('ran')", **changes)
    assert said in answer["error"]
    assert printed == b""
    assert server.ask("print('next')")[1] == b"next\n"


def test_a_request_that_is_no_json_is_refused(server: Server) -> None:
    server.channel.send(b"{half")
    assert "no JSON" in json.loads(server.channel.recv(4096))["error"]
    assert server.ask("print('next')")[1] == b"next\n"


def test_limits_and_streams(server: Server) -> None:
    code = "import resource as r; print(r.getrlimit(r.RLIMIT_CPU), r.getrlimit(r.RLIMIT_AS))"
    _, printed = server.ask(code, cpu_s=7, memory_bytes=1 << 32)
    assert printed == b"(7, 8) (4294967296, 4294967296)\n"
    code = "import os; print([n for n in range(99) if os.path.exists(f'/proc/self/fd/{n}')])"
    assert server.ask(code)[1] == b"[0, 1, 2]\n"


def test_a_child_and_its_children_end_with_it(server: Server) -> None:
    code = "import os, time\nif os.fork() == 0: time.sleep(60)\nprint(os.getpid(), flush=True)"
    answer, printed = server.ask(code)
    assert answer["status"] == 0
    assert printed.endswith(b"\n")  # the pipe has ended, so nobody holds it


def test_it_ends_with_its_requester(native: Lane) -> None:
    server = Server(native.artefact.path)
    assert server.close() == 0
    running = Server(native.artefact.path)
    request = {
        "protocol": 1,
        "argv": [running.program, "--hash-seed", "0", "-c", "import time; time.sleep(60)"],
        "env": list(ENVIRONMENT.items()),
        "cwd": "/",
    }
    with open(os.devnull, "r+b") as nothing:
        given = [nothing.fileno()] * 3
        socket.send_fds(running.channel, [json.dumps(request).encode()], given)
    pid = json.loads(running.channel.recv(4096))["pid"]
    assert running.close() == 0
    deadline = time.monotonic() + 5
    while os.path.isdir(f"/proc/{pid}") and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not os.path.isdir(f"/proc/{pid}")


def test_bad_usage_is_one_line(native: Lane) -> None:
    program = str(native.artefact.path)
    for arguments, said in (
        (["serve"], "serve needs --socket FD"),
        (["serve", "--socket", "1"], "not a descriptor above 2: 1"),
        (["serve", "--socket", "77"], "--socket 77: "),
        (["--path", "x", "serve", "--socket", "9"], "neither --control nor --path"),
    ):
        ended = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)
        assert ended.returncode == 2
        assert said in ended.stderr
        assert len(ended.stderr.splitlines()) == 1


# --------------------------------------------------------------------------- in the harness


def case(tmp_path: Path, source: str, **fields: Any) -> Case:
    path = tmp_path / "script.py"
    path.write_text(source)
    return Case("script.py", path, ".", "0", **fields)


@pytest.fixture
def bench() -> Iterator[Bench]:
    with ScratchRoot() as scratch:
        made = Bench(scratch, Settings(oracle_timeout_s=10))
        yield made
        made.close()


def fast(bench: Bench, lane: Lane, script: Case) -> Any:
    limits = bench.oracle_limits(script)
    return bench.attempt(lane, script, Role.CANDIDATE, 0, limits, start=Start.FAST)


@pytest.mark.parametrize("runtime", ["native", "wasmtime"])
def test_what_an_interpreter_is_built_with_is_started_cold(
    runtime: str, lanes: Lanes, bench: Bench, tmp_path: Path
) -> None:
    lane = next(lane for lane in lanes.candidates if lane.runtime.name == runtime)
    script = case(tmp_path, "import sys; print(sys.flags.optimize)")
    for env, start, printed in (
        ({}, Start.FAST, b"0\n"),
        ({"PYTHONOPTIMIZE": "1"}, Start.COLD, b"1\n"),
        ({"OTHER": "1"}, Start.FAST, b"0\n"),
    ):
        attempt = fast(bench, lane, replace(script, env=env))
        assert (attempt.start, attempt.observation.stdout.data) == (start, printed)


def test_a_script_that_kills_the_server_is_run_again_cold(
    native: Lane, bench: Bench, tmp_path: Path
) -> None:
    source = "import os, signal\nif '--socket' in open(f'/proc/{os.getppid()}/cmdline').read():\n"
    source += (
        "    os.kill(os.getppid(), signal.SIGKILL)\n    import time; time.sleep(9)\nprint('ran')"
    )
    attempt = fast(bench, native, case(tmp_path, source))
    assert attempt.start is Start.COLD
    assert (attempt.observation.outcome, attempt.observation.stdout.data) == (
        Outcome.OK,
        b"ran\n",
    )
    after = fast(bench, native, case(tmp_path, "print('next')"))
    assert (after.start, after.observation.stdout.data) == (Start.FAST, b"next\n")


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (b'{"pid"', "answers what is no answer"),
        (b"[1]", "answers what is no answer"),
        (b"", "the worker died"),
        (b'{"ready": true, "protocol": 9}', "answers what is no answer"),
        (b'{"error": "no"}', "the worker refuses: no"),
    ],
)
def test_a_worker_that_answers_wrongly_is_an_error_and_no_verdict(
    reply: bytes, said: str, tmp_path: Path
) -> None:
    """A worker whose program is ours, and whose answer is none."""
    code = "import socket, sys; s = socket.socket(fileno=int(sys.argv[1]))\n"
    code += "s.send(b'{\"ready\": true}'); s.recv(9999)\n"
    code += f"reply = {reply!r}\nif reply: s.send(reply); s.recv(9)\n"
    launch = Launch((sys.executable, "-c", code), {}, tmp_path, worker=True, request={})
    with Executor() as executor:
        ending = executor.attempt(launch, stdin=b"", limits=Limits(wall_s=10))
    assert ending.status is None
    assert ending.error is not None
    assert said in ending.error


def test_a_hanging_child_is_ended_at_its_limit(native: Lane, tmp_path: Path) -> None:
    script = case(tmp_path, "import time\nwhile True: time.sleep(1)", timeout_s=1.0)
    with ScratchRoot() as scratch:
        made = Bench(scratch, Settings())
        attempt = fast(made, native, script)
        assert attempt.observation.outcome is Outcome.TIMEOUT
        assert fast(made, native, case(tmp_path, "print(1)")).start is Start.FAST
        made.close()
    assert signal.SIGKILL == 9


def test_build_says_how_a_column_starts_fast() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "harness", "build"], capture_output=True, text=True, check=True
    )
    lines = ended.stdout.splitlines()
    assert "    starts fast: as forks of `rustpython-host serve`" in lines
    ready = next(line for line in lines if line.endswith(" MB)"))
    assert "rustpython-host-ready.wasm" in ready
