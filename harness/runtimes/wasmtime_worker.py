"""The worker process of the wasmtime runtime: a program of its own, started by `execute`.

    wasmtime_worker.py COMPILED FD         serve requests on this file descriptor
    wasmtime_worker.py --compile MODULE COMPILED
    wasmtime_worker.py --run MODULE ARG…   run it once, with this process's own streams

It maps the compiled module once and forks one child for each request. A request is one
datagram of JSON with four file descriptors: stdin, stdout, stderr, report. The answers are
`{"pid"}` with the child's pidfd when it runs and `{"status", "cpu_ns"}` when it has ended. The
child writes what only the engine can know (a trap, the size of the memory) to its report,
which the script cannot reach.
"""

from __future__ import annotations

import json
import os
import re
import resource
import signal
import socket
import sys
from typing import Any

import wasmtime

# The most that wasmtime takes without aborting: the size of its own stacks. The host's stack
# in linear memory is so small that it ends first, in a RecursionError (rust-host/README.md).
WASM_STACK_BYTES = 2 * 1024 * 1024
FRAME = re.compile(r"(?m)^ *\d+: +0x[0-9a-f]+ - [^!\n]*!(.+)$")
CRATE_HASH = re.compile(r"\[[0-9a-f]{8,16}\]")
REQUEST_BYTES = 1 << 20


def make_config() -> wasmtime.Config:
    """The configuration, the same when it compiles and when it runs."""
    config = wasmtime.Config()
    config.max_wasm_stack = WASM_STACK_BYTES
    return config


def make_engine() -> wasmtime.Engine:
    """An engine with that configuration."""
    return wasmtime.Engine(make_config())


def compile_module(module_path: str, compiled_path: str) -> None:
    """Compile once; the result can be mapped by any process with the same wasmtime."""
    module = wasmtime.Module.from_file(make_engine(), module_path)
    with open(compiled_path, "wb") as file:
        file.write(module.serialize())


def run_once(module_path: str, arguments: list[str]) -> int:
    """Run the module with no folder granted; the exit code, 70 for a trap."""
    engine = make_engine()
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


def serve(compiled_path: str, channel_number: int) -> None:
    """Answer requests until the other side closes the channel."""
    engine = make_engine()
    module = wasmtime.Module.deserialize_file(engine, compiled_path)
    linker = wasmtime.Linker(engine)
    linker.define_wasi()
    channel = socket.socket(fileno=channel_number)
    channel.send(b'{"ready": true}')
    while True:
        payload, descriptors = _receive(channel)
        if not payload:
            return
        pid = os.fork()
        if pid == 0:
            channel.close()
            _child(engine, linker, module, json.loads(payload), descriptors)
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
        instance = linker.instantiate(store, module)
        code = _run(store, instance, told)
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
    for folder in request["folders"]:
        wasi.preopen_dir(folder, folder)
    return wasi


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
    """Compile or serve, as the module's documentation says."""
    if arguments[0] == "--compile":
        compile_module(arguments[1], arguments[2])
    elif arguments[0] == "--run":
        sys.exit(run_once(arguments[1], arguments[2:]))
    else:
        serve(arguments[0], int(arguments[1]))


if __name__ == "__main__":
    main(sys.argv[1:])
