"""What it takes to compile for wasm32-wasip1 with the rustc at hand.

In this order: the target is installed · `rustup target add` · the standard library compiled
from Debian's sources of exactly this rustc, in a sysroot of its own made of links.
wasm/README.md tells the steps.
"""

from __future__ import annotations

import hashlib
import os
import re
import shlex
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from harness.engines import debian
from harness.errors import ExitCode, HarnessError
from harness.model import WASM_TARGET, ArtefactStore, Progress, ToolResult, ToolRunner

MINIMUM_RUSTC = (1, 95)
# Either set to "0", the user's toolchain is never added to; the second is rustup's own.
RUSTUP_SWITCHES = ("HARNESS_RUSTUP", "RUSTUP_AUTO_INSTALL")
SYSROOT_KIND = "wasm-sysroot"
_SUITES = ("trixie-backports", "forky", "sid")
_SELF_CONTAINED = ("crt1-command.o", "crt1-reactor.o", "libc.a")
_PROBE_S = 30.0
_RUSTUP_S = 180.0
_BUILD_S = 1800.0
_DEBIAN_EXPECTED_S = 60.0


@dataclass(frozen=True)
class Rustc:
    """The compiler at hand. `verbose` is all that `rustc -vV` says."""

    version: str
    host: str
    verbose: str
    sysroot: Path

    @property
    def number(self) -> tuple[int, int]:
        major, minor = self.version.split(".")[:2]
        return int(major), int(minor)


@dataclass(frozen=True)
class WasmToolchain:
    """How to compile for wasm: `env` for cargo, and a hash of the target's standard library."""

    source: str  # installed, rustup or debian
    identity: str
    env: Mapping[str, str] = field(default_factory=dict)


class _UnavailableError(Exception):
    """One way to get the target that did not work; the text says why."""


def find_rustc(tools: ToolRunner) -> Rustc:
    """The rustc on the path; HarnessError when there is none that works."""
    said = tools(["rustc", "-vV"], timeout_s=_PROBE_S)
    sysroot = tools(["rustc", "--print", "sysroot"], timeout_s=_PROBE_S)
    facts = dict(re.findall(r"^([\w-]+): (.+)$", said.output, re.MULTILINE))
    if said.returncode or sysroot.returncode or not {"release", "host"} <= facts.keys():
        raise HarnessError(
            f"no Rust compiler: rustc {_reason(said if said.returncode else sysroot)}",
            hint="install Rust 1.95 or newer: https://rustup.rs",
            code=ExitCode.INCOMPLETE,
        )
    root = Path(sysroot.output.strip().splitlines()[-1])
    return Rustc(facts["release"], facts["host"], said.output.strip(), root)


def require_new_enough(rustc: Rustc) -> None:
    """HarnessError when RustPython cannot be compiled with it."""
    if rustc.number < MINIMUM_RUSTC:
        raise HarnessError(
            f"rustc {rustc.version} is too old: RustPython needs 1.95 or newer",
            hint="rustup update stable",
            code=ExitCode.INCOMPLETE,
        )


def installed(tools: ToolRunner) -> WasmToolchain | None:
    """The target as part of the rustc on the path, or None."""
    said = tools(["rustc", "--print", "target-libdir", "--target", WASM_TARGET], timeout_s=_PROBE_S)
    folder = Path(said.output.strip().splitlines()[-1]) if said.output.strip() else Path()
    if said.returncode or not any(folder.glob("libstd-*.rlib")):
        return None
    return WasmToolchain("installed", _identity(folder))


def built(rustc: Rustc, store: ArtefactStore, *, lto: bool = False) -> bool:
    """Whether the sysroot from Debian's sources is there for this rustc."""
    key = _key(rustc, lto)
    return any(dict(entry.key) == key for entry in store.entries(SYSROOT_KIND))


def last_failure(store: ArtefactStore) -> list[str]:
    """Why each way failed the last time that all did, one line each; empty when none has."""
    path = _failure_path(store)
    return path.read_text(encoding="utf-8").splitlines() if path.is_file() else []


