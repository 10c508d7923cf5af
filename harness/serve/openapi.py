"""Every address of the API: what it takes and gives, as the routes and the description need it.

Rows are described by the tables that they come from, so that names and types are theirs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]

from harness import __version__
from harness.history.tables import TABLES
from harness.model import Divergence, Status
from harness.serve.api import CELL, MOST, PAGE, VERDICT
from harness.serve.imports import NDJSON, TAR
from harness.serve.parameters import Kind, Parameter

Schema = dict[str, Any]

ROOT = "/api/v1"


@dataclass(frozen=True)
class Operation:
    """One address and method. `answer` names a schema; None is raw bytes."""

    name: str
    path: str
    about: str
    answer: str | None
    parameters: Sequence[Parameter] = ()
    failures: Sequence[int] = ()
    method: str = "GET"


_STATUSES = tuple(status.value for status in Status)
_CURSOR = Parameter("cursor", "where a list goes on: `next` of the answer before")
_LIMIT = Parameter(
    "limit", f"items at most, {PAGE} unless told", Kind.WHOLE, most=MOST, default=PAGE
)
_RUN = Parameter("run", "a run: its key, the beginning of it, or its ID")
_COLUMNS = Parameter("column", "a column; given again, any of them", many=True)
_AREAS = Parameter("area", "an area; given again, any of them", many=True)
_STATUS = Parameter("status", "given again, any of them", many=True, choices=_STATUSES)

OPERATIONS = (
    Operation("state", f"{ROOT}/state", "What is served, and whether it is of now.", "State"),
    Operation(
        "runs",
        f"{ROOT}/runs",
        "The runs that are kept, the newest first.",
        "Runs",
        (
            Parameter("complete", "only these", Kind.FLAG, choices=("true", "false")),
            Parameter("column", "only runs that have this column"),
            _LIMIT,
            _CURSOR,
        ),
        (400,),
    ),
    Operation(
        "run",
        f"{ROOT}/runs/{{run}}",
        "One run, and what became of its columns.",
        "RunWithCounts",
        failures=(404, 409),
    ),
    Operation(
        "output",
        f"{ROOT}/runs/{{run}}/attempts/{{offset}}/{{stream}}",
        "The bytes that an attempt has written, as far as they were kept.",
        None,
        failures=(404, 409),
    ),
    Operation(
        "columns",
        f"{ROOT}/columns",
        "Every column, by the newest complete run of it that is no mere part of its corpus.",
        "Columns",
    ),
    Operation(
        "cells",
        f"{ROOT}/cells",
        "Cells of these runs, or of one run, by case and column.",
        "Cells",
        (
            _COLUMNS,
            _STATUS,
            _AREAS,
            Parameter(
                "class",
                "a class of difference; given again, any of them",
                many=True,
                choices=tuple(divergence.value for divergence in Divergence),
            ),
            Parameter("signature", "the ID of a signature"),
            Parameter("case", "a part of the case's ID"),
            _RUN,
            _LIMIT,
            _CURSOR,
        ),
        (400, 404, 409),
    ),
    Operation(
        "case",
        f"{ROOT}/case",
        "One case: its cells with every attempt, and the attempts of their oracles.",
        "CaseWithCells",
        (Parameter("case", "the case's ID, in full", required=True), _RUN),
        (400, 404, 409),
    ),
    Operation(
        "history",
        f"{ROOT}/history",
        "One cell in every run that has it, the newest first.",
        "CellHistory",
        (
            Parameter("case", "the case's ID, in full", required=True),
            Parameter("column", "the column", required=True),
        ),
        (400, 404),
    ),
    Operation(
        "causes",
        f"{ROOT}/causes",
        "What fails alike, by how many scripts it stops; of cells that fail unless told.",
        "Causes",
        (_COLUMNS, _AREAS, _STATUS, _LIMIT, _CURSOR),
        (400,),
    ),
    Operation(
        "add",
        f"{ROOT}/runs",
        "Keep a record: a JSON Lines file, or a tar of record.jsonl and blobs/.",
        "Run",
        failures=(401, 403, 413, 415, 422),
        method="POST",
    ),
    Operation("openapi", "/api/openapi.json", "This description.", "Description"),
)

# ------------------------------------------------------------------------- schemas

TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "integer"}
FLAG: Schema = {"type": "boolean"}
TEXTS: Schema = {"type": "array", "items": TEXT}
OBJECT: Schema = {"type": "object"}
COUNTS: Schema = {"type": "object", "additionalProperties": NUMBER}
_NEXT: Schema = {"type": ["string", "null"], "description": "the cursor of what follows"}

# Columns of tables that always have a value.
_ALWAYS = {"run", "case", "column", "oracle", "status", "sha256", "engine", "version", "profile"}
_ALWAYS |= {"runtime", "target", "python", "fingerprint"}


def _object(properties: Mapping[str, Schema]) -> Schema:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(name: str) -> Schema:
    return {"type": "array", "items": {"$ref": f"#/components/schemas/{name}"}}


def _of_table(table: str, names: Sequence[str] | None = None) -> dict[str, Schema]:
    known = {"run": TEXT, **{field.name: _typed(field) for field in TABLES[table].schema}}
    return {name: known[name] for name in names or known}


def _typed(field: pa.Field) -> Schema:
    if pa.types.is_list(field.type):
        return TEXTS
    if pa.types.is_boolean(field.type):
        kind = "boolean"
    elif pa.types.is_integer(field.type):
        kind = "integer"
    else:
        kind = "number" if pa.types.is_floating(field.type) else "string"
    return {"type": kind if field.name in _ALWAYS else [kind, "null"]}


_OPTIONAL_TEXT: Schema = {"type": ["string", "null"]}
_COUNTED = {"compatible": NUMBER, "strict": NUMBER, "judged": NUMBER, "cells": NUMBER}
_RUN_FIELDS: dict[str, Schema] = {
    "key": TEXT,
    "run_id": TEXT,
    "started": TEXT,
    "finished": _OPTIONAL_TEXT,
    "complete": FLAG,
    "added": TEXT,
    "command": TEXT,
    "harness_version": TEXT,
    "machine": OBJECT,
    "settings": OBJECT,
    "columns": TEXTS,
    "oracles": TEXTS,
    "cases": NUMBER,
    "attempts": NUMBER,
    "verdicts": NUMBER,
    "size_bytes": NUMBER,
    "lost_blobs": NUMBER,
}
_CELL_FIELDS: dict[str, Schema] = {
    **_of_table("verdicts", [name for name in CELL if name != "area"]),
    "area": _OPTIONAL_TEXT,
}
_VERDICT_FIELDS = _of_table("verdicts", VERDICT)
_ATTEMPT: Schema = {
    "type": "object",
    "description": "The line of the record (docs/record.md), with `offset`, where it stands.",
    "properties": {
        "case": TEXT,
        "column": TEXT,
        "role": {"enum": ["oracle", "candidate", "timing"]},
        "repeat": NUMBER,
        "seed": NUMBER,
        "outcome": TEXT,
        "offset": NUMBER,
    },
    "required": ["case", "column", "role", "repeat", "seed", "outcome", "offset"],
}

SCHEMAS: dict[str, Schema] = {
    "Error": _object({"error": TEXT, "hint": _OPTIONAL_TEXT}),
    "State": _object(
        {"runs": NUMBER, "harness_version": TEXT, "imports": FLAG, "problem": _OPTIONAL_TEXT}
    ),
    "Run": _object(_RUN_FIELDS),
    "Runs": _object({"runs": _list("Run"), "next": _NEXT}),
    "RunWithCounts": _object(
        {
            **_RUN_FIELDS,
            "counts": {
                "type": "array",
                "items": _object({"column": TEXT, "oracle": TEXT, **_COUNTED}),
            },
        }
    ),
    "Column": _object(
        {
            **_of_table("columns"),
            "details": OBJECT,
            "started": TEXT,
            "oracle": _OPTIONAL_TEXT,
            "exact": {"type": ["boolean", "null"]},
            **_COUNTED,
            "statuses": COUNTS,
        }
    ),
    "Columns": _object({"columns": _list("Column")}),
    "Cell": _object(_CELL_FIELDS),
    "Cells": _object(
        {
            "cells": _list("Cell"),
            "totals": _object({**_COUNTED, "statuses": COUNTS}),
            "next": _NEXT,
        }
    ),
    "Attempt": _ATTEMPT,
    "CaseWithCells": _object(
        {
            "case": {"anyOf": [_object(_of_table("cases")), {"type": "null"}]},
            "cells": {
                "type": "array",
                "items": _object({**_CELL_FIELDS, "attempts": _list("Attempt")}),
            },
            "oracles": {
                "type": "array",
                "items": _object({"run": TEXT, "column": TEXT, "attempts": _list("Attempt")}),
            },
        }
    ),
    "CellHistory": _object(
        {
            "case": TEXT,
            "column": TEXT,
            "runs": {
                "type": "array",
                "items": _object(
                    {"run": TEXT, "started": TEXT, "complete": FLAG, **_VERDICT_FIELDS}
                ),
            },
        }
    ),
    "Cause": _object(
        {
            "signature_id": TEXT,
            "signature": _OPTIONAL_TEXT,
            "scripts": NUMBER,
            "cells": NUMBER,
            "columns": TEXTS,
            "classes": TEXTS,
            "example": TEXT,
        }
    ),
    "Causes": _object({"causes": _list("Cause"), "next": _NEXT}),
    "Description": OBJECT,
}

_IN_PATH: dict[str, Schema] = {
    "run": TEXT,
    "offset": {"type": "integer", "minimum": 0},
    "stream": {"enum": ["stdout", "stderr"]},
}
_WHY = {
    400: "a parameter is unknown, wrong or lacking",
    401: "the token is missing or wrong",
    403: "this server takes no records",
    404: "there is no such thing",
    409: "the name fits several runs",
    413: "it is too large",
    415: "Content-Type is none of those that are taken",
    422: "it is no record, or a damaged one",
    421: "the name in Host is not served",
    503: "the history cannot be read now",
}


def description() -> Schema:
    """The whole API, as OpenAPI 3.1."""
    paths: dict[str, Schema] = {}
    for operation in OPERATIONS:
        paths.setdefault(operation.path, {})[operation.method.lower()] = _described(operation)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "harness: a history of runs",
            "version": __version__,
            "description": "Cells, causes and records under CPython and RustPython.",
        },
        "paths": paths,
        "components": {
            "schemas": SCHEMAS,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _described(operation: Operation) -> Schema:
    failures = sorted({*operation.failures, 421, 503})
    answers = {"200": _answer(operation), **{str(code): _failure(code) for code in failures}}
    described: Schema = {
        "operationId": operation.name,
        "summary": operation.about,
        "responses": answers,
    }
    in_path = [
        {"name": name, "in": "path", "required": True, "schema": schema}
        for name, schema in _IN_PATH.items()
        if f"{{{name}}}" in operation.path
    ]
    if parameters := [*in_path, *map(_parameter, operation.parameters)]:
        described["parameters"] = parameters
    if operation.method == "POST":
        answers["201"] = {**_answer(operation), "description": "it is kept"}
        answers["200"]["description"] = "it was kept already"
        described["security"] = [{"token": []}]
        kinds = (NDJSON, *TAR)
        described["requestBody"] = {"required": True, "content": {kind: {} for kind in kinds}}
    return described


def _answer(operation: Operation) -> Schema:
    if operation.answer is None:
        return {"description": "as they were written", "content": {"application/octet-stream": {}}}
    schema = {"$ref": f"#/components/schemas/{operation.answer}"}
    return {"description": "found", "content": {"application/json": {"schema": schema}}}


def _failure(code: int) -> Schema:
    schema = {"$ref": "#/components/schemas/Error"}
    return {"description": _WHY[code], "content": {"application/json": {"schema": schema}}}


def _parameter(parameter: Parameter) -> Schema:
    schema: Schema = {"type": parameter.kind.value}
    if parameter.choices and parameter.kind is Kind.TEXT:
        schema["enum"] = list(parameter.choices)
    if parameter.kind is Kind.WHOLE:
        schema |= {"minimum": 1, "maximum": parameter.most, "default": parameter.default}
    if parameter.many:
        schema = {"type": "array", "items": schema}
    return {
        "name": parameter.name,
        "in": "query",
        "required": parameter.required,
        "description": parameter.about,
        "schema": schema,
    }
