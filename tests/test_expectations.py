"""Files of expectations: what is read, what is refused, and that edits touch nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from harness.errors import HarnessError
from harness.expect import When
from harness.expectations import Acceptance, accept, file_name, read_expectations
from harness.model import ColumnId, Divergence, Signature, Status, Verdict
from tests import factory
from tests.factory import NATIVE, WASM

FILE = "rustpython@0.6.0.yaml"
GOOD = "- case: a/x.py\n  signature: 012345678901\n  reason: r\n"


def put(folder: Path, text: str, name: str = FILE) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "column", ["rustpython@0.6.0", "rustpython@0.6.0/wasmtime", "rustpython@main:size/wasmtime"]
)
def test_a_columns_file_name_is_reversible(column: str, tmp_path: Path) -> None:
    name = file_name(ColumnId.parse(column))
    assert "/" not in name
    put(tmp_path, GOOD, name)
    (entry,) = read_expectations(tmp_path)
    assert str(entry.column) == column


def test_every_key_is_read(tmp_path: Path) -> None:
    put(
        tmp_path,
        "# a comment\n"
        "- case: [a/x.py, 'a/y*.py']\n"
        "  signature:\n"
        "    - 012345678901  # digits alone are no number\n"
        "    - 12345e678901\n"
        "  class: stdout\n"
        "  status: flaky\n"
        '  when: {version: ">=0.5,<0.7", target: native, profile: [default, size]}\n'
        "  reason: one\n"
        "    sentence\n"
        "  link: https://example.org/1\n"
        "  expires: 2027-01-31\n",
        "rustpython.yaml",
    )
    (entry,) = read_expectations(tmp_path)
    assert entry.cases == ("a/x.py", "a/y*.py")
    assert entry.signatures == ("012345678901", "12345e678901")
    assert entry.classes == (Divergence.STDOUT,)
    assert entry.status is Status.FLAKY
    assert entry.when == When(">=0.5,<0.7", ("native",), ("default", "size"))
    assert (entry.reason, entry.link) == ("one sentence", "https://example.org/1")
    assert entry.expires == date(2027, 1, 31)
    assert (entry.engine, entry.column) == ("rustpython", None)
    assert entry.where == f"{tmp_path}/rustpython.yaml:2"


def test_an_empty_file_and_other_files_say_nothing(tmp_path: Path) -> None:
    put(tmp_path, "# nothing so far\n")
    put(tmp_path, "anything", "README.md")
    assert read_expectations(tmp_path) == ()


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("case: x\n", 1, "expected a list of entries"),
        ("- x\n", 1, "expected an entry with keys and values"),
        (f"{GOOD}  sig: 1\n", 4, "unknown key 'sig'"),
        (f"{GOOD}  reasn: 1\n", 4, "did you mean 'reason'?"),
        (f"{GOOD}  reason: again\n", 4, "'reason' is given twice"),
        ("\n- case: x\n  class: stdout\n", 2, "an entry without 'reason'"),
        ("- class: stdout\n  reason: r\n", 1, "an entry without 'case'"),
        ("- case: x\n  reason: r\n", 1, "an entry says how the cases fail"),
        ("- case: x\n  class: stdout\n  reason:\n", 3, "reason is a text"),
        ("- case: []\n  class: stdout\n  reason: r\n", 1, "case is an empty list"),
        ("- case: {a: b}\n  class: stdout\n  reason: r\n", 1, "case is a text or a list of texts"),
        ("- case: x\n  class: stdot\n  reason: r\n", 2, "did you mean 'stdout'?"),
        ("- case: x\n  class: stderr\n  reason: r\n", 2, "class 'stderr': expected one of stdout,"),
        ("- case: x\n  status: xfail\n  reason: r\n", 2, "expected one of fail, flaky"),
        ("- case: x\n  signature: abc\n  reason: r\n", 2, "12 hexadecimal digits"),
        (f"{GOOD}  expires: soon\n", 4, "expires 'soon' is no date"),
        (f"{GOOD}  when: 0.6\n", 4, "when has conditions: version, target, profile"),
        (f"{GOOD}  when:\n    versoin: '1'\n", 5, "unknown condition 'versoin'"),
        (f"{GOOD}  when: {{version: new}}\n", 4, "expected a range"),
        (f"{GOOD}  when: {{target: wasm}}\n", 4, "expected one of native, wasm32-wasip1"),
        ("- case: [x\n", 2, "not YAML"),
        ("- case: \x00\n", 1, "not YAML"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(
    text: str, line: int, what: str, tmp_path: Path
) -> None:
    put(tmp_path, text)
    with pytest.raises(HarnessError) as caught:
        read_expectations(tmp_path)
    first = caught.value.message.split("\n")[0]
    assert first.startswith(f"{tmp_path}/{FILE}:{line}: ")
    assert what in first
    assert "case, signature, class, status, when, reason, link, expires" in (
        caught.value.hint or ""
    )


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("rustpython@.yaml", "is not a column ID"),
        ("rustpython@0.6.0:size.yaml", "the file's name is rustpython@0.6.0%3Asize.yaml"),
        ("rustpython@0.6.0.yml", "the file's name ends with .yaml"),
        ("a b.yaml", "is no column and no engine"),
    ],
)
def test_a_file_whose_name_is_no_column(name: str, what: str, tmp_path: Path) -> None:
    put(tmp_path, GOOD, name)
    with pytest.raises(HarnessError, match="1: ") as caught:
        read_expectations(tmp_path)
    assert what in caught.value.message


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(HarnessError, match="cannot read the expectations in"):
        read_expectations(tmp_path / "none")


# --------------------------------------------------------------------------- accepting

HOW = Acceptance(reason="it is known")
ONE, OTHER = "111111111111", "222222222222"


def failing(case: str, signature: str = ONE, column: ColumnId = NATIVE) -> Verdict:
    made = factory.verdict(case, column, Status.FAIL, classes=(Divergence.STDOUT,))
    return replace(made, signature=Signature(signature, f"stdout: {signature}\n\x1b"))


def passing(case: str) -> Verdict:
    return factory.verdict(case, NATIVE, Status.PASS)


def accepted(folder: Path, *verdicts: Verdict, how: Acceptance = HOW) -> str:
    for edit in accept(folder, verdicts, how):
        edit.write()
    read_expectations(folder)
    return (folder / FILE).read_text(encoding="utf-8")


def test_cells_with_one_cause_become_one_entry(tmp_path: Path) -> None:
    cells = (failing("a/y.py"), failing("a/x.py"), failing("a/z.py", OTHER))
    assert accepted(tmp_path, *cells) == (
        "- case:\n"
        "    - a/x.py\n"
        "    - a/y.py\n"
        "  signature: '111111111111'  # stdout: 111111111111\\n\\x1b\n"
        "  reason: it is known\n"
        "\n"
        "- case: a/z.py\n"
        "  signature: '222222222222'  # stdout: 222222222222\\n\\x1b\n"
        "  reason: it is known\n"
    )


def test_each_column_has_its_file(tmp_path: Path) -> None:
    edits = accept(tmp_path, [failing("a/x.py"), failing("a/x.py", column=WASM)], HOW)
    assert [edit.path.name for edit in edits] == [FILE, "rustpython@0.6.0%2Fwasmtime.yaml"]


def test_all_that_can_be_said_of_an_entry_is_written(tmp_path: Path) -> None:
    reason = "a: 'long' reason " * 12 + "# end"
    how = Acceptance(reason, "https://example.org/#1", date(2027, 1, 31), by_class=True)
    accepted(tmp_path, failing("a/ -x: [1]#.py"), how=how)
    (entry,) = read_expectations(tmp_path)
    assert entry.cases == ("a/ -x: [1]#.py",)
    assert (entry.signatures, entry.classes) == ((), (Divergence.STDOUT,))
    assert (entry.reason, entry.link) == (reason, "https://example.org/#1")
    assert entry.expires == date(2027, 1, 31)


def test_a_flaky_cell_is_expected_to_be_flaky(tmp_path: Path) -> None:
    accepted(tmp_path, replace(failing("a/x.py"), status=Status.FLAKY))
    (entry,) = read_expectations(tmp_path)
    assert (entry.status, entry.classes, entry.signatures) == (
        Status.FLAKY,
        (Divergence.STDOUT,),
        (),
    )


HAND_WRITTEN = """\
# Ours, ä hand-written.

