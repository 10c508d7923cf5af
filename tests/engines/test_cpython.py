"""Finding a CPython: the order, what is rejected and why, and what is installed."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from harness.engines import cpython
from harness.errors import ExitCode, HarnessError
from harness.model import ToolResult

FACTS = {
    "version": "3.14.2",
    "level": "final",
    "build": "3.14.2 (main, Jan  1 2026) [GCC]",
    "build_date": "Jan  1 2026",
    "implementation": "cpython",
    "library": None,
    "debug": False,
    "free_threaded": False,
    "configured": "--enable-optimizations",
    "libc": "glibc 2.43",
    "linked": {"zlib": "1.3"},
    "prefix": "/usr",
}


@pytest.fixture(autouse=True)
def empty_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No Python anywhere, but for the one that runs the tests."""
    for name in ("PATH", "PYENV_ROOT", "UV_PYTHON_INSTALL_DIR"):
        monkeypatch.setenv(name, str(tmp_path / name))
    monkeypatch.delenv("HARNESS_CPYTHON_3_14", raising=False)


@pytest.fixture
def interpreters(tools):
    """Makes programs that say of themselves what a test wants, keyed by path."""
    says: dict[str, str] = {}

    def answer(argv, **_):
        text = says.get(argv[0])
        return ToolResult(1, "Traceback: broken") if text is None else ToolResult(0, text)

    def make(path: Path, **facts) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"#!{path}")
        path.chmod(0o755)
        library = path.parent.parent / f"{path.parent.name}-lib"
        library.mkdir(exist_ok=True)
        (library / "os.py").write_text("import sys")
        places = {"executable": str(path), "stdlib": str(library)}
        says[str(path)] = json.dumps({**FACTS, **places, **facts})
        for name in {path.name, Path(sys.executable).name}:
            tools.on(name, answer)
        return path

    return make


def find(tools, store, said, version="3.14", **options):
    return cpython.find_cpython(version, tools=tools, store=store, progress=said, **options)


def test_the_order_of_places(tools, store, said, tmp_path, interpreters) -> None:
    uv_own = interpreters(store.folder("uv-python") / "cpython-3.14.1-linux/bin/python3.14")
    uv = interpreters(tmp_path / "UV_PYTHON_INSTALL_DIR/cpython-3.14.1-linux/bin/python3.14")
    interpreters(tmp_path / "PYENV_ROOT/versions/3.14.2/bin/python3.14")
    pyenv = interpreters(tmp_path / "PYENV_ROOT/versions/3.14.10/bin/python3.14")
    path = interpreters(tmp_path / "PATH/python3.14")
    for program, source in [(path, "path"), (pyenv, "pyenv"), (None, ""), (uv, "uv")]:
        if program is None:
            (tmp_path / "PYENV_ROOT/versions/3.14.2/bin/python3.14").unlink()
            continue
        found = find(tools, store, said)
        assert (found.path, found.info["source"]) == (program, source)
        program.unlink()
    assert find(tools, store, said).path == uv_own


def test_what_an_artefact_says(tools, store, said, tmp_path, interpreters) -> None:
    path = interpreters(tmp_path / "PATH/python3.14")
    found = find(tools, store, said)
    assert (found.engine, found.version, found.python) == ("cpython", "3.14", "3.14")
    assert (found.target, found.profile) == ("native", "default")
    assert found.info["version"] == "3.14.2"
    assert found.info["executable"] == str(path)
    assert found.info["build_date"] == "Jan  1 2026"
    json.dumps(found.info)


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"implementation": "pypy"}, "is pypy, not CPython"),
        ({"version": "3.13.1"}, "is 3.13.1"),
        ({"version": "3.1.4"}, "is 3.1.4"),
        ({"debug": True}, "is a debug build"),
        ({"free_threaded": True}, "is a free-threaded build"),
    ],
)
def test_what_is_rejected(tools, store, said, tmp_path, interpreters, facts, reason) -> None:
    path = interpreters(tmp_path / "PATH/python3.14", **facts)
    (candidate,) = cpython.survey("3.14", tools=tools, store=store)
    assert (candidate.path, candidate.reason) == (path, reason)
    good = interpreters(tmp_path / "PYENV_ROOT/versions/3.14.2/bin/python3.14")
    assert find(tools, store, said).path == good


@pytest.mark.parametrize("output", ["pyenv: python3.14: command not found", "[]", ""])
def test_a_shim_that_does_not_run_is_passed_over(tools, store, tmp_path, interpreters, output):
    interpreters(tmp_path / "PATH/python3.14")
    tools.on("python3.14", output, status=0 if output == "[]" else 127)
    (candidate,) = cpython.survey("3.14", tools=tools, store=store)
    assert str(candidate.reason).startswith("does not run: " + output)


