"""What columns can be had and which are ready: as a table, as Markdown, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from harness.model import DEFAULT_PROFILE, ColumnId
from harness.reports.options import DEFAULTS, ReportOptions
from harness.reports.text import DASH, clip, pad, safe, wrap

_SCHEMA = {"name": "harness-columns", "version": "1.0"}
_UNITS = (("days", 86400), ("hours", 3600), ("minutes", 60))


class State(StrEnum):
    """How far a column is from being run."""

    READY = "ready"  # found, or built from the sources as they are
    OUTDATED = "outdated"  # built, but what it is made from or with has changed since
    UNBUILT = "unbuilt"  # a run builds or installs it
    IMPOSSIBLE = "impossible"  # it cannot be had, or not on this machine


@dataclass(frozen=True)
class Offer:
    """A column that can be named. `detail` says why it cannot be had, or what is told of it.

    `claims` is the version of Python, major.minor, as which its engine presents itself, None
    where only building tells; `oracle` the CPython that would judge it. Sizes are bytes, ages
    seconds.
    """

    column: ColumnId
    state: State
    claims: str | None = None
    oracle: ColumnId | None = None
    detail: str = ""
    size_bytes: int | None = None
    age_s: float | None = None


@dataclass(frozen=True)
class Offers:
    """All columns that can be named here.

    `sets` are the named sets for --columns; `default` is what runs without that option.
    `versions` and `profiles` map names to what is said of them, `runtimes` to their targets.
    """

    offers: tuple[Offer, ...]
    default: tuple[ColumnId, ...]
    versions: Mapping[str, str] = field(default_factory=dict)
    profiles: Mapping[str, str] = field(default_factory=dict)
    runtimes: Mapping[str, str] = field(default_factory=dict)
    sets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sets_from: str | None = None  # the project file

    @property
    def hosts(self) -> list[Offer]:
        """Columns of versions that are built here."""
        return [offer for offer in self.offers if offer.column.version in self.versions]

    @property
    def found(self) -> list[Offer]:
        """Columns of interpreters that are found as they are."""
        return [offer for offer in self.offers if offer.column.version not in self.versions]

    def of(self, version: str, profile: str, runtime: str) -> Offer | None:
        """The offer of a host with these three, None without one."""
        wanted = (version, profile, runtime)
        for offer in self.hosts:
            column = offer.column
            if (column.version, column.profile, column.runtime) == wanted:
                return offer
        return None


def size(count: int) -> str:
    """Bytes as MB."""
    return f"{count / 10**6:.1f} MB"


def age(seconds: float) -> str:
    """Roughly how long ago."""
    for unit, length in _UNITS:
        if seconds >= 2 * length:
            return f"{int(seconds / length)} {unit}"
    return f"{int(seconds)} seconds"


def _said(offer: Offer) -> str:
    """What is said of one column, beside its name."""
    told = offer.state in (State.READY, State.OUTDATED) or not offer.detail
    parts = [_word(offer.state)] if told else []
    parts += [size(offer.size_bytes)] if offer.size_bytes is not None else []
    parts += [f"{age(offer.age_s)} old"] if offer.age_s is not None else []
    parts += [safe(offer.detail)] if offer.detail else []
    return ", ".join(parts)


def _word(state: State) -> str:
    words = {State.READY: "ready", State.OUTDATED: "out of date", State.UNBUILT: "not built"}
    return words.get(state, "cannot be had")


def _short(offer: Offer | None, options: ReportOptions) -> str:
    """The same in a cell of a table; the age only where everything is shown."""
    if offer is None or offer.state is State.IMPOSSIBLE:
        return DASH
    text = _word(offer.state)
    if offer.state is State.READY and offer.size_bytes is not None:
        text = size(offer.size_bytes)
    if options.all and offer.age_s is not None:
        text += f", {age(offer.age_s)}"
    return text


def _claims(offer: Offer) -> str:
    return offer.claims or "?"


# --------------------------------------------------------------------------- a table


def table(offers: Offers, options: ReportOptions = DEFAULTS) -> str:
    """For a terminal, `options.width` columns wide; with `options.all` all profiles of all
    versions, with the reasons why some cannot be had."""
    versions = list(offers.versions)
    chosen = [column.version for column in offers.default if column.version in versions]
    blocks = [_sets(offers, options), _versions(offers, options)]
    for version in versions if options.all else [*chosen, *versions][:1]:
        blocks.append(_profiles(offers, version, options))
    if options.all:
        blocks += [_reasons(offers, options), _descriptions(offers, options)]
    blocks.append(_interpreters(offers, options))
    lines = [[line.rstrip() for line in block] for block in blocks]
    if not options.all:
        lines.append(["Other versions, ages, and why something cannot be had: --all"])
    return "\n".join("".join(f"{line}\n" for line in block) for block in lines if block)


def _sets(offers: Offers, options: ReportOptions) -> Iterator[str]:
    text = ", ".join(map(str, offers.default))
    yield from wrap(text, options.width, "by default: ", "  ")
    for name, columns in offers.sets.items():
        text = safe(", ".join(columns))
        yield from wrap(text, options.width, f"--columns {safe(name)}: ", "  ")


def _versions(offers: Offers, options: ReportOptions) -> Iterator[str]:
    """The versions in their default profile, a column for each runtime."""
    rows = [["version", "claims", "judged by", *offers.runtimes]]
    for version in offers.versions:
        cells = [offers.of(version, DEFAULT_PROFILE, runtime) for runtime in offers.runtimes]
        there = [offer for offer in cells if offer]
        if there:
            oracle = str(there[0].oracle or "?")
            states = [_short(cell, DEFAULTS) for cell in cells]
            name = f"{there[0].column.engine}@{version}"
            claims = f"Python {_claims(there[0])}" if there[0].claims else "?"
            rows.append([name, claims, oracle, *states])
    yield from _grid(rows, options)
    for version, source in offers.versions.items():
        if source:
            yield from wrap(safe(source), options.width, f"@{version} is ", "  ")


def _profiles(offers: Offers, version: str, options: ReportOptions) -> Iterator[str]:
    rows = [[f"profile of @{version}", *offers.runtimes]]
    for profile in offers.profiles:
        found = [offers.of(version, profile, runtime) for runtime in offers.runtimes]
        rows.append([f":{profile}", *(_short(offer, options) for offer in found)])
    yield from _grid(rows, options)


def _reasons(offers: Offers, options: ReportOptions) -> Iterator[str]:
    """Why some cannot be had: each reason once, with the columns that it is said of."""
    reasons: dict[str, list[str]] = {}
    for offer in offers.hosts:
        if offer.state is State.IMPOSSIBLE:
            reasons.setdefault(safe(offer.detail), []).append(str(offer.column))
    if reasons:
        yield f"{DASH} cannot be had:"
    for reason, columns in reasons.items():
        yield from wrap(reason, options.width, "  ", "    ")
        yield from wrap(", ".join(columns), options.width, "    ")


def _descriptions(offers: Offers, options: ReportOptions) -> Iterator[str]:
    label = max((len(name) for name in offers.profiles), default=0) + 1
    for name, text in offers.profiles.items():
        yield from wrap(safe(text), options.width, f"{pad(f':{name}', label)}  ", "    ")


def _interpreters(offers: Offers, options: ReportOptions) -> Iterator[str]:
    for offer in offers.found:
        yield from wrap(f"{offer.column}: {_said(offer)}", options.width, "", "  ")


def _grid(rows: Sequence[Sequence[str]], options: ReportOptions) -> Iterator[str]:
    sizes = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    for row in rows:
        cells = [pad(text, width) for text, width in zip(row, sizes, strict=True)]
        yield clip("  ".join(cells).rstrip(), options.width)


# --------------------------------------------------------------------------- Markdown, JSON


def markdown(offers: Offers, options: ReportOptions = DEFAULTS) -> str:
    """One table with every column."""
    lines = [f"By default: {_codes(map(str, offers.default))}", ""]
    for name, columns in offers.sets.items():
        lines += [f"`--columns {safe(name)}`: {_codes(columns)}", ""]
    lines += ["| column | claims Python | judged by | state |", "|---|---|---|---|"]
    for offer in offers.offers:
        oracle = f"`{offer.oracle}`" if offer.oracle else DASH
        said = _said(offer).replace("|", "\\|")
        lines.append(f"| `{offer.column}` | {_claims(offer)} | {oracle} | {said} |")
    return "\n".join(lines) + "\n"


def _codes(texts: Any) -> str:
    return ", ".join(f"`{safe(text)}`" for text in texts)


def to_json(offers: Offers, options: ReportOptions = DEFAULTS) -> str:
    """Everything, for programs."""
    data = {
        "schema": _SCHEMA,
        "default": [str(column) for column in offers.default],
        "sets": {name: list(columns) for name, columns in offers.sets.items()},
        "project": offers.sets_from,
        "versions": dict(offers.versions),
        "profiles": dict(offers.profiles),
        "runtimes": dict(offers.runtimes),
        "columns": [_offer_json(offer) for offer in offers.offers],
    }
    return json.dumps(data, indent=1) + "\n"


def _offer_json(offer: Offer) -> dict[str, Any]:
    return {
        "id": str(offer.column),
        "engine": offer.column.engine,
        "version": offer.column.version,
        "profile": offer.column.profile,
        "runtime": offer.column.runtime,
        "state": offer.state.value,
        "claims": offer.claims,
        "oracle": str(offer.oracle) if offer.oracle else None,
        "detail": offer.detail,
        "size_bytes": offer.size_bytes,
        "age_s": offer.age_s,
    }


FORMATS: Mapping[str, Callable[[Offers, ReportOptions], str]] = {
    "table": table,
    "markdown": markdown,
    "json": to_json,
}
