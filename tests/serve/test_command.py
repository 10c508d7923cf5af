"""`harness serve` as a process: its addresses, an import, its end."""

from __future__ import annotations

import io
import os
import re
import signal
import socket
import subprocess
import sys
import tarfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx2
import pytest

from harness.record import write_record
from tests import factory
from tests.conftest import ROOT
from tests.serve.conftest import TOKEN

Process = subprocess.Popen[str]
Start = Callable[..., Process]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts `harness serve` in an empty folder; what still runs in the end is killed."""
    started: list[Process] = []
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    env.pop("HARNESS_SERVE_TOKEN", None)

    def go(*arguments: str, **extra: str) -> Process:
        process = subprocess.Popen(
            [sys.executable, "-m", "harness", "serve", "--port", "0", *arguments],
            cwd=tmp_path,
            env={**env, **extra},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process

    yield go
    for process in started:
        if process.poll() is None:
            process.kill()
        process.communicate()


def url_of(process: Process) -> str:
    """Where it says that it listens."""
    assert process.stderr is not None
    for line in process.stderr:
        if found := re.search(r"serving \S+ at (http://\S+/)$", line.strip()):
            return found[1]
    raise AssertionError("it has ended")


def test_it_serves_takes_a_record_in_and_ends(start: Start, tmp_path: Path) -> None:
    (tmp_path / "token").write_text(f"{TOKEN}\n")
    process = start("--allow-import", "--token-file", "token")
    url = url_of(process)
    assert url.startswith("http://127.0.0.1:")
    write_record(tmp_path / "record.jsonl", factory.rich())
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as archive:
        archive.add(tmp_path / "record.jsonl", "record.jsonl")
    headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/gzip"}
    with httpx2.Client(base_url=url, timeout=30) as client:
        empty = client.get("/")
        assert empty.status_code == 503
        assert "no complete run" in empty.json()["error"]
        data = buffer.getvalue()
        assert client.post("/api/v1/runs", content=data).status_code == 401
        sent = client.post("/api/v1/runs", content=data, headers=headers)
        assert sent.status_code == 201, sent.text
        assert client.post("/api/v1/runs", content=data, headers=headers).status_code == 200
        (run,) = client.get("/api/v1/runs").json()["runs"]
        assert run == sent.json()
        assert client.get("/api/v1/cells").json()["totals"]["cells"] == 40
        deadline = time.monotonic() + 20
        while (page := client.get("/")).status_code != 200:
            assert time.monotonic() < deadline
            time.sleep(0.05)
        assert "<!doctype html>" in page.text.lower()
        assert page.headers["Content-Encoding"] == "gzip"
        assert client.head("/").content == b""
        assert client.get("/style.css").headers["Content-Type"].startswith("text/css")
        assert client.get("/", headers={"Host": "evil.example"}).status_code == 421
        process.send_signal(signal.SIGTERM)
    assert process.wait(30) == 0
    assert process.stderr is not None
    assert process.stderr.read().splitlines()[-1] == "harness: ended"
    assert (tmp_path / ".harness" / "history" / "runs" / run["key"]).is_dir()


def test_an_interruption(start: Start) -> None:
    process = start()
    url_of(process)
    process.send_signal(signal.SIGINT)
    assert process.wait(30) == 130
    assert process.stderr is not None
    said = process.stderr.read()
    assert said.splitlines()[-1] == "harness: interrupted"
    assert "Traceback" not in said


def ended(process: Process) -> tuple[int, str]:
    _, said = process.communicate(timeout=30)
    assert "Traceback" not in said
    return process.returncode, said.splitlines()[0]


def test_a_port_that_is_taken(start: Start) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        code, line = ended(start("--port", str(port)))
    assert (code, line) == (
        2,
        f"harness: cannot listen on 127.0.0.1, port {port}: Address already in use",
    )


def test_two_servers_on_one_port(start: Start) -> None:
    port = url_of(start()).rstrip("/").rpartition(":")[2]
    assert ended(start("--port", port))[0] == 2


@pytest.mark.parametrize(
    ("arguments", "extra", "said"),
    [
        (["--allow-import"], {}, "--allow-import needs a token"),
        (["--allow-import"], {"HARNESS_SERVE_TOKEN": "short"}, "the token is too short"),
        (["--allow-import", "--token-file", "nothing"], {}, "cannot read nothing"),
        (["--token-file", "x"], {}, "without --allow-import"),
        (["--host", "no such host"], {}, "unknown host"),
        (["--host", "192.0.2.1"], {}, "cannot listen on 192.0.2.1"),
        (["--column", "nothing"], {}, "--column: 'nothing' is not a column ID"),
    ],
)
def test_what_cannot_be_started(
    arguments: list[str], extra: dict[str, str], said: str, start: Start
) -> None:
    code, line = ended(start(*arguments, **extra))
    assert code == 2
    assert said in line


def test_beyond_this_machine_is_said(start: Start) -> None:
    process = start("--host", "0.0.0.0")
    assert process.stderr is not None
    assert "can be reached from other machines" in process.stderr.readline()
    url_of(process)
