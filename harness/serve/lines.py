"""One line of a record, and the bytes of an output, from where the history keeps them."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from typing import Any

from harness.history import History, Run
from harness.serve.refused import Refused, Unreadable


class Lines:
    """Reads single lines of records that are kept."""

    def __init__(self, history: History) -> None:
        self._history = history

    def read(self, run: Run, offset: int, length: int) -> dict[str, Any]:
        """The line that stands there; raises Unreadable when the record is another one."""
        try:
            with self._history.record_path(run).open("rb") as file:
                file.seek(offset)
                line = json.loads(file.read(length))
        except (OSError, ValueError, RecursionError) as error:
            raise Unreadable(
                f"the record of run {run.key} cannot be read", "it is gone or damaged"
            ) from error
        if not isinstance(line, dict) or "kind" not in line:
            raise Unreadable(f"the record of run {run.key} is damaged")
        return line

    def output(self, run: Run, output: Any) -> bytes:
        """The bytes that an attempt's `stdout` or `stderr` stands for."""
        if not isinstance(output, dict):
            return b""
        if isinstance(output.get("text"), str):
            return str(output["text"]).encode("utf-8", "surrogatepass")
        if isinstance(output.get("base64"), str):
            return base64.b64decode(output["base64"])
        if isinstance(output.get("sha256"), str):
            return self._blob(run, output["sha256"])
        return b""

    def _blob(self, run: Run, sha256: str) -> bytes:
        data = None
        if re.fullmatch("[0-9a-f]{64}", sha256):
            folder = self._history.record_path(run).parent / "blobs"
            try:
                data = (folder / sha256[:2] / sha256).read_bytes()
            except OSError:
                data = None
        if data is None or hashlib.sha256(data).hexdigest() != sha256:
            raise Refused(404, "this output is not kept", "its record came without its blobs")
        return data
