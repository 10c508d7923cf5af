"""The routes. Each hands its work to a thread and makes an answer of what comes back."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any, TypeVar

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from harness import __version__
from harness.errors import HarnessError
from harness.history import History, Run
from harness.serve import parameters
from harness.serve.answers import as_json, failure, raw, refusal, reply
from harness.serve.api import Tables
from harness.serve.current import Current
from harness.serve.guard import FAULT, Guard
from harness.serve.imports import Check, Imports
from harness.serve.openapi import OPERATIONS, Operation, description
from harness.serve.pages import Body, Pages, Site
from harness.serve.refused import Refused, Unreadable
from harness.serve.threads import Threads

_READERS = 4  # threads: a query waits for the disk and for the database, a page for neither
_SHOWN_S = 10.0  # a record that was sent is answered when it can be asked for, or after this
INDEX = "index.html"

T = TypeVar("T")
Handler = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True)
class Options:
    """What is served, and to whom.

    `columns` are the only ones that are shown, when there are any; `hosts` are names by which
    the server is known beside those of this machine. Records are taken in when there is a
    `token`, each of at most `import_bytes`.
    """

    columns: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    token: str | None = None
    import_bytes: int = 256 << 20
    kept_pages_bytes: int = 64 << 20


def make_app(
    history: History,
    make_site: Callable[[], Site],
    state: Callable[[], str],
    check: Check,
    options: Options,
    say: Callable[[str], None],
    threads: Threads,
) -> ASGIApp:
    """The whole application, for any ASGI server.

    `make_site` gives the pages of the history as it is, `state` changes when that does, `check`
    is that of `History.add`, `say` takes a line for whoever runs the server. What blocks is
    done in `threads`.
    """
    app = _App(history, make_site, state, check, options, say, threads).app
    return Guard(app, options.hosts, say)


class _App:
    def __init__(
        self,
        history: History,
        make_site: Callable[[], Site],
        state: Callable[[], str],
        check: Check,
        options: Options,
        say: Callable[[str], None],
        threads: Threads,
    ) -> None:
        self._say = say
        self._read = threads.pool(_READERS, "reader")
        self._tables = Current(
            state, lambda: Tables(history, options.columns), threads.pool(1, "tables"), say
        )
        self._pages = Current(
            state,
            lambda: Pages(make_site(), options.kept_pages_bytes),
            threads.pool(1, "site"),
            say,
        )
        self._imports = (
            Imports(history, check, options.token, options.import_bytes, threads.pool(1, "imports"))
            if options.token is not None
            else None
        )
        self._renewals: set[asyncio.Task[None]] = set()
        self._description: Body = as_json(description())
        self.app = Starlette(
            routes=[*self._routes(), Route("/{address:path}", self._page, methods=["GET"])],
            exception_handlers={
                HTTPException: _on_http,
                Refused: _on_refused,
                HarnessError: _on_error,
                Exception: _on_fault,
            },
            lifespan=self._lifespan,
        )
        self.app.router.redirect_slashes = False

    @asynccontextmanager
    async def _lifespan(self, _: Starlette) -> AsyncIterator[None]:
        """Begin to read the history before anybody asks."""
        first = [asyncio.create_task(_begun(one)) for one in (self._tables, self._pages)]
        yield
        for task in first:
            task.cancel()

    def _routes(self) -> list[Route]:
        """Those that the description has, by its names."""
        handlers: dict[str, Handler] = {
            "state": self._state,
            "runs": self._ask("runs", Tables.runs),
            "run": self._run,
            "output": self._output,
            "columns": self._ask("columns", lambda tables, _: tables.columns()),
            "cells": self._ask("cells", Tables.cells),
            "case": self._ask("case", Tables.case),
            "history": self._ask("history", Tables.history),
            "causes": self._ask("causes", Tables.causes),
            "add": self._add,
            "openapi": self._openapi,
        }
        by_path: dict[str, dict[str, Handler]] = {}
        for operation in OPERATIONS:
            by_path.setdefault(operation.path, {})[operation.method] = handlers[operation.name]
        return [_route(path, by_method) for path, by_method in by_path.items()]

    # ------------------------------------------------------------------- the API

    def _ask(self, name: str, query: Callable[[Tables, Any], Any]) -> Handler:
        """A handler that reads the parameters, asks in a thread, and answers in JSON."""
        operation = next(one for one in OPERATIONS if one.name == name)

        async def handler(request: Request) -> Response:
            given = _given(request, operation)
            return reply(request, await self._asked(lambda tables: as_json(query(tables, given))))

        return handler

    async def _asked(self, query: Callable[[Tables], Any]) -> Any:
        return await self._of(self._tables, query)

    async def _of(self, current: Current[T], work: Callable[[T], Any]) -> Any:
        """Do some work with what is made of the history; again if that has changed meanwhile."""
        made = await current.get()
        try:
            return await self._read(partial(work, made))
        except (Unreadable, HarnessError):
            await current.renewed()
            newer = await current.get()
            if newer is made:
                raise
            return await self._read(partial(work, newer))

    async def _state(self, request: Request) -> Response:
        parameters.read((), request.query_params.multi_items())
        tables = await self._tables.get()
        data = {
            "runs": tables.count,
            "harness_version": __version__,
            "imports": self._imports is not None,
            "problem": self._tables.problem or self._pages.problem,
        }
        return reply(request, as_json(data))

    async def _openapi(self, request: Request) -> Response:
        parameters.read((), request.query_params.multi_items())
        return reply(request, self._description)

    async def _run(self, request: Request) -> Response:
        parameters.read((), request.query_params.multi_items())
        name = request.path_params["run"]
        return reply(request, await self._asked(lambda tables: as_json(tables.run(name))))

    async def _output(self, request: Request) -> Response:
        parameters.read((), request.query_params.multi_items())
        run, offset, stream = (request.path_params[key] for key in ("run", "offset", "stream"))
        if stream not in ("stdout", "stderr") or not offset.isdecimal() or len(offset) > 15:
            raise Refused(404, "there is no such output", "…/attempts/OFFSET/stdout or stderr")
        data = await self._asked(lambda tables: tables.output(run, int(offset), stream))
        return raw(data, f"{stream}.bin")

    async def _add(self, request: Request) -> Response:
        if self._imports is None:
            hint = "start it with --allow-import and a token"
            raise Refused(403, "this server takes no records", hint)
        self._imports.allow(request.headers.get("authorization", ""))
        parameters.read((), request.query_params.multi_items())
        if request.headers.get("content-encoding", "identity") != "identity":
            raise Refused(415, "Content-Encoding is not taken", "send a tar packed by gzip")
        try:
            run, new = await self._imports.take(
                request.headers.get("content-type", ""),
                request.headers.get("content-length"),
                request.stream(),
            )
        except ClientDisconnect:
            return failure(400, "the body ends early")
        await self._shown()
        return _added(request, run, new)

    async def _shown(self) -> None:
        """Wait until what was added can be asked for; pages follow when they are made."""
        renewals = [asyncio.create_task(one.renewed()) for one in (self._tables, self._pages)]
        self._renewals.update(renewals)  # the event loop itself does not keep them
        for renewal in renewals:
            renewal.add_done_callback(self._renewals.discard)
        await asyncio.wait(renewals[:1], timeout=_SHOWN_S)

    # ------------------------------------------------------------------- the pages

    async def _page(self, request: Request) -> Response:
        address = request.path_params["address"] or INDEX
        pages = await self._pages.get()
        body = pages.kept(address)
        if body is None:
            body = await self._of(self._pages, lambda pages: pages.get(address))
        if body is None:
            return failure(404, "there is no such page", "/ is the first one")
        return reply(request, body)


async def _begun(current: Current[Any]) -> None:
    with suppress(HarnessError):  # said already, and told to who asks
        await current.get()


async def _on_error(_: Request, error: Exception) -> Response:
    assert isinstance(error, HarnessError)
    return failure(503, error.message, error.hint)


async def _on_fault(_: Request, error: Exception) -> Response:
    return failure(500, FAULT)


async def _on_refused(_: Request, error: Exception) -> Response:
    assert isinstance(error, Refused)
    return refusal(error)


async def _on_http(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return failure(error.status_code, error.detail.lower(), headers=error.headers)


def _added(request: Request, run: Run, new: bool) -> Response:
    location = {"Location": f"/api/v1/runs/{run.key}"} if new else {}
    return reply(request, as_json(asdict(run)), 201 if new else 200, **location)


def _given(request: Request, operation: Operation) -> dict[str, Any]:
    return parameters.read(operation.parameters, request.query_params.multi_items())


def _route(path: str, by_method: dict[str, Handler]) -> Route:
    """One path with a handler for each method."""

    async def handler(request: Request) -> Response:
        method = "GET" if request.method == "HEAD" else request.method
        return await by_method[method](request)

    return Route(path, handler, methods=list(by_method))
