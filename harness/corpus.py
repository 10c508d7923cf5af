"""Folders, files and globs -> sorted cases.

First the scripts are found, then their headers are read, then what a plain script uses from
its own folder is looked up, so that `import helpers` and `open("data/input.csv")` work in the
attempt's working directory. Nothing is ever imported or run here.
"""

# Paths are strings here: with pathlib, 10,000 scripts would take seconds more.
from __future__ import annotations

import ast
import hashlib
import io
import json
import os
import re
import tokenize
import warnings
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from fnmatch import fnmatchcase
from itertools import islice, pairwise
from pathlib import Path
from typing import NamedTuple

from harness.errors import ExitCode, HarnessError
from harness.header import (
    Header,
    nearest,
    place,
    read_corpus_settings,
    read_header,
    shown,
    suggest,
)
from harness.model import Case, CaseFile

CORPUS_FILE = "corpus.yaml"
SIDE_SUFFIX = ".harness.yaml"
MAX_AUTO_FILES = 2_000
MAX_AUTO_BYTES = 64 * 2**20


def collect(
    paths: Sequence[str],
    *,
    areas: Collection[str] = (),
    tags: Collection[str] = (),
    without_tags: Collection[str] = (),
    names: Collection[str] = (),
    exclude: Sequence[str] = (),
    warn: Callable[[str], None] | None = None,
) -> list[Case]:
    """The cases at `paths` (folders, files, globs), sorted by ID, each script once.

    Filters, where given: a case is in one of `areas`, has one of `tags` and none of
    `without_tags`, its ID contains or (with wildcards) matches one of `names`, and its path
    below the corpus root matches none of the globs `exclude`. `warn` gets a line for each
    thing that was left out.

    Raises HarnessError: code 2 for bad paths, scripts and headers, with a line for each bad
    thing; code 4 when no case is left.
    """
    finder = _Finder()
    for path in paths:
        finder.add(path)
    filters = _Filters(areas, tags, without_tags, names, exclude)
    scripts = _without_declared([_open(script) for script in finder.found()])
    wanted = [script for script in scripts if filters.take(script)]
    errors = [*finder.errors, *(error for script in wanted for error in script.errors)]
    if errors:
        raise HarnessError("\n".join(errors), hint="docs/cases.md describes scripts and headers")
    if not wanted:
        raise _no_cases(paths, finder, scripts, filters)
    companions = _Companions(warn or (lambda _line: None))
    return [_case(script, companions) for script in wanted]


# --------------------------------------------------------------------------- finding scripts


@dataclass(frozen=True)
class _Root:
    """A corpus: its absolute folder, the name that IDs begin with, globs of what is no case."""

    folder: str
    name: str
    exclude: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Found:
    """A script: its absolute path, and its POSIX path below its root."""

    path: str
    root: _Root
    below: str
    side_file: bool

    @property
    def id(self) -> str:
        return f"{self.root.name}/{self.below}"

    @property
    def area(self) -> str:
        return self.below.split("/", 1)[0] if "/" in self.below else "."


