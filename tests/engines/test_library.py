"""Trimming the frozen library to what scripts import."""

from __future__ import annotations

from pathlib import Path

import pytest

from harness.engines import library
from harness.errors import HarnessError

MODULES = {
    "json/__init__.py": "from .decoder import JSONDecoder\nfrom . import encoder",
    "json/decoder.py": "import re",
    "json/encoder.py": "",
    "json/tool.py": "import argparse",
    "re/__init__.py": "import enum\ndef main():\n    import argparse",
    "enum.py": "if __name__ == '__main__':\n    import doctest",
    "argparse.py": "",
    "doctest.py": "",
    "site.py": "def shell():\n    import rlcompleter\n    import builtins",
    "rlcompleter.py": "",
    "pydoc.py": "",
    "newer.py": "from json import (\n    tool, encoder as e)  # x\nmatch = t''\nimport queue, enum",
    "queue.py": "",
    "lazy.py": "def get():\n    return __import__('queue')",
    "dbm/__init__.py": "import importlib",
    "dbm/dumb.py": "",
    "dbm/ndbm.py": "import unknown_to_the_library",
    "encodings/__init__.py": "from . import aliases",
    "encodings/aliases.py": "aliases = {\n    'sjis' : 'shift_jis',\n}",
    "encodings/shift_jis.py": "",
    "encodings/cp1252.py": "",
    "encodings/utf_16.py": "",
    "unused.py": "",
}


@pytest.fixture
def crate(tmp_path: Path) -> Path:
    folder = tmp_path / "rustpython-pylib-0.6.0"
    for name, text in MODULES.items():
        path = folder / "Lib" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (folder / "Lib/PSF-LICENSE").write_text("licence")
    (folder / "Cargo.toml").write_text("[package]")
    (folder / "src").mkdir()
    (folder / "src/lib.rs").touch()
    return folder


BASE = {"encodings", "encodings.aliases", "encodings.utf_16", "enum", "re", "site"}
JSON_TOOL = {"json", "json.decoder", "json.encoder", "json.tool", "argparse"}


@pytest.mark.parametrize(
    ("script", "more"),
    [
        ("", set()),
        ("import json", {"json", "json.decoder", "json.encoder"}),
        ("import json.tool", {"json", "json.decoder", "json.encoder", "json.tool", "argparse"}),
        (
            "from json import tool",
            {"json", "json.decoder", "json.encoder", "json.tool", "argparse"},
        ),
        ("def f():\n    import queue", {"queue"}),
        ("import importlib\nimportlib.import_module('queue')", {"queue"}),
        ("import lazy", {"lazy", "queue"}),
        ("import dbm", {"dbm", "dbm.dumb", "dbm.ndbm"}),
        ("help(1)", {"pydoc"}),
        ("'x'.encode('SJIS')", {"encodings.shift_jis"}),
        ('open("x", encoding="cp1252")', {"encodings.cp1252"}),
        ("import not_in_the_library", set()),
        # Syntax that this Python may not know.
        ("import queue\nx = = t''", {"queue"}),
        ("import newer", {"newer", "queue", *JSON_TOOL}),
    ],
)
def test_what_a_script_needs(tmp_path: Path, crate: Path, script: str, more: set[str]) -> None:
    path = tmp_path / "script.py"
    path.write_text(script)
    assert set(library.needed(crate, [path])) == BASE | more


def test_a_folder_of_scripts(tmp_path: Path, crate: Path) -> None:
    (tmp_path / "scripts/below").mkdir(parents=True)
    (tmp_path / "scripts/a.py").write_text("import queue")
    (tmp_path / "scripts/below/b.py").write_text("import lazy")
    found = library.needed(crate, [tmp_path / "scripts"])
    assert {"queue", "lazy"} <= set(found)
    assert found == sorted(found)


def test_nothing_to_trim_to(tmp_path: Path, crate: Path) -> None:
    with pytest.raises(HarnessError, match="there is no script to trim it to"):
        library.needed(crate, [tmp_path / "rustpython-pylib-0.6.0/src"])
    with pytest.raises(HarnessError, match="no such script or folder"):
        library.needed(crate, [tmp_path / "nowhere"])


def test_the_copy_has_these_modules_alone(tmp_path: Path, crate: Path) -> None:
    told = library.write_trimmed(crate, ["json", "json.decoder", "enum"], tmp_path / "made")
    copy = tmp_path / "made" / library.CRATE
    names = sorted(path.relative_to(copy).as_posix() for path in copy.rglob("*") if path.is_file())
    assert names == [
        "Cargo.toml",
        "Lib/PSF-LICENSE",
        "Lib/enum.py",
        "Lib/json/__init__.py",
        "Lib/json/decoder.py",
        "src/lib.rs",
    ]
    assert told == {"modules": 3}
