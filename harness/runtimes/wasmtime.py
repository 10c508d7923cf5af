"""WebAssembly modules in wasmtime: a worker maps the compiled module and forks per attempt.

The fork gives every attempt a fresh store, its own limits and accounting, and confines an
abort of the engine to that one attempt.
"""

from __future__ import annotations

import hashlib
import math
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib.metadata import version as package_version
from pathlib import Path
from typing import Any

from harness.errors import ExitCode, HarnessError
from harness.model import (
    WASM_TARGET,
    Artefact,
    ArtefactStore,
    Launch,
    Limits,
    Placement,
    Progress,
    ToolRunner,
)
from harness.runtimes.commands import host_arguments

WORKER = Path(__file__).parent / "wasmtime_worker.py"


COMPILED = "module.cwasm"


class WasmtimeRuntime:
    """Described here; `wasmtime_worker` is the program that runs it."""

    name = "wasmtime"
    target = WASM_TARGET

    def version(self) -> str:
        """The version of the installed package, which carries the engine."""
        return package_version("wasmtime")

    def describe(self, artefact: Path, tools: ToolRunner) -> str:
        """What the module prints for `info --json`, with nothing granted."""
        return _call(tools, "--run", str(artefact), "info", "--json")

    def prepare(
        self, artefact: Artefact, *, tools: ToolRunner, store: ArtefactStore, progress: Progress
    ) -> Artefact:
        """Compile the module, once for this wasmtime."""

        def compile_module(folder: Path) -> Mapping[str, Any]:
            progress("compiling the module for wasmtime", expected_s=15)
            _call(tools, "--compile", str(artefact.path), str(folder / COMPILED))
            return {"compiled_bytes": (folder / COMPILED).stat().st_size}

        key = {
            "module": artefact.fingerprint,
            "wasmtime": self.version(),
            "worker": hashlib.sha256(WORKER.read_bytes()).hexdigest(),
        }
        folder, info = store.get_or_build("wasmtime", key, compile_module, progress=progress)
        known = {"compiled": str(folder / COMPILED), **info}
        return replace(artefact, info={**artefact.info, **known})

    def capabilities(self, artefact: Artefact) -> frozenset[str]:
        """WASI preview 1 has files, and neither processes, threads, signals nor sockets."""
        return frozenset({"files", "symlinks"})

    def launch(
        self,
        artefact: Artefact,
        script: Sequence[str],
        *,
        placement: Placement,
        env: Mapping[str, str],
        seed: int,
        limits: Limits,
    ) -> Launch:
        """The request for one attempt; the attempt's folders keep their paths in the guest."""
        granted = [str(placement.scratch)]
        if placement.control:
            granted.append(str(placement.control))
        arguments = host_arguments(script, placement=placement, seed=seed)
        guest_env = {"PYTHONHASHSEED": str(seed), **env, "PWD": str(placement.work)}
        request = {
            "argv": ["rustpython-host", *arguments],
            "env": guest_env,
            "folders": granted,
            "memory_bytes": limits.memory_bytes,
            "cpu_s": math.ceil(limits.cpu_s) if limits.cpu_s else None,
        }
        command = (sys.executable, "-I", str(WORKER), str(artefact.info["compiled"]))
        return Launch(command, {}, placement.work, worker=True, request=request)


def _call(tools: ToolRunner, *arguments: str) -> str:
    result = tools((sys.executable, "-I", str(WORKER), *arguments), timeout_s=600)
    if result.returncode != 0:
        last = (result.output.strip().splitlines() or ["no message"])[-1]
        raise HarnessError(
            f"wasmtime cannot prepare the module: {last}",
            hint="harness doctor",
            code=ExitCode.INCOMPLETE,
        )
    return result.output
