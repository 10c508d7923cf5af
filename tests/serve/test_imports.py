"""Records that are sent: kept once, and nothing else is let in."""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import tarfile
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from harness.errors import HarnessError
from harness.history import History
from harness.record import read_record, write_record
from harness.serve import imports
from tests import factory
from tests.history.test_history import BIG, NAME, small
from tests.serve.conftest import TOKEN, Serve, Served

NDJSON = "application/x-ndjson"
TAR = "application/x-tar"


@pytest.fixture(autouse=True)
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where bodies are received: empty again after every test."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield folder
    assert list(folder.iterdir()) == []


def record(folder: Path, *, seen: Any = None, name: str = "sent") -> Path:
    path = folder / name / "record.jsonl"
    write_record(path, small(name, "2026-04-04T00:00:00+00:00", seen=seen))
    return path


def send(served: Served, data: Any, kind: str = NDJSON, token: str | None = TOKEN) -> Any:
    headers = {"Content-Type": kind}
    if token is not None:
        headers["Authorization"] = f"Bearer {token}"
    return served.client.post("/api/v1/runs", content=data, headers=headers)


Members = list[tuple[tarfile.TarInfo, bytes]]


def file(name: str, data: bytes = b"x", **fields: Any) -> tuple[tarfile.TarInfo, bytes]:
    member = tarfile.TarInfo(name)
    member.size = len(data)
    for key, value in fields.items():
        setattr(member, key, value)
    return member, data


def blob(data: bytes) -> tuple[tarfile.TarInfo, bytes]:
    sha256 = hashlib.sha256(data).hexdigest()
    return file(f"blobs/{sha256[:2]}/{sha256}", data)


def tar(members: Members, mode: str = "w") -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode=mode) as archive:  # type: ignore[call-overload]
        for member, data in members:
            archive.addfile(member, io.BytesIO(data))
    return buffer.getvalue()


# ------------------------------------------------------------------------- who may


def test_without_permission_nothing_is_taken(serve: Serve, history: History) -> None:
    answer = send(serve(), b"{}")
    assert answer.status_code == 403
    assert "--allow-import" in answer.json()["hint"]
    assert not history.folder.exists()


@pytest.mark.parametrize(
    "header", ["", "Bearer", f"Basic {TOKEN}", f"Bearer {TOKEN}x", f"Bearer {TOKEN[:-1]}", TOKEN]
)
def test_without_the_token_nothing_is_taken(header: str, serve: Serve) -> None:
    served = serve(token=TOKEN)
    headers = {"Authorization": header} if header else {}
    answer = served.client.post("/api/v1/runs", content=b"{}", headers=headers)
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert TOKEN not in answer.text


def test_a_short_token_is_refused_at_the_start(serve: Serve) -> None:
    with pytest.raises(HarnessError, match="16 characters"):
        serve(token="x" * 15)


# ------------------------------------------------------------------------- what is kept


def test_a_record_is_kept_once(serve: Serve, history: History, tmp_path: Path) -> None:
    served = serve(token=TOKEN)
    data = record(tmp_path).read_bytes()
    first = send(served, data)
    assert first.status_code == 201
    run = first.json()
    assert first.headers["Location"] == f"/api/v1/runs/{run['key']}"
    assert served.client.get(first.headers["Location"]).json()["run_id"] == "sent"
    again = send(served, data, f"{NDJSON}; charset=utf-8")
    assert (again.status_code, again.json()) == (200, run)
    assert [one.key for one in history.runs()] == [run["key"]]
    assert history.record_path(history.runs()[0]).read_bytes() == data


@pytest.mark.parametrize(("mode", "kind"), [("w", TAR), ("w:gz", "application/gzip")])
def test_a_tar_brings_its_outputs(
    mode: str, kind: str, serve: Serve, history: History, tmp_path: Path
) -> None:
    path = record(tmp_path, seen=factory.seen(stdout=BIG))
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode=mode) as archive:  # type: ignore[call-overload]
        archive.add(path.parent, ".")
    answer = send(serve(token=TOKEN), buffer.getvalue(), kind)
    assert answer.status_code == 201, answer.text
    assert answer.json()["lost_blobs"] == 0
    kept = read_record(history.record_path(history.runs()[0]))
    assert kept.attempts[1].observation.stdout.data == BIG


