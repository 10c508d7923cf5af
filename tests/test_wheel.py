"""What the installed package has: every module, and the data that they read beside them."""

from __future__ import annotations

import zipfile
from pathlib import Path

from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parents[1]
DATA = {"harness/engines/profiles.yaml", "harness/runtimes/cpython_hook/sitecustomize.py"}


def test_a_wheel_has_all_that_the_package_has(tmp_path: Path) -> None:
    built = next(iter(WheelBuilder(str(ROOT)).build(directory=str(tmp_path))))
    names = {name for name in zipfile.ZipFile(built).namelist() if name.startswith("harness/")}
    there = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "harness").rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert names == there
    assert names >= DATA
