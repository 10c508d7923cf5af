"""What a reader of a report may choose."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ReportOptions:
    """`width` is that of the terminal, in characters; `color` allows terminal colours.

    `all` shows every cause, cell and line where a report else shows the first ones.
    """

    width: int = 80
    color: bool = False
    all: bool = False


DEFAULTS = ReportOptions()