class _Finder:
    """Collects the scripts at the given paths, and counts why others are left out."""

    def __init__(self) -> None:
        self.errors: list[str] = []
        self.skipped: Counter[str] = Counter()
        self._scripts: dict[tuple[str, str], _Found] = {}
        self._roots: dict[str, _Root] = {}
        self._real: dict[str, str] = {}

    def add(self, given: str) -> None:
        """Find what one argument of the command line stands for."""
        path = os.path.abspath(given)
        if not given:  # it would stand for the working directory
            raise HarnessError("no such path: ''")
        if os.path.isdir(path):
            self._add_folder(given, path)
        elif os.path.lexists(path):
            self._add_file(given, path)
        elif re.search(r"[*?[]", given):
            self._add_glob(given)
        else:
            raise HarnessError(f"no such path: {given!r}{_nearest(path)}")

    def found(self) -> list[_Found]:
        """The scripts, sorted by ID; two that share one are an error."""
        scripts = sorted(self._scripts.values(), key=lambda script: (script.id, script.path))
        for one, other in pairwise(scripts):
            if one.id == other.id:
                raise HarnessError(
                    f"two scripts have the ID {one.id!r}: "
                    f"{shown(one.path)} and {shown(other.path)}",
                    hint=f"give one of the folders another name: 'name: NAME' in its {CORPUS_FILE}",
                )
        return scripts

    def _add_folder(self, given: str, path: str) -> None:
        if path.endswith(".py"):
            raise HarnessError(
                f"{given} is a folder, not a script", hint="rename it, or name the scripts in it"
            )
        for script in self._walk(path, self._root_of(path)):
            self._keep(script)

    def _add_file(self, given: str, path: str) -> None:
        if not path.endswith(".py"):
            raise HarnessError(f"{given} is not a Python script: its name does not end in .py")
        folder, name = os.path.split(path)
        if name == "__init__.py":
            self.skipped["__init__.py"] += 1
            return
        # A pipe would be waited for; a link to nowhere gets its message when it is read.
        if os.path.exists(path) and not os.path.isfile(path):
            raise HarnessError(f"{given} is not a regular file")
        side_file = os.path.lexists(path[: -len(".py")] + SIDE_SUFFIX)
        self._keep(_found(path, self._root_of(folder), side_file))

    def _add_glob(self, given: str) -> None:
        parts = given.replace(os.sep, "/").split("/")
        fixed = next(i for i, part in enumerate(parts) if re.search(r"[*?[]", part))
        base = os.path.abspath("/".join(parts[:fixed]) + "/" if fixed else ".")
        if not os.path.isdir(base):
            raise HarnessError(f"no such folder: {shown(base)!r}{_nearest(base)}")
        pattern = tuple(part for part in parts[fixed:] if part)
        for script in self._walk(base, self._root_of(base)):
            below = os.path.relpath(script.path, base).replace(os.sep, "/")
            if _matches(below, pattern):
                self._keep(script)

    def _walk(self, start: str, root: _Root) -> Iterator[_Found]:
        folders = [(start, root)]
        while folders:
            folder, root = folders.pop()
            entries = _entries(folder)
            reason = _why_not_walked(folder, entries)
            if reason:
                self.skipped[reason] += 1
                continue
            if CORPUS_FILE in entries:
                root = self._declared_root(folder)
            for name, entry in entries.items():
                if name.startswith(".") or name == "__init__.py":
                    continue
                if entry.is_dir(follow_symlinks=False):
                    if name.endswith(".py"):
                        self.skipped["a folder named like a script"] += 1
                    else:
                        folders.append((entry.path, root))
                elif name.endswith(".py") and _may_be_read(entry):
                    yield _found(entry.path, root, name[:-3] + SIDE_SUFFIX in entries)

    def _keep(self, script: _Found) -> None:
        """Take a script, unless its root excludes it; once, by its outermost root."""
        if any(_matches(script.below, _split(glob)) for glob in script.root.exclude):
            self.skipped[f"excluded by {CORPUS_FILE}"] += 1
            return
        folder, name = os.path.split(script.path)
        if folder not in self._real:
            self._real[folder] = os.path.realpath(folder)
        key = self._real[folder], name
        other = self._scripts.get(key)
        if other is None or len(script.root.folder) < len(other.root.folder):
            self._scripts[key] = script

    def _root_of(self, folder: str) -> _Root:
        """The nearest folder upwards with a corpus.yaml, not above a `.git`; else `folder`."""
        above = folder
        while True:
            if os.path.lexists(os.path.join(above, CORPUS_FILE)):
                return self._declared_root(above)
            parent = os.path.dirname(above)
            if parent == above or os.path.lexists(os.path.join(above, ".git")):
                return _Root(folder, os.path.basename(folder) or "root")
            above = parent

    def _declared_root(self, folder: str) -> _Root:
        if folder not in self._roots:
            settings, errors = read_corpus_settings(Path(folder, CORPUS_FILE))
            self.errors += errors
            name = settings.name or os.path.basename(folder) or "root"
            self._roots[folder] = _Root(folder, name, settings.exclude)
        return self._roots[folder]


def _found(path: str, root: _Root, side_file: bool) -> _Found:
    below = path[len(root.folder.rstrip(os.sep)) + 1 :].replace(os.sep, "/")
    return _Found(path, root, below, side_file)


def _entries(folder: str) -> Mapping[str, os.DirEntry[str]]:
    try:
        with os.scandir(folder) as listing:
            return {entry.name: entry for entry in sorted(listing, key=lambda entry: entry.name)}
    except OSError as exc:
        raise HarnessError(f"cannot read the folder {shown(folder)}: {exc.strerror}") from exc


