"""A comparison as one JSON object, for programs; docs/compare.md lists its keys. Pure."""

from __future__ import annotations

import json
from collections.abc import Sequence
from math import isfinite
from typing import Any

from harness.compare import (
    MOVED,
    Cause,
    Change,
    Comparison,
    Control,
    Side,
    exit_code,
)
from harness.model import Comparison as SpeedComparison
from harness.model import Verdict
from harness.reports.compare_summary import command, ratio
from harness.reports.options import DEFAULTS, ReportOptions

_SCHEMA = {"name": "harness-comparison", "version": "1.0"}


def render(comparisons: Sequence[Comparison], options: ReportOptions = DEFAULTS) -> str:
    """ASCII only. Texts are as observed, not escaped for display; nothing is ever left out."""
    report = {
        "schema": _SCHEMA,
        "exit_code": int(exit_code(comparisons)),
        "comparisons": [_comparison(comparison) for comparison in comparisons],
    }
    return json.dumps(report, indent=1, allow_nan=False) + "\n"


def _comparison(comparison: Comparison) -> dict[str, Any]:
    return {
        "old": _side(comparison.old),
        "new": _side(comparison.new),
        "warnings": list(comparison.warnings),
        "counts": {kind.value: count for kind, count in comparison.counts.items()},
        "causes": [_cause(cause) for cause in comparison.causes],
        "changes": [_change(change, comparison) for change in comparison.changes],
        "speeds": [_speed(speed, comparison) for speed in comparison.speeds],
        "quick_looks": comparison.quick_looks,
        "control": _control(comparison.control) if comparison.control else None,
    }


def _side(side: Side) -> dict[str, Any]:
    header = side.record.header
    column = next((c for c in header.columns if c.id == side.column), None)
    choice = next((c for c in header.oracles if c.candidate == side.column), None)
    return {
        "record": str(side.record.path) if side.record.path else None,
        "run_id": header.run_id,
        "started": header.started,
        "harness_version": header.harness_version,
        "column": str(side.column),
        "fingerprint": column.fingerprint if column else None,
        "oracle": str(choice.oracle) if choice else None,
        "oracle_exact": choice.exact if choice else None,
    }


def _cause(cause: Cause) -> dict[str, Any]:
    return {
        "kind": cause.kind.value,
        "signature": cause.signature.id if cause.signature else None,
        "text": cause.text,
        "detail": cause.signature.detail if cause.signature else "",
        "scripts": [change.case.id for change in cause.changes],
        "smallest": cause.smallest.id,
    }


def _change(change: Change, comparison: Comparison) -> dict[str, Any]:
    return {
        "case": change.case.id,
        "area": change.case.area,
        "kind": change.kind.value,
        "old": _verdict(change.old) if change.old else None,
        "new": _verdict(change.new) if change.new else None,
        "explanation": change.explanation,
        "repeats": change.repeats,
        "hides": change.hides,
        "command": command(change, comparison),
    }


def _verdict(verdict: Verdict) -> dict[str, Any]:
    signature = verdict.signature
    return {
        "status": verdict.status.value,
        "oracle": str(verdict.oracle),
        "classes": [divergence.value for divergence in verdict.classes],
        "signature": signature.id if signature else None,
        "signature_text": signature.text if signature else None,
        "outcome": verdict.outcome.value if verdict.outcome else None,
        "compatible": verdict.compatible,
        "strict": verdict.strict,
        "reason": verdict.reason,
    }


def _speed(speed: SpeedComparison, comparison: Comparison) -> dict[str, Any]:
    return {
        "case": speed.case,
        "verdict": speed.verdict.value,
        "phase": speed.phase,
        "clock": speed.clock,
        "batch": speed.batch,
        "pairs": speed.pairs,
        "ratio": ratio(speed.estimate),
        "low": ratio(speed.low) if isfinite(speed.low) else None,
        "high": ratio(speed.high) if isfinite(speed.high) else None,
        "margin": ratio(speed.margin),
        "provisional": speed.provisional,
        "stands": speed in comparison.slower,
    }


def _control(control: Control) -> dict[str, Any]:
    return {
        "cells": control.cells,
        "changes": control.changes,
        "counts": {kind.value: control.counts.get(kind, 0) for kind in sorted(MOVED)},
    }
