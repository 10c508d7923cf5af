"""The real columns, made once for all tests that need them."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from harness.cache import Cache
from harness.columns import Workshop, default_columns, prepare
from harness.execute import run_tool
from harness.lanes import Lanes
from harness.model import Start
from tests.chromium import executable

ROOT = Path(__file__).parent.parent


def pytest_configure() -> None:
    """A shell starts what it puts in the background with SIGINT ignored, and several tests are
    about that signal."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session", autouse=True)
def nothing_known(tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test takes what an earlier run observed for what it does itself."""
    os.environ["HARNESS_OBSERVATIONS"] = str(tmp_path_factory.mktemp("observations"))


@pytest.fixture(scope="session")
def lanes() -> Lanes:
    """The default columns; the first use on a machine builds the hosts, which takes minutes."""

    def progress(message: str, *, expected_s: float | None = None) -> None:
        if not message.startswith("compiling"):
            print(message)

    return prepare(
        default_columns(), Workshop(run_tool, Cache.default(), progress, start=Start.FAST)
    )[0]


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of Debian's Chromium."""
    found = executable()
    if not found:
        pytest.skip("no Chromium on this machine: apt-get install chromium")
    return found
