"""Folders of attempts: made for one, and gone after it whatever the script did to them."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from harness.model import Case, CaseFile
from harness.scratch import ScratchRoot, environment


@pytest.fixture
def case(tmp_path: Path) -> Case:
    path = tmp_path / "case.py"
    path.write_text("pass\n")
    return Case("a/case.py", path, "a", "0", files=(CaseFile("data/in.txt", b"x"),))


def test_an_attempt_has_its_script_and_files_and_leaves_nothing(case: Case) -> None:
    with ScratchRoot() as root, root.place(case) as (place, control):
        assert (place.work / "case.py").read_text() == "pass\n"
        assert (place.work / "data" / "in.txt").read_bytes() == b"x"
        assert control is not None
        assert control.nonce not in str(environment(place, case))
    assert not root.path.exists()


def test_without_a_channel_there_is_no_control_folder(case: Case) -> None:
    with ScratchRoot() as root, root.place(case, control=False) as (place, control):
        assert (place.control, control) == (None, None)


def test_a_timed_attempts_folder_is_gone_before_the_next_begins(case: Case) -> None:
    with ScratchRoot() as root:
        with root.place(case, control=False):
            pass
        assert list(root.path.iterdir()) == []


def test_the_perturbation_is_seen_in_path_and_environment_only(case: Case) -> None:
    with ScratchRoot() as root, root.place(case) as (one, _), root.place(case, lengthen=3) as two:
        other = two[0]
        assert len(str(other.work)) == len(str(one.work)) + 3
        assert environment(other, case, noise=5)["HARNESS_NOISE"] == "nnnnn"


def as_an_ordinary_user(action: Callable[[], None]) -> int:
    """The exit status of a child that runs this without the rights of root."""
    pid = os.fork()
    if pid == 0:
        try:
            if os.getuid() == 0:
                os.setgid(65534)
                os.setuid(65534)
            action()
        except BaseException:  # noqa: BLE001 - its parent's test must not go on in this process
            os._exit(1)
        os._exit(0)
    return os.waitpid(pid, 0)[1]


def test_folders_without_permissions_are_removed_and_links_not_followed(case: Case) -> None:
    def spoil_and_leave() -> None:
        readable_case = Case("a/none.py", Path("/dev/null"), "a", "0")
        with ScratchRoot() as outside:
            theirs = outside.path / "theirs"
            theirs.mkdir(mode=0o750)
            with ScratchRoot() as root, root.place(readable_case) as (place, _):
                (place.work / "closed" / "inner").mkdir(parents=True)
                (place.work / "closed" / "inner" / "file").touch()
                (place.work / "closed" / "link").symlink_to(theirs)
                (place.work / "closed").chmod(0)
                place.work.chmod(0o500)
            assert not root.path.exists()
            assert theirs.stat().st_mode & 0o777 == 0o750

    assert as_an_ordinary_user(spoil_and_leave) == 0
