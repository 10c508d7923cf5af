"""A checkout: what is given, what is there, and the manifest that is made for it."""

from __future__ import annotations

import json
import os
import tomllib
from pathlib import Path

import pytest

from harness.columns import Workshop, parse_columns
from harness.engines import checkout, rustpython
from harness.engines.checkout import Checkout, host_manifest, nearest_version, open_checkout
from harness.errors import HarnessError
from harness.execute import run_tool
from harness.model import ColumnId, ToolResult

ROOT = """
[package]
name = "rustpython"
version.workspace = true
[features]
default = ["stdlib"]
stdlib = []
jit = []
[dependencies]
mimalloc = { version = "0.1", optional = true }
[workspace]
members = [".", "crates/*"]
[workspace.package]
version = "0.7.0"
"""
TEMPLATE = """
[package]
name = "rustpython-host"
build = "../../build.rs"
[lib]
path = "../../src/lib.rs"
[[bin]]
name = "rustpython-host"
path = "../../src/main.rs"
[[example]]
name = "repl"
path = "../../examples/repl.rs"
[features]
default = ["native"]
native = ["stdlib", "doc", "allocator"]
doc = ["rustpython/doc"]
stdlib = ["rustpython/stdlib"]
allocator = ["dep:mimalloc"]
[dependencies]
rustpython = { version = "=0.6.0", default-features = false }
rustpython-vm = { version = "=0.6.0", default-features = false }
libc = "0.2"
[dev-dependencies]
serde_json = "1"
"""


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """The smallest RustPython there is."""
    folder = tmp_path / "RustPython"
    (folder / "crates/vm/src").mkdir(parents=True)
    (folder / "crates/README").touch()
    (folder / "Cargo.toml").write_text(ROOT)
    (folder / "Cargo.lock").write_text("version = 4\n")
    (folder / "crates/vm/Cargo.toml").write_text('[package]\nname = "rustpython-vm"\n')
    (folder / "crates/vm/src/lib.rs").write_text("// vm\n")
    return folder


@pytest.fixture
def repository(sources: Path) -> Path:
    """The same with one commit, on the branch `main`."""
    _git(sources, "init", "-q", "-b", "main")
    _git(sources, "add", ".")
    _git(sources, "commit", "-q", "-m", "one")
    return sources


