"""Which columns there are on a machine, with a cache and tools of the test's own."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from harness.cache import Cache
from harness.columns import Workshop, default_columns
from harness.engines import rustpython
from harness.errors import HarnessError
from harness.listing import offers, ready
from harness.model import DEFAULT_PROFILE, NATIVE, WASM_TARGET, ColumnId, ToolResult
from harness.project import Project
from harness.reports.columns import Offer, State
from tests.conftest import ROOT

VERBOSE = "rustc 1.95.0\nrelease: 1.95.0\nhost: x86_64-unknown-linux-gnu"
NEWEST = rustpython.versions()[-1]
COLUMN = ColumnId("rustpython", NEWEST)
FACTS: Mapping[str, Any] = {
    **dict.fromkeys(("build", "executable", "stdlib", "configured", "libc"), "x"),
    **{"version": "3.13.2", "implementation": "cpython", "debug": False, "free_threaded": False},
}


class Tools:
    """A compiler, and one CPython; whatever else is run is a mistake."""

    def __init__(self) -> None:
        self.rustc = VERBOSE
        self.ran: list[str] = []

    def __call__(self, argv: Sequence[str], **options: Any) -> ToolResult:
        self.ran.append(Path(argv[0]).name)
        if argv[0] == "rustc":
            if not self.rustc:
                return ToolResult(127, "not found")
            return ToolResult(0, self.rustc if "-vV" in argv else "/sysroot")
        assert Path(argv[0]).name.startswith("python"), f"{argv} is not to be run"
        return ToolResult(0, json.dumps(FACTS))


@pytest.fixture
def tools() -> Tools:
    return Tools()


@pytest.fixture
def shop(tmp_path: Path, tools: Tools, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    """An empty cache, and no CPython but a 3.13 and the one that runs the test."""
    for name in ("bin", "pyenv", "uv"):
        (tmp_path / name).mkdir()
    program = tmp_path / "bin/python3.13"
    program.write_bytes(b"\x7fELF")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path / "pyenv"))
    monkeypatch.setenv("UV_PYTHON_INSTALL_DIR", str(tmp_path / "uv"))
    for minor in range(8, 20):
        monkeypatch.delenv(f"HARNESS_CPYTHON_3_{minor}", raising=False)

    def quiet(message: str, *, expected_s: float | None = None) -> None:
        raise AssertionError(f"there is nothing to do, but: {message}")

    return Workshop(tools, Cache(tmp_path / "cache"), quiet)


def build(shop: Workshop, *, sources: str = "", profile: str = DEFAULT_PROFILE, **key: str) -> None:
    """Put a native host of the newest version into the cache."""
    manifest = ROOT / f"rust-host/versions/{NEWEST}/Cargo.toml"
    recipe = shop.catalogue.recipe(profile, NATIVE, NEWEST, manifest)
    made = {
        "version": NEWEST,
        "target": NATIVE,
        "profile": profile,
        "sources": sources or rustpython.sources_hash(NEWEST),
        "arguments": " ".join(recipe.arguments),
        "rustc": VERBOSE,
        **key,
    }

    def write(folder: Path) -> dict[str, Any]:
        (folder / "rustpython-host").write_text("x")
        modules = {"modules": ["a", "b"]} if recipe.trimmed else {}
        return {"python": "3.14.0", "size_bytes": 1_000_000, "sha256": "f", **modules}

    shop.store.get_or_build("host", made, write, progress=shop.progress)


def offer(shop: Workshop, column: ColumnId = COLUMN, project: Project | None = None) -> Offer:
    (found,) = [o for o in offers(shop, project or Project()).offers if o.column == column]
    return found


def test_every_combination_is_there(shop: Workshop, tools: Tools) -> None:
    found = offers(shop, Project())
    hosts = len(rustpython.versions()) * len(shop.catalogue.profiles) * len(found.runtimes)
    assert len(found.hosts) == hosts
    assert len({o.column for o in found.offers}) == len(found.offers)
    assert {o.state for o in found.hosts} == {State.UNBUILT, State.IMPOSSIBLE}
    assert found.default == tuple(default_columns())
    assert set(tools.ran) == {"rustc", "python3.13", Path(sys.executable).name}


def test_claims_and_oracles(shop: Workshop) -> None:
    claims = {o.column.version: (o.claims, str(o.oracle)) for o in offers(shop, Project()).hosts}
    assert claims["0.4.0"] == ("3.12", "cpython@3.12")
    assert claims["0.6.0"] == ("3.14", "cpython@3.14")


def test_why_a_profile_cannot_be_had(shop: Workshop) -> None:
    found = offer(shop, ColumnId("rustpython", NEWEST, "sqlite", "wasmtime"))
    assert found.state is State.IMPOSSIBLE
    assert found.detail == "RustPython leaves sqlite3 out of every build for wasm"


@pytest.mark.parametrize(
    ("change", "state"),
    [
        ({}, State.READY),
        ({"sources": "older"}, State.OUTDATED),
        ({"rustc": "rustc 1.96.0"}, State.OUTDATED),
        ({"arguments": "--features other"}, State.OUTDATED),
        ({"version": "0.0.1"}, State.UNBUILT),
        ({"target": WASM_TARGET}, State.UNBUILT),
    ],
)
def test_what_is_built(change: dict[str, str], state: State, shop: Workshop) -> None:
    build(shop, **change)
    found = offer(shop)
    assert found.state is state
    assert (found.size_bytes == 1_000_000) is (state is not State.UNBUILT)
    assert ready([COLUMN], shop) == ([COLUMN] if state is State.READY else [])


def test_the_current_one_counts_not_the_newest(shop: Workshop) -> None:
    build(shop)
    build(shop, sources="another")
    assert offer(shop).state is State.READY


def test_a_trimmed_library_tells_its_size(shop: Workshop) -> None:
    build(shop, profile="trimmed", modules="a b")
    found = offer(shop, ColumnId("rustpython", NEWEST, "trimmed"))
    assert (found.state, found.detail) == (State.READY, "its library has 2 modules")


@pytest.mark.parametrize(
    ("rustc", "said"),
    [
        ("", "no Rust compiler"),
        (VERBOSE.replace("1.95", "1.80"), "rustc 1.80.0 is too old"),
    ],
)
def test_without_a_compiler(rustc: str, said: str, shop: Workshop, tools: Tools) -> None:
    tools.rustc = rustc
    found = offer(shop)
    assert found.state is State.IMPOSSIBLE
    assert found.detail.startswith(said)
    build(shop)  # before it went away
    assert offer(shop).state is State.READY


def test_a_wasm_target_that_could_not_be_made(shop: Workshop) -> None:
    (shop.store.folder("logs") / "wasm-target-failures.txt").write_text("rustup: no network\n")
    found = offer(shop, ColumnId("rustpython", NEWEST, runtime="wasmtime"))
    assert found.state is State.IMPOSSIBLE
    assert found.detail == "the Rust target cannot be had: rustup: no network"
    assert offer(shop).state is State.UNBUILT


def test_cpythons(shop: Workshop, tmp_path: Path) -> None:
    found = {o.column.version: o for o in offers(shop, Project()).found}
    here = found["3.13"]
    assert here.state is State.READY
    assert here.detail == f"3.13.2 at {tmp_path}/bin/python3.13 (path)"
    assert found["3.12"].state is State.UNBUILT  # 0.4.0 claims it
    assert found["3.12"].detail.startswith("installed when it is needed")
    assert "3.9" not in found


def test_a_cpython_that_does_not_fit(shop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(FACTS, "debug", True)
    found = {o.column.version: o for o in offers(shop, Project()).found}
    assert found["3.13"].state is State.IMPOSSIBLE
    assert found["3.13"].detail.endswith("/bin/python3.13 is a debug build")


def test_a_program_is_asked_again_only_when_it_changed(
    shop: Workshop, tools: Tools, tmp_path: Path
) -> None:
    program = tmp_path / "bin/python3.13"
    offers(shop, Project())
    offers(shop, Project())
    assert tools.ran.count("python3.13") == 1
    program.write_bytes(b"\x7fELF changed")
    offers(shop, Project())
    assert tools.ran.count("python3.13") == 2


def test_a_shim_is_asked_again_elsewhere(
    shop: Workshop, tools: Tools, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bin/python3.13").write_text("#!/bin/sh\n")
    offers(shop, Project())
    offers(shop, Project())
    assert tools.ran.count("python3.13") == 1
    monkeypatch.setenv("PYENV_VERSION", "3.12.1")
    offers(shop, Project())
    assert tools.ran.count("python3.13") == 2


def test_the_project_files_sets(shop: Workshop) -> None:
    sets = {"default": ("rustpython@0.4.0",), "old": ("rustpython@0.5.0",)}
    found = offers(shop, Project(path=Path("harness.yaml"), columns=sets))
    assert found.default == (ColumnId("rustpython", "0.4.0"),)
    assert (found.sets, found.sets_from) == (sets, "harness.yaml")


def test_a_bad_set_is_an_error(shop: Workshop) -> None:
    project = Project(columns={"default": ("rustpython@9",)})
    with pytest.raises(HarnessError, match="unknown column 'rustpython@9'"):
        offers(shop, project)


def test_without_the_hosts_sources(
    shop: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HARNESS_RUST_HOST", str(tmp_path))
    with pytest.raises(HarnessError, match="the host's sources are not in"):
        offers(replace(shop), Project())
