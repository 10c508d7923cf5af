"""apt with its own state: what it is told, and what it says when it fails."""

from __future__ import annotations

from pathlib import Path

import pytest

from harness.engines import debian
from harness.errors import ExitCode, HarnessError
from harness.model import ToolResult


def unpack(tools, folder: Path, **options) -> None:
    debian.unpack(
        ["python3.14"],
        folder / "root",
        suite="forky",
        work=folder / "work",
        tools=tools,
        log=folder / "log",
        **options,
    )


def test_apt_works_in_a_folder_of_its_own(apt, tmp_path: Path) -> None:
    apt.on("dpkg-deb -x")
    unpack(apt, tmp_path)
    work = tmp_path / "work"
    expected = "deb [signed-by=/keys.gpg] http://debian.test/debian forky main\n"
    assert (work / "sources.list").read_text() == expected
    settings = (work / "apt.conf").read_text()
    assert f'Dir::State::Lists "{work}/state/lists";' in settings
    assert "#clear APT::Update::Post-Invoke;" in settings
    assert (work / "state/lists/partial").is_dir()
    assert all(str(work / "apt.conf") in call for call in apt.ran("apt-get -c"))
    assert [call[4] for call in apt.ran("apt-get -c")] == ["update", "download"]
    assert apt.ran("dpkg-deb -x") == [
        ["dpkg-deb", "-x", str(work / "archives/package.deb"), str(tmp_path / "root")]
    ]


def test_with_dependencies_all_that_an_empty_machine_needs_is_downloaded(apt, tmp_path) -> None:
    apt.on("dpkg-deb -x")
    unpack(apt, tmp_path, dependencies=True)
    assert apt.calls[-2][4:] == ["download", "libc6"]


@pytest.mark.parametrize(
    ("step", "output", "message"),
    [
        ("update", "W: x\nE: Failed to fetch http://debian.test", "suite forky cannot be read"),
        ("download", "E: Unable to locate package python3.14", "not in the suite forky: Unable"),
    ],
)
def test_apts_own_reason_is_told(apt, tmp_path, step, output, message) -> None:
    apt.on(f"apt-get -c {tmp_path}/work/apt.conf -q {step}", output, status=100)
    with pytest.raises(debian.AptError, match=message):
        unpack(apt, tmp_path)


def test_a_full_disk_is_told_apart(apt, tmp_path: Path) -> None:
    full = "E: Write error - write (28: No space left on device)"
    apt.on(f"apt-get -c {tmp_path}/work/apt.conf -q download", full, status=100)
    with pytest.raises(HarnessError, match="no space is left") as caught:
        unpack(apt, tmp_path)
    assert caught.value.code is ExitCode.INCOMPLETE


def test_an_archive_that_cannot_be_unpacked(apt, tmp_path: Path) -> None:
    apt.on("dpkg-deb -x", lambda *_, **__: ToolResult(2, "dpkg-deb: error: not an archive"))
    with pytest.raises(debian.AptError, match=r"package.deb cannot be unpacked: .*not an archive"):
        unpack(apt, tmp_path)


@pytest.mark.parametrize(
    ("name", "text", "uri", "option"),
    [
        (
            "sources.list",
            "# deb http://old/debian x main\ndeb http://one.test/debian bookworm main\n",
            "http://one.test/debian",
            "",
        ),
        (
            "sources.list.d/a.list",
            "deb https://vendor.test/apt stable main\n"
            "deb [arch=amd64 signed-by=/k.gpg] http://two.test/debian/ bookworm main\n",
            "http://two.test/debian/",
            "[signed-by=/k.gpg] ",
        ),
        (
            "sources.list.d/a.sources",
            "Types: deb-src\nURIs: http://no.test/src\n\n"
            "Types: deb\nURIs: http://three.test/debian http://b\nSigned-By:\n -----BEGIN\n",
            "http://three.test/debian",
            "",
        ),
    ],
)
def test_the_machines_own_archive_is_found(apt, tmp_path, name, text, uri, option) -> None:
    (tmp_path / "apt/sources.list.d/debian.sources").unlink()
    (tmp_path / "apt" / name).write_text(text)
    apt.on("dpkg-deb -x")
    unpack(apt, tmp_path)
    assert (tmp_path / "work/sources.list").read_text() == f"deb {option}{uri} forky main\n"


def test_why_apt_is_not_available(apt, tools, tmp_path: Path) -> None:
    assert debian.available(apt) is None
    (tmp_path / "apt/sources.list.d/debian.sources").unlink()
    assert "no Debian source" in (debian.available(apt) or "")
    tools.on("apt-get", status=127)
    assert debian.available(tools) == "apt-get is not on this machine"
