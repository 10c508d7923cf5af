"""The only place that starts processes: attempts, workers, and tools.

Every attempt is watched from outside by its descriptor: wall time, output and exit. One that
is our own child leads a process group; one that a worker forked is alone and stays in the
worker's. Nothing here knows what the processes are.
"""

from __future__ import annotations

import json
import math
import os
import resource
import select
import signal
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, Any, Protocol

from harness.errors import ExitCode, HarnessError
from harness.model import Launch, Limits, Output, ToolResult, TrapInfo
from harness.observe import Ending

_CHUNK = 1 << 16
_DRAIN_S = 0.25  # how long after its leader's death a group's pipes are still read
_WORKER_START_S = 60.0
_WORKER_END_S = 1.0
_KILL_S = 10.0  # what is still there so long after its SIGKILL is left to the kernel


# --------------------------------------------------------------------------- attempts


class _Child(Protocol):
    """A running attempt, whoever its parent is. When it has ended, `ended` can be read."""

    pid: int
    pidfd: int

    @property
    def ended(self) -> int: ...

    def kill(self) -> None: ...
    def reap(self) -> _Reaped: ...
    def abandon(self) -> None: ...


class Interrupted(Exception):
    """The attempt was ended, or not begun, because `Executor.interrupt` was called."""


@dataclass(frozen=True)
class _Reaped:
    status: int
    cpu_ns: int
    peak_bytes: int | None = None


_WorkerKey = tuple[tuple[str, ...], tuple[tuple[str, str], ...]]


class Executor:
    """Starts attempts. One per thread of the run; holds that thread's workers."""

    def __init__(self) -> None:
        self._workers: dict[_WorkerKey, _Worker] = {}
        self._stop = _Stop()

    def __enter__(self) -> Executor:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers.values():
            worker.close()
        self._workers.clear()

    def interrupt(self) -> None:
        """End the running attempt, and any that is started later; from another thread."""
        self._stop.set()

    def attempt(self, launch: Launch, *, stdin: bytes, limits: Limits) -> Ending:
        """Run one attempt to its end. Faults of our own come back as the ending's `error`.

        Raises Interrupted when it was told to; whatever it raises, nothing is left running.
        """
        if self._stop.is_set:
            raise Interrupted
        try:
            with _streams() as streams:
                start = self._in_worker if launch.worker else self._as_process
                ending = start(launch, streams, stdin, limits)
        except (OSError, _WorkerDied) as error:
            reason = f"{type(error).__name__}: {error}"
            return Ending(None, Output(), Output(), error=reason)
        if ending.limit == "interrupt":
            raise Interrupted
        return ending

    def _as_process(
        self, launch: Launch, streams: _Streams, stdin: bytes, limits: Limits
    ) -> Ending:
        started = time.perf_counter_ns()
        process = subprocess.Popen(
            launch.argv,
            stdin=streams.stdin,
            stdout=streams.stdout,
            stderr=streams.stderr,
            cwd=launch.cwd,
            env=launch.env,
            process_group=0,
        )
        process.returncode = 0  # reaped below, not by Popen
        try:
            streams.close_theirs()
            _limit(process.pid, limits)
            child = _Process(process.pid, os.pidfd_open(process.pid))
        except BaseException:
            _kill_group(process.pid)
            os.waitpid(process.pid, 0)
            raise
        return _watch(child, streams, stdin, limits, started, self._stop)

    def _in_worker(self, launch: Launch, streams: _Streams, stdin: bytes, limits: Limits) -> Ending:
        key = launch.argv, tuple(sorted(launch.env.items()))
        worker = self._workers.get(key)
        if worker is None:
            worker = self._workers[key] = _Worker(launch)
        try:
            with tempfile.TemporaryFile() as report:
                started = time.perf_counter_ns()
                child = worker.start(launch.request, streams, report)
                ending = _watch(child, streams, stdin, limits, started, self._stop)
                return _with_report(ending, report)
        except _Refused:
            raise
        except BaseException:
            # Whatever it was, an answer that is still to come would be taken for the next one's.
            self._workers.pop(key).close()
            raise


