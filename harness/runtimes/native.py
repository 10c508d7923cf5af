"""Artefacts that are programs of this machine: a process for each attempt."""

from __future__ import annotations

import hashlib
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
    ToolRunner,
)
from harness.runtimes.commands import (
    CPYTHON_HOOK,
    HOOK_FILE,
    cpython_environment,
    host_arguments,
    reaches_the_machine,
)

# A capability that a build has only with one of these cargo features.
_FEATURES = {
    "threads": {"threading"},
    "ssl": {"ssl", "ssl-rustls", "ssl-rustls-aws-lc", "ssl-openssl"},
    "sqlite": {"sqlite"},
}


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
        return Launch((program, *arguments), {"PYTHONHASHSEED": str(seed), **env}, placement.work)
