"""WebAssembly modules in wasmtime: a worker maps the compiled module once.

For a cold start it forks per attempt, which gives each its own limits and accounting. For fast
ones a child of it makes many, each in a store and an instance of its own. Either way an abort of
the engine costs that one attempt.
"""

from __future__ import annotations

import json
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
    Start,
    ToolRunner,
)
from harness.runtimes.commands import (
    READY_ENVIRONMENT,
    READY_SEED,
    host_arguments,
    reaches_the_machine,
    wants_ready,
)

WORKER = Path(__file__).parent / "wasmtime_worker.py"
COMPILED = "module.cwasm"

# The most stack that wasmtime takes without aborting: the size of its own stacks. The host's
# stack in linear memory is so small that it ends first, in a RecursionError
# (rust-host/README.md).
CONFIG: Mapping[str, Any] = {"max_wasm_stack": 2 * 1024 * 1024}
COUNTING: Mapping[str, Any] = {**CONFIG, "consume_fuel": True}

# What an attempt whose instructions are counted sees as its own folder: the same one always.
_FIXED_SCRATCH = "/scratch"


class WasmtimeRuntime:
    """Described here; `wasmtime_worker` is the program that runs it."""

    name = "wasmtime"
    target = WASM_TARGET

    def version(self) -> str:
        """The version of the installed package, which carries the engine."""
        return package_version("wasmtime")

    def describe(self, artefact: Path, tools: ToolRunner) -> str:
        """What the module prints for `info --json`, with nothing granted."""
        return _call(tools, CONFIG, "--run", str(artefact), "info", "--json")

    def prepare(
        self, artefact: Artefact, *, tools: ToolRunner, store: ArtefactStore, progress: Progress
    ) -> Artefact:
        """Compile the module, once for this wasmtime."""
        return self._compiled(artefact, CONFIG, tools, store, progress)

    def counting(
        self, artefact: Artefact, *, tools: ToolRunner, store: ArtefactStore, progress: Progress
    ) -> Artefact | None:
        """The module compiled to count instructions, which the ordinary one does not."""
        return self._compiled(artefact, COUNTING, tools, store, progress)

    def _compiled(
        self,
        artefact: Artefact,
        config: Mapping[str, Any],
        tools: ToolRunner,
        store: ArtefactStore,
        progress: Progress,
    ) -> Artefact:
        def compile_module(folder: Path) -> Mapping[str, Any]:
            progress("compiling the module for wasmtime", expected_s=15)
            told = _call(tools, config, "--compile", str(artefact.path), str(folder / COMPILED))
            size = (folder / COMPILED).stat().st_size
            return {"compiled_bytes": size, **json.loads(told.strip().splitlines()[-1])}

        key = {
            "module": artefact.fingerprint,
            "wasmtime": self.version(),
            "configuration": json.dumps(config),
        }
        folder, info = store.get_or_build("wasmtime", key, compile_module, progress=progress)
        known = {"compiled": str(folder / COMPILED), "configuration": dict(config), **info}
        return replace(artefact, info={**artefact.info, **known})

    def initialise(self, module: Path, folder: Path, tools: ToolRunner) -> None:
        """With nothing granted, and the environment that every attempt shares."""
        own = {**READY_ENVIRONMENT, "PYTHONHASHSEED": str(READY_SEED)}
        _call(tools, CONFIG, "--initialise", str(module), str(folder), json.dumps(own))

    def fast(self, artefact: Artefact) -> Artefact | None:
        """A module that is initialised; its instances are made before they are asked for."""
        if not artefact.info.get("initialised"):
            return None
        return replace(artefact, info={**artefact.info, "start": Start.FAST.value})

    def starts_fast(self, env: Mapping[str, str], seed: int) -> bool:
        return wants_ready(env, seed)

    def capabilities(self, artefact: Artefact) -> frozenset[str]:
        """WASI preview 1 has files, and neither processes, threads, signals nor sockets."""
        return frozenset({"files", "symlinks"} if reaches_the_machine(artefact) else ())

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
        """The request for one attempt. Its folders keep their paths in the guest, except where
        instructions are counted: the length of a path, and its hash, are some of them."""
        config = artefact.info["configuration"]
        guest_env = {"PYTHONHASHSEED": str(seed), **env, "PWD": str(placement.work)}
        folders = {str(placement.scratch): str(placement.scratch)}
        if "consume_fuel" in config:
            folders = {str(placement.scratch): _FIXED_SCRATCH}
            guest_env = {
                name: value.replace(str(placement.scratch), _FIXED_SCRATCH)
                for name, value in guest_env.items()
            }
        if placement.control:
            folders[str(placement.control)] = str(placement.control)
        arguments = host_arguments(script, placement=placement, seed=seed)
        request = {
            "argv": ["rustpython-host", *arguments],
            "env": guest_env,
            "folders": list(folders.items()),
            "memory_bytes": limits.memory_bytes,
            "cpu_s": math.ceil(limits.cpu_s) if limits.cpu_s else None,
        }
        mode = "counting" if "consume_fuel" in config else "plain"
        if artefact.info.get("start") == Start.FAST:
            mode = "reserve"
        command = _worker(config, mode, str(artefact.info["compiled"]))
        return Launch(command, {}, placement.work, worker=True, request=request)


def _worker(config: Mapping[str, Any], *arguments: str) -> tuple[str, ...]:
    return (sys.executable, "-I", str(WORKER), json.dumps(config), *arguments)


def _call(tools: ToolRunner, config: Mapping[str, Any], *arguments: str) -> str:
    result = tools(_worker(config, *arguments), timeout_s=600)
    if result.returncode != 0:
        last = (result.output.strip().splitlines() or ["no message"])[-1]
        raise HarnessError(
            f"wasmtime cannot prepare the module: {last}",
            hint="harness doctor",
            code=ExitCode.INCOMPLETE,
        )
    return result.output
