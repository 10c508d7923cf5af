"""What a folder of scripts imports, and what of it each column has. Pure."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from harness.imports import (
    REMOVED,
    Condition,
    Distribution,
    Fault,
    Import,
    Kind,
    Needed,
    unresolved,
)
from harness.model import ColumnId
from harness.reports.options import DEFAULTS, ReportOptions
from harness.reports.text import DASH, plural, safe, wrap
from harness.survey import State, Survey, left_out

_SCHEMA = {"name": "harness-imports", "version": "1.0"}
_PLACES = 3  # shown without --all
_WORDS: Mapping[Condition, str] = {
    Condition.CAUGHT: "optional",
    Condition.FALLBACK: "fallback",
    Condition.TYPING: "for type checkers",
    Condition.PLATFORM: "by platform",
    Condition.BRANCH: "conditional",
    Condition.FUNCTION: "in functions",
}
_TITLES: Mapping[Kind, str] = {
    Kind.REMOVED: "no longer in the standard library",
    Kind.PURE: "packages of Python alone",
    Kind.COMPILED: "packages with parts compiled for CPython, which RustPython cannot load; some "
    "can do without them, which only a run tells",
    Kind.UNKNOWN: "unknown: not among the packages that were looked at",
}


@dataclass(frozen=True)
class Listing:
    """All that is known of some sources' imports. Without `survey` no column is told of.

    `reader` is the CPython that read them; `looked_in` are the folders whose installed packages
    were looked at.
    """

    files: int
    reader: str
    imports: tuple[Import, ...]
    needed: tuple[Needed, ...]
    faults: tuple[Fault, ...]
    survey: Survey | None
    looked_in: tuple[str, ...]

    def of(self, *kinds: Kind) -> list[Needed]:
        return [item for item in self.needed if item.kind in kinds]

    @property
    def columns(self) -> tuple[ColumnId, ...]:
        return self.survey.columns if self.survey else ()

    def trouble(self, item: Needed, column: ColumnId) -> str:
        """What keeps a column from a module; "" when nothing is known to."""
        if item.kind is Kind.STANDARD:
            return "" if self.untried(item, column) else self._standard_trouble(item, column)
        if item.kind is Kind.REMOVED:
            return f"gone since {REMOVED[item.module]}"
        if item.kind is Kind.COMPILED:
            return "compiled for CPython"
        if item.requires:
            return f"requires {', '.join(package.name for package in item.requires)}"
        return ""

    def _standard_trouble(self, item: Needed, column: ColumnId) -> str:
        assert self.survey is not None
        oracle = self.survey.oracles[column]
        found = self.survey.cells.get((item.module, column))
        if found is None:
            return f"not in the standard library of {oracle}"
        if found.state is State.IMPORTS:
            lacking = [name for name in item.names if name in found.missing]
            return f"lacks {', '.join(lacking)}" if lacking else ""
        cause = found.signature.text if found.signature else ""
        told = cause and found.state is not State.MISSING
        return found.state.value + (f": {cause}" if told else "")

    def untried(self, item: Needed, column: ColumnId) -> str:
        """Why nothing can be told of a standard module in a column; "" when something can."""
        assert self.survey is not None
        oracle = self.survey.oracles[column]
        found = self.survey.cells.get((item.module, column))
        refused = self.survey.left_out.get(oracle, {}).get(item.module)
        if found:
            why = found.signature.text if found.signature else ""
            return f"could not be tried: {why}" if found.state is State.UNKNOWN else ""
        if refused:
            return f"{oracle} does not import it either ({refused})"
        if left_out(item.module):
            return f"not tried: {left_out(item.module)}"
        return "" if self.survey.asked(item.module) else "not tried by this survey"

    def notable(self) -> list[tuple[Needed, dict[ColumnId, str]]]:
        """The standard modules that some column does not have, or that nothing is known of."""
        found = []
        for item in self.of(Kind.STANDARD) if self.survey else ():
            told = {c: self.trouble(item, c) or self.untried(item, c) for c in self.columns}
            if any(told.values()):
                found.append((item, {column: why for column, why in told.items() if why}))
        return found

    def blocking(self) -> list[Needed]:
        """What scripts cannot go on without, and some column cannot have."""
        return [
            item
            for item in self.needed
            if not item.optional and any(self.trouble(item, column) for column in self.columns)
        ]


def headline(listing: Listing) -> str:
    """How much of what, in one line."""
    packages = len(listing.of(Kind.PURE, Kind.COMPILED, Kind.UNKNOWN, Kind.REMOVED))
    verb = "imports" if listing.files == 1 else "import"
    return (
        f"{plural(listing.files, 'file')}, read by {listing.reader}, {verb} "
        f"{plural(len(listing.of(Kind.STANDARD)), 'standard module')} and "
        f"{plural(packages, 'other')}"
    )


def shares(listing: Listing) -> dict[ColumnId, tuple[int, int]]:
    """Of the standard modules that could be tried, how many each column has."""
    found = {}
    for column in listing.columns:
        tried = [i for i in listing.of(Kind.STANDARD) if not listing.untried(i, column)]
        found[column] = sum(not listing.trouble(item, column) for item in tried), len(tried)
    return found


def _places(uses: Sequence[Import], everything: bool) -> str:
    places = list(dict.fromkeys(safe(use.place) for use in uses))
    shown = places if everything else places[:_PLACES]
    more = f", … {len(places) - len(shown)} more" if len(shown) < len(places) else ""
    return ", ".join(shown) + more


def _notes(item: Needed) -> str:
    """What is said of the way in which it is imported."""
    notes = [_WORDS[condition] for condition in item.conditions]
    notes += ["dynamic"] if all(use.dynamic for use in item.uses) else []
    return f" [{', '.join(notes)}]" if notes else ""


def _packages(packages: Sequence[Distribution]) -> str:
    return ", ".join(f"{package.name} {package.version}".rstrip() for package in packages)


def _details(item: Needed, everything: bool) -> Iterator[str]:
    """What is to be said of the packages beside their names."""
    for package in item.distributions:
        if package.compiled:
            yield _files(package.compiled, everything)
        elif package.compiled is None:
            yield f"{package.name} is installed, and does not tell its files"
        if package.libraries:
            yield f"brings native code to call: {_files(package.libraries, everything)}"
    if item.requires:
        yield f"requires {_packages(item.requires)}, compiled for CPython"
    if item.kind is Kind.REMOVED:
        yield f"gone since {REMOVED[item.module]}"


def _files(names: Sequence[str], everything: bool) -> str:
    shown = names if everything else names[:1]
    more = f" and {len(names) - len(shown)} more" if len(shown) < len(names) else ""
    return ", ".join(map(safe, shown)) + more


# --------------------------------------------------------------------------- a table


def table(listing: Listing, options: ReportOptions = DEFAULTS) -> str:
    """For a terminal, `options.width` columns wide."""
    return "\n".join(line.rstrip() for line in _table(listing, options)) + "\n"


def _table(listing: Listing, options: ReportOptions) -> Iterator[str]:
    width = options.width
    yield from wrap(headline(listing), width, "", "  ")
    yield from _standard(listing, options)
    for kind, title in _TITLES.items():
        items = listing.of(kind)
        if items:
            yield ""
            yield from wrap(f"{title}:", width, "", "  ")
        for item in items:
            known = [package for package in item.distributions if package.version]
            names = f" ({_packages(known)})" if known else ""
            places = _places(item.uses, options.all)
            text = f"{safe(item.module)}{safe(names)}{_notes(item)}: {places}"
            yield from wrap(text, width, "  ", "    ")
            for detail in _details(item, options.all):
                yield from wrap(detail, width, "    ", "      ")
    own = listing.of(Kind.OWN)
    if own:
        yield ""
        yield "of the scripts themselves:"
        yield from wrap(", ".join(safe(item.module) + _notes(item) for item in own), width, "  ")
    for title, lines in _findings(listing).items():
        yield ""
        yield f"{title}:"
        for line in lines:
            yield from wrap(line, width, "  ", "    ")
    if listing.of(Kind.PURE, Kind.COMPILED, Kind.UNKNOWN):
        yield ""
        yield from wrap(f"packages of {', '.join(listing.looked_in) or 'nowhere'}", width, "", "  ")


def _standard(listing: Listing, options: ReportOptions) -> Iterator[str]:
    width = options.width
    standard = listing.of(Kind.STANDARD)
    notable = listing.notable()
    told = {item.module for item, _ in notable}
    good = [item for item in standard if item.module not in told]
    if listing.survey and standard:
        yield ""
    for column, (has, of) in shares(listing).items():
        if of:
            yield f"{column} has {has} of {plural(of, 'standard module')}"
    if good:
        yield ""
        where = "that all columns have" if listing.survey else "(no column was asked for them)"
        yield f"standard modules {where}:"
        if options.all:
            for item in good:
                text = f"{safe(item.module)}{_notes(item)}: {_places(item.uses, options.all)}"
                yield from wrap(text, width, "  ", "    ")
        else:
            names = [safe(item.module) + _notes(item) for item in good]
            yield from wrap(", ".join(names), width, "  ")
    if notable:
        yield ""
        yield "standard modules that are not everywhere:"
    for item, its in notable:
        places = _places(item.uses, options.all)
        yield from wrap(f"{safe(item.module)}{_notes(item)}: {places}", width, "  ", "    ")
        for why, columns in _by_reason(its).items():
            yield from wrap(f"{columns}: {safe(why)}", width, "    ", "      ")


def _by_reason(told: Mapping[ColumnId, str]) -> dict[str, str]:
    """The columns of which the same is said, as one text."""
    found: dict[str, list[str]] = {}
    for column, why in told.items():
        found.setdefault(why, []).append(str(column))
    return {why: ", ".join(columns) for why, columns in found.items()}


def _findings(listing: Listing) -> dict[str, list[str]]:
    dynamic = [safe(use.place) for use in unresolved(listing.imports)]
    found = {
        "imports whose module is known only when they run": dynamic,
        f"not Python to {listing.reader}": [safe(str(fault)) for fault in listing.faults],
    }
    return {title: lines for title, lines in found.items() if lines}


# --------------------------------------------------------------------------- Markdown


def markdown(listing: Listing, options: ReportOptions = DEFAULTS) -> str:
    """One table of everything that is imported, then what could not be told."""
    return "\n".join(_markdown(listing)).rstrip("\n") + "\n"


def _markdown(listing: Listing) -> Iterator[str]:
    yield f"{headline(listing)}.\n"
    columns = listing.columns
    if listing.needed:
        yield " | ".join(["| module", "what", *(f"`{column}`" for column in columns), "where |"])
        yield "|---" * (3 + len(columns)) + "|"
    for item in listing.needed:
        cells = [_cell(listing, item, column) for column in columns]
        packages = _packages(item.distributions)
        what = item.kind.value + (f": {safe(packages)}" if packages else "")
        places = _places(item.uses, everything=True)
        row = [_code(item.module), _plain(what + _notes(item)), *cells, _plain(places)]
        yield f"| {' | '.join(row)} |"
    for title, lines in _findings(listing).items():
        yield f"\n{title[0].upper()}{title[1:]}:\n"
        yield from (f"- `{line.replace('`', chr(39))}`" for line in lines)


def _cell(listing: Listing, item: Needed, column: ColumnId) -> str:
    why = listing.trouble(item, column)
    if item.kind is Kind.STANDARD:
        why = why or listing.untried(item, column)
    if why:
        return _code(why)
    if item.kind is Kind.OWN:
        return DASH
    return "imports" if item.kind is Kind.STANDARD else "not tried"


def _code(text: str) -> str:
    return f"`{safe(text).replace('`', chr(39)).replace('|', chr(92) + '|')}`"


def _plain(text: str) -> str:
    return "".join(f"\\{char}" if char in "\\`*_<>|[]" else char for char in text)


# --------------------------------------------------------------------------- JSON


def to_json(listing: Listing, options: ReportOptions = DEFAULTS) -> str:
    """Everything, for programs."""
    data = {
        "schema": _SCHEMA,
        "files": listing.files,
        "reader": listing.reader,
        "columns": [str(column) for column in listing.columns],
        "looked_in": list(listing.looked_in),
        "modules": [_module_json(listing, item) for item in listing.needed],
        "dynamic": [_use_json(use) for use in unresolved(listing.imports)],
        "faults": [
            {"file": fault.file, "line": fault.line, "message": fault.message}
            for fault in listing.faults
        ],
    }
    return json.dumps(data, indent=1) + "\n"


def _module_json(listing: Listing, item: Needed) -> dict[str, Any]:
    return {
        "module": item.module,
        "kind": item.kind.value,
        "optional": item.optional,
        "names": list(item.names),
        "uses": [_use_json(use) for use in item.uses],
        "packages": [_package_json(package) for package in item.distributions],
        "requires_compiled": [_package_json(package) for package in item.requires],
        "trouble": {str(column): listing.trouble(item, column) for column in listing.columns},
        "untried": {
            str(column): listing.untried(item, column)
            for column in listing.columns
            if item.kind is Kind.STANDARD
        },
    }


def _package_json(package: Distribution) -> dict[str, Any]:
    compiled = None if package.compiled is None else list(package.compiled)
    return {
        "name": package.name,
        "version": package.version,
        "compiled": compiled,
        "libraries": list(package.libraries),
    }


def _use_json(use: Import) -> dict[str, Any]:
    return {
        "file": use.file,
        "line": use.line,
        "conditions": [condition.value for condition in use.conditions],
        "dynamic": use.dynamic,
    }


FORMATS: Mapping[str, Callable[[Listing, ReportOptions], str]] = {
    "table": table,
    "markdown": markdown,
    "json": to_json,
}
