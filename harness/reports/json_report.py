"""The report as one JSON object, for programs; docs/reports.md lists its keys. Pure."""

from __future__ import annotations

import json
from typing import Any

from harness.model import CaseInfo, Column, Record
from harness.reports.options import DEFAULTS, ReportOptions
from harness.reports.summary import (
    Cause,
    Cell,
    Score,
    Speed,
    Summary,
    headline,
    summarise,
    warnings,
)

_SCHEMA = {"name": "harness-report", "version": "1.1"}


def render(record: Record, options: ReportOptions = DEFAULTS) -> str:
    """ASCII only. Texts are as observed, not escaped for display; nothing is ever left out."""
    return json.dumps(_report(summarise(record)), indent=1, allow_nan=False) + "\n"


def _report(summary: Summary) -> dict[str, Any]:
    record = summary.record
    return {
        "schema": _SCHEMA,
        "run_id": record.header.run_id,
        "started": record.header.started,
        "finished": record.finished,
        "complete": record.complete,
        "headline": headline(summary),
        "warnings": warnings(summary),
        "columns": [column_json(column, summary) for column in record.header.columns],
        "cases": [case_json(case) for case in summary.cases],
        "cells": [cell_json(cell) for cell in summary.cells],
        "totals": {str(column): score_json(score) for column, score in summary.totals.items()},
        "matrix": [
            {"area": area, "column": str(column), **score_json(score)}
            for (area, column), score in sorted(summary.matrix.items())
        ],
        "causes": [cause_json(cause) for cause in summary.causes],
        "speed": [speed_json(speed) for speed in summary.speeds],
    }


def column_json(column: Column, summary: Summary) -> dict[str, Any]:
    choices = summary.record.header.oracles
    oracle = next((c for c in choices if c.candidate == column.id), None)
    return {
        "id": str(column.id),
        "target": column.target,
        "python": column.python,
        "fingerprint": column.fingerprint,
        "oracle": str(oracle.oracle) if oracle else None,
        "oracle_exact": oracle.exact if oracle else None,
        "details": dict(column.details),
    }


def case_json(case: CaseInfo) -> dict[str, Any]:
    return {
        "id": case.id,
        "area": case.area,
        "sha256": case.sha256,
        "description": case.description,
        "tags": list(case.tags),
        "needs": list(case.needs),
        "path": case.path,
        "size": case.size,
    }


def cell_json(cell: Cell) -> dict[str, Any]:
    verdict, timing, signature = cell.verdict, cell.timing, cell.verdict.signature
    return {
        "case": cell.case.id,
        "column": str(cell.column),
        "oracle": str(verdict.oracle),
        "status": verdict.status.value,
        "class": cell.worst.value if cell.worst else None,
        "classes": [divergence.value for divergence in verdict.classes],
        "signature": signature.id if signature else None,
        "signature_text": signature.text if signature else None,
        "outcome": cell.outcome.value if cell.outcome else None,
        "exit_code": cell.exit_code,
        "compatible": verdict.compatible,
        "strict": verdict.strict,
        "masks": list(verdict.masks),
        "ratio": timing.ratio if timing else None,
        "total_ratio": timing.total_ratio if timing else None,
        "reason": verdict.reason,
        "expectation": verdict.expectation,
        "equals": [str(column) for column in verdict.equals],
        "version_sensitive": verdict.version_sensitive,
        "command": cell.command,
    }


def score_json(score: Score) -> dict[str, Any]:
    return {
        "compatible": score.compatible,
        "strict": score.strict,
        "judged": score.judged,
        "cells": score.cells,
        "statuses": {status.value: count for status, count in sorted(score.statuses.items())},
    }


def cause_json(cause: Cause) -> dict[str, Any]:
    return {
        "signature": cause.signature.id,
        "text": cause.signature.text,
        "detail": cause.signature.detail,
        "class": cause.divergence.value if cause.divergence else None,
        "blocking": cause.blocking,
        "expected": cause.expected,
        "cases": cause.cases,
        "scripts": {str(column): count for column, count in cause.scripts.items()},
        "smallest": cause.smallest.id,
    }


def speed_json(speed: Speed) -> dict[str, Any]:
    start = speed.start_up
    execution, total, common = speed.execution, speed.total, speed.common
    return {
        "column": str(speed.column),
        "start_up_s": start.median_s if start else None,
        "start_up_low_s": start.low_s if start else None,
        "start_up_high_s": start.high_s if start else None,
        "ratio": execution.value if execution else None,
        "ratio_cells": execution.cells if execution else 0,
        "total_ratio": total.value if total else None,
        "total_ratio_cells": total.cells if total else 0,
        "common_ratio": common.value if common else None,
        "common_ratio_cells": common.cells if common else 0,
    }
