"""`harness build` and `harness doctor`: what a run needs, and what of it is missing."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from harness import columns, doctor
from harness.cache import Cache
from harness.cli import common
from harness.errors import ExitCode
from harness.execute import run_tool
from harness.lanes import Lane
from harness.model import Start
from harness.progress import Shown


@click.command()
@common.COLUMNS
@common.ENGINE
@common.PROFILE_FILES
@common.TRIM_TO
def build(
    columns_text: str | None,
    engines: tuple[str, ...],
    profile_files: tuple[Path, ...],
    trim_to: tuple[Path, ...],
) -> None:
    """Build or find what the columns need.

    For cold starts and for fast ones. What is there is not built again.
    """
    with Shown() as shown:
        shop = common.workshop(shown.say, engines, profile_files, trim_to, Start.FAST)
        lanes, choices = columns.prepare(common.wanted_columns(columns_text, shop), shop)
    for lane in (*lanes.oracles.values(), *lanes.candidates):
        common.show(f"{lane.column.id}: {lane.artefact.path}")
        _say_fast(lane)
    for choice in choices:
        if not choice.exact:
            common.show(
                f"note: {choice.candidate} claims {choice.claimed}, judged by {choice.oracle}"
            )


def _say_fast(lane: Lane) -> None:
    """How its interpreters start fast, where they can."""
    if lane.fast is None:
        return
    if lane.fast.path == lane.artefact.path:
        common.show("    starts fast: as forks of `rustpython-host serve`")
    else:
        size_mb = lane.fast.path.stat().st_size / 1e6
        common.show(f"    starts fast: {lane.fast.path} ({size_mb:.0f} MB)")


@click.command(name="doctor")
def doctor_command() -> None:
    """Say what is missing and how to mend it."""
    checks = doctor.examine(tools=run_tool, cache=Cache.default())
    for check in checks:
        common.show(f"{check.status:8} {check.name}: {check.detail}")
        if check.fix:
            common.show(f"{'':8} fix: {check.fix}")
    if any(check.status in ("missing", "problem") for check in checks):
        sys.exit(ExitCode.INCOMPLETE)