def wasm_toolchain(
    *, tools: ToolRunner, store: ArtefactStore, progress: Progress, lto: bool = False
) -> WasmToolchain:
    """The target by the first way that works; HarnessError says why each one failed.

    With `lto` its standard library can take part in link-time optimisation. Rust's own always
    can; one that is compiled here has the bitcode for it only when that is asked for.
    """
    rustc = find_rustc(tools)
    present = installed(tools)
    if present:
        return present
    ways: list[tuple[str, Callable[[], WasmToolchain]]] = [
        ("rustup", lambda: _from_rustup(rustc, tools, progress)),
        ("Debian", lambda: _from_debian(rustc, tools, store, progress, lto)),
    ]
    if built(rustc, store, lto=lto):
        ways.reverse()
    failures = []
    for name, way in ways:
        try:
            return way()
        except _UnavailableError as failure:
            failures.append(f"{name}: {failure}")
    _failure_path(store).write_text("\n".join(failures) + "\n", encoding="utf-8")
    raise HarnessError(
        f"the Rust target {WASM_TARGET} cannot be had; " + "; ".join(failures),
        hint=f"rustup target add {WASM_TARGET}",
        code=ExitCode.INCOMPLETE,
    )


def _failure_path(store: ArtefactStore) -> Path:
    return store.folder("logs") / "wasm-target-failures.txt"


def _from_rustup(rustc: Rustc, tools: ToolRunner, progress: Progress) -> WasmToolchain:
    """Add the target to the user's toolchain, as its manual says to."""
    for switch in RUSTUP_SWITCHES:
        if os.environ.get(switch) == "0":
            raise _UnavailableError(f"turned off by {switch}=0")
    its = tools(["rustup", "which", "rustc"], timeout_s=_PROBE_S)
    if its.returncode:
        raise _UnavailableError(_reason(its))
    if Path(its.output.strip().splitlines()[-1]) != rustc.sysroot / "bin" / "rustc":
        raise _UnavailableError("the rustc on the path is not rustup's")
    progress(f"adding the Rust target {WASM_TARGET} with rustup")
    add = ["rustup", "target", "add", WASM_TARGET]
    added = tools(add, env={"RUSTUP_MAX_RETRIES": "1"}, timeout_s=_RUSTUP_S)
    if added.returncode:
        raise _UnavailableError(_reason(added))
    present = installed(tools)
    if present is None:
        raise _UnavailableError("it reported success, but rustc still lacks the target")
    return WasmToolchain("rustup", present.identity)


def _from_debian(
    rustc: Rustc, tools: ToolRunner, store: ArtefactStore, progress: Progress, lto: bool
) -> WasmToolchain:
    """The target's standard library compiled from Debian's sources, made once and kept."""
    log = store.folder("logs") / "wasm-sysroot.log"
    maker = _SysrootMaker(rustc, tools, progress, log, lto)
    folder, _ = store.get_or_build(SYSROOT_KIND, _key(rustc, lto), maker.make, progress=progress)
    return WasmToolchain(
        "debian",
        _identity(folder / "sysroot/lib/rustlib" / WASM_TARGET / "lib"),
        {"RUSTC": str(folder / "rustc")},
    )


def _key(rustc: Rustc, lto: bool) -> dict[str, str]:
    key = {"rustc": rustc.verbose, "sysroot": str(rustc.sysroot), "recipe": "1"}
    return {**key, "bitcode": "yes"} if lto else key


