"""The worker process of the wasmtime runtime: a program of its own, started by `execute`.

    wasmtime_worker.py CONFIG COMPILED FD         serve requests on this file descriptor
    wasmtime_worker.py CONFIG --compile MODULE COMPILED
    wasmtime_worker.py CONFIG --run MODULE ARG…   run it once, with this process's own streams

CONFIG is JSON: properties of wasmtime's configuration, the same when it compiles and runs.
It maps the compiled module once and forks one child for each request. A request is one
datagram of JSON with four file descriptors: stdin, stdout, stderr, report. The answers are
`{"pid"}` with the child's pidfd when it runs and `{"status", "cpu_ns"}` when it has ended. The
child writes what only the engine can know (a trap, the size of the memory) to its report,
which the script cannot reach.

With `consume_fuel` it counts instructions, and everything that could move the count is fixed:
what is random is the same in each child, and the clock goes by its calls instead of by time.
"""

from __future__ import annotations

import json
import os
import re
import resource
import signal
import socket
import sys
import time
from hashlib import shake_128
from itertools import count
from typing import Any

import wasmtime

FRAME = re.compile(r"(?m)^ *\d+: +0x[0-9a-f]+ - [^!\n]*!(.+)$")
CRATE_HASH = re.compile(r"\[[0-9a-f]{8,16}\]")
REQUEST_BYTES = 1 << 20
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
    store = wasmtime.Store(engine)
    store.set_wasi(_wasi({"argv": ["rustpython-host", *arguments], "env": {}, "folders": []}))
    told: dict[str, Any] = {}
    code = _run(store, linker.instantiate(store, module), told)
    if "trap" in told:
        print(told["trap"]["message"], file=sys.stderr)
    return 70 if "trap" in told else code


def serve(engine: wasmtime.Engine, compiled_path: str, channel_number: int, counting: bool) -> None:
    """Answer requests until the other side closes the channel."""
    module = wasmtime.Module.deserialize_file(engine, compiled_path)
    linker = wasmtime.Linker(engine)
    linker.define_wasi()
    if counting:
        _fix_what_moves(linker)
    channel = socket.socket(fileno=channel_number)
    channel.send(b'{"ready": true}')
    while True:
        payload, descriptors = _receive(channel)
        if not payload:
            return
        pid = os.fork()
        if pid == 0:
            channel.close()
            _child(engine, linker, module, json.loads(payload), descriptors, counting)
        for descriptor in descriptors:
            os.close(descriptor)
        _announce(channel, pid)
        _, status, usage = os.wait4(pid, 0)
        channel.send(json.dumps(_ending(status, usage)).encode())


def _announce(channel: socket.socket, pid: int) -> None:
    """Tell of the child, with a descriptor of it that stays true however soon it ends."""
    pidfd = os.pidfd_open(pid)
    socket.send_fds(channel, [json.dumps({"pid": pid}).encode()], [pidfd])
    os.close(pidfd)


def _receive(channel: socket.socket) -> tuple[bytes, list[int]]:
    payload, descriptors, _, _ = socket.recv_fds(channel, REQUEST_BYTES, 4)
    return payload, descriptors


def _ending(status: int, usage: resource.struct_rusage) -> dict[str, int]:
    return {
        "status": os.waitstatus_to_exitcode(status),
        "cpu_ns": int((usage.ru_utime + usage.ru_stime) * 1e9),
    }


def _child(
    engine: wasmtime.Engine,
    linker: wasmtime.Linker,
    module: wasmtime.Module,
    request: dict[str, Any],
    descriptors: list[int],
    counting: bool,
) -> None:
    """Run one attempt and leave the process; never returns."""
    report = descriptors[3]
    told: dict[str, Any] = {}
    code = 0
    try:
        _settle(request, descriptors)
        store = wasmtime.Store(engine)
        store.set_limits(memory_size=request.get("memory_bytes") or -1)
        store.set_wasi(_wasi(request))
        if counting:
            store.set_fuel(TANK)
        began = time.perf_counter_ns()
        instance = linker.instantiate(store, module)
        told["instantiate_ns"] = time.perf_counter_ns() - began
        code = _run(store, instance, told)
        if counting:
            told["fuel"] = TANK - store.get_fuel()
        memory = instance.exports(store)["memory"]
        assert isinstance(memory, wasmtime.Memory)
        told["memory_bytes"] = memory.data_len(store)
    except BaseException as error:  # noqa: BLE001 - whatever it is, the harness has to know
        told["error"] = f"{type(error).__name__}: {error}"
    os.write(report, json.dumps(told).encode())
    os._exit(code)


def _settle(request: dict[str, Any], descriptors: list[int]) -> None:
    """Take on the attempt's streams and limits. It stays in the worker's process group, so
    that nothing outlives the worker; it can have no children of its own."""
    for number, descriptor in enumerate(descriptors[:3]):
        os.dup2(descriptor, number)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    cpu_s = request.get("cpu_s")
    if cpu_s:
        resource.setrlimit(resource.RLIMIT_CPU, (cpu_s, cpu_s + 1))
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _wasi(request: dict[str, Any]) -> wasmtime.WasiConfig:
    wasi = wasmtime.WasiConfig()
    wasi.argv = request["argv"]
    wasi.env = list(request["env"].items())
    wasi.inherit_stdin()
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


def _run(store: wasmtime.Store, instance: wasmtime.Instance, told: dict[str, Any]) -> int:
    """The exit code; a trap is told and leaves 0."""
    start = instance.exports(store)["_start"]
    assert isinstance(start, wasmtime.Func)
    try:
        start(store)
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
    elif mode == "--run":
        sys.exit(run_once(engine, rest[0], rest[1:]))
    else:
        serve(engine, mode, int(rest[0]), "consume_fuel" in json.loads(config))


if __name__ == "__main__":
    main(sys.argv[1:])
