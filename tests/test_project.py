"""The project file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from harness.errors import HarnessError
from harness.project import Project, find_project, read_project

WHOLE = """\
paths: [scripts/, one.py]
columns:
  default: [rustpython@0.6.0]
  old: rustpython@0.5.0
engines: ["rustpython@main=path:../RustPython"]
profiles: [profiles.yaml]
expectations: expected/
limits: {timeout: 2.5, memory: 512}
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "harness.yaml"
    path.write_text(text)
    return path


def test_a_whole_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = written(tmp_path, WHOLE)
    assert read_project(path) == Project(
        path=path,
        paths=("scripts", "one.py"),
        columns={"default": ("rustpython@0.6.0",), "old": ("rustpython@0.5.0",)},
        engines=("rustpython@main=path:../RustPython",),
        profiles=(Path("profiles.yaml"),),
        expectations=Path("expected"),
        timeout_s=2.5,
        memory_mib=512,
    )


def test_the_nearest_file_counts_and_its_paths_are_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    written(tmp_path, "paths: [x.py]\n")
    monkeypatch.chdir(below)
    assert find_project(below).paths == (os.path.join("..", "..", "x.py"),)
    written(tmp_path / "a", "paths: [y.py]\n")
    assert find_project(below).paths == (os.path.join("..", "y.py"),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("rustpython@main=path:../RustPython", "rustpython@main=path:../../../RustPython"),
        ("old=git:sources#v0.5.0", "old=git:../../sources#v0.5.0"),
        ("main=path:/sources", "main=path:/sources"),
        ("main=path:~/sources", "main=path:~/sources"),
        ("nonsense", "nonsense"),
    ],
)
def test_a_checkout_is_where_the_file_says(
    text: str, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    written(tmp_path, f"engines: ['{text}']\n")
    assert find_project(below).engines == (expected,)


def test_without_a_file_the_project_is_empty(tmp_path: Path) -> None:
    assert find_project(tmp_path) == Project()
    assert read_project(written(tmp_path, "")).paths == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("paths: [a]\npath: [b]\n", r"harness\.yaml:2: unknown key 'path'"),
        ("paths: {a: 1}\n", r"harness\.yaml:1: paths is a list of texts"),
        ("paths: [1]\n", r"harness\.yaml:1: paths is a list of texts"),
        ("columns: [a]\n", r"harness\.yaml:1: columns has names and values"),
        ("\ncolumns: {a: 3}\n", r"harness\.yaml:2: columns is a list of texts"),
        ("limits: {time: 3}\n", r"harness\.yaml:1: unknown limit 'time'"),
        ("limits: {timeout: -3}\n", r"harness\.yaml:1: timeout is a number above 0, not -3"),
        ("limits: {memory: true}\n", r"harness\.yaml:1: memory is a number above 0, not True"),
        ("expectations: [a]\n", r"harness\.yaml:1: expectations is the path of a folder"),
        ("- a\n", r"harness\.yaml:1: expected keys and values"),
        ("paths: [a\nb: c\n", r"harness\.yaml:2: not YAML"),
        ("a: \x01\n", r"harness\.yaml: not YAML"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(HarnessError, match=message):
        read_project(written(tmp_path, text))


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(HarnessError, match=r"cannot read .*none\.yaml: No such file"):
        read_project(tmp_path / "none.yaml")
    (tmp_path / "harness.yaml").write_bytes(b"paths: [\xff]\n")
    with pytest.raises(HarnessError, match="not UTF-8"):
        read_project(tmp_path / "harness.yaml")
