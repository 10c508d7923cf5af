"""The user's cache folder: what was built or found once, whole or not at all.

An entry is the folder `<root>/<kind>/<hash of its key>/`. Its `entry.json` is written last, so
a folder without one is the rest of a build that was killed, and is cleared by the next. Entries
are made in their final place, not moved there, because some carry their own path (the dynamic
loader of a program).

Each use compares size and modification time of every file with what `entry.json` says, and
reads a file again only when they differ: 100 MB need not be hashed for each run.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from platformdirs import user_cache_path

from harness.errors import ExitCode, HarnessError
from harness.model import Progress, StoreEntry

ENVIRONMENT = "HARNESS_CACHE"
_ENTRY = "entry.json"
_SCHEMA = 1
_FULL = {errno.ENOSPC, errno.EDQUOT}
_REFUSED = {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR}


class _DamagedError(Exception):
    """An entry that cannot be used; the text says why."""


class Cache:
    """Implements `model.ArtefactStore` in the folder `root`, which is made when needed.

    With `verify` every file is hashed before its entry is used, not only those that changed.
    """

    def __init__(self, root: Path, *, verify: bool = False) -> None:
        self.root = root.absolute()
        self.verify = verify

    @classmethod
    def default(cls) -> Cache:
        """The folder named by HARNESS_CACHE, else the platform's place for caches."""
        named = os.environ.get(ENVIRONMENT)
        return cls(Path(named) if named else user_cache_path("rustpython-harness"))

    def folder(self, kind: str) -> Path:
        """A lasting folder for files of this kind; HarnessError when it cannot be made."""
        with self._plain_errors(refused={*_REFUSED, errno.ENOENT}):  # as below /proc
            folder = self.root / kind
            folder.mkdir(parents=True, exist_ok=True)
            return folder

    def entries(self, kind: str) -> Sequence[StoreEntry]:
        """The finished entries of this kind, newest first; damaged ones are left out."""
        found = [_listed(path) for path in (self.root / kind).glob(f"*/{_ENTRY}")]
        whole = [entry for entry in found if entry is not None]
        return sorted(whole, key=lambda entry: entry.created, reverse=True)

    def get_or_build(
        self,
        kind: str,
        key: Mapping[str, str],
        build: Callable[[Path], Mapping[str, Any]],
        *,
        progress: Progress,
    ) -> tuple[Path, Mapping[str, Any]]:
        """The folder of the entry for `key`, and what `build` returned for it (JSON data).

        `build` gets the empty folder. Whatever it raises, nothing is left of the entry; a
        cache folder that is full or cannot be written is a HarnessError.
        """
        folder = self.root / kind / _hash(key)
        info = self._usable(folder)
        if info is not None:
            return folder, info
        with self._plain_errors(), self._locked(kind, folder, progress):
            try:
                info = self._usable(folder, raising=True)
            except _DamagedError as damage:
                progress(f"the cache entry {folder} is damaged ({damage}): making it again")
            if info is None:
                info = _make(folder, kind, key, build)
        return folder, info

    def _usable(self, folder: Path, *, raising: bool = False) -> Mapping[str, Any] | None:
        """The entry's info; None when there is none or, unless `raising`, a damaged one."""
        try:
            return _checked(folder, verify=self.verify)
        except _DamagedError:
            if raising:
                raise
            return None

    @contextmanager
    def _locked(self, kind: str, folder: Path, progress: Progress) -> Iterator[None]:
        """Hold the entry's lock; when another process has it, say so and wait."""
        lock = FileLock(self.folder("locks") / f"{kind}-{folder.name}.lock")
        try:
            lock.acquire(timeout=0)
        except Timeout:
            progress(f"waiting for another process that is making the same {kind}")
            lock.acquire(poll_interval=0.2)
        try:
            yield
        finally:
            lock.release()

    @contextmanager
    def _plain_errors(self, refused: Collection[int] = frozenset(_REFUSED)) -> Iterator[None]:
        """Turn what the file system refuses into one clear error."""
        hint = f"free some space, or name another folder in {ENVIRONMENT}"
        try:
            yield
        except OSError as error:
            if error.errno in _FULL:
                message = f"no space is left for the cache folder {self.root}"
            elif error.errno in refused:
                message = f"the cache folder {self.root} cannot be written: {error.strerror}"
                hint = f"name a folder that you may write in {ENVIRONMENT}"
            else:
                raise
            raise HarnessError(message, hint=hint, code=ExitCode.INCOMPLETE) from error


