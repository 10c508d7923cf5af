"""`harness columns`: what can be named for --columns, and what of it is ready."""

from __future__ import annotations

from pathlib import Path

import click

from harness.cli import common
from harness.listing import offers
from harness.progress import Shown
from harness.reports.columns import FORMATS


@click.command(name="columns")
@common.ENGINE
@common.PROFILE_FILES
@click.option(
    "--format",
    "format_name",
    type=click.Choice(sorted(FORMATS)),
    default="table",
    show_default=True,
)
@common.OUTPUT
@click.option(
    "--all", "show_all", is_flag=True, help="Show every version with every profile and runtime."
)
def columns_command(
    engines: tuple[str, ...],
    profile_files: tuple[Path, ...],
    format_name: str,
    output: Path | None,
    show_all: bool,
) -> None:
    """List the columns that can be had, and which of them are built.

    A column is engine@version[:profile][/runtime]. It looks only: nothing is built or fetched.
    """
    with Shown() as shown:
        shop = common.workshop(shown.say, engines, profile_files)
        found = offers(shop, common.project())
    common.deliver(FORMATS[format_name](found, common.report_options(show_all)), output)
