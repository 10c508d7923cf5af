"""Records: what is written is read back, and damage is told from a run cut short."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from harness.errors import HarnessError
from harness.model import Divergence, Outcome, Output, Phases, Record, Role, Status
from harness.record import INLINE_BYTES, RecordWriter, StoredOutput, read_record, write_record
from tests import factory
from tests.factory import NATIVE, ORACLE, attempt, case, header, output, raised, seen, verdict

SCHEMA = json.loads(
    (Path(__file__).parent.parent / "docs" / "record.schema.json").read_text(encoding="utf-8")
)
BIG = b"line\n" * 1000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "run.jsonl"


def lines_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def with_path(record: Record, path: Path) -> Record:
    return replace(record, path=path)


# --------------------------------------------------------------------------- there and back


def test_a_rich_record_comes_back_equal(path: Path) -> None:
    record = factory.rich()
    write_record(path, record)
    assert read_record(path) == with_path(record, path)


def test_every_field_of_an_observation_comes_back(path: Path) -> None:
    inner = raised("json.decoder.JSONDecodeError", "lone \ud800 and \udcff", "f", notes=("n",))
    exception = replace(
        raised("ExceptionGroup", "", "main"),
        message=None,
        cause=inner,
        context=inner,
        suppress_context=True,
        exceptions=(inner, inner),
    )
    observation = seen(
        Outcome.RAISED,
        exception=exception,
        signal=9,
        limit="memory",
        phases=Phases(1, 0, None, 4),
        cpu_ns=0,
        peak_bytes=5,
        scratch="/tmp/\udcff",
        error="ours",
        stderr=output(b"\xff\x00", 70),
    )
    made = replace(
        attempt("a/b.py", NATIVE, observation, 2), role=Role.TIMING, full=True, perturbation="clock"
    )
    write_record(path, factory.record([case("a/b.py", tags=("x",), needs=("files",))], [made]))
    record = read_record(path)
    assert record.attempts == (made,)
    assert record.cases[0].tags == ("x",)


@pytest.mark.parametrize("data", [b"", b"x", b"\xff" * INLINE_BYTES, b"\xc3\xa4" * 512])
def test_small_outputs_stand_in_the_line(path: Path, data: bytes) -> None:
    write_record(path, factory.record([], [attempt("a", NATIVE, seen(stdout=data))]))
    assert not (path.parent / "blobs").exists()
    assert read_record(path).attempts[0].observation.stdout == output(data)


def test_large_outputs_are_shared_blobs_read_when_asked_for(path: Path) -> None:
    runs = [attempt("a", NATIVE, seen(stdout=BIG, stderr=output(BIG, 9999)), n) for n in (0, 1)]
    write_record(path, factory.record([], runs))
    blobs = [file for file in (path.parent / "blobs").rglob("*") if file.is_file()]
    assert [blob.read_bytes() for blob in blobs] == [BIG]
    assert blobs[0].parent.name == blobs[0].name[:2]
    stdout = read_record(path).attempts[0].observation.stdout
    assert isinstance(stdout, StoredOutput)
    assert "data" not in vars(stdout)
    assert stdout == output(BIG)
    assert output(BIG) == stdout
    assert stdout != output(BIG + b"x")
    assert hash(stdout) == hash(output(BIG))
    assert read_record(path).attempts[1].observation.stderr.cut


@pytest.mark.parametrize("damage", ["missing", "changed"])
def test_a_blob_that_is_not_at_hand_is_an_output_cut_short(path: Path, damage: str) -> None:
    write_record(path, factory.record([], [attempt("a", NATIVE, seen(stdout=BIG))]))
    (blob,) = (file for file in (path.parent / "blobs").rglob("*") if file.is_file())
    blob.unlink() if damage == "missing" else blob.write_bytes(b"?" * len(BIG))
    stdout = read_record(path).attempts[0].observation.stdout
    assert (stdout.data, stdout.size, stdout.cut) == (b"", len(BIG), True)


def test_a_blob_of_a_wrong_size_is_written_again(path: Path) -> None:
    record = factory.record([], [attempt("a", NATIVE, seen(stdout=BIG))])
    write_record(path, record)
    (blob,) = (file for file in (path.parent / "blobs").rglob("*") if file.is_file())
    blob.write_bytes(b"")
    write_record(path, record)
    assert blob.read_bytes() == BIG


# --------------------------------------------------------------------------- the schema


def strict(schema: Any) -> Any:
    """The schema with every object closed, so that no undocumented key is written."""
    if isinstance(schema, list):
        return [strict(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {key: strict(value) for key, value in schema.items()}
    if "properties" in schema and schema.get("type") == "object":
        closed["additionalProperties"] = False
    return closed


def test_every_line_written_fits_the_schema(path: Path) -> None:
    record = factory.rich()
    extra = attempt("x", NATIVE, seen(stdout=BIG, phases=Phases(1, 2, 3, 4), cpu_ns=4, signal=1))
    write_record(path, replace(record, attempts=(*record.attempts, extra)))
    validator = jsonschema.Draft202012Validator(strict(SCHEMA))
    lines = lines_of(path)
    for line in lines:
        validator.validate(line)
    kinds = {line["kind"] for line in lines}
    assert kinds == {"header", "case", "attempt", "verdict", "timing", "startup", "footer"}


def test_the_schema_is_valid_and_names_every_member() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    named = {name: SCHEMA["$defs"][name]["enum"] for name in ("status", "outcome", "divergence")}
    assert named == {
        "status": [status.value for status in Status],
        "outcome": [outcome.value for outcome in Outcome],
        "divergence": [divergence.value for divergence in Divergence],
    }


def test_the_schema_refuses_an_output_given_twice() -> None:
    line = {"kind": "attempt", "case": "a", "column": "p@1", "role": "oracle", "repeat": 0}
    line |= {"seed": 0, "outcome": "ok", "stdout": {"size": 1, "text": "a", "base64": "YQ=="}}
    assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(line)


# --------------------------------------------------------------------------- writing


def test_each_line_is_in_the_file_at_once_and_no_footer_means_incomplete(path: Path) -> None:
    with RecordWriter(path, header()) as writer:
        writer.add_case(case("a/b.py"))
        assert [line["kind"] for line in lines_of(path)] == ["header", "case"]
    record = read_record(path)
    assert (record.complete, record.finished) == (False, None)
    assert record.cases == (case("a/b.py"),)


def test_the_footer_counts_lines_and_statuses(path: Path) -> None:
    with RecordWriter(path, header(rules=3)) as writer:
        writer.add_verdict(verdict("a", NATIVE))
        writer.add_verdict(verdict("b", NATIVE, Status.FAIL))
        writer.add_verdict(verdict("c", NATIVE))
        writer.finish(finished="then")
    *lines, footer = lines_of(path)
    assert footer["counts"] == {"header": 1, "verdict": 3}
    assert footer["statuses"] == {"pass": 2, "fail": 1}
    assert [line.get("rules") for line in lines] == [None, 3, 3, 3]
    record = read_record(path)
    assert (record.complete, record.finished) == (True, "then")


def test_an_error_of_the_run_leaves_what_was_written(path: Path) -> None:
    def run() -> None:
        with RecordWriter(path, header()) as writer:
            writer.add_case(case("a"))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run()
    assert len(read_record(path).cases) == 1


def test_threads_do_not_mix_their_lines(path: Path) -> None:
    def work(name: str) -> None:
        for repeat in range(50):
            data = f"{repeat}".encode() * 600
            writer.add_attempt(attempt(name, NATIVE, seen(stdout=data), repeat))

    with RecordWriter(path, header()) as writer:
        threads = [threading.Thread(target=work, args=(name,)) for name in "abcd"]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        writer.finish()
    attempts = read_record(path).attempts
    assert len(attempts) == 200
    assert all(a.observation.stdout.data == f"{a.repeat}".encode() * 600 for a in attempts)


# In a process of its own: a limit in this one would also bind what the tests print.
FULL_DISK = """
import resource, sys
from pathlib import Path
from harness.errors import HarnessError
from harness.record import RecordWriter
from tests.factory import NATIVE, attempt, case, header, seen

