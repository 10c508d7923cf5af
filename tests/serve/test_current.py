"""What is made of the history: looked at rarely, made once, kept when it cannot be made anew."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from harness.errors import HarnessError
from harness.serve import current
from harness.serve.current import Current


class World:
    """A history whose state a test sets, and what was asked of it."""

    def __init__(self) -> None:
        self.state = "a"
        self.failure: Exception | None = None
        self.looked = 0
        self.made: list[str] = []
        self.said: list[str] = []
        self.gate = asyncio.Event()
        self.gate.set()
        self.current = Current(self._look, self._make, self._run, self.said.append)

    async def _run(self, work: Callable[[], Any]) -> Any:
        await self.gate.wait()
        return work()

    def _look(self) -> str:
        self.looked += 1
        return self.state

    def _make(self) -> str:
        self.made.append(self.state)
        if self.failure:
            raise self.failure
        return f"made of {self.state}"


def test_the_state_is_looked_at_once_a_second() -> None:
    async def go() -> None:
        world = World()
        found = await asyncio.gather(*(world.current.get() for _ in range(50)))
        assert set(found) == {"made of a"}
        for _ in range(50):
            await world.current.get()
        assert (world.looked, world.made) == (1, ["a"])

    asyncio.run(go())


def test_the_old_one_goes_on_while_a_new_one_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(current, "CHECK_S", 0.0)

    async def go() -> None:
        world = World()
        await world.current.get()
        world.state = "b"
        world.gate.clear()
        for _ in range(5):
            assert await world.current.get() == "made of a"
        world.gate.set()
        await world.current.renewed()
        assert await world.current.get() == "made of b"
        assert world.made == ["a", "b"]

    asyncio.run(go())


def test_who_waits_for_a_change_gets_it() -> None:
    """Even when a look was under way that had begun before it."""

    async def go() -> None:
        world = World()
        await world.current.get()
        world.gate.clear()
        early = asyncio.create_task(world.current.renewed())
        await asyncio.sleep(0)
        world.gate.set()
        await early
        world.state = "b"
        await asyncio.gather(*(world.current.renewed() for _ in range(3)))
        assert await world.current.get() == "made of b"
        assert world.made == ["a", "b"]

    asyncio.run(go())


@pytest.mark.parametrize("failure", [HarnessError("damaged"), RuntimeError("damaged\nin detail")])
def test_what_cannot_be_made(failure: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    async def go() -> None:
        world = World()
        world.failure = failure
        for _ in range(3):
            with pytest.raises(HarnessError, match=r"damaged$"):
                await world.current.get()
        assert len(world.made) == len(world.said) == 1  # neither tried nor said again at once
        monkeypatch.setattr(current, "RETRY_S", 0.0)
        world.failure = None
        await world.current.renewed()
        assert await world.current.get() == "made of a"
        assert world.current.problem is None
        world.state, world.failure = "b", failure
        await world.current.renewed()
        assert await world.current.get() == "made of a"
        assert "damaged" in (world.current.problem or "")

    asyncio.run(go())
