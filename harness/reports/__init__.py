"""One file per format; each renders a record to text, and writing is done elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from harness.model import Record
from harness.reports import csv_report, html_report, json_report, junit, markdown, terminal
from harness.reports.explain import explain
from harness.reports.options import ReportOptions

__all__ = ["FORMATS", "ReportOptions", "explain"]

# Each returns text that UTF-8 can hold, whatever scripts have printed.
FORMATS: Mapping[str, Callable[[Record, ReportOptions], str]] = {
    "terminal": terminal.render,
    "markdown": markdown.render,
    "json": json_report.render,
    "csv": csv_report.render,
    "junit": junit.render,
    "html": html_report.render,
}
