"""Something that is made of the history, and made again when that has changed."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Generic, TypeVar

from harness.errors import HarnessError
from harness.serve.threads import InThread

T = TypeVar("T")

CHECK_S = 1.0  # the state is looked at no more often
RETRY_S = 5.0  # what could not be made is not tried again sooner, unless the state changes


class Current(Generic[T]):
    """What `make` gives for the state of now. While it is made anew, the old one goes on.

    Lives in one event loop, which stands in for locks: never are two made at once.
    """

    def __init__(
        self,
        state: Callable[[], str],
        make: Callable[[], T],
        in_thread: InThread,
        say: Callable[[str], None],
    ) -> None:
        self._state_of = state
        self._make = make
        self._in_thread = in_thread
        self._say = say
        self._made: T | None = None
        self._error: HarnessError | None = None
        self._state: str | None = None
        self._task: asyncio.Task[None] | None = None
        self._checked = -CHECK_S
        self._failed = -RETRY_S

    @property
    def problem(self) -> str | None:
        """Why what is shown is not of now."""
        return self._error.message if self._error else None

    async def get(self) -> T:
        """The one of now, or that of before while a new one is made. Raises HarnessError."""
        if self._task is None and time.monotonic() - self._checked >= CHECK_S:
            self._begin()
        if self._made is None and self._task is not None:
            await asyncio.shield(self._task)
        if self._made is None:
            raise self._error or HarnessError("the history is not read yet")
        return self._made

    async def renewed(self) -> None:
        """Look at the state now, and wait for what is made of it."""
        if self._task is not None:  # it may have looked before the change
            await asyncio.shield(self._task)
        if self._task is None:
            self._begin()
        if self._task is not None:
            await asyncio.shield(self._task)

    def _begin(self) -> None:
        self._checked = time.monotonic()
        self._task = asyncio.create_task(self._renew())

    async def _renew(self) -> None:
        try:
            state = await self._in_thread(self._state_of)
            if state == self._state and not self._again():
                return
            self._state = state
            self._made = await self._in_thread(self._make)
            self._error = None
        except HarnessError as error:
            self._fail(error)
        except Exception as error:  # noqa: BLE001 - a boundary: the old one goes on
            self._fail(HarnessError(f"the history cannot be read: {_line(error)}"))
        finally:
            self._task = None

    def _again(self) -> bool:
        return self._error is not None and time.monotonic() - self._failed >= RETRY_S

    def _fail(self, error: HarnessError) -> None:
        if self._error is None or self._error.message != error.message:
            self._say(error.message)
        self._error = error
        self._failed = time.monotonic()


def _line(error: BaseException) -> str:
    lines = str(error).splitlines() or [""]
    return f"{type(error).__name__}: {lines[0]}"
