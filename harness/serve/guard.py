"""What holds for every answer: known hosts alone, the same headers, no traceback."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Collection
from ipaddress import ip_address

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from harness.serve.answers import failure

LOOPBACK = ("localhost", "127.0.0.1", "::1")
FAULT = "a fault of the server's own"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HOST = re.compile(r"(?:\[(?P<address>[0-9a-f:.]+)\]|(?P<name>[a-z0-9._-]+))(?::[0-9]+)?")
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    # Else a page of another site could load cells.js from this machine, and read it.
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Guard:
    """Around the whole application.

    A page of another site may make its own name point at this machine, and would then read
    all that is here: only requests that name a host which is expected are answered.
    """

    def __init__(self, app: ASGIApp, hosts: Collection[str], say: Callable[[str], None]) -> None:
        self._app = app
        self._hosts = {name.lower().rstrip(".") for name in (*LOOPBACK, *hosts)}
        self._say = say

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = ended = False

        async def guarded(message: Message) -> None:
            nonlocal started, ended
            if message["type"] == "http.response.start":
                started = True
                MutableHeaders(scope=message).update(HEADERS)
            ended = message["type"] == "http.response.body" and not message.get("more_body")
            await send(message)

        hosts = Headers(scope=scope).getlist("host")
        if len(hosts) != 1 or host_name(hosts[0]) not in self._hosts:
            hint = "start the server with --allow-host NAME"
            await failure(421, "this host name is not served here", hint)(scope, receive, guarded)
            return
        try:
            await self._app(scope, receive, guarded)
        except Exception as error:
            self._say(f"{scope['method']} {scope['path']!r:.200}: {_where(error)}")
            if not started:
                await failure(500, FAULT)(scope, receive, guarded)
            elif not ended:
                raise


def host_name(header: str) -> str | None:
    """The name in a `Host` header, without its port; None where there is none."""
    found = _HOST.fullmatch(header.lower())
    return _plain(found["address"] or found["name"].rstrip(".")) if found else None


def _plain(name: str) -> str:
    try:
        return str(ip_address(name))
    except ValueError:
        return name


def _where(error: BaseException) -> str:
    """One line on a fault: what, and where it came from."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {frames[-1].filename}:{frames[-1].lineno}" if frames else ""
    text = (str(error).splitlines() or [""])[0]
    return f"{type(error).__name__}: {text}{place}"
