"""Finding, and where needed installing, the CPython of a version.

Every interpreter that is looked at is really run: a name on the path says little (a shim, a
virtual environment, a debug build). Each rejected one keeps its reason for `harness doctor`.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import sys
import sysconfig
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

from harness.engines import debian
from harness.errors import ExitCode, HarnessError
from harness.model import (
    DEFAULT_PROFILE,
    NATIVE,
    Artefact,
    ArtefactStore,
    Progress,
    ToolRunner,
)

DEBIAN_KIND = "cpython"
_UNPATCHED = ".unpatched-sha256"
_UV_KIND = "uv-python"
_PROBE_S = 20.0
_UV_S = 180.0
_DEBIAN_EXPECTED_S = 15.0
# Which of Debian's suites have it; others are looked for where new versions arrive.
_SUITES = {"3.11": ("bookworm",), "3.13": ("trixie", "forky")}
_NEWEST_SUITES = ("forky", "sid")
_OLDEST_MINOR = 8

_PROBE = """
import json, os, platform, sys, sysconfig
libc = None
try:
    libc = os.confstr("CS_GNU_LIBC_VERSION")
except (AttributeError, OSError, ValueError):
    pass
read = sysconfig.get_config_var
linked = {}
for module, name in [("_ssl", "OPENSSL_VERSION"), ("_sqlite3", "sqlite_version"),
                     ("zlib", "ZLIB_RUNTIME_VERSION"), ("pyexpat", "EXPAT_VERSION")]:
    try:
        linked[module] = getattr(__import__(module), name)
    except (ImportError, AttributeError):
        linked[module] = None
