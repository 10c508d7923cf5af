"""The description: valid, of exactly the routes that there are, and true of their answers."""

from __future__ import annotations

import re
from typing import Any

import jsonschema
import pytest
from openapi_spec_validator import validate
from starlette.routing import Route

from harness.serve.guard import Guard
from harness.serve.openapi import OPERATIONS
from tests.serve.conftest import Serve, Served
from tests.serve.test_api import CASE, NATIVE


@pytest.fixture
def served(serve: Serve, rich: str) -> Served:
    return serve()


@pytest.fixture
def described(served: Served) -> dict[str, Any]:
    answer = served.client.get("/api/openapi.json")
    assert answer.status_code == 200
    found: dict[str, Any] = answer.json()
    return found


def test_it_is_valid(described: dict[str, Any]) -> None:
    validate(described)
    assert described["openapi"].startswith("3.1")


def test_what_is_described_is_what_there_is(served: Served, described: dict[str, Any]) -> None:
    guard = served.client.app
    assert isinstance(guard, Guard)
    routes = [route for route in guard._app.routes if isinstance(route, Route)]  # type: ignore[attr-defined]
    there = {
        (route.path, method)
        for route in routes
        for method in (route.methods or set()) - {"HEAD"}
        if route.path.startswith("/api/")
    }
    said = {
        (path, method.upper()) for path, methods in described["paths"].items() for method in methods
    }
    assert said == there
    assert [route.path for route in routes if route.path not in described["paths"]] == [
        "/{address:path}"
    ]


def test_parameters_are_those_that_are_read(served: Served, described: dict[str, Any]) -> None:
    for operation in OPERATIONS:
        if operation.method != "GET" or "{" in operation.path or not operation.parameters:
            continue
        hint = served.client.get(operation.path, params={"x": "1"}).json()["hint"]
        listed = described["paths"][operation.path]["get"]["parameters"]
        assert hint == "known here: " + ", ".join(one["name"] for one in listed)


def checked(described: dict[str, Any], path: str, status: int, data: object) -> None:
    """An answer is what the description says of this address."""
    answers = described["paths"][path]["get"]["responses"]
    schema = answers[str(status)]["content"]["application/json"]["schema"]
    whole = {**schema, "components": described["components"]}
    jsonschema.Draft202012Validator(whole).validate(data)


CALLS = [
    ("/api/v1/state", {}),
    ("/api/v1/runs", {"limit": "1"}),
    ("/api/v1/runs/{run}", {}),
    ("/api/v1/columns", {}),
    ("/api/v1/cells", {"limit": "1000"}),
    ("/api/v1/cells", {"limit": "3", "status": "fail"}),
    ("/api/v1/case", {"case": CASE}),
    ("/api/v1/history", {"case": CASE, "column": NATIVE}),
    ("/api/v1/causes", {}),
    ("/api/openapi.json", {}),
]
FAILURES = [
    ("/api/v1/runs", {"x": "1"}, 400),
    ("/api/v1/runs/{run}", {}, 404),
    ("/api/v1/cells", {"run": "nothing"}, 404),
    ("/api/v1/case", {}, 400),
    ("/api/v1/case", {"case": "nothing"}, 404),
    ("/api/v1/causes", {"cursor": "x"}, 400),
]


@pytest.mark.parametrize(("path", "given"), CALLS)
def test_answers_are_as_described(
    path: str, given: dict[str, str], served: Served, described: dict[str, Any], rich: str
) -> None:
    answer = served.client.get(path.replace("{run}", rich), params=given)
    assert answer.status_code == 200
    checked(described, path, 200, answer.json())


@pytest.mark.parametrize(("path", "given", "status"), FAILURES)
def test_failures_are_as_described(
    path: str, given: dict[str, str], status: int, served: Served, described: dict[str, Any]
) -> None:
    answer = served.client.get(path.replace("{run}", "nothing"), params=given)
    assert answer.status_code == status
    checked(described, path, status, answer.json())


def test_every_address_that_answers_in_json_is_called_here() -> None:
    called = {path for path, _ in CALLS}
    asked = {one.path for one in OPERATIONS if one.answer and one.method == "GET"}
    assert called == asked


def test_every_attempt_is_as_described(served: Served, described: dict[str, Any]) -> None:
    for name in {cell["case"] for cell in served.get("cells", limit=1000)["cells"]}:
        checked(described, "/api/v1/case", 200, served.get("case", case=name))


def test_operations_have_names_of_their_own() -> None:
    names = [operation.name for operation in OPERATIONS]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch("[a-z]+", name) for name in names)
