"""`dev.py`: what it does to its own environment."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with `dev.py` and an environment whose lock file has changed since."""
    (tmp_path / "dev.py").write_bytes((ROOT / "dev.py").read_bytes())
    (tmp_path / "requirements.txt").write_text("")
    subprocess.run(
        (sys.executable, "-m", "venv", "--without-pip", ".venv"), cwd=tmp_path, check=True
    )
    (tmp_path / ".venv/made-from").write_text("another lock file")
    return tmp_path


def test_the_environments_own_python_can_renew_it(project: Path) -> None:
    """It removes what it runs by, as a PATH that begins with `.venv/bin` makes it."""
    own = project / ".venv/bin/python3"
    # No package is needed to see that the environment is made again: pip is not reached.
    script = "import dev, subprocess; dev.call = lambda *a: print(a[0]) or 1; dev.set_up()"
    ended = subprocess.run((own, "-c", script), cwd=project, capture_output=True, text=True)
    maker = Path(ended.stdout.strip())
    assert ended.returncode == 1, ended.stderr
    assert maker.is_file()
    assert project not in maker.parents