-   reason:  "it is known"   # odd blanks
    signature:   [ '111111111111' ]
    case:        # the cases
    - a/b.py     # why b
    # about c
    - a/c.py

# about d
- case: a/d.py   # d
  signature: '222222222222'
  reason: another

# between
- {case: [a/e.py, a/f.py], class: stdout, reason: in one line}
# the end
"""


def test_a_case_joins_the_entry_that_expects_just_that(tmp_path: Path) -> None:
    put(tmp_path, HAND_WRITTEN)
    expected = HAND_WRITTEN.replace("    - a/c.py\n", "    - a/c.py\n    - a/n.py\n")
    assert accepted(tmp_path, failing("a/n.py")) == expected


def test_what_is_expected_already_is_not_written_again(tmp_path: Path) -> None:
    put(tmp_path, HAND_WRITTEN)
    assert accept(tmp_path, [failing("a/b.py")], HOW) == []


@pytest.mark.parametrize(
    ("case", "old", "new"),
    [
        ("a/b.py", "    - a/b.py     # why b\n", ""),
        ("a/c.py", "    - a/c.py\n", ""),
        ("a/e.py", "[a/e.py, a/f.py]", "[a/f.py]"),
        ("a/f.py", "[a/e.py, a/f.py]", "[a/e.py, ]"),
        (
            "a/d.py",
            "\n# about d\n- case: a/d.py   # d\n  signature: '222222222222'\n  reason: another\n",
            "\n# about d\n",
        ),
    ],
)
def test_a_case_that_passes_leaves_and_every_other_line_stays(
    case: str, old: str, new: str, tmp_path: Path
) -> None:
    put(tmp_path, HAND_WRITTEN)
    assert accepted(tmp_path, passing(case)) == HAND_WRITTEN.replace(old, new)


def test_a_case_that_fails_otherwise_moves(tmp_path: Path) -> None:
    put(tmp_path, HAND_WRITTEN)
    text = accepted(tmp_path, failing("a/d.py", ONE))
    assert "    - a/c.py\n    - a/d.py\n" in text
    assert "another" not in text
    assert all(line in text for line in HAND_WRITTEN.splitlines() if line.startswith("# "))


def test_a_scalar_becomes_a_list_and_keeps_its_comment(tmp_path: Path) -> None:
    put(tmp_path, f"- case: a/x.py  # x\n  signature: '{ONE}'\n  reason: it is known\n")
    assert accepted(tmp_path, failing("a/y.py")).startswith(
        "- case:\n    - a/y.py\n    - a/x.py  # x\n"
    )


def test_a_file_without_a_last_line_end(tmp_path: Path) -> None:
    put(tmp_path, "- case: a/x.py\n  class: panic\n  reason: r")
    accepted(tmp_path, failing("a/y.py"))
    assert [entry.cases for entry in read_expectations(tmp_path)] == [("a/x.py",), ("a/y.py",)]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("[{case: a/x.py, class: panic, reason: r}]\n", "a list in brackets is not edited"),
        ("- &a\n  case: &b a/x.py\n  class: panic\n  reason: *b\n", "cannot be edited safely"),
        ("- case: x\n", "an entry without 'reason'"),
    ],
)
def test_a_layout_that_is_not_understood_is_left_alone(
    text: str, what: str, tmp_path: Path
) -> None:
    put(tmp_path, text)
    with pytest.raises(HarnessError, match=what):
        accept(tmp_path, [failing("a/x.py"), failing("a/y.py")], HOW)
    assert (tmp_path / FILE).read_text() == text
