"""A survey of the standard library as a table, as Markdown, and as JSON that can be read back."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from harness.model import ColumnId, Signature
from harness.reports.options import DEFAULTS, ReportOptions
from harness.reports.text import clip, pad, percent, plural, safe, wrap
from harness.survey import Difference, Found, State, Survey, is_private

_SCHEMA = {"name": "harness-modules", "version": "1.0"}
_MODULES, _NAMES = 30, 12  # shown without --all

_Pairs = Sequence[Difference]


# --------------------------------------------------------------------------- shared


def _numbers(survey: Survey, column: ColumnId) -> list[str]:
    """Public modules, all modules, missing, failing, public names."""
    states = [found.state for found in survey.of(column).values()]
    public = survey.imports(column, public=True)
    return [
        f"{_share(*public)} {percent(*public)}",
        _share(*survey.imports(column)),
        str(states.count(State.MISSING)),
        str(states.count(State.FAILS)),
        _share(*survey.names(column)),
    ]


_HEADS = ("public modules", "all", "missing", "fails", "public names")


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole}"


def _missing(survey: Survey, column: ColumnId) -> list[str]:
    found = survey.of(column).items()
    return [name for name, cell in found if cell.state is State.MISSING]


def _failing(survey: Survey, column: ColumnId) -> dict[str, list[str]]:
    """The modules that fail, by the text of their signature; the largest group first."""
    groups: dict[str, list[str]] = defaultdict(list)
    for name, cell in survey.of(column).items():
        if cell.state is State.FAILS:
            groups[safe(cell.signature.text) if cell.signature else "?"].append(name)
    return dict(sorted(groups.items(), key=lambda group: (-len(group[1]), group[0])))


def _untried(survey: Survey, column: ColumnId) -> dict[str, str]:
    """The modules that the harness or the machine kept from being tried, with the reason."""
    found = survey.of(column).items()
    return {
        name: safe(cell.signature.text) if cell.signature else ""
        for name, cell in found
        if cell.state is State.UNKNOWN
    }


def _refused(survey: Survey) -> Iterator[tuple[str, list[str]]]:
    """What an oracle does not import itself, as a title and the modules by their reasons."""
    for oracle, modules in survey.left_out.items():
        reasons: dict[str, list[str]] = defaultdict(list)
        for name, why in modules.items():
            reasons[safe(why)].append(name)
        if modules:
            count = plural(len(modules), "module")
            texts = [f"{', '.join(names)} ({why})" for why, names in reasons.items()]
            yield f"left out, because {oracle} does not import them itself, {count}", texts


def _without_names(survey: Survey, column: ColumnId) -> dict[str, tuple[str, ...]]:
    """The public names that imported public modules lack; the module that lacks most first."""
    found = {n: c.missing for n, c in survey.of(column, public=True).items() if c.missing}
    return dict(sorted(found.items(), key=lambda item: (-len(item[1]), item[0])))


def headline(survey: Survey) -> str:
    """What was imported where, in one line."""
    parts = []
    for oracle, names in survey.modules.items():
        public = sum(not is_private(name) for name in names)
        parts.append(f"{plural(len(names), 'module')} of {oracle}, {public} of them public")
    return f"{'; '.join(parts)}, each imported in a fresh interpreter"


def _sorted_public_first(names: Sequence[str]) -> list[str]:
    return sorted(names, key=lambda name: (is_private(name), name))


# --------------------------------------------------------------------------- a table


def table(survey: Survey, pairs: _Pairs, options: ReportOptions = DEFAULTS) -> str:
    """For a terminal, `options.width` columns wide."""
    lines = list(_table(survey, pairs, options))
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _table(survey: Survey, pairs: _Pairs, options: ReportOptions) -> Iterator[str]:
    width = options.width
    yield from wrap(headline(survey), width, "", "  ")
    yield ""
    label = max(map(len, map(str, survey.columns)))
    rows = [_HEADS, *(_numbers(survey, column) for column in survey.columns)]
    names = ["", *map(str, survey.columns)]
    sizes = [max(len(row[i]) for row in rows) for i in range(len(_HEADS))]
    if label + sum(sizes) + 2 * len(sizes) <= width:
        for name, row in zip(names, rows, strict=True):
            cells = [pad(text, size) for text, size in zip(row, sizes, strict=True)]
            yield "  ".join([pad(name, label), *cells])
    else:
        for name, row in zip(names[1:], rows[1:], strict=True):
            yield name
            for head, text in zip(_HEADS, row, strict=True):
                yield f"  {head:<15} {text}"
    for column in survey.columns:
        yield from _column_lines(survey, column, options)
    for pair in pairs:
        yield ""
        yield from _pair_lines(pair, options)
    for title, texts in _refused(survey):
        yield ""
        shown = texts if options.all else texts[:_NAMES]
        more = [f"… {len(texts) - len(shown)} more"] if len(shown) < len(texts) else []
        yield from wrap("; ".join([*shown, *more]), width, f"{title}: ", "  ")


def _column_lines(survey: Survey, column: ColumnId, options: ReportOptions) -> Iterator[str]:
    width, everything = options.width, options.all
    missing = _sorted_public_first(_missing(survey, column))
    if missing:
        yield ""
        yield from wrap(_listed(missing, everything), width, f"{column} misses: ", "  ")
    failing = _failing(survey, column)
    if failing:
        yield ""
        yield f"{column} fails to import:"
        for cause, names in failing.items():
            yield from wrap(clip(cause, 2 * width), width, f"{len(names):>4}  ", "      ")
            yield from wrap(_listed(names, everything), width, "      ", "      ")
    for module, why in _untried(survey, column).items():
        yield from wrap(f"{column}: {module} could not be tried: {why}", width, "", "  ")
    lacking = _without_names(survey, column)
    if lacking:
        yield ""
        yield f"{column} lacks public names in {plural(len(lacking), 'module')}:"
        shown = list(lacking.items()) if everything else list(lacking.items())[:_NAMES]
        for module, lost in shown:
            text = _listed(lost, everything, _NAMES)
            yield from wrap(text, width, f"  {module} ({len(lost)}): ", "    ")
        if len(shown) < len(lacking):
            yield f"  … and {plural(len(lacking) - len(shown), 'module')} more: add --all"


def _listed(names: Sequence[str], everything: bool, count: int = _MODULES) -> str:
    shown = names if everything else names[:count]
    more = f", … {len(names) - len(shown)} more" if len(shown) < len(names) else ""
    return ", ".join(map(safe, shown)) + more


def _pair_lines(pair: Difference, options: ReportOptions) -> Iterator[str]:
    yield f"{pair.old} → {pair.new}"
    for what, names in _moves(pair).items():
        text = _listed(_sorted_public_first(names), options.all) or "none"
        yield from wrap(text, options.width, f"  {what} ({len(names)}): ", "    ")
    for what, found in (("names gained", pair.names_gained), ("names lost", pair.names_lost)):
        count = sum(map(len, found.values()))
        text = _by_module(found, options.all) or "none"
        yield from wrap(text, options.width, f"  {what} ({count}): ", "    ")


def _moves(pair: Difference) -> dict[str, tuple[str, ...]]:
    moves = {"gained": pair.gained, "lost": pair.lost}
    if pair.appeared:
        moves["only in the new oracle's library, and imports"] = pair.appeared
    if pair.gone:
        moves["only in the old oracle's library, and imported"] = pair.gone
    return moves


def _by_module(found: Mapping[str, tuple[str, ...]], everything: bool) -> str:
    items = list(found.items()) if everything else list(found.items())[:_NAMES]
    texts = [f"{module}: {_listed(names, everything, _NAMES)}" for module, names in items]
    more = [f"… {len(found) - len(items)} modules more"] if len(items) < len(found) else []
    return "; ".join([*texts, *more])


# --------------------------------------------------------------------------- Markdown


def markdown(survey: Survey, pairs: _Pairs, options: ReportOptions = DEFAULTS) -> str:
    """For a page: a table of the columns, then each column's and each pair's lists, whole."""
    return "\n".join(_markdown(survey, pairs)).rstrip("\n") + "\n"


def _markdown(survey: Survey, pairs: _Pairs) -> Iterator[str]:
    yield f"{headline(survey)}.\n"
    yield f"| column | oracle | {' | '.join(_HEADS)} |"
    yield "|---|---|" + "---:|" * len(_HEADS)
    for column in survey.columns:
        numbers = " | ".join(_numbers(survey, column))
        yield f"| `{column}` | `{survey.oracles[column]}` | {numbers} |"
    for pair in pairs:
        yield f"\n## From `{pair.old}` to `{pair.new}`\n"
        for what, names in _moves(pair).items():
            yield f"- {what} ({len(names)}): {_codes(_sorted_public_first(names)) or 'none'}"
        for what, found in (("gained", pair.names_gained), ("lost", pair.names_lost)):
            yield f"- public names {what}: {sum(map(len, found.values()))}"
        for what, found in (("gained", pair.names_gained), ("lost", pair.names_lost)):
            yield from _names_table(f"Public names {what}", found)
    for column in survey.columns:
        yield from _markdown_column(survey, column)
    for title, texts in _refused(survey):
        yield f"\n{title[0].upper()}{title[1:]}: {'; '.join(map(_plain, texts))}."


def _markdown_column(survey: Survey, column: ColumnId) -> Iterator[str]:
    missing = _sorted_public_first(_missing(survey, column))
    failing, lacking = _failing(survey, column), _without_names(survey, column)
    untried = _untried(survey, column)
    if not (missing or failing or lacking or untried):
        return
    yield f"\n## `{column}`"
    if missing:
        yield f"\n**Missing** ({len(missing)}): {_codes(missing)}"
    if failing:
        yield f"\n**Fails to import** ({sum(map(len, failing.values()))}):\n"
        yield "| cause | modules |"
        yield "|---|---|"
        for cause, names in failing.items():
            yield f"| {_code(cause)} | {_codes(names)} |"
    for module, why in untried.items():
        yield f"\n`{module}` could not be tried: {_plain(why)}"
    yield from _names_table("Public names missing", lacking)


def _names_table(title: str, found: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Names by module, folded away; nothing when there are none."""
    if found:
        yield f"\n<details><summary>{title}: {sum(map(len, found.values()))}</summary>\n"
        yield "| module | count | names |"
        yield "|---|---:|---|"
        for module, names in found.items():
            yield f"| `{module}` | {len(names)} | {_codes(names)} |"
        yield "\n</details>"


