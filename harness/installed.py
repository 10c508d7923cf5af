"""The packages that are installed in folders, and what of them is compiled."""

from __future__ import annotations

import json
import os
import re
import sys
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from importlib.metadata import Distribution as Metadata
from importlib.metadata import distributions
from pathlib import Path, PurePosixPath

from harness.errors import HarnessError
from harness.imports import Distribution, Packages
from harness.model import ToolRunner

_NATIVE = re.compile(r"\.(so|pyd|dylib)(\.[\d.]+)?$")
# What an importer takes: a name with an interpreter's tag, or without one, but no library's.
_MODULE = re.compile(
    r"(?!_?lib)\w+\.so|\w+\.(cpython-[\w-]+|abi3|cp\d+-[\w-]+)\.so|\w+(\.[\w-]+)?\.pyd"
)
_PROBE_S = 30.0
_PROBE = """
import json, sys, sysconfig
own = {sysconfig.get_path("stdlib"), sysconfig.get_path("platstdlib")}
own |= {path + "/lib-dynload" for path in own}
print("\\n" + json.dumps([p for p in sys.path[1:] if p not in own and not p.endswith(".zip")]))
"""
_REQUIREMENT = re.compile(r"\s*([A-Za-z0-9][A-Za-z0-9._-]*)")


def folders_of(python: str, *, tools: ToolRunner) -> list[str]:
    """Where an interpreter, or that of a virtual environment's folder, has its packages.

    HarnessError when it does not run.
    """
    path = Path(python)
    program = next(
        (p for p in (path / "bin/python", path / "Scripts/python.exe") if p.exists()), path
    )
    if path.is_dir() and program == path:
        raise HarnessError(
            f"--python {python}: this folder is no virtual environment",
            hint="name an interpreter, or the folder of a virtual environment",
        )
    ended = tools([str(program), "-c", _PROBE], timeout_s=_PROBE_S)
    lines = ended.output.strip().splitlines()
    try:
        found = json.loads(lines[-1]) if ended.returncode == 0 else None
    except (ValueError, IndexError):
        found = None
    if not isinstance(found, list):
        said = lines[-1] if lines else f"exit code {ended.returncode}"
        raise HarnessError(
            f"--python {python}: it does not run: {said}",
            hint="name an interpreter, or the folder of a virtual environment",
        )
    return [str(folder) for folder in found]


def default_folders() -> list[str]:
    """Where packages are looked for by default: an active virtual environment's, else ours."""
    active = os.environ.get("VIRTUAL_ENV")
    if active and Path(active).resolve() != Path(sys.prefix).resolve():
        found = sorted(Path(active).glob("lib/python3.*/site-packages"))
        if found:
            return [str(folder) for folder in found]
    return [
        folder for folder in sys.path if Path(folder).name in ("site-packages", "dist-packages")
    ]


def installed(folders: Sequence[str], wanted: Collection[str]) -> Packages:
    """The packages in these folders. Those of the top-level modules `wanted` that no package's
    metadata tells of are looked for as files."""
    tops: dict[str, list[Distribution]] = defaultdict(list)
    by_name: dict[str, Distribution] = {}
    for metadata in distributions(path=list(folders)):
        name = metadata.metadata["Name"]
        if not name or normalised(name) in by_name:  # what an earlier folder has hides this
            continue
        package, its = _package(name, metadata)
        by_name[normalised(name)] = package
        for top in its:
            tops[top].append(package)
    for top in wanted:
        if top not in tops:
            tops[top] += _loose(top, folders)
    return Packages({top: tuple(its) for top, its in tops.items() if its}, by_name)


def normalised(name: str) -> str:
    """A package's name as all ways of writing it have in common."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _package(name: str, metadata: Metadata) -> tuple[Distribution, set[str]]:
    """A package by its metadata, and the top-level modules that it brings."""
    listed = metadata.files
    told = set((metadata.read_text("top_level.txt") or "").split())
    if listed is None:  # as in a system's own packages: its files are where its modules are
        files = list(_below(Path(str(metadata.locate_file(""))), told))
    else:
        files = [PurePosixPath(str(file)) for file in listed]
    tops = {top for top in {*_tops(files), *told} if top.isidentifier()}
    outside = (".dist-info", ".egg-info", "..")
    modules = [file for file in files if not file.parts[0].endswith(outside)]
    compiled, libraries = _native(files)
    known = any(file.suffix == ".py" for file in modules) or compiled
    package = Distribution(
        name,
        metadata.version,
        compiled if known else None,
        tuple(_requirements(metadata.requires or ())),
        frozenset(_inside(modules)),
        libraries,
    )
    return package, tops


def _below(folder: Path, tops: Iterable[str]) -> Iterator[PurePosixPath]:
    for top in tops:
        for path in (folder / top, *folder.glob(f"{top}.*")):
            found = path.rglob("*") if path.is_dir() else [path] if path.is_file() else []
            yield from (PurePosixPath(file.relative_to(folder).as_posix()) for file in found)


def _tops(files: Iterable[PurePosixPath]) -> Iterator[str]:
    for file in files:
        first = file.parts[0] if file.parts else ""
        if len(file.parts) > 1:
            yield first
        elif file.suffix == ".py" or _MODULE.fullmatch(file.name):
            yield first.partition(".")[0]


def _inside(files: Iterable[PurePosixPath]) -> Iterator[str]:
    """Modules two names deep, as `google.protobuf`."""
    for file in files:
        if len(file.parts) > 1:
            yield f"{file.parts[0]}.{file.parts[1].partition('.')[0]}"


def _requirements(texts: Iterable[str]) -> Iterator[str]:
    """The names of what is required in any case, not for an extra."""
    for text in texts:
        requirement, _, marker = text.partition(";")
        match = _REQUIREMENT.match(requirement)
        if match and "extra" not in marker:
            yield normalised(match[1])


def _loose(top: str, folders: Iterable[str]) -> Iterator[Distribution]:
    """A module that lies in a folder without any metadata."""
    for folder in map(Path, folders):
        files = list(_below(folder, [top]))
        compiled, libraries = _native(files)
        if compiled or any(file.suffix == ".py" for file in files):
            yield Distribution(top, compiled=compiled, libraries=libraries)
            return


def _native(files: Iterable[PurePosixPath]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The compiled modules among the files, and the native libraries that are none."""
    native = sorted((file for file in files if _NATIVE.search(file.name)), key=str)
    modules = [file for file in native if _MODULE.fullmatch(file.name)]
    others = (file for file in native if file not in modules)
    return tuple(map(str, modules)), tuple(map(str, others))
