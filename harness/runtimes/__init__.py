"""What executes an engine's artefact: one file each, and the registry of them all."""

from __future__ import annotations

from harness.model import Runtime
from harness.runtimes.native import NativeRuntime
from harness.runtimes.wasmtime import WasmtimeRuntime

RUNTIMES: dict[str, Runtime] = {
    runtime.name: runtime for runtime in (NativeRuntime(), WasmtimeRuntime())
}

# Those that a run takes when no column is named.
DEFAULT_RUNTIMES: tuple[str, ...] = tuple(RUNTIMES)