class _Stop:
    """Says to a loop that polls its descriptor that all is to end; safe from any thread."""

    def __init__(self) -> None:
        self.descriptor = os.eventfd(0, os.EFD_CLOEXEC | os.EFD_NONBLOCK)
        self.is_set = False

    def set(self) -> None:
        self.is_set = True
        os.eventfd_write(self.descriptor, 1)

    def __del__(self) -> None:
        os.close(self.descriptor)


@dataclass
class _Streams:
    """The three pipes of an attempt; `ours` are the ends that the harness keeps."""

    stdin: int
    stdout: int
    stderr: int
    our_stdin: int
    our_stdout: int
    our_stderr: int
    open: set[int] = field(default_factory=set)

    def close(self, descriptor: int) -> None:
        if descriptor in self.open:
            self.open.discard(descriptor)
            os.close(descriptor)

    def close_theirs(self) -> None:
        for descriptor in (self.stdin, self.stdout, self.stderr):
            self.close(descriptor)


@contextmanager
def _streams() -> Iterator[_Streams]:
    stdin, our_stdin = os.pipe()
    our_stdout, stdout = os.pipe()
    our_stderr, stderr = os.pipe()
    streams = _Streams(stdin, stdout, stderr, our_stdin, our_stdout, our_stderr)
    streams.open = {stdin, our_stdin, stdout, our_stdout, stderr, our_stderr}
    for descriptor in (our_stdin, our_stdout, our_stderr):
        os.set_blocking(descriptor, False)
    try:
        yield streams
    finally:
        for descriptor in list(streams.open):
            streams.close(descriptor)


@dataclass
class _Process:
    """An attempt that is our own child."""

    pid: int
    pidfd: int

    @property
    def ended(self) -> int:
        return self.pidfd

    def kill(self) -> None:
        """Kill its whole group, unless it was reaped and its number may be another's."""
        with suppress(ProcessLookupError):
            signal.pidfd_send_signal(self.pidfd, signal.SIGKILL)
            _kill_group(self.pid)

    def abandon(self) -> None:
        """Kill it and reap it, but never wait long: it may be stuck in the kernel."""
        self.kill()
        poll = select.poll()
        poll.register(self.pidfd, select.POLLIN)
        poll.poll(1000)
        with suppress(ChildProcessError):
            os.waitid(os.P_PIDFD, self.pidfd, os.WEXITED | os.WNOHANG)

    def reap(self) -> _Reaped:
        """Kill what is left of its group while its number cannot be anyone else's, then wait."""
        os.waitid(os.P_PIDFD, self.pidfd, os.WEXITED | os.WNOWAIT)
        _kill_group(self.pid)
        _, status, usage = os.wait4(self.pid, 0)
        cpu_ns = int((usage.ru_utime + usage.ru_stime) * 1e9)
        return _Reaped(os.waitstatus_to_exitcode(status), cpu_ns, _peak_bytes(usage))


def _peak_bytes(usage: resource.struct_rusage) -> int | None:
    """The kernel counts in what the harness itself held when it started the process, so that
    only what is above our own peak is known."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return usage.ru_maxrss * 1024 if usage.ru_maxrss > own else None


def _limit(pid: int, limits: Limits) -> None:
    """Put the kernel's limits on a process that has just been started."""
    wanted = [(resource.RLIMIT_CORE, 0, 0)]
    if limits.cpu_s is not None:
        seconds = math.ceil(limits.cpu_s)
        wanted.append((resource.RLIMIT_CPU, seconds, seconds + 1))
    if limits.memory_bytes is not None:
        wanted.append((resource.RLIMIT_AS, limits.memory_bytes, limits.memory_bytes))
    with suppress(ProcessLookupError):
        for kind, soft, hard in wanted:
            resource.prlimit(pid, kind, (soft, hard))


def _kill_group(pid: int) -> None:
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)