def _why_not_walked(folder: str, names: Collection[str]) -> str | None:
    name = os.path.basename(folder)
    if name in ("__pycache__", "node_modules"):
        return name
    if "pyvenv.cfg" in names:
        return "a virtual environment"
    return "a package (a folder with __init__.py)" if "__init__.py" in names else None


def _may_be_read(entry: os.DirEntry[str]) -> bool:
    """False for pipes and devices, and links to these or to folders; True for broken links."""
    try:
        return entry.is_file() or not os.path.exists(entry.path)
    except OSError:
        return True  # a link to itself: reading it says so


def _split(glob: str) -> tuple[str, ...]:
    return tuple(part for part in glob.split("/") if part not in ("", "."))


def _matches(path: str, pattern: tuple[str, ...]) -> bool:
    """Whether the glob matches `path` or a folder above it; `**` stands for any folders."""
    parts = tuple(path.split("/"))
    return any(_matches_whole(parts[:end], pattern) for end in range(1, len(parts) + 1))


def _matches_whole(parts: tuple[str, ...], pattern: tuple[str, ...]) -> bool:
    if not pattern:
        return not parts
    if pattern[0] == "**":
        here = _matches_whole(parts, pattern[1:])
        return here or (bool(parts) and _matches_whole(parts[1:], pattern))
    return (
        bool(parts) and fnmatchcase(parts[0], pattern[0]) and _matches_whole(parts[1:], pattern[1:])
    )


def _nearest(path: str) -> str:
    """`; did you mean 'x'?` with what exists most like `path`, or nothing."""
    missing: list[str] = []
    while not os.path.isdir(path):
        path, name = os.path.split(path)
        missing.insert(0, name)
    try:
        similar = nearest(missing[0], _entries(path))
    except HarnessError:
        similar = None
    if similar is None:
        return ""
    near = os.path.join(path, similar)
    whole = os.path.join(near, *missing[1:])
    return f"; did you mean {shown(whole if os.path.exists(whole) else near)!r}?"


# --------------------------------------------------------------------------- opening scripts


@dataclass(frozen=True)
class _Opened:
    """A script that was read; `text` is empty when its bytes cannot be decoded."""

    found: _Found
    source: bytes
    text: str
    header: Header
    errors: list[str]


_NO_HEADER = Header()


def _open(found: _Found) -> _Opened:
    try:
        source, text = _read(found)
    except _BadScript as exc:
        return _Opened(found, b"", "", _NO_HEADER, [str(exc)])
    if not found.side_file and "harness" not in text.lower():
        return _Opened(found, source, text, _NO_HEADER, [])
    path = Path(found.path)
    side_file = path.with_suffix(SIDE_SUFFIX) if found.side_file else None
    header, errors = read_header(path, text, side_file, Path(found.root.folder))
    return _Opened(found, source, text, header, errors)


class _BadScript(Exception):
    """A script that cannot be a case; the message is a line for the user."""


def _read(found: _Found) -> tuple[bytes, str]:
    """The script's bytes, and its text decoded as CPython would. Raises _BadScript."""
    label = shown(found.path)
    try:
        found.id.encode()
        with open(found.path, "rb") as file:
            source = file.read()
    except UnicodeEncodeError as exc:
        readable = os.fsencode(label).decode(errors="backslashreplace")
        raise _BadScript(f"{readable}: its name is not UTF-8; rename it") from exc
    except OSError as exc:
        raise _BadScript(f"{label}: cannot be read: {exc.strerror}") from exc
    try:
        return source, _decode(source)
    except UnicodeDecodeError as exc:
        line = source.count(b"\n", 0, exc.start) + 1
        raise _BadScript(f"{label}:{line}: {_not_encoded(exc.encoding)}") from exc
    except (SyntaxError, LookupError, UnicodeError) as exc:
        raise _BadScript(f"{label}:1: {exc}") from exc


def _decode(source: bytes) -> str:
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(source).readline)
    except SyntaxError as exc:
        if str(exc).startswith("invalid or missing"):  # the first lines are not UTF-8
            source.decode()
        raise
    return source.decode(encoding)


def _not_encoded(encoding: str) -> str:
    if encoding.startswith("utf-8"):
        return "not UTF-8; save it as UTF-8, or begin it with '# coding: NAME' of its encoding"
    return f"not {encoding}, although its coding line says so"


