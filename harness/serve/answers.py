"""Answers as they are sent: JSON, pages, raw outputs, failures."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from harness.serve.pages import Body, body_of
from harness.serve.refused import Refused

JSON = "application/json"


def as_json(data: Any) -> Body:
    """Plain data. What is no Unicode is written with escapes, as in the tables."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return body_of(JSON, text.encode("utf-8", "backslashreplace"))


def reply(request: Request, body: Body, status: int = 200, **headers: str) -> Response:
    """A body, packed for who takes that, or 304 for who has it already."""
    packed = body.packed is not None and _takes_gzip(request.headers.get("accept-encoding", ""))
    etag = f'"{body.etag}-gz"' if packed else f'"{body.etag}"'
    common = {"ETag": etag, "Cache-Control": "no-cache", **headers}
    if body.varies:
        common["Vary"] = "Accept-Encoding"
    if status == 200 and _has(request.headers.get("if-none-match", ""), etag):
        return Response(status_code=304, headers=common)
    if packed:
        common["Content-Encoding"] = "gzip"
    content = body.packed if packed else body.data
    return Response(content, status, {**common, "Content-Type": _typed(body.media_type)})


def raw(data: bytes, name: str) -> Response:
    """Bytes that nobody shall take for a page."""
    headers = {
        "Content-Type": "application/octet-stream",
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": "no-cache",
    }
    return Response(data, 200, headers)


def failure(
    status: int, message: str, hint: str | None = None, headers: Mapping[str, str] | None = None
) -> Response:
    """An error as JSON."""
    data = json.dumps({"error": message, "hint": hint})
    common = {"Content-Type": JSON, "Cache-Control": "no-store"}
    return Response(data.encode(), status, {**common, **(headers or {})})


def refusal(refused: Refused) -> Response:
    return failure(refused.status, refused.message, refused.hint, refused.headers)


def _typed(media_type: str) -> str:
    text = media_type.startswith("text/") and "charset" not in media_type
    return f"{media_type}; charset=utf-8" if text else media_type


def _takes_gzip(header: str) -> bool:
    """Whether `Accept-Encoding` allows gzip; a quality of 0 forbids it."""
    allowed: dict[str, bool] = {}
    for item in header.lower().split(","):
        name, _, rest = item.partition(";")
        allowed[name.strip()] = not re.fullmatch(r"q=0(\.0*)?", rest.strip().replace(" ", ""))
    return allowed.get("gzip", allowed.get("*", False))


def _has(header: str, etag: str) -> bool:
    """Whether `If-None-Match` names this one."""
    given = [item.strip().removeprefix("W/") for item in header.split(",")]
    return etag in given or given == ["*"]
