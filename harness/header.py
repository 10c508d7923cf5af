"""The settings that are written as YAML: headers of scripts, side files, `corpus.yaml`.

A complaint is one line, `file:line: what is wrong`, with the line in the file as the user
sees it. All complaints are collected; nothing here raises for bad input.
"""

from __future__ import annotations

import base64
import binascii
import difflib
import math
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from harness.model import CAPABILITIES, CaseFile, CompareOptions

MARKER = "# harness:"

_YamlLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # C is 10 times faster
_NEWLINE = re.compile(r"\r\n|\r|\n")  # Python's line ends; str.splitlines knows more
_NEAR_MARKER = re.compile(r"#+\s*harness\s*:", re.IGNORECASE)
_BLOCK_LINE = re.compile(r"#(   .*|\s*)")
_INDENT_RULE = f"its lines are YAML, indented by at least two spaces more than '{MARKER}'"


@dataclass(frozen=True)
class Header:
    """The settings of one script, named as their keys, with their defaults.

    `args` is (small, full), full None when only one list is given. `files` is None when the
    key is not given, which is not the same as none.
    """

    description: str = ""
    tags: tuple[str, ...] = ()
    argv: tuple[str, ...] = ()
    stdin: bytes = b""
    env: Mapping[str, str] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    timeout: float | None = None
    args: tuple[tuple[str, ...], tuple[str, ...] | None] = ((), None)
    files: tuple[CaseFile, ...] | None = None
    compare: CompareOptions = field(default_factory=CompareOptions)
    raises: str | None = None
    skip: str | None = None


@dataclass(frozen=True)
class CorpusSettings:
    """What `corpus.yaml` says of the folder that it stands in."""

    name: str | None = None
    description: str = ""
    exclude: tuple[str, ...] = ()


def read_header(
    script: Path, text: str, side_file: Path | None, root: Path
) -> tuple[Header, list[str]]:
    """The settings of `script`, whose decoded content is `text`, and the complaints.

    `side_file` is the file beside it that may hold them instead. Files that are named must lie
    below `root`. With complaints, the settings are incomplete.
    """
    source = _Source(shown(script), "header key", script, root)
    block = _find_block(text, source)
    if side_file is None:
        return _settings(source, block), source.errors
    side = _Source(shown(side_file), "header key", script, root)
    if block is not None:
        side.errors.append(
            f"{side.label}:1: {source.label}:{source.first_line - 1} has a header too; keep one"
        )
    return _settings(side, _read_text(side_file, side)), source.errors + side.errors


def read_corpus_settings(path: Path) -> tuple[CorpusSettings, list[str]]:
    """What the file `corpus.yaml` at `path` says, and the complaints."""
    source = _Source(shown(path), "key", path, path.parent)
    node = source.compose(_read_text(path, source) or "")
    readers = {"name": _root_name, "description": _text, "exclude": _texts}
    values = source.values(node, readers) if node else {}
    return CorpusSettings(**values), source.errors


def shown(path: Path | str) -> str:
    """`path` as messages show it: relative when it is below the working directory."""
    relative = os.path.relpath(path)
    return str(path) if relative.startswith(os.pardir + os.sep) else relative


def nearest(wanted: str, known: Iterable[str]) -> str | None:
    """That one of `known` which is most like `wanted`, if any is."""
    near = difflib.get_close_matches(wanted, list(known), 1)
    return near[0] if near else None


def suggest(wanted: str, known: Iterable[str]) -> str:
    """`; did you mean 'x'?` with the nearest of `known`, or nothing."""
    near = nearest(wanted, known)
    return f"; did you mean {near!r}?" if near else ""


