"""One file per format; each renders a record to text, and writing is done elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from harness.compare import Comparison
from harness.model import Record
from harness.reports import (
    compare_json,
    compare_junit,
    compare_markdown,
    compare_terminal,
    csv_report,
    html_report,
    interval_plot,
    json_report,
    junit,
    markdown,
    speed,
    terminal,
)
from harness.reports.explain import explain
from harness.reports.options import ReportOptions

__all__ = ["COMPARISONS", "FORMATS", "SPEEDS", "ReportOptions", "explain"]

# Each returns text that UTF-8 can hold, whatever scripts have printed.
FORMATS: Mapping[str, Callable[[Record, ReportOptions], str]] = {
    "terminal": terminal.render,
    "markdown": markdown.render,
    "json": json_report.render,
    "csv": csv_report.render,
    "junit": junit.render,
    "html": html_report.render,
}

# The same for what changed between records, one comparison a pair of columns.
COMPARISONS: Mapping[str, Callable[[Sequence[Comparison], ReportOptions], str]] = {
    "terminal": compare_terminal.render,
    "markdown": compare_markdown.render,
    "json": compare_json.render,
    "junit": compare_junit.render,
}

# The same for the speed of two columns beside one another, from the record of `harness bench`.
SPEEDS: Mapping[str, Callable[[Record, ReportOptions], str]] = {
    "terminal": speed.terminal,
    "markdown": speed.markdown,
    "json": speed.as_json,
    "svg": interval_plot.render,
}
