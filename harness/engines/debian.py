"""Packages of Debian unpacked into a folder, for what the machine itself does not offer.

apt checks them by the machine's own keys, but works with a source list, state and cache of its
own: the machine's packages and lists stay untouched, and no root is needed.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from harness.errors import ExitCode, HarnessError
from harness.model import ToolRunner

SOURCES = Path("/etc/apt")
_UPDATE_S = 120.0
_DOWNLOAD_S = 600.0

# Without the clearing, the machine's own hooks would run after our update.
_CONFIGURATION = """\
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
Dir::Etc::SourceList "{work}/sources.list";
Dir::Etc::SourceParts "-";
Dir::State "{work}/state";
Dir::State::Lists "{work}/state/lists";
Dir::State::Status "{work}/status";
Dir::Cache "{work}/cache";
Dir::Log "{work}/log";
APT::Sandbox::User "";
APT::Update::Error-Mode "any";
APT::Install-Recommends "false";
Acquire::Languages "none";
Acquire::Retries "1";
Acquire::http::Timeout "15";
Acquire::https::Timeout "15";
"""


class AptError(Exception):
    """Why packages could not be had; one line."""


@dataclass(frozen=True)
class _Source:
    uri: str
    keyring: str | None


def available(tools: ToolRunner) -> str | None:
    """None when packages can be asked for on this machine, else the reason why not."""
    for program in ("apt-get", "dpkg-deb"):
        if tools([program, "--version"], timeout_s=10).returncode:
            return f"{program} is not on this machine"
    return None if _source(SOURCES) else f"no Debian source is listed in {SOURCES}"


def unpack(
    packages: Sequence[str],
    into: Path,
    *,
    suite: str,
    work: Path,
    tools: ToolRunner,
    log: Path,
    dependencies: bool = False,
) -> None:
    """Download `packages` of a Debian suite and unpack them into the folder `into`.

    A package may carry a version pattern, `rust-src=1.95.0*`. With `dependencies` come all
    packages that an empty machine would need for them. `work` is for apt's own files and may
    be removed afterwards. Raises AptError.
    """
    apt = _Apt(_prepared(work, suite), tools, log)
    apt.run("update", timeout_s=_UPDATE_S, failure=f"the suite {suite} cannot be read")
    names = apt.closure(packages) if dependencies else packages
    archives = work / "archives"
    archives.mkdir(exist_ok=True)
    apt.run("download", *names, cwd=archives, failure=f"not in the suite {suite}")
    into.mkdir(parents=True, exist_ok=True)
    for archive in sorted(archives.glob("*.deb")):
        ended = tools(["dpkg-deb", "-x", str(archive), str(into)], log=log, timeout_s=_DOWNLOAD_S)
        if ended.returncode:
            raise AptError(f"{archive.name} cannot be unpacked: {last_line(ended.output)}")


@dataclass(frozen=True)
class _Apt:
    """apt-get with its own configuration."""

    configuration: Path
    tools: ToolRunner
    log: Path

    def run(
        self, *arguments: str, failure: str, cwd: Path | None = None, timeout_s: float = _DOWNLOAD_S
    ) -> str:
        """What apt-get prints; AptError with `failure` and apt's own reason otherwise."""
        command = ["apt-get", "-c", str(self.configuration), "-q", *arguments]
        english = {"LC_ALL": "C.UTF-8"}
        ended = self.tools(command, cwd=cwd, env=english, log=self.log, timeout_s=timeout_s)
        if "No space left on device" in ended.output:
            raise HarnessError(
                "no space is left to unpack packages in the cache folder",
                hint="free some space, or name another folder in HARNESS_CACHE",
                code=ExitCode.INCOMPLETE,
            )
        if ended.returncode:
            raise AptError(f"{failure}: {last_line(ended.output)}")
        return ended.output

    def closure(self, packages: Sequence[str]) -> list[str]:
        """The names of `packages` and of all that they depend on."""
        asked = " ".join(packages)
        output = self.run("install", "--print-uris", "-y", *packages, failure=f"no {asked}")
        return re.findall(r"^'[^']+' ([^_\s]+)_", output, re.MULTILINE)


def last_line(output: str) -> str:
    """The last line that says something, apt's errors first."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if line.startswith("E:")]
    return (errors or lines or ["no reason was given"])[-1].removeprefix("E: ")


def _prepared(work: Path, suite: str) -> Path:
    """apt's configuration for one suite, with the empty folders that it wants."""
    shutil.rmtree(work, ignore_errors=True)
    for folder in ("state/lists/partial", "cache/archives/partial", "log"):
        (work / folder).mkdir(parents=True)
    (work / "status").touch()
    source = _source(SOURCES)
    if source is None:
        raise AptError(f"no Debian source is listed in {SOURCES}")
    option = f"[signed-by={source.keyring}] " if source.keyring else ""
    (work / "sources.list").write_text(f"deb {option}{source.uri} {suite} main\n")
    configuration = work / "apt.conf"
    configuration.write_text(_CONFIGURATION.format(work=work))
    return configuration


def _source(folder: Path) -> _Source | None:
    """The machine's first Debian archive: not a vendor's, nor the one for security updates."""
    for source in _sources(folder):
        if source.uri.rstrip("/").endswith("/debian"):
            return source
    return None


def _sources(folder: Path) -> Iterator[_Source]:
    """What apt's configuration in `folder` lists, in both of its formats."""
    parts = folder / "sources.list.d"
    for path in [folder / "sources.list", *sorted(parts.glob("*.list"))]:
        yield from _one_line_sources(_text(path).splitlines())
    for path in sorted(parts.glob("*.sources")):
        for stanza in re.split(r"\n\s*\n", _text(path)):
            yield from _stanza_sources(stanza)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""


def _one_line_sources(lines: Iterable[str]) -> Iterator[_Source]:
    for line in lines:
        match = re.match(r"\s*deb\s+(?:\[([^]]*)]\s+)?(\S+)", line)
        if match:
            keyring = re.search(r"signed-by=(\S+)", match[1] or "")
            yield _Source(match[2], keyring[1] if keyring else None)


def _stanza_sources(stanza: str) -> Iterator[_Source]:
    fields = dict(re.findall(r"^([A-Za-z-]+):[ \t]*(\S+)", stanza, re.MULTILINE))
    if fields.get("Types", "").startswith("deb") and "URIs" in fields:
        keyring = fields.get("Signed-By", "")
        yield _Source(fields["URIs"], keyring if keyring.startswith("/") else None)
