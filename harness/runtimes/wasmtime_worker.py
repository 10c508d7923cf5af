"""The worker process of the wasmtime runtime: a program of its own, started by `execute`.

    wasmtime_worker.py CONFIG MODE COMPILED FD    serve requests on this file descriptor
    wasmtime_worker.py CONFIG --compile MODULE COMPILED
    wasmtime_worker.py CONFIG --run MODULE ARG…   run it once, with this process's own streams
    wasmtime_worker.py CONFIG --initialise MODULE FOLDER ENV   keep what its instance has become

CONFIG is JSON: properties of wasmtime's configuration, the same when it compiles and runs.
It maps the compiled module once and forks one child for each request; in the mode `reserve`
one child for many, with the instance for the next one at hand, so that an attempt waits for
neither. A request is one
datagram of JSON with four file descriptors: stdin, stdout, stderr, report. The answers are
`{"pid"}` with the child's pidfd when it runs and `{"status", "cpu_ns"}` when it has ended. The
child writes what only the engine can know (a trap, the size of the memory) to its report,
which the script cannot reach.

In the mode `counting` it counts instructions, and everything that could move the count is fixed:
what is random is the same in each child, and the clock goes by its calls instead of by time.
"""

from __future__ import annotations

import gc
import json
import math
import os
import re
import resource
import select
import signal
import socket
import sys
import time
from contextlib import suppress
from hashlib import shake_128
from itertools import count
from typing import Any

import wasmtime

FRAME = re.compile(r"(?m)^ *\d+: +0x[0-9a-f]+ - [^!\n]*!(.+)$")
CRATE_HASH = re.compile(r"\[[0-9a-f]{8,16}\]")
REQUEST_BYTES = 1 << 20
INSTANCE = "attempt"  # what an instance is called in its linker
RESERVE, COUNTING, PLAIN = "reserve", "counting", "plain"  # how a worker serves
# What a child that runs many attempts tells its parent.
RUNNING, IDLE, ENDED = b"r", b"i", b"e"
DIGITS = re.compile(rb"\d+")  # before RUNNING: the CPU time that it had used, nanoseconds
RUNNER_ATTEMPTS = 1000  # then another child takes its place, and what it leaked is gone
# With a request at hand sooner than this, a rehearsal would only be in its way.
REHEARSAL_AFTER_S = 0.0005
TANK = 1 << 62  # more fuel than any limit of time lets be used
CLOCK_START_NS = 1_700_000_000 * 10**9
CLOCK_STEP_NS = 10**6  # for each call, so that a script which waits for a time gets there


def make_engine(config_json: str) -> wasmtime.Engine:
    """An engine with this configuration: names and values of `wasmtime.Config` as JSON."""
    config = wasmtime.Config()
    for name, value in json.loads(config_json).items():
        setattr(config, name, value)
    return wasmtime.Engine(config)


def compile_module(engine: wasmtime.Engine, module_path: str, compiled_path: str) -> None:
    """Compile once, and tell how long that took; any process with the same wasmtime and
    configuration can map the result."""
    began = time.perf_counter_ns()
    module = wasmtime.Module.from_file(engine, module_path)
    told = {"compile_ns": time.perf_counter_ns() - began}
    with open(compiled_path, "wb") as file:
        file.write(module.serialize())
    print(json.dumps(told))


def run_once(engine: wasmtime.Engine, module_path: str, arguments: list[str]) -> int:
    """Run the module with no folder granted; the exit code, 70 for a trap."""
    module = wasmtime.Module.from_file(engine, module_path)
    linker = wasmtime.Linker(engine)
    linker.define_wasi()
    sandbox = Sandbox(engine, linker, module, counting=False)
    sandbox.instantiate()
    granted = {"argv": ["rustpython-host", *arguments], "env": {}, "folders": []}
    sandbox.store.set_wasi(_wasi(granted))
    told: dict[str, Any] = {}
    code = _run(sandbox, told)
    if "trap" in told:
        print(told["trap"]["message"], file=sys.stderr)
    return 70 if "trap" in told else code