def _hash(key: Mapping[str, str]) -> str:
    return hashlib.sha256(json.dumps(dict(key), sort_keys=True).encode()).hexdigest()[:24]


def _make(
    folder: Path,
    kind: str,
    key: Mapping[str, str],
    build: Callable[[Path], Mapping[str, Any]],
) -> Mapping[str, Any]:
    """Build the entry in `folder`; nothing of it is left when that fails, Ctrl-C included."""
    _remove(folder)
    try:
        folder.mkdir(parents=True)
        info = dict(build(folder))
        files = {name: _describe(folder / name) for name in _names(folder)}
        created = datetime.now(UTC).isoformat(timespec="milliseconds")
        head = {"schema": _SCHEMA, "kind": kind, "key": dict(key), "info": info}
        _write(folder, {**head, "created": created, "files": files})
    except BaseException:
        _remove(folder)
        raise
    return info


def _remove(folder: Path) -> None:
    """Remove an entry, its `entry.json` first: half a folder is then no entry."""
    (folder / _ENTRY).unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)


def _write(folder: Path, entry: Mapping[str, Any]) -> None:
    part = folder / f"{_ENTRY}.part"
    part.write_text(json.dumps(entry, indent=1), encoding="utf-8")
    part.replace(folder / _ENTRY)


def _names(folder: Path) -> list[str]:
    """Relative names of all files and links below `folder`, sorted."""
    names = []
    for base, folders, files in os.walk(folder):
        links = [name for name in folders if Path(base, name).is_symlink()]
        names += [Path(base, name).relative_to(folder).as_posix() for name in files + links]
    return sorted(names)


def _describe(path: Path) -> dict[str, Any]:
    if path.is_symlink():
        return {"link": os.readlink(path)}
    stat = path.stat()
    return {"size": stat.st_size, "mtime_ns": stat.st_mtime_ns, "sha256": _sha256(path)}


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _checked(folder: Path, *, verify: bool) -> Mapping[str, Any] | None:
    """The info of a whole entry, None when there is none; _DamagedError says what is wrong."""
    entry = _read(folder)
    if entry is None:
        return None
    # A loop over os.stat: an unpacked CPython has 2,000 files, and this is done for every run.
    for name, known in entry["files"].items():
        fault = _fault(f"{folder}/{name}", known, verify=verify)
        if fault:
            raise _DamagedError(f"{name}: {fault}")
    info: Mapping[str, Any] = entry["info"]
    return info


def _read(folder: Path) -> dict[str, Any] | None:
    try:
        entry = json.loads((folder / _ENTRY).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise _DamagedError(f"{_ENTRY} cannot be read: {error}") from error
    if not isinstance(entry, dict) or entry.get("schema") != _SCHEMA:
        raise _DamagedError(f"{_ENTRY} is not of schema {_SCHEMA}")
    if not all(isinstance(entry.get(name), dict) for name in ("files", "info", "key")):
        raise _DamagedError(f"{_ENTRY} lacks files, info or key")
    return entry


def _fault(path: str, known: Mapping[str, Any], *, verify: bool) -> str | None:
    """What is wrong with one file of an entry, or None."""
    try:
        if "link" in known:
            return None if os.readlink(path) == known["link"] else "leads elsewhere"
        stat = os.stat(path)
        if stat.st_size != known["size"]:
            return f"has {stat.st_size} bytes, not {known['size']}"
        same_time = stat.st_mtime_ns == known["mtime_ns"]
        if same_time and not verify:
            return None
        return None if _sha256(Path(path)) == known["sha256"] else "its content has changed"
    except OSError as error:
        return error.strerror or str(error)


def _listed(path: Path) -> StoreEntry | None:
    try:
        entry = _read(path.parent)
    except _DamagedError:
        return None
    if entry is None:
        return None
    size = sum(known.get("size", 0) for known in entry["files"].values())
    return StoreEntry(path.parent, entry["key"], entry["info"], entry["created"], size)