def _code(text: str) -> str:
    """A code span in a table; backticks would end it."""
    return f"`{safe(text).replace('`', chr(39)).replace('|', chr(92) + '|')}`"


def _plain(text: str) -> str:
    return "".join(f"\\{char}" if char in "\\`*_<>|[]" else char for char in text)


def _codes(names: Sequence[str]) -> str:
    return ", ".join(map(_code, names))


# --------------------------------------------------------------------------- JSON


def to_json(survey: Survey, pairs: _Pairs, options: ReportOptions = DEFAULTS) -> str:
    """Everything; `from_json` reads it back."""
    data = {
        "schema": _SCHEMA,
        "only": list(survey.only),
        "columns": [_column_json(survey, column) for column in survey.columns],
        "oracles": {
            str(oracle): {
                "modules": {name: list(public) for name, public in names.items()},
                "left_out": dict(survey.left_out.get(oracle, {})),
            }
            for oracle, names in survey.modules.items()
        },
        "cells": [
            {"module": module, "column": str(column), **_found_json(found)}
            for (module, column), found in survey.cells.items()
        ],
        "differences": [_difference_json(pair) for pair in pairs],
    }
    return json.dumps(data, indent=1) + "\n"


def _column_json(survey: Survey, column: ColumnId) -> dict[str, Any]:
    imports, modules = survey.imports(column)
    public, public_modules = survey.imports(column, public=True)
    names, all_names = survey.names(column)
    return {
        "id": str(column),
        "oracle": str(survey.oracles[column]),
        "imports": imports,
        "modules": modules,
        "public_imports": public,
        "public_modules": public_modules,
        "names": names,
        "oracle_names": all_names,
    }


