"""Records that are sent: received, unpacked with care, and kept."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import hmac
import re
import tarfile
import tempfile
import zlib
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any, BinaryIO, ClassVar, Self, cast

from harness.errors import HarnessError
from harness.history import History, Run
from harness.serve.refused import Refused
from harness.serve.threads import InThread

NDJSON = "application/x-ndjson"
TAR = ("application/x-tar", "application/gzip", "application/x-gzip", "application/x-gtar")
RECORD = "record.jsonl"
TOKEN_LENGTH = 16  # the fewest characters
_AT_ONCE = 4  # imports that are being received
_CHUNK = 1 << 20
_FOLDERS = re.compile(r"\.|blobs|blobs/[0-9a-f]{2}")
_BLOB = re.compile(r"blobs/([0-9a-f]{2})/(\1[0-9a-f]{62})")

Check = Callable[[Path], object]


class Imports:
    """Takes records in from whoever has the token."""

    def __init__(
        self, history: History, check: Check, token: str, limit: int, in_thread: InThread
    ) -> None:
        """`limit` is in bytes, packed and unpacked; `check` is that of `History.add`."""
        if len(token) < TOKEN_LENGTH:
            raise HarnessError(
                f"the token is too short: {TOKEN_LENGTH} characters at least",
                hint="openssl rand -hex 32 > FILE",
            )
        self._history = history
        self._check = check
        self._token = _digest(token)
        self._limit = limit
        self._in_thread = in_thread
        self._receiving = 0

    def allow(self, authorization: str) -> None:
        """Raises Refused for who has not the token; takes the same time for any wrong one."""
        scheme, _, token = authorization.partition(" ")
        right = hmac.compare_digest(_digest(token.strip()), self._token)
        if scheme.lower() != "bearer" or not right:
            raise Refused(
                401,
                "the token is missing or wrong",
                "Authorization: Bearer TOKEN",
                {"WWW-Authenticate": "Bearer"},
            )

    async def take(
        self, media_type: str, length: str | None, chunks: AsyncIterator[bytes]
    ) -> tuple[Run, bool]:
        """Keep the record of a request's body; the run, and whether it is new."""
        kind = media_type.partition(";")[0].strip().lower()
        if kind not in (NDJSON, *TAR):
            hint = f"{NDJSON} for a record, {TAR[0]} for one with its blobs"
            raise Refused(415, f"Content-Type {kind!r:.80} is not taken", hint)
        if length is not None and length.isdecimal() and int(length) > self._limit:
            raise self._too_large()
        if self._receiving >= _AT_ONCE:
            raise Refused(503, "too many imports at once", "try again", {"Retry-After": "5"})
        self._receiving += 1
        try:
            with tempfile.TemporaryDirectory(prefix="harness-import-") as scratch:
                sent = Path(scratch, "sent")
                await self._receive(sent, chunks)
                work = self._in_thread(lambda: self._keep(kind, sent, Path(scratch, "record")))
                return cast("tuple[Run, bool]", await work)
        finally:
            self._receiving -= 1

    async def _receive(self, sent: Path, chunks: AsyncIterator[bytes]) -> None:
        size = 0
        waiting = bytearray()
        with sent.open("wb") as file:
            async for chunk in chunks:
                size += len(chunk)
                if size > self._limit:
                    raise self._too_large()
                waiting += chunk
                if len(waiting) >= _CHUNK:
                    await asyncio.to_thread(file.write, bytes(waiting))
                    waiting.clear()
            await asyncio.to_thread(file.write, bytes(waiting))

    def _keep(self, kind: str, sent: Path, folder: Path) -> tuple[Run, bool]:
        folder.mkdir()
        if kind == NDJSON:
            sent.rename(folder / RECORD)
        else:
            self._unpack(sent, folder)
        try:
            return self._history.add(folder / RECORD, self._check)
        except HarnessError as error:
            if not error.message.startswith(str(folder)):  # the history's fault, not the record's
                raise
            shown = error.message.replace(str(folder / RECORD), RECORD)
            raise Refused(422, shown, error.hint) from error

    def _unpack(self, sent: Path, folder: Path) -> None:
        try:
            with sent.open("rb") as file:
                packed = file.read(2) == b"\x1f\x8b"
                file.seek(0)
                stream = cast(BinaryIO, gzip.GzipFile(fileobj=file)) if packed else file
                self._members(_Limited(stream, self._limit, self._too_large), folder)
        except (tarfile.TarError, EOFError, zlib.error, gzip.BadGzipFile, ValueError) as error:
            line = (str(error).splitlines() or [""])[0]
            raise Refused(422, f"not a tar that can be read: {line:.200}") from error
        if not (folder / RECORD).exists():
            raise _unfit(f"it holds no {RECORD}")

    def _members(self, stream: _Limited, folder: Path) -> None:
        header = _last_header()
        with tarfile.open(fileobj=cast(Any, stream), mode="r|", tarinfo=header) as archive:
            for member in archive:
                name = member.name.removeprefix("./").rstrip("/")
                if member.isdir() and _FOLDERS.fullmatch(name):
                    continue
                blob = _BLOB.fullmatch(name)
                if not member.isreg() or member.issparse() or not (blob or name == RECORD):
                    raise _unfit(f"{member.name!r:.120} does not belong there")
                target = folder / name
                if target.exists():
                    raise _unfit(f"{name} is there twice")
                target.parent.mkdir(parents=True, exist_ok=True)
                sha256 = _copy(archive, member, target)
                if blob and sha256 != blob[2]:
                    raise _unfit(f"{name} has another content than its name says")
        if not header.is_end:
            raise _unfit("it is cut short or damaged")

    def _too_large(self) -> Refused:
        hint = "the server's --max-import says how much is taken"
        return Refused(413, f"more than {self._limit >> 20} MiB", hint)


def _copy(archive: tarfile.TarFile, member: tarfile.TarInfo, target: Path) -> str:
    """Write a member's content; its SHA-256."""
    digest = hashlib.sha256()
    source = archive.extractfile(member)
    assert source is not None  # it is a regular file
    with target.open("xb") as file:
        while data := source.read(_CHUNK):
            digest.update(data)
            file.write(data)
        if file.tell() != member.size:
            raise _unfit("it is cut short")
    return digest.hexdigest()


class _Header(tarfile.TarInfo):
    """Knows whether the last header that was read is the end of a tar.

    `tarfile` takes a header that is damaged or cut for the end, too.
    """

    is_end: ClassVar[bool] = False

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        cls.is_end = len(buf) == tarfile.BLOCKSIZE and not any(buf)
        return super().frombuf(buf, encoding, errors)


def _last_header() -> type[_Header]:
    """One for each tar, for what it knows belongs to that alone."""
    return type("_OneHeader", (_Header,), {})


class _Limited:
    """A stream that says when more is read of it than is allowed."""

    def __init__(self, stream: BinaryIO, limit: int, error: Callable[[], Refused]) -> None:
        self._stream = stream
        self._left = limit
        self._error = error

    def read(self, size: int) -> bytes:
        data = self._stream.read(size)
        self._left -= len(data)
        if self._left < 0:
            raise self._error()
        return data


def _unfit(what: str) -> Refused:
    return Refused(
        422, f"the tar cannot be taken: {what}", f"it holds {RECORD} and blobs/ beside it"
    )


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()