@dataclass
class _Reader:
    """One output pipe: keeps the first `limit` bytes and counts the rest."""

    descriptor: int
    limit: int
    kept: bytearray = field(default_factory=bytearray)
    size: int = 0

    def read(self) -> bool:
        """Take what is there; False at the end of the stream."""
        try:
            chunk = os.read(self.descriptor, _CHUNK)
        except BlockingIOError:
            return True
        self.kept += chunk[: max(0, self.limit - self.size)]
        self.size += len(chunk)
        return bool(chunk)

    def output(self) -> Output:
        return Output(bytes(self.kept), self.size)


def _watch(
    child: _Child, streams: _Streams, stdin: bytes, limits: Limits, started: int, stop: _Stop
) -> Ending:
    """Feed and read an attempt until it is over, and end it at a limit."""
    readers = {
        descriptor: _Reader(descriptor, limits.output_bytes)
        for descriptor in (streams.our_stdout, streams.our_stderr)
    }
    try:
        limit, ended = _Watcher(child, streams, readers, stdin, limits, started, stop).run()
        reaped = child.reap()
    except BaseException:
        child.abandon()
        raise
    finally:
        os.close(child.pidfd)
    if limit is None and any(reader.size > reader.limit for reader in readers.values()):
        limit = "output"  # it was over it, but ended before that was seen
    if limit is None and _over_cpu(reaped, limits):
        limit = "cpu time"
    return Ending(
        status=reaped.status,
        stdout=readers[streams.our_stdout].output(),
        stderr=readers[streams.our_stderr].output(),
        limit=limit,
        wall_ns=ended - started,
        cpu_ns=reaped.cpu_ns,
        peak_bytes=reaped.peak_bytes,
    )


def _over_cpu(reaped: _Reaped, limits: Limits) -> bool:
    """The kernel's two clocks of CPU time differ by some milliseconds, hence the margin."""
    if limits.cpu_s is None or reaped.status not in (-signal.SIGXCPU, -signal.SIGKILL):
        return False
    return reaped.cpu_ns >= 0.9 * math.ceil(limits.cpu_s) * 1e9


