"""What `harness profiles` has measured, kept as it comes, so that it can go on from there.

Everything goes by the fingerprint of its column and the hash of its script's text: what was
measured with another build or another text is not found. One journal holds what was measured
under the same conditions: oracle, limits and machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from harness.journal import Journal
from harness.model import Case, ColumnId, Signature, Status, Verdict

Times = tuple[float, float]  # seconds by the wall clock, and of CPU time
# Times by script and column; several of a script that was run several times in the round, and
# None for a run that did not end well.
Round = Mapping[str, Mapping[ColumnId, Sequence[Times | None]]]


class Measured:
    """What is known of these columns and scripts; what is added is in the journal at once.

    `columns` are fingerprints, `scripts` hashes of texts; a script that is not among them is one
    of the harness itself.
    """

    def __init__(
        self,
        journal: Journal,
        oracle: ColumnId,
        columns: Mapping[ColumnId, str],
        scripts: Mapping[str, str],
    ) -> None:
        self._journal = journal
        self._oracle = oracle
        self._columns = columns
        self._scripts = scripts
        self._rounds = 0
        self.rounds: list[Round] = []
        while (found := journal.get(_round(self._rounds))) is not None:
            self._rounds += 1
            self.rounds.append(self._known(found))

    def verdict(self, case: Case, column: ColumnId) -> Verdict | None:
        cell = self._journal.get(self._cell(case, column))
        if cell is None:
            return None
        signature = Signature("", cell["cause"]) if cell["cause"] else None
        status, compatible, strict = Status(cell["status"]), cell["compatible"], cell["strict"]
        return Verdict(
            case.id, column, self._oracle, status, compatible, strict, signature=signature
        )

    def verdicts(self, cases: Iterable[Case]) -> list[Verdict]:
        """Those that there are of these cases, in all columns."""
        found = (self.verdict(case, column) for case in cases for column in self._columns)
        return [verdict for verdict in found if verdict is not None]

    def lacking(self, cases: Iterable[Case]) -> dict[tuple[ColumnId, ...], list[Case]]:
        """The cases that are not judged everywhere, by the columns in which they are not."""
        groups: dict[tuple[ColumnId, ...], list[Case]] = {}
        for case in cases:
            missing = tuple(c for c in self._columns if self.verdict(case, c) is None)
            if missing:
                groups.setdefault(missing, []).append(case)
        return groups

    def add_verdicts(self, case: Case, verdicts: Iterable[Verdict]) -> None:
        for verdict in verdicts:
            cell = {
                "status": verdict.status.value,
                "compatible": verdict.compatible,
                "strict": verdict.strict,
                "cause": verdict.signature.text if verdict.signature else "",
            }
            self._journal.add(self._cell(case, verdict.column), cell)

    def packed(self, column: ColumnId) -> int | None:
        """Bytes of its artefact when compressed."""
        found: int | None = self._journal.get(f"packed {self._columns[column]}")
        return found

    def add_packed(self, column: ColumnId, size: int) -> None:
        self._journal.add(f"packed {self._columns[column]}", size)

    def add_round(self, times: Round) -> None:
        self.rounds.append(times)
        data = {
            name: {
                "sha256": self._scripts.get(name, ""),
                "times": {self._columns[column]: list(its) for column, its in columns.items()},
            }
            for name, columns in times.items()
        }
        self._journal.add(_round(self._rounds), data)
        self._rounds += 1

    def _cell(self, case: Case, column: ColumnId) -> str:
        return f"case {case.id} {case.sha256} {self._columns[column]}"

    def _known(self, data: Mapping[str, Any]) -> Round:
        """A round, without what is not of these columns and texts."""
        return {
            name: {
                column: [one and (one[0], one[1]) for one in its["times"][mark]]
                for column, mark in self._columns.items()
                if mark in its["times"]
            }
            for name, its in data.items()
            if its["sha256"] == self._scripts.get(name, "")
        }


def _round(number: int) -> str:
    return f"times {number}"
