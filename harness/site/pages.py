"""Every page of the dashboard by its address. A page is made when it is asked for."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import jinja2
from markupsafe import Markup

from harness import __version__
from harness.history import History
from harness.model import ColumnId
from harness.record import read_record
from harness.reports import summary as report_summary
from harness.reports import text
from harness.reports.profiles import ProfileTable
from harness.reports.summary import Score
from harness.site import addresses, data, figures, plots, views
from harness.site.shown import Shown, state_of
from harness.survey import Survey, differ, successive

if TYPE_CHECKING:
    from markdown_it.token import Token

HTML = "text/html; charset=utf-8"
JSON = "application/json"
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".json": JSON,
    ".html": HTML,
}
_STATIC = ("style.css", "icon.svg", "site.js", "query.js")

# In the pages and, for a server, in its headers: nothing runs or is loaded but what is ours.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; "
    "form-action 'self'"
)

# The pages of the menu: their address, and what it is called there.
_MENU = (
    ("index.html", "Overview"),
    ("cells.html", "Cells"),
    ("causes.html", "Causes"),
    ("compare.html", "Compare"),
    ("trends.html", "Trends"),
    ("modules.html", "Modules"),
    ("profiles.html", "Profiles"),
    ("findings.html", "Findings"),
    ("runs.html", "Runs"),
)


# Makes the values of a page; with the template that shows them.
Maker = Callable[[], tuple[str, dict[str, Any]]]


@dataclass(frozen=True)
class SiteOptions:
    """What is shown beside the history: all columns or those named, and what else was measured.

    `findings` is Markdown."""

    columns: tuple[ColumnId, ...] = ()
    survey: Survey | None = None
    profiles: ProfileTable | None = None
    findings: str | None = None


@dataclass(frozen=True)
class Page:
    media_type: str
    body: bytes


class Site:
    """Every page of the dashboard over a history, as it was when this was made.

    Raises HarnessError when no complete run is there.
    """

    def __init__(self, history: History, options: SiteOptions = SiteOptions()) -> None:
        self.state = state_of(history)
        self.shown = Shown(history, read_record, options.columns)
        self._options = options
        self._environment = _environment()

    def addresses(self) -> Iterator[str]:
        """Of every page and file, below the site's root."""
        yield from _STATIC
        yield "cells.js"
        for page in self._makers:
            yield page
            yield addresses.data_of(page)
        yield from self._badges

    def page(self, address: str) -> Page | None:
        """A page or file; None where there is none."""
        body = self._body(address)
        if body is None:
            return None
        return Page(_TYPES[address[address.rindex(".") :]], body)

    def _body(self, address: str) -> bytes | None:
        if address in _STATIC:
            return files("harness.site").joinpath("static", address).read_bytes()
        if address == "cells.js":
            found = json.dumps(
                views.cells_data(self.shown, self._case_pages), separators=(",", ":")
            )
            return f"window.harnessCells = {found};\n".encode("ascii")
        if address in self._badges:
            return self._badges[address]().encode()
        if address.endswith(".json") and address.removesuffix(".json") + ".html" in self._makers:
            return data.encoded(
                *self._makers[address.removesuffix(".json") + ".html"](), self.shown
            )
        maker = self._makers.get(address)
        if maker is None:
            return None
        template, values = maker()
        return self._rendered(template, address, values)

    # ------------------------------------------------------------------ rendering

    def _rendered(self, template: str, address: str, values: Mapping[str, Any]) -> bytes:
        root = addresses.root_of(address)

        def to(target: str) -> str:
            return root + addresses.link(target)

        menu = [(to(page), name, page == address) for page, name in _MENU if page in self._makers]
        made = self._environment.get_template(template).render(
            values,
            to=to,
            menu=menu,
            policy=POLICY,
            json_address=to(addresses.data_of(address)),
            shown=self.shown,
            version=__version__,
            case_page=self._case_pages.get,
            compare_page=addresses.compare_page,
        )
        return made.encode("utf-8", "backslashreplace")

    # ------------------------------------------------------------------ what there is

    @cached_property
    def _makers(self) -> Mapping[str, Maker]:
        """How each page is made: its template and values."""
        makers: dict[str, Maker] = {
            "index.html": self._index,
            "cells.html": lambda: ("cells.html", {"title": "Cells"}),
            "causes.html": self._causes,
            "compare.html": self._comparisons,
            "trends.html": self._trends,
            "runs.html": self._runs,
        }
        if self._options.survey:
            makers["modules.html"] = self._modules
        if self._options.profiles:
            makers["profiles.html"] = self._profiles
        if self._options.findings is not None:
            makers["findings.html"] = self._findings
        for area, page in self._area_pages.items():
            makers[page] = partial(self._area, area)
        for case, page in self._case_pages.items():
            makers[page] = partial(self._case, case)
        for old, new in self.shown.pairs:
            makers[addresses.compare_page(old, new)] = partial(self._comparison, old, new)
        return makers

    @cached_property
    def _case_pages(self) -> Mapping[str, str]:
        return {case: addresses.case_page(case) for case in self.shown.cells}

    @cached_property
    def _area_pages(self) -> Mapping[str, str]:
        return {area: addresses.area_page(area) for area in self.shown.summary.areas}

    @cached_property
    def _badges(self) -> Mapping[str, Callable[[], str]]:
        summary = self.shown.summary
        found: dict[str, Callable[[], str]] = {}
        for column in self.shown.columns:
            scores: dict[str | None, Score | None] = {None: summary.totals[column]}
            scores |= {area: summary.matrix.get((area, column)) for area in summary.areas}
            for area, score in scores.items():
                label = str(column) if area is None else f"{column} {area}"
                value = f"{score.compatible}/{score.judged}" if score else text.DASH
                made = partial(plots.badge, label, value, score.severity if score else "none")
                found[addresses.badge(column, area)] = made
        return found

    # ------------------------------------------------------------------ the pages

    def _index(self) -> tuple[str, dict[str, Any]]:
        summary = self.shown.summary
        steps = [(old, new, self.shown.compared(old, new)) for old, new in self.shown.upgrades]
        found = views.causes(summary)
        return "index.html", {
            "title": "Overview",
            "upgrades": [(o, n, views.change_sentence(c), c) for o, n, c in steps],
            "sentences": [(c, views.column_sentence(c, summary)) for c in summary.columns],
            "warnings": report_summary.warnings(summary),
            "remarks": report_summary.remarks(summary),
            "matrix": views.matrix(summary),
            "area_pages": self._area_pages,
            "statuses": views.statuses(summary),
            "meaning": report_summary.MEANING,
            "not_judged": report_summary.NOT_JUDGED,
            "causes": found[: views.TOP_CAUSES],
            "all_causes": len(found),
            "figures": figures.beside(self.shown),
            "trends": figures.over_versions(self.shown, self._options.survey)[:1],
        }

    def _area(self, area: str) -> tuple[str, dict[str, Any]]:
        cases = [
            (case, by_column)
            for case, by_column in self.shown.cells.items()
            if next(iter(by_column.values())).case.area == area
        ]
        row = [self.shown.summary.matrix.get((area, column)) for column in self.shown.columns]
        return "area.html", {
            "title": f"Area {area}",
            "area": area,
            "cases": cases,
            "scores": [views.ScoreView(score) for score in row],
        }

    def _case(self, case: str) -> tuple[str, dict[str, Any]]:
        by_column = self.shown.cells[case]
        cells = [views.cell_view(c, self.shown.past(case, k)) for k, c in by_column.items()]
        info = cells[0].cell.case
        return "case.html", {
            "title": case,
            "info": info,
            "cells": cells,
            "area_page": self._area_pages[info.area],
        }

    def _causes(self) -> tuple[str, dict[str, Any]]:
        return "causes.html", {"title": "Causes", "causes": views.causes(self.shown.summary)}

    def _comparisons(self) -> tuple[str, dict[str, Any]]:
        return "comparisons.html", {
            "title": "Compare",
            "upgrades": [
                (o, n, views.change_sentence(self.shown.compared(o, n)))
                for o, n in self.shown.upgrades
            ],
        }

    def _comparison(self, old: ColumnId, new: ColumnId) -> tuple[str, dict[str, Any]]:
        comparison = self.shown.compared(old, new)
        return "comparison.html", {
            "title": f"{old} → {new}",
            "old": old,
            "new": new,
            "sentence": views.change_sentence(comparison),
            "view": views.ComparisonView(comparison),
            "figure": figures.compared(comparison),
            "comparison": comparison,
        }

    def _trends(self) -> tuple[str, dict[str, Any]]:
        versions = figures.over_versions(self.shown, self._options.survey)
        times = figures.over_time(self.shown.points)
        return "trends.html", {"title": "Trends", "versions": versions, "times": times}

    def _runs(self) -> tuple[str, dict[str, Any]]:
        standing: dict[str, list[ColumnId]] = {}
        for one in self.shown.standing:
            standing.setdefault(one.run.key, []).append(one.id)
        return "runs.html", {"title": "Runs", "runs": self.shown.runs, "standing": standing}

    def _modules(self) -> tuple[str, dict[str, Any]]:
        survey = self._options.survey
        assert survey is not None
        pairs = [differ(survey, old, new) for old, new in successive(survey.columns)]
        return "modules.html", {"title": "Modules", "survey": survey, "pairs": pairs}

    def _profiles(self) -> tuple[str, dict[str, Any]]:
        return "profiles.html", {"title": "Profiles", "table": self._options.profiles}

    def _findings(self) -> tuple[str, dict[str, Any]]:
        from markdown_it import MarkdownIt

        # Markup in the text is shown as text, and so is every address, which leads elsewhere.
        reader = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
        blocks = reader.parse(self._options.findings or "")
        _unlink(child for block in blocks for child in block.children or ())
        made = Markup(reader.renderer.render(blocks, reader.options, {}))
        values = {"title": "Findings", "body": made, "source": self._options.findings}
        return "findings.html", values


