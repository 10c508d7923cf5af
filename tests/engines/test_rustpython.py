"""Building a host: the key, the progress, and each way in which it fails."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from harness.engines import ENGINES, profiles, rustpython
from harness.errors import ExitCode, HarnessError
from harness.model import ColumnId, ToolResult

INFO = {"python": "3.14.0", "rustpython": "0.6.0", "features": ["stdlib"]}
WASM = "wasm32-wasip1"


@pytest.fixture(autouse=True)
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Sources of a host for two versions."""
    folder = tmp_path / "rust-host"
    for version in ("0.6.0", "0.10.0"):
        (folder / "versions" / version).mkdir(parents=True)
        (folder / "versions" / version / "Cargo.toml").write_text("[features]\nwasm = []\n")
        (folder / "versions" / version / "Cargo.lock").write_text(version)
    (folder / "src").mkdir()
    (folder / "src/main.rs").write_text("fn main() {}")
    (folder / "build.rs").touch()
    monkeypatch.setenv("HARNESS_RUST_HOST", str(folder))
    for name in ("RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "CARGO_BUILD_RUSTFLAGS"):
        monkeypatch.delenv(name, raising=False)
    return folder


def _artefact(name: str, *, fresh: bool = False) -> str:
    crate = {"reason": "compiler-artifact", "package_id": name, "target": {}, "fresh": fresh}
    return json.dumps(crate, separators=(",", ":"))


@pytest.fixture
def cargo(tools, rust):
    """A machine on which everything builds; the program's content is a count of the builds."""

    def build(argv, **_):
        folder = Path(argv[argv.index("--target-dir") + 1])
        below = folder / WASM / "release" if WASM in argv else folder / "release"
        below.mkdir(parents=True, exist_ok=True)
        name = "rustpython-host.wasm" if WASM in argv else "rustpython-host"
        (below / name).write_text(f"build {len(tools.ran('cargo build'))}")
        finished = [_artefact("b", fresh=True), _artefact("a"), _artefact("a")]
        return ToolResult(0, "\n".join(["   Compiling a v1", *finished, "warning: b"]))

    tools.on("cc --version", "cc (Debian) 12\nCopyright")
    tools.on("cargo fetch")
    tools.on("cargo tree", "host v0.1.0\na v1.0.0\na v1.0.0 (*)\nb v2.0.0 (proc-macro)\n")
    tools.on("cargo clean")
    tools.on("cargo build", build)
    tools.on("rustpython-host info --json", "noise\n" + json.dumps(INFO) + "\n")
    return tools


def build(tools, store, said, version="0.6.0", target="native", **options):
    return rustpython.build_host(
        version, target=target, tools=tools, store=store, progress=said, **options
    )


def test_a_host_is_built_once(cargo, store, said) -> None:
    host = build(cargo, store, said)
    assert host.path.read_text() == "build 1"
    assert host.path.name == "rustpython-host"
    assert (host.engine, host.version, host.python) == ("rustpython", "0.6.0", "3.14")
    assert (host.target, host.profile) == ("native", "default")
    assert host.info["features"] == ["stdlib"]
    assert host.info["size_bytes"] == len("build 1")
    assert host.info["compiled_crates"] == 1
    assert host.fingerprint == host.info["sha256"]
    assert build(cargo, store, said) == host
    assert len(cargo.ran("cargo build")) == 1


def test_what_cargo_is_told(cargo, store, said, sources: Path) -> None:
    build(cargo, store, said)
    (command,) = cargo.ran("cargo build")
    assert command[2:4] == ["--manifest-path", str(sources / "versions/0.6.0/Cargo.toml")]
    for word in ("--release", "--locked", "--ignore-rust-version"):
        assert word in command
    assert "--target" not in command
    folder = Path(command[command.index("--target-dir") + 1])
    assert folder.parent == store.root / "cargo-target"
    assert folder.name.startswith("0.6.0-native-")


def test_the_host_itself_is_always_compiled_anew(cargo, store, said, sources: Path) -> None:
    """Cargo looks at the files of the folder that it compiled last, not at those of this one."""
    build(cargo, store, said)
    words = ("fetch", "tree", "clean", "build")
    assert [call[1] for call in cargo.calls if call[0] == "cargo"] == list(words)
    (command,) = cargo.ran("cargo clean")
    assert command[command.index("--package") + 1] == "rustpython-host"
    (built,) = cargo.ran("cargo build")
    same = command.index("--target-dir"), built.index("--target-dir")
    assert command[same[0] + 1] == built[same[1] + 1]


def test_progress_counts_crates(cargo, store, said) -> None:
    build(cargo, store, said)
    assert said == [
        "fetching the crates of rustpython 0.6.0 (native)",
        "compiling rustpython 0.6.0 (native): 0/3 crates",
        "compiling rustpython 0.6.0 (native): 2/3 crates",
    ]
    assert said.expected == 360.0


def test_a_build_on_top_of_an_old_one_is_expected_to_be_short(cargo, store, said, sources) -> None:
    build(cargo, store, said)
    (sources / "src/main.rs").write_text("fn main() { }")
    build(cargo, store, said)
    assert said.expected == 60.0


def test_a_past_build_tells_how_long_it_takes(cargo, store, said, sources) -> None:
    info = {**INFO, "sha256": "0", "compiled_crates": 300, "build_seconds": 123.0}
    past = {"version": "0.6.0", "target": "native", "profile": "default", "sources": "old"}
    store.get_or_build("host", past, lambda folder: info, progress=said)
    build(cargo, store, said)
    assert said.expected == 123.0


@pytest.mark.parametrize(
    "change",
    [
        lambda folder, tools, patch: (folder / "src/new.rs").touch(),
        lambda folder, tools, patch: (folder / "versions/0.6.0/Cargo.lock").write_text("x"),
        lambda folder, tools, patch: (folder / "build.rs").write_text("x"),
        lambda folder, tools, patch: tools.on("cc --version", "cc 13"),
        lambda folder, tools, patch: tools.on("rustc -vV", "release: 1.96.0\nhost: x"),
        lambda folder, tools, patch: patch.setenv("RUSTFLAGS", "-Ctarget-cpu=native"),
    ],
)
def test_what_it_hangs_on_makes_another(cargo, store, said, sources, monkeypatch, change) -> None:
    first = build(cargo, store, said)
    change(sources, cargo, monkeypatch)
    again = build(cargo, store, said)
    assert again.path != first.path
    assert [host.path for host in rustpython.list_hosts(store)].count(first.path) == 1


def test_the_key_of_a_default_host_holds_nothing_of_profiles(cargo, store, said) -> None:
    """Its hash decides whether everyone builds again, so a change of it has to be meant."""
    build(cargo, store, said)
    (entry,) = store.entries("host")
    names = {"version", "target", "profile", "sources", "arguments", "rustc", "flags", "linker"}
    assert set(entry.key) == names
    assert (entry.key["arguments"], entry.key["profile"]) == ("", "default")


def test_a_profile_with_settings(cargo, store, said) -> None:
    seen = []
    rules = [answer for words, answer in cargo.rules if words == ["cargo", "build"]]

    def note(argv, *, env, **_):
        seen.append({name: value for name, value in env.items() if "PROFILE" in name})
        return rules[0](argv)

    cargo.on("cargo build", note)
    default = build(cargo, store, said)
    size = build(cargo, store, said, profile="size")
    assert size.path != default.path
    assert seen == [
        {},
        {
            "CARGO_PROFILE_RELEASE_CODEGEN_UNITS": "1",
            "CARGO_PROFILE_RELEASE_LTO": "fat",
            "CARGO_PROFILE_RELEASE_OPT_LEVEL": "z",
            "CARGO_PROFILE_RELEASE_PANIC": "abort",
            "CARGO_PROFILE_RELEASE_STRIP": "symbols",
        },
    ]
    assert size.info["settings"]["panic"] == "abort"
    folders = [command[command.index("--target-dir") + 1] for command in cargo.ran("cargo build")]
    assert folders[0] != folders[1]
    assert size.profile == "size"


def test_profiles_that_differ_in_features_alone_share_what_is_compiled(
    cargo, store, said, sources
) -> None:
    (sources / "versions/0.6.0/Cargo.toml").write_text("[features]\njit = []\n")
    build(cargo, store, said)
    build(cargo, store, said, profile="jit")
    first, second = cargo.ran("cargo build")
    assert first[first.index("--target-dir") + 1] == second[second.index("--target-dir") + 1]
    assert second[second.index("--features") + 1] == "jit"


@pytest.mark.parametrize("name", ["CARGO_PROFILE_RELEASE_LTO", "CARGO_PROFILE_RELEASE_PANIC"])
def test_settings_of_the_environment_make_another_host(
    cargo, store, said, monkeypatch, name
) -> None:
    plain = build(cargo, store, said)
    monkeypatch.setenv(name, "x")
    assert build(cargo, store, said).path != plain.path
    assert rustpython.list_hosts(store)[0].profile == "default"


def test_the_wasm_stack_is_part_of_a_wasm_key_alone(cargo, store, said, rust, monkeypatch) -> None:
    library = rust / "lib/rustlib" / WASM / "lib"
    library.mkdir(parents=True)
    (library / "libstd-1.rlib").touch()
    wasm = {"target": WASM, "describe": lambda path: json.dumps(INFO)}
    before = [build(cargo, store, said), build(cargo, store, said, **wasm)]
    monkeypatch.setenv("RUST_HOST_WASM_STACK", "131072")
    assert build(cargo, store, said) == before[0]
    assert build(cargo, store, said, **wasm) != before[1]


@pytest.mark.parametrize("there", [True, False])
def test_wasm_opt(cargo, store, said, rust, monkeypatch, there) -> None:
    library = rust / "lib/rustlib" / WASM / "lib"
    library.mkdir(parents=True)
    (library / "libstd-1.rlib").touch()

    def optimise(argv, **_):
        if argv[-1] != "--version":
            Path(argv[-1]).write_text("optimised")
        return ToolResult(0, "wasm-opt version 131")

    monkeypatch.setattr("shutil.which", lambda name: f"/bin/{name}" if there else None)
    cargo.on("wasm-opt", optimise)
    host = build(
        cargo, store, said, target=WASM, profile="size", describe=lambda path: json.dumps(INFO)
    )
    if there:
        assert host.path.read_text() == "optimised"
        assert host.info["wasm_opt"] == "wasm-opt 131 -Oz"
        assert host.info["size_before_wasm_opt"] == len("build 1")
        assert host.info["size_bytes"] == len("optimised")
    else:
        assert host.path.read_text() == "build 1"
        assert host.info["wasm_opt"].startswith("not used: wasm-opt is not on the path; ")


def test_a_trimmed_library(cargo, store, said, tmp_path) -> None:
    crate = tmp_path / "registry/rustpython-pylib-0.6.0"
    for name in ("os", "json", "queue"):
        (crate / "Lib").mkdir(parents=True, exist_ok=True)
        (crate / "Lib" / f"{name}.py").touch()
    package = {"name": "rustpython-pylib", "manifest_path": str(crate / "Cargo.toml")}
    cargo.on("cargo metadata", "warning: x\n" + json.dumps({"packages": [package]}) + "\n")
    script = tmp_path / "script.py"

    def trimmed(text: str):
        script.write_text(text)
        catalogue = profiles.load(trim_to=[script])
        return build(cargo, store, said, profile="trimmed", catalogue=catalogue)

    first = trimmed("import json")
    assert first.info["modules"] == ["json", "os"]
    command = cargo.ran("cargo build")[-1]
    override = command[command.index("--config") + 1]
    copy = Path(json.loads(override.removeprefix("paths="))[0])
    assert sorted(path.name for path in (copy / "Lib").iterdir()) == ["json.py", "os.py"]
    assert trimmed("import json  # again") == first
    assert trimmed("import queue").path != first.path
    with pytest.raises(HarnessError, match="to what is the library to be trimmed"):
        build(cargo, store, said, profile="trimmed")


def test_tests_examples_and_other_versions_do_not_matter(cargo, store, said, sources) -> None:
    first = build(cargo, store, said)
    (sources / "examples").mkdir()
    (sources / "examples/repl.rs").touch()
    (sources / "versions/0.10.0/Cargo.lock").write_text("new")
    assert build(cargo, store, said) == first


def test_wasm(cargo, store, said, rust: Path) -> None:
    library = rust / "lib/rustlib" / WASM / "lib"
    library.mkdir(parents=True)
    (library / "libstd-1.rlib").touch()
    seen = []

    def describe(path: Path) -> str:
        seen.append(path)
        return json.dumps(INFO)

    host = build(cargo, store, said, target=WASM, describe=describe)
    assert (host.path.name, host.target) == ("rustpython-host.wasm", WASM)
    assert seen == [host.path]
    (command,) = cargo.ran("cargo build")
    assert command[command.index("--target") + 1] == WASM
    assert "--no-default-features --features wasm" in " ".join(command)
    assert not cargo.ran("cc")
    (library / "libstd-1.rlib").write_bytes(b"x")
    assert build(cargo, store, said, target=WASM, describe=describe).path != host.path
    assert len(rustpython.list_hosts(store)) == 2
    with pytest.raises(ValueError, match="needs `describe`"):
        build(cargo, store, said, target=WASM)


def test_without_a_compiler_a_host_built_before_will_do(cargo, store, said, sources) -> None:
    host = build(cargo, store, said)
    cargo.on("rustc", "", status=127)
    assert build(cargo, store, said) == host
    (sources / "src/main.rs").write_text("changed")
    with pytest.raises(HarnessError, match="no Rust compiler"):
        build(cargo, store, said)


COMPILE_ERROR = """\
   Compiling rustpython-host v0.1.0
{"reason":"build-script-executed"}
error[E0433]: failed to resolve: use of undeclared crate `nothing`
 --> ../../src/main.rs:1:5
  |
1 | use nothing::x;
  |     ^^^^^^^
error: could not compile `rustpython-host` (bin "rustpython-host") due to 1 previous error
"""


@pytest.mark.parametrize(
    ("step", "status", "output", "message", "hint"),
    [
        ("build", 101, COMPILE_ERROR, "failed: error[E0433]: failed to resolve", "use nothing::x;"),
        ("fetch", 127, "not found", "no cargo", "rustup.rs"),
        (
            "fetch",
            101,
            "error: failed to download from index\n  Could not resolve host: index",
            "crates cannot be fetched, is there a network?",
            "Could not resolve host",
        ),
        ("build", 101, "error: could not write: No space left on device", "no space", "HARNESS_C"),
        (
            "fetch",
            101,
            "error: cannot update the lock file because --locked was passed",
            "Cargo.lock does not fit Cargo.toml",
            "cargo update --workspace",
        ),
    ],
)
def test_failures_are_told_apart(cargo, store, said, step, status, output, message, hint) -> None:
    cargo.on(f"cargo {step}", output, status=status)
    with pytest.raises(HarnessError) as caught:
        build(cargo, store, said)
    error = caught.value
    assert message in error.message
    assert "\n" not in error.message
    assert hint in (error.hint or "")
    assert "Compiling" not in (error.hint or "")
    assert error.code is ExitCode.INCOMPLETE
    assert list((store.root / "host").iterdir()) == []


def test_a_failed_build_names_its_log(cargo, store, said) -> None:
    cargo.on("cargo build", COMPILE_ERROR, status=101)
    with pytest.raises(HarnessError) as caught:
        build(cargo, store, said)
    log = store.root / "logs/rustpython-0.6.0-default-native.log"
    assert f"the whole log: {log}" in (caught.value.hint or "")


def test_sources_edited_during_the_build(cargo, store, said, sources) -> None:
    def edit(argv, **_):
        (sources / "src/main.rs").write_text("edited")
        return ToolResult(0, "")

    cargo.on("cargo build", edit)
    with pytest.raises(HarnessError, match="changed while rustpython"):
        build(cargo, store, said)
    assert rustpython.list_hosts(store) == []


def test_ctrl_c_leaves_nothing(cargo, store, said) -> None:
    def interrupt(*_, **__):
        raise KeyboardInterrupt

    cargo.on("cargo build", interrupt)
    with pytest.raises(KeyboardInterrupt):
        build(cargo, store, said)
    assert list((store.root / "host").iterdir()) == []


@pytest.mark.parametrize(("output", "status"), [("{}", 0), ("no JSON", 0), ("", 0), ("", 101)])
def test_a_host_that_says_nothing_of_itself(cargo, store, said, output, status) -> None:
    cargo.on("rustpython-host info", output, status=status)
    with pytest.raises(HarnessError, match="was built, but"):
        build(cargo, store, said)
    assert rustpython.list_hosts(store) == []


def test_an_old_compiler_is_refused_before_anything(cargo, store, said) -> None:
    cargo.on("rustc -vV", "release: 1.80.0\nhost: x")
    with pytest.raises(HarnessError, match=r"rustc 1\.80\.0 is too old"):
        build(cargo, store, said)
    assert not cargo.ran("cargo")


def test_no_c_compiler(cargo, store, said) -> None:
    cargo.on("cc", "", status=127)
    with pytest.raises(HarnessError, match="no C compiler"):
        build(cargo, store, said)


def test_an_unknown_version_or_profile_lists_the_known(cargo, store, said) -> None:
    with pytest.raises(HarnessError, match=r"no host for RustPython 0\.7\.0") as caught:
        build(cargo, store, said, "0.7.0")
    assert caught.value.hint == (
        "versions: 0.6.0, 0.10.0; sources of another: "
        "--engine NAME=path:DIR or NAME=git:DIR#REVISION"
    )
    with pytest.raises(HarnessError, match="no profile 'huge'") as caught:
        build(cargo, store, said, profile="huge")
    assert (caught.value.hint or "").startswith("profiles: default, no-threading, ")


def test_sources_that_are_not_there(cargo, store, said, monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("HARNESS_RUST_HOST", str(tmp_path / "nowhere"))
    with pytest.raises(HarnessError, match="the host's sources are not in") as caught:
        build(cargo, store, said)
    assert "HARNESS_RUST_HOST" in (caught.value.hint or "")


def test_the_registry(cargo, store, said) -> None:
    handed = {"tools": cargo, "store": store, "progress": said}
    column = ColumnId("rustpython", "0.6.0")
    assert ENGINES["rustpython"](column, "native", **handed) == build(cargo, store, said)
    with pytest.raises(HarnessError, match="CPython is found as it is, for native only"):
        ENGINES["cpython"](ColumnId("cpython", "3.14"), WASM, **handed)


@pytest.mark.hosts
def test_a_real_host_tells_what_it_is(monkeypatch) -> None:
    """The newest native host in the user's cache folder, when there is one."""
    from harness.cache import Cache
    from harness.execute import run_tool

    native = [host for host in rustpython.list_hosts(Cache.default()) if host.target == "native"]
    if not native:
        pytest.skip("no native host has been built yet: `harness build`")
    ended = run_tool([str(native[0].path), "info", "--json"], timeout_s=20)
    told = json.loads(ended.output.splitlines()[-1])
    assert told == {name: native[0].info[name] for name in told}
