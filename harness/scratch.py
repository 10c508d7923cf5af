"""The folders of one attempt: made for it alone, removed after it."""

from __future__ import annotations

import os
import secrets
import shutil
import stat
import tempfile
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO

from harness.errors import ExitCode, HarnessError
from harness.model import Case, CaseFile, Placement


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

    Attempts' folders are removed in the background: on some file systems removing one
    takes milliseconds of waiting, and an attempt has five.
    """

    def __init__(self) -> None:
        self.path = Path(tempfile.mkdtemp(prefix="harness-")).resolve()
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

    @contextmanager
    def place(
        self, case: Case, *, lengthen: int = 0, control: bool = True
    ) -> Iterator[tuple[Placement, Control | None]]:
        """Folders holding the case's script and files.

        `lengthen` makes the folder's name longer, so that a script which looks at the length
        of its path moves. Without `control` there is no result channel (for timing).
        """
        base = self.path / (secrets.token_hex(4) + "x" * lengthen)
        scratch = base / "s"
        opened = None
        try:
            with _plain_errors(case):
                _fill(scratch, case)
                opened = _make_control(base / "control") if control else None
            folder = base / "control" if control else None
            yield Placement(scratch, scratch / "work", scratch / "tmp", folder), opened
        finally:
            if opened:
                opened.result.close()
            removal = self._remover.submit(_remove, base)
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
    work.mkdir(parents=True)
    (scratch / "tmp").mkdir()
    shutil.copyfile(case.path, work / case.path.name)
    for file in case.files:
        _put(file, work)


def _make_control(folder: Path) -> Control:
    folder.mkdir()
    nonce = secrets.token_hex(16)
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
