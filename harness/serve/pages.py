"""Pages that were rendered, kept while there is room, and what is sent of them."""

from __future__ import annotations

import gzip
import hashlib
import threading
from collections import OrderedDict
from dataclasses import dataclass
from typing import Protocol

_SHORT = 1024  # bytes; what is shorter is not worth packing
_PACKED = ("text/", "application/json", "application/javascript", "image/svg+xml")


class Page(Protocol):
    """What an address shows."""

    @property
    def media_type(self) -> str: ...
    @property
    def body(self) -> bytes: ...


class Site(Protocol):
    """Every page over a history, as it was when this was made. Used by several threads."""

    def page(self, address: str) -> Page | None: ...


@dataclass(frozen=True)
class Body:
    """What is sent: as it is, and packed where that is worth it."""

    media_type: str
    data: bytes
    packed: bytes | None
    etag: str

    @property
    def size(self) -> int:
        return len(self.data) + len(self.packed or b"")

    @property
    def varies(self) -> bool:
        return self.packed is not None


def body_of(media_type: str, data: bytes) -> Body:
    """A body with its ETag, packed if that makes it clearly smaller."""
    packed = None
    if len(data) >= _SHORT and media_type.startswith(_PACKED):
        tried = gzip.compress(data, 6, mtime=0)
        packed = tried if len(tried) < 0.9 * len(data) else None
    return Body(media_type, data, packed, hashlib.sha256(data).hexdigest()[:32])


class Pages:
    """The pages of one site. Those that were asked for last are kept, up to `room` bytes."""

    def __init__(self, site: Site, room: int) -> None:
        self._site = site
        self._room = room
        self._kept: OrderedDict[str, Body] = OrderedDict()
        self._size = 0
        self._lock = threading.Lock()

    def kept(self, address: str) -> Body | None:
        """The page if it need not be rendered: no wait."""
        with self._lock:
            if address in self._kept:
                self._kept.move_to_end(address)
            return self._kept.get(address)

    def get(self, address: str) -> Body | None:
        """The page, or None where there is none."""
        found = self.kept(address)
        if found is None and (page := self._site.page(address)) is not None:
            found = body_of(page.media_type, page.body)
            self._keep(address, found)
        return found

    def _keep(self, address: str, body: Body) -> None:
        if body.size > self._room:
            return
        with self._lock:
            before = self._kept.pop(address, None)
            self._size += body.size - (before.size if before else 0)
            self._kept[address] = body
            while self._size > self._room:
                _, gone = self._kept.popitem(last=False)
                self._size -= gone.size