def test_an_exact_version(tools, store, said, tmp_path, interpreters) -> None:
    interpreters(tmp_path / "PATH/python3.14", version="3.14.10")
    wanted = interpreters(tmp_path / "PYENV_ROOT/versions/3.14.1/bin/python3.14", version="3.14.1")
    found = find(tools, store, said, "3.14.1")
    assert (found.path, found.version, found.python) == (wanted, "3.14.1", "3.14")


@pytest.mark.parametrize("version", ["3", "2.7", "3.14.x", "main"])
def test_not_a_version(tools, store, said, version) -> None:
    with pytest.raises(HarnessError, match="is not a version of CPython") as caught:
        find(tools, store, said, version)
    assert caught.value.code is ExitCode.USAGE


@pytest.mark.parametrize("by_environment", [True, False])
def test_one_that_is_named_has_to_fit(
    tools, store, said, tmp_path, interpreters, monkeypatch, by_environment
) -> None:
    interpreters(tmp_path / "PATH/python3.14")
    mine = interpreters(tmp_path / "mine/python")
    if by_environment:
        monkeypatch.setenv("HARNESS_CPYTHON_3_14", str(mine))
    explicit = None if by_environment else mine
    assert find(tools, store, said, explicit=explicit).path == mine
    interpreters(tmp_path / "mine/python", version="3.12.1")
    with pytest.raises(HarnessError, match=r"cannot be used as CPython 3\.14: is 3\.12\.1"):
        find(tools, store, said, explicit=explicit)


def test_the_fingerprint_is_of_the_build_not_the_place(
    tools, store, said, tmp_path, interpreters
) -> None:
    here = interpreters(tmp_path / "PATH/python3.14")
    first = find(tools, store, said).fingerprint
    assert find(tools, store, said).fingerprint == first
    library = tmp_path / "PATH-lib"
    (library / "new.py").touch()
    assert find(tools, store, said).fingerprint != first
    (library / "new.py").unlink()
    (library / "__pycache__").mkdir()
    (library / "__pycache__/os.pyc").touch()
    assert find(tools, store, said).fingerprint == first
    for change in ({"libc": "glibc 2.36"}, {"linked": {"zlib": "1.2"}}, {"configured": "-O0"}):
        interpreters(here, **change)
        assert find(tools, store, said).fingerprint != first
    there = interpreters(tmp_path / "PYENV_ROOT/versions/3.14.2/bin/python3.14")
    there.write_bytes(here.read_bytes())
    here.unlink()
    assert find(tools, store, said).fingerprint == first


def test_nothing_found_says_what_was_tried(tools, store, said, tmp_path, interpreters) -> None:
    interpreters(tmp_path / "PATH/python3.14", debug=True)
    with pytest.raises(HarnessError) as caught:
        find(tools, store, said)
    message = caught.value.message
    assert message.startswith("no CPython 3.14: ")
    assert "python3.14: is a debug build" in message
    assert "uv: is not installed" in message
    assert "apt: apt-get is not on this machine" in message
    assert "HARNESS_CPYTHON_3_14=" in (caught.value.hint or "")
    assert caught.value.code is ExitCode.INCOMPLETE


def test_without_install_nothing_is_installed(tools, store, said) -> None:
    with pytest.raises(HarnessError, match=r"no CPython 3\.14: none is on this machine"):
        find(tools, store, said, install=False)
    assert tools.calls == []


def test_the_nearest_and_of_two_as_near_the_older(
    tools, store, said, tmp_path, interpreters
) -> None:
    interpreters(tmp_path / "PATH/python3.15", version="3.15.0")
    interpreters(tmp_path / "PATH/python3.12", version="3.12.1")
    older = interpreters(tmp_path / "PATH/python3.13", version="3.13.0")
    found = cpython.nearest_cpython("3.14", tools=tools, store=store, progress=said)
    assert (found.path, found.python, found.version) == (older, "3.13", "3.13")
    assert said == ["no CPython 3.14: the nearest is 3.13.0"]


def test_no_cpython_at_all(tools, store, said) -> None:
    with pytest.raises(HarnessError, match="can be used as the oracle"):
        cpython.nearest_cpython("3.14", tools=tools, store=store, progress=said)


# ------------------------------------------------------------------- installing


@pytest.fixture
def uv(tools, tmp_path: Path) -> Path:
    path = tmp_path / "PATH/uv"
    path.parent.mkdir(exist_ok=True)
    path.touch()
    path.chmod(0o755)
    return path


