"""What is on this machine, what is missing, and the command that mends it.

It looks only: nothing is built, installed or fetched, and it is done in about two seconds.
Like `cli` it puts parts together, so it may import them.
"""

from __future__ import annotations

import os
import platform
import shutil
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from importlib import metadata
from pathlib import Path
from typing import TypeVar

from filelock import FileLock, Timeout

from harness.cache import ENVIRONMENT, Cache
from harness.engines import cpython, debian, profiles, rustpython, toolchain
from harness.errors import HarnessError
from harness.model import DEFAULT_PROFILE, WASM_TARGET, Artefact, ToolRunner

ORACLE = "3.14"
_T = TypeVar("_T")
_TOOL_S = 5.0
_SPACE_NEEDED = 4 * 1024**3
_MEMORY_NEEDED = 3 * 1024**3


class CheckStatus(StrEnum):
    OK = "ok"
    NOTE = "note"  # worth knowing, or made when it is needed
    MISSING = "missing"  # not there, and a run needs it
    PROBLEM = "problem"  # there, and it does not work


@dataclass(frozen=True)
class Check:
    """One line of the report. `fix` is a command, or a thing to do, to paste."""

    name: str
    status: CheckStatus
    detail: str
    fix: str | None = None


def examine(*, tools: ToolRunner, cache: Cache) -> list[Check]:
    """All checks, in the order to read them. None raises; at most the cache folder is made."""
    checks = [_python(), _machine(), _memory()]
    checks += _rust(tools, cache)
    checks += [_c_compiler(tools), _cmake(tools)]
    checks += _oracle(tools, cache)
    checks += [_ways_to_install(tools), _wasmtime()]
    checks += _hosts(cache)
    checks += _cache_folder(cache)
    return checks


# ------------------------------------------------------------------- the machine


def _python() -> Check:
    return Check("Python", CheckStatus.OK, f"{platform.python_version()} ({sys.executable})")


def _machine() -> Check:
    system = f"{platform.system()} {platform.machine()}"
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    supported = sys.platform in ("linux", "darwin")
    status = CheckStatus.OK if supported else CheckStatus.PROBLEM
    return Check("machine", status, f"{system}, {cores} cores")


def _memory() -> Check:
    total = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    if total < _MEMORY_NEEDED:
        return Check(
            "memory", CheckStatus.NOTE, f"{_size(total)}; compiling the hosts needs about 3 GB"
        )
    return Check("memory", CheckStatus.OK, _size(total))


def _c_compiler(tools: ToolRunner) -> Check:
    ended = tools(["cc", "--version"], timeout_s=_TOOL_S)
    if ended.returncode:
        detail = "not installed; the native host is linked by it"
        return Check("C compiler", CheckStatus.MISSING, detail, "apt install build-essential")
    return Check("C compiler", CheckStatus.OK, ended.output.splitlines()[0])


def _cmake(tools: ToolRunner) -> Check:
    """RustPython's TLS library, aws-lc, does without it on the common platforms."""
    ended = tools(["cmake", "--version"], timeout_s=_TOOL_S)
    if ended.returncode:
        detail = "not installed; on some platforms the native host needs it"
        return Check("cmake", CheckStatus.NOTE, detail, "apt install cmake")
    return Check("cmake", CheckStatus.OK, ended.output.splitlines()[0])


def _wasmtime() -> Check:
    try:
        return Check("wasmtime", CheckStatus.OK, f"Python package {metadata.version('wasmtime')}")
    except metadata.PackageNotFoundError:
        return Check("wasmtime", CheckStatus.MISSING, "not installed", "pip install wasmtime")


# ------------------------------------------------------------------- Rust


def _rust(tools: ToolRunner, cache: Cache) -> list[Check]:
    try:
        rustc = toolchain.find_rustc(tools)
    except HarnessError as error:
        return [Check("rustc", CheckStatus.MISSING, error.message, error.hint)]
    return [_rustc(rustc), _cargo(tools), _wasm_target(rustc, tools, cache)]


def _rustc(rustc: toolchain.Rustc) -> Check:
    try:
        toolchain.require_new_enough(rustc)
    except HarnessError as error:
        return Check("rustc", CheckStatus.PROBLEM, error.message, error.hint)
    return Check("rustc", CheckStatus.OK, f"{rustc.version} ({rustc.host})")


def _cargo(tools: ToolRunner) -> Check:
    ended = tools(["cargo", "--version"], timeout_s=_TOOL_S)
    if ended.returncode:
        return Check(
            "cargo", CheckStatus.MISSING, "not installed", "install Rust: https://rustup.rs"
        )
    return Check("cargo", CheckStatus.OK, ended.output.strip())


def _wasm_target(rustc: toolchain.Rustc, tools: ToolRunner, cache: Cache) -> Check:
    name = f"target {WASM_TARGET}"
    if toolchain.installed(tools):
        return Check(name, CheckStatus.OK, "part of the toolchain")
    if toolchain.built(rustc, cache):
        return Check(name, CheckStatus.OK, "compiled from Debian's sources, in the cache folder")
    fix = f"rustup target add {WASM_TARGET}"
    failures = _quietly(lambda: toolchain.last_failure(cache))
    if failures:
        return Check(name, CheckStatus.MISSING, "; ".join(failures), fix)
    return Check(name, CheckStatus.NOTE, "not there yet; made by the first build", fix)