def initialise(engine: wasmtime.Engine, module_path: str, folder: str, env_json: str) -> None:
    """Call the initialisation of an instrumented module, and write down its whole state."""
    module = wasmtime.Module.from_file(engine, module_path)
    linker = wasmtime.Linker(engine)
    linker.define_wasi()
    store = wasmtime.Store(engine)
    store.set_wasi(_wasi({"argv": ["rustpython-host"], "env": json.loads(env_json), "folders": []}))
    exports = linker.instantiate(store, module).exports(store)
    begin = exports["wizer-initialize"]
    assert isinstance(begin, wasmtime.Func)
    begin(store)
    os.makedirs(os.path.join(folder, "memory"), exist_ok=True)
    values = {}
    for name in (item.name for item in module.exports):
        found = exports[name]
        if isinstance(found, wasmtime.Global):
            values[name] = found.value(store)
        elif isinstance(found, wasmtime.Memory):
            with open(os.path.join(folder, "memory", name), "wb") as file:
                file.write(found.read(store))
    with open(os.path.join(folder, "globals.json"), "w") as file:
        json.dump(values, file)


def serve(engine: wasmtime.Engine, compiled_path: str, channel_number: int, mode: str) -> None:
    """Answer requests until the other side closes the channel."""
    module = wasmtime.Module.deserialize_file(engine, compiled_path)
    linker = wasmtime.Linker(engine)
    linker.define_wasi()
    if mode == COUNTING:
        _fix_what_moves(linker)
    channel = socket.socket(fileno=channel_number)
    sandbox = Sandbox(engine, linker, module, counting=mode == COUNTING)
    sandbox.instantiate()
    gc.freeze()
    gc.disable()
    channel.send(b'{"ready": true}')
    if mode == RESERVE:
        _serve_by_runner(sandbox, channel)
    else:
        _serve_by_forks(sandbox, channel)


def _serve_by_forks(sandbox: Sandbox, channel: socket.socket) -> None:
    """A child for each request: all that an attempt takes is in its time."""
    while True:
        payload, descriptors = _receive(channel)
        if not payload:
            return
        pid = os.fork()
        if pid == 0:
            channel.close()
            _child(sandbox, json.loads(payload), descriptors)
        for descriptor in descriptors:
            os.close(descriptor)
        _announce(channel, pid)
        _, status, usage = os.wait4(pid, 0)
        channel.send(json.dumps(_ending(status, usage)).encode())


def _serve_by_runner(sandbox: Sandbox, channel: socket.socket) -> None:
    """One child for many requests, each in an instance of its own that was made while nobody
    asked. What ends the child ends the attempt that it ran, and there is another child."""
    while True:
        state, told = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.close(state)
            _run_requests(sandbox, channel, told)
        os.close(told)
        _, status, usage = os.wait4(pid, 0)
        said = os.read(state, 1 << 16)
        os.close(state)
        if said.endswith(ENDED):
            return
        if said.endswith(RUNNING):
            before_ns = int(DIGITS.findall(said)[-1])
            ended = _ending(status, usage)
            ended["cpu_ns"] -= before_ns
            channel.send(json.dumps(ended).encode())


