"""The project file `harness.yaml`: what a project would otherwise type every time.

    paths: [scripts/]                # what `harness run` runs when no PATH is given
    columns:                         # named sets for --columns; `default` is used without it
      default: [rustpython@0.6.0, rustpython@0.6.0/wasmtime]
      old: [rustpython@0.5.0]
    engines: ["rustpython@main=path:../RustPython"]   # as --engine
    profiles: [profiles.yaml]        # files with profiles of one's own
    expectations: expectations/      # one file for each column
    limits: {timeout: 20, memory: 2048}               # seconds, MiB

Paths are relative to the file's own folder.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from harness.errors import HarnessError

NAME = "harness.yaml"
_KEYS = ("paths", "columns", "engines", "profiles", "expectations", "limits")
_LIMITS = ("timeout", "memory")


@dataclass(frozen=True)
class Project:
    """What a project file says; empty where it says nothing. `path` is None without a file."""

    path: Path | None = None
    paths: tuple[str, ...] = ()
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    engines: tuple[str, ...] = ()
    profiles: tuple[Path, ...] = ()
    expectations: Path | None = None
    timeout_s: float | None = None
    memory_mib: int | None = None


def find_project(folder: Path) -> Project:
    """The project file of `folder` or the nearest one above it, else an empty project."""
    for place in (folder, *folder.parents):
        if (place / NAME).is_file():
            return read_project(place / NAME)
    return Project()


def read_project(path: Path) -> Project:
    """Read a project file; HarnessError names the file, the line and the keys there are."""
    return _Reader(path).project()


class _Reader:
    """One file, with the lines of its keys for errors."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.base = Path(os.path.relpath(path.parent))
        try:
            text = path.read_text(encoding="utf-8")
            node = yaml.compose(text, Loader=yaml.SafeLoader)
            self.data = yaml.safe_load(text) or {}
        except OSError as error:
            raise HarnessError(f"cannot read {path}: {error.strerror}") from error
        except UnicodeDecodeError as error:
            raise HarnessError(f"{path}: it is not UTF-8 text") from error
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            raise HarnessError(f"{path}:{line}: not YAML: {error.problem}") from error
        except yaml.YAMLError as error:
            raise HarnessError(f"{path}: not YAML: {error}") from error
        self.lines: dict[str, int] = {}
        if isinstance(node, yaml.MappingNode):
            self.lines = {str(key.value): key.start_mark.line + 1 for key, _ in node.value}
        if not isinstance(self.data, dict):
            raise HarnessError(f"{path}:1: expected keys and values", hint=_known())

    def project(self) -> Project:
        for key in self.data:
            if key not in _KEYS:
                raise self.wrong(str(key), f"unknown key {key!r}")
        sets = self.mapping("columns")
        limits = self.mapping("limits")
        for key in limits:
            if key not in _LIMITS:
                raise self.wrong("limits", f"unknown limit {key!r}", f"limits: {list(_LIMITS)}")
        expectations = self.data.get("expectations")
        if expectations is not None and not isinstance(expectations, str):
            raise self.wrong("expectations", "expectations is the path of a folder")
        return Project(
            path=self.path,
            paths=tuple(str(self.base / name) for name in self.strings("paths")),
            columns={str(name): self.texts("columns", sets[name]) for name in sets},
            engines=tuple(map(self.source, self.strings("engines"))),
            profiles=tuple(self.base / name for name in self.strings("profiles")),
            expectations=self.base / expectations if expectations else None,
            timeout_s=self.number("timeout", limits.get("timeout")),
            memory_mib=_whole(self.number("memory", limits.get("memory"))),
        )

    def strings(self, key: str) -> tuple[str, ...]:
        return self.texts(key, self.data.get(key) or [])

    def texts(self, key: str, value: object) -> tuple[str, ...]:
        if isinstance(value, str):
            return (value,)
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.wrong(key, f"{key} is a list of texts")
        return tuple(value)

    def source(self, text: str) -> str:
        """An engine's text, its folder taken from the file's own."""
        match = re.fullmatch(r"(.*?=(?:path|git):)([^/~].*)", text)
        return f"{match[1]}{self.base / match[2]}" if match else text

    def mapping(self, key: str) -> dict[str, Any]:
        value = self.data.get(key) or {}
        if not isinstance(value, dict):
            raise self.wrong(key, f"{key} has names and values")
        return value

    def number(self, name: str, value: object) -> float | None:
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, (int, float)) or value <= 0:
            raise self.wrong("limits", f"{name} is a number above 0, not {value!r}")
        return float(value)

    def wrong(self, key: str, what: str, hint: str | None = None) -> HarnessError:
        return HarnessError(f"{self.path}:{self.lines.get(key, 1)}: {what}", hint=hint or _known())


def _whole(value: float | None) -> int | None:
    return None if value is None else int(value)


def _known() -> str:
    return "keys: " + ", ".join(_KEYS)
