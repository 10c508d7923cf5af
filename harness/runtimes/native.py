"""Artefacts that are programs of this machine: a process for each attempt."""

from __future__ import annotations

import hashlib
import math
import os
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from harness.model import (
    CAPABILITIES,
    NATIVE,
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
    CPYTHON_HOOK,
    HOOK_FILE,
    READY_ENVIRONMENT,
    cpython_environment,
    host_arguments,
    reaches_the_machine,
    wants_ready,
)

# A capability that a build has only with one of these cargo features.
_FEATURES = {
    "threads": {"threading"},
    "ssl": {"ssl", "ssl-rustls", "ssl-rustls-aws-lc", "ssl-openssl"},
    "sqlite": {"sqlite"},
}


_PROTOCOL = 1  # of the host's fork server: docs/fork-server.md


class NativeRuntime:
    """A process per attempt, started in its own process group by `execute`."""

    name = NATIVE
    target = NATIVE

    def version(self) -> str:
        """The kernel's release: it is what runs a native program."""
        return f"{os.uname().sysname} {os.uname().release}"

    def describe(self, artefact: Path, tools: ToolRunner) -> str:
        """What the program prints for `info --json`."""
        return tools((str(artefact), "info", "--json"), timeout_s=60).output

    def prepare(
        self, artefact: Artefact, *, tools: ToolRunner, store: ArtefactStore, progress: Progress
    ) -> Artefact:
        """A program is ready as it is; a CPython gets its hook compiled, which saves 2 ms a run."""
        if artefact.engine != "cpython":
            return artefact

        def compile_hook(folder: Path) -> Mapping[str, Any]:
            copy = str(shutil.copy(CPYTHON_HOOK / HOOK_FILE, folder))
            tools((str(artefact.path), "-I", "-m", "py_compile", copy), timeout_s=60)
            return {}

        source = (CPYTHON_HOOK / HOOK_FILE).read_bytes()
        key = {"cpython": artefact.fingerprint, "hook": hashlib.sha256(source).hexdigest()}
        folder, _ = store.get_or_build("cpython-hook", key, compile_hook, progress=progress)
        return replace(artefact, info={**artefact.info, "hook": str(folder)})

    def counting(
        self, artefact: Artefact, *, tools: ToolRunner, store: ArtefactStore, progress: Progress
    ) -> Artefact | None:
        """A process has no count of instructions that is the same each time."""
        return None

    def initialise(self, module: Path, folder: Path, tools: ToolRunner) -> None:
        """There are no modules here."""
        raise NotImplementedError

    def fast(self, artefact: Artefact) -> Artefact | None:
        """A host that serves forks of itself, by this version of the protocol."""
        if artefact.info.get("fork_server") != _PROTOCOL:
            return None
        return replace(artefact, info={**artefact.info, "start": Start.FAST.value})

    def starts_fast(self, env: Mapping[str, str], seed: int) -> bool:
        return wants_ready(env, seed)

    def capabilities(self, artefact: Artefact) -> frozenset[str]:
        """All of the machine's, less what the build was made without."""
        if artefact.engine == "cpython":
            return frozenset(CAPABILITIES)
        features = set(artefact.info.get("features", ()))
        lacking = {name for name, any_of in _FEATURES.items() if not any_of & features}
        if not reaches_the_machine(artefact):
            lacking |= {"subprocess", "signals", "fork", "ctypes", "files", "symlinks", "sockets"}
        return frozenset(CAPABILITIES) - lacking

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
        """The process that runs the script in its working directory."""
        program = str(artefact.path)
        if artefact.engine == "cpython":
            hook = Path(artefact.info.get("hook", CPYTHON_HOOK))
            env = cpython_environment(env, placement=placement, seed=seed, hook=hook)
            return Launch((program, *script), env, placement.work)
        arguments = host_arguments(script, placement=placement, seed=seed)
        if artefact.info.get("start") == Start.FAST:
            return _request((program, *arguments), placement, env, seed, limits)
        return Launch((program, *arguments), {"PYTHONHASHSEED": str(seed), **env}, placement.work)


def _request(
    argv: Sequence[str], placement: Placement, env: Mapping[str, str], seed: int, limits: Limits
) -> Launch:
    """What the host's fork server is asked for, and the command that starts it."""
    request = {
        "protocol": _PROTOCOL,
        "argv": list(argv),
        "env": list({"PYTHONHASHSEED": str(seed), **env}.items()),
        "cwd": str(placement.work),
        "memory_bytes": limits.memory_bytes,
        "cpu_s": math.ceil(limits.cpu_s) if limits.cpu_s else None,
    }
    server = (argv[0], "--hash-seed", str(seed), "serve", "--socket")
    own = {"PATH": os.defpath, **READY_ENVIRONMENT}
    return Launch(server, own, placement.work, worker=True, request=request)
