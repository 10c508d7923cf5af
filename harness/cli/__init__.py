"""The command `harness`: one file for each group of commands, and the one error boundary."""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import click

from harness import __version__
from harness.cli import (
    benching,
    building,
    common,
    comparing,
    expecting,
    importing,
    listing,
    modules,
    observations,
    past,
    profiles,
    reading,
    rejudging,
    running,
    serving,
    site,
    upgrading,
)
from harness.errors import ExitCode, HarnessError
from harness.project import read_project


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="harness")
@click.option(
    "--project",
    "project_path",
    type=common.PATH,
    metavar="FILE",
    help="The project file; by default harness.yaml in this folder or one above.",
)
@click.pass_context
def command(context: click.Context, project_path: Path | None) -> None:
    """Will my scripts run on RustPython, how fast, and what breaks?

    Runs scripts under CPython (the oracle), RustPython in a native host and RustPython as
    WebAssembly, and shows what differs.

    Exit codes: 0 as expected, 1 wrong (a regression, or not as expected), 2 usage or
    unreadable input, 3 incomplete or inconclusive, 4 no case, 5 slower, 70 a fault of its own,
    130 interrupted.
    """
    if project_path:
        context.obj = read_project(project_path)


_COMMANDS = (
    running.run,
    upgrading.upgrade_command,
    reading.report,
    reading.explain,
    rejudging.rejudge_command,
    comparing.compare_command,
    expecting.bless,
    expecting.review,
    benching.bench,
    benching.noise,
    observations.cache_group,
    past.history_group,
    serving.serve,
    site.site_command,
    modules.modules_command,
    importing.imports_command,
    listing.columns_command,
    building.build,
    building.doctor_command,
    profiles.profiles_command,
)
for _command in _COMMANDS:
    command.add_command(_command)


# --------------------------------------------------------------------------- the one boundary


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def _ignore(*_: object) -> None:
    """A signal that is to have no effect."""


def _catch_signals() -> None:
    """End in order. What was ignored stays so for us, but scripts must not inherit that."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        ignored = signal.getsignal(number) is signal.SIG_IGN
        signal.signal(number, _ignore if ignored else _interrupt)


def _open_streams() -> None:
    """Stand in for streams that were closed before we began, as by `2>&-`."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            os.open(os.devnull, os.O_RDWR)  # gets the lowest free number, which is this one
            setattr(sys, name, open(number, "r" if number == 0 else "w"))  # noqa: SIM115


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command; every error of the user's becomes one line and its exit code."""
    _open_streams()
    _catch_signals()
    try:
        command.main(arguments, prog_name="harness", standalone_mode=False)
    except HarnessError as error:
        _fail(error.message, error.hint, error.code)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        sys.exit(ExitCode.USAGE)
    except click.ClickException as error:
        _fail(error.format_message(), _help_command(error), ExitCode.USAGE)
    except (click.Abort, KeyboardInterrupt):
        _fail("interrupted", None, ExitCode.INTERRUPTED)
    except Exception:  # noqa: BLE001 - the one boundary
        click.echo("harness: a fault of its own, please report it:", err=True)
        click.echo(traceback.format_exc(), err=True)
        sys.exit(ExitCode.INTERNAL)


def _fail(message: str, hint: str | None, code: ExitCode) -> NoReturn:
    common.note(message)
    if hint:
        click.echo(f"  {hint}", err=True)
    sys.exit(code)


def _help_command(error: click.ClickException) -> str:
    context = error.ctx if isinstance(error, click.UsageError) else None
    return f"{context.command_path if context else 'harness'} --help"