def place(name: str, source: Path) -> Iterator[CaseFile]:
    """The file `source`, or all that is below that folder, to be put under `name`.

    In sorted order. Left out: `__pycache__`, links to folders (they may loop), and what is
    neither file nor folder. A folder without anything in it is given as a folder.
    Raises OSError for a folder that cannot be read.
    """
    if not source.is_dir():
        yield CaseFile(name, source=source)
        return
    folders = [(name, str(source))]
    while folders:
        prefix, folder = folders.pop()
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
        if not entries:
            yield CaseFile(prefix, source=Path(folder))
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.name != "__pycache__":
                    folders.append((f"{prefix}/{entry.name}", entry.path))
            elif entry.is_file():
                yield CaseFile(f"{prefix}/{entry.name}", source=Path(entry.path))


# --------------------------------------------------------------------------- the text


def _find_block(text: str, source: _Source) -> str | None:
    """The YAML text of the header in `text`, None without one; sets the source's first line."""
    if "harness" not in text.lower():
        return None
    lines = _NEWLINE.split(text)
    start = _find_marker(lines, source)
    if start is None:
        return None
    end = start
    while end < len(lines) and _BLOCK_LINE.fullmatch(lines[end]):
        end += 1
    source.first_line = start + 1
    if end < len(lines) and lines[end].startswith(("#  ", "#\t", "# \t")):
        source.complain(end - start, f"this line of the header is indented wrongly: {_INDENT_RULE}")
    elif not any(line.strip("# \t") for line in lines[start:end]):
        source.complain(-1, f"the header is empty: {_INDENT_RULE}")
    return "".join(line[1:] + "\n" for line in lines[start:end])


def _find_marker(lines: list[str], source: _Source) -> int | None:
    """The index of the line after the marker, looked for above the first line of code."""
    for index, line in enumerate(lines):
        if line.rstrip() == MARKER:
            return index + 1
        comment = line.strip()
        if comment and not comment.startswith("#"):
            return None
        if _NEAR_MARKER.fullmatch(comment):
            source.complain(index, f"a header's first line must be exactly {MARKER!r}")
            return None
    return None


def _read_text(path: Path, source: _Source) -> str | None:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        source.complain(0, "not UTF-8; save it as UTF-8")
    except OSError as exc:
        source.complain(0, f"cannot be read: {exc.strerror}")
    return None


def _settings(source: _Source, text: str | None) -> Header:
    node = source.compose(text) if text is not None else None
    return Header(**source.values(node, _READERS)) if node else Header()


# --------------------------------------------------------------------------- YAML with lines


@dataclass
class _Source:
    """A file with YAML in it, and the complaints about it. `first_line` counts from 1."""

    label: str
    what: str
    script: Path
    root: Path
    first_line: int = 1
    errors: list[str] = field(default_factory=list)

    def complain(self, where: yaml.Node | int, message: str) -> None:
        """Note `message` at a node, or at a line of the YAML text, counted from 0."""
        line = where if isinstance(where, int) else where.start_mark.line
        self.errors.append(f"{self.label}:{self.first_line + line}: {message}")

    def wrong(self, node: yaml.Node, key: str, expected: str) -> None:
        """Note that the value of `key` is not what is expected."""
        self.complain(node, f"{self.what} {key!r} must be {expected}, not {_show(node)}")

    def compose(self, text: str) -> yaml.Node | None:
        """The document's node, None when it is empty or no YAML."""
        last = text.rstrip().count("\n")
        try:
            node: yaml.Node | None = yaml.compose(text, Loader=_YamlLoader)
            return node
        except yaml.MarkedYAMLError as exc:
            mark = exc.problem_mark or exc.context_mark
            line = min(mark.line, last) if mark else 0
            problem = str(exc.problem or exc.context)
            if "mapping values" in problem:
                problem += " (quote a text with ': ' in it)"
            self.complain(line, f"not valid YAML: {problem}")
        except yaml.YAMLError as exc:  # a character that YAML does not allow
            self.complain(0, f"not valid YAML: {str(exc).splitlines()[0]}")
        return None

    def values(self, node: yaml.Node, readers: Mapping[str, _Reader]) -> dict[str, Any]:
        """Key to value as its reader made it, without what was complained about."""
        if not isinstance(node, yaml.MappingNode):
            self.complain(node, f"expected lines of 'key: value', not {_show(node)}")
            return {}
        values = {}
        for key, value in self.pairs(node, known=readers):
            errors = len(self.errors)
            read = readers[key](self, key, value)
            if len(self.errors) == errors:
                values[key] = read
        return values

    def pairs(
        self, node: yaml.MappingNode, *, known: Iterable[str] | None = None, below: str = ""
    ) -> Iterator[tuple[str, yaml.Node]]:
        """The keys that are known (None: all are) with their values; `below` is their parent."""
        first: dict[str, int] = {}
        prefix = f"{below}." if below else ""
        for key_node, value in node.value:
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else None
            line = self.first_line + key_node.start_mark.line
            if key is None:
                self.complain(key_node, f"a key must be text, not {_show(key_node)}")
            elif known is not None and key not in known:
                self.complain(key_node, f"{self.what} {prefix + key!r} {_unknown(key, known)}")
            elif key in first:
                message = f"is given twice; line {first[key]} has it already"
                self.complain(key_node, f"{self.what} {prefix + key!r} {message}")
            else:
                first[key] = line
                yield key, value


