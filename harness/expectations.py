"""Expectations as YAML: one file for each column, read with lines and edited in place.

A file's name is the column's ID, percent-encoded, as `rustpython@0.6.0%2Fwasmtime.yaml`; one
named by an engine alone, `rustpython.yaml`, is for all of its columns. docs/expectations.md
describes the keys. What is edited keeps every other character of the file, comments included.
"""

from __future__ import annotations

import difflib
import os
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import yaml
from packaging.specifiers import InvalidSpecifier, SpecifierSet

from harness.errors import HarnessError
from harness.expect import Expectation, When
from harness.model import NATIVE, WASM_TARGET, ColumnId, Divergence, Status, Verdict

SUFFIX = ".yaml"
_KEYS = ("case", "signature", "class", "status", "when", "reason", "link", "expires")
_CONDITIONS = ("version", "target", "profile")
# The milder ones never name a cell that fails.
_CLASSES = tuple(d.value for d in Divergence if d.severity >= Divergence.STDOUT.severity)
_STATUSES = (Status.FAIL.value, Status.FLAKY.value)
_SIGNATURE = re.compile(r"[0-9a-f]{12}")
_ENGINE = re.compile(r"[A-Za-z0-9._+-]+")
_HINT = f"an entry's keys: {', '.join(_KEYS)}; docs/expectations.md describes them"

_YamlLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # C is 10 times faster


def file_name(column: ColumnId) -> str:
    """The name of the file with a column's expectations."""
    return quote(str(column), safe="@+") + SUFFIX


def read_expectations(folder: Path) -> tuple[Expectation, ...]:
    """All entries of the files in `folder`, by file name, then as they stand.

    Raises HarnessError with a line (`file:line: what`) for each thing that is wrong.
    """
    try:
        names = sorted(entry.name for entry in folder.iterdir())
    except OSError as error:
        raise HarnessError(
            f"cannot read the expectations in {folder}: {error.strerror}",
            hint="name a folder with one YAML file for each column",
        ) from error
    found: list[Expectation] = []
    complaints: list[str] = []
    for path in (folder / name for name in names if name.endswith((SUFFIX, ".yml"))):
        parsed = _read(path)
        found += [entry.expectation for entry in parsed.entries]
        complaints += parsed.complaints
    if complaints:
        raise HarnessError("\n".join(complaints), hint=_HINT)
    return tuple(found)


# --------------------------------------------------------------------------- reading a file


@dataclass(frozen=True)
class _Entry:
    expectation: Expectation
    node: yaml.MappingNode


@dataclass(frozen=True)
class _Parsed:
    text: str
    entries: tuple[_Entry, ...]
    complaints: tuple[str, ...]
    flow: bool = False  # the list itself is written as [...]


