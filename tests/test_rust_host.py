"""The host's own checks: rustfmt, clippy without a warning, and `cargo test`.

They use the folder in which the harness has compiled the host, so that RustPython itself is
compiled once.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from harness.cache import Cache
from harness.execute import run_tool
from harness.run import Lanes
from tests.conftest import ROOT

pytestmark = pytest.mark.hosts
COMMON = ("--release", "--locked", "--ignore-rust-version")
MANIFEST = ROOT / "rust-host" / "versions" / "0.6.0" / "Cargo.toml"


def cargo(*arguments: str) -> str:
    ended = run_tool(["cargo", *arguments], cwd=MANIFEST.parent, env={"CARGO_TERM_COLOR": "never"})
    assert ended.returncode == 0, ended.output[-6000:]
    return ended.output


@pytest.fixture
def compiled(lanes: Lanes) -> Path:
    """Where the native host was compiled last."""
    folders = (Cache.default().folder("cargo-target")).glob("0.6.0-native-*")
    return max(folders, key=lambda folder: folder.stat().st_mtime)


def test_format() -> None:
    cargo("fmt", "--check")


@pytest.mark.timeout(1800)
def test_cargo_tests(compiled: Path) -> None:
    output = cargo("test", *COMMON, "--target-dir", str(compiled))
    assert "test result: ok" in output
    assert "FAILED" not in output


@pytest.mark.timeout(1800)
def test_clippy(compiled: Path) -> None:
    options = ("--all-targets", "--target-dir", str(compiled))
    cargo("clippy", *COMMON, *options, "--", "-D", "warnings")
