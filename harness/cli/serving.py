"""`harness serve`: the dashboard and a JSON API over the history, on this machine."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import click

from harness.cli import common, past, site
from harness.errors import ExitCode, HarnessError
from harness.record import read_record

TOKEN_VARIABLE = "HARNESS_SERVE_TOKEN"
_GRACE_S = 2.0  # for threads; the making of a large site takes longer, and cannot be told to end


@click.command()
@past.HISTORY
@click.option(
    "--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="Where to listen."
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    metavar="N",
    help="0 takes a port that is free.",
)
@click.option(
    "--allow-host",
    "hosts",
    multiple=True,
    metavar="NAME",
    help="Another name under which this server is asked; may be given again.",
)
@click.option("--allow-import", is_flag=True, help="Take records in from whoever has the token.")
@click.option(
    "--token-file",
    type=common.PATH,
    metavar="FILE",
    help=f"A file that holds the token; else it is ${TOKEN_VARIABLE}.",
)
@click.option(
    "--max-import",
    type=click.IntRange(1),
    default=256,
    show_default=True,
    metavar="MIB",
    help="How large a record may be, packed or unpacked.",
)
@site.shown_options
def serve(
    history_folder: Path,
    host: str,
    port: int,
    hosts: tuple[str, ...],
    allow_import: bool,
    token_file: Path | None,
    max_import: int,
    column_names: tuple[str, ...],
    modules_file: Path | None,
    profiles_file: Path | None,
    findings_file: Path | None,
) -> None:
    """Serve the dashboard and a JSON API over the history.

    Ends by SIGTERM, or Ctrl-C. What is added to the history or taken away is shown a moment
    later. The API is described at /api/openapi.json.
    """
    if token_file and not allow_import:
        raise HarnessError("--token-file is given without --allow-import")
    shown = site.asked(column_names, modules_file, profiles_file, findings_file)
    token = _token(token_file) if allow_import else None
    from harness.serve import Options, Server, Threads, make_app
    from harness.site import state_of

    history = past.opened(history_folder)
    server = Server(host, port)
    options = Options(
        columns=tuple(map(str, shown.columns)),
        hosts=(*hosts, host, str(server.ip)),
        token=token,
        import_bytes=max_import << 20,
    )
    threads = Threads()
    app = make_app(
        history,
        lambda: site.made_site(history_folder, shown),
        lambda: state_of(history),
        read_record,
        options,
        common.note,
        threads,
    )
    if not server.loopback:
        common.note(f"{host} can be reached from other machines; all may read what is kept here")
    ended_by = server.run(app, lambda: common.note(f"serving {history_folder} at {server.url}"))
    code = ExitCode.OK if ended_by is signal.SIGTERM else ExitCode.INTERRUPTED
    at_rest = threads.end(_GRACE_S)
    common.note("ended" if code is ExitCode.OK else "interrupted")
    if not at_rest:  # nothing is lost: a page, or a record that is not kept yet
        os._exit(code)
    sys.exit(code)


def _token(path: Path | None) -> str:
    """Never an argument, which every process of the machine could read."""
    if path is None:
        token = os.environ.get(TOKEN_VARIABLE, "")
    else:
        token = common.read_file(path, str, "one line: the token")
    if not token.strip():
        raise HarnessError(
            "--allow-import needs a token",
            hint=f"--token-file FILE, or the environment variable {TOKEN_VARIABLE}",
        )
    return token.strip()
