"""wasm-opt of Binaryen, which makes a WebAssembly module smaller or faster.

From the path, else from Debian's package, unpacked into the cache with the libraries and the
loader that it needs. Where neither can be had, a profile is built without it and says so.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from harness.engines import debian
from harness.errors import ExitCode, HarnessError
from harness.model import ArtefactStore, Progress, ToolRunner

KIND = "binaryen"
# Newest first: rustc's modules use features that old ones do not know.
_SUITES = ("forky", "sid", "trixie")
_PROBE_S = 30.0
_EXPECTED_S = 15.0
_OPTIMISE_S = 3600.0
# What rustc's wasm32-wasip1 may use; a stripped module does not say it itself.
_FEATURES = (
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-call-indirect-overlong",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
)


@dataclass(frozen=True)
class WasmOpt:
    """The program, as a command; `path` is None where it cannot be had, for the `reason` given."""

    version: str
    path: Path | None = None
    loader: tuple[str, ...] = ()
    reason: str = ""

    @property
    def command(self) -> tuple[str, ...]:
        return (*self.loader, str(self.path))


def find(*, tools: ToolRunner, store: ArtefactStore, progress: Progress) -> WasmOpt:
    """wasm-opt from the path or from Debian; without either, one that says why."""
    named = shutil.which("wasm-opt")
    if named:
        return _asked(Path(named), (), tools)
    try:
        return _from_debian(tools, store, progress)
    except debian.AptError as failure:
        return WasmOpt("none", reason=f"wasm-opt is not on the path; from Debian: {failure}")


def optimise(
    optimiser: WasmOpt, module: Path, flags: Sequence[str], *, tools: ToolRunner, log: Path
) -> None:
    """Rewrite `module` in place; HarnessError with wasm-opt's own reason when it fails."""
    made = module.with_suffix(".optimised")
    command = [*optimiser.command, *flags, *_FEATURES, str(module), "-o", str(made)]
    ended = tools(command, log=log, timeout_s=_OPTIMISE_S)
    if ended.returncode or not made.is_file():
        raise HarnessError(
            f"wasm-opt failed on {module.name}: {debian.last_line(ended.output)}",
            hint=f"the whole log: {log}",
            code=ExitCode.INCOMPLETE,
        )
    made.replace(module)


def _from_debian(tools: ToolRunner, store: ArtefactStore, progress: Progress) -> WasmOpt:
    reason = debian.available(tools)
    if reason:
        raise debian.AptError(reason)

    def make(folder: Path) -> Mapping[str, str]:
        progress("fetching wasm-opt from Debian", expected_s=_EXPECTED_S)
        failures = []
        for suite in _SUITES:
            try:
                _unpack(folder, suite, tools, store.folder("logs") / "binaryen.log")
                return {"suite": suite}
            except debian.AptError as failure:
                failures.append(str(failure))
        raise debian.AptError("; ".join(failures))

    folder, _ = store.get_or_build(KIND, {"recipe": "1"}, make, progress=progress)
    root = folder / "root/usr"
    loader = next(root.glob("lib*/**/ld-linux*"), None)
    if loader is None:
        raise debian.AptError("the packages bring no loader")
    libraries = ":".join(sorted({str(path.parent) for path in root.glob("lib/**/*.so*")}))
    start = (str(loader.resolve()), "--library-path", libraries)
    return _asked(root / "bin/wasm-opt", start, tools)


def _unpack(folder: Path, suite: str, tools: ToolRunner, log: Path) -> None:
    work = folder / "apt"
    try:
        debian.unpack(
            ["binaryen"],
            folder / "root",
            suite=suite,
            work=work,
            tools=tools,
            log=log,
            dependencies=True,
        )
    finally:
        shutil.rmtree(work, ignore_errors=True)
    # Each use of the entry looks at every file: keep the program and its libraries.
    for path in [*(folder / "root").iterdir(), *(folder / "root/usr").iterdir()]:
        if path.name not in {"usr", "bin", "lib", "lib64"}:
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()


def _asked(path: Path, loader: tuple[str, ...], tools: ToolRunner) -> WasmOpt:
    """The program with the version that it gives; one that does not run is as good as none."""
    ended = tools([*loader, str(path), "--version"], timeout_s=_PROBE_S)
    version = re.search(r"version (\d+)", ended.output)
    if ended.returncode or not version:
        return WasmOpt("none", reason=f"{path} does not run: {debian.last_line(ended.output)}")
    return WasmOpt(f"wasm-opt {version[1]}", path, loader)
