"""The history: records that are kept, to be asked about across runs and versions.

    <folder>/runs/<key>/record.jsonl     the record as it was added
    <folder>/runs/<key>/<table>.parquet  what its lines say, as columns (`tables`)
    <folder>/runs/<key>/run.json         what identifies it
    <folder>/blobs/<2 hex>/<sha256>      outputs too large for a line, shared by all runs

The key is the hash of the record's bytes, so that adding a record twice is adding it once. A
run's folder is made aside and renamed: it appears whole or not at all, and never changes.
Nothing is ever locked. A reader sees the runs that were there when it began, through DuckDB
in its own memory; a writer only adds folders.
"""

from harness.history.store import History, Pruned, Run, recency

__all__ = ["History", "Pruned", "Run", "recency"]
