"""The wasm target: each way to get it, in order, and what is said when it fails."""

from __future__ import annotations

from pathlib import Path

import pytest

from harness.engines import toolchain
from harness.errors import ExitCode, HarnessError
from harness.model import ToolResult


def get(tools, store, said) -> toolchain.WasmToolchain:
    return toolchain.wasm_toolchain(tools=tools, store=store, progress=said)


def add_target(sysroot: Path) -> None:
    library = sysroot / "lib/rustlib/wasm32-wasip1/lib"
    library.mkdir(parents=True)
    (library / "libstd-0123.rlib").write_bytes(b"std")


@pytest.fixture(autouse=True)
def _no_switch(monkeypatch: pytest.MonkeyPatch) -> None:
    for switch in toolchain.RUSTUP_SWITCHES:
        monkeypatch.delenv(switch, raising=False)


@pytest.fixture
def rustup(tools, rust: Path) -> Path:
    """rustup is there, and adds what it is asked for."""

    def add(argv, **_):
        add_target(rust)
        return ToolResult(0, "info: downloading component rust-std")

    tools.on("rustup which rustc", f"{rust}/bin/rustc\n")
    tools.on("rustup target add", add)
    return rust


@pytest.fixture
def sources(apt, rust: Path) -> Path:
    """Debian has the sources of this rustc, and they compile."""

    def extract(argv, **_):
        root = Path(argv[3])
        (root / "usr/src/rustc-1.95.0/library/std").mkdir(parents=True)
        (root / "usr/lib/wasm32-wasip1").mkdir(parents=True)
        for name in ("crt1-command.o", "crt1-reactor.o", "libc.a", "libm.a"):
            (root / "usr/lib/wasm32-wasip1" / name).write_text(name)
        return ToolResult(0, "")

    def compile_std(argv, *, cwd, env):
        assert env["RUSTC_BOOTSTRAP"] == "1"
        assert (cwd / "src/lib.rs").is_file()
        deps = Path(env["CARGO_TARGET_DIR"]) / "wasm32-wasip1/release/deps"
        deps.mkdir(parents=True)
        for name in ("libstd-ab.rlib", "libcore-cd.rlib", "libempty-ef.rlib", "libstd-ab.rmeta"):
            (deps / name).write_text(name)
        return ToolResult(0, "")

    apt.on("dpkg-deb -x", extract)
    apt.on("cargo build", compile_std)
    return rust


def test_an_installed_target_is_used_as_it_is(tools, store, said, rust: Path) -> None:
    add_target(rust)
    found = get(tools, store, said)
    assert (found.source, dict(found.env), said) == ("installed", {}, [])
    assert not tools.ran("rustup")


def test_the_identity_changes_with_the_library(tools, store, said, rust: Path) -> None:
    add_target(rust)
    first = get(tools, store, said).identity
    (rust / "lib/rustlib/wasm32-wasip1/lib/libcore-1.rlib").write_bytes(b"x")
    assert get(tools, store, said).identity != first


def test_rustup_adds_it(tools, store, said, rustup: Path) -> None:
    assert get(tools, store, said).source == "rustup"
    assert said == ["adding the Rust target wasm32-wasip1 with rustup"]
    assert get(tools, store, said).source == "installed"


def test_debian_is_asked_when_rustup_fails(tools, store, said, rustup, sources) -> None:
    tools.on("rustup target add", "info: x\nerror: could not download file\n", status=1)
    found = get(tools, store, said)
    assert found.source == "debian"
    wrapper = Path(found.env["RUSTC"])
    library = wrapper.parent / "sysroot/lib/rustlib/wasm32-wasip1/lib"
    names = sorted(path.relative_to(library).as_posix() for path in library.rglob("*.*"))
    assert names == [
        "libcore-cd.rlib",
        "libstd-ab.rlib",
        "self-contained/crt1-command.o",
        "self-contained/crt1-reactor.o",
        "self-contained/libc.a",
    ]
    assert f"exec {sources}/bin/rustc --sysroot {wrapper.parent}/sysroot" in wrapper.read_text()
    assert wrapper.stat().st_mode & 0o111
    assert not (wrapper.parent / "scratch").exists()


def test_the_sysroot_is_made_of_links(tools, store, said, sources: Path) -> None:
    sysroot = Path(get(tools, store, said).env["RUSTC"]).parent / "sysroot"
    assert (sysroot / "bin").readlink() == sources / "bin"
    native = sysroot / "lib/rustlib/x86_64-unknown-linux-gnu"
    assert native.readlink() == sources / "lib/rustlib/x86_64-unknown-linux-gnu"
    assert not (sysroot / "share").exists()
    assert not (sysroot / "lib/rustlib/src/rust").is_symlink()


def test_a_sysroot_made_before_is_used_without_asking_rustup(tools, store, said, sources) -> None:
    first = get(tools, store, said)
    rustc = toolchain.find_rustc(tools)
    assert toolchain.built(rustc, store)
    tools.calls.clear()
    assert get(tools, store, said) == first
    assert {call[0] for call in tools.calls} == {"rustc"}