def _without_declared(scripts: Sequence[_Opened]) -> list[_Opened]:
    """Without the scripts that another one, itself a case, places as its files."""
    declared: set[str] = set()
    for script in scripts:
        if script.found.path not in declared:
            declared.update(str(file.source) for file in script.header.files or () if file.source)
    return [script for script in scripts if script.found.path not in declared]


@dataclass(frozen=True)
class _Filters:
    """The filters of `collect`."""

    areas: Collection[str]
    tags: Collection[str]
    without_tags: Collection[str]
    names: Collection[str]
    exclude: Sequence[str]

    def take(self, script: _Opened) -> bool:
        """Whether a script is wanted; one whose header is bad may have any tag."""
        found, tags = script.found, set(script.header.tags)
        return (
            (not self.areas or found.area in self.areas)
            and (not self.names or any(_is_named(found.id, name) for name in self.names))
            and not any(_matches(found.below, _split(glob)) for glob in self.exclude)
            and (not self.tags or bool(tags & set(self.tags)) or bool(script.errors))
            and not tags & set(self.without_tags)
        )

    def unknown(self, scripts: Sequence[_Opened]) -> str:
        """What to say about areas and tags that none of the scripts has."""
        known = {
            "area": (self.areas, {script.found.area for script in scripts}),
            "tag": (self.tags, {tag for script in scripts for tag in script.header.tags}),
        }
        return "".join(
            f"; there is no {what} {name!r}{suggest(name, sorted(names))}"
            for what, (wanted, names) in known.items()
            for name in wanted
            if name not in names
        )


def _is_named(case_id: str, name: str) -> bool:
    return fnmatchcase(case_id, name) if re.search(r"[*?[]", name) else name in case_id


def _no_cases(
    paths: Sequence[str], finder: _Finder, scripts: Sequence[_Opened], filters: _Filters
) -> HarnessError:
    where = ", ".join(paths) or "no path"
    if scripts:
        message = f"the filters leave none of {len(scripts)} cases in {where}"
        return HarnessError(message + filters.unknown(scripts), code=ExitCode.NO_CASES)
    reasons = ", ".join(f"{count} × {reason}" for reason, count in sorted(finder.skipped.items()))
    return HarnessError(
        f"no script in {where}",
        hint=f"left out: {reasons}" if reasons else "scripts are files whose names end in .py",
        code=ExitCode.NO_CASES,
    )


# --------------------------------------------------------------------------- making cases


def _case(script: _Opened, companions: _Companions) -> Case:
    found, header = script.found, script.header
    files = header.files
    if files is None:
        files = companions.of(found.path, script.text)
    return Case(
        id=found.id,
        path=Path(found.path),
        area=found.area,
        sha256=_fingerprint(script, files, companions),
        description=header.description,
        tags=header.tags,
        argv=header.argv,
        args_small=header.args[0],
        args_full=header.args[1],
        stdin=header.stdin,
        env=header.env,
        files=files,
        needs=header.needs,
        timeout_s=header.timeout,
        compare=header.compare,
        raises=header.raises,
        skip=header.skip,
    )


_MAPPED = ("env", "files")  # their order, and their paths, are not part of what a case is


def _fingerprint(script: _Opened, files: Iterable[CaseFile], companions: _Companions) -> str:
    """Hash of the script, its settings and its files' contents; no path of this machine."""
    header = script.header
    settings = [
        [repr(getattr(header, key.name)) for key in fields(header) if key.name not in _MAPPED],
        sorted(header.env.items()),
        [(file.name, companions.digest(file)) for file in files],
    ]
    whole = hashlib.sha256(hashlib.sha256(script.source).digest())
    whole.update(json.dumps(settings).encode())
    return whole.hexdigest()


# --------------------------------------------------------------------------- companions


class _References(NamedTuple):
    """What a source text mentions: imports as (level, dotted parts), and string constants."""

    imports: Collection[tuple[int, tuple[str, ...]]]
    strings: Collection[str]


@dataclass
class _Folder:
    """The names in a folder; `keys` counts, by first word, the names that begin with it."""

    path: str
    names: Collection[str]
    keys: Counter[str] = field(default_factory=Counter)

    def is_mentioned(self, script: str, text: str) -> bool:
        """Quick look whether `text` can mention anything in here but `script`, its own name."""
        own = _key(script)
        hits = self.keys.keys() & set(_WORD.findall(text))
        hits = {hit for hit in hits if hit != own or self.keys[hit] > 1}
        return bool(hits) and any(
            word in hits or not hits.isdisjoint(_WORD.findall(imports))
            for word, imports in _MENTION.findall(text)
        )


