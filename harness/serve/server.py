"""The socket, the server, and its end by a signal."""

from __future__ import annotations

import asyncio
import ipaddress
import signal
import socket
from collections.abc import Callable

from granian.constants import HTTPModes, Interfaces
from granian.server.embed import Server as Granian
from starlette.types import ASGIApp

from harness.errors import HarnessError

_SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
_GRACE_S = 10  # for requests that are under way when the end is asked for
_START_S = 10.0


class Server:
    """Listens on one address, in one process: pages and queries run in threads of it.

    The port is held from the beginning, so that one that is taken is told at once, and 0
    becomes one that is free. Raises HarnessError.
    """

    def __init__(self, host: str, port: int) -> None:
        family, self._address = _resolved(host, port)
        self._holder = _hold(family, self._address, port)
        self._port: int = self._holder.getsockname()[1]
        self.ip = ipaddress.ip_address(self._address)
        shown = f"[{self._address}]" if family == socket.AF_INET6 else self._address
        self.url = f"http://{shown}:{self._port}/"

    @property
    def loopback(self) -> bool:
        """Whether only this machine can reach it."""
        return self.ip.is_loopback

    def run(self, app: ASGIApp, on_start: Callable[[], None]) -> signal.Signals:
        """Serve until a signal asks for the end; which one. What was ignored stays ignored."""
        try:
            return asyncio.run(self._run(app, on_start))
        finally:
            self._holder.close()

    async def _run(self, app: ASGIApp, on_start: Callable[[], None]) -> signal.Signals:
        server = Granian(
            app,
            address=self._address,
            port=self._port,
            interface=Interfaces.ASGI,
            http=HTTPModes.http1,
            websockets=False,
            log_enabled=False,
        )
        server.workers_kill_timeout = _GRACE_S
        asked = _asked(asyncio.get_running_loop())
        serving = asyncio.create_task(server.serve())
        started = asyncio.create_task(self._started(on_start))
        first = {serving, asked, started}
        done, _ = await asyncio.wait(first, return_when=asyncio.FIRST_COMPLETED)
        if started in done and started.exception() is None:
            await asyncio.wait({serving, asked}, return_when=asyncio.FIRST_COMPLETED)
        server.stop()  # type: ignore[no-untyped-call]
        await serving
        if started.done():
            started.result()
        if not asked.done():
            raise HarnessError(f"the server at {self.url} has ended by itself")
        return asked.result()

    async def _started(self, on_start: Callable[[], None]) -> None:
        """Say so when it listens."""
        end = asyncio.get_running_loop().time() + _START_S
        address = _reachable(self.ip)
        while True:
            try:
                _, writer = await asyncio.open_connection(address, self._port)
            except OSError as error:
                if asyncio.get_running_loop().time() > end:
                    raise HarnessError(f"cannot listen on {self.url}: {error}") from error
                await asyncio.sleep(0.01)
            else:
                writer.close()
                on_start()
                return


def _asked(loop: asyncio.AbstractEventLoop) -> asyncio.Future[signal.Signals]:
    """Done when a signal asks for the end, by the rules of the handler that was there."""
    asked: asyncio.Future[signal.Signals] = loop.create_future()
    for number in _SIGNALS:
        loop.add_signal_handler(number, _ask, number, signal.getsignal(number), asked)
    return asked


def _ask(number: signal.Signals, before: object, asked: asyncio.Future[signal.Signals]) -> None:
    if before is signal.SIG_IGN:
        return
    try:
        if callable(before):
            before(number, None)
            return  # it is ignored
    except KeyboardInterrupt:
        pass
    if not asked.done():
        asked.set_result(number)


def _resolved(host: str, port: int) -> tuple[socket.AddressFamily, str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (OSError, UnicodeError) as error:
        raise HarnessError(f"unknown host {host!r}", hint="--host 127.0.0.1") from error
    found.sort(key=lambda entry: entry[0] != socket.AF_INET)
    return found[0][0], str(found[0][4][0])


def _hold(family: socket.AddressFamily, address: str, port: int) -> socket.socket:
    """A socket that has the port and does not listen.

    Bound alone, so that another server there is found; shared afterwards, for Granian binds
    one of its own beside it.
    """
    holder = socket.socket(family, socket.SOCK_STREAM)
    try:
        holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        holder.bind((address, port))
        holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    except OSError as error:
        holder.close()
        raise HarnessError(
            f"cannot listen on {address}, port {port}: {error.strerror or error}",
            hint="--port 0 takes a port that is free",
        ) from error
    return holder


def _reachable(ip: ipaddress.IPv4Address | ipaddress.IPv6Address) -> str:
    if not ip.is_unspecified:
        return str(ip)
    return "127.0.0.1" if ip.version == 4 else "::1"
