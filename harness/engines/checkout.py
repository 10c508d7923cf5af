"""RustPython's own sources as a version: a folder as it is, or a revision of a git repository.

A checkout has no manifest below `rust-host/versions`; one is made for it from the manifest of
the nearest version that is known, with the dependencies turned to the checkout's own crates.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
import tarfile
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from glob import glob
from pathlib import Path
from typing import Any

import tomli_w

from harness.errors import ExitCode, HarnessError
from harness.model import ArtefactStore, Progress, ToolRunner

KIND = "checkout"
EXPECTED = "NAME=path:DIR or NAME=git:DIR#REVISION"
_ENGINE = "rustpython"
_ROOT_PACKAGE = "rustpython"
# What our sources name, and so has to come from the checkout.
_PACKAGES = (_ROOT_PACKAGE, "rustpython-vm")
_SPEC = re.compile(
    r"(?:(?P<engine>[A-Za-z0-9._+-]+)@)?(?P<name>[A-Za-z0-9._+-]+)=(?P<kind>path|git):(?P<where>.+)"
)
_TOOL_S = 60.0
_EXPORT_S = 600.0
# Build products, and git's own files: no part of the sources.
_NOT_SOURCES = {"target", ".git"}


@dataclass(frozen=True)
class Checkout:
    """Sources of RustPython that are there and can be built.

    `source` is where they are from, as the user gave it; `version` is what they say of
    themselves. `identity` stands for all of their files: the commit, or a hash of the folder.
    `packages` holds the folder of each crate by its name.
    """

    name: str
    source: str
    folder: Path
    version: str
    identity: str
    packages: Mapping[str, Path] = field(repr=False)
    features: frozenset[str] = field(repr=False)

    @property
    def label(self) -> str:
        """The version, told apart from the published one and from other checkouts."""
        return f"{self.version}+{self.identity[:12]}"


@dataclass(frozen=True)
class _Spec:
    """What `--engine` was given."""

    text: str
    name: str
    folder: Path
    revision: str | None

    @property
    def source(self) -> str:
        return self.text.partition("=")[2]

    def error(self, why: str, *, hint: str | None = None) -> HarnessError:
        return HarnessError(f"--engine {self.text}: {why}", hint=hint)


def open_checkout(
    text: str, *, tools: ToolRunner, store: ArtefactStore, progress: Progress
) -> Checkout:
    """Find what `NAME=path:DIR` or `NAME=git:DIR#REVISION` means; a revision is exported.

    HarnessError when there is no such folder, repository or revision, or it is no RustPython.
    """
    spec = _parse(text)
    if not spec.folder.is_dir():
        raise spec.error(f"there is no folder {spec.folder}")
    if spec.revision is None:
        # Whether it is RustPython comes first: any other folder may be a whole disk.
        found = _read(spec, spec.folder.resolve(), "")
        return replace(found, identity=identity(found.folder, tools))
    commit = _commit(spec, tools)
    if _has_edits(spec, tools):
        progress(f"what is in no commit of {spec.folder} is no part of {commit[:12]}")

    def export(folder: Path) -> Mapping[str, Any]:
        progress(f"exporting {commit[:12]} of {spec.folder}")
        _export(spec, commit, folder, tools)
        _read(spec, folder, commit)
        return {"commit": commit}

    folder, _ = store.get_or_build(KIND, {"commit": commit}, export, progress=progress)
    return _read(spec, folder, commit)


def identity(folder: Path, tools: ToolRunner) -> str:
    """A hash of all source files of a folder, edits that are in no commit included.

    HarnessError for a file that cannot be read, or that goes away meanwhile.
    """
    digest = hashlib.sha256()
    try:
        for path in sorted(_source_files(folder, tools)):
            content = str(path.readlink()).encode() if path.is_symlink() else path.read_bytes()
            digest.update(f"{path.relative_to(folder).as_posix()}\0".encode())
            digest.update(hashlib.sha256(content).digest())
    except OSError as error:
        raise HarnessError(
            f"the sources in {folder} cannot be read: {error.filename}: {error.strerror}",
            hint="is something writing there? a revision stays as it is: NAME=git:DIR#REVISION",
        ) from error
    return digest.hexdigest()


def current_identity(checkout: Checkout, tools: ToolRunner) -> str:
    """The identity of the checkout's files as they are now; an exported revision keeps its own."""
    if checkout.source.startswith("git:"):
        return checkout.identity
    return identity(checkout.folder, tools)


