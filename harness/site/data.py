"""The JSON beside each page: the same facts, for programs. Pure.

ASCII only. Texts are as observed, not escaped for display.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from typing import Any

from harness.reports import compare_json, json_report, modules, profiles
from harness.site.figures import Figure
from harness.site.shown import Shown

SCHEMA = {"name": "harness-site", "version": "1.0"}

_Json = dict[str, Any]
_Values = Mapping[str, Any]


def encoded(template: str, values: _Values, shown: Shown) -> bytes:
    """The JSON beside the page that this template makes of these values."""
    facts = {"schema": SCHEMA, "page": template, **_FACTS[template](values, shown)}
    return json.dumps(facts, indent=1, allow_nan=False).encode("ascii") + b"\n"


def _columns(shown: Shown) -> list[_Json]:
    return [
        {
            **json_report.column_json(one.column, shown.summary),
            "run": one.run.key,
            "started": one.run.started,
            "age_days": one.age_days,
            "edited_scripts": one.edited,
            "passed_over_cells": one.passed_over,
            "stale": one.stale,
        }
        for one in shown.standing
    ]


def _index(values: _Values, shown: Shown) -> _Json:
    summary = shown.summary
    return {
        "columns": _columns(shown),
        "sentences": {str(column): said for column, said in values["sentences"]},
        "upgrades": [
            {
                "old": str(old),
                "new": str(new),
                "sentence": said,
                "counts": {kind.value: count for kind, count in comparison.counts.items()},
            }
            for old, new, said, comparison in values["upgrades"]
        ],
        "totals": {str(c): json_report.score_json(score) for c, score in summary.totals.items()},
        "matrix": [
            {"area": area, "column": str(column), **json_report.score_json(score)}
            for (area, column), score in sorted(summary.matrix.items())
        ],
        "figures": _figures(values["figures"]),
    }


def _area(values: _Values, shown: Shown) -> _Json:
    cells = [c for _, by_column in values["cases"] for c in by_column.values()]
    return {"area": values["area"], "cells": list(map(json_report.cell_json, cells))}


def _case(values: _Values, shown: Shown) -> _Json:
    return {
        "case": json_report.case_json(values["info"]),
        "cells": [
            {**json_report.cell_json(view.cell), "history": [asdict(past) for past in view.past]}
            for view in values["cells"]
        ],
    }


def _cells(values: _Values, shown: Shown) -> _Json:
    return {"cells": list(map(json_report.cell_json, shown.summary.cells))}


def _causes(values: _Values, shown: Shown) -> _Json:
    return {"causes": list(map(json_report.cause_json, shown.summary.causes))}


def _comparisons(values: _Values, shown: Shown) -> _Json:
    steps = ((str(old), str(new), said) for old, new, said in values["upgrades"])
    return {"upgrades": [{"old": o, "new": n, "sentence": said} for o, n, said in steps]}


def _comparison(values: _Values, shown: Shown) -> _Json:
    found: _Json = json.loads(compare_json.render([values["comparison"]]))
    return {"comparison": found["comparisons"][0], "sentence": values["sentence"]}


def _trends(values: _Values, shown: Shown) -> _Json:
    points = [{**asdict(point), "column": str(point.column)} for point in shown.points]
    return {"points": points, "figures": _figures([*values["versions"], *values["times"]])}


def _runs(values: _Values, shown: Shown) -> _Json:
    return {
        "runs": [asdict(run) for run in shown.runs],
        "standing": {key: list(map(str, columns)) for key, columns in values["standing"].items()},
    }


def _modules(values: _Values, shown: Shown) -> _Json:
    found: _Json = json.loads(modules.to_json(values["survey"], values["pairs"]))
    return {"survey": found}


def _profiles(values: _Values, shown: Shown) -> _Json:
    found: _Json = json.loads(profiles.render_json(values["table"]))
    return {"profiles": found}


def _findings(values: _Values, shown: Shown) -> _Json:
    return {"markdown": values["source"]}


def _figures(figures: Iterable[Figure]) -> list[_Json]:
    return [
        {
            "id": figure.id,
            "title": figure.title,
            "note": figure.note,
            "head": list(figure.head),
            "rows": [list(row) for row in figure.rows],
        }
        for figure in figures
    ]


_FACTS: Mapping[str, Callable[[_Values, Shown], _Json]] = {
    "index.html": _index,
    "area.html": _area,
    "case.html": _case,
    "cells.html": _cells,
    "causes.html": _causes,
    "comparisons.html": _comparisons,
    "comparison.html": _comparison,
    "trends.html": _trends,
    "runs.html": _runs,
    "modules.html": _modules,
    "profiles.html": _profiles,
    "findings.html": _findings,
}
