"""The folders of one attempt: made for it alone, removed after it."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import IO

from harness.errors import ExitCode, HarnessError
from harness.model import Case, CaseFile, Placement

_SHARED_MEMORY = "/dev/shm"
_ENOUGH_BYTES = 32 << 20  # a result is some kilobytes, and a script may write to its own
_random = bytearray()
_random_lock = Lock()


@dataclass
class Control:
    """The harness's end of the control folder: the nonce, and the result file held open."""

    nonce: str
    result: IO[bytes]

    def read(self) -> bytes:
        """All that was written so far, whoever wrote it."""
        self.result.seek(0)
        return self.result.read()


class ScratchRoot:
    """A folder for a run's attempts. A context manager: leaving it removes all of it.

    Attempts' folders are removed in the background, and what only the harness and the host
    write to is in memory where there is a place for that: making and removing a file takes a
    good part of a millisecond on a disk, and an attempt has several.
    """

    def __init__(self) -> None:
        self.path = Path(tempfile.mkdtemp(prefix="harness-")).resolve()
        self._controls = _in_memory() or self.path
        self._remover = ThreadPoolExecutor(thread_name_prefix="remover")

    def __enter__(self) -> ScratchRoot:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._remover.shutdown()
        _remove(self.path)
        _remove(self._controls)

    @contextmanager
    def place(
        self, case: Case, *, lengthen: int = 0, control: bool = True
    ) -> Iterator[tuple[Placement, Control | None]]:
        """Folders holding the case's script and files.

        `lengthen` makes the folder's name longer, so that a script which looks at the length
        of its path moves. Without `control` there is no result channel (for timing).
        """
        name = _token(4)
        base = self.path / (name + "x" * lengthen)
        scratch = base / "s"  # so that a script which looks around sees no other's folder
        folder = self._controls / f"{name}-control" if control else None
        opened = None
        try:
            with _plain_errors(case):
                _fill(scratch, case)
                opened = _make_control(folder) if folder else None
            yield Placement(scratch, scratch / "work", scratch / "tmp", folder), opened
        finally:
            if opened:
                opened.result.close()
            removal = self._remover.submit(_remove_attempt, base, folder, case)
            if not control:
                removal.result()  # it must not run beside the next attempt, which is timed too


class CaseGoneError(Exception):
    """A case's script, or a file of it, is no longer where it was found."""


@contextmanager
def _plain_errors(case: Case) -> Iterator[None]:
    """A full disk ends the run with one clear error; a file that is gone, one case."""
    try:
        yield
    except FileNotFoundError as error:
        raise CaseGoneError(f"{error.filename} is gone since the run began") from error
    except OSError as error:
        raise HarnessError(
            f"cannot place the files of {case.id} in a temporary folder: {error}",
            hint="free some space, or name another folder in TMPDIR",
            code=ExitCode.INCOMPLETE,
        ) from error


def _fill(scratch: Path, case: Case) -> None:
    work = scratch / "work"
    for folder in (scratch.parent, scratch, work, scratch / "tmp"):
        folder.mkdir()
    shutil.copyfile(case.path, work / case.path.name)
    for file in case.files:
        _put(file, work)


def _make_control(folder: Path) -> Control:
    folder.mkdir()
    nonce = _token(16)
    (folder / "nonce").write_text(nonce, encoding="ascii")
    # Opened before the script runs: the host unlinks the name, this descriptor stays.
    return Control(nonce, (folder / "result").open("w+b", buffering=0))


def _put(file: CaseFile, work: Path) -> None:
    target = work / file.name
    target.parent.mkdir(parents=True, exist_ok=True)
    if file.content is not None:
        target.write_bytes(file.content)
    elif file.source is not None and file.source.is_dir():
        shutil.copytree(file.source, target, symlinks=True, dirs_exist_ok=True)
    elif file.source is not None:
        shutil.copyfile(file.source, target)


def _in_memory() -> Path | None:
    """A folder of this run in the memory that Linux shares as files; None where there is none,
    or little of it."""
    with suppress(OSError):
        there = os.statvfs(_SHARED_MEMORY)
        if there.f_bavail * there.f_frsize < _ENOUGH_BYTES:
            return None
        return Path(tempfile.mkdtemp(prefix="harness-", dir=_SHARED_MEMORY))
    return None


def _token(size: int) -> str:
    """So many random bytes in hexadecimal. The kernel is asked for many at once, for it takes
    longer to ask than to answer."""
    with _random_lock:
        if len(_random) < size:
            _random.extend(os.urandom(4096))
        token = bytes(_random[-size:])
        del _random[-size:]
    return token.hex()


def _remove_attempt(base: Path, control: Path | None, case: Case) -> None:
    """What an attempt is given goes by name; only what it left besides has to be looked for."""
    if control:
        _remove_known(control, ("nonce", "result"), ())
    if not _remove_known(base, (f"s/work/{case.path.name}",), ("s/work", "s/tmp", "s")):
        _remove(base)


def _remove_known(folder: Path, files: Iterable[str], folders: Iterable[str]) -> bool:
    """Remove a folder with these files and folders; False when there is more in it."""
    if any(os.path.islink(f"{folder}/{name}") for name in folders):
        return False  # what is behind a link is not ours
    for name in files:
        with suppress(OSError):
            os.unlink(f"{folder}/{name}")
    try:
        for name in folders:
            os.rmdir(f"{folder}/{name}")
        os.rmdir(folder)
    except OSError:
        return False
    return True


def _remove(path: Path) -> None:
    """Remove a tree even where a script took its own permissions away.

    What cannot be removed is left in the temporary folder, harmlessly.
    """
    shutil.rmtree(path, ignore_errors=True)
    if path.exists():
        _open_up(path)
        shutil.rmtree(path, ignore_errors=True)


def _open_up(path: Path) -> None:
    """Make all folders below writable; never through a link, which may lead to the user's."""
    with suppress(OSError):
        path.chmod(stat.S_IRWXU)
        for entry in os.scandir(path):
            if entry.is_dir(follow_symlinks=False):
                _open_up(Path(entry.path))


def environment(placement: Placement, case: Case, *, noise: int = 0) -> Mapping[str, str]:
    """The whole environment of an attempt: fixed, then the case's own.

    `noise` adds a variable of that many characters, which no script should notice.
    """
    fixed = {
        "PATH": os.defpath,
        "HOME": str(placement.scratch),
        "TMPDIR": str(placement.tmp),
        "PWD": str(placement.work),
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    return {**fixed, **({"HARNESS_NOISE": "n" * noise} if noise else {}), **case.env}
