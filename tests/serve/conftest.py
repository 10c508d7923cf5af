"""A served history: small records, a site that is no more than its addresses, a client."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from harness.history import History
from harness.record import read_record, write_record
from harness.serve import Options, Threads, current, make_app
from tests import factory

TOKEN = "0123456789abcdef-of-a-test"


@dataclass(frozen=True)
class FakePage:
    media_type: str
    body: bytes


@dataclass
class FakeSite:
    """Shows how many runs there were when it was made."""

    runs: int
    rendered: list[str] = field(default_factory=list)

    def page(self, address: str) -> FakePage | None:
        self.rendered.append(address)
        if address == "fault.html":
            raise RuntimeError("a secret of the inside")
        pages = {
            "index.html": FakePage("text/html", f"<p>{self.runs} runs</p>".encode() + b"." * 5000),
            "case/one.html": FakePage("text/html; charset=utf-8", b"<p>one</p>"),
            "picture.png": FakePage("image/png", bytes(5000)),
        }
        return pages.get(address)


@dataclass
class Served:
    """What a test needs of a running application."""

    client: TestClient
    history: History
    said: list[str]
    sites: list[FakeSite]

    def get(self, address: str, **parameters: Any) -> Any:
        """The data at an address of the API."""
        answer = self.client.get(f"/api/v1/{address}", params=parameters)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def error(self, address: str, **parameters: Any) -> tuple[int, str, str | None]:
        answer = self.client.get(f"/api/v1/{address}", params=parameters)
        assert set(answer.json()) == {"error", "hint"}, answer.text
        return answer.status_code, answer.json()["error"], answer.json()["hint"]


@pytest.fixture
def history(tmp_path: Path) -> History:
    return History(tmp_path / "history")


def state_of(history: History) -> str:
    return ",".join(sorted(run.key for run in history.runs()))


Serve = Callable[..., Served]


@pytest.fixture
def serve(history: History, monkeypatch: pytest.MonkeyPatch) -> Iterator[Serve]:
    """Makes applications over the history, with these options. The state is always looked at."""
    monkeypatch.setattr(current, "CHECK_S", 0.0)
    monkeypatch.setattr(current, "RETRY_S", 0.0)
    threads = Threads()
    with ExitStack() as stack:

        def make(make_site: Callable[[], FakeSite] | None = None, **options: Any) -> Served:
            said: list[str] = []
            sites: list[FakeSite] = []

            def new_site() -> FakeSite:
                sites.append(FakeSite(len(history.runs())))
                return sites[-1]

            app = make_app(
                history,
                make_site or new_site,
                lambda: state_of(history),
                read_record,
                Options(**options),
                said.append,
                threads,
            )
            client = stack.enter_context(TestClient(app, base_url="http://localhost:8000"))
            return Served(client, history, said, sites)

        yield make
    assert threads.end(10)


@pytest.fixture
def rich(history: History, tmp_path: Path) -> str:
    """The history holds the rich record; its key."""
    write_record(tmp_path / "rich.jsonl", factory.rich())
    return history.add(tmp_path / "rich.jsonl", read_record)[0].key
