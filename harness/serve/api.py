"""The questions of the API to a history, answered as plain data.

Of each column the newest complete run stands for it which is no mere part of its corpus, as
on the pages. Fields are named as in the tables (docs/history.md) and the record
(docs/record.md).
"""

from __future__ import annotations

import json
import threading
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

import duckdb

from harness.history import History, Run, recency
from harness.serve.lines import Lines
from harness.serve.parameters import cursor, place
from harness.serve.refused import Refused, Unreadable

Row = dict[str, Any]

WHOLE = 0.9  # of a column's largest run; the same as on the pages
PAGE, MOST = 100, 1000  # items of a list

# What is asked for often, in memory; what is asked for of one run or cell stays in its files.
_PREPARED = """
CREATE TABLE standing AS
WITH counted AS (
    SELECT v.run, v."column", r.rank, count(*) AS cells
    FROM verdicts v JOIN runs r ON r.key = v.run
    WHERE r.complete AND list_contains(r.columns, v."column")
    GROUP BY ALL
), whole AS (
    SELECT * FROM counted QUALIFY cells >= {whole} * max(cells) OVER (PARTITION BY "column")
)
SELECT run, "column" FROM whole
QUALIFY row_number() OVER (PARTITION BY "column" ORDER BY rank) = 1;

CREATE VIEW placed AS
SELECT v.*, c.area
FROM verdicts v LEFT JOIN cases c ON c.run = v.run AND c."case" = v."case";

CREATE TABLE cells AS
SELECT p.* FROM placed p JOIN standing s ON s.run = p.run AND s."column" = p."column"
ORDER BY p."case", p."column";

CREATE TABLE places AS
SELECT a.run, a."case", a."column", a."offset", a.length
FROM attempts a WHERE a.run IN (SELECT run FROM standing)
ORDER BY a."case", a.run, a."offset";

CREATE TABLE scripts AS
SELECT c.* FROM cases c WHERE c.run IN (SELECT run FROM standing) ORDER BY c."case";
"""
VERDICT = (
    "oracle",
    "status",
    "compatible",
    "strict",
    "classes",
    "signature_id",
    "signature",
    "masks",
    "outcome",
    "reason",
    "expectation",
    "equals",
    "version_sensitive",
)
CELL = ("run", "case", "column", "area", *VERDICT)
COUNTS = """count(*) FILTER (compatible) AS compatible, count(*) FILTER (strict) AS strict,
            count(compatible) AS judged, count(*) AS cells"""


