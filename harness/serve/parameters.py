"""What a request may say after the `?`, and reading it. Pure."""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from harness.serve.refused import Refused

_MOST = 1000  # characters of one value


class Kind(Enum):
    TEXT = "string"
    WHOLE = "integer"
    FLAG = "boolean"


@dataclass(frozen=True)
class Parameter:
    """One parameter: `many` may be given again, and then any of its values will do."""

    name: str
    about: str
    kind: Kind = Kind.TEXT
    many: bool = False
    required: bool = False
    choices: tuple[str, ...] = ()
    most: int | None = None
    default: Any = None


def read(known: Sequence[Parameter], given: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """The value of every parameter. Raises Refused for what is unknown, wrong or lacking."""
    by_name = {parameter.name: parameter for parameter in known}
    found: dict[str, list[Any]] = {}
    for name, text in given:
        if name not in by_name:
            raise Refused(400, f"unknown parameter {name!r:.80}", _names(known))
        found.setdefault(name, []).append(_value(by_name[name], text))
    return {parameter.name: _one(parameter, found.get(parameter.name)) for parameter in known}


def _names(known: Sequence[Parameter]) -> str:
    names = ", ".join(parameter.name for parameter in known)
    return f"known here: {names}" if names else "this address takes none"


def _value(parameter: Parameter, text: str) -> Any:
    if len(text) > _MOST:
        raise Refused(400, f"{parameter.name}: longer than {_MOST} characters")
    if parameter.choices and text not in parameter.choices:
        known = ", ".join(parameter.choices)
        raise Refused(400, f"{parameter.name}: unknown value {text!r:.80}", f"known: {known}")
    if parameter.kind is Kind.FLAG:
        return text == "true"
    if parameter.kind is Kind.WHOLE:
        return _whole(parameter, text)
    return text


def _whole(parameter: Parameter, text: str) -> int:
    most = parameter.most or 10**18
    if not re.fullmatch("[0-9]{1,19}", text) or not 1 <= int(text) <= most:
        raise Refused(400, f"{parameter.name}: a number from 1 to {most} is expected")
    return int(text)


def _one(parameter: Parameter, values: list[Any] | None) -> Any:
    if values is None:
        if parameter.required:
            raise Refused(400, f"the parameter {parameter.name} is needed", parameter.about)
        return () if parameter.many else parameter.default
    if parameter.many:
        return tuple(values)
    if len(values) > 1:
        raise Refused(400, f"{parameter.name} is given more than once")
    return values[0]


# ------------------------------------------------------------------------- cursors


def cursor(*place: str | int) -> str:
    """Where a list goes on, as text that a client gives back unread."""
    return base64.urlsafe_b64encode(json.dumps(place).encode()).decode().rstrip("=")


def place(text: str | None, *kinds: type) -> tuple[Any, ...] | None:
    """What `cursor` was made of; None for the beginning."""
    if text is None:
        return None
    try:
        found = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
        json.dumps(found, ensure_ascii=False).encode()  # a lone surrogate is no text of ours
    except (ValueError, binascii.Error, RecursionError):
        found = None
    if not isinstance(found, list) or [type(item) for item in found] != list(kinds):
        raise Refused(400, "cursor: not one that was given here", "take it from `next`")
    return tuple(found)
