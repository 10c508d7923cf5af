"""Finding Python files, what lies beside them, and having an oracle read them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from harness.errors import ExitCode, HarnessError
from harness.execute import run_tool
from harness.imports import Beside
from harness.model import ToolResult
from harness.sources import beside, scan, sources


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in (
        *("main.py", "pkg/__init__.py", "pkg/a.py", "loose/deep/x.py", "data/x.txt", "script"),
        *("fast.cpython-314-x86_64-linux-gnu.so", "pkg/a.so", "venv/lib.py", ".hidden/x.py"),
        *("node_modules/x.py", "__pycache__/x.py", ".#main.py", "not-a-name/x.py"),
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("import json\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        (["."], "loose/deep/x.py main.py not-a-name/x.py pkg/__init__.py pkg/a.py"),
        (["pkg"], "pkg/__init__.py pkg/a.py"),
        (["script"], "script"),
        (["main.py", "main.py", "pkg/*.py"], "main.py pkg/__init__.py pkg/a.py"),
        (["**/x.py"], "loose/deep/x.py node_modules/x.py not-a-name/x.py __pycache__/x.py"),
    ],
)
def test_files(paths: list[str], found: str, folder: Path) -> None:
    assert {str(path) for path in sources(paths)} == set(found.split())


@pytest.mark.parametrize(
    ("path", "said", "code"),
    [
        ("nowhere", "no such path: 'nowhere'", ExitCode.USAGE),
        ("", "no such path: ''", ExitCode.USAGE),
        ("pkg/*.txt", "'pkg/*.txt' matches nothing", ExitCode.NO_CASES),
        ("data", "no Python file in data", ExitCode.NO_CASES),
        ("dangling.py", "cannot read dangling.py: No such file", ExitCode.USAGE),
    ],
)
def test_bad_paths(path: str, said: str, code: ExitCode, folder: Path) -> None:
    (folder / "dangling.py").symlink_to("nothing")
    with pytest.raises(HarnessError) as caught:
        sources([path])
    assert caught.value.message.startswith(said)
    assert caught.value.code is code


def test_what_lies_beside(folder: Path) -> None:
    found = beside({Path("main.py"): Path("."), Path("pkg/a.py"): Path(".")})
    fast = {"fast": "fast.cpython-314-x86_64-linux-gnu.so"}
    namespaces = {"loose", "venv", "node_modules", "__pycache__"}
    top = Beside(frozenset({"main", "pkg", ".#main"}), fast, frozenset(namespaces))
    assert found[Path("main.py")] == top
    assert found[Path("pkg/a.py")] == top  # it is a part of the package


def test_what_lies_beside_a_script_in_a_folder_below(folder: Path) -> None:
    (folder / "not-a-name/x.so").touch()
    (folder / "not-a-name/y.so").touch()
    (found,) = beside({Path("not-a-name/x.py"): Path(".")}).values()
    assert {"x", "main", "pkg"} <= found.modules
    assert found.compiled.keys() == {"y", "fast"}  # x.py is found before x.so


def test_a_root_that_is_a_package_itself(folder: Path) -> None:
    (found,) = beside({Path("pkg/a.py"): Path("pkg")}).values()
    assert "pkg" in found.modules
    assert "a" not in found.modules


def test_an_oracle_reads(folder: Path) -> None:
    (folder / "bad.py").write_text("x = 1\nimport a b\n")
    files = [Path("main.py"), Path("bad.py"), Path("gone.py")]
    said, standard = scan(Path(sys.executable), files, tools=run_tool)
    assert said[0]["imports"][0]["module"] == "json"
    assert said[1] == {"fault": {"line": 2, "message": "invalid syntax"}}
    assert said[2]["fault"]["message"] == "cannot be read: No such file or directory"
    assert set(standard) == set(sys.stdlib_module_names)


def test_nothing_of_a_file_is_run(folder: Path) -> None:
    (folder / "evil.py").write_text("import os\nos.mkdir('ran')\n# coding: x\n")
    scan(Path(sys.executable), [folder / "evil.py"], tools=run_tool)
    assert not (folder / "ran").exists()


def test_an_oracle_that_does_not_read() -> None:
    def broken(argv: object, **options: object) -> ToolResult:
        return ToolResult(-11, "started\nSegmentation fault")

    with pytest.raises(
        HarnessError, match="/py could not read the sources: Segmentation"
    ) as caught:
        scan(Path("/py"), [], tools=broken)
    assert caught.value.code is ExitCode.INCOMPLETE