class _Watcher:
    """The loop over an attempt's pipes and its process descriptor."""

    def __init__(
        self,
        child: _Child,
        streams: _Streams,
        readers: dict[int, _Reader],
        stdin: bytes,
        limits: Limits,
        started: int,
        stop: _Stop,
    ) -> None:
        self._stop = stop.descriptor
        self._child = child
        self._streams = streams
        self._readers = readers
        self._stdin = memoryview(stdin)
        self._limits = limits
        self._deadline = started + int(limits.wall_s * 1e9)
        self._poll = select.poll()
        self._reading = set(readers)
        self._limit: str | None = None
        self._ended: int | None = None

    def run(self) -> tuple[str | None, int]:
        """Which limit ended it, if one did, and when it was over."""
        for descriptor in (*self._reading, self._child.ended, self._stop):
            self._poll.register(descriptor, select.POLLIN)
        if self._feed():
            self._poll.register(self._streams.our_stdin, select.POLLOUT)
        while self._reading or self._ended is None:
            remaining_ms = max(0, (self._deadline - time.perf_counter_ns()) // 1_000_000 + 1)
            events = self._poll.poll(remaining_ms)
            for descriptor, _ in events:
                self._serve(descriptor)
            if time.perf_counter_ns() >= self._deadline and self._expire():
                break
        assert self._ended is not None
        return self._limit, self._ended

    def _serve(self, descriptor: int) -> None:
        if descriptor == self._child.ended:
            self._exit()
        elif descriptor == self._stop:
            self._poll.unregister(self._stop)
            self._end("interrupt")
        elif descriptor == self._streams.our_stdin:
            if not self._feed():
                self._poll.unregister(descriptor)
        elif not self._readers[descriptor].read():
            self._poll.unregister(descriptor)
            self._reading.discard(descriptor)
        elif self._readers[descriptor].size > self._limits.output_bytes:
            self._end("output")

    def _exit(self) -> None:
        """The leader is gone: what its group left in the pipes has a moment to arrive."""
        self._ended = time.perf_counter_ns()
        self._poll.unregister(self._child.ended)
        self._deadline = self._ended + int(_DRAIN_S * 1e9)

    def _expire(self) -> bool:
        """True when there is nothing more to wait for."""
        if self._ended is not None:
            return True
        if self._limit is not None:
            raise OSError(f"process {self._child.pid} cannot be killed")
        self._end("wall time")
        return False

    def _end(self, limit: str) -> None:
        if self._ended is None and self._limit is None:
            self._limit = limit
            self._child.kill()
            self._deadline = time.perf_counter_ns() + int(_KILL_S * 1e9)

    def _feed(self) -> bool:
        """Write what the pipe takes; False when all is written or nobody reads."""
        try:
            while self._stdin:
                written = os.write(self._streams.our_stdin, self._stdin)
                self._stdin = self._stdin[written:]
        except BlockingIOError:
            return True
        except BrokenPipeError:
            pass
        self._streams.close(self._streams.our_stdin)
        return False


# --------------------------------------------------------------------------- workers


class _WorkerDied(Exception):
    """A worker is gone, or did not answer as it should."""


class _Refused(_WorkerDied):
    """A worker did not take a request, and is as good as before."""


@dataclass
class _WorkerChild:
    """An attempt of a worker, which tells how it ended; the process may be there for others."""

    pid: int
    pidfd: int
    worker: _Worker

    @property
    def ended(self) -> int:
        """By the worker's word: the process may live on, to run other attempts."""
        return self.worker.answers

    def kill(self) -> None:
        """By its descriptor: the worker may have reaped it, and its number be another's."""
        with suppress(ProcessLookupError):
            signal.pidfd_send_signal(self.pidfd, signal.SIGKILL)

    def abandon(self) -> None:
        """Kill it; its worker, which nobody will ask again, reaps it or dies with it."""
        self.kill()

    def reap(self) -> _Reaped:
        answer = self.worker.receive()
        if "error" in answer:
            raise _WorkerDied(f"the worker lost an attempt: {answer['error']}")
        if not all(isinstance(answer.get(key), int) for key in ("status", "cpu_ns")):
            raise _WorkerDied(f"the worker does not say how an attempt ended: {answer}")
        return _Reaped(answer["status"], answer["cpu_ns"], answer.get("peak_bytes"))


class _Worker:
    """A long-lived process that makes an attempt for each request it is sent: by a child for
    each, or by one for many."""

    def __init__(self, launch: Launch) -> None:
        self._channel, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 - closed by `close`
        with theirs:
            self._process = subprocess.Popen(
                (*launch.argv, str(theirs.fileno())),
                stdin=subprocess.DEVNULL,
                stdout=self._log,
                stderr=self._log,
                env=launch.env or None,
                pass_fds=(theirs.fileno(),),
                process_group=0,
            )
        try:
            self._channel.settimeout(_WORKER_START_S)
            self.receive()  # that it is ready
            self._channel.settimeout(None)
        except BaseException:
            self.close()
            raise

    @property
    def answers(self) -> int:
        """The descriptor that its answers come through."""
        return self._channel.fileno()

    def start(
        self, request: Mapping[str, Any], streams: _Streams, report: IO[bytes]
    ) -> _WorkerChild:
        """Have the worker fork a child for this request."""
        payload = json.dumps(request).encode()
        descriptors = [streams.stdin, streams.stdout, streams.stderr, report.fileno()]
        try:
            socket.send_fds(self._channel, [payload], descriptors)
        except OSError as error:
            raise _WorkerDied(f"the worker is gone: {error}") from error
        # It may have lost the request, if its child was killed just then.
        self._channel.settimeout(_WORKER_START_S)
        answer, pidfds = self._answer()
        self._channel.settimeout(None)
        streams.close_theirs()
        if "error" in answer:
            raise _Refused(f"the worker refuses: {answer['error']}")
        if not isinstance(answer.get("pid"), int) or not pidfds:
            raise self._nonsense(answer)
        return _WorkerChild(answer["pid"], pidfds[0], self)

    def receive(self) -> dict[str, Any]:
        """The worker's next answer; raises _WorkerDied with its last words."""
        return self._answer()[0]

    def _answer(self) -> tuple[dict[str, Any], list[int]]:
        try:
            payload, descriptors, _, _ = socket.recv_fds(self._channel, _CHUNK, 1)
        except OSError as error:
            raise _WorkerDied(f"the worker does not answer: {error}") from error
        if not payload:
            raise _WorkerDied(f"the worker died: {self._last_words()}")
        try:
            answer = json.loads(payload)
        except ValueError:
            answer = None
        if not isinstance(answer, dict):
            raise self._nonsense(payload)
        return answer, descriptors

    def _nonsense(self, answer: object) -> _WorkerDied:
        return _WorkerDied(f"the worker answers what is no answer: {str(answer)[:80]}")

    def _last_words(self) -> str:
        self._process.wait()
        self._log.seek(0)
        lines = self._log.read().decode("utf-8", "replace").strip().splitlines()
        return lines[-1] if lines else f"exit status {self._process.returncode}"

    def close(self) -> None:
        """End it; it has a moment to end what it started itself."""
        self._channel.close()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_WORKER_END_S)
        _kill_group(self._process.pid)
        self._process.wait()
        self._log.close()