class Tables:
    """What the history held when this was made. Used by several threads.

    Raises Refused for what is not there, Unreadable when a file is gone or damaged, and
    HarnessError when the history cannot be opened.
    """

    def __init__(self, history: History, wanted: Sequence[str] = ()) -> None:
        self._runs = history.runs()
        self._by_key = {run.key: run for run in self._runs}
        self._lines = Lines(history)
        self._database = history.connect(self._runs)
        self._of_thread = threading.local()
        for statement in _PREPARED.format(whole=WHOLE).split(";"):
            if statement.strip():
                self._execute(self._database, statement)
        if wanted:
            for table in ("standing", "cells"):
                unwanted = f'DELETE FROM {table} WHERE NOT list_contains(?, "column")'
                self._execute(self._database, unwanted, list(wanted))

    # ------------------------------------------------------------------- asking

    def _rows(self, query: str, *values: Any) -> list[Row]:
        if not hasattr(self._of_thread, "cursor"):
            self._of_thread.cursor = self._database.cursor()
        found = self._execute(self._of_thread.cursor, query, *values)
        names = [column[0] for column in found.description or ()]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]

    def _execute(
        self, database: duckdb.DuckDBPyConnection, query: str, *values: Any
    ) -> duckdb.DuckDBPyConnection:
        try:
            return database.execute(query, values)
        except duckdb.Error as error:
            line = str(error).splitlines()[0]
            raise Unreadable(
                f"the history cannot be read: {line}",
                "harness history rebuild makes its tables again from the records",
            ) from error

    # ------------------------------------------------------------------- runs

    @property
    def count(self) -> int:
        """How many runs are kept."""
        return len(self._runs)

    def runs(self, given: Mapping[str, Any]) -> Row:
        """The runs that are kept, the newest first."""
        after = place(given["cursor"], str, str, str, str)
        found = [
            run
            for run in self._runs
            if given["complete"] in (None, run.complete)
            and given["column"] in (None, *run.columns)
            and (after is None or recency(run) < after)
        ]
        listed = found[: given["limit"]]
        more = len(found) > len(listed)
        following = cursor(*recency(listed[-1])) if more else None
        return {"runs": [asdict(run) for run in listed], "next": following}

    def run(self, name: str) -> Row:
        """One run, with what became of its columns."""
        run = self._find(name)
        query = f"""
            SELECT "column", any_value(oracle) AS oracle, {COUNTS}
            FROM verdicts WHERE run = ? GROUP BY "column" ORDER BY "column"
        """
        return {**asdict(run), "counts": self._rows(query, run.key)}

    def _find(self, name: str) -> Run:
        found = [r for r in self._runs if r.run_id == name or r.key.startswith(name)]
        if len(found) != 1:
            what = "there is no run" if not found else f"{len(found)} runs are named"
            status = 404 if not found else 409
            raise Refused(status, f"{what} {name!r:.80}", "GET /api/v1/runs lists them")
        return found[0]

    # ------------------------------------------------------------------- columns

    def columns(self) -> Row:
        """Every column, by the run that stands for it."""
        query = f"""
            WITH counted AS (SELECT run, "column", {COUNTS} FROM cells GROUP BY run, "column")
            SELECT c.*, r.started, o.oracle, o.exact, n.* EXCLUDE (run, "column")
            FROM standing s
            JOIN counted n ON n.run = s.run AND n."column" = s."column"
            JOIN runs r ON r.key = s.run
            JOIN columns c ON c.run = s.run AND c."column" = s."column"
            LEFT JOIN oracles o ON o.run = s.run AND o.candidate = s."column"
            ORDER BY c."column"
        """
        statuses: dict[str, dict[str, int]] = defaultdict(dict)
        for row in self._rows('SELECT "column", status, count(*) AS n FROM cells GROUP BY ALL'):
            statuses[row["column"]][row["status"]] = row["n"]
        columns = self._rows(query)
        for row in columns:
            row["details"] = json.loads(row["details"])
            row["statuses"] = dict(sorted(statuses[row["column"]].items()))
        return {"columns": columns}

    # ------------------------------------------------------------------- cells

    def cells(self, given: Mapping[str, Any]) -> Row:
        """Cells that a filter lets through, and how many these are in all."""
        table, where = self._filtered(given)
        query = f"SELECT status, {COUNTS} FROM {table} WHERE {where.text} GROUP BY 1 ORDER BY 1"
        totals = _totals(self._rows(query, *where.values))
        if after := place(given["cursor"], str, str):
            where.add('("case", "column") > (?, ?)', *after)
        query = f"""
            SELECT {_names(CELL)} FROM {table} WHERE {where.text}
            ORDER BY "case", "column" LIMIT {given["limit"] + 1}
        """
        found = self._rows(query, *where.values)
        listed = found[: given["limit"]]
        more = len(found) > len(listed)
        return {
            "cells": listed,
            "totals": totals,
            "next": cursor(listed[-1]["case"], listed[-1]["column"]) if more else None,
        }

    def _filtered(self, given: Mapping[str, Any]) -> tuple[str, _Where]:
        where = _Where()
        for name, key in (("column", "column"), ("status", "status"), ("area", "area")):
            if given[name]:
                where.add(f'list_contains(?, "{key}")', list(given[name]))
        if given["class"]:
            where.add("list_has_any(classes, ?)", list(given["class"]))
        if given["signature"] is not None:
            where.add("signature_id = ?", given["signature"])
        if given["case"] is not None:
            where.add('contains("case", ?)', given["case"])
        if given["run"] is None:
            return "cells", where
        where.add("run = ?", self._find(given["run"]).key)
        return "placed", where

    def case(self, given: Mapping[str, Any]) -> Row:
        """One case: its cells with all attempts, and those of the oracles that judged them."""
        name, run = given["case"], given["run"]
        table, where = "cells", _Where()
        where.add('"case" = ?', name)
        if run is not None:
            table = "placed"
            where.add("run = ?", self._find(run).key)
        query = f'SELECT {_names(CELL)} FROM {table} WHERE {where.text} ORDER BY "column"'
        cells = self._rows(query, *where.values)
        keys = sorted({row["run"] for row in cells})
        if not cells:
            raise Refused(404, f"there is no case {name!r:.200}", "GET /api/v1/cells lists them")
        attempts = self._attempts("places" if run is None else "attempts", name, keys)
        for cell in cells:
            cell["attempts"] = attempts.get((cell["run"], cell["column"]), [])
        judges = sorted({(cell["run"], cell["oracle"]) for cell in cells})
        return {
            "case": self._newest_case("scripts" if run is None else "cases", name, keys),
            "cells": cells,
            "oracles": [
                {"run": key, "column": oracle, "attempts": attempts.get((key, oracle), [])}
                for key, oracle in judges
            ],
        }

    def _newest_case(self, table: str, name: str, keys: Sequence[str]) -> Row | None:
        query = f"""
            SELECT c.* FROM {table} c JOIN runs r ON r.key = c.run
            WHERE c."case" = ? AND list_contains(?, c.run) ORDER BY r.rank LIMIT 1
        """
        rows = self._rows(query, name, list(keys))
        return rows[0] if rows else None

    def _attempts(
        self, table: str, name: str, keys: Sequence[str]
    ) -> dict[tuple[str, str], list[Row]]:
        found: dict[tuple[str, str], list[Row]] = defaultdict(list)
        query = f"""
            SELECT run, "column", "offset", length FROM {table}
            WHERE "case" = ? AND list_contains(?, run) ORDER BY run, "offset"
        """
        for row in self._rows(query, name, list(keys)):
            line = self._lines.read(self._by_key[row["run"]], row["offset"], row["length"])
            del line["kind"]
            found[row["run"], row["column"]].append({**line, "offset": row["offset"]})
        return found

    def output(self, run_name: str, offset: int, stream: str) -> bytes:
        """What an attempt has written to a stream, as far as it was kept."""
        run = self._find(run_name)
        query = 'SELECT length FROM attempts WHERE run = ? AND "offset" = ?'
        rows = self._rows(query, run.key, offset)
        if not rows:
            raise Refused(404, f"run {run.key} has no attempt at {offset}", "`offset` names one")
        line = self._lines.read(run, offset, rows[0]["length"])
        return self._lines.output(run, line.get(stream))

    def history(self, given: Mapping[str, Any]) -> Row:
        """One cell in every run that has it, the newest first."""
        query = f"""
            SELECT v.run, r.started, r.complete, {_names(VERDICT, "v.")}
            FROM verdicts v JOIN runs r ON r.key = v.run
            WHERE v."case" = ? AND v."column" = ? ORDER BY r.rank
        """
        rows = self._rows(query, given["case"], given["column"])
        if not rows:
            raise Refused(404, "no run has this cell", "GET /api/v1/cells lists them")
        return {"case": given["case"], "column": given["column"], "runs": rows}

    # ------------------------------------------------------------------- causes

    def causes(self, given: Mapping[str, Any]) -> Row:
        """What fails alike, by how many scripts it stops."""
        where = _Where()
        where.add("signature_id IS NOT NULL")
        where.add("list_contains(?, status)", list(given["status"] or ("fail",)))
        for name in ("column", "area"):
            if given[name]:
                where.add(f'list_contains(?, "{name}")', list(given[name]))
        after = place(given["cursor"], int, str)
        having = "WHERE scripts < ? OR (scripts = ? AND signature_id > ?)" if after else ""
        place_values = (after[0], after[0], after[1]) if after else ()
        query = f"""
            SELECT * FROM (
                SELECT signature_id, min(signature) AS signature,
                       count(DISTINCT "case") AS scripts, count(*) AS cells,
                       list_sort(list_distinct(list("column"))) AS columns,
                       list_sort(list_distinct(flatten(list(classes)))) AS classes,
                       min("case") AS example
                FROM cells WHERE {where.text} GROUP BY signature_id
            ) {having}
            ORDER BY scripts DESC, signature_id LIMIT {given["limit"] + 1}
        """
        found = self._rows(query, *where.values, *place_values)
        listed = found[: given["limit"]]
        more = len(found) > len(listed)
        following = cursor(listed[-1]["scripts"], listed[-1]["signature_id"]) if more else None
        return {"causes": listed, "next": following}


class _Where:
    """Conditions that all hold, with the values of their question marks."""

    def __init__(self) -> None:
        self._conditions: list[str] = []
        self.values: list[Any] = []

    def add(self, condition: str, *values: Any) -> None:
        self._conditions.append(condition)
        self.values += values

    @property
    def text(self) -> str:
        return " AND ".join(self._conditions) or "true"


def _totals(by_status: Sequence[Row]) -> Row:
    """What cells come to in all, from their counts by status."""
    names = ("compatible", "strict", "judged", "cells")
    sums: Row = {name: sum(row[name] for row in by_status) for name in names}
    return {**sums, "statuses": {row["status"]: row["cells"] for row in by_status}}


def _names(names: Iterable[str], table: str = "") -> str:
    return ", ".join(f'{table}"{name}"' for name in names)
