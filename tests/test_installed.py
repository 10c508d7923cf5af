"""Packages of a folder, by their metadata and by their files."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from harness.errors import HarnessError
from harness.execute import run_tool
from harness.imports import Distribution, Packages
from harness.installed import default_folders, folders_of, installed, normalised

TAGGED = "x.cpython-311-x86_64-linux-gnu.so"


def package(
    site: Path, name: str, files: str, *, record: bool = True, top: str = "", requires: str = ""
) -> None:
    """Install a package of these files, with or without a list of them."""
    info = site / f"{name}-1.0.dist-info"
    info.mkdir(parents=True)
    lines = "".join(f"Requires-Dist: {text}\n" for text in requires.splitlines())
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n{lines}")
    for file in files.split():
        path = site / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")
    if record:
        (info / "RECORD").write_text("".join(f"{f},,\n" for f in [*files.split(), "../bin/x"]))
    if top:
        (info / "top_level.txt").write_text(top)


def only(packages: Packages, top: str) -> Distribution:
    (found,) = packages.tops[top]
    return found


@pytest.mark.parametrize(
    ("files", "compiled", "libraries"),
    [
        ("x/__init__.py x/a.py", (), ()),
        ("x.py", (), ()),
        (f"x/__init__.py x/{TAGGED}", (f"x/{TAGGED}",), ()),
        (TAGGED, (TAGGED,), ()),
        ("x/__init__.py x/_speed.abi3.so", ("x/_speed.abi3.so",), ()),
        ("x/__init__.py x/_speed.so", ("x/_speed.so",), ()),
        ("x/__init__.py x/_speed.pyd", ("x/_speed.pyd",), ()),
        ("x/__init__.py x/a.cp311-win_amd64.pyd", ("x/a.cp311-win_amd64.pyd",), ()),
        ("x/__init__.py x/libz.so", (), ("x/libz.so",)),
        ("x/__init__.py x/_libz.so", (), ("x/_libz.so",)),
        ("x/__init__.py x.libs/libz-1a2b.so.5.0.0", (), ("x.libs/libz-1a2b.so.5.0.0",)),
        ("x/__init__.py x/some.sound", (), ()),
    ],
)
@pytest.mark.parametrize("record", [True, False])
def test_what_is_compiled(
    files: str, compiled: tuple[str, ...], libraries: tuple[str, ...], record: bool, tmp_path: Path
) -> None:
    package(tmp_path, "X-pkg", files, record=record, top="x\n")
    found = only(installed([str(tmp_path)], {"x"}), "x")
    assert (found.name, found.version, found.compiled) == ("X-pkg", "1.0", compiled)
    assert found.libraries == libraries


def test_a_package_that_does_not_tell_its_files(tmp_path: Path) -> None:
    package(tmp_path, "editable", "__editable__.editable.pth", top="editable")
    assert only(installed([str(tmp_path)], ()), "editable").compiled is None


def test_a_module_without_metadata(tmp_path: Path) -> None:
    (tmp_path / "plain").mkdir()
    (tmp_path / "plain/__init__.py").write_text("")
    (tmp_path / TAGGED).write_text("")
    (tmp_path / "empty").mkdir()
    found = installed([str(tmp_path / "nowhere"), str(tmp_path)], {"plain", "x", "empty", "no"})
    assert found.tops == {
        "plain": (Distribution("plain"),),
        "x": (Distribution("x", compiled=(TAGGED,)),),
    }


def test_names_requirements_and_namespaces(tmp_path: Path) -> None:
    texts = "Typing_Extensions>=4; python_version < '3.9'\nnumpy [x] >=1\npytest; extra == 'test'"
    package(tmp_path, "google.Auth", "google/auth/a.py google/more.py", requires=texts)
    package(tmp_path, "protobuf", "google/protobuf/a.py")
    found = installed([str(tmp_path)], ())
    auth = found.by_name["google-auth"]
    assert auth.requires == ("typing-extensions", "numpy")
    assert auth.inside == {"google.auth", "google.more"}
    assert {p.name for p in found.tops["google"]} == {"google.Auth", "protobuf"}


def test_an_earlier_folder_hides_a_later_one(tmp_path: Path) -> None:
    package(tmp_path / "one", "x", "x.py")
    package(tmp_path / "two", "x", f"x.py {TAGGED}")
    found = installed([str(tmp_path / "one"), str(tmp_path / "two")], ())
    assert only(found, "x").compiled == ()


def test_normalised() -> None:
    assert {normalised(name) for name in ("A-b", "a_B", "a.b", "a__b")} == {"a-b"}


# --------------------------------------------------------------------------- where


def test_the_folders_of_an_interpreter() -> None:
    found = folders_of(sys.executable, tools=run_tool)
    assert any(Path(folder).name in ("site-packages", "dist-packages") for folder in found)
    assert not any(folder.endswith(f"lib/python3.{sys.version_info[1]}") for folder in found)
    if sys.prefix != sys.base_prefix:
        assert folders_of(sys.prefix, tools=run_tool) == found


@pytest.mark.parametrize(
    ("python", "said"),
    [
        ("nowhere/python", "--python nowhere/python: it does not run: "),
        (".", "--python .: this folder is no virtual environment"),
        ("/bin/false", "--python /bin/false: it does not run: exit code 1"),
        ("/bin/echo", "--python /bin/echo: it does not run: "),
    ],
)
def test_what_is_no_interpreter(
    python: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(HarnessError) as caught:
        folders_of(python, tools=run_tool)
    assert caught.value.message.startswith(said)


def test_an_active_environment_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "lib/python3.13/site-packages"
    site.mkdir(parents=True)
    monkeypatch.setenv("VIRTUAL_ENV", str(tmp_path))
    assert default_folders() == [str(site)]
    monkeypatch.setenv("VIRTUAL_ENV", sys.prefix)
    assert default_folders() != [str(site)]
