"""The history's folder: adding, listing, pruning, and reading through DuckDB."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

import duckdb
import msgspec
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]

from harness.errors import HarnessError
from harness.history.tables import COUNTED, SCHEMA, TABLES, Collected, collect

RECORD = "record.jsonl"
RUN = "run.json"
BLOBS = "blobs.json"
_DERIVED = f"v{SCHEMA}"  # the folder of what is made from the record by this harness
_ASIDE = ".making-"
_DAY_S = 86_400.0
_KEY_LENGTH = 16
_CHUNK = 1 << 20

# What is wrong with a file that is no record, in the user's words: it raises HarnessError.
Check = Callable[[Path], object]


@dataclass(frozen=True)
class Run:
    """A record that is kept. `started`, `finished` and `added` are ISO 8601 in UTC."""

    key: str
    run_id: str
    started: str
    finished: str | None
    complete: bool
    added: str
    command: str
    harness_version: str
    machine: Mapping[str, Any]
    settings: Mapping[str, Any]
    columns: tuple[str, ...]
    oracles: tuple[str, ...]
    cases: int
    attempts: int
    verdicts: int
    size_bytes: int
    lost_blobs: int = 0


@dataclass(frozen=True)
class Pruned:
    """What a pruning took away, or would."""

    runs: tuple[Run, ...]
    blobs: int
    bytes: int


class History:
    """Records that are kept in a folder, which need not be there yet."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._runs = folder / "runs"
        self._blobs = folder / "blobs"

    # ----------------------------------------------------------------------- adding

    def add(self, path: Path, check: Check) -> tuple[Run, bool]:
        """Keep a record; the run, and whether it is new. Raises HarnessError.

        What was added before stays as it is. An incomplete record is kept as such.
        """
        try:
            self._runs.mkdir(parents=True, exist_ok=True)
            self._sweep()
            aside = Path(tempfile.mkdtemp(prefix=_ASIDE, dir=self._runs))
        except OSError as error:
            raise self._unwritable(error) from error
        try:
            return self._add(path, aside, check)
        except OSError as error:
            raise self._unwritable(error) from error
        finally:
            shutil.rmtree(aside, ignore_errors=True)

    def _add(self, path: Path, aside: Path, check: Check) -> tuple[Run, bool]:
        try:
            source = path.open("rb")
        except OSError:
            check(path)
            raise
        with source:
            digest, size = _copied(source, aside / RECORD)
        with (aside / RECORD).open("rb") as copy:  # nobody writes to this one any more
            found, tables = _collected(copy, path, check)
        key = digest[:_KEY_LENGTH]
        final = self._runs / key
        if (known := self._read(final)) is not None:
            return known, False
        lost = self._keep_blobs(found.blobs, path.parent / "blobs")
        run = _run(key, found, size, lost)
        _derive(found, tables, run, aside / _DERIVED)
        (aside / "blobs").symlink_to(Path("..", "..", "blobs"))  # where the record's reader looks
        try:
            aside.chmod(0o755)
            aside.rename(final)
        except OSError:
            there = self._read(final)
            if there is None:
                raise
            return there, False
        return run, True

    def _keep_blobs(self, wanted: Iterable[str], source: Path) -> int:
        """Copy what is not here yet; the number of those that are not there either."""
        lost = 0
        for sha256 in wanted:
            target = self._blob(sha256)
            if target.exists():
                with suppress(OSError):
                    target.touch()  # a pruning that goes on spares what is young
                continue
            try:
                data = (source / sha256[:2] / sha256).read_bytes()
            except OSError:
                lost += 1
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            aside = target.with_name(f"{sha256}.{os.getpid()}.{threading.get_ident()}")
            aside.write_bytes(data)
            aside.replace(target)
        return lost

    def _blob(self, sha256: str) -> Path:
        return self._blobs / sha256[:2] / sha256

    def _sweep(self) -> None:
        """Remove what an interrupted adding left a day ago."""
        for left in self._runs.glob(f"{_ASIDE}*"):
            with suppress(OSError):
                if time.time() - left.stat().st_mtime > _DAY_S:
                    shutil.rmtree(left, ignore_errors=True)

    def _unwritable(self, error: OSError) -> HarnessError:
        return HarnessError(
            f"cannot write the history {self.folder}: {error.strerror or error}",
            hint="--history DIR names another folder",
        )

    # ----------------------------------------------------------------------- reading

    def runs(self) -> list[Run]:
        """Every run, the newest first; a folder that is damaged is made again or left out."""
        if not self.folder.exists():
            return []
        folders = [path for path in self._runs.glob("*") if not path.name.startswith(".")]
        found = [run for path in folders if (run := self._read(path) or self._again(path))]
        return sorted(found, key=recency, reverse=True)

    def find(self, text: str) -> Run:
        """The run that a key, the beginning of one, or a run's ID names."""
        runs = self.runs()
        found = [run for run in runs if run.run_id == text or run.key.startswith(text)]
        if len(found) == 1:
            return found[0]
        what = "there is no run" if not found else f"{len(found)} runs are"
        raise HarnessError(f"{what} {text!r} in {self.folder}", hint="harness history list")

    def record_path(self, run: Run) -> Path:
        """The record itself, which any reader of records reads with all its outputs."""
        return self._runs / run.key / RECORD

    def connect(self, runs: Sequence[Run] | None = None) -> duckdb.DuckDBPyConnection:
        """A database in memory that shows these runs, or all, as they are now.

        Tables: `runs`, and those of `tables.TABLES`, whose rows begin with the run's key.
        `latest` holds of every cell the verdict in the newest complete run that has it.
        """
        runs = self.runs() if runs is None else runs
        try:
            return self._connect(runs)
        except duckdb.Error as error:
            raise HarnessError(
                f"the tables of {self.folder} are damaged: {str(error).splitlines()[0]}",
                hint="harness history rebuild makes them again from the records",
            ) from error

    def _connect(self, runs: Sequence[Run]) -> duckdb.DuckDBPyConnection:
        database = duckdb.connect()
        database.execute("SET TimeZone = 'UTC'")
        database.register("_runs", _runs_table(runs))
        database.execute("CREATE TABLE runs AS SELECT * FROM _runs")
        for name, table in TABLES.items():
            files = [str(self._runs / run.key / _DERIVED / f"{name}.parquet") for run in runs]
            if files:
                listed = ", ".join(map(_quoted, files))
                database.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet([{listed}])")
            else:
                nothing = pa.schema([("run", pa.string()), *table.schema]).empty_table()
                database.register(f"_{name}", nothing)
                database.execute(f"CREATE TABLE {name} AS SELECT * FROM _{name}")
        database.execute(_LATEST)
        return database

    def rebuild(self, on_run: Callable[[str, Run | None], None]) -> None:
        """Make all tables again from the records; `on_run` is told each key, and None of a run
        whose record cannot be read, which keeps the tables that it has."""
        for path in sorted(self._runs.glob("*")):
            if not path.name.startswith("."):
                on_run(path.name, self._again(path))

    def _read(self, folder: Path) -> Run | None:
        """The run as it was derived; None where that is not there, or is damaged."""
        try:
            data = (folder / _DERIVED / RUN).read_bytes()
            return msgspec.json.decode(data, type=Run)
        except (OSError, ValueError):
            return None

    def _again(self, folder: Path) -> Run | None:
        """Derive anew from the record, if it is still the one that the key was made of."""
        path = folder / RECORD
        aside = Path(tempfile.mkdtemp(prefix=_ASIDE, dir=self._runs))
        try:
            with path.open("rb") as source:
                if not hashlib.file_digest(source, "sha256").hexdigest().startswith(folder.name):
                    return None
                source.seek(0)
                found = collect(source)
            lost = sum(not self._blob(sha256).exists() for sha256 in found.blobs)
            run = _run(folder.name, found, path.stat().st_size, lost)
            _derive(found, found.tables(), run, aside / _DERIVED)
            with suppress(OSError):
                (folder / _DERIVED).rename(aside / "before")
            with suppress(OSError):  # somebody else was quicker
                (aside / _DERIVED).rename(folder / _DERIVED)
            return run
        except (OSError, ValueError, OverflowError, pa.ArrowException):
            return None
        finally:
            shutil.rmtree(aside, ignore_errors=True)

    # ----------------------------------------------------------------------- pruning

    def prune(self, runs: Sequence[Run], *, pretend: bool = False) -> Pruned:
        """Take runs away, and the outputs that no other run has.

        Those that are young may belong to a run that is being added, and stay.
        """
        gone = {run.key for run in runs}
        kept: set[str] = set()
        for run in self.runs():
            if run.key not in gone:
                kept |= self._blobs_of(run)
        freed = sum(run.size_bytes for run in runs)
        for run in () if pretend else runs:
            folder = self._runs / run.key
            aside = self._runs / f"{_ASIDE}{run.key}"
            with suppress(OSError):
                folder.rename(aside)  # whole, or gone: never half a run
            shutil.rmtree(aside, ignore_errors=True)
        blobs = 0
        for path in self._blobs.glob("*/*"):
            if path.name in kept or time.time() - path.stat().st_mtime < _DAY_S / 24:
                continue
            blobs += 1
            freed += path.stat().st_size
            if not pretend:
                path.unlink(missing_ok=True)
        return Pruned(tuple(runs), blobs, freed)

    def _blobs_of(self, run: Run) -> set[str]:
        path = self._runs / run.key / _DERIVED / BLOBS
        return set(json.loads(path.read_text(encoding="utf-8")))

    # ----------------------------------------------------------------------- exporting

    def export(self, folder: Path) -> list[Path]:
        """Write every table, of all runs, as one Parquet file each."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise HarnessError(f"cannot write {folder}: {error.strerror or error}") from error
        written = []
        with self.connect() as database:
            for name in ("runs", *TABLES):
                path = folder / f"{name}.parquet"
                database.execute(f"COPY {name} TO {_quoted(str(path))} (FORMAT parquet)")
                written.append(path)
        return written


_LATEST = """
CREATE VIEW latest AS
SELECT v.*, r.started
FROM verdicts v JOIN runs r ON v.run = r.key
WHERE r.complete
QUALIFY row_number() OVER (PARTITION BY v.case, v.column ORDER BY r.rank) = 1
"""


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _copied(source: BinaryIO, target: Path) -> tuple[str, int]:
    """Copy a file; the SHA-256 of what was copied, and its size."""
    digest, size = hashlib.sha256(), 0
    with target.open("wb") as copy:
        while chunk := source.read(_CHUNK):
            digest.update(chunk)
            copy.write(chunk)
            size += len(chunk)
    return digest.hexdigest(), size


Tables = Iterable[tuple[str, pa.Table]]


def _collected(lines: Iterable[bytes], path: Path, check: Check) -> tuple[Collected, Tables]:
    """The rows of a record, when it is one and its footer counts what is there."""
    try:
        found = collect(lines)
        tables = list(found.tables())
        sound = _sound(found)
    except (ValueError, OverflowError, pa.ArrowException) as error:
        check(path)
        raise HarnessError(f"{path}: the history cannot take it in: {error}") from error
    if not sound:
        check(path)
        raise HarnessError(f"{path}: not a record")
    return found, tables


def _sound(found: Collected) -> bool:
    schema = found.header.schema
    if schema.name != "harness-record" or schema.version.split(".")[0] != "1":
        return False
    if found.footer is None:
        return True
    counted = found.footer.counts
    return all(counted.get(kind, 0) == found.counts.get(kind, 0) for kind in COUNTED)


def _run(key: str, found: Collected, size_bytes: int, lost: int) -> Run:
    header, footer = found.header, found.footer
    return Run(
        key=key,
        run_id=header.run_id,
        started=header.started,
        finished=footer.finished if footer else None,
        complete=footer is not None and footer.complete,
        added=datetime.now(UTC).isoformat(timespec="seconds"),
        command=header.command,
        harness_version=header.harness_version,
        machine=header.machine,
        settings=header.settings,
        columns=tuple(choice.candidate for choice in header.oracles),
        oracles=tuple(sorted({choice.oracle for choice in header.oracles})),
        cases=found.counts.get("case", 0),
        attempts=found.counts.get("attempt", 0),
        verdicts=found.counts.get("verdict", 0),
        size_bytes=size_bytes,
        lost_blobs=lost,
    )


def _derive(found: Collected, tables: Tables, run: Run, folder: Path) -> None:
    """Write what is made from a record; what identifies it comes last."""
    folder.mkdir()
    for name, plain in tables:
        keys = pa.array([run.key] * len(plain), type=pa.string())
        table = plain.add_column(0, "run", keys)
        pq.write_table(table, folder / f"{name}.parquet", compression="zstd")
    (folder / BLOBS).write_text(json.dumps(sorted(found.blobs)), encoding="utf-8")
    (folder / RUN).write_text(json.dumps(asdict(run)), encoding="utf-8")


def recency(run: Run) -> tuple[str, str, str, str]:
    """Orders runs; a record that was judged again is newer than what it was made from."""
    rejudged = run.settings.get("rejudged")
    when = rejudged.get("when") if isinstance(rejudged, Mapping) else None
    return run.started, str(when or ""), run.finished or "", run.key


_RUNS = pa.schema(
    [
        ("rank", pa.int64()),  # 0 is the newest
        *((name, pa.string()) for name in ("key", "run_id", "started", "finished")),
        ("complete", pa.bool_()),
        *((name, pa.string()) for name in ("added", "command", "harness_version")),
        *((name, pa.string()) for name in ("machine", "settings")),
        *((name, pa.list_(pa.string())) for name in ("columns", "oracles")),
        *((name, pa.int64()) for name in ("cases", "attempts", "verdicts", "size_bytes")),
        ("lost_blobs", pa.int64()),
    ]
)


def _runs_table(runs: Sequence[Run]) -> pa.Table:
    rows = [
        {
            **asdict(run),
            "rank": rank,
            "machine": json.dumps(run.machine),
            "settings": json.dumps(run.settings),
        }
        for rank, run in enumerate(sorted(runs, key=recency, reverse=True))
    ]
    return pa.Table.from_pylist(rows, schema=_RUNS)
