"""The HTML report in a real Chromium: it shows the matrix, runs nothing, and loads nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from harness.reports import FORMATS, ReportOptions
from tests import factory

FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


@pytest.fixture(scope="module")
def chromium() -> str:
    """Debian's package; a CI machine installs it, any other may do without."""
    can_install = os.environ.get("CI") and os.geteuid() == 0 and shutil.which("apt-get")
    if not shutil.which("chromium") and can_install:
        subprocess.run(("apt-get", "update", "-qq"), check=True)
        subprocess.run(("apt-get", "install", "-y", "-qq", "chromium"), check=True)
    found = shutil.which("chromium")
    if not found:
        pytest.skip("no Chromium on this machine: apt-get install chromium")
    return found


def test_hostile_names_and_outputs_are_text(chromium: str, tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    record = factory.rich()
    page.write_text(FORMATS["html"](record, ReportOptions(all=True)), encoding="utf-8")
    profile = f"--user-data-dir={tmp_path / 'profile'}"
    seen = subprocess.run(
        (chromium, *FLAGS, profile, "--dump-dom", f"file://{page}"),
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    ).stdout
    for column in record.header.columns:
        assert str(column.id) in seen
    assert "<script" not in seen
    assert 'http-equiv="Content-Security-Policy"' in seen