def nearest_version(version: str, known: Sequence[str]) -> str:
    """The newest of the `known` versions that is not newer than `version`, else the oldest."""
    not_newer = [name for name in known if _numbers(name) <= _numbers(version)]
    return max(not_newer, key=_numbers) if not_newer else min(known, key=_numbers)


def host_manifest(checkout: Checkout, template: Path) -> tuple[str, list[str]]:
    """The text of a manifest that builds the host of `template` on the checkout, and notes.

    It may stand in any folder. A note names each feature that the checkout does not have.
    """
    sources = template.parent
    manifest = tomllib.loads(template.read_text(encoding="utf-8"))
    dropped = _drop_features(manifest["features"], checkout.features)
    for name in _PACKAGES:
        wanted = {k: v for k, v in manifest["dependencies"][name].items() if k != "version"}
        manifest["dependencies"][name] = {"path": str(checkout.packages[name]), **wanted}
    package = manifest["package"]
    package["build"] = str((sources / package["build"]).resolve())
    for product in (manifest["lib"], *manifest["bin"]):
        product["path"] = str((sources / product["path"]).resolve())
    for table in ("example", "test", "dev-dependencies"):
        manifest.pop(table, None)
    # Whatever lies above the folder, this is a workspace of its own.
    manifest["workspace"] = {}
    patches = _toml(checkout.folder / "Cargo.toml").get("patch", {})
    if patches := {name: _absolute(patch, checkout.folder) for name, patch in patches.items()}:
        manifest["patch"] = patches
    return tomli_w.dumps(manifest), [f"this RustPython has no feature {name}" for name in dropped]


# ------------------------------------------------------------------- what is given


def _parse(text: str) -> _Spec:
    match = _SPEC.fullmatch(text)
    example = f"as {_ENGINE}@main=path:../RustPython"
    if not match:
        raise HarnessError(f"--engine {text}: expected {EXPECTED}", hint=example)
    if match["engine"] not in (None, _ENGINE):
        raise HarnessError(f"--engine {text}: only {_ENGINE} is built from sources", hint=example)
    where, revision = match["where"], None
    if match["kind"] == "git":
        where, _, revision = where.rpartition("#")
        if not where or not revision:
            raise HarnessError(
                f"--engine {text}: no revision is named", hint="as git:DIR#main or git:DIR#1a2b3c4"
            )
    return _Spec(text, match["name"], Path(where).expanduser(), revision)


def _commit(spec: _Spec, tools: ToolRunner) -> str:
    """The full hash of the commit that is meant."""
    git = ["git", "-C", str(spec.folder)]
    ended = tools([*git, "rev-parse", "--git-dir"], timeout_s=_TOOL_S)
    if ended.returncode == 127:
        raise spec.error("there is no git on this machine", hint="install git, or use path:DIR")
    if ended.returncode:
        raise spec.error(
            f"{spec.folder} is not a git repository", hint="for a folder as it is: path:DIR"
        )
    wanted = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{spec.revision}^{{commit}}"]
    ended = tools([*git, *wanted], timeout_s=_TOOL_S)
    if ended.returncode:
        raise spec.error(
            f"{spec.folder} has no revision {spec.revision}", hint=f"git -C {spec.folder} fetch"
        )
    return ended.output.strip()


def _has_edits(spec: _Spec, tools: ToolRunner) -> bool:
    """Whether a file that git knows was changed since the last commit."""
    status = ["status", "--porcelain", "--untracked-files=no"]
    return bool(tools(["git", "-C", str(spec.folder), *status], timeout_s=_TOOL_S).output.strip())


def _export(spec: _Spec, commit: str, folder: Path, tools: ToolRunner) -> None:
    """Put the files of `commit` into the empty `folder`; the repository is only read."""
    git = ["git", "-C", str(spec.folder)]
    above = tools([*git, "rev-parse", "--show-cdup"], timeout_s=_TOOL_S).output.strip()
    archive = folder / "export.tar"
    top = str(spec.folder / above)
    command = [
        "git",
        "-C",
        top,
        "archive",
        "--format=tar",
        f"--output={archive.absolute()}",
        commit,
    ]
    ended = tools(command, timeout_s=_EXPORT_S)
    if ended.returncode:
        reason = (ended.output.strip().splitlines() or ["no reason was given"])[-1]
        raise HarnessError(
            f"--engine {spec.text}: {commit[:12]} cannot be exported: {reason}",
            code=ExitCode.INCOMPLETE,
        )
    with tarfile.open(archive) as tar:
        for member in tar:
            if _leads_outside(member):
                raise HarnessError(
                    f"--engine {spec.text}: {commit[:12]} has a link that leads out of it: "
                    f"{member.name} to {member.linkname}",
                    code=ExitCode.INCOMPLETE,
                )
        # Python before 3.11.4, as in Debian 12, has no filter; git names no file outside.
        if hasattr(tarfile, "data_filter"):
            tar.extractall(folder, filter="data")
        else:
            tar.extractall(folder)
    archive.unlink()


