"""The rules of dependency between modules; see ARCHITECTURE.md."""

from __future__ import annotations

import ast
from pathlib import Path

import harness
from harness.runtimes import RUNTIMES

ROOT = Path(harness.__file__).parent
PURE = {"normalize", "facets", "judge", "signature", "timing", "observe", "expect", "compare"}
PURE |= {"rejudge"}
EDGES = {"corpus", "header", "runtimes", "engines", "record", "cache", "reports", "scratch"}
EDGES |= {"expectations", "history"}
PURE |= {"imports", "survey"}
EDGES |= {"installed", "journal", "sources"}
EDGES |= {"serve"}
BASE = {"model", "errors"}


def imports_of(path: Path) -> set[str]:
    """The first part below `harness` of every module of ours that a file imports."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("harness"):
            below = node.module.split(".")[1:]
            found |= {below[0]} if below else {alias.name for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {a.name.split(".")[1] for a in node.names if a.name.startswith("harness.")}
    return found


def files_of(name: str) -> list[Path]:
    folder = ROOT / name
    return sorted(folder.rglob("*.py")) if folder.is_dir() else [ROOT / f"{name}.py"]


def test_model_and_errors_import_nothing_of_ours() -> None:
    assert {name: imports_of(ROOT / f"{name}.py") for name in BASE} == {
        name: set() for name in BASE
    }


def test_pure_modules_import_only_the_model_and_one_another() -> None:
    for name in PURE:
        assert imports_of(ROOT / f"{name}.py") <= BASE | PURE, name


def test_pure_modules_do_no_input_or_output() -> None:
    forbidden = {"os", "subprocess", "pathlib", "socket", "tempfile", "time", "random"}
    for name in PURE:
        tree = ast.parse((ROOT / f"{name}.py").read_text(encoding="utf-8"))
        used = {
            alias.name.split(".")[0]
            for node in ast.walk(tree)
            if isinstance(node, ast.Import)
            for alias in node.names
        } | {
            node.module.split(".")[0]
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom) and node.module
        }
        assert not used & forbidden, name


def test_edges_do_not_know_one_another() -> None:
    allowed = {"corpus": {"header"}, "header": set(), "serve": {"history"}}
    for edge in EDGES:
        for path in files_of(edge):
            known = imports_of(path) & EDGES - {edge} - allowed.get(edge, set())
            assert not known, f"{path.name} imports {known}"


def test_only_execute_starts_processes() -> None:
    for path in ROOT.rglob("*.py"):
        if path.name in ("execute.py", "wasmtime_worker.py", "sitecustomize.py"):
            continue
        text = path.read_text(encoding="utf-8")
        assert "import subprocess" not in text, path
        assert "os.fork" not in text, path
        assert "os.system" not in text, path


def test_only_the_command_prints_and_exits() -> None:
    for path in ROOT.rglob("*.py"):
        if path.parent.name == "cli" or path.name == "wasmtime_worker.py":
            continue
        calls = {
            ast.unparse(node.func)
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Call)
        }
        assert not calls & {"print", "sys.exit", "click.echo"}, path


def test_a_runtimes_name_stands_in_its_own_file_alone() -> None:
    for name in set(RUNTIMES) - {"native"}:
        for path in ROOT.rglob("*.py"):
            if path.parent.name == "runtimes" or path.name == "doctor.py":
                continue
            constants = {
                node.value
                for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
                if isinstance(node, ast.Constant) and isinstance(node.value, str)
            }
            assert name not in constants, path