def _unlink(tokens: Iterable[Token]) -> None:
    """Turn links into their text, with the address in brackets behind it."""
    address = said = ""
    for token in tokens:
        if token.type == "link_open":
            address, said, token.content = str(token.attrs["href"]), "", ""
        elif token.type == "link_close":
            token.content = "" if said == address else f" ({address})"
        else:
            said += token.content
            continue
        token.type = "text"


def _environment() -> jinja2.Environment:
    """Escapes everything; what a script may have chosen is made printable as well."""
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("harness.site"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        finalize=_printable,
    )
    environment.filters |= {"plural": text.plural, "seconds": text.seconds, "clip": text.clip}
    environment.filters |= {"column_name": _column_markup, "breakable": _breakable}
    environment.filters |= {"code": _code, "size": views.size}
    return environment


def _printable(value: object) -> object:
    if isinstance(value, Markup):
        return value
    return text.safe(value) if isinstance(value, str) else value


def _column_markup(column: ColumnId) -> Markup:
    """A column's ID that may be broken where its parts begin."""
    parts = re.split("(?=[@:/])", text.safe(str(column)))
    return Markup('<span class="id">{}</span>').format(Markup("<wbr>").join(parts))


def _breakable(name: object) -> Markup:
    """A text that may be broken within its long words."""
    return Markup("<wbr>").join(_BREAKS.split(text.safe(str(name))))


# After a slash, an underscore, a colon; not within numbers, nor before `__`. As in query.js.
_BREAKS = re.compile(r"(?<=[a-z\d]_)(?=[a-z\d])|(?<=[/.,@-])(?=[a-z])|(?<=:)(?=[^:])", re.I)


def _code(line: str) -> Markup:
    """A line of ours, with what stands in backquotes as code."""
    parts = [Markup.escape(text.safe(part)) for part in line.split("`")]
    if len(parts) % 2 == 0:
        return Markup("`").join(parts)
    made = [Markup("<code>{}</code>").format(p) if i % 2 else p for i, p in enumerate(parts)]
    return Markup("").join(made)