# ------------------------------------------------------------------- CPython


def _oracle(tools: ToolRunner, cache: Cache) -> list[Check]:
    name = f"CPython {ORACLE}"
    candidates = _quietly(lambda: cpython.survey(ORACLE, tools=tools, store=cache))
    rejected = [
        Check(name, CheckStatus.NOTE, f"passed over {candidate.path}: {candidate.reason}")
        for candidate in candidates
        if candidate.reason
    ]
    return [_chosen(name, candidates), *rejected]


def _chosen(name: str, candidates: Iterable[cpython.Candidate]) -> Check:
    for candidate in candidates:
        if candidate.reason is None:
            detail = f"{candidate.version} at {candidate.path} ({candidate.source})"
            return Check(name, CheckStatus.OK, detail)
    return Check(
        name, CheckStatus.NOTE, "not there yet; installed by the first run", "harness build"
    )


def _ways_to_install(tools: ToolRunner) -> Check:
    """How a CPython that is missing would be had."""
    uv = "uv" if shutil.which("uv") else "no uv"
    reason = debian.available(tools)
    apt = f"no apt ({reason})" if reason else "apt"
    status = CheckStatus.NOTE if uv == "no uv" and reason else CheckStatus.OK
    fix = "pip install uv" if status is CheckStatus.NOTE else None
    return Check("ways to install CPython", status, f"{uv}, {apt}", fix)


# ------------------------------------------------------------------- hosts and cache


def _hosts(cache: Cache) -> list[Check]:
    hosts = _quietly(lambda: rustpython.list_hosts(cache))
    try:
        newest = rustpython.versions()[-1:]
    except HarnessError as error:
        return [Check("hosts", CheckStatus.PROBLEM, error.message, error.hint)]
    there = {(host.version, host.target) for host in hosts if host.profile == DEFAULT_PROFILE}
    checks = [_built_host(host) for host in hosts]
    for version in newest:
        for target in profiles.TARGETS:
            if (version, target) not in there:
                name = f"host {version} {target}"
                checks.append(Check(name, CheckStatus.NOTE, "not built yet", "harness build"))
    return checks


def _built_host(host: Artefact) -> Check:
    age = datetime.now(UTC).timestamp() - host.path.stat().st_mtime if host.path.is_file() else 0.0
    took = f"built in {host.info['build_seconds']:.0f} s, {_age(age)} ago"
    detail = f"{_size(int(host.info['size_bytes']))}, claims Python {host.python}, {took}"
    profile = "" if host.profile == DEFAULT_PROFILE else f" {host.profile}"
    return Check(f"host {host.version}{profile} {host.target}", CheckStatus.OK, detail)


def _cache_folder(cache: Cache) -> list[Check]:
    name = "cache folder"
    try:
        cache.folder("locks")
    except HarnessError as error:
        return [Check(name, CheckStatus.PROBLEM, error.message, error.hint)]
    if not os.access(cache.root, os.W_OK):
        fix = f"name a folder that you may write in {ENVIRONMENT}"
        return [Check(name, CheckStatus.PROBLEM, f"{cache.root} cannot be written", fix)]
    free = shutil.disk_usage(cache.root).free
    detail = f"{cache.root}, {_size(_used(cache.root))}, {_size(free)} free"
    if free < _SPACE_NEEDED:
        fix = f"free 4 GB, or name another folder in {ENVIRONMENT}"
        return [Check(name, CheckStatus.NOTE, detail, fix), *_held_locks(cache)]
    return [Check(name, CheckStatus.OK, detail), *_held_locks(cache)]


def _held_locks(cache: Cache) -> list[Check]:
    """Locks of entries that another process is making right now."""
    held = [path.stem for path in cache.folder("locks").glob("*.lock") if _is_held(path)]
    return [Check("being built elsewhere", CheckStatus.NOTE, name) for name in sorted(held)]


def _is_held(path: Path) -> bool:
    try:
        with FileLock(path, timeout=0):
            return False
    except Timeout:
        return True


def _used(folder: Path) -> int:
    """Bytes of all files below, each folder's listing read once."""
    total = 0
    with os.scandir(folder) as items:
        for item in items:
            if item.is_dir(follow_symlinks=False):
                total += _used(Path(item.path))
            else:
                total += item.stat(follow_symlinks=False).st_size
    return total


def _size(count: int) -> str:
    if count >= 10**9:
        return f"{count / 10**9:.1f} GB"
    return f"{count / 10**6:.1f} MB"


def _age(seconds: float) -> str:
    for unit, length in (("days", 86400), ("hours", 3600), ("minutes", 60)):
        if seconds >= 2 * length:
            return f"{seconds / length:.0f} {unit}"
    return f"{seconds:.0f} seconds"


def _quietly(ask: Callable[[], list[_T]]) -> list[_T]:
    """An empty list when the cache folder cannot be used, which has a check of its own."""
    try:
        return ask()
    except HarnessError:
        return []
