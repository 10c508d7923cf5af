"""Engines: what it takes to find or build a Python implementation at a version.

Each takes a column and the target that the column's runtime executes, and gives an artefact.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from harness.engines import cpython, rustpython
from harness.engines.checkout import Checkout
from harness.engines.profiles import Catalogue
from harness.errors import HarnessError
from harness.model import (
    DEFAULT_PROFILE,
    NATIVE,
    Artefact,
    ArtefactStore,
    ColumnId,
    Progress,
    ToolRunner,
)


class Provide(Protocol):
    """Finds or builds the artefact of a column; HarnessError when it cannot be had.

    `describe` runs a host's `info --json` in the column's runtime; None runs it as a process.
    `checkout` has the sources of a version that is not a published one.
    """

    def __call__(
        self,
        column: ColumnId,
        target: str,
        *,
        tools: ToolRunner,
        store: ArtefactStore,
        progress: Progress,
        describe: Callable[[Path], str] | None = None,
        checkout: Checkout | None = None,
        catalogue: Catalogue | None = None,
    ) -> Artefact: ...


def _cpython(
    column: ColumnId,
    target: str,
    *,
    tools: ToolRunner,
    store: ArtefactStore,
    progress: Progress,
    describe: Callable[[Path], str] | None = None,
    checkout: Checkout | None = None,
    catalogue: Catalogue | None = None,
) -> Artefact:
    if target != NATIVE or column.profile != DEFAULT_PROFILE:
        raise HarnessError(f"{column}: CPython is found as it is, for {NATIVE} only")
    return cpython.find_cpython(column.version, tools=tools, store=store, progress=progress)


def _rustpython(
    column: ColumnId,
    target: str,
    *,
    tools: ToolRunner,
    store: ArtefactStore,
    progress: Progress,
    describe: Callable[[Path], str] | None = None,
    checkout: Checkout | None = None,
    catalogue: Catalogue | None = None,
) -> Artefact:
    return rustpython.build_host(
        column.version,
        target=target,
        profile=column.profile,
        checkout=checkout,
        catalogue=catalogue,
        tools=tools,
        store=store,
        progress=progress,
        describe=describe,
    )


ENGINES: Mapping[str, Provide] = {"cpython": _cpython, "rustpython": _rustpython}
