"""How far long work is, on stderr: a live line on a terminal, few plain lines elsewhere."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.console import Console
from rich.markup import escape
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

_QUIET_S = 15.0  # between two plain lines of one activity


class _Display(Protocol):
    """What shows one activity at a time."""

    def show(self, message: str, expected_s: float | None, *, fresh: bool) -> None: ...
    def close(self) -> None: ...


class Shown:
    """Shows what is being done, with its elapsed time. A context manager, safe for threads.

    Messages with the same text before their first colon belong to one activity.
    """

    def __init__(self) -> None:
        self._display: _Display = _Live() if sys.stderr.isatty() else _Plain()
        self._lock = threading.Lock()
        self._activity = ""

    def __enter__(self) -> Shown:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Take the live line away; may be called again."""
        self._display.close()

    def say(self, message: str, *, expected_s: float | None = None) -> None:
        """What is being done now; see `model.Progress`."""
        with self._lock:
            activity = message.partition(":")[0]
            self._display.show(message, expected_s, fresh=activity != self._activity)
            self._activity = activity

    @contextmanager
    def counting(self, what: str, total: int) -> Iterator[Callable[[str], None]]:
        """A function to call after each of `total` pieces of work, with the piece's name."""
        done = 0

        def step(name: str) -> None:
            nonlocal done
            done += 1
            self.say(f"{what}: {done}/{total} {name}")

        self.say(f"{what}: 0/{total}")
        yield step


class _Live:
    """One line of a terminal, which leaves nothing behind."""

    def __init__(self) -> None:
        columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
        self._progress = Progress(*columns, console=Console(stderr=True), transient=True)
        self._progress.start()
        self._task = self._progress.add_task("", total=None)

    def show(self, message: str, expected_s: float | None, *, fresh: bool) -> None:
        if fresh:
            self._progress.remove_task(self._task)
            self._task = self._progress.add_task("", total=None)
        self._progress.update(self._task, description=escape(_with_estimate(message, expected_s)))

    def close(self) -> None:
        self._progress.stop()


class _Plain:
    """A line for each new activity, and one now and then while it lasts."""

    def __init__(self) -> None:
        self._began = self._last = time.monotonic()

    def show(self, message: str, expected_s: float | None, *, fresh: bool) -> None:
        now = time.monotonic()
        if fresh:
            self._began = now
        elif now - self._last < _QUIET_S:
            return
        self._last = now
        elapsed = f" [{_clock(now - self._began)}]" if not fresh else ""
        sys.stderr.write(f"{_with_estimate(message, expected_s)}{elapsed}\n")
        sys.stderr.flush()

    def close(self) -> None:
        """Nothing is left open."""


def _with_estimate(message: str, expected_s: float | None) -> str:
    return f"{message} (about {_clock(expected_s)})" if expected_s else message


def _clock(seconds: float) -> str:
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"