def _run_requests(sandbox: Sandbox, channel: socket.socket, told: int) -> None:
    """In the child; never returns. Tells the parent whether it runs an attempt."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for _ in range(RUNNER_ATTEMPTS):
        sandbox.instantiate()
        if not select.select([channel], [], [], REHEARSAL_AFTER_S)[0]:
            sandbox.rehearse()
        payload, descriptors = _receive(channel)
        if not payload:
            os.write(told, ENDED)
            os._exit(0)
        before = resource.getrusage(resource.RUSAGE_SELF)
        os.write(told, b"%d%s" % (_cpu_ns(before), RUNNING))
        _announce(channel, os.getpid())
        code = _attempt(sandbox, json.loads(payload), descriptors)
        for descriptor in descriptors:
            os.close(descriptor)
        for number in range(3):
            os.dup2(nothing, number)
        ended = {"status": code, "cpu_ns": _cpu_ns(resource.getrusage(resource.RUSAGE_SELF))}
        ended["cpu_ns"] -= _cpu_ns(before)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (hard, hard))  # the limit was the attempt's
        # In this order: a second answer is taken for the fault that it is, a missing one for
        # an attempt that hangs.
        channel.send(json.dumps(ended).encode())
        os.write(told, IDLE)
    os._exit(0)


class Sandbox:
    """A module with what it is run by; an instance of it, when there is one."""

    def __init__(
        self,
        engine: wasmtime.Engine,
        linker: wasmtime.Linker,
        module: wasmtime.Module,
        *,
        counting: bool,
    ) -> None:
        self.counting = counting
        self._engine = engine
        self._linker = linker
        self._module = module
        self._made_in = 0  # the process that the instance belongs to
        self.store = wasmtime.Store(engine)
        self.instantiate_ns = 0

    def instantiate(self, memory_bytes: int | None = None) -> None:
        """A fresh store and an instance in it; what the module may do is granted later."""
        self.store = wasmtime.Store(self._engine)
        self.store.set_limits(memory_size=memory_bytes or -1)
        if self.counting:
            self.store.set_fuel(TANK)
        began = time.perf_counter_ns()
        instance = self._linker.instantiate(self.store, self._module)
        self.instantiate_ns = time.perf_counter_ns() - began
        # Looked up by name: the exports of an instance are wrapped all at once, and are many.
        self._linker.allow_shadowing = True
        self._linker.define_instance(self.store, INSTANCE, instance)
        self._made_in = os.getpid()

    def require_own(self, memory_bytes: int | None) -> None:
        """An instance of this process, for one that was made before a fork is not fresh; and
        within the limit, or an error that says so."""
        own = self._made_in == os.getpid()
        if own and (memory_bytes is None or self.memory_bytes() <= memory_bytes):
            self.store.set_limits(memory_size=memory_bytes or -1)
        else:
            self.instantiate(memory_bytes)

    def rehearse(self) -> None:
        """Have the instance, and this process, touch the memory that every run does."""
        self.store.set_wasi(_wasi({"argv": [""], "env": {}, "folders": []}))
        with suppress(wasmtime.WasmtimeError):  # a module that has no such function
            self.export("rehearse")(self.store)

    def memory_bytes(self) -> int:
        return int(self.export("memory").data_len(self.store))

    def export(self, name: str) -> Any:
        return self._linker.get(self.store, INSTANCE, name)


def _announce(channel: socket.socket, pid: int) -> None:
    """Tell of the child, with a descriptor of it that stays true however soon it ends."""
    pidfd = os.pidfd_open(pid)
    socket.send_fds(channel, [json.dumps({"pid": pid}).encode()], [pidfd])
    os.close(pidfd)


def _receive(channel: socket.socket) -> tuple[bytes, list[int]]:
    payload, descriptors, _, _ = socket.recv_fds(channel, REQUEST_BYTES, 4)
    return payload, descriptors


def _ending(status: int, usage: resource.struct_rusage) -> dict[str, int]:
    return {"status": os.waitstatus_to_exitcode(status), "cpu_ns": _cpu_ns(usage)}


def _cpu_ns(usage: resource.struct_rusage) -> int:
    return int((usage.ru_utime + usage.ru_stime) * 1e9)


def _child(sandbox: Sandbox, request: dict[str, Any], descriptors: list[int]) -> None:
    """Run one attempt and leave the process; never returns."""
    os._exit(_attempt(sandbox, request, descriptors))


def _attempt(sandbox: Sandbox, request: dict[str, Any], descriptors: list[int]) -> int:
    """Run one attempt; its exit code."""
    told: dict[str, Any] = {}
    code = 0
    try:
        _settle(request, descriptors)
        sandbox.require_own(request.get("memory_bytes"))
        store = sandbox.store
        store.set_wasi(_wasi(request))
        told["instantiate_ns"] = sandbox.instantiate_ns
        code = _run(sandbox, told)
        if sandbox.counting:
            told["fuel"] = TANK - store.get_fuel()
        told["memory_bytes"] = sandbox.memory_bytes()
    except BaseException as error:  # noqa: BLE001 - whatever it is, the harness has to know
        told["error"] = f"{type(error).__name__}: {error}"
    os.write(descriptors[3], json.dumps(told).encode())
    return code


def _settle(request: dict[str, Any], descriptors: list[int]) -> None:
    """Take on the attempt's streams and limits. It stays in the worker's process group, so
    that nothing outlives the worker; it can have no children of its own."""
    for number, descriptor in enumerate(descriptors[:3]):
        os.dup2(descriptor, number)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    cpu_s = request.get("cpu_s")
    if cpu_s:
        used_s = math.ceil(_cpu_ns(resource.getrusage(resource.RUSAGE_SELF)) / 1e9)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (used_s + cpu_s, hard))
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _wasi(request: dict[str, Any]) -> wasmtime.WasiConfig:
    wasi = wasmtime.WasiConfig()
    wasi.argv = request["argv"]
    wasi.env = list(request["env"].items())
    # By its name: what is inherited is read by a thread that outlives an attempt.
    wasi.stdin_file = "/dev/stdin"
    wasi.inherit_stdout()
    wasi.inherit_stderr()
    for folder, name in request["folders"]:
        wasi.preopen_dir(folder, name)
    return wasi


def _fix_what_moves(linker: wasmtime.Linker) -> None:
    """Give the module a clock and a source of randomness that are the same in each child."""
    i32, i64 = wasmtime.ValType.i32(), wasmtime.ValType.i64()
    calls = count(1)

    def clock_time_get(caller: wasmtime.Caller, _id: int, _precision: int, place: int) -> int:
        now = CLOCK_START_NS + next(calls) * CLOCK_STEP_NS
        _memory(caller).write(caller, now.to_bytes(8, "little"), place)
        return 0

    def random_get(caller: wasmtime.Caller, place: int, size: int) -> int:
        data = shake_128(next(calls).to_bytes(8, "little")).digest(size)
        _memory(caller).write(caller, data, place)
        return 0

    linker.allow_shadowing = True
    for function, parameters in (clock_time_get, [i32, i64, i32]), (random_get, [i32, i32]):
        kind = wasmtime.FuncType(parameters, [i32])
        linker.define_func(
            "wasi_snapshot_preview1", function.__name__, kind, function, access_caller=True
        )


def _memory(caller: wasmtime.Caller) -> wasmtime.Memory:
    memory = caller["memory"]
    assert isinstance(memory, wasmtime.Memory)
    return memory


def _run(sandbox: Sandbox, told: dict[str, Any]) -> int:
    """The exit code; a trap is told and leaves 0."""
    start = sandbox.export("_start")
    try:
        start(sandbox.store)
    except wasmtime.ExitTrap as ended:
        return ended.code
    except (wasmtime.Trap, wasmtime.WasmtimeError) as trap:
        told["trap"] = _trap(trap)
    return 0


def _trap(trap: wasmtime.Trap | wasmtime.WasmtimeError) -> dict[str, Any]:
    if not isinstance(trap, wasmtime.Trap):
        # wasmtime takes no exit status over 125: for its users that is how the script ends.
        refused = "invalid exit status" in str(trap)
        name = "exit-status-refused" if refused else "engine-error"
        return {"code": name, "message": str(trap)[:4000], "frames": []}
    code = trap.trap_code
    return {
        "code": code.name.lower().replace("_", "-") if code is not None else "trap",
        "message": trap.message[:4000],
        "frames": _functions(trap),
    }


def _functions(trap: wasmtime.Trap) -> list[str]:
    """The functions' names, innermost first, as wasmtime's own backtrace demangles them."""
    lines = FRAME.findall(trap.message)
    return [CRATE_HASH.sub("", name) for name in lines] or [
        frame.func_name or "?" for frame in trap.frames[:20]
    ]


def main(arguments: list[str]) -> None:
    """Compile, run or serve, as the module's documentation says."""
    config, mode, *rest = arguments
    engine = make_engine(config)
    if mode == "--compile":
        compile_module(engine, *rest)
    elif mode == "--initialise":
        initialise(engine, *rest)
    elif mode == "--run":
        sys.exit(run_once(engine, rest[0], rest[1:]))
    else:
        serve(engine, rest[0], int(rest[1]), mode)


if __name__ == "__main__":
    main(sys.argv[1:])
