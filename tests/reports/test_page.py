"""The HTML report in a real Chromium: it shows the matrix, runs nothing, and loads nothing."""

from __future__ import annotations

import subprocess
from pathlib import Path

from harness.reports import FORMATS, ReportOptions
from tests import factory
from tests.chromium import QUIET


def test_hostile_names_and_outputs_are_text(chromium: str, tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    record = factory.rich()
    page.write_text(FORMATS["html"](record, ReportOptions(all=True)), encoding="utf-8")
    profile = f"--user-data-dir={tmp_path / 'profile'}"
    seen = subprocess.run(
        (chromium, "--headless", *QUIET, profile, "--dump-dom", f"file://{page}"),
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    ).stdout
    for column in record.header.columns:
        assert str(column.id) in seen
    assert "<script" not in seen
    assert 'http-equiv="Content-Security-Policy"' in seen