_Reader = Callable[[_Source, str, yaml.Node], Any]


def _unknown(key: str, known: Iterable[str]) -> str:
    near = suggest(key.lower(), known)
    return f"is not known{near or '; known are: ' + ', '.join(known)}"


def _show(node: yaml.Node) -> str:
    if isinstance(node, yaml.MappingNode):
        return "a mapping"
    if isinstance(node, yaml.SequenceNode):
        return "a list"
    return repr(node.value) if node.value else "empty"


# --------------------------------------------------------------------------- readers of values


def _text(source: _Source, key: str, node: yaml.Node) -> str:
    """A scalar as it is written: 1.50 stays 1.50, yes stays yes."""
    if not isinstance(node, yaml.ScalarNode):
        source.wrong(node, key, "text")
        return ""
    value = str(node.value)
    if any("\ud800" <= char <= "\udfff" for char in value):
        source.wrong(node, key, "text that UTF-8 can hold")
        return ""
    return value


def _texts(source: _Source, key: str, node: yaml.Node) -> tuple[str, ...]:
    if not isinstance(node, yaml.SequenceNode):
        source.wrong(node, key, "a list, as [a, b]")
        return ()
    return tuple(_text(source, key, item) for item in node.value)


def _arguments(source: _Source, key: str, node: yaml.Node) -> tuple[str, ...]:
    values = _texts(source, key, node)
    if any("\0" in value for value in values):
        source.wrong(node, key, "without NUL characters")
    return values


def _args(
    source: _Source, key: str, node: yaml.Node
) -> tuple[tuple[str, ...], tuple[str, ...] | None]:
    if isinstance(node, yaml.SequenceNode):
        return _arguments(source, key, node), None
    if not isinstance(node, yaml.MappingNode):
        source.wrong(node, key, "a list, or a mapping {small: [...], full: [...]}")
        return (), None
    lists = {
        size: _arguments(source, f"{key}.{size}", value)
        for size, value in source.pairs(node, known=("small", "full"), below=key)
    }
    return lists.get("small", ()), lists.get("full")


def _stdin(source: _Source, key: str, node: yaml.Node) -> bytes:
    if not isinstance(node, yaml.MappingNode):
        return _text(source, key, node).encode("utf-8", "replace")
    for _, value in source.pairs(node, known=("file",), below=key):
        path = _existing(source, f"{key}.file", value)
        if path is not None:
            return _read_bytes(source, f"{key}.file", value, path)
    return b""


