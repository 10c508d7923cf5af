"""Pages: kept while there is room, packed, not sent twice, and of the history as it is."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from harness.errors import HarnessError
from harness.history import History
from harness.record import read_record, write_record
from harness.serve.answers import _takes_gzip
from harness.serve.pages import Pages, body_of
from tests.history.test_history import small
from tests.serve.conftest import FakeSite, Serve


def added(history: History, folder: Path, name: str) -> str:
    path = folder / f"{name}.jsonl"
    write_record(path, small(name, f"2026-05-05T00:00:0{len(name)}+00:00"))
    return history.add(path, read_record)[0].key


def test_the_first_page_and_others(serve: Serve, rich: str) -> None:
    client = serve().client
    assert client.get("/").text == client.get("/index.html").text
    assert client.get("/").headers["Content-Type"] == "text/html; charset=utf-8"
    assert client.get("/case/one.html").text == "<p>one</p>"
    assert client.get("/?q=status:fail").status_code == 200
    for address in ("/case/", "/case/two.html", "/../pyproject.toml", "/%2e%2e/x", "/api/v2/x"):
        assert client.get(address).status_code == 404


def test_who_has_a_page_is_not_sent_it_again(serve: Serve, rich: str) -> None:
    client = serve().client
    for encoding in ("gzip", "identity"):
        first = client.get("/", headers={"Accept-Encoding": encoding})
        etag = first.headers["ETag"]
        assert etag.startswith('"')
        assert first.headers["Cache-Control"] == "no-cache"
        for given in (etag, f'"other", W/{etag}', "*"):
            headers = {"Accept-Encoding": encoding, "If-None-Match": given}
            again = client.get("/", headers=headers)
            assert (again.status_code, again.content) == (304, b"")
            assert again.headers["ETag"] == etag
        headers = {"Accept-Encoding": encoding, "If-None-Match": '"other"'}
        assert client.get("/", headers=headers).status_code == 200


def test_only_what_gets_smaller_is_packed(serve: Serve, rich: str) -> None:
    client = serve().client
    page = client.get("/", headers={"Accept-Encoding": "br, gzip"})
    assert page.headers["Content-Encoding"] == "gzip"
    assert page.headers["Vary"] == "Accept-Encoding"
    plain = client.get("/", headers={"Accept-Encoding": "identity"})
    assert "Content-Encoding" not in plain.headers
    assert plain.headers["Vary"] == "Accept-Encoding"
    assert plain.headers["ETag"] != page.headers["ETag"]
    for address in ("/picture.png", "/case/one.html"):
        assert "Content-Encoding" not in client.get(address).headers


@pytest.mark.parametrize(
    ("header", "taken"),
    [
        ("", False),
        ("gzip", True),
        ("GZIP;q=0.1", True),
        ("br, gzip ; q=1", True),
        ("gzip;q=0", False),
        ("gzip; q=0.000, *", False),
        ("*", True),
        ("*;q=0", False),
        ("x-gzipped", False),
    ],
)
def test_who_takes_gzip(header: str, taken: bool) -> None:
    assert _takes_gzip(header) is taken


def test_what_was_asked_for_last_is_kept() -> None:
    room = 2 * body_of("text/html", bytes(100)).size

    class Site:
        asked: list[str] = []

        def page(self, address: str) -> object:
            self.asked.append(address)
            size = 1000 if address == "large" else 100

            class Page:
                media_type, body = "text/html", bytes(size)

            return Page()

    site = Site()
    pages = Pages(site, room)  # type: ignore[arg-type]
    for address in ("a", "b", "a", "c", "a", "b", "large", "b", "large"):
        pages.get(address)
    assert site.asked == ["a", "b", "c", "b", "large", "large"]
    assert pages.kept("b")
    assert not pages.kept("large")


def test_a_run_that_is_added_is_shown(
    serve: Serve, rich: str, history: History, tmp_path: Path
) -> None:
    served = serve()
    assert "1 runs" in served.client.get("/").text
    key = added(history, tmp_path, "new")
    deadline = time.monotonic() + 10
    while "2 runs" not in served.client.get("/").text:
        assert time.monotonic() < deadline
    assert {run["key"] for run in served.get("runs")["runs"]} >= {rich}
    history.prune([history.find(key)])
    while "1 runs" not in served.client.get("/").text:
        assert time.monotonic() < deadline
    assert len(served.sites) == 3


def test_requests_go_on_while_a_site_is_made(
    serve: Serve, rich: str, history: History, tmp_path: Path
) -> None:
    """The old one answers meanwhile, and never are two made at once."""
    go, at_once, most = threading.Event(), 0, 0
    go.set()
    lock = threading.Lock()

    def slowly() -> FakeSite:
        nonlocal at_once, most
        with lock:
            at_once += 1
            most = max(most, at_once)
        runs = len(history.runs())
        assert go.wait(10)
        with lock:
            at_once -= 1
        return FakeSite(runs)

    served = serve(slowly)
    assert "1 runs" in served.client.get("/").text
    go.clear()
    for name in ("a", "bb", "ccc"):
        added(history, tmp_path, name)
        for _ in range(5):
            assert "1 runs" in served.client.get("/").text
    go.set()
    deadline = time.monotonic() + 10
    while "4 runs" not in served.client.get("/").text:
        assert time.monotonic() < deadline
    assert most == 1


def test_a_site_that_cannot_be_made_is_one_line(serve: Serve, history: History, rich: str) -> None:
    ready = False

    def failing() -> FakeSite:
        if not ready:
            raise HarnessError("the tables are damaged", hint="harness history rebuild")
        return FakeSite(7)

    served = serve(failing)
    answer = served.client.get("/")
    assert answer.status_code == 503
    assert answer.json() == {"error": "the tables are damaged", "hint": "harness history rebuild"}
    assert len(served.get("runs")["runs"]) == 1
    assert served.get("state")["problem"] == "the tables are damaged"
    assert set(served.said) == {"the tables are damaged"}
    ready = True
    deadline = time.monotonic() + 10
    while served.client.get("/").status_code != 200:
        assert time.monotonic() < deadline