@pytest.fixture
def rust_host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Sources of a host for two versions."""
    folder = tmp_path / "rust-host"
    for version in ("0.5.0", "0.6.0"):
        (folder / "versions" / version).mkdir(parents=True)
        (folder / "versions" / version / "Cargo.toml").write_text(TEMPLATE)
    (folder / "src").mkdir()
    (folder / "src/main.rs").write_text("fn main() {}")
    (folder / "build.rs").touch()
    monkeypatch.setenv("HARNESS_RUST_HOST", str(folder))
    return folder


def _git(folder: Path, *arguments: str) -> str:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    ended = run_tool(["git", "-C", str(folder), *who, *arguments])
    assert ended.returncode == 0, ended.output
    return ended.output.strip()


def opened(text: str, store, said, tools=run_tool) -> Checkout:
    return open_checkout(text, tools=tools, store=store, progress=said)


# ------------------------------------------------------------------- what is given


def test_a_folder(sources: Path, store, said) -> None:
    found = opened(f"rustpython@main=path:{sources}", store, said)
    assert (found.name, found.version, found.folder) == ("main", "0.7.0", sources)
    assert found.source == f"path:{sources}"
    assert found.packages == {"rustpython": sources, "rustpython-vm": sources / "crates/vm"}
    assert found.features == {"default", "stdlib", "jit", "mimalloc"}
    assert found.label == f"0.7.0+{found.identity[:12]}"
    assert opened(f"mine=path:{sources}", store, said).name == "mine"


def test_a_version_of_its_own(sources: Path, store, said) -> None:
    text = ROOT.replace("version.workspace = true", 'version = "0.8.1"')
    (sources / "Cargo.toml").write_text(text)
    assert opened(f"main=path:{sources}", store, said).version == "0.8.1"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("main", "expected NAME=path:DIR or NAME=git:DIR#REVISION"),
        ("main=../RustPython", "expected NAME=path:DIR"),
        ("ma in=path:x", "expected NAME=path:DIR"),
        ("main=path:", "expected NAME=path:DIR"),
        ("cpython@main=path:x", "only rustpython is built from sources"),
        ("main=git:x", "no revision is named"),
        ("main=git:x#", "no revision is named"),
        ("main=path:/no/such", "there is no folder /no/such"),
    ],
)
def test_what_cannot_be_read(text: str, why: str, store, said) -> None:
    with pytest.raises(HarnessError, match=why) as caught:
        opened(text, store, said)
    assert text in caught.value.message
    assert "\n" not in caught.value.message


@pytest.mark.parametrize(
    ("file", "content", "why"),
    [
        ("Cargo.toml", None, "it has no Cargo.toml"),
        ("Cargo.toml", "[package]\nname = 'ripgrep'\n[workspace]", "not the workspace"),
        ("Cargo.toml", "[package]\nname = 'rustpython'", "not the workspace"),
        ("Cargo.toml", "package = [", "its manifests cannot be read"),
        ("crates/vm/Cargo.toml", None, "it has no crate rustpython-vm"),
    ],
)
def test_no_rustpython(sources: Path, file: str, content: str | None, why: str, store, said):
    if content is None:
        (sources / file).unlink()
    else:
        (sources / file).write_text(content)
    with pytest.raises(HarnessError, match=why):
        opened(f"main=path:{sources}", store, said)


def test_a_folder_that_is_no_rustpython_is_not_searched(tmp_path: Path, store, said) -> None:
    """It may be a whole disk, with files that nobody may read."""
    (tmp_path / "gone").symlink_to("/proc/self/mem")

    def tools(argv, **_):
        raise AssertionError(argv)

    with pytest.raises(HarnessError, match=r"it has no Cargo\.toml"):
        opened(f"main=path:{tmp_path}", store, said, tools)


def test_a_file_that_goes_away_meanwhile(sources: Path, monkeypatch) -> None:
    gone = sources / "crates/vm/src/gone.rs"
    monkeypatch.setattr(checkout, "_source_files", lambda folder, tools: iter([gone]))
    with pytest.raises(HarnessError, match=f"cannot be read: {gone}: No such file") as caught:
        checkout.identity(sources, run_tool)
    assert "NAME=git:DIR#REVISION" in (caught.value.hint or "")


# ------------------------------------------------------------------- revisions


def test_a_revision_is_exported_once(repository: Path, store, said) -> None:
    first = opened(f"main=git:{repository}#main", store, said)
    assert first.identity == _git(repository, "rev-parse", "HEAD")
    assert (first.folder / "crates/vm/src/lib.rs").read_text() == "// vm\n"
    assert first.folder.is_relative_to(store.root)
    assert not (first.folder / "export.tar").exists()
    again = opened(f"old=git:{repository}#{first.identity[:8]}", store, said)
    assert (again.folder, again.identity) == (first.folder, first.identity)
    assert said == [f"exporting {first.identity[:12]} of {repository}"]


def test_links_within_the_sources_are_exported(sources: Path, store, said) -> None:
    """RustPython's crate of the standard library has its files by a link to the top folder."""
    (sources / "Lib").mkdir()
    (sources / "Lib/this.py").write_text("# this\n")
    (sources / "crates/pylib").mkdir()
    (sources / "crates/pylib/Lib").symlink_to("../../Lib")
    _git(sources, "init", "-q", "-b", "main")
    _git(sources, "add", ".")
    _git(sources, "commit", "-q", "-m", "one")
    found = opened(f"main=git:{sources}#main", store, said)
    link = found.folder / "crates/pylib/Lib"
    assert (link / "this.py").read_text() == "# this\n"
    assert link.resolve() == found.folder / "Lib"