def _read(path: Path) -> _Parsed:
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise HarnessError(f"cannot read {path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise HarnessError(f"{path}: it is not UTF-8 text") from error
    return _parse(path, text)


def _parse(path: Path, text: str) -> _Parsed:
    reader = _Reader(path)
    try:
        node = yaml.compose(text, Loader=_YamlLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        return _Parsed(text, (), (f"{path}:{line}: not YAML: {error.problem}",))
    except yaml.YAMLError as error:
        return _Parsed(text, (), (f"{path}:1: not YAML: {error}",))
    entries = reader.entries(node)
    flow = node is not None and bool(getattr(node, "flow_style", False))
    return _Parsed(text, tuple(entries), tuple(reader.complaints), flow)


class _Reader:
    """The entries of one file, and what is wrong with them."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.complaints: list[str] = []
        self.engine, self.column = self._scope()

    def _scope(self) -> tuple[str, ColumnId | None]:
        """What the file's name says that it is about."""
        name = unquote(self.path.stem)
        if self.path.suffix != SUFFIX:
            self.complaints.append(f"{self.path}:1: the file's name ends with {SUFFIX}")
        if "@" not in name:
            if not _ENGINE.fullmatch(name):
                self.complaints.append(f"{self.path}:1: {name!r} is no column and no engine")
            return name, None
        try:
            column = ColumnId.parse(name)
        except ValueError as error:
            self.complaints.append(f"{self.path}:1: the file's name: {error}")
            return name, None
        if self.path.suffix == SUFFIX and file_name(column) != self.path.name:
            self.complaints.append(f"{self.path}:1: the file's name is {file_name(column)}")
        return column.engine, column

    def complain(self, node: yaml.Node, what: str) -> None:
        self.complaints.append(f"{self.path}:{node.start_mark.line + 1}: {what}")

    def entries(self, node: yaml.Node | None) -> list[_Entry]:
        if node is None:
            return []
        if not isinstance(node, yaml.SequenceNode):
            self.complain(node, "expected a list of entries, each beginning with '- '")
            return []
        return [entry for item in node.value if (entry := self.entry(item))]

    def entry(self, node: yaml.Node) -> _Entry | None:
        if not isinstance(node, yaml.MappingNode):
            self.complain(node, "expected an entry with keys and values")
            return None
        before = len(self.complaints)
        values = self.keys(node, _KEYS, "key")
        found = Expectation(
            cases=self.texts(values, "case"),
            reason=self.text(values, "reason"),
            engine=self.engine,
            column=self.column,
            signatures=self.texts(values, "signature", _signature_fault),
            classes=tuple(
                Divergence(name)
                for name in self.texts(values, "class", _among(_CLASSES))
                if name in _CLASSES
            ),
            status=self.status(values),
            when=self.when(values),
            link=self.text(values, "link"),
            expires=self.date(values, "expires"),
            where=f"{self.path}:{node.start_mark.line + 1}",
        )
        for key in ("case", "reason"):
            if key not in values:
                self.complain(node, f"an entry without {key!r}")
        if not values.keys() & {"signature", "class", "status"}:
            self.complain(
                node, "an entry says how the cases fail: 'signature', 'class' or 'status'"
            )
        return _Entry(found, node) if len(self.complaints) == before else None

    def keys(self, node: yaml.MappingNode, known: Sequence[str], noun: str) -> dict[str, yaml.Node]:
        values: dict[str, yaml.Node] = {}
        for key, value in node.value:
            name = str(key.value)
            if name not in known:
                self.complain(key, f"unknown {noun} {name!r}{_suggest(name, known)}")
            elif name in values:
                self.complain(key, f"{name!r} is given twice")
            values[name] = value
        return values

    def text(self, values: Mapping[str, yaml.Node], key: str) -> str:
        node = values.get(key)
        if node is None:
            return ""
        if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
            self.complain(node, f"{key} is a text")
            return ""
        return " ".join(str(node.value).split())

    def texts(
        self,
        values: Mapping[str, yaml.Node],
        key: str,
        fault: Callable[[str], str] = lambda text: "",
    ) -> tuple[str, ...]:
        """A text, or a list of some; `fault` says what is wrong with one."""
        node = values.get(key)
        if node is None:
            return ()
        items = node.value if isinstance(node, yaml.SequenceNode) else [node]
        found = []
        for item in items:
            if not isinstance(item, yaml.ScalarNode) or not item.value.strip():
                self.complain(item, f"{key} is a text or a list of texts")
            elif what := fault(item.value):
                self.complain(item, f"{key} {item.value!r}: {what}")
            else:
                found.append(str(item.value))
        if not items:
            self.complain(node, f"{key} is an empty list")
        return tuple(found)

    def status(self, values: Mapping[str, yaml.Node]) -> Status:
        if "status" not in values:
            return Status.FAIL
        text = self.text(values, "status")
        if text and (what := _among(_STATUSES)(text)):
            self.complain(values["status"], f"status {text!r}: {what}")
        return Status(text) if text in _STATUSES else Status.FAIL

    def when(self, values: Mapping[str, yaml.Node]) -> When:
        node = values.get("when")
        if node is None:
            return When()
        if not isinstance(node, yaml.MappingNode):
            self.complain(node, f"when has conditions: {', '.join(_CONDITIONS)}")
            return When()
        given = self.keys(node, _CONDITIONS, "condition")
        version = ",".join(self.texts(given, "version", _version_fault))
        targets = self.texts(given, "target", _among((NATIVE, WASM_TARGET)))
        return When(version or None, targets, self.texts(given, "profile"))

    def date(self, values: Mapping[str, yaml.Node], key: str) -> date | None:
        text = self.text(values, key)
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            self.complain(values[key], f"{key} {text!r} is no date; write it as 2027-01-31")
            return None


def _among(known: Sequence[str]) -> Callable[[str], str]:
    def fault(text: str) -> str:
        return "" if text in known else f"expected one of {', '.join(known)}{_suggest(text, known)}"

    return fault


def _suggest(text: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(text, known, 1)
    return f"; did you mean {near[0]!r}?" if near else ""


def _signature_fault(text: str) -> str:
    return "" if _SIGNATURE.fullmatch(text) else "expected the ID of a cause, 12 hexadecimal digits"


def _version_fault(text: str) -> str:
    try:
        SpecifierSet(text)
    except InvalidSpecifier:
        return 'expected a range, as ">=0.5,<0.7"'
    return ""


# --------------------------------------------------------------------------- accepting cells


@dataclass(frozen=True)
class Acceptance:
    """Why cells are accepted as they are; `by_class` expects their class, not their cause."""

    reason: str = ""
    link: str = ""
    expires: date | None = None
    by_class: bool = False


@dataclass(frozen=True)
class Edit:
    """What a file is to hold in place of what it holds."""

    path: Path
    before: str
    after: str

    @property
    def diff(self) -> list[str]:
        """The change as a unified diff; [] when there is none."""
        sides = (self.before.splitlines(), self.after.splitlines())
        return list(difflib.unified_diff(*sides, str(self.path), str(self.path), lineterm=""))

    def write(self) -> None:
        """Write the file, whole or not at all; raises HarnessError when that fails."""
        part = self.path.with_name(f".{self.path.name}.{os.getpid()}")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(self.after.encode("utf-8"))
            part.replace(self.path)
        except OSError as error:
            part.unlink(missing_ok=True)
            raise HarnessError(f"cannot write {self.path}: {error.strerror}") from error


def accept(folder: Path, verdicts: Sequence[Verdict], how: Acceptance) -> list[Edit]:
    """The edits after which these cells, FAIL, FLAKY or PASS, are as expected.

    A failing cell is added to the entry that expects just this for the same reason, else to a
    new one; a case leaves the entries of its column that no longer tell the truth of it.
    """
    by_column: dict[ColumnId, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        by_column[verdict.column].append(verdict)
    edits = [_accept(folder, column, by_column[column], how) for column in sorted(by_column)]
    return [edit for edit in edits if edit.before != edit.after]


def _accept(folder: Path, column: ColumnId, verdicts: Sequence[Verdict], how: Acceptance) -> Edit:
    path = folder / file_name(column)
    parsed = _read(path) if path.exists() else _Parsed("", (), ())
    if parsed.complaints:
        raise HarnessError("\n".join(parsed.complaints), hint=_HINT)
    leaving = [_leaving(entry.expectation, verdicts) for entry in parsed.entries]
    joining: list[list[str]] = [[] for _ in parsed.entries]
    fresh: list[tuple[Expectation, str]] = []
    for wanted, comment in _wanted(column, verdicts, how):
        new = tuple(c for c in wanted.cases if not _expected(c, wanted, parsed.entries))
        same = (i for i, e in enumerate(parsed.entries) if _same(e.expectation, wanted))
        index = next(same, None)
        if index is not None:
            joining[index] += new
        elif new:
            fresh.append((replace(wanted, cases=new), comment))
    after = _edited(path, parsed, leaving, joining, fresh)
    intended = [
        replace(entry.expectation, cases=cases)
        for entry, out, add in zip(parsed.entries, leaving, joining, strict=True)
        if (cases := (*(c for c in entry.expectation.cases if c not in out), *add))
    ]
    _check(path, after, [*intended, *(entry for entry, _ in fresh)])
    return Edit(path, parsed.text, after)


def _leaving(entry: Expectation, verdicts: Iterable[Verdict]) -> set[str]:
    """The cases that the entry names and no longer tells the truth of."""
    named = [verdict for verdict in verdicts if entry.names(verdict.case)]
    return {
        verdict.case
        for verdict in named
        if (
            entry.status is not Status.FLAKY
            if verdict.status is Status.PASS
            else not entry.describes(verdict)
        )
    }


def _wanted(
    column: ColumnId, verdicts: Iterable[Verdict], how: Acceptance
) -> list[tuple[Expectation, str]]:
    """One entry for each way in which the cells fail, with the text of its cause."""
    groups: dict[tuple[Any, ...], list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        if verdict.status is not Status.PASS:
            groups[_way(verdict, how.by_class)].append(verdict)
    found = []
    for (status, signatures, classes), cells in groups.items():
        cases = tuple(sorted(cell.case for cell in cells))
        entry = Expectation(cases, how.reason, column.engine, column, signatures, classes, status)
        signature = cells[0].signature
        comment = signature.text if signature and signatures else ""
        found.append((replace(entry, link=how.link, expires=how.expires), comment))
    return found


def _way(
    verdict: Verdict, by_class: bool
) -> tuple[Status, tuple[str, ...], tuple[Divergence, ...]]:
    if verdict.status is Status.FLAKY:
        return Status.FLAKY, (), verdict.classes[:1]
    if verdict.signature and not by_class:
        return Status.FAIL, (verdict.signature.id,), ()
    return Status.FAIL, (), verdict.classes[:1]


def _same(entry: Expectation, wanted: Expectation) -> bool:
    """Whether they differ in their cases alone."""
    return replace(entry, cases=(), where="") == replace(wanted, cases=(), where="")


def _expected(case: str, wanted: Expectation, entries: Sequence[_Entry]) -> bool:
    return any(_same(e.expectation, wanted) and e.expectation.covers(case) for e in entries)


def _check(path: Path, text: str, intended: Sequence[Expectation]) -> None:
    """The text must say what is meant, however its author laid it out."""
    parsed = _parse(path, text)
    said = [_essence(entry.expectation) for entry in parsed.entries]
    if parsed.complaints or said != [_essence(entry) for entry in intended]:
        raise HarnessError(
            f"{path}: its layout is one that cannot be edited safely",
            hint="write the entry by hand; docs/expectations.md describes it",
        )


def _essence(entry: Expectation) -> Expectation:
    return replace(entry, cases=tuple(sorted(entry.cases)), where="")


# --------------------------------------------------------------------------- editing text

_Splice = tuple[int, int, str]  # from, to, and what comes there


def _edited(
    path: Path,
    parsed: _Parsed,
    leaving: Sequence[Collection[str]],
    joining: Sequence[Sequence[str]],
    fresh: Sequence[tuple[Expectation, str]],
) -> str:
    if parsed.flow:
        raise HarnessError(
            f"{path}:1: a list in brackets is not edited",
            hint="write its entries as lines that begin with '- '",
        )
    text = parsed.text
    splices: list[_Splice] = []
    for entry, out, add in zip(parsed.entries, leaving, joining, strict=True):
        splices += _entry_splices(text, entry, out, add)
    for start, end, new in sorted(splices, reverse=True):
        text = text[:start] + new + text[end:]
    if fresh and text and not text.endswith("\n"):
        text += "\n"
    for expectation, comment in fresh:
        text += ("\n" if text else "") + entry_text(expectation, comment)
    return text


def _entry_splices(
    text: str, entry: _Entry, out: Collection[str], add: Sequence[str]
) -> list[_Splice]:
    if not out and not add:
        return []
    if not add and set(entry.expectation.cases) <= set(out):
        return [_whole_entry(text, entry.node)]
    key, node = next(pair for pair in entry.node.value if pair[0].value == "case")
    if isinstance(node, yaml.ScalarNode):
        kept = [] if node.value in out else [node.value]
        return [_scalar_splice(text, key, node, [*add, *kept])]
    items = [(item, item.value in out) for item in node.value]
    splice = _flow_splices if node.flow_style else _block_splices
    return splice(text, node, items, add)


def _whole_entry(text: str, node: yaml.Node) -> _Splice:
    """All of its lines; what stands above it, as comments, stays."""
    start = text.rfind("\n", 0, text.rfind("-", 0, node.start_mark.index)) + 1
    end = _line_end(text, _last_index(node))
    if text[:start].endswith("\n\n"):
        start -= 1
    return start, end, ""


def _last_index(node: yaml.Node) -> int:
    """Where the last thing in it ends; the node's own end may lie behind comments."""
    if isinstance(node, yaml.MappingNode) and node.value and not node.flow_style:
        return _last_index(node.value[-1][1])
    if isinstance(node, yaml.SequenceNode) and node.value and not node.flow_style:
        return _last_index(node.value[-1])
    return node.end_mark.index


def _line_end(text: str, index: int) -> int:
    """The start of the next line; a node that ends with its line's end is on that line."""
    found = text.find("\n", max(0, index - 1))
    return len(text) if found < 0 else found + 1


def _scalar_splice(text: str, key: yaml.Node, node: yaml.Node, names: Sequence[str]) -> _Splice:
    start, end = node.start_mark.index, node.end_mark.index
    if len(names) == 1:
        return start, end, scalar(names[0])
    start = len(text[:start].rstrip(" "))
    indent = " " * (key.start_mark.column + 2)
    return start, end, "".join(f"\n{indent}- {scalar(name)}" for name in names)


def _block_splices(
    text: str,
    node: yaml.SequenceNode,
    items: Sequence[tuple[yaml.Node, bool]],
    add: Sequence[str],
) -> list[_Splice]:
    """Whole lines; an item and the comment behind it are one."""
    splices = []
    for item, out in items:
        if out:
            start = text.rfind("\n", 0, item.start_mark.index) + 1
            splices.append((start, _line_end(text, _last_index(item)), ""))
    if add:
        indent = " " * node.start_mark.column
        at = _line_end(text, _last_index(node))
        lead = "" if text[:at].endswith("\n") else "\n"
        splices.append((at, at, lead + "".join(f"{indent}- {scalar(name)}\n" for name in add)))
    return splices


def _flow_splices(
    text: str,
    node: yaml.SequenceNode,
    items: Sequence[tuple[yaml.Node, bool]],
    add: Sequence[str],
) -> list[_Splice]:
    """An item goes with the comma and the blanks behind it."""
    splices = []
    for item, out in items:
        if out:
            start, end = item.start_mark.index, item.end_mark.index
            comma = re.compile(r"\s*,[ \t]*").match(text, end)
            splices.append((start, comma.end() if comma else end, ""))
    if add:
        first = node.start_mark.index + 1
        splices.append((first, first, "".join(f"{_quoted(name)}, " for name in add)))
    return splices


def entry_text(entry: Expectation, comment: str = "") -> str:
    """An entry as lines of YAML; `comment` stands behind its signature."""
    lines = ["- case:", *(f"    - {scalar(name)}" for name in entry.cases)]
    if len(entry.cases) == 1:
        lines = [f"- case: {scalar(entry.cases[0])}"]
    if entry.signatures:
        note = f"  # {_printable(comment)}" if comment else ""
        lines.append(f"  signature: {_one_or_list(entry.signatures)}{note}")
    if entry.classes:
        lines.append(f"  class: {_one_or_list([item.value for item in entry.classes])}")
    if entry.status is Status.FLAKY or not (entry.signatures or entry.classes):
        lines.append(f"  status: {entry.status.value}")
    lines += [f"  {line}" for line in _folded("reason", entry.reason)]
    if entry.link:
        lines.append(f"  link: {scalar(entry.link)}")
    if entry.expires:
        lines.append(f"  expires: {entry.expires.isoformat()}")
    return "\n".join(lines) + "\n"


def _one_or_list(values: Sequence[str]) -> str:
    if len(values) == 1:
        return scalar(values[0])
    return f"[{', '.join(map(_quoted, values))}]"


def scalar(text: str) -> str:
    """A text as YAML in one line, quoted where it must be."""
    dumped = yaml.safe_dump(text, allow_unicode=True, width=float("inf"))
    return dumped.removesuffix("...\n").strip()


def _quoted(text: str) -> str:
    """For a list in brackets, where commas and brackets end a plain text."""
    return scalar(text) if re.fullmatch(r"[\w./@+-]+", scalar(text)) else _in_quotes(text)


def _in_quotes(text: str) -> str:
    dumped = yaml.safe_dump(text, allow_unicode=True, width=float("inf"), default_style='"')
    return str(dumped).strip()


def _folded(key: str, text: str) -> list[str]:
    dumped = yaml.safe_dump({key: text}, allow_unicode=True, width=94)
    return str(dumped).rstrip("\n").split("\n")


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