_WORD = re.compile(r"\w+")
# The first word of any string (and more), or what follows `import` or `from` in its line.
_MENTION = re.compile(r"""["'][^\w"'\n]*(\w+)|\b(?:import|from)\b([^\n]*)""")


def _key(name: str) -> str:
    word = _WORD.search(name)
    return word[0] if word else ""


class _Companions:
    """What plain scripts use from their own folders; everything is read once."""

    def __init__(self, warn: Callable[[str], None]) -> None:
        self._warn = warn
        self._folders: dict[str, _Folder] = {}
        self._modules: dict[str, _References] = {}
        self._items: dict[str, tuple[tuple[CaseFile, ...], int]] = {}
        self._digests: dict[Path, str] = {}

    def of(self, script: str, text: str) -> tuple[CaseFile, ...]:
        """The files beside `script` that its text, and that of the modules it imports, names."""
        path, own = os.path.split(script)
        folder = self._folder(path)
        if not folder.is_mentioned(own, text):
            return ()
        modules, others = self._reached(folder, own, _references(text))
        files: dict[str, CaseFile] = {}
        size = 0
        for name in [*sorted(modules), *sorted(others - modules)]:
            added, added_size = self._item(folder, name)
            count = len(files) + len(added)
            if not added or count > MAX_AUTO_FILES or size + added_size > MAX_AUTO_BYTES:
                self._warn(_left_out(script, name, bool(added)))
                continue
            files.update((file.name, file) for file in added)
            size += added_size
        files.pop(own, None)
        return tuple(files[name] for name in sorted(files))

    def digest(self, file: CaseFile) -> str:
        """Hash of a file's content. Raises HarnessError if it cannot be read."""
        if file.source is None:
            return hashlib.sha256(file.content or b"").hexdigest()
        if file.source not in self._digests:
            self._digests[file.source] = _digest(file.source)
        return self._digests[file.source]

    def _folder(self, path: str) -> _Folder:
        if path not in self._folders:
            names = frozenset(_entries(path))
            self._folders[path] = _Folder(path, names, Counter(filter(None, map(_key, names))))
        return self._folders[path]

    def _reached(self, folder: _Folder, own: str, first: _References) -> tuple[set[str], set[str]]:
        """Names below the folder: of modules and packages imported, and of what strings name."""
        modules: set[str] = set()
        others: set[str] = set()
        pending = [("", first)]
        while pending:
            at, references = pending.pop()
            imported = set(_imported(folder, at, references.imports))
            named = set(_named(folder, references.strings))
            new = (imported | named) - modules - others - {own}
            modules |= imported - {own}
            others |= named - {own}
            for name in sorted(new):
                pending += self._read_modules(folder, name, whole=name in imported)
        return modules, others

    def _read_modules(
        self, folder: _Folder, name: str, *, whole: bool
    ) -> Iterator[tuple[str, _References]]:
        """The references in the module `name`, or in all of that package, with their folders."""
        if name.endswith(".py"):
            files: Iterable[CaseFile] = [CaseFile(name, source=Path(folder.path, name))]
        else:
            files = self._item(folder, name)[0] if whole else ()
        for file in files:
            if file.name.endswith(".py") and file.source is not None:
                path = str(file.source)
                if path not in self._modules:
                    self._modules[path] = _references(_lenient_text(file.source))
                yield os.path.dirname(file.name), self._modules[path]

    def _item(self, folder: _Folder, name: str) -> tuple[tuple[CaseFile, ...], int]:
        """The files of one name and their size in bytes; none if too many or not readable."""
        path = os.path.join(folder.path, name)
        if path not in self._items:
            try:
                files = tuple(islice(place(name, Path(path)), MAX_AUTO_FILES + 1))
                size = sum(os.stat(file.source).st_size for file in files if file.source)
                readable = all(os.access(file.source, os.R_OK) for file in files if file.source)
            except OSError:
                readable = False
            fits = readable and len(files) <= MAX_AUTO_FILES and size <= MAX_AUTO_BYTES
            self._items[path] = (files, size) if fits else ((), 0)
        return self._items[path]