@pytest.mark.parametrize("target", ["/etc/passwd", "../outside", "crates/../../outside"])
def test_a_link_that_leads_out_of_the_sources_is_refused(
    target: str, sources: Path, store, said
) -> None:
    (sources / "link").symlink_to(target)
    _git(sources, "init", "-q", "-b", "main")
    _git(sources, "add", ".")
    _git(sources, "commit", "-q", "-m", "one")
    with pytest.raises(HarnessError, match=f"a link that leads out of it: link to {target}"):
        opened(f"main=git:{sources}#main", store, said)


def test_what_is_not_committed_is_no_part_of_a_revision(repository: Path, store, said) -> None:
    (repository / "crates/vm/src/lib.rs").write_text("// edited\n")
    found = opened(f"main=git:{repository}#HEAD", store, said)
    assert (found.folder / "crates/vm/src/lib.rs").read_text() == "// vm\n"
    assert said[0] == f"what is in no commit of {repository} is no part of {found.identity[:12]}"


def test_a_revision_that_is_no_rustpython_is_not_kept(repository: Path, store, said) -> None:
    _git(repository, "rm", "-q", "Cargo.toml")
    _git(repository, "commit", "-q", "-m", "none")
    with pytest.raises(HarnessError, match=r"it has no Cargo\.toml"):
        opened(f"main=git:{repository}#HEAD", store, said)
    assert store.entries(checkout.KIND) == []


def test_a_folder_below_the_top_means_the_whole_repository(repository: Path, store, said) -> None:
    found = opened(f"main=git:{repository}/crates#main", store, said)
    assert (found.folder / "Cargo.toml").is_file()


def test_no_repository_no_revision_no_git(repository: Path, tmp_path: Path, store, said, tools):
    with pytest.raises(HarnessError, match="has no revision nowhere"):
        opened(f"main=git:{repository}#nowhere", store, said)
    with pytest.raises(HarnessError, match="has no revision --all"):
        opened(f"main=git:{repository}#--all", store, said)
    plain = tmp_path / "plain"
    plain.mkdir()
    with pytest.raises(HarnessError, match="plain is not a git repository"):
        opened(f"main=git:{plain}#main", store, said)
    with pytest.raises(HarnessError, match="there is no git on this machine"):
        opened(f"main=git:{repository}#main", store, said, tools)


def test_an_export_that_fails_leaves_nothing(repository: Path, store, said, tools) -> None:
    tools.on(f"git -C {repository} rev-parse --git-dir", ".git\n")
    tools.on(f"git -C {repository} rev-parse --verify", "0123456789abcdef\n")
    tools.on(f"git -C {repository} rev-parse --show-cdup", "\n")
    tools.on(f"git -C {repository} archive", "fatal: bad object\n", status=128)
    with pytest.raises(HarnessError, match="0123456789ab cannot be exported: fatal: bad object"):
        opened(f"main=git:{repository}#main", store, said, tools)
    assert store.entries(checkout.KIND) == []


# ------------------------------------------------------------------- identity


@pytest.mark.parametrize("with_git", [True, False])
def test_an_edit_makes_another(sources: Path, with_git: bool, store, said) -> None:
    if with_git:
        _git(sources, "init", "-q")
        (sources / ".gitignore").write_text("target\n")
        _git(sources, "add", ".")
    first = checkout.identity(sources, run_tool)
    (sources / "target").mkdir()
    (sources / "target/product").touch()
    assert checkout.identity(sources, run_tool) == first
    (sources / "crates/vm/src/lib.rs").write_text("// edited\n")
    edited = checkout.identity(sources, run_tool)
    assert edited != first
    (sources / "crates/vm/src/new.rs").touch()
    added = checkout.identity(sources, run_tool)
    assert added not in (first, edited)
    os.remove(sources / "crates/vm/src/lib.rs")
    assert checkout.identity(sources, run_tool) not in (first, edited, added)


