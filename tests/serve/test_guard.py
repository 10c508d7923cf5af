"""What holds for every answer."""

from __future__ import annotations

import pytest

from harness.serve.guard import HEADERS, host_name
from tests.serve.conftest import Serve


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("localhost", "localhost"),
        ("board.example", "board.example"),
        ("LOCALHOST.:80", "localhost"),
        ("127.0.0.1:8000", "127.0.0.1"),
        ("[::1]", "::1"),
        ("[0:0::1]:8000", "::1"),
        ("", None),
        (":8000", None),
        ("::1", None),
        ("localhost:80:80", None),
        ("localhost:x", None),
        ("localhost@evil.example", None),
        ("localhost evil", None),
    ],
)
def test_the_name_of_a_host(header: str, name: str | None) -> None:
    assert host_name(header) == name


@pytest.mark.parametrize("host", ["localhost:1", "127.0.0.1", "[::1]:8000", "Board.Example"])
def test_hosts_that_are_expected(host: str, serve: Serve, rich: str) -> None:
    client = serve(hosts=("board.example",)).client
    assert client.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "127.0.0.1.nip.io", ""])
def test_other_hosts_are_refused_before_anything_is_read(host: str, serve: Serve) -> None:
    served = serve(token="x" * 16)
    for method, address in (("GET", "/"), ("GET", "/api/v1/runs"), ("POST", "/api/v1/runs")):
        answer = served.client.request(method, address, headers={"Host": host})
        assert answer.status_code == 421
        assert "--allow-host" in answer.json()["hint"]


@pytest.mark.parametrize("address", ["/", "/api/v1/runs", "/nothing", "/api/v1/runs?x=1"])
def test_headers_are_everywhere(address: str, serve: Serve, rich: str) -> None:
    served = serve()
    for host in ("localhost", "evil.example"):
        answer = served.client.get(address, headers={"Host": host})
        for name, value in HEADERS.items():
            assert answer.headers[name] == value
    assert "script-src 'self'" in HEADERS["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in HEADERS["Content-Security-Policy"]


def test_a_fault_is_one_line_here_and_none_of_it_there(serve: Serve, rich: str) -> None:
    served = serve()
    answer = served.client.get("/fault.html")
    assert answer.status_code == 500
    assert answer.json() == {"error": "a fault of the server's own", "hint": None}
    (line,) = served.said
    assert "RuntimeError: a secret of the inside" in line
    assert "\n" not in line
    assert served.client.get("/").status_code == 200


def test_other_methods(serve: Serve, rich: str) -> None:
    client = serve().client
    for method in ("POST", "PUT", "DELETE", "PATCH", "OPTIONS"):
        answer = client.request(method, "/api/v1/cells")
        assert answer.status_code == 405
        assert "GET" in answer.headers["Allow"]
        assert "error" in answer.json()
    assert client.head("/api/v1/runs").status_code == 200