def _found_json(found: Found) -> dict[str, Any]:
    signature = found.signature
    return {
        "state": found.state.value,
        **({"missing_names": list(found.missing)} if found.missing else {}),
        **({"signature": {"id": signature.id, "text": signature.text}} if signature else {}),
    }


def _difference_json(pair: Difference) -> dict[str, Any]:
    return {
        "old": str(pair.old),
        "new": str(pair.new),
        "gained": list(pair.gained),
        "lost": list(pair.lost),
        "names_gained": {module: list(names) for module, names in pair.names_gained.items()},
        "names_lost": {module: list(names) for module, names in pair.names_lost.items()},
        "appeared": list(pair.appeared),
        "gone": list(pair.gone),
    }


def from_json(text: str) -> Survey:
    """Read what `to_json` wrote; raises ValueError, saying what is wrong, for anything else."""
    data = json.loads(text)
    schema = data.get("schema") if isinstance(data, dict) else None
    if not isinstance(schema, dict) or schema.get("name") != _SCHEMA["name"]:
        raise ValueError("not a survey of modules")
    if str(schema.get("version")).split(".")[0] != _SCHEMA["version"].split(".")[0]:
        raise ValueError(f"version {schema.get('version')} of its schema is not known")
    try:
        return _survey(data)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"it is damaged: {error!r}") from error


def _survey(data: Any) -> Survey:
    oracles = {ColumnId.parse(name): its for name, its in data["oracles"].items()}
    return Survey(
        oracles={ColumnId.parse(c["id"]): ColumnId.parse(c["oracle"]) for c in data["columns"]},
        modules={
            oracle: {name: tuple(public) for name, public in its["modules"].items()}
            for oracle, its in oracles.items()
        },
        cells={
            (cell["module"], ColumnId.parse(cell["column"])): _found(cell) for cell in data["cells"]
        },
        left_out={oracle: dict(its["left_out"]) for oracle, its in oracles.items()},
        only=tuple(data.get("only", ())),
    )


def _found(cell: Any) -> Found:
    signature = cell.get("signature")
    return Found(
        State(cell["state"]),
        tuple(cell.get("missing_names", ())),
        Signature(signature["id"], signature["text"]) if signature else None,
    )


FORMATS: Mapping[str, Callable[[Survey, _Pairs, ReportOptions], str]] = {
    "table": table,
    "markdown": markdown,
    "json": to_json,
}
