"""The cache folder: whole entries or none, found again, mended when damaged."""

from __future__ import annotations

import errno
import json
import os
import threading
import time
from pathlib import Path

import pytest

from harness.cache import Cache
from harness.errors import ExitCode, HarnessError

KEY = {"version": "0.6.0", "target": "native"}


class Said(list[str]):
    """A progress that keeps what it is told."""

    def __call__(self, message: str, *, expected_s: float | None = None) -> None:
        self.append(message)


class Builder:
    """Writes two files and a link; counts how often it was asked to."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, folder: Path) -> dict[str, int]:
        self.calls += 1
        assert list(folder.iterdir()) == []
        (folder / "below").mkdir()
        (folder / "below/module.wasm").write_bytes(b"\0asm" + bytes(100))
        (folder / "host").write_bytes(b"ELF")
        (folder / "link").symlink_to("host")
        return {"size": 104}


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


@pytest.fixture
def said() -> Said:
    return Said()


def test_an_entry_is_built_once(cache: Cache, said: Said) -> None:
    build = Builder()
    first = cache.get_or_build("host", KEY, build, progress=said)
    again = Cache(cache.root).get_or_build(
        "host", dict(reversed(KEY.items())), build, progress=said
    )
    assert first == again
    assert first[1] == {"size": 104}
    assert (first[0] / "below/module.wasm").stat().st_size == 104
    assert (build.calls, said) == (1, [])


def test_another_key_or_kind_is_another_entry(cache: Cache, said: Said) -> None:
    build = Builder()
    paths = {
        cache.get_or_build("host", KEY, build, progress=said)[0],
        cache.get_or_build("host", {**KEY, "target": "wasm"}, build, progress=said)[0],
        cache.get_or_build("module", KEY, build, progress=said)[0],
    }
    assert len(paths) == build.calls == 3


def test_entry_file_tells_key_info_and_hashes(cache: Cache, said: Said) -> None:
    folder, _ = cache.get_or_build("host", KEY, Builder(), progress=said)
    entry = json.loads((folder / "entry.json").read_text())
    assert (entry["kind"], entry["key"], entry["info"]) == ("host", KEY, {"size": 104})
    assert sorted(entry["files"]) == ["below/module.wasm", "host", "link"]
    assert len(entry["files"]["host"]["sha256"]) == 64
    assert entry["created"].endswith("+00:00")


def _truncate(folder: Path) -> None:
    with (folder / "below/module.wasm").open("r+b") as file:
        file.truncate(50)


def _flip_a_byte(folder: Path) -> None:
    time.sleep(0.01)
    with (folder / "below/module.wasm").open("r+b") as file:
        file.seek(40)
        file.write(b"\1")


def _cut_the_entry(folder: Path) -> None:
    path = folder / "entry.json"
    path.write_text(path.read_text()[:100])


def _relink(folder: Path) -> None:
    (folder / "link").unlink()
    (folder / "link").symlink_to("elsewhere")


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (_truncate, "module.wasm: has 50 bytes, not 104"),
        (_flip_a_byte, "module.wasm: its content has changed"),
        (lambda folder: (folder / "host").unlink(), "host: No such file"),
        (_relink, "link: leads elsewhere"),
        (_cut_the_entry, "entry.json cannot be read"),
        (lambda folder: (folder / "entry.json").write_text("[]"), "not of schema 1"),
        (lambda folder: (folder / "entry.json").write_text('{"schema": 1}'), "lacks files"),
    ],
)
def test_a_damaged_entry_is_made_again_and_said_so(cache, said, damage, reason) -> None:
    build = Builder()
    folder, _ = cache.get_or_build("host", KEY, build, progress=said)
    damage(folder)
    again, _ = cache.get_or_build("host", KEY, build, progress=said)
    assert again == folder
    assert (folder / "below/module.wasm").read_bytes() == b"\0asm" + bytes(100)
    assert build.calls == 2
    assert len(said) == 1
    assert reason in said[0]
    assert "damaged" in said[0]


def test_a_touched_file_is_read_again_not_rebuilt(cache: Cache, said: Said) -> None:
    build = Builder()
    folder, _ = cache.get_or_build("host", KEY, build, progress=said)
    os.utime(folder / "host", (1, 1))
    cache.get_or_build("host", KEY, build, progress=said)
    assert (build.calls, said) == (1, [])


def test_verify_finds_what_size_and_time_hide(cache: Cache, said: Said) -> None:
    build = Builder()
    folder, _ = cache.get_or_build("host", KEY, build, progress=said)
    stat = (folder / "host").stat()
    (folder / "host").write_bytes(b"ELG")
    os.utime(folder / "host", ns=(stat.st_atime_ns, stat.st_mtime_ns))
    cache.get_or_build("host", KEY, build, progress=said)
    assert build.calls == 1
    Cache(cache.root, verify=True).get_or_build("host", KEY, build, progress=said)
    assert build.calls == 2
    assert (folder / "host").read_bytes() == b"ELF"


@pytest.mark.parametrize("error", [KeyboardInterrupt(), HarnessError("no"), RuntimeError()])
def test_a_build_that_fails_leaves_nothing(cache, said, error) -> None:
    def build(folder: Path) -> dict[str, int]:
        (folder / "half").write_bytes(b"x")
        raise error

    with pytest.raises(type(error)):
        cache.get_or_build("host", KEY, build, progress=said)
    assert list((cache.root / "host").iterdir()) == []
    assert cache.get_or_build("host", KEY, Builder(), progress=said)[1] == {"size": 104}


def test_the_rest_of_a_killed_build_is_cleared(cache: Cache, said: Said) -> None:
    folder, _ = cache.get_or_build("host", KEY, Builder(), progress=said)
    (folder / "entry.json").unlink()
    (folder / "leftover").touch()
    cache.get_or_build("host", KEY, Builder(), progress=said)
    assert not (folder / "leftover").exists()
    assert said == []


def test_two_builds_of_one_entry_wait_for_each_other(cache: Cache) -> None:
    waiting, started = Said(), threading.Event()
    build = Builder()

    def slowly(folder: Path) -> dict[str, int]:
        started.set()
        while not waiting:
            time.sleep(0.01)
        return build(folder)

    first = threading.Thread(
        target=cache.get_or_build, args=("host", KEY, slowly), kwargs={"progress": Said()}
    )
    first.start()
    assert started.wait(5)
    _, info = Cache(cache.root).get_or_build("host", KEY, build, progress=waiting)
    first.join()
    assert (info, build.calls) == ({"size": 104}, 1)
    assert waiting == ["waiting for another process that is making the same host"]


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "no space is left"), (errno.EROFS, "cannot be written")],
)
def test_a_full_or_read_only_disk_is_one_clear_error(cache, said, number, words) -> None:
    def build(folder: Path) -> dict[str, int]:
        raise OSError(number, os.strerror(number))

    with pytest.raises(HarnessError, match=words) as caught:
        cache.get_or_build("host", KEY, build, progress=said)
    assert caught.value.code is ExitCode.INCOMPLETE
    assert "HARNESS_CACHE" in (caught.value.hint or "")
    assert str(cache.root) in caught.value.message


def test_a_root_that_is_a_file_is_one_clear_error(tmp_path: Path, said: Said) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(HarnessError, match="cannot be written: Not a directory"):
        Cache(tmp_path / "file").get_or_build("host", KEY, Builder(), progress=said)


def test_other_errors_of_a_build_are_not_blamed_on_the_folder(cache: Cache, said: Said) -> None:
    def build(folder: Path) -> dict[str, int]:
        raise FileNotFoundError(errno.ENOENT, "gone")

    with pytest.raises(FileNotFoundError):
        cache.get_or_build("host", KEY, build, progress=said)


def test_entries_are_listed_newest_first(cache: Cache, said: Said) -> None:
    old, _ = cache.get_or_build("host", {"n": "1"}, Builder(), progress=said)
    new, _ = cache.get_or_build("host", {"n": "2"}, Builder(), progress=said)
    bad, _ = cache.get_or_build("host", {"n": "3"}, Builder(), progress=said)
    entry = json.loads((old / "entry.json").read_text())
    (old / "entry.json").write_text(json.dumps({**entry, "created": "2020-01-01T00:00:00+00:00"}))
    (bad / "entry.json").write_text("{")
    listed = cache.entries("host")
    assert [item.path for item in listed] == [new, old]
    assert (listed[0].key, listed[0].info, listed[0].size_bytes) == ({"n": "2"}, {"size": 104}, 107)
    assert cache.entries("never") == []


def test_the_folder_is_named_by_the_environment(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("HARNESS_CACHE", str(tmp_path / "mine"))
    assert Cache.default().root == tmp_path / "mine"
    monkeypatch.delenv("HARNESS_CACHE")
    assert Cache.default().root.name == "rustpython-harness"


def test_folder_is_made(cache: Cache) -> None:
    assert cache.folder("logs").is_dir()