def _leads_outside(member: tarfile.TarInfo) -> bool:
    if not (member.issym() or member.islnk()):
        return False
    start = posixpath.dirname(member.name) if member.issym() else ""
    target = posixpath.normpath(posixpath.join(start, member.linkname))
    return target.startswith(("/", "../")) or target == ".."


def _source_files(folder: Path, tools: ToolRunner) -> Iterator[Path]:
    """What git knows or would add; without a repository, all but what a build makes."""
    listing = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    ended = tools(["git", "-C", str(folder), *listing], timeout_s=_TOOL_S)
    names = [name for name in ended.output.split("\0") if name]
    if ended.returncode == 0 and names:
        paths: Iterator[Path] = (folder / name for name in set(names))
    else:
        paths = (p for p in folder.rglob("*") if p.relative_to(folder).parts[0] not in _NOT_SOURCES)
    return (path for path in paths if path.is_symlink() or path.is_file())


# ------------------------------------------------------------------- what it is


def _read(spec: _Spec, folder: Path, identity: str) -> Checkout:
    """Check that the folder is RustPython, and read of its manifests what is needed."""
    hint = "name the top folder of RustPython's sources"
    if not (folder / "Cargo.toml").is_file():
        raise spec.error("no RustPython is there: it has no Cargo.toml", hint=hint)
    try:
        root = _toml(folder / "Cargo.toml")
        package, workspace = root.get("package", {}), root.get("workspace")
        if package.get("name") != _ROOT_PACKAGE or workspace is None:
            raise spec.error(
                f"no RustPython is there: its Cargo.toml is not the workspace of {_ROOT_PACKAGE}",
                hint=hint,
            )
        packages = dict(_members(folder, workspace.get("members", [])))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise spec.error(f"its manifests cannot be read: {error}") from error
    missing = [name for name in _PACKAGES if name not in packages]
    if missing:
        raise spec.error(f"no RustPython is there: it has no crate {missing[0]}", hint=hint)
    version = package.get("version")
    if not isinstance(version, str):
        version = workspace.get("package", {}).get("version", "0")
    features = frozenset({*root.get("features", {}), *_optional(root)})
    return Checkout(spec.name, spec.source, folder, version, identity, packages, features)


def _members(folder: Path, patterns: Sequence[str]) -> Iterator[tuple[str, Path]]:
    """Name and folder of every crate of a workspace."""
    names = [name for pattern in patterns for name in sorted(glob(pattern, root_dir=folder))]
    for path in (folder, *(folder / name for name in names)):
        if (path / "Cargo.toml").is_file():
            yield _toml(path / "Cargo.toml")["package"]["name"], path


def _optional(manifest: Mapping[str, Any]) -> list[str]:
    """Optional dependencies, each of which is a feature of that name."""
    dependencies = manifest.get("dependencies", {}).items()
    return [name for name, of in dependencies if isinstance(of, dict) and of.get("optional")]


def _toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", version)[:3])


# ------------------------------------------------------------------- its manifest


def _drop_features(features: dict[str, list[str]], available: frozenset[str]) -> list[str]:
    """Take the features away that stand for one of RustPython's that is not `available`."""
    prefix = f"{_ROOT_PACKAGE}/"
    wanted = {
        name: [part.removeprefix(prefix) for part in parts if part.startswith(prefix)]
        for name, parts in features.items()
    }
    dropped = [name for name, parts in wanted.items() if not available.issuperset(parts)]
    for name in dropped:
        del features[name]
    for name, parts in features.items():
        features[name] = [part for part in parts if part not in dropped]
    return dropped


def _absolute(patch: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    """A `[patch]` table whose paths can be followed from any folder."""
    return {
        name: {**of, "path": str(folder / of["path"])} if "path" in of else of
        for name, of in patch.items()
    }