def test_link_time_optimisation_gets_a_sysroot_of_its_own(tools, store, said, sources) -> None:
    """Its standard library has bitcode; the other is left as it is, with all that hangs on it."""
    seen = []
    rules = next(answer for words, answer in tools.rules if words == ["cargo", "build"])

    def note(argv, *, env, **more):
        seen.append(env.get("CARGO_ENCODED_RUSTFLAGS"))
        return rules(argv, env=env, **more)

    tools.on("cargo build", note)
    plain = get(tools, store, said)
    handed = {"tools": tools, "store": store, "progress": said}
    lto = toolchain.wasm_toolchain(**handed, lto=True)
    assert seen == [None, "-Cembed-bitcode=yes"]
    assert lto.env["RUSTC"] != plain.env["RUSTC"]
    assert toolchain.built(toolchain.find_rustc(tools), store, lto=True)
    assert get(tools, store, said) == plain


def test_a_damaged_sysroot_is_made_again(tools, store, said, sources: Path) -> None:
    folder = Path(get(tools, store, said).env["RUSTC"]).parent
    library = folder / "sysroot/lib/rustlib/wasm32-wasip1/lib"
    (library / "libstd-ab.rlib").write_bytes(b"")
    get(tools, store, said)
    assert (library / "libstd-ab.rlib").read_text() == "libstd-ab.rlib"
    assert any("damaged" in line for line in said)


def test_suites_are_tried_in_turn(tools, store, said, sources: Path) -> None:
    tried = []

    def update(argv, **_):
        tried.append(Path(argv[2]).with_name("sources.list").read_text().split()[-2])
        return ToolResult(0, "") if tried[-1] == "forky" else ToolResult(100, "E: no such suite")

    whole = tools.rules[[words for words, _ in tools.rules].index(["apt-get"])][1]

    def either(argv, **more):
        return update(argv) if argv[4:5] == ["update"] else whole(argv, **more)

    tools.on("apt-get -c", either)
    get(tools, store, said)
    assert tried == ["trixie-backports", "forky"]


def test_why_each_way_failed(tools, store, said, rustup, apt) -> None:
    tools.on("rustup target add", "error: could not download file\n", status=1)
    tools.on("apt-get -c", "E: Version '1.95.0*' for 'rust-src' was not found", status=100)
    with pytest.raises(HarnessError) as caught:
        get(tools, store, said)
    message = caught.value.message
    assert "rustup: error: could not download file; Debian: no rust-src 1.95.0" in message
    assert "\n" not in message
    assert caught.value.hint == "rustup target add wasm32-wasip1"
    assert caught.value.code is ExitCode.INCOMPLETE
    assert [line.split(":")[0] for line in toolchain.last_failure(store)] == ["rustup", "Debian"]
    assert list((store.root / "wasm-sysroot").iterdir()) == []


@pytest.mark.parametrize(
    ("prepare", "reason"),
    [
        (lambda tools: None, "rustup: is not installed"),
        (lambda tools: tools.on("rustup which", "/other/bin/rustc"), "is not rustup's"),
        (lambda tools: tools.on("rustup", "", status=124), "did not answer in time"),
    ],
)
def test_why_rustup_cannot(tools, store, said, rust, prepare, reason) -> None:
    prepare(tools)
    with pytest.raises(HarnessError, match=reason):
        get(tools, store, said)


def test_rustup_that_reports_success_is_checked(tools, store, said, rustup: Path) -> None:
    tools.on("rustup target add", "info: done")
    with pytest.raises(HarnessError, match="rustc still lacks the target"):
        get(tools, store, said)


@pytest.mark.parametrize("switch", toolchain.RUSTUP_SWITCHES)
def test_rustup_can_be_turned_off(
    tools, store, said, rustup, sources, monkeypatch, switch: str
) -> None:
    monkeypatch.setenv(switch, "0")
    assert get(tools, store, said).source == "debian"
    assert not tools.ran("rustup")


def test_std_that_does_not_compile(tools, store, said, sources: Path) -> None:
    tools.on("cargo build", "   Compiling core\nerror: no such thing\n", status=101)
    with pytest.raises(HarnessError, match=r"std does not compile: error: no such thing \(log: "):
        get(tools, store, said)


def test_no_rustc(tools, store, said) -> None:
    with pytest.raises(HarnessError, match="no Rust compiler: rustc is not installed") as caught:
        get(tools, store, said)
    assert caught.value.code is ExitCode.INCOMPLETE


@pytest.mark.parametrize(
    ("version", "fits"), [("1.94.1", False), ("1.95.0", True), ("2.0.0", True)]
)
def test_the_least_rustc(tools, rust, version, fits) -> None:
    tools.on("rustc -vV", f"host: x\nrelease: {version}\n")
    rustc = toolchain.find_rustc(tools)
    if fits:
        toolchain.require_new_enough(rustc)
    else:
        with pytest.raises(HarnessError, match=f"rustc {version} is too old"):
            toolchain.require_new_enough(rustc)