def _read_bytes(source: _Source, key: str, node: yaml.Node, path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as exc:
        source.complain(node, f"{source.what} {key!r}: cannot read {node.value!r}: {exc.strerror}")
        return b""


def _env(source: _Source, key: str, node: yaml.Node) -> dict[str, str]:
    if not isinstance(node, yaml.MappingNode):
        source.wrong(node, key, "a mapping of names to texts")
        return {}
    env = {}
    for name, value in source.pairs(node, below=key):
        env[name] = _text(source, f"{key}.{name}", value)
        if not name or "=" in name or "\0" in name + env[name]:
            rule = "a name is not empty and has no '=', and neither side holds NUL"
            source.complain(value, f"{source.what} {key!r} cannot set {name!r}: {rule}")
    return env


def _needs(source: _Source, key: str, node: yaml.Node) -> tuple[str, ...]:
    needs = _texts(source, key, node)
    for need, item in zip(needs, node.value, strict=False):
        if need and need not in CAPABILITIES:
            near = suggest(need.lower(), CAPABILITIES)
            known = ", ".join(CAPABILITIES)
            message = f"{source.what} {key!r} knows no {need!r}{near} (known: {known})"
            source.complain(item, message)
    return tuple(dict.fromkeys(needs))


def _seconds(source: _Source, key: str, node: yaml.Node) -> float:
    return _positive(source, key, node, "a number of seconds above 0")


def _positive(source: _Source, key: str, node: yaml.Node, expected: str) -> float:
    try:
        # The text itself: YAML 1.1 takes 1e-9 for a word.
        value = float(node.value) if isinstance(node, yaml.ScalarNode) else math.nan
    except ValueError:
        value = math.nan
    if not (math.isfinite(value) and value > 0):
        source.wrong(node, key, expected)
    return value


def _compare(source: _Source, key: str, node: yaml.Node) -> CompareOptions:
    if not isinstance(node, yaml.MappingNode):
        source.wrong(node, key, "a mapping, as {unordered: true}")
        return CompareOptions()
    options: dict[str, Any] = {}
    for name, value in source.pairs(node, known=("unordered", "float_tolerance"), below=key):
        if name == "unordered":
            options[name] = _truth(source, f"{key}.{name}", value)
        else:
            options[name] = _positive(source, f"{key}.{name}", value, "a number above 0")
    return CompareOptions(**options)


def _truth(source: _Source, key: str, node: yaml.Node) -> bool:
    if node.tag != "tag:yaml.org,2002:bool":
        source.wrong(node, key, "true or false")
        return False
    return str(node.value).lower() in ("true", "yes", "on")


def _raises(source: _Source, key: str, node: yaml.Node) -> str:
    name = _text(source, key, node)
    if isinstance(node, yaml.ScalarNode) and not all(map(str.isidentifier, name.split("."))):
        source.wrong(node, key, "the name of an exception, as ValueError")
    return name


def _reason(source: _Source, key: str, node: yaml.Node) -> str:
    if node.tag != "tag:yaml.org,2002:str" or not str(node.value).strip():
        source.wrong(node, key, "the reason as text")
    return _text(source, key, node)


def _root_name(source: _Source, key: str, node: yaml.Node) -> str:
    name = _text(source, key, node)
    if isinstance(node, yaml.ScalarNode) and not re.fullmatch(r"[\w.+-]+", name):
        source.wrong(node, key, "of letters, digits and . _ + -")
    return name


# --------------------------------------------------------------------------- files


def _files(source: _Source, key: str, node: yaml.Node) -> tuple[CaseFile, ...]:
    files: list[CaseFile] = []
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            name = _target(source, key, item, _text(source, key, item))
            files += _placed(source, key, item, name)
    elif isinstance(node, yaml.MappingNode):
        for written, value in source.pairs(node, below=key):
            name = _target(source, key, value, written)
            files += _one_file(source, f"{key}.{written}", value, name)
    else:
        source.wrong(node, key, "a list of paths, or a mapping of names to texts")
    _check_apart(source, key, node, files)
    return tuple(sorted(files, key=lambda file: file.name))


def _one_file(source: _Source, key: str, node: yaml.Node, name: str) -> list[CaseFile]:
    if not isinstance(node, yaml.MappingNode):
        return [CaseFile(name, content=_text(source, key, node).encode("utf-8", "replace"))]
    pairs = list(source.pairs(node, known=("base64", "from"), below=key))
    if len(pairs) != 1:
        source.wrong(node, key, "text, {base64: ...} or {from: path}")
        return []
    kind, value = pairs[0]
    if kind == "from":
        return _placed(source, f"{key}.from", value, name)
    return [CaseFile(name, content=_decoded(source, f"{key}.base64", value))]


def _decoded(source: _Source, key: str, node: yaml.Node) -> bytes:
    text = "".join(_text(source, key, node).split())
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        source.complain(node, f"{source.what} {key!r} is not valid base64")
        return b""


def _target(source: _Source, key: str, node: yaml.Node, written: str) -> str:
    """The name in the working directory: relative, inside it, and not the script's own."""
    parts = [part for part in written.split("/") if part not in ("", ".")]
    inside = parts and ".." not in parts and not written.startswith("/")
    if not inside or "\\" in written or "\0" in written or re.match(r"[A-Za-z]:", written):
        if isinstance(node, yaml.ScalarNode) or written:
            message = f"cannot place {written!r}: give a relative path inside the working directory"
            source.complain(node, f"{source.what} {key!r} {message}")
    elif parts == [source.script.name]:
        message = f"cannot place {written!r}: that is the script itself"
        source.complain(node, f"{source.what} {key!r} {message}")
    return "/".join(parts)


def _placed(source: _Source, key: str, node: yaml.Node, name: str) -> list[CaseFile]:
    path = _existing(source, key, node)
    if path is None:
        return []
    if source.script.is_relative_to(path):
        message = f"cannot place {node.value!r}: the script itself is in it"
        source.complain(node, f"{source.what} {key!r} {message}")
        return []
    try:
        return list(place(name, path))
    except OSError as exc:
        source.complain(node, f"{source.what} {key!r}: cannot read {node.value!r}: {exc.strerror}")
        return []


def _existing(source: _Source, key: str, node: yaml.Node) -> Path | None:
    """The path that `node` gives relative to the script; None, and a complaint, if it is bad."""
    written = _text(source, key, node)
    if not isinstance(node, yaml.ScalarNode) or not written:
        return None
    path = Path(os.path.normpath(source.script.parent / written))
    if not path.is_relative_to(source.root):
        source.complain(node, f"{source.what} {key!r}: {written!r} is outside the corpus folder")
        return None
    if not path.exists():
        near = suggest(path.name, _names(path.parent))
        message = f"no such file or folder beside the script: {written!r}{near}"
        source.complain(node, f"{source.what} {key!r}: {message}")
        return None
    return path


def _names(folder: Path) -> list[str]:
    try:
        return sorted(entry.name for entry in folder.iterdir())
    except OSError:
        return []


def _check_apart(source: _Source, key: str, node: yaml.Node, files: list[CaseFile]) -> None:
    """Complain when two files would be one, or a file would be a folder as well."""
    seen: set[str] = set()
    folders = {str(parent) for file in files for parent in Path(file.name).parents}
    for file in files:
        if file.name and (file.name in seen or file.name in folders):
            message = f"places {file.name!r} twice, or as both a file and a folder"
            source.complain(node, f"{source.what} {key!r} {message}")
        seen.add(file.name)


_READERS: Mapping[str, _Reader] = {
    "description": _text,
    "tags": _texts,
    "argv": _arguments,
    "stdin": _stdin,
    "env": _env,
    "needs": _needs,
    "timeout": _seconds,
    "args": _args,
    "files": _files,
    "compare": _compare,
    "raises": _raises,
    "skip": _reason,
}