@dataclass(frozen=True)
class _SysrootMaker:
    """Makes `sysroot/` and `rustc`, the compiler that uses it, in an empty folder."""

    rustc: Rustc
    tools: ToolRunner
    progress: Progress
    log: Path
    lto: bool

    def make(self, folder: Path) -> Mapping[str, str]:
        reason = debian.available(self.tools)
        if reason:
            raise _UnavailableError(reason)
        self.log.unlink(missing_ok=True)
        scratch = folder / "scratch"
        suite = self._fetch(scratch)
        sysroot = _linked_sysroot(self.rustc.sysroot, folder / "sysroot")
        _write_wrapper(folder / "rustc", self.rustc, sysroot)
        self._compile(folder, scratch)
        _install(scratch, sysroot)
        shutil.rmtree(scratch)
        (sysroot / "lib/rustlib/src/rust").unlink()
        return {"suite": suite, "rustc": self.rustc.version}

    def _fetch(self, scratch: Path) -> str:
        """Sources of std and the C library, into `scratch/root`; returns the suite."""
        version = self.rustc.version
        message = f"fetching the sources of Rust {version} from Debian"
        self.progress(message, expected_s=_DEBIAN_EXPECTED_S)
        failures = []
        for suite in _SUITES:
            try:
                debian.unpack(
                    [f"rust-src={version}*", "wasi-libc"],
                    scratch / "root",
                    suite=suite,
                    work=scratch / "apt",
                    tools=self.tools,
                    log=self.log,
                )
                return suite
            except debian.AptError as failure:
                failures.append(str(failure))
        raise _UnavailableError(f"no rust-src {version}: {failures[-1]}")

    def _compile(self, folder: Path, scratch: Path) -> None:
        source = scratch / "root/usr/src" / f"rustc-{self.rustc.version}"
        if not (source / "library/std").is_dir():
            raise _UnavailableError(f"the package rust-src has no {source.name}/library/std")
        place = folder / "sysroot/lib/rustlib/src"
        place.mkdir()
        (place / "rust").symlink_to(source)
        self.progress(
            f"compiling Rust's standard library for {WASM_TARGET}", expected_s=_DEBIAN_EXPECTED_S
        )
        command = ["cargo", "build", "--release", "-Z", "build-std=std,panic_abort", "--target"]
        ended = self.tools(
            [*command, WASM_TARGET],
            cwd=_empty_crate(scratch / "crate"),
            env={
                "RUSTC": str(folder / "rustc"),
                "RUSTC_BOOTSTRAP": "1",
                "CARGO_TARGET_DIR": str(scratch / "target"),
                **({"CARGO_ENCODED_RUSTFLAGS": "-Cembed-bitcode=yes"} if self.lto else {}),
            },
            log=self.log,
            timeout_s=_BUILD_S,
        )
        if ended.returncode:
            raise _UnavailableError(f"std does not compile: {_reason(ended)} (log: {self.log})")


def _linked_sysroot(real: Path, sysroot: Path) -> Path:
    """A sysroot of links to the real one; only `lib/rustlib` is a folder of its own."""
    rustlib = sysroot / "lib/rustlib"
    rustlib.mkdir(parents=True)
    _link(real.iterdir(), sysroot, but={"lib", "share", "etc"})
    _link((real / "lib").iterdir(), sysroot / "lib", but={"rustlib"})
    _link((real / "lib/rustlib").iterdir(), rustlib, but={"src", WASM_TARGET})
    return sysroot


def _link(paths: Iterable[Path], into: Path, *, but: set[str]) -> None:
    for path in paths:
        if path.name not in but:
            (into / path.name).symlink_to(path)


def _write_wrapper(path: Path, rustc: Rustc, sysroot: Path) -> None:
    """cargo has no setting for a sysroot, but it runs any program as rustc."""
    real = shlex.quote(str(rustc.sysroot / "bin/rustc"))
    path.write_text(f'#!/bin/sh\nexec {real} --sysroot {shlex.quote(str(sysroot))} "$@"\n')
    path.chmod(0o755)


def _empty_crate(folder: Path) -> Path:
    (folder / "src").mkdir(parents=True)
    (folder / "src/lib.rs").touch()
    manifest = '[package]\nname = "empty"\nversion = "0.1.0"\nedition = "2021"\n[workspace]\n'
    (folder / "Cargo.toml").write_text(manifest)
    return folder


def _install(scratch: Path, sysroot: Path) -> None:
    """Place what was compiled where `rustup target add` would."""
    library = sysroot / "lib/rustlib" / WASM_TARGET / "lib"
    (library / "self-contained").mkdir(parents=True)
    for rlib in (scratch / "target" / WASM_TARGET / "release/deps").glob("*.rlib"):
        if not rlib.name.startswith("libempty"):
            shutil.copy2(rlib, library)
    for name in _SELF_CONTAINED:
        shutil.copy2(scratch / "root/usr/lib" / WASM_TARGET / name, library / "self-contained")


def _identity(library: Path) -> str:
    """Hash of the files' names and sizes; the names carry the compiler's own hashes."""
    files = sorted(path for path in library.rglob("*") if path.is_file())
    text = "\n".join(f"{path.relative_to(library)} {path.stat().st_size}" for path in files)
    return hashlib.sha256(text.encode()).hexdigest()


def _reason(ended: ToolResult) -> str:
    """The line of a tool's output that says why it failed."""
    if ended.returncode == 127:
        return "is not installed"
    if ended.returncode == 124:
        return "did not answer in time"
    lines = [line.strip() for line in ended.output.splitlines() if line.strip()]
    errors = [line for line in lines if line.startswith("error")]
    return (errors[0] if errors else lines[-1] if lines else f"exit code {ended.returncode}")[:200]
