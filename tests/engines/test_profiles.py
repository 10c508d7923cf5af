"""Build profiles: what the files mean, what they come to, and every complaint."""

from __future__ import annotations

from pathlib import Path

import pytest

from harness.engines.profiles import SHIPPED, TARGETS, Catalogue, Recipe, load, variable
from harness.errors import HarnessError

NATIVE, WASM = TARGETS
MANIFEST = """\
[features]
default = ["native"]
native = ["threading", "stdlib", "stdio", "ssl"]
wasm = ["stdlib", "stdio"]
jit = ["rustpython/jit"]
ssl = ["rustpython/ssl"]
stdio = ["rustpython/stdio"]
stdlib = ["rustpython/stdlib"]
threading = ["rustpython/threading"]
"""


@pytest.fixture
def manifest(tmp_path: Path) -> Path:
    path = tmp_path / "Cargo.toml"
    path.write_text(MANIFEST)
    return path


def profiles_of(tmp_path: Path, text: str, name: str = "mine.yaml") -> Path:
    path = tmp_path / name
    path.write_text(text)
    return path


def recipe(
    catalogue: Catalogue, manifest: Path, name: str, target: str = NATIVE, version: str = "0.6.0"
) -> Recipe:
    return catalogue.recipe(name, target, version, manifest)


def test_the_default_profile_adds_nothing_to_what_cargo_does_by_itself(manifest: Path) -> None:
    """Its arguments are part of the key of every host that has been built."""
    assert recipe(load(), manifest, "default") == Recipe(())
    wasm = recipe(load(), manifest, "default", WASM)
    assert wasm == Recipe(("--no-default-features", "--features", "wasm"))
    assert not wasm.env


@pytest.mark.parametrize(
    ("body", "arguments"),
    [
        ("native: {features: [default], with: [jit]}", "--features jit"),
        ("native: {features: [wasm]}", "--no-default-features --features wasm"),
        ("native: {features: [stdio]}", "--no-default-features --features stdio"),
        (
            "native: {features: [default], without: [threading]}",
            "--no-default-features --features stdlib,stdio,ssl",
        ),
        ("native: {features: [default], without: [absent]}", None),
        ("extends: default\n    native: {with: [jit, jit]}", "--features jit"),
    ],
)
def test_features(tmp_path: Path, manifest: Path, body: str, arguments: str | None) -> None:
    path = profiles_of(tmp_path, f"profiles:\n  mine:\n    {body}\n")
    found = recipe(load([path]), manifest, "mine").arguments
    spelt_out = "--no-default-features --features threading,stdlib,stdio,ssl"
    assert " ".join(found) == (arguments or spelt_out)


LAYERS = """\
profiles:
  below:
    description: the one below
    native: {features: [default], with: [jit], without: [ssl]}
    wasm32-wasip1: {unavailable: no reason}
    cargo: {lto: thin, panic: abort}
    wasm-opt: [-Oz]
  above:
    extends: below
    native: {without: [jit], with: [ssl]}
    wasm32-wasip1: {features: [wasm]}
    cargo: {lto: fat, opt-level: s}
    versions:
      "0.5": {cargo: {opt-level: 2}, native: {unavailable: not in 0.5}}
"""


def test_a_profile_goes_on_top_of_another(tmp_path: Path, manifest: Path) -> None:
    catalogue = load([profiles_of(tmp_path, LAYERS)])
    native = recipe(catalogue, manifest, "above")
    assert native.arguments[-1] == "threading,stdlib,stdio,ssl"
    assert native.settings == (("lto", "fat"), ("opt-level", "s"), ("panic", "abort"))
    assert native.env == {
        "CARGO_PROFILE_RELEASE_LTO": "fat",
        "CARGO_PROFILE_RELEASE_OPT_LEVEL": "s",
        "CARGO_PROFILE_RELEASE_PANIC": "abort",
    }
    assert native.wasm_opt == ()
    wasm = recipe(catalogue, manifest, "above", WASM)
    assert (wasm.arguments[-1], wasm.wasm_opt) == ("wasm", ("-Oz",))
    assert catalogue.profiles["above"].description == "the one below"


@pytest.mark.parametrize(("version", "level"), [("0.5.3", "2"), ("0.50.0", "s"), ("0.6.0", "s")])
def test_conditions_on_the_version(
    tmp_path: Path, manifest: Path, version: str, level: str
) -> None:
    catalogue = load([profiles_of(tmp_path, LAYERS)])
    found = recipe(catalogue, manifest, "above", WASM, version)
    assert dict(found.settings)["opt-level"] == level


def test_a_profile_that_cannot_be_had_says_why(tmp_path: Path, manifest: Path) -> None:
    path = profiles_of(tmp_path, LAYERS)
    with pytest.raises(HarnessError) as caught:
        recipe(load([path]), manifest, "above", NATIVE, "0.5.0")
    assert caught.value.message == "rustpython 0.5.0 has no profile above for native: not in 0.5"
    assert caught.value.hint == f"{path}:8 says so"