def test_a_link_counts_by_where_it_leads(sources: Path) -> None:
    link = sources / "Lib"
    link.symlink_to("one")
    first = checkout.identity(sources, run_tool)
    link.unlink()
    link.symlink_to("two")
    assert checkout.identity(sources, run_tool) != first


def test_an_exported_revision_does_not_change(repository: Path, store, said) -> None:
    found = opened(f"main=git:{repository}#main", store, said)
    (repository / "crates/vm/src/lib.rs").write_text("// edited\n")
    assert checkout.current_identity(found, run_tool) == found.identity
    folder = opened(f"main=path:{repository}", store, said)
    (repository / "crates/vm/src/lib.rs").write_text("// edited again\n")
    assert checkout.current_identity(folder, run_tool) != folder.identity


# ------------------------------------------------------------------- its manifest


@pytest.mark.parametrize(
    ("version", "nearest"),
    [
        ("0.4.0", "0.4.0"),
        ("0.5.1-alpha.1", "0.5.0"),
        ("0.6.0", "0.6.0"),
        ("0.10.0", "0.6.0"),
        ("1.0.0", "0.6.0"),
        ("0.3.0", "0.4.0"),
    ],
)
def test_the_nearest_known_version(version: str, nearest: str) -> None:
    assert nearest_version(version, ["0.5.0", "0.4.0", "0.6.0"]) == nearest


def test_the_manifest_names_the_checkouts_crates(sources: Path, rust_host: Path, store, said):
    found = opened(f"main=path:{sources}", store, said)
    text, notes = host_manifest(found, rust_host / "versions/0.6.0/Cargo.toml")
    manifest = tomllib.loads(text)
    assert manifest["dependencies"] == {
        "rustpython": {"path": str(sources), "default-features": False},
        "rustpython-vm": {"path": str(sources / "crates/vm"), "default-features": False},
        "libc": "0.2",
    }
    assert manifest["package"]["build"] == str(rust_host / "build.rs")
    assert manifest["lib"]["path"] == str(rust_host / "src/lib.rs")
    assert manifest["bin"][0]["path"] == str(rust_host / "src/main.rs")
    assert manifest["workspace"] == {}
    assert not {"example", "dev-dependencies", "patch"} & manifest.keys()
    assert manifest["features"]["native"] == ["stdlib", "allocator"]
    assert "doc" not in manifest["features"]
    assert notes == ["this RustPython has no feature doc"]


def test_patches_are_taken_along(sources: Path, rust_host: Path, store, said) -> None:
    patch = (
        '[patch.crates-io]\na = { path = "vendor/a" }\nb = { git = "https://b.test", rev = "1" }\n'
    )
    (sources / "Cargo.toml").write_text(ROOT + patch)
    found = opened(f"main=path:{sources}", store, said)
    text, _ = host_manifest(found, rust_host / "versions/0.6.0/Cargo.toml")
    assert tomllib.loads(text)["patch"]["crates-io"] == {
        "a": {"path": str(sources / "vendor/a")},
        "b": {"git": "https://b.test", "rev": "1"},
    }


# ------------------------------------------------------------------- building it


@pytest.fixture
def cargo(tools, rust):
    """git is the machine's own; everything builds."""
    info = {"python": "3.14.0", "rustpython": "0.7.0", "features": []}

    def build(argv, **_):
        release = Path(argv[argv.index("--target-dir") + 1]) / "release"
        release.mkdir(parents=True, exist_ok=True)
        (release / "rustpython-host").write_text(f"build {len(tools.ran('cargo build'))}")
        return ToolResult(0, "")

    tools.on("git", lambda argv, cwd, env: run_tool(argv, cwd=cwd, env=env))
    tools.on("cc --version", "cc 12")
    tools.on("cargo fetch")
    tools.on("cargo tree", "host v0.1.0\n")
    tools.on("cargo clean")
    tools.on("cargo build", build)
    tools.on("rustpython-host info --json", json.dumps(info) + "\n")
    return tools


