"""`harness imports`: what scripts import, and what of it each column has."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from harness import columns, doctor
from harness.cli import common
from harness.cli.modules import read_survey
from harness.columns import Workshop
from harness.errors import ExitCode
from harness.imports import Beside, Fault, Import, Kind, Packages, needed, scanned
from harness.installed import default_folders, folders_of, installed
from harness.lanes import Lane, Lanes
from harness.listing import ready
from harness.modules import survey
from harness.progress import Shown
from harness.reports.imports import FORMATS, Listing
from harness.sources import beside, scan, sources
from harness.survey import Survey

# Of every standard library, and not among the names that it tells.
_NOT_LISTED = ("test", "__main__")


@click.command(name="imports")
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@common.COLUMNS
@common.ENGINE
@click.option(
    "--survey",
    "survey_path",
    type=common.PATH,
    metavar="FILE",
    help="Ask no column, but what `harness modules --format json` wrote.",
)
@click.option(
    "--python",
    metavar="PATH",
    help="Whose packages to look at: an interpreter, or the folder of a virtual environment; by "
    "default the active one.",
)
@click.option(
    "--site",
    "sites",
    multiple=True,
    type=click.Path(exists=True, file_okay=False),
    metavar="DIR",
    help="A folder of packages to look at; may be given again.",
)
@common.JOBS_OPTION
@click.option(
    "--strict",
    is_flag=True,
    help="Exit with 1 when a column cannot have what the scripts do not do without.",
)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(sorted(FORMATS)),
    default="table",
    show_default=True,
)
@common.OUTPUT
@click.option("--all", "show_all", is_flag=True, help="Show every place and file.")
def imports_command(
    paths: tuple[str, ...],
    columns_text: str | None,
    engines: tuple[str, ...],
    survey_path: Path | None,
    python: str | None,
    sites: tuple[str, ...],
    jobs: int,
    strict: bool,
    format_name: str,
    output: Path | None,
    show_all: bool,
) -> None:
    """List what scripts import, and what of it each column has.

    Nothing of the scripts is run: the oracle reads their syntax. Each PATH is a script, a folder
    or a glob; without one, those of harness.yaml. The standard modules are imported in the
    columns, which --columns builds where needed; without it those of the default columns that
    are built are asked.
    """
    if survey_path and columns_text:
        raise click.UsageError("--survey and --columns: one of them tells of the columns")
    files = sources(_given(paths))
    known = read_survey(survey_path) if survey_path else None
    with Shown() as shown:
        shop = common.workshop(shown.say, engines)
        looked_in = [*sites, *(folders_of(python, tools=shop.tools) if python else [])]
        looked_in = looked_in or default_folders()
        lanes = None if known else _lanes(columns_text, shop)
        read = _read(files, _reader(lanes, shop), shop)
        if lanes:
            known = _surveyed(read, lanes, jobs, shop, shown)
    packages = installed(looked_in, {use.top for use in read.imports})
    listing = Listing(
        files=len(files),
        reader=read.reader,
        imports=tuple(read.imports),
        needed=tuple(needed(read.imports, read.own, read.standard | _modules(known), packages)),
        faults=tuple(read.faults),
        survey=known,
        looked_in=tuple(looked_in),
    )
    common.deliver(FORMATS[format_name](listing, common.report_options(show_all)), output)
    code = _exit_code(listing, strict)
    if code:
        sys.exit(code)


def _given(paths: Sequence[str]) -> Sequence[str]:
    given = paths or common.project().paths
    if not given:
        raise click.UsageError("no PATH is given: name scripts or folders")
    return given


@dataclass(frozen=True)
class _Read:
    """What an oracle, the `reader`, read in the files; `standard` is its own library."""

    reader: str
    imports: list[Import]
    faults: list[Fault]
    own: Mapping[str, Beside]
    standard: set[str]


def _read(files: Mapping[Path, Path], reader: Lane, shop: Workshop) -> _Read:
    said, standard = scan(reader.artefact.path, list(files), tools=shop.tools)
    names = {file: str(file) for file in files}
    found = [scanned(data, names[file]) for file, data in zip(files, said, strict=True)]
    return _Read(
        str(reader.column.id),
        [use for item in found if not isinstance(item, Fault) for use in item],
        [item for item in found if isinstance(item, Fault)],
        {names[file]: its for file, its in beside(files).items()},
        {*(standard or sys.stdlib_module_names), *_NOT_LISTED},
    )


def _lanes(columns_text: str | None, shop: Workshop) -> Lanes | None:
    """The columns to ask, ready: those that are named, else the default ones that are built."""
    wanted = common.wanted_columns(columns_text, shop)
    if columns_text is None:
        built = ready(wanted, shop)
        missing = [str(column) for column in wanted if column not in built]
        if missing:
            common.note(f"not built, so not asked: {', '.join(missing)} (harness build)")
        wanted = built
    return columns.prepare(wanted, shop)[0] if wanted else None


def _reader(lanes: Lanes | None, shop: Workshop) -> Lane:
    """The newest of the oracles at hand: it knows the most syntax."""
    oracles = lanes.oracles.values() if lanes else [shop.oracle(doctor.ORACLE)]
    return max(oracles, key=lambda lane: [int(part) for part in lane.column.python.split(".")])


def _surveyed(read: _Read, lanes: Lanes, jobs: int, shop: Workshop, shown: Shown) -> Survey:
    """A survey of just the standard modules that are imported."""
    items = needed(read.imports, read.own, read.standard, Packages())
    uses = [use for item in items if item.kind is Kind.STANDARD for use in item.uses]
    dotted = {use.module or "" for use in uses}
    below = {f"{use.module}.{name}" for use in uses for name in use.names}
    wanted = sorted(
        name
        for name in {use.top for use in uses} | dotted | below
        if all(part.isidentifier() for part in name.split("."))
    )

    def step(done: int, total: int, module: str) -> None:
        shown.say(f"importing: {done}/{total} {module}")

    # A pattern that matches nothing stands for no module at all: none would mean every one.
    settings = common.run_settings(jobs, 0, None, None)
    return survey(lanes, settings, step, wanted or ("",), store=shop.store)


def _modules(known: Survey | None) -> set[str]:
    """The modules that a survey knows of."""
    found: set[str] = set()
    for oracle in known.modules if known else ():
        assert known is not None
        found |= set(known.modules[oracle]) | set(known.left_out.get(oracle, ()))
    return found


def _exit_code(listing: Listing, strict: bool) -> ExitCode:
    """Without `strict` it is a survey; what could not be read leaves it incomplete."""
    if strict and listing.blocking():
        return ExitCode.CORRECTNESS
    unknown = any(not item.optional for item in listing.of(Kind.UNKNOWN))
    return ExitCode.INCOMPLETE if listing.faults or (strict and unknown) else ExitCode.OK
