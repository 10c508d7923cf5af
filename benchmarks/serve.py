"""How many requests a second `harness serve` answers, and how long they take.

    serve.py [--observations N] [--runs N] [--seconds S] [--connections N] [--folder DIR]

Makes a synthetic history (of a million observations unless told), starts the server on
loopback, and asks from another process: one page of a cell again and again, the pages of many
cells, and the same of the API. Each for so many seconds, over connections that are kept, each
asking again when it is answered. Prints requests a second, the median and the 99th percentile
in milliseconds, and ends with exit code 1 when a cell's page is under 200 a second or over
100 ms. What is measured shares the processor with what asks.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from history import COLUMNS, synthetic  # beside this file

from harness.history import History
from harness.record import read_record
from harness.site.addresses import case_page

MANY = 2000  # cells whose pages are asked for in turn
LEAST_A_SECOND = 200
MOST_MS = 100
_START_S = 600


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--observations", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--connections", type=int, default=8)
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="serve-") as scratch:
        folder = options.folder or Path(scratch)
        history = folder / "history"
        cases = options.observations // options.runs // (len(COLUMNS) + 1)
        if not history.exists():
            began = time.monotonic()
            filled(history, folder, options.observations, options.runs)
            print(f"history made in {time.monotonic() - began:.0f} s", flush=True)
        with serving(history) as url:
            good = [
                measured(url, name, addresses, options.seconds, options.connections)
                for name, addresses in scenarios(cases).items()
            ]
    sys.exit(not all(good[:2]))


def filled(history: Path, folder: Path, observations: int, runs: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(runs):
        path = synthetic(folder, number, observations // runs)
        History(history).add(path, read_record)
        path.unlink()


def scenarios(cases: int) -> dict[str, Sequence[str]]:
    """What is asked for. The first two are those that the target is about."""
    step = max(1, cases // MANY)
    names = [f"corpus/area{i % 8}/case{i:06}.py" for i in range(0, cases, step)]
    column = COLUMNS[2]
    return {
        "one cell's page": [f"/{case_page(names[0])}"],
        f"pages of {len(names)} cells": [f"/{case_page(name)}" for name in names],
        "one cell by the API": [f"/api/v1/case?{urlencode({'case': n})}" for n in names],
        "cells by the API": [
            f"/api/v1/cells?{urlencode({'column': column, 'status': 'fail', 'case': n[-8:]})}"
            for n in names
        ],
    }


@contextmanager
def serving(history: Path) -> Iterator[str]:
    """The server as users start it, once it has its first page; says what that took."""
    began = time.monotonic()
    command = [sys.executable, "-m", "harness", "serve", "--port", "0", "--history", str(history)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stderr is not None
        found = next(filter(None, (re.search(r"http://\S+", line) for line in process.stderr)))
        print(f"listening after {time.monotonic() - began:.1f} s", flush=True)
        with urllib.request.urlopen(found[0], timeout=_START_S) as answer:
            answer.read()
        print(f"the first page after {time.monotonic() - began:.1f} s", flush=True)
        yield found[0]
        status = Path(f"/proc/{process.pid}/status").read_text()
        peak = re.search(r"VmHWM:\s+(\d+)", status)
        print(f"peak memory of the server: {int(peak[1]) / 1024 if peak else 0:.0f} MiB")
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=60)


def measured(url: str, name: str, addresses: Sequence[str], seconds: float, many: int) -> bool:
    """Ask for so long, and say what it was like; whether it is within the target."""
    first = time.monotonic()
    asyncio.run(load(url, addresses[:1], 0.0, 1))  # what is made once is made now
    first = time.monotonic() - first
    times = asyncio.run(load(url, addresses, seconds, many))
    rate = len(times) / seconds
    median, high = (1000 * times[int(len(times) * share)] for share in (0.5, 0.99))
    print(
        f"{name}: {rate:.0f} a second, median {median:.1f} ms, 99 % within {high:.1f} ms "
        f"({len(times)} requests; the very first {1000 * first:.0f} ms)",
        flush=True,
    )
    return rate >= LEAST_A_SECOND and high <= MOST_MS


async def load(url: str, addresses: Sequence[str], seconds: float, many: int) -> list[float]:
    """Seconds of every answer, the shortest first."""
    turn = cycle(addresses)
    times: list[float] = []
    end = time.monotonic() + seconds

    async def ask() -> None:
        place = urlsplit(url)
        reader, writer = await asyncio.open_connection(place.hostname, place.port)
        while True:
            began = time.monotonic()
            writer.write(
                f"GET {next(turn)} HTTP/1.1\r\nHost: {place.netloc}\r\n"
                "Accept-Encoding: gzip\r\n\r\n".encode()
            )
            head = await reader.readuntil(b"\r\n\r\n")
            size = re.search(rb"content-length: (\d+)", head, re.IGNORECASE)
            if not head.startswith(b"HTTP/1.1 200") or not size:
                raise SystemExit(f"unexpected: {head[:200]!r}")
            await reader.readexactly(int(size[1]))
            times.append(time.monotonic() - began)
            if time.monotonic() >= end:
                writer.close()
                return

    await asyncio.gather(*(ask() for _ in range(many)))
    return sorted(times)


if __name__ == "__main__":
    main()