def test_a_body_of_unknown_length(serve: Serve, tmp_path: Path) -> None:
    data = record(tmp_path).read_bytes()
    pieces = (data[i : i + 50] for i in range(0, len(data), 50))
    assert send(serve(token=TOKEN), pieces).status_code == 201


def test_imports_at_once_are_one(serve: Serve, history: History, tmp_path: Path) -> None:
    """And readers go on meanwhile."""
    served = serve(token=TOKEN)
    path = record(tmp_path, seen=factory.seen(stdout=BIG))
    data = tar([file("record.jsonl", path.read_bytes()), blob(BIG)])
    statuses: list[int] = []
    start = threading.Barrier(4)

    def add() -> None:
        start.wait()
        statuses.append(send(served, data, TAR).status_code)

    threads = [threading.Thread(target=add) for _ in range(3)]
    for thread in threads:
        thread.start()
    start.wait()
    while any(thread.is_alive() for thread in threads):
        assert served.client.get("/api/v1/runs").status_code == 200
    for thread in threads:
        thread.join()
    assert sorted(statuses) == [200, 200, 201]
    assert len(history.runs()) == 1


# ------------------------------------------------------------------------- what is not


def test_a_malformed_record_is_refused_with_its_line(
    serve: Serve, history: History, tmp_path: Path
) -> None:
    """The one that the command says, of a file of this name."""
    data = record(tmp_path).read_bytes().replace(b'"repeat":0', b'"repeat":"zero"')
    bad = tmp_path / "record.jsonl"
    bad.write_bytes(data)
    with pytest.raises(HarnessError) as raised:
        history.add(bad, read_record)
    answer = send(serve(token=TOKEN), data)
    assert answer.status_code == 422
    assert answer.json()["error"] == raised.value.message.replace(str(bad), "record.jsonl")
    assert answer.json()["error"].startswith("record.jsonl:3: the record is damaged")
    assert history.runs() == []


@pytest.mark.parametrize("data", [b"", b"hello", b"\xff\xfe", b"[]\n", b"{" * 100_000])
def test_what_is_no_record(data: bytes, serve: Serve, history: History) -> None:
    answer = send(serve(token=TOKEN), data)
    assert answer.status_code == 422
    assert answer.json()["error"].startswith("record.jsonl:1: not a record")
    assert history.runs() == []


GOOD = file("record.jsonl", b"{}")
BAD: list[tuple[str, Members]] = [
    ("holds no record.jsonl", [blob(b"x")]),
    ("does not belong there", [GOOD, file("other.txt")]),
    ("does not belong there", [file("/record.jsonl")]),
    ("does not belong there", [file("../record.jsonl")]),
    ("does not belong there", [file("blobs/../record.jsonl")]),
    ("does not belong there", [file("blobs/ab/../../../x")]),
    ("does not belong there", [file("blobs//etc/passwd")]),
    ("does not belong there", [file("sub/record.jsonl")]),
    ("does not belong there", [file(f"blobs/ab/{'c' * 64}")]),
    ("does not belong there", [file("record.jsonl", b"", type=tarfile.SYMTYPE, linkname="/x")]),
    ("does not belong there", [file("record.jsonl", b"", type=tarfile.LNKTYPE, linkname="x")]),
    ("does not belong there", [file("blobs", b"", type=tarfile.SYMTYPE, linkname="/tmp")]),
    ("does not belong there", [file("record.jsonl", b"", type=tarfile.CHRTYPE)]),
    ("does not belong there", [file("record.jsonl", b"", type=tarfile.FIFOTYPE)]),
    ("does not belong there", [file("..", b"", type=tarfile.DIRTYPE)]),
    ("is there twice", [GOOD, GOOD]),
    ("another content", [GOOD, file(f"blobs/ab/{'ab' * 32}", b"poison")]),
]