def test_a_later_file_wins_and_may_extend_the_profile_it_replaces(
    tmp_path: Path, manifest: Path
) -> None:
    first = profiles_of(tmp_path, "profiles: {size: {extends: size, cargo: {lto: off}}}")
    second = profiles_of(tmp_path, "profiles: {size: {extends: size, native: {with: [jit]}}}", "b")
    found = recipe(load([first, second]), manifest, "size")
    assert dict(found.settings)["lto"] == "off"
    assert dict(found.settings)["strip"] == "symbols"
    assert "jit" in found.arguments


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        ("profile: {}", 1, "unknown key 'profile'", "did you mean 'profiles'?"),
        ("profiles:\n  a: {extend: b}", 2, "unknown key 'extend'", "did you mean 'extends'?"),
        ("profiles:\n  a: {extends: siz}", 2, "no profile 'siz' stands above", "'size'?"),
        ("profiles:\n  a:\n    cargo:\n      lto: fast", 4, "lto cannot be 'fast'", "docs/"),
        ("profiles:\n  a: {cargo: {codegen-units: 0}}", 2, "a number from 1", "docs/"),
        ("profiles:\n  a: {cargo: {debug: 1}}", 2, "unknown key 'debug'", "opt-level, lto"),
        ("profiles:\n  a: {native: {with: jit}}", 2, "with is a list", "docs/"),
        ("profiles:\n  a: {native: {feature: [jit]}}", 2, "unknown key 'feature'", "'features'?"),
        ("profiles:\n  a: {wasm: {}}", 2, "unknown key 'wasm'", "wasm32-wasip1"),
        ("profiles:\n  a: {wasm-opt: [Oz]}", 2, "'Oz' is no flag of wasm-opt", "docs/"),
        ("profiles:\n  a: {library: some}", 2, "library cannot be 'some'", "docs/"),
        ("profiles:\n  a b: {}", 2, "'a b' is no name", "docs/"),
        ("profiles:\n  a: {}\n  a: {}", 3, "profile a stands here twice", "docs/"),
        ("profiles:\n  a: [", 2, "not YAML", "docs/"),
        ("profiles: [a]", 1, "names and values", "docs/"),
        ("profiles:\n  a:", 2, "names and values", "docs/"),
    ],
)
def test_complaints_name_the_line(
    tmp_path: Path, text: str, line: int, message: str, hint: str
) -> None:
    path = profiles_of(tmp_path, text)
    with pytest.raises(HarnessError) as caught:
        load([path])
    assert caught.value.message.startswith(f"{path}:{line}: ")
    assert message in caught.value.message
    assert "\n" not in caught.value.message
    assert hint in (caught.value.hint or "")


def test_an_unknown_feature_names_the_line_and_what_the_manifest_has(
    tmp_path: Path, manifest: Path
) -> None:
    path = profiles_of(tmp_path, "profiles:\n  a:\n    extends: default\n    native: {with: [jt]}")
    with pytest.raises(HarnessError) as caught:
        recipe(load([path]), manifest, "a")
    assert caught.value.message == f"{path}:4: the host of RustPython 0.6.0 has no feature 'jt'"
    assert caught.value.hint == (
        "did you mean 'jit'? features: default, jit, native, ssl, stdio, stdlib, threading, wasm"
    )


def test_a_profile_without_features_and_one_that_is_not_there(
    tmp_path: Path, manifest: Path
) -> None:
    path = profiles_of(tmp_path, "profiles:\n  a: {cargo: {lto: fat}}")
    with pytest.raises(HarnessError, match="profile a has no features for native"):
        recipe(load([path]), manifest, "a")
    with pytest.raises(HarnessError, match="no profile 'b'") as caught:
        recipe(load([path]), manifest, "b")
    assert (caught.value.hint or "").endswith(", a")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(HarnessError, match=r"cannot read .*none\.yaml: No such file"):
        load([tmp_path / "none.yaml"])


def test_an_empty_file_has_no_profiles(tmp_path: Path) -> None:
    assert load([profiles_of(tmp_path, "")]).profiles == load().profiles


REPOSITORY = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "version", sorted(path.name for path in (REPOSITORY / "rust-host/versions").iterdir())
)
def test_every_shipped_profile_fits_every_version_or_says_why_not(version: str) -> None:
    catalogue = load()
    manifest = REPOSITORY / "rust-host/versions" / version / "Cargo.toml"
    for name in catalogue.profiles:
        for target in TARGETS:
            unavailable = catalogue.profiles[name].of(version).targets[target].unavailable
            if unavailable is None:
                found = catalogue.recipe(name, target, version, manifest)
                assert set(found.env) == {variable(setting) for setting, _ in found.settings}


def test_the_example_of_the_documentation(tmp_path: Path) -> None:
    text = (REPOSITORY / "docs/profiles.md").read_text(encoding="utf-8")
    path = profiles_of(tmp_path, text.partition("```yaml\n")[2].partition("```")[0])
    manifest = REPOSITORY / "rust-host/versions/0.6.0/Cargo.toml"
    native = recipe(load([path]), manifest, "tiny")
    assert native.trimmed
    assert "sqlite" in native.arguments[-1].split(",")
    assert "threading" not in native.arguments[-1].split(",")
    assert dict(native.settings)["opt-level"] == "s"
    with pytest.raises(HarnessError, match=r"our module needs 0\.6"):
        recipe(load([path]), manifest, "tiny", version="0.5.0")


def test_the_shipped_file_is_beside_its_reader() -> None:
    """Else a wheel would lack it."""
    assert SHIPPED.parent.name == "engines"
    assert {"default", "no-threading", "speed", "size", "jit", "ssl-rustls", "ssl-openssl"} < set(
        load().profiles
    )
