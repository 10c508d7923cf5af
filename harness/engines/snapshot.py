"""A host for wasm that is kept after its interpreter was built: it starts as a copy of that.

The tool in `wasm/preinit` adds exports of all state to the module, a runtime calls the module's
initialisation and writes the state down, and the tool makes a module that begins in that state.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from harness.engines import toolchain
from harness.engines.rustpython import source_folder
from harness.errors import ExitCode, HarnessError
from harness.model import Artefact, ArtefactStore, Progress, ToolRunner

_TOOL = "preinit"
_NAME = "rustpython-host-ready.wasm"
_BUILD_S = 1200.0
_TOOL_S = 300.0

# Runs an instrumented module's initialisation and writes its state to a folder.
Initialise = Callable[[Path, Path], None]


def take(
    host: Artefact,
    initialise: Initialise,
    *,
    tools: ToolRunner,
    store: ArtefactStore,
    progress: Progress,
) -> Artefact:
    """The module of `host`, initialised; its info says so (`initialised`).

    HarnessError where there is no compiler or network for the tool, or where this host cannot
    be initialised.
    """
    tool, digest = _tool(tools, store, progress)

    def make(folder: Path) -> Mapping[str, Any]:
        progress("initialising the module", expected_s=20)
        instrumented, state, made = folder / "instrumented.wasm", folder / "state", folder / _NAME
        state.mkdir()
        _run(tools, tool, "instrument", host.path, instrumented)
        initialise(instrumented, state)
        files = (state / "globals.json", state / "memory")
        _run(tools, tool, "snapshot", host.path, *files, made)
        instrumented.unlink()
        shutil.rmtree(state)
        with made.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        return {"sha256": sha256, "size_bytes": made.stat().st_size}

    key = {"module": host.fingerprint, "tool": digest}
    folder, info = store.get_or_build("host-ready", key, make, progress=progress)
    known = {**host.info, **info, "initialised": True}
    return replace(host, path=folder / _NAME, fingerprint=str(info["sha256"]), info=known)


def _tool(tools: ToolRunner, store: ArtefactStore, progress: Progress) -> tuple[Path, str]:
    """The tool, built if need be, and the hash of its sources."""
    sources = source_folder().parent / "wasm" / _TOOL
    manifest = sources / "Cargo.toml"
    if not manifest.is_file():
        raise HarnessError(
            f"the sources of the tool that initialises modules are not in {sources}",
            hint="run from a clone of the repository",
        )
    files = (manifest, sources / "Cargo.lock", sources / "src" / "main.rs")
    digest = hashlib.sha256(b"\0".join(path.read_bytes() for path in files)).hexdigest()
    rustc = toolchain.find_rustc(tools)
    toolchain.require_new_enough(rustc)

    def build(folder: Path) -> Mapping[str, Any]:
        progress("building the tool that initialises modules", expected_s=75)
        target = store.folder("cargo-target") / f"{_TOOL}-{digest[:12]}"
        log = store.folder("logs") / f"{_TOOL}.log"
        command = ["cargo", "build", "--release", "--locked", "--manifest-path", str(manifest)]
        ended = tools([*command, "--target-dir", str(target)], log=log, timeout_s=_BUILD_S)
        if ended.returncode:
            last = (ended.output.strip().splitlines() or ["no message"])[-1]
            raise HarnessError(
                f"the tool that initialises modules cannot be built: {last}",
                hint=f"see {log}",
                code=ExitCode.INCOMPLETE,
            )
        shutil.copy2(target / "release" / _TOOL, folder / _TOOL)
        shutil.rmtree(target, ignore_errors=True)
        return {}

    key = {"sources": digest, "rustc": rustc.verbose}
    folder, _ = store.get_or_build(_TOOL, key, build, progress=progress)
    return folder / _TOOL, digest


def _run(tools: ToolRunner, tool: Path, step: str, *paths: Path) -> None:
    ended = tools([str(tool), step, *map(str, paths)], timeout_s=_TOOL_S)
    if ended.returncode:
        last = (ended.output.strip().splitlines() or ["no message"])[-1]
        raise HarnessError(f"the module cannot be initialised: {last}", code=ExitCode.INCOMPLETE)