@pytest.mark.parametrize(("said", "members"), BAD)
def test_a_tar_with_anything_else(
    said: str, members: Members, serve: Serve, history: History
) -> None:
    answer = send(serve(token=TOKEN), tar(members), TAR)
    assert answer.status_code == 422
    assert said in answer.json()["error"]
    assert not history.folder.exists()


def test_a_tar_that_is_broken(serve: Serve, tmp_path: Path) -> None:
    served = serve(token=TOKEN)
    whole = tar([file("record.jsonl", record(tmp_path).read_bytes()), blob(os.urandom(9000))])
    packed = gzip.compress(whole)
    at = whole.index(b"blobs/")
    damaged = whole[: at + 50] + b"x" + whole[at + 51 :]
    cut = (whole[:at], whole[: at + 100], whole[: at + 3000], packed[:-9000], packed[:100])
    for data in (b"", b"x" * 2000, *cut, damaged, b"\x1f\x8bnothing"):
        answer = send(served, data, "application/gzip")
        assert answer.status_code == 422, len(data)
        assert "\n" not in answer.json()["error"]


def test_what_is_too_large(serve: Serve, history: History) -> None:
    """As it is sent, by what it says of itself, and unpacked."""
    served = serve(token=TOKEN, import_bytes=1 << 20)
    large = b"x" * (2 << 20)
    bomb = gzip.compress(tar([file("record.jsonl", bytes(64 << 20))]))
    assert len(bomb) < 1 << 20
    pieces = (large[i : i + 60_000] for i in range(0, len(large), 60_000))
    for data, kind in ((large, NDJSON), (pieces, NDJSON), (bomb, "application/gzip")):
        answer = send(served, data, kind)
        assert answer.status_code == 413
        assert answer.json()["error"] == "more than 1 MiB"
    assert not history.folder.exists()


def test_a_sparse_file_does_not_grow(serve: Serve) -> None:
    """A few bytes that stand for a file of many."""
    sparse = tarfile.TarInfo("record.jsonl")
    sparse.pax_headers = {
        "GNU.sparse.major": "1",
        "GNU.sparse.minor": "0",
        "GNU.sparse.name": "record.jsonl",
        "GNU.sparse.realsize": str(1 << 40),
    }
    data = b"1\n0\n0\n".ljust(512, b"\0")
    sparse.size = len(data)
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.PAX_FORMAT) as archive:
        archive.addfile(sparse, io.BytesIO(data))
    assert send(serve(token=TOKEN), buffer.getvalue(), TAR).status_code == 422


@pytest.mark.parametrize("kind", ["", "application/json", "text/plain", "multipart/form-data"])
def test_other_kinds_of_content(kind: str, serve: Serve) -> None:
    answer = send(serve(token=TOKEN), b"{}", kind)
    assert answer.status_code == 415
    assert NDJSON in answer.json()["hint"]


def test_content_that_is_encoded(serve: Serve) -> None:
    headers = {"Authorization": f"Bearer {TOKEN}", "Content-Encoding": "gzip"}
    served = serve(token=TOKEN)
    answer = served.client.post(
        "/api/v1/runs", content=b"", headers={**headers, "Content-Type": NDJSON}
    )
    assert answer.status_code == 415


def test_too_many_at_once(serve: Serve, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imports, "_AT_ONCE", 0)
    answer = send(serve(token=TOKEN), record(tmp_path).read_bytes())
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")


def test_a_history_that_cannot_be_written(serve: Serve, history: History, tmp_path: Path) -> None:
    served = serve(token=TOKEN)
    history.folder.touch()
    answer = send(served, record(tmp_path).read_bytes())
    assert answer.status_code == 503
    assert answer.json()["error"].startswith("cannot write the history")


def test_a_case_of_what_was_sent(serve: Serve, tmp_path: Path) -> None:
    served = serve(token=TOKEN)
    assert send(served, record(tmp_path).read_bytes()).status_code == 201
    assert served.get("case", case=NAME)["cells"][0]["status"] == "pass"
