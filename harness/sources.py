"""Python sources below paths, what lies beside each, and what an oracle reads in them."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from glob import glob
from pathlib import Path
from typing import Any

from harness.errors import ExitCode, HarnessError
from harness.imports import Beside
from harness.model import ToolRunner

_SCANNER = Path(__file__).with_name("scanner.py")
_COMPILED = (".so", ".pyd", ".dylib")
_IGNORED = {"__pycache__", "node_modules", "site-packages", "venv"}
_SCAN_S = 300.0


def sources(paths: Sequence[str]) -> dict[Path, Path]:
    """The Python files at or below the paths (files, folders, globs), each with its root folder.

    Raises HarnessError for a path that is not there, and when there is no file.
    """
    found: dict[Path, Path] = {}
    for path in _places(paths):
        root = path if path.is_dir() else path.parent
        for file in _files(path):
            found.setdefault(file, root)
    if not found:
        raise HarnessError(
            f"no Python file in {', '.join(paths)}",
            hint="name scripts, or folders with files that end in .py",
            code=ExitCode.NO_CASES,
        )
    return found


def _places(paths: Sequence[str]) -> Iterator[Path]:
    for text in paths:
        if text and os.path.lexists(text):
            yield Path(text)
            continue
        matched = sorted(glob(text, recursive=True))
        if not matched and any(char in text for char in "*?["):
            raise HarnessError(
                f"{text!r} matches nothing", hint="name scripts or folders", code=ExitCode.NO_CASES
            )
        if not matched:
            raise HarnessError(f"no such path: {text!r}", hint="name scripts or folders")
        yield from map(Path, matched)


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        try:
            path.open("rb").close()
        except OSError as error:
            raise HarnessError(f"cannot read {path}: {error.strerror}") from error
        yield path
        return
    for folder, folders, names in os.walk(path, onerror=_refused):
        folders[:] = sorted(n for n in folders if n not in _IGNORED and not n.startswith("."))
        wanted = (name for name in sorted(names) if name.endswith(".py") and name[0] != ".")
        yield from (Path(folder, name) for name in wanted)


def _refused(error: OSError) -> None:
    raise HarnessError(f"cannot read {error.filename}: {error.strerror}") from error


def beside(files: Mapping[Path, Path]) -> dict[Path, Beside]:
    """For each file, which is given with its root folder, the top-level modules that lie beside
    it or in the root: what an interpreter that runs it, or a script of the root, finds first.

    A file in a package is taken for a part of it: what lies beside the package counts.
    """
    tops = {
        folder: _above_package(folder)
        for file, root in files.items()
        for folder in (file.parent, root)
    }
    inside = {folder: _modules_in(folder) for folder in set(tops.values())}
    return {
        file: inside[tops[file.parent]].over(inside[tops[root]]) for file, root in files.items()
    }


def _above_package(folder: Path) -> Path:
    """The first folder, from this one upwards, that is no package."""
    folder = folder.absolute()
    while (folder / "__init__.py").is_file():
        folder = folder.parent
    return folder


def _modules_in(folder: Path) -> Beside:
    modules, namespaces, compiled = set(), set(), {}
    for entry in sorted(folder.iterdir()):
        if entry.suffix == ".py" or (entry / "__init__.py").is_file():
            modules.add(entry.stem)
        elif entry.name.endswith(_COMPILED):
            compiled[entry.name.partition(".")[0]] = entry.name
        elif entry.name.isidentifier() and entry.is_dir() and any(entry.rglob("*.py")):
            namespaces.add(entry.name)
    found = {name: file for name, file in compiled.items() if name not in modules}
    return Beside(frozenset(modules), found, frozenset(namespaces))


def scan(
    python: Path, files: Sequence[Path], *, tools: ToolRunner
) -> tuple[list[dict[str, Any]], list[str]]:
    """What `scanner` says of each file when this CPython runs it, and the names of the modules of
    that CPython's standard library. Nothing of the files is run."""
    with tempfile.TemporaryDirectory(prefix="harness-imports-") as folder:
        request, answer = Path(folder, "request.json"), Path(folder, "answer.json")
        request.write_text(json.dumps([str(file) for file in files]), encoding="utf-8")
        command = [str(python), "-I", "-S", str(_SCANNER), str(request), str(answer)]
        ended = tools(command, timeout_s=_SCAN_S)
        if ended.returncode or not answer.is_file():
            said = (ended.output.strip().splitlines() or [f"exit code {ended.returncode}"])[-1]
            raise HarnessError(
                f"{python} could not read the sources: {said}", code=ExitCode.INCOMPLETE
            )
        data = json.loads(answer.read_text(encoding="utf-8"))
    return data["files"], data["standard"]
