"""A runner of tools with scripted answers, so that every branch runs without any tool."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from harness.cache import Cache
from harness.model import ToolResult

Answer = str | ToolResult | Callable[..., ToolResult]


class Tools:
    """Answers by the first words of a command, the last rule first; else "not found" (127)."""

    def __init__(self) -> None:
        self.calls: list[list[str]] = []
        self.rules: list[tuple[list[str], Answer]] = []

    def on(self, words: str, answer: Answer = "", status: int = 0) -> None:
        """A command that begins with `words` prints `answer` and ends with `status`."""
        plain = isinstance(answer, str)
        self.rules.insert(0, (words.split(), ToolResult(status, answer) if plain else answer))

    def ran(self, words: str) -> list[list[str]]:
        """The commands so far that begin with `words`."""
        return [call for call in self.calls if call[: len(words.split())] == words.split()]

    def __call__(self, argv, *, cwd=None, env=None, log=None, timeout_s=None, on_line=None):
        command = [Path(argv[0]).name, *argv[1:]]
        self.calls.append(command)
        for words, answer in self.rules:
            if command[: len(words)] == words:
                return self._answered(answer, argv, cwd, env, on_line)
        return ToolResult(127, f"[Errno 2] No such file or directory: '{argv[0]}'")

    def _answered(self, answer, argv, cwd, env, on_line) -> ToolResult:
        result = answer(argv, cwd=cwd, env=env or {}) if callable(answer) else answer
        for line in result.output.splitlines() if on_line else ():
            on_line(line)
        return result


class Said(list[str]):
    """A progress that keeps what it is told."""

    expected: float | None = None

    def __call__(self, message: str, *, expected_s: float | None = None) -> None:
        self.append(message)
        self.expected = expected_s


@pytest.fixture
def tools() -> Tools:
    return Tools()


@pytest.fixture
def store(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


@pytest.fixture
def said() -> Said:
    return Said()


@pytest.fixture
def apt(tools: Tools, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tools:
    """An apt whose packages are files made by the test's own rule for `dpkg-deb -x`."""
    sources = tmp_path / "apt/sources.list.d"
    sources.mkdir(parents=True)
    (sources / "debian.sources").write_text(
        "Types: deb\nURIs: http://debian.test/debian\nSuites: stable\nSigned-By: /keys.gpg\n"
    )
    monkeypatch.setattr("harness.engines.debian.SOURCES", tmp_path / "apt")

    def download(argv, *, cwd, env):
        if argv[4] == "install":
            return ToolResult(0, "'http://debian.test/a' libc6_2.43-7_amd64.deb 1 MD5Sum:0\n")
        if argv[4] == "download":
            (cwd / "package.deb").touch()
        return ToolResult(0, "")

    tools.on("apt-get", download)
    tools.on("apt-get --version", "apt 2.6.1")
    tools.on("dpkg-deb --version", "dpkg-deb 1.21")
    return tools


VERBOSE = """rustc 1.95.0 (59807616e 2026-04-14)
binary: rustc
host: x86_64-unknown-linux-gnu
release: 1.95.0
LLVM version: 22.1.2
"""


@pytest.fixture
def rust(tools: Tools, tmp_path: Path) -> Path:
    """A rustc 1.95.0 without the wasm target; returns its sysroot."""
    sysroot = tmp_path / "rust"
    for name in ("bin", "lib/rustlib/x86_64-unknown-linux-gnu", "share"):
        (sysroot / name).mkdir(parents=True)
    (sysroot / "bin/rustc").touch()
    (sysroot / "lib/librustc_driver.so").touch()
    library = sysroot / "lib/rustlib/wasm32-wasip1/lib"
    tools.on("rustc -vV", VERBOSE)
    tools.on("rustc --print sysroot", f"{sysroot}\n")
    tools.on("rustc --print target-libdir", f"{library}\n")
    return sysroot