path, part = Path(sys.argv[1]), sys.argv[2]
resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))
with RecordWriter(path, header()) as writer:
    for number in range(50 if part == "cases" else 1):
        try:
            if part == "cases":
                writer.add_case(case(f"corpus/a/case_{number}.py"))
            else:
                writer.add_attempt(attempt("a", NATIVE, seen(stdout=b"line\\n" * 1000)))
        except HarnessError as error:
            print(error)
"""


def on_a_full_disk(path: Path, part: str) -> list[str]:
    """Write where files cannot grow beyond 4000 bytes, a full disk as far as a writer can
    tell; the messages of the errors."""
    command = [sys.executable, "-c", FULL_DISK, str(path), part]
    root = Path(__file__).parent.parent
    ended = subprocess.run(
        command, cwd=root, stdout=subprocess.PIPE, text=True, timeout=60, check=True
    )
    return ended.stdout.splitlines()


def test_a_full_disk_is_one_error_and_what_was_written_stays_readable(path: Path) -> None:
    errors = on_a_full_disk(path, "cases")
    assert len(set(errors)) == 1
    assert errors[0].startswith(f"cannot write {path}: ")
    record = read_record(path)
    assert len(record.cases) == 50 - len(errors)
    assert path.read_bytes().endswith(b"}\n")


def test_a_blob_that_cannot_be_written_leaves_nothing_behind(path: Path) -> None:
    (error,) = on_a_full_disk(path, "blob")
    assert "blobs" in error
    assert not [file for file in (path.parent / "blobs").rglob("*") if file.is_file()]
    assert read_record(path).attempts == ()


def test_a_record_is_overwritten_and_another_file_is_not(path: Path) -> None:
    write_record(path, factory.record([case("old")], []))
    write_record(path, factory.record([case("new")], []))
    assert [c.id for c in read_record(path).cases] == ["new"]
    script = path.with_name("script.py")
    script.write_text("print('mine')\n")
    with pytest.raises(HarnessError, match="not overwritten"):
        RecordWriter(script, header())
    assert script.read_text() == "print('mine')\n"


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(HarnessError, match=r"cannot write .*run\.jsonl"):
        RecordWriter(tmp_path / "file" / "run.jsonl", header())


# --------------------------------------------------------------------------- reading


@pytest.fixture
def lines(path: Path) -> list[bytes]:
    """The lines of a good record with one case, one attempt and a footer."""
    write_record(path, factory.record([case("a")], [attempt("a", ORACLE)]))
    return path.read_bytes().splitlines(keepends=True)


def test_wherever_a_record_is_cut_it_is_read_as_incomplete(path: Path, lines: list[bytes]) -> None:
    whole = b"".join(lines)
    for end in range(len(lines[0]), len(whole) - 1, 7):
        path.write_bytes(whole[:end])
        record = read_record(path)
        assert not record.complete
        assert len(record.cases) == (end >= len(lines[0]) + len(lines[1]) - 1)
    path.write_bytes(whole[:-1])
    assert read_record(path).complete


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "1: not a record: it is empty"),
        (b"print('hello')\n", "1: not a record: its first line is not JSON"),
        (b"\xff\xfe\x00", "1: not a record: its first line is not JSON"),
        (b"[1]\n", "1: not a record: its first line is no header"),
        (b'{"kind": "case"}\n', "1: not a record: its first line is no header"),
        (b'{"schema": {"name": "other", "version": "1.0"}}\n', "1: not a record"),
        (b'{"schema": {"name": "harness-record", "version": "2.0"}}\n', "1: version 2.0"),
        (b"[" * 100_000, "1: not a record: its first line is not JSON"),
    ],
)
def test_what_is_no_record_is_refused(path: Path, content: bytes, message: str) -> None:
    path.write_bytes(content)
    with pytest.raises(HarnessError) as caught:
        read_record(path)
    assert caught.value.message.startswith(f"{path}:{message}")
    assert caught.value.hint


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (b'{"kind":"case","id"\n', "not JSON"),
        (b"\x00\x00\n", "not JSON"),
        (b"7\n", "not an object"),
        (b'{"id":"x"}\n', "no key 'kind'"),
        (b'{"kind":"header","schema":{}}\n', "a second header"),
        (b'{"kind":"case"}\n', "no key 'id'"),
        (b'{"kind":"case","id":7}\n', "id: 7 has the wrong type"),
        (b'{"kind":"case","id":"x","size":true}\n', "size: True has the wrong type"),
        (b'{"kind":"case","id":"x","tags":[1]}\n', "tags: not a list of texts"),
        (b'{"kind":"verdict","case":"a","column":"?","oracle":"?"}\n', "not a column ID"),
    ],
)
def test_damage_in_the_middle_names_its_line(
    path: Path, lines: list[bytes], damage: bytes, message: str
) -> None:
    path.write_bytes(b"".join([lines[0], damage, *lines[1:]]))
    with pytest.raises(HarnessError) as caught:
        read_record(path)
    assert caught.value.message.startswith(f"{path}:2: the record is damaged: ")
    assert message in caught.value.message


def test_a_blob_name_cannot_lead_elsewhere(path: Path, lines: list[bytes]) -> None:
    evil = json.loads(lines[2]) | {"stdout": {"size": 9, "sha256": "../../../etc/passwd"}}
    path.write_bytes(b"".join([*lines[:2], json.dumps(evil).encode() + b"\n"]))
    with pytest.raises(HarnessError, match="sha256: not 64 hexadecimal digits"):
        read_record(path)


def test_a_lost_line_and_lines_after_the_footer_are_damage(path: Path, lines: list[bytes]) -> None:
    path.write_bytes(b"".join([lines[0], *lines[2:]]))
    with pytest.raises(HarnessError, match="the footer counts 1 case lines, there are 0"):
        read_record(path)
    path.write_bytes(b"".join([*lines, lines[1]]))
    with pytest.raises(HarnessError, match="a line after the footer"):
        read_record(path)


def test_other_minor_versions_unknown_keys_and_kinds_are_read(
    path: Path, lines: list[bytes]
) -> None:
    data = [json.loads(line) | {"later": [1]} for line in lines]
    data[0]["schema"]["version"] = "1.9"
    data.insert(2, {"kind": "weather", "sun": True})
    path.write_text("\n\n".join(map(json.dumps, data)) + "\n")
    record = read_record(path)
    assert record.complete
    assert [a.observation.stdout for a in record.attempts] == [Output(b"hi\n", 3)]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    for path in (tmp_path / "none.jsonl", tmp_path):
        with pytest.raises(HarnessError, match="cannot read the record") as caught:
            read_record(path)
        assert caught.value.hint
