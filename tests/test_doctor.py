"""The doctor: what it says of a machine with everything, and of one with nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from filelock import FileLock

from harness import doctor
from harness.cache import Cache
from harness.doctor import Check, CheckStatus
from harness.model import ToolResult

RUSTC = "rustc 1.95.0\nhost: x86_64-unknown-linux-gnu\nrelease: 1.95.0\n"


class Machine:
    """Answers by a command's first words; all else is not installed."""

    def __init__(self, answers: dict[str, str]) -> None:
        self.answers = answers

    def __call__(self, argv, **_) -> ToolResult:
        command = " ".join([Path(argv[0]).name, *argv[1:]])
        for words, output in self.answers.items():
            if command.startswith(words):
                return ToolResult(0, output)
        return ToolResult(127, "No such file")


def everything(tmp_path: Path) -> Machine:
    library = tmp_path / "library"
    library.mkdir()
    (library / "libstd-1.rlib").touch()
    return Machine(
        {
            "rustc -vV": RUSTC,
            "rustc --print sysroot": f"{tmp_path}\n",
            "rustc --print target-libdir": f"{library}\n",
            "cargo": "cargo 1.95.0",
            "cc": "cc 12",
            "cmake": "cmake 3.25",
        }
    )


@pytest.fixture(autouse=True)
def no_python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PATH", "PYENV_ROOT", "UV_PYTHON_INSTALL_DIR"):
        monkeypatch.setenv(name, str(tmp_path / name))
    monkeypatch.delenv("HARNESS_CPYTHON_3_14", raising=False)
    host = tmp_path / "rust-host/versions/0.6.0"
    host.mkdir(parents=True)
    (host / "Cargo.toml").touch()
    monkeypatch.setenv("HARNESS_RUST_HOST", str(tmp_path / "rust-host"))


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


def examine(machine: Machine, cache: Cache) -> dict[str, Check]:
    checks = doctor.examine(tools=machine, cache=cache)
    return {check.name: check for check in reversed(checks)}


def test_a_machine_with_everything(tmp_path: Path, cache: Cache) -> None:
    found = examine(everything(tmp_path), cache)
    for name in ("Python", "machine", "rustc", "cargo", "C compiler", "cmake", "wasmtime"):
        assert found[name].status is CheckStatus.OK, found[name]
    assert found["target wasm32-wasip1"].detail == "part of the toolchain"
    assert "1.95.0 (x86_64" in found["rustc"].detail


def test_a_machine_with_nothing_has_a_fix_for_each(cache: Cache) -> None:
    found = examine(Machine({}), cache)
    missing = {name: check for name, check in found.items() if check.status is CheckStatus.MISSING}
    assert set(missing) == {"rustc", "C compiler"}
    assert all(check.fix for check in missing.values())
    assert found["CPython 3.14"].fix == "harness build"
    assert found["ways to install CPython"].fix == "pip install uv"


def test_an_old_compiler(tmp_path: Path, cache: Cache) -> None:
    machine = everything(tmp_path)
    machine.answers["rustc -vV"] = "host: x\nrelease: 1.80.0\n"
    check = examine(machine, cache)["rustc"]
    assert (check.status, check.fix) == (CheckStatus.PROBLEM, "rustup update stable")


def test_the_wasm_target_that_could_not_be_had(tmp_path: Path, cache: Cache) -> None:
    machine = everything(tmp_path)
    shutil.rmtree(tmp_path / "library")
    check = examine(machine, cache)["target wasm32-wasip1"]
    assert (check.status, check.fix) == (CheckStatus.NOTE, "rustup target add wasm32-wasip1")
    (cache.folder("logs") / "wasm-target-failures.txt").write_text("rustup: no\nDebian: no\n")
    check = examine(machine, cache)["target wasm32-wasip1"]
    assert (check.status, check.detail) == (CheckStatus.MISSING, "rustup: no; Debian: no")


def test_a_python_that_is_passed_over_says_why(tmp_path: Path, cache: Cache) -> None:
    shim = tmp_path / "PATH/python3.14"
    shim.parent.mkdir()
    shim.touch(mode=0o755)
    machine = everything(tmp_path)
    machine.answers["python3.14"] = "pyenv: no such command"
    details = [check.detail for check in doctor.examine(tools=machine, cache=cache)]
    assert f"passed over {shim}: does not run: pyenv: no such command" in details


def test_hosts_built_and_not(tmp_path: Path, cache: Cache) -> None:
    info = {"python": "3.14.0", "sha256": "0", "size_bytes": 30_500_000, "build_seconds": 331.2}
    key = {"version": "0.6.0", "target": "native", "profile": "default", "sources": "x"}

    def build(folder: Path) -> dict[str, object]:
        (folder / "rustpython-host").touch()
        return info

    cache.get_or_build("host", key, build, progress=lambda *_, **__: None)
    found = examine(everything(tmp_path), cache)
    built = found["host 0.6.0 native"]
    assert built.status is CheckStatus.OK
    assert built.detail.startswith("30.5 MB, claims Python 3.14, built in 331 s, ")
    assert found["host 0.6.0 wasm32-wasip1"].detail == "not built yet"


def test_the_cache_folder(tmp_path: Path, cache: Cache) -> None:
    (cache.folder("logs") / "a").write_bytes(bytes(2_000_000))
    check = examine(Machine({}), cache)["cache folder"]
    assert str(cache.root) in check.detail
    assert "2.0 MB" in check.detail


def test_a_cache_folder_that_cannot_be_used(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    check = examine(everything(tmp_path), Cache(tmp_path / "file"))["cache folder"]
    assert check.status is CheckStatus.PROBLEM
    assert "HARNESS_CACHE" in (check.fix or "")


def test_a_disk_that_is_nearly_full(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage("/")._replace(free=10**9)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    check = examine(Machine({}), cache)["cache folder"]
    assert check.status is CheckStatus.NOTE
    assert "free 4 GB" in (check.fix or "")


def test_what_another_process_is_building(cache: Cache) -> None:
    with FileLock(cache.folder("locks") / "host-0123.lock"):
        found = examine(Machine({}), cache)
    assert found["being built elsewhere"].detail == "host-0123"


def test_nothing_is_built_or_installed(tmp_path: Path, cache: Cache) -> None:
    ran = []
    machine = everything(tmp_path)

    def tools(argv, **options) -> ToolResult:
        ran.append(argv[1:2])
        return machine(argv, **options)

    doctor.examine(tools=tools, cache=cache)
    assert not {"build", "install", "update", "target", "fetch"} & {a[0] for a in ran if a}