def test_uv_installs_into_the_cache_folder(tools, store, said, uv, interpreters) -> None:
    def install(argv, *, cwd, env):
        folder = Path(env["UV_PYTHON_INSTALL_DIR"])
        interpreters(folder / "cpython-3.14.2-linux-x86_64-gnu/bin/python3.14")
        assert env["UV_PYTHON_INSTALL_BIN"] == "0"
        return ToolResult(0, "")

    tools.on("uv python install 3.14", install)
    found = find(tools, store, said)
    assert found.info["source"] == "uv"
    assert found.path.is_relative_to(store.root)
    find(tools, store, said)
    assert len(tools.ran("uv")) == 1


@pytest.fixture
def debian_python(apt, interpreters):
    """Debian has python3.14; patchelf works."""

    def extract(argv, **_):
        root = Path(argv[3])
        interpreters(root / "usr/bin/python3.14")
        libraries = root / "usr/lib/x86_64-linux-gnu"
        for path in (libraries / "gconv/UTF-7.so", root / "etc/mime.types", root / "usr/bin/pdb3"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
        (libraries / "ld-linux-x86-64.so.2").touch()
        (root / "usr/lib/python3.14").mkdir()
        (root / "usr/lib/python3.14/sitecustomize.py").symlink_to("/etc/sitecustomize.py")
        return ToolResult(0, "")

    apt.on("dpkg-deb -x", extract)
    apt.on("patchelf --print-interpreter", "/lib64/ld-linux-x86-64.so.2\n")
    apt.on("patchelf --set-interpreter")
    return apt


def test_apt_after_uv_failed(debian_python, tools, store, said, uv) -> None:
    tools.on("uv", "error: no\n  cause: dns error\n", status=1)
    found = find(tools, store, said)
    root = found.path.parents[2]
    assert found.info["source"] == "apt"
    libraries = root / "usr/lib/x86_64-linux-gnu"
    (patch,) = tools.ran("patchelf --set-interpreter")
    assert patch[2] == str(libraries / "ld-linux-x86-64.so.2")
    assert patch[3:6] == ["--force-rpath", "--set-rpath", str(libraries)]
    assert sorted(path.name for path in (root / "usr/bin").glob("p*")) == [
        "python3.14",
        "python3.14.unpatched-sha256",
    ]
    for gone in ("etc", "usr/lib/x86_64-linux-gnu/gconv", "usr/lib/python3.14/sitecustomize.py"):
        assert not (root / gone).is_symlink()
        assert not (root / gone).exists()
    assert sorted(path.name for path in root.parent.iterdir()) == ["entry.json", "root"]


def test_apts_is_found_again_without_asking_anyone(debian_python, tools, store, said, uv) -> None:
    tools.on("uv", "error: no", status=1)
    first = find(tools, store, said)
    tools.calls.clear()
    assert find(tools, store, said) == first
    assert not tools.ran("uv")
    assert not tools.ran("apt-get -c")
    sources = [found.source for found in cpython.survey("3.14", tools=tools, store=store)]
    assert "apt" in sources


def test_apts_when_damaged_is_unpacked_again(debian_python, tools, store, said) -> None:
    library = find(tools, store, said).path.parents[1] / "lib/x86_64-linux-gnu"
    (library / "ld-linux-x86-64.so.2").unlink()
    find(tools, store, said)
    assert (library / "ld-linux-x86-64.so.2").exists()
    assert any("damaged" in line for line in said)


def test_a_suite_without_it(apt, tools, store, said) -> None:
    def refuse(argv, **_):
        missing = argv[4] == "install"
        return ToolResult(100 if missing else 0, "E: Unable to locate package" if missing else "")

    apt.on("apt-get -c", refuse)
    with pytest.raises(HarnessError, match=r"apt: no python3\.14: Unable to locate"):
        find(tools, store, said)
    assert list((store.root / "cpython").iterdir()) == []


def test_no_patchelf(debian_python, tools, store, said) -> None:
    tools.on("patchelf", "patchelf: not found", status=127)
    with pytest.raises(HarnessError, match="patchelf failed"):
        find(tools, store, said)


def test_the_probe_runs_in_this_very_python(store, said) -> None:
    """The real probe, by the real runner: the one test here that starts a process."""
    from harness.execute import run_tool

    version = f"3.{sys.version_info.minor}"
    found = cpython.find_cpython(
        version, tools=run_tool, store=store, progress=said, explicit=Path(sys.executable)
    )
    assert found.info["build"] == sys.version
    assert found.info["prefix"] == sys.base_prefix
    assert found.python == version
