"""The threads that do what blocks: reading, rendering, keeping records."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol


class InThread(Protocol):
    """Runs blocking work in a thread."""

    def __call__(self, work: Callable[[], Any]) -> Awaitable[Any]: ...


class Threads:
    """Every thread of one server, and whether they are at rest."""

    def __init__(self) -> None:
        self._pools: list[ThreadPoolExecutor] = []
        self._busy = 0
        self._rest = threading.Condition()

    def pool(self, workers: int, name: str) -> InThread:
        """A way to run work in so many threads of its own."""
        pool = ThreadPoolExecutor(workers, thread_name_prefix=name)
        self._pools.append(pool)

        async def run(work: Callable[[], Any]) -> Any:
            return await asyncio.get_running_loop().run_in_executor(pool, self._counted, work)

        return run

    def _counted(self, work: Callable[[], Any]) -> Any:
        with self._rest:
            self._busy += 1
        try:
            return work()
        finally:
            with self._rest:
                self._busy -= 1
                self._rest.notify_all()

    def end(self, grace_s: float) -> bool:
        """Begin nothing more; whether all have come to rest within that time."""
        for pool in self._pools:
            pool.shutdown(wait=False, cancel_futures=True)
        with self._rest:
            return self._rest.wait_for(lambda: self._busy == 0, grace_s)
