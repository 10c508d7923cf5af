"""A picture of a comparison of speeds: one interval a cell, on a logarithmic axis, as SVG. Pure.

Colours are those of Okabe and Ito, and every verdict has a shape of its own beside its colour.
Nothing in the picture runs or loads anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import exp, floor, log
from xml.sax.saxutils import escape, quoteattr

from harness.model import Comparison, Record, Speed
from harness.reports.options import DEFAULTS, ReportOptions
from harness.reports.speed import Pairing, pairings, short_names
from harness.reports.text import clip, safe

_COLOURS = {
    Speed.SLOWER: "#d55e00",
    Speed.FASTER: "#0072b2",
    Speed.EQUIVALENT: "#009e73",
    Speed.INCONCLUSIVE: "#6b6b6b",
}
_ROW, _WIDTH = 22, 980
_LEFT, _RIGHT = 300, 230  # for the names, and for the figures
_HEAD, _FOOT, _GAP = 86, 56, 40
_PLOT = _WIDTH - _LEFT - _RIGHT
_NAME = 42
_FAR = log(1000.0)  # an interval without an end reaches the edge of the picture
_STEPS = (1.005, 1.01, 1.02, 1.05, 1.1, 1.2, 1.5, 2.0, 5.0, 10.0, 100.0)
_FONT = "font-family='DejaVu Sans, Verdana, sans-serif'"


def render(record: Record, options: ReportOptions = DEFAULTS) -> str:
    """Every comparison of the record, one below the other."""
    parts: list[str] = []
    top = 0
    for pairing in pairings(record):
        if pairing.cells:
            height = _HEAD + _ROW * len(pairing.cells) + _FOOT
            parts.append(f"<g transform='translate(0,{top})'>")
            parts += _Plot(pairing).parts()
            parts.append("</g>")
            top += height + _GAP
    if not parts:
        parts, top = [_text(20, 40, "no two columns were compared", 14)], 60 + _GAP
    height = top - _GAP
    head = (
        f"<svg xmlns='http://www.w3.org/2000/svg' width='{_WIDTH}' height='{height}' "
        f"viewBox='0 0 {_WIDTH} {height}' role='img' {_FONT}>"
    )
    ground = f"<rect width='{_WIDTH}' height='{height}' fill='#ffffff'/>"
    return "\n".join([head, ground, *parts, "</svg>"]) + "\n"


class _Plot:
    """The picture of one pairing."""

    def __init__(self, pairing: Pairing) -> None:
        self._pairing = pairing
        self._cells = pairing.cells
        self._names = short_names((cell.case, cell.phase) for cell in pairing.cells)
        self._reach = _reach(self._cells)
        self._bottom = _HEAD + _ROW * len(self._cells)

    def _x(self, value: float) -> float:
        """Where a natural logarithm of a ratio stands."""
        inside = max(-self._reach, min(self._reach, value))
        return _LEFT + _PLOT * (inside + self._reach) / (2 * self._reach)

    def parts(self) -> Iterator[str]:
        title = self._pairing.title
        yield f"<title>{escape(safe(title))}</title>"
        yield _text(16, 26, title, 16, weight="bold")
        yield from self._legend()
        yield from self._axis()
        for index, cell in enumerate(self._cells):
            yield from self._row(cell, _HEAD + _ROW * index)
        faster, slower = "◀ B takes less", "B takes more ▶"
        yield _text(_LEFT, self._bottom + 42, faster, 11, fill="#444444")
        yield _text(_LEFT + _PLOT, self._bottom + 42, slower, 11, fill="#444444", anchor="end")

    def _legend(self) -> Iterator[str]:
        x = 16.0
        for speed in Speed:
            count = self._pairing.counts[speed]
            yield _mark(speed, x + 6, 46)
            label = f"{speed.value} ({count})"
            yield _text(x + 18, 50, label, 12)
            x += 34 + 7.2 * len(label)
        yield f"<rect x='{x}' y='40' width='22' height='12' fill='#e4e4e4'/>"
        yield _text(x + 28, 50, "margin (dotted edge: provisional)", 12)

    def _axis(self) -> Iterator[str]:
        for value in _ticks(self._reach):
            x = self._x(value)
            strong = value == 0
            colour = "#333333" if strong else "#d9d9d9"
            yield (
                f"<line x1='{x:.1f}' y1='{_HEAD - 6}' x2='{x:.1f}' y2='{self._bottom + 4}' "
                f"stroke='{colour}' stroke-width='{1.2 if strong else 1}'/>"
            )
            label = f"{exp(value):.3g}×" if abs(value) > log(1.05) else f"{exp(value):.4g}×"
            for y in (_HEAD - 12, self._bottom + 20):
                yield _text(x, y, label, 11, anchor="middle", fill="#444444")

    def _row(self, cell: Comparison, top: int) -> Iterator[str]:
        middle = top + _ROW / 2
        left, right = self._x(-cell.margin), self._x(cell.margin)
        dash = " stroke='#8a8a8a' stroke-dasharray='2 2'" if cell.provisional else ""
        colour = _COLOURS[cell.verdict]
        yield (
            f"<rect x='{left:.1f}' y='{top + 2}' width='{max(1.0, right - left):.1f}' "
            f"height='{_ROW - 4}' fill='#808080' fill-opacity='0.2'{dash}/>"
        )
        low, high = self._x(cell.low), self._x(cell.high)
        yield (
            f"<line x1='{low:.1f}' y1='{middle}' x2='{high:.1f}' y2='{middle}' "
            f"stroke={quoteattr(colour)} stroke-width='2.4'/>"
        )
        yield _mark(cell.verdict, self._x(cell.estimate), middle)
        name = self._names[cell.case, cell.phase]
        yield _text(_LEFT - 12, middle + 4, clip(safe(name), _NAME), 11.5, anchor="end")
        yield _text(_LEFT + _PLOT + 14, middle + 4, self._figures(cell), 11.5)

    def _figures(self, cell: Comparison) -> str:
        if cell.clock == "fuel":
            return f"{exp(cell.estimate):.4f}"
        low, high = (f"{exp(end):.3f}" if abs(end) < _FAR else "∞" for end in (cell.low, cell.high))
        again = self._pairing.again.get((cell.case, cell.phase))
        note = {True: "  again", False: "  not again", None: ""}[again]
        return f"{exp(cell.estimate):.3f}  [{low}, {high}]{note}"


def _reach(cells: Sequence[Comparison]) -> float:
    """How far the axis goes to both sides: to what there is, margins included."""
    ends = [abs(end) for c in cells for end in (c.low, c.high, c.estimate, c.margin)]
    known = [end for end in ends if end < _FAR]
    return 1.06 * max([*known, log(1.01)])


def _ticks(reach: float) -> list[float]:
    """At most three to each side, at ratios that people know, never so near that they touch."""
    steps = [log(step) for step in _STEPS if log(step) <= reach]
    if reach > log(100.0):
        steps += [log(10.0**power) for power in range(3, floor(reach / log(10.0)) + 1)]
    shown: list[float] = []
    for step in reversed(steps):
        if not shown or min(shown[-1] - step, step) > reach * 0.25:
            shown.append(step)
    return sorted([*(-step for step in shown), 0.0, *shown])


def _mark(speed: Speed, x: float, y: float) -> str:
    """A triangle to its side, a square, or a ring."""
    colour = _COLOURS[speed]
    if speed is Speed.SLOWER:
        return f"<path d='M{x - 5:.1f} {y - 6} l11 6 l-11 6 z' fill='{colour}'/>"
    if speed is Speed.FASTER:
        return f"<path d='M{x + 5:.1f} {y - 6} l-11 6 l11 6 z' fill='{colour}'/>"
    if speed is Speed.EQUIVALENT:
        return f"<rect x='{x - 5:.1f}' y='{y - 5}' width='10' height='10' fill='{colour}'/>"
    return (
        f"<circle cx='{x:.1f}' cy='{y}' r='4.6' fill='#ffffff' stroke='{colour}' stroke-width='2'/>"
    )


def _text(
    x: float,
    y: float,
    text: str,
    size: float,
    *,
    anchor: str = "start",
    weight: str = "normal",
    fill: str = "#1a1a1a",
) -> str:
    shown = escape(safe(text).encode("utf-8", "replace").decode())
    return (
        f"<text x='{x:.1f}' y='{y:.1f}' font-size='{size}' text-anchor='{anchor}' "
        f"font-weight='{weight}' fill='{fill}'>{shown}</text>"
    )