def _left_out(script: str, name: str, fits_alone: bool) -> str:
    limits = f"over {MAX_AUTO_FILES} files or {MAX_AUTO_BYTES // 2**20} MiB"
    reason = f"{limits} with the rest" if fits_alone else f"not readable, or {limits}"
    return f"{shown(script)}: left out {name!r}, {reason}; say what it needs in 'files'"


def _digest(path: Path) -> str:
    try:
        if path.is_dir():
            return "folder"
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as exc:
        raise HarnessError(f"cannot read {shown(path)}: {exc.strerror}") from exc


def _imported(
    folder: _Folder, at: str, imports: Iterable[tuple[int, tuple[str, ...]]]
) -> Iterator[str]:
    """The modules and packages below the folder that the imports of a module in `at` read."""
    here = tuple(at.split("/")) if at else ()
    for level, parts in imports:
        if level > len(here):
            continue
        parts = here[: len(here) - level + 1] + parts if level else parts
        if parts[0] in folder.names or parts[0] + ".py" in folder.names:
            yield from _module(folder.path, parts)


def _module(folder: str, parts: Sequence[str]) -> Iterator[str]:
    """What `import a.b.c` reads first: a package, a module, or one in folders without __init__."""
    for end in range(1, len(parts) + 1):
        name = "/".join(parts[:end])
        path = os.path.join(folder, name)
        if os.path.isfile(os.path.join(path, "__init__.py")):
            yield name
            return
        if os.path.isfile(path + ".py"):
            yield name + ".py"
            return
        if not os.path.isdir(path):
            return


def _named(folder: _Folder, strings: Iterable[str]) -> Iterator[str]:
    """The files and folders below the folder that a string is the relative path of."""
    for string in strings:
        parts = _split(string)
        if string.startswith("/") or not parts or parts[0] not in folder.names or ".." in parts:
            continue
        path = os.path.join(folder.path, *parts)
        if os.path.isfile(path) or (os.path.isdir(path) and not _is_private(path)):
            yield "/".join(parts)


def _is_private(folder: str) -> bool:
    name = os.path.basename(folder)
    hidden = name.startswith(".") or name in ("__pycache__", "node_modules")
    return hidden or os.path.lexists(os.path.join(folder, "pyvenv.cfg"))


# --------------------------------------------------------------------------- reading sources

_IMPORT = re.compile(r"^[ \t]*import[ \t]+([\w., \t]+)", re.MULTILINE)
_FROM = re.compile(
    r"^[ \t]*from[ \t]+(\.*)([\w.]*)[ \t]+import[ \t]+\(?([\w, \t\r\n]+)", re.MULTILINE
)
_STRING = re.compile(r"'([^'\\\n]+)'|\"([^\"\\\n]+)\"")


def _lenient_text(path: Path) -> str:
    """A helper's text, empty if it has none: complaining about it is left to Python."""
    try:
        return _decode(path.read_bytes())
    except (OSError, SyntaxError, LookupError, UnicodeError):
        return ""


def _references(text: str) -> _References:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a script's invalid escapes are not for our user
            tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return _guessed_references(text)  # newer syntax than that of our own Python, or none
    imports: set[tuple[int, tuple[str, ...]]] = set()
    strings: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant):
            if isinstance(node.value, str):
                strings.add(node.value)
        elif isinstance(node, ast.Import):
            imports.update((0, tuple(alias.name.split("."))) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            imports.update(_from(node.level, node.module or "", [a.name for a in node.names]))
    return _References(imports, strings)


def _guessed_references(text: str) -> _References:
    imports: set[tuple[int, tuple[str, ...]]] = set()
    for names in _IMPORT.findall(text):
        imports.update((0, tuple(name.split("."))) for name in _first_words(names))
    for dots, module, names in _FROM.findall(text):
        imports.update(_from(len(dots), module, _first_words(names)))
    return _References(imports, {one or other for one, other in _STRING.findall(text)})


def _first_words(names: str) -> list[str]:
    """`a as b, c` -> [a, c]"""
    return [name.split()[0] for name in names.split(",") if name.strip()]


def _from(level: int, module: str, names: Iterable[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """`from module import a, b`: each name may be a module of its own."""
    prefix = tuple(module.split(".")) if module else ()
    for name in names:
        yield level, (*prefix, name)