def test_a_host_of_a_checkout(sources: Path, rust_host: Path, cargo, store, said) -> None:
    shop = Workshop(cargo, store, said).with_checkouts([f"rustpython@main=path:{sources}"])
    (column,) = parse_columns("rustpython@main", shop)
    assert column == ColumnId("rustpython", "main")
    lane = shop.lane(column)
    found = shop.checkouts["main"]
    assert lane.artefact.version == found.label
    assert lane.column.details["source"] == f"path:{sources}"
    assert lane.column.details["identity"] == found.identity
    assert lane.column.details["notes"] == ["this RustPython has no feature doc"]
    (fetched,) = cargo.ran("cargo fetch")
    assert "--locked" not in fetched
    (built,) = cargo.ran("cargo build")
    assert "--locked" in built
    manifest = Path(built[built.index("--manifest-path") + 1])
    assert (manifest.parent / "Cargo.lock").read_text() == "version = 4\n"
    assert manifest.is_relative_to(store.root)
    # What it has in common with the nearest version is compiled once for both.
    assert Path(built[built.index("--target-dir") + 1]).name.startswith("0.6.0-native-")
    assert said.expected == 360.0

    assert shop.lane(column).artefact == lane.artefact
    assert len(cargo.ran("cargo build")) == 1
    (sources / "crates/vm/src/lib.rs").write_text("// edited\n")
    edited = Workshop(cargo, store, said).with_checkouts([f"main=path:{sources}"])
    assert edited.lane(column).artefact.path != lane.artefact.path
    assert said.expected == 240.0
    assert len(cargo.ran("cargo build")) == 2


def test_an_edit_while_it_is_built(sources: Path, rust_host: Path, cargo, store, said) -> None:
    found = opened(f"main=path:{sources}", store, said)
    (sources / "crates/vm/src/lib.rs").write_text("// edited\n")
    with pytest.raises(HarnessError, match="changed while rustpython"):
        rustpython.build_host(
            "main", target="native", checkout=found, tools=cargo, store=store, progress=said
        )


def test_a_name_that_is_taken(sources: Path, rust_host: Path, store, said) -> None:
    shop = Workshop(run_tool, store, said)
    with pytest.raises(HarnessError, match=r"there is a version 0\.6\.0 already"):
        shop.with_checkouts([f"0.6.0=path:{sources}"])
    with pytest.raises(HarnessError, match="there is a version main already"):
        shop.with_checkouts([f"main=path:{sources}", f"main=path:{sources}"])


def test_a_version_that_is_not_known_yet(rust_host: Path, store, said) -> None:
    shop = Workshop(run_tool, store, said)
    assert parse_columns("rustpython@0.6.0", shop) == [ColumnId("rustpython", "0.6.0")]
    for version in ("0.6.1", "0.10.0", "1.0.0"):
        with pytest.raises(
            HarnessError, match=f"{version}' is not known, and newer than"
        ) as caught:
            parse_columns(f"rustpython@{version}/wasmtime", shop)
        assert "0.5.0, 0.6.0" in caught.value.message
        assert caught.value.hint == f"try it from its sources: --engine {version}=path:DIR"
    for version in ("0.5.1", "0.6", "0.7", "main"):
        with pytest.raises(HarnessError, match=f"version '{version}' is not known; ") as caught:
            parse_columns(f"rustpython@{version}", shop)
        assert "--engine NAME=path:DIR" in (caught.value.hint or "")


def test_a_newer_release_from_its_sources(sources: Path, rust_host: Path, cargo, store, said):
    """As the hint says: the checkout may have the release's own number as its name."""
    shop = Workshop(cargo, store, said).with_checkouts([f"0.7.0=path:{sources}"])
    (column,) = parse_columns("rustpython@0.7.0", shop)
    host = shop.lane(column).artefact
    assert host.version.startswith("0.7.0+")
    (built,) = cargo.ran("cargo build")
    manifest = Path(built[built.index("--manifest-path") + 1]).read_text()
    assert "src/main.rs" in manifest
