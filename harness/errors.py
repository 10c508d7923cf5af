"""The one error that users are meant to see, and the table of exit codes."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """Every exit code of the command `harness`; correctness outranks performance."""

    OK = 0
    CORRECTNESS = 1
    USAGE = 2
    INCOMPLETE = 3
    NO_CASES = 4
    PERFORMANCE = 5
    INTERNAL = 70
    INTERRUPTED = 130


class HarnessError(Exception):
    """A failure that the user can act on: one line of what and where, one of what to do.

    Attributes:
        message: what is wrong, and where (`file:line`) when a file is at fault.
        hint: what to do about it, or None.
        code: the exit code of the command.
    """

    def __init__(
        self, message: str, *, hint: str | None = None, code: ExitCode = ExitCode.USAGE
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.code = code