def _with_report(ending: Ending, report: IO[bytes]) -> Ending:
    """Add what the engine said of the attempt: a trap, its memory, a fault of its own."""
    report.seek(0)
    data = report.read()
    if not data:
        return ending
    try:
        told = json.loads(data)
    except ValueError:
        return replace(ending, error="the worker's report is cut short: is the disk full?")
    trap = (
        TrapInfo(**{**told["trap"], "frames": tuple(told["trap"]["frames"])})
        if "trap" in told
        else None
    )
    return replace(
        ending,
        trap=trap,
        peak_bytes=told.get("memory_bytes"),
        error=told.get("error"),
        instantiate_ns=told.get("instantiate_ns"),
        fuel=told.get("fuel"),
    )


# --------------------------------------------------------------------------- tools


def run_tool(
    argv: Sequence[str],
    *,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    log: Path | None = None,
    timeout_s: float | None = None,
    on_line: Callable[[str], None] | None = None,
) -> ToolResult:
    """Run a tool to its end; see `model.ToolRunner`. Ctrl-C ends the tool's whole group."""
    try:
        process = subprocess.Popen(
            argv,
            cwd=cwd,
            env={**os.environ, **(env or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            process_group=0,
        )
    except (FileNotFoundError, PermissionError) as error:
        return ToolResult(127, str(error))
    timer = threading.Timer(timeout_s, _kill_group, (process.pid,)) if timeout_s else None
    if timer:
        timer.start()
    try:
        output = _collect(process, log, on_line)
        return ToolResult(_tool_status(process, timer), output)
    finally:
        if timer:
            timer.cancel()
        if process.poll() is None:
            _kill_group(process.pid)
            process.wait()


def _collect(
    process: subprocess.Popen[str], log: Path | None, on_line: Callable[[str], None] | None
) -> str:
    assert process.stdout is not None
    lines = []
    with log.open("a", encoding="utf-8") if log else open(os.devnull, "w") as file:
        for line in process.stdout:
            lines.append(line)
            try:
                file.write(line)
            except OSError as error:
                raise HarnessError(
                    f"cannot write {log}: {error.strerror}", code=ExitCode.INCOMPLETE
                ) from error
            if on_line:
                on_line(line.rstrip("\n"))
    return "".join(lines)


def _tool_status(process: subprocess.Popen[str], timer: threading.Timer | None) -> int:
    status = process.wait()
    expired = timer is not None and timer.finished.is_set()
    return 124 if expired and status == -signal.SIGKILL else status
