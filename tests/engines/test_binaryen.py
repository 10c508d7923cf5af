"""wasm-opt: where it comes from, and how it fails."""

from __future__ import annotations

from pathlib import Path

import pytest

from harness.engines import binaryen
from harness.errors import HarnessError
from harness.model import ToolResult


@pytest.fixture(autouse=True)
def nothing_on_the_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)


def find(tools, store, said):
    return binaryen.find(tools=tools, store=store, progress=said)


def test_from_the_path(tools, store, said, monkeypatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: f"/bin/{name}")
    tools.on("wasm-opt --version", "wasm-opt version 120 (version_120)")
    found = find(tools, store, said)
    assert (found.version, found.command) == ("wasm-opt 120", ("/bin/wasm-opt",))


def test_from_debian_with_its_own_loader_and_libraries(apt, store, said) -> None:
    def unpack(argv, **_):
        root = Path(argv[3]) / "usr"
        for name in ("bin/wasm-opt", "lib/x/libbinaryen.so", "lib64/ld-linux-x86-64.so.2", "doc/a"):
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).touch()
        return ToolResult(0, "")

    apt.on("dpkg-deb -x", unpack)
    apt.on("ld-linux-x86-64.so.2", "wasm-opt version 131")
    found = find(apt, store, said)
    assert found.version == "wasm-opt 131"
    loader, option, libraries, program = found.command
    assert Path(loader).name == "ld-linux-x86-64.so.2"
    assert (option, Path(libraries).name) == ("--library-path", "x")
    assert program.endswith("/root/usr/bin/wasm-opt")
    assert not list(store.root.rglob("doc"))
    assert find(apt, store, said) == found
    assert len(apt.ran("dpkg-deb -x")) == 1


def test_without_any_it_says_why(tools, store, said) -> None:
    tools.on("apt-get", "", status=127)
    found = find(tools, store, said)
    assert found.path is None
    assert found.reason == (
        "wasm-opt is not on the path; from Debian: apt-get is not on this machine"
    )


def test_one_that_does_not_run_is_as_good_as_none(tools, store, said, monkeypatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: f"/bin/{name}")
    tools.on("wasm-opt", "no such library", status=127)
    found = find(tools, store, said)
    assert (found.path, found.reason) == (None, "/bin/wasm-opt does not run: no such library")


def test_the_module_is_replaced(tools, tmp_path: Path) -> None:
    def optimise(argv, **_):
        Path(argv[-1]).write_bytes(b"small")
        return ToolResult(0, "")

    tools.on("wasm-opt", optimise)
    module = tmp_path / "host.wasm"
    module.write_bytes(b"large module")
    there = binaryen.WasmOpt("wasm-opt 131", Path("/bin/wasm-opt"))
    binaryen.optimise(there, module, ["-Oz"], tools=tools, log=tmp_path / "log")
    assert module.read_bytes() == b"small"
    assert [path.name for path in tmp_path.iterdir()] == ["host.wasm"]
    (command,) = tools.ran("wasm-opt")
    assert command[1] == "-Oz"
    assert "--enable-bulk-memory" in command


def test_a_failure_is_one_line_and_leaves_the_module(tools, tmp_path: Path) -> None:
    tools.on("wasm-opt", "Fatal: error validating input", status=1)
    module = tmp_path / "host.wasm"
    module.write_bytes(b"module")
    there = binaryen.WasmOpt("wasm-opt 108", Path("/bin/wasm-opt"))
    with pytest.raises(HarnessError, match=r"wasm-opt failed on host\.wasm: Fatal: error valid"):
        binaryen.optimise(there, module, ["-Oz"], tools=tools, log=tmp_path / "log")
    assert module.read_bytes() == b"module"
