"""The one error that a client is meant to see."""

from __future__ import annotations

from collections.abc import Mapping


class Refused(Exception):
    """An answer other than the one that was asked for: its status, what is wrong, what to do."""

    def __init__(
        self,
        status: int,
        message: str,
        hint: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.hint = hint
        self.headers = dict(headers or {})


class Unreadable(Refused):
    """The history cannot be read as it is: it has changed since, or is damaged."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(503, message, hint)