library = os.path.join(read("LIBDIR") or "", read("LDLIBRARY") or "")
print(json.dumps({
    "version": "%d.%d.%d" % sys.version_info[:3],
    "level": sys.version_info.releaselevel,
    "build": sys.version,
    "build_date": platform.python_build()[1],
    "implementation": sys.implementation.name,
    "executable": getattr(sys, "_base_executable", None) or sys.executable,
    "prefix": sys.base_prefix,
    "stdlib": os.path.dirname(os.__file__),
    "library": library if read("Py_ENABLE_SHARED") else None,
    "debug": hasattr(sys, "gettotalrefcount"),
    "free_threaded": bool(read("Py_GIL_DISABLED")),
    "configured": read("CONFIG_ARGS") or "",
    "libc": libc or " ".join(platform.libc_ver()),
    "linked": linked,
}))
"""


@dataclass(frozen=True)
class Candidate:
    """An interpreter that was looked at. `reason` says why it was rejected, None if it fits.

    `facts` is what it said of itself, empty when it did not run.
    """

    source: str  # explicit, path, pyenv, uv, apt or harness
    path: Path
    reason: str | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)

    @property
    def version(self) -> str:
        return str(self.facts.get("version", ""))


def find_cpython(
    version: str,
    *,
    tools: ToolRunner,
    store: ArtefactStore,
    progress: Progress,
    explicit: Path | None = None,
    install: bool = True,
) -> Artefact:
    """The CPython of `version` ("3.14", or "3.14.8" to be exact), installed when needed.

    One that is named, by `explicit` or HARNESS_CPYTHON_3_14, has to fit: nothing else is
    looked for then. HarnessError otherwise says what was tried.
    """
    minor = _minor(version)
    named = explicit or _named(minor)
    if named:
        return _required(named, version, tools)
    rejected = []
    ways = _installed(version, tools, store, progress) if install else ()
    for candidate in chain(_survey(version, tools, store, kept=not install), ways):
        if candidate.reason is None:
            return _artefact(candidate, version)
        rejected.append(f"{candidate.path}: {candidate.reason}")
    raise HarnessError(
        f"no CPython {version}: " + ("; ".join(rejected) or "none is on this machine"),
        hint=f"install it, or name one: {_variable(minor)}=/path/to/python{minor}",
        code=ExitCode.INCOMPLETE,
    )


def nearest_cpython(
    version: str, *, tools: ToolRunner, store: ArtefactStore, progress: Progress
) -> Artefact:
    """The CPython on this machine whose minor version is nearest; `artefact.python` says which.

    Of two as near the older: what only a newer one has would be held against the candidate.
    At worst it is the one that runs the harness itself.
    """
    wanted = int(_minor(version).split(".")[1])
    minors = range(_OLDEST_MINOR, wanted + 10)
    for minor in sorted(minors, key=lambda minor: (abs(minor - wanted), minor)):
        for candidate in _survey(f"3.{minor}", tools, store):
            if candidate.reason is None:
                progress(f"no CPython {version}: the nearest is {candidate.version}")
                return _artefact(candidate, f"3.{minor}")
    raise HarnessError(
        "no CPython on this machine can be used as the oracle",
        hint=f"name one: {_variable(_minor(version))}=/path/to/python",
        code=ExitCode.INCOMPLETE,
    )


def survey(version: str, *, tools: ToolRunner, store: ArtefactStore) -> list[Candidate]:
    """All interpreters here that might be `version`, as `find_cpython` would look at them."""
    named = _named(_minor(version))
    if named:
        return [_examined("explicit", named, version, tools)]
    return list(_survey(version, tools, store))


def _minor(version: str) -> str:
    match = re.fullmatch(r"(3\.\d+)(\.\d+)?", version)
    if not match:
        raise HarnessError(
            f"{version!r} is not a version of CPython that can be looked for",
            hint="write 3.14, or 3.14.8 to be exact",
        )
    return match[1]


def _variable(minor: str) -> str:
    return "HARNESS_CPYTHON_" + minor.replace(".", "_")


def _named(minor: str) -> Path | None:
    named = os.environ.get(_variable(minor))
    return Path(named) if named else None


# ------------------------------------------------------------------- looking at one


def _required(path: Path, version: str, tools: ToolRunner) -> Artefact:
    candidate = _examined("explicit", path, version, tools)
    if candidate.reason:
        raise HarnessError(
            f"{path} cannot be used as CPython {version}: {candidate.reason}",
            hint=f"name another, or unset {_variable(_minor(version))}",
        )
    return _artefact(candidate, version)


def _examined(source: str, path: Path, version: str, tools: ToolRunner) -> Candidate:
    """Run it, and say whether it fits."""
    ended = tools([str(path), "-I", "-S", "-c", _PROBE], timeout_s=_PROBE_S)
    lines = ended.output.strip().splitlines()
    try:
        facts = json.loads(lines[-1]) if ended.returncode == 0 and lines else None
    except ValueError:
        facts = None
    if not isinstance(facts, dict):
        told = lines[0] if lines else f"exit code {ended.returncode}"
        return Candidate(source, path, f"does not run: {told}")
    return Candidate(source, path, _unfit(facts, version), facts)


def _unfit(facts: Mapping[str, Any], version: str) -> str | None:
    """Why an interpreter cannot stand for `version`, or None."""
    if facts["implementation"] != "cpython":
        return f"is {facts['implementation']}, not CPython"
    if not f"{facts['version']}.".startswith(f"{version}."):
        return f"is {facts['version']}"
    if facts["debug"]:
        return "is a debug build"
    if facts["free_threaded"]:
        return "is a free-threaded build"
    return None


def _artefact(candidate: Candidate, version: str) -> Artefact:
    facts = candidate.facts
    names = ("version", "build", "build_date", "prefix", "libc", "linked", "level")
    executable = Path(facts["executable"])
    return Artefact(
        path=executable,
        engine="cpython",
        version=version,
        python=_minor(candidate.version),
        target=NATIVE,
        profile=DEFAULT_PROFILE,
        fingerprint=_fingerprint(facts),
        info={
            **{name: facts[name] for name in names},
            "source": candidate.source,
            "executable": str(executable),
        },
    )


def _fingerprint(facts: Mapping[str, Any]) -> str:
    """Hash of all of an interpreter that can change a result, and of nothing else.

    Paths are left out, so that the same build in two places is the same.
    """
    parts = {
        "build": facts["build"],
        "executable": _executable_hash(Path(facts["executable"])),
        "library": _file_hash(facts["library"]),
        "stdlib": _stdlib_hash(Path(facts["stdlib"])),
        "configured": hashlib.sha256(facts["configured"].encode()).hexdigest(),
        "libc": facts["libc"],
        "linked": facts["linked"],
    }
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def _executable_hash(path: Path) -> str | None:
    """Its hash as it was before the path of its loader was written into it."""
    kept = path.with_name(path.name + _UNPATCHED)
    return kept.read_text().strip() if kept.is_file() else _file_hash(str(path))


def _file_hash(path: str | None) -> str | None:
    if not path or not Path(path).is_file():
        return None
    with Path(path).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _stdlib_hash(folder: Path) -> str:
    """Hash of the names and sizes of its files: reading them all would take a second."""
    skipped = {"__pycache__", "site-packages", "dist-packages", "test", "tests", "idlelib"}
    lines = []
    for base, folders, _ in os.walk(folder):
        folders[:] = sorted(set(folders) - skipped)
        with os.scandir(base) as found:
            files = [(item.name, item.stat().st_size) for item in found if item.is_file()]
        below = os.path.relpath(base, folder)
        lines += [f"{below}/{name} {size}" for name, size in sorted(files)]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


# ------------------------------------------------------------------- where to look


def _survey(
    version: str, tools: ToolRunner, store: ArtefactStore, *, kept: bool = True
) -> Iterator[Candidate]:
    """Look at what is on this machine, each program once; nothing is installed.

    `kept` includes what was unpacked into the cache before, unchecked.
    """
    minor = _minor(version)
    places = list(_places(minor, store))
    if kept:
        places += [("apt", _debian_program(path, minor)) for path in _debian_kept(minor, store)]
    if sys.version_info[:2] == tuple(map(int, minor.split("."))):
        places.append(("harness", Path(sys.executable)))
    seen = set()
    for source, path in places:
        real = path.resolve()
        if real not in seen and os.access(path, os.X_OK) and path.is_file():
            seen.add(real)
            yield _examined(source, path, version, tools)


def _places(minor: str, store: ArtefactStore) -> Iterator[tuple[str, Path]]:
    """Where CPython of this minor version may be, in the order of preference."""
    program = f"python{minor}"
    for folder in _path_folders():
        yield "path", folder / program
    for folder in _newest_first(_pyenv(), minor):
        yield "pyenv", folder / "bin" / program
    for path in _uv_programs(_uv_folder(), minor) + _uv_programs(store.folder(_UV_KIND), minor):
        yield "uv", path


def _path_folders() -> list[Path]:
    return [Path(name) for name in os.environ.get("PATH", "").split(os.pathsep) if name]


def _pyenv() -> Path:
    return Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv") / "versions"


def _uv_folder() -> Path:
    data = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share")
    return Path(os.environ.get("UV_PYTHON_INSTALL_DIR") or data / "uv/python")


def _uv_programs(folder: Path, minor: str) -> list[Path]:
    found = _newest_first(folder, f"cpython-{minor}")
    return [path / "bin" / f"python{minor}" for path in found]


def _newest_first(folder: Path, prefix: str) -> list[Path]:
    """Folders named `prefix` and a patch version, the highest first."""
    patch = re.compile(re.escape(prefix) + r"\.(\d+)")
    try:
        names = os.listdir(folder)
    except OSError:
        return []
    numbered = [
        (int(match[1]), folder / match.string) for match in map(patch.match, names) if match
    ]
    return [path for _, path in sorted(numbered, reverse=True)]


def _debian_kept(minor: str, store: ArtefactStore) -> list[Path]:
    """Folders of what was unpacked before."""
    entries = store.entries(DEBIAN_KIND)
    return [entry.path for entry in entries if entry.key.get("version") == minor]


def _debian_program(folder: Path, minor: str) -> Path:
    return folder / "root/usr/bin" / f"python{minor}"


# ------------------------------------------------------------------- installing


def _installed(
    version: str, tools: ToolRunner, store: ArtefactStore, progress: Progress
) -> Iterator[Candidate]:
    """Install it, by uv, then by apt; a way that fails is a candidate with that reason.

    What apt brought before is taken first: it is checked, and uv's server is not asked again.
    """
    minor = _minor(version)
    ways = [("uv", _by_uv), ("apt", _by_apt)]
    if _debian_kept(minor, store):
        ways.reverse()
    for source, way in ways:
        try:
            program = way(minor, tools, store, progress)
        except (debian.AptError, _UvError) as failure:
            yield Candidate(source, Path(source), str(failure))
        else:
            yield _examined(source, program, version, tools)


class _UvError(Exception):
    """Why uv could not install it."""


def _by_uv(minor: str, tools: ToolRunner, store: ArtefactStore, progress: Progress) -> Path:
    """Into the cache folder, with short waits: its server is often out of reach."""
    uv = shutil.which("uv")
    if uv is None:
        raise _UvError("is not installed")
    folder = store.folder(_UV_KIND)
    progress(f"installing CPython {minor} with uv")
    env = {
        "UV_PYTHON_INSTALL_DIR": str(folder),
        "UV_PYTHON_INSTALL_BIN": "0",
        "UV_HTTP_TIMEOUT": "10",
        "UV_HTTP_RETRIES": "0",
    }
    ended = tools([uv, "python", "install", minor], env=env, timeout_s=_UV_S)
    if ended.returncode:
        raise _UvError(_uv_reason(ended.output))
    programs = _uv_programs(folder, minor)
    if not programs:
        raise _UvError(f"reported success, but left no python{minor} in {folder}")
    return programs[0]


def _uv_reason(output: str) -> str:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return (lines or ["no reason was given"])[-1].removeprefix("cause: ")


def _by_apt(minor: str, tools: ToolRunner, store: ArtefactStore, progress: Progress) -> Path:
    """From Debian's packages, into the cache folder; the machine's own stay as they are."""
    reason = debian.available(tools)
    if reason:
        raise debian.AptError(reason)
    maker = _DebianMaker(minor, tools, progress, store.folder("logs") / f"cpython-{minor}.log")
    # The program carries the path of its loader: an entry is good in its own place only.
    key = {"version": minor, "place": str(store.folder(DEBIAN_KIND)), "recipe": "2"}
    folder, _ = store.get_or_build(DEBIAN_KIND, key, maker.make, progress=progress)
    return _debian_program(folder, minor)


@dataclass(frozen=True)
class _DebianMaker:
    """Makes `root/usr/bin/python3.X`, with its own libraries and loader, in an empty folder."""

    minor: str
    tools: ToolRunner
    progress: Progress
    log: Path

    def make(self, folder: Path) -> Mapping[str, str]:
        self.log.unlink(missing_ok=True)
        suite = self._unpack(folder)
        _trim(folder / "root", self.minor)
        self._patch(folder / "root")
        program = _debian_program(folder, self.minor)
        library = folder / "root/usr/lib" / f"python{self.minor}"
        # Compiled beforehand, or the first runs would be slower than all others.
        compile_all = [str(program), "-I", "-S", "-m", "compileall", "-q", "-j0", str(library)]
        self.tools(compile_all, log=self.log, timeout_s=300)
        return {"suite": suite}

    def _unpack(self, folder: Path) -> str:
        self.progress(f"fetching CPython {self.minor} from Debian", expected_s=_DEBIAN_EXPECTED_S)
        failures = []
        for suite in _SUITES.get(self.minor, _NEWEST_SUITES):
            work = folder / "apt"
            try:
                debian.unpack(
                    [f"python{self.minor}"],
                    folder / "root",
                    suite=suite,
                    work=work,
                    tools=self.tools,
                    log=self.log,
                    dependencies=True,
                )
                return suite
            except debian.AptError as failure:
                failures.append(str(failure))
            finally:
                shutil.rmtree(work, ignore_errors=True)
        raise debian.AptError("; ".join(failures))

    def _patch(self, root: Path) -> None:
        """Make the program use the loader and libraries it came with, by absolute path."""
        program = root / "usr/bin" / f"python{self.minor}"
        program.with_name(program.name + _UNPATCHED).write_text(str(_file_hash(str(program))))
        patchelf = _patchelf()
        asked = self.tools([patchelf, "--print-interpreter", str(program)], timeout_s=_PROBE_S)
        if asked.returncode:
            raise debian.AptError(f"patchelf failed: {debian.last_line(asked.output)}")
        name = Path(asked.output.strip().splitlines()[-1]).name
        loader = next((root / "usr").glob(f"lib*/**/{name}"), None)
        if loader is None:
            raise debian.AptError(f"the packages bring no loader {name}")
        interpreter = ["--set-interpreter", str(loader)]
        libraries = ["--force-rpath", "--set-rpath", str(loader.resolve().parent)]
        ended = self.tools(
            [patchelf, *interpreter, *libraries, str(program)], log=self.log, timeout_s=_PROBE_S
        )
        if ended.returncode:
            raise debian.AptError(f"patchelf failed: {debian.last_line(ended.output)}")


def _patchelf() -> str:
    """The program of the package `patchelf`, which stands beside Python even off the path."""
    beside = Path(sysconfig.get_path("scripts")) / "patchelf"
    return str(beside) if beside.is_file() else "patchelf"


def _trim(root: Path, minor: str) -> None:
    """Leave the program, its library and the shared libraries: each run looks at every file."""
    for path in [*root.iterdir(), *(root / "usr").iterdir()]:
        if path.name not in {"usr", "bin", "lib", "lib64"}:
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
    for path in (root / "usr/bin").iterdir():
        if path.name != f"python{minor}":
            path.unlink()
    for folder in (root / "usr/lib").glob("*/gconv"):
        shutil.rmtree(folder)
    # A link to a file of the machine's, which has no business in the oracle.
    (root / "usr/lib" / f"python{minor}" / "sitecustomize.py").unlink(missing_ok=True)
