"""`harness site`: the dashboard as plain files."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from harness.cli import common
from harness.cli.past import HISTORY, opened
from harness.errors import HarnessError
from harness.model import ColumnId
from harness.progress import Shown
from harness.reports.text import plural

if TYPE_CHECKING:
    from harness.site import Site, SiteOptions

_MARK = "harness-site.json"  # says that a folder is ours to write anew


def shown_options(command: common.F) -> common.F:
    """The options that choose what a dashboard shows: `column_names`, `modules_file`,
    `profiles_file`, `findings_file`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


_OPTIONS = (
    click.option(
        "--column",
        "column_names",
        multiple=True,
        metavar="COLUMN",
        help="Only this column; may be given again.",
    ),
    click.option(
        "--modules",
        "modules_file",
        type=common.PATH,
        metavar="FILE",
        help="A survey of modules to show: harness modules --format json -o FILE.",
    ),
    click.option(
        "--profiles",
        "profiles_file",
        type=common.PATH,
        metavar="FILE",
        help="A table of profiles to show: harness profiles --format json -o FILE.",
    ),
    click.option(
        "--findings",
        "findings_file",
        type=common.PATH,
        metavar="FILE",
        help="A text in Markdown to show as findings.",
    ),
)


@click.command(name="site")
@click.argument("target", type=common.PATH, metavar="OUT")
@HISTORY
@shown_options
def site_command(
    target: Path,
    history_folder: Path,
    column_names: tuple[str, ...],
    modules_file: Path | None,
    profiles_file: Path | None,
    findings_file: Path | None,
) -> None:
    """Write the dashboard as plain files into the folder OUT.

    It shows what the history keeps. The files open from disk and from any web server, and
    load nothing from elsewhere. OUT is written anew when it is a dashboard, and refused when
    it is anything else.
    """
    with Shown() as shown:
        shown.say("reading the history")
        options = asked(column_names, modules_file, profiles_file, findings_file)
        site = made_site(history_folder, options)
        written = _write(site, target, shown)
    common.show(f"{plural(written, 'file')} in {target}; open {target / 'index.html'}")


def asked(
    column_names: tuple[str, ...],
    modules_file: Path | None,
    profiles_file: Path | None,
    findings_file: Path | None,
) -> SiteOptions:
    """What these options ask for; HarnessError for a file that does not hold what it should."""
    from harness.reports import modules, profiles
    from harness.site import SiteOptions

    try:
        columns = tuple(map(ColumnId.parse, column_names))
    except ValueError as error:
        raise HarnessError(f"--column: {error}", hint="harness history list") from error
    survey = "write one by: harness modules --format json -o FILE"
    table = "write one by: harness profiles PATH --format json -o FILE"
    return SiteOptions(
        columns,
        common.read_file(modules_file, modules.from_json, survey) if modules_file else None,
        common.read_file(profiles_file, profiles.from_json, table) if profiles_file else None,
        common.read_file(findings_file, str, "it is no UTF-8") if findings_file else None,
    )


def made_site(history_folder: Path, options: SiteOptions) -> Site:
    """All pages over the history as it is now."""
    from harness.site import Site

    return Site(opened(history_folder), options)


def _write(site: Site, target: Path, shown: Shown) -> int:
    """All files, made aside and moved into place whole; how many."""
    _check(target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    except OSError as error:
        raise HarnessError(f"cannot write {target}: {error.strerror or error}") from error
    try:
        addresses = list(dict.fromkeys(site.addresses()))
        with shown.counting("writing", len(addresses)) as step:
            for address in addresses:
                page = site.page(address)
                assert page is not None, address
                path = aside / address
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(page.body)
                step(address)
        (aside / _MARK).write_text(f'{{"state": "{site.state}"}}\n', encoding="utf-8")
        aside.chmod(0o755)
        if target.exists():
            shutil.rmtree(target)
        aside.rename(target)
    except OSError as error:
        raise HarnessError(f"cannot write {target}: {error.strerror or error}") from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return len(addresses)


def _check(target: Path) -> None:
    """Refuse to write over what is no dashboard."""
    if not target.exists():
        return
    empty = target.is_dir() and not any(target.iterdir())
    if not empty and not (target / _MARK).is_file():
        raise HarnessError(
            f"{target} is there and is no dashboard: it is not overwritten",
            hint="name a new folder",
        )
