"""Threads of a server: at rest in the end, or said not to be."""

from __future__ import annotations

import asyncio
import threading

from harness.serve import Threads


def test_rest() -> None:
    threads, go = Threads(), threading.Event()
    run = threads.pool(1, "one")

    async def begin() -> None:
        assert await run(lambda: 7) == 7
        task = asyncio.ensure_future(run(go.wait))
        await asyncio.sleep(0.05)
        task.cancel()

    asyncio.run(begin())
    assert not threads.end(0.01)
    go.set()
    assert threads.end(10)
