"""Text for reports: escapes, widths, numbers, and commands that are ready to paste. Pure."""

from __future__ import annotations

import shlex
import unicodedata
from collections.abc import Iterable

from harness.model import CaseInfo, ColumnId

DASH = "–"


def safe(text: str) -> str:
    """Text that a script may have chosen, as one printable line.

    Control and format characters (terminal escapes, changes of direction, unusual blanks,
    line ends) are shown as `\\x1b`; bytes that were no UTF-8 as `\\xff`.
    """
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else _escape(char) for char in text)


def _escape(char: str) -> str:
    if "\udc80" <= char <= "\udcff":  # one undecodable byte
        return f"\\x{ord(char) - 0xDC00:02x}"
    return char.encode("unicode_escape").decode("ascii")


def width(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return len(text) if text.isascii() else sum(map(_char_width, text))


def _char_width(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def clip(text: str, columns: int) -> str:
    """The text, cut with `…` to at most this many columns of a terminal."""
    if width(text) <= columns:
        return text
    return _head(text, columns - 1) + "…"


def _head(text: str, columns: int) -> str:
    """The longest start of the text that takes at most this many columns."""
    used = 0
    for index, char in enumerate(text):
        used += _char_width(char)
        if used > columns:
            return text[:index]
    return text


def pad(text: str, columns: int) -> str:
    return clip(text, columns).ljust(columns - width(text) + len(text))


def wrap(text: str, columns: int, indent: str = "", hang: str | None = None) -> list[str]:
    """Lines of at most `columns`, broken at blanks, and within a word only when it must be.

    `indent` starts the first line, `hang` (by default the same) those after it.
    """
    hang = indent if hang is None else hang
    lines: list[str] = []
    line, empty = indent, True
    for word in text.split(" "):
        if not empty and width(line) + 1 + width(word) > columns:
            lines.append(line)
            line, empty = hang, True
        line, empty = (line if empty else line + " ") + word, False
        while width(line) > columns:
            head = _head(line, columns)
            lines.append(head)
            line = hang + line[len(head) :]
    return [line.rstrip() for line in [*lines, line]]


def plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def percent(part: int, whole: int) -> str:
    """Rounded down, so that only all of them are 100.0%."""
    if not whole:
        return DASH
    permille = 1000 * part // whole
    return f"{permille // 10}.{permille % 10}%"


def times(value: float) -> str:
    """A ratio, as `2.40×`."""
    return f"{value:.2f}×" if value < 100 else f"{value:.0f}×"


def seconds(value: float) -> str:
    if value < 1:
        return f"{value * 1000:.1f} ms"
    return f"{value:.2f} s"


def quote(word: str) -> str:
    """The word as a shell reads it back; what cannot be shown is written as `$'…'`."""
    if word.isprintable():
        return shlex.quote(word)
    return "$'" + "".join(map(_quote_char, word)) + "'"


def _quote_char(char: str) -> str:
    if char in "\\'":
        return "\\" + char
    if char.isprintable():
        return char
    return "".join(f"\\x{byte:02x}" for byte in _bytes(char))


def _bytes(char: str) -> bytes:
    try:
        return char.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return char.encode("utf-8", "surrogatepass")


def join_command(words: Iterable[str]) -> str:
    return " ".join(map(quote, words))


def repeat_command(case: CaseInfo, column: ColumnId, oracle: ColumnId | None = None) -> str:
    """The command that repeats one cell; with the oracle where that is not the claimed one."""
    path = case.path or case.id
    path = f"./{path}" if path.startswith("-") else path
    asked = ["--oracle", str(oracle)] if oracle else []
    return join_command(["harness", "run", path, *asked, "--columns", str(column)])
