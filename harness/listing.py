"""Which columns can be named on this machine, and which are ready; nothing is built or fetched.

Like `columns` it puts engines and runtimes together.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Mapping, Sequence, Set
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from harness import columns
from harness.columns import ORACLE_ENGINE, Workshop
from harness.engines import cpython, rustpython, toolchain
from harness.engines.toolchain import Rustc
from harness.errors import HarnessError
from harness.journal import Journal
from harness.model import (
    NATIVE,
    WASM_TARGET,
    ColumnId,
    StoreEntry,
    ToolResult,
    ToolRunner,
)
from harness.project import Project
from harness.reports.columns import Offer, Offers, State
from harness.runtimes import RUNTIMES

_ENGINE = "rustpython"
# What a version claims that was never built here; one that was says so itself.
_CLAIMS: Mapping[str, str] = {"0.4": "3.12", "0.5": "3.14", "0.6": "3.14"}
# CPythons that are looked for, oldest first.
_MINORS = range(8, 17)
_SCRIPT_S = 600.0


def offers(shop: Workshop, project: Project) -> Offers:
    """Every column: each CPython here, and each version, profile and runtime of RustPython.

    HarnessError when the host's sources are not there.
    """
    here = _Here.look(shop)
    versions = [*rustpython.versions(), *shop.checkouts]
    hosts = [
        _host(ColumnId(_ENGINE, version, profile, runtime), shop, here)
        for version in reversed(versions)
        for runtime in RUNTIMES
        for profile in shop.catalogue.profiles
    ]
    sources = {name: f"{its.source}, {its.version}" for name, its in shop.checkouts.items()}
    claimed = {offer.claims for offer in hosts if offer.claims}
    default = project.columns.get("default")
    return Offers(
        offers=(*hosts, *_cpythons(shop, claimed)),
        default=tuple(
            columns.parse_columns(",".join(default), shop) if default else columns.default_columns()
        ),
        versions={version: sources.get(version, "") for version in reversed(versions)},
        profiles={name: its.description for name, its in shop.catalogue.profiles.items()},
        runtimes={name: runtime.target for name, runtime in RUNTIMES.items()},
        sets=project.columns,
        sets_from=str(project.path) if project.path else None,
    )


def ready(wanted: Sequence[ColumnId], shop: Workshop) -> list[ColumnId]:
    """Those of the columns that can be run without building or installing anything."""
    here = _Here.look(shop)
    hosts = [column for column in wanted if column.engine != ORACLE_ENGINE]
    states = {column: _host(column, shop, here).state for column in hosts}
    return [column for column in wanted if states.get(column, State.READY) is State.READY]


# --------------------------------------------------------------------------- hosts


@dataclass(frozen=True)
class _Here:
    """What of this machine decides whether a host can be built. `sources` are hashes by version;
    `lacking` says, by target, why it cannot."""

    entries: Sequence[StoreEntry]
    sources: Mapping[str, str]
    rustc: Rustc | None
    lacking: Mapping[str, str]

    @classmethod
    def look(cls, shop: Workshop) -> _Here:
        entries = shop.store.entries(rustpython.KIND)
        names = [*rustpython.versions(), *shop.checkouts]
        sources = {name: rustpython.sources_hash(name, shop.checkouts.get(name)) for name in names}
        try:
            rustc = toolchain.find_rustc(shop.tools)
            toolchain.require_new_enough(rustc)
        except HarnessError as error:
            return cls(entries, sources, None, {NATIVE: error.message, WASM_TARGET: error.message})
        return cls(entries, sources, rustc, _no_target(shop, rustc))


def _no_target(shop: Workshop, rustc: Rustc) -> dict[str, str]:
    """Why the wasm target cannot be had, as the last attempt to make it told."""
    failures = toolchain.last_failure(shop.store)
    there = not failures or toolchain.installed(shop.tools) or toolchain.built(rustc, shop.store)
    if there:
        return {}
    return {WASM_TARGET: f"the Rust target cannot be had: {'; '.join(failures)}"}


def _host(column: ColumnId, shop: Workshop, here: _Here) -> Offer:
    target = RUNTIMES[column.runtime].target
    claims = _claimed(column.version, here.entries)
    oracle = ColumnId(ORACLE_ENGINE, claims) if claims else None
    try:
        kept = rustpython.kept_host(
            column.version,
            target=target,
            profile=column.profile,
            checkout=shop.checkouts.get(column.version),
            catalogue=shop.catalogue,
            store=shop.store,
            entries=here.entries,
            sources=here.sources[column.version],
            rustc=here.rustc,
        )
    except HarnessError as error:
        reason = error.message.partition(f" for {target}: ")[2] or error.message
        return Offer(column, State.IMPOSSIBLE, claims, oracle, reason)
    if kept is None:
        lacking = here.lacking.get(target)
        state = State.IMPOSSIBLE if lacking else State.UNBUILT
        return Offer(column, state, claims, oracle, lacking or "")
    claims = kept.artefact.python
    modules = kept.artefact.info.get("modules")
    return Offer(
        column,
        State.READY if kept.current else State.OUTDATED,
        claims,
        ColumnId(ORACLE_ENGINE, claims),
        f"its library has {len(modules)} modules" if modules else "",
        int(kept.artefact.info["size_bytes"]),
        (datetime.now(UTC) - datetime.fromisoformat(kept.created)).total_seconds(),
    )


def _claimed(version: str, entries: Sequence[StoreEntry]) -> str | None:
    """The version of Python that a version of RustPython presents itself as."""
    for entry in entries:
        if entry.key["version"] == version:
            return ".".join(str(entry.info["python"]).split(".")[:2])
    return _CLAIMS.get(".".join(version.split(".")[:2]))


# --------------------------------------------------------------------------- CPythons


def _cpythons(shop: Workshop, claimed: Set[str]) -> list[Offer]:
    """Those that are here, the newest first, and those that a version claims and that are not."""
    minors = [f"3.{minor}" for minor in reversed(_MINORS)]
    tools = _Remembering(shop.tools, Journal(shop.store.folder("cpythons") / "looked-at.jsonl"))
    with ThreadPoolExecutor(len(minors)) as pool:  # each program that is found is really run
        looked = pool.map(lambda v: cpython.survey(v, tools=tools, store=shop.store), minors)
        found = dict(zip(minors, looked, strict=True))
    return [
        _cpython(minor, candidates)
        for minor, candidates in found.items()
        if candidates or minor in claimed
    ]


@dataclass(frozen=True)
class _Remembering:
    """A tool runner that knows what a program said before, while its file is the same.

    A script (a shim, which may lead to another interpreter tomorrow) is believed for minutes.
    """

    tools: ToolRunner
    journal: Journal

    def __call__(self, argv: Sequence[str], **options: Any) -> ToolResult:
        try:
            key, lasting = _identity(argv)
        except OSError:  # there is no such program, as the runner will say
            return self.tools(argv, **options)
        known = self.journal.get(key)
        now = time.time()
        if known is not None and (lasting or 0 <= now - known["at"] < _SCRIPT_S):
            return ToolResult(known["status"], known["output"])
        ended = self.tools(argv, **options)
        if ended.returncode == 0 or not lasting:
            said = {"status": ended.returncode, "output": ended.output, "at": now}
            self.journal.add(key, said)
        return ended


def _identity(argv: Sequence[str]) -> tuple[str, bool]:
    """A key that changes with the program's file, and whether that alone decides what it says."""
    path = Path(argv[0]).resolve()
    stat = path.stat()
    with path.open("rb") as file:
        script = file.read(2) == b"#!"
    pyenv = sorted(item for item in os.environ.items() if item[0].startswith("PYENV"))
    around = [os.getcwd(), pyenv] if script else []
    parts = [*argv, str(path), stat.st_size, stat.st_mtime_ns, around]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest(), not script


def _cpython(minor: str, candidates: Sequence[cpython.Candidate]) -> Offer:
    column = ColumnId(ORACLE_ENGINE, minor)
    chosen = next((candidate for candidate in candidates if candidate.reason is None), None)
    if chosen:
        place = f"{chosen.version} at {chosen.path} ({chosen.source})"
        return Offer(column, State.READY, minor, column, place)
    if not candidates:
        detail = "installed when it is needed, by uv or apt; failing that the nearest judges"
        return Offer(column, State.UNBUILT, minor, column, detail)
    reasons = "; ".join(f"{candidate.path} {candidate.reason}" for candidate in candidates)
    return Offer(column, State.IMPOSSIBLE, minor, column, reasons)
