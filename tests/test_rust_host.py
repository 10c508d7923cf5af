"""The host's own checks, for each version of RustPython that there is a manifest for: rustfmt,
clippy without a warning, and `cargo test`.

They use the folder in which the harness compiles that host, so that RustPython itself is
compiled once.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from harness.cache import Cache
from harness.columns import Workshop
from harness.engines.rustpython import versions
from harness.execute import run_tool
from harness.model import ColumnId
from tests.conftest import ROOT

pytestmark = pytest.mark.hosts
COMMON = ("--release", "--locked", "--ignore-rust-version")
MANIFESTS = ROOT / "rust-host" / "versions"
NEWEST = versions()[-1]
EACH = [pytest.param(v, marks=() if v == NEWEST else pytest.mark.older) for v in versions()]


def cargo(version: str, *arguments: str) -> str:
    folder = MANIFESTS / version
    ended = run_tool(["cargo", *arguments], cwd=folder, env={"CARGO_TERM_COLOR": "never"})
    assert ended.returncode == 0, ended.output[-6000:]
    return ended.output


def target_folder(version: str) -> Path:
    """Where the native host of the default profile was compiled last, or else a new folder."""
    store = Cache.default()
    plain = re.compile(re.escape(version) + "-native-[0-9a-f]{12}")
    folders = [path for path in store.folder("cargo-target").glob("*") if path.is_dir()]
    own = [path for path in folders if plain.fullmatch(path.name)]
    other = store.folder("cargo-target") / f"{version}-checks"
    return max(own, key=lambda path: path.stat().st_mtime, default=other)


def build(version: str) -> None:
    """Compile the native host, unless it is."""
    shop = Workshop(run_tool, Cache.default(), lambda message, *, expected_s=None: None)
    shop.lane(ColumnId("rustpython", version))


def test_format() -> None:
    cargo(NEWEST, "fmt", "--check")


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("version", EACH)
def test_cargo_tests(version: str) -> None:
    build(version)
    output = cargo(version, "test", *COMMON, "--target-dir", str(target_folder(version)))
    assert "test result: ok" in output
    assert "FAILED" not in output


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("version", EACH)
def test_clippy(version: str) -> None:
    options = ("--all-targets", "--target-dir", str(target_folder(version)))
    cargo(version, "clippy", *COMMON, *options, "--", "-D", "warnings")
