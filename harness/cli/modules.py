"""`harness modules`: which modules of the standard library each column imports."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from harness import columns
from harness.cli import common
from harness.errors import ExitCode, HarnessError
from harness.model import ColumnId
from harness.modules import survey
from harness.progress import Shown
from harness.reports.modules import FORMATS, from_json
from harness.survey import State, Survey, differ, successive


@click.command(name="modules")
@click.argument("names", nargs=-1, metavar="[MODULE...]")
@common.COLUMNS
@common.ORACLE
@common.ENGINE
@click.option(
    "--compare",
    "compared",
    nargs=2,
    metavar="OLD NEW",
    help="Two columns: what was gained and lost from one to the other.",
)
@common.JOBS_OPTION
@common.limits
@click.option(
    "--format",
    "format_name",
    type=click.Choice(sorted(FORMATS)),
    default="table",
    show_default=True,
)
@common.OUTPUT
@click.option("--all", "show_all", is_flag=True, help="Show every name in the table's lists.")
@click.option("--fresh", is_flag=True, help="Import anew what was imported before.")
def modules_command(
    names: tuple[str, ...],
    columns_text: str | None,
    oracle_text: str | None,
    engines: tuple[str, ...],
    compared: tuple[str, str] | None,
    jobs: int,
    timeout_s: float | None,
    memory_mib: int | None,
    format_name: str,
    output: Path | None,
    show_all: bool,
    fresh: bool,
) -> None:
    """Import every module of the standard library in each column.

    The modules are those that the oracle imports itself, submodules included; each is imported
    in a fresh interpreter. With several versions of an engine it says what was gained and lost.
    MODULE limits it to these names or globs, as `json` or 'email*'. Results are kept, so that an
    interrupted survey goes on where it was.
    """
    settings = common.run_settings(jobs, 0, timeout_s, memory_mib)
    oracle = common.wanted_oracle(oracle_text)
    if compared and not columns_text:
        columns_text = ",".join(compared)
    with Shown() as shown:
        shop = common.workshop(shown.say, engines)
        wanted = common.wanted_columns(columns_text, shop)
        pairs = _pairs(compared, wanted, shop)
        lanes, _ = columns.prepare(wanted, shop, oracle)

        def step(done: int, total: int, module: str) -> None:
            shown.say(f"importing: {done}/{total} {module}")

        try:
            found = survey(lanes, settings, step, names, store=shop.store, fresh=fresh)
        except KeyboardInterrupt:
            common.note("what was imported is kept: the same command goes on from there")
            raise
    if not any(found.modules.values()):
        raise HarnessError(
            f"no module of the standard library is named {', '.join(names)}",
            hint="name one as it is imported, or a glob in quotes",
        )
    differences = [differ(found, old, new) for old, new in pairs]
    options = common.report_options(show_all)
    common.deliver(FORMATS[format_name](found, differences, options), output)
    if any(cell.state is State.UNKNOWN for cell in found.cells.values()):
        sys.exit(ExitCode.INCOMPLETE)


def _pairs(
    compared: tuple[str, str] | None, wanted: list[ColumnId], shop: columns.Workshop
) -> list[tuple[ColumnId, ColumnId]]:
    if not compared:
        return successive([column for column in wanted if column.engine != columns.ORACLE_ENGINE])
    old, new = columns.parse_columns(",".join(compared), shop)
    for column in (old, new):
        if column not in wanted:
            raise HarnessError(f"--compare {column}: it is not among the columns of --columns")
    return [(old, new)]


def read_survey(path: Path) -> Survey:
    """The survey that a file holds; HarnessError names the file when it holds none."""
    hint = "write one by: harness modules --format json -o FILE"
    return common.read_file(path, from_json, hint)
