"""Reducing RustPython's frozen standard library to what given scripts import.

What is kept: what the interpreter itself imports, what the scripts import, and what all of
these import in turn, in functions too. What is left out: the import that only an interactive
session, a module's own command line, or a name that no script mentions would reach.
"""

from __future__ import annotations

import ast
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from harness.errors import HarnessError

# What the interpreter imports by itself, from Rust: at its start, for a traceback or a warning,
# for annotations and type parameters, at its end.
_ALWAYS = (
    *("encodings", "codecs", "io", "os", "site", "importlib.machinery", "importlib.util"),
    *("warnings", "linecache", "traceback", "runpy", "zipimport", "locale"),
    *("copyreg", "functools", "weakref", "types", "typing", "annotationlib", "abc", "re"),
    *("string.templatelib", "contextvars", "collections.abc", "_strptime", "threading"),
    *("_pycodecs", "_compat_pickle", "copy"),
)
# Codecs are looked up by name at run time; these are short, and asked for without being named.
_CODECS = re.compile(r"utf_.*|ascii|latin_1|aliases|charmap|.*_escape|idna|punycode|undefined")
# Imports by a name that is put together at run time: from this module, these.
_BY_NAME: Mapping[str, tuple[str, ...]] = {
    "dbm": ("dbm.dumb", "dbm.gnu", "dbm.ndbm", "dbm.sqlite3"),
    "xml.sax": ("xml.sax.expatreader",),
    "xml.dom": ("xml.dom.minidom",),
    "asyncio": ("asyncio.base_tasks", "asyncio.coroutines", "asyncio.events"),
}
# Names of builtins that import something when they are called.
_BUILTINS: Mapping[str, str] = {"help": "pydoc", "breakpoint": "pdb"}
# Imports that only an interactive session or a use that a script would name itself reaches.
_UNREACHED: Mapping[str, tuple[str, ...]] = {
    "site": ("_pyrepl", "rlcompleter", "readline"),
    "_sitebuiltins": ("pydoc",),
    "warnings": ("tracemalloc",),
    "_py_warnings": ("tracemalloc",),
    "importlib._bootstrap_external": ("importlib.metadata", "importlib.readers"),
    "zipimport": ("importlib.readers",),
}
# Functions of library modules that are their command line or their self-test.
_COMMAND_LINES = frozenset({"main", "_main", "_test", "test", "_test_generator", "_parse_args"})
_IMPORT = re.compile(
    r"^[ \t]*(?:from[ \t]+(?P<base>[.\w]+)[ \t]+import[ \t]*(?:\((?P<many>[^)]*)\)|(?P<few>[^\n]*))"
    r"|import[ \t]+(?P<plain>[^\n]*))",
    re.MULTILINE,
)


CRATE = "rustpython-pylib"


def needed(crate: Path, scripts: Iterable[Path]) -> list[str]:
    """The modules of the library in `crate` (`rustpython-pylib`) that the scripts need, sorted.

    `scripts` are Python files, or folders of them. HarnessError when there is none.
    """
    modules = _modules(crate / "Lib")
    codecs = _codecs(modules)
    wanted = set(_ALWAYS) | {name for name in codecs.values() if _CODECS.fullmatch(name[10:])}
    files = list(_files(scripts))
    if not files:
        raise HarnessError("a library is to be trimmed, but there is no script to trim it to")
    for path in files:
        text = path.read_text(encoding="utf-8", errors="replace")
        wanted |= _imports(text, path.stem)
        wanted |= {module for name, module in _BUILTINS.items() if re.search(rf"\b{name}\(", text)}
        literals = re.findall(r"""["']([A-Za-z][\w .-]*)["']""", text)
        named = (re.sub(r"[ .-]+", "_", literal.lower()) for literal in literals)
        wanted |= {codecs[name] for name in named if name in codecs}
    return sorted(_closure(wanted, modules))


def write_trimmed(crate: Path, modules: Sequence[str], folder: Path) -> dict[str, int]:
    """A copy of the crate in `folder`, by its name, whose library has these modules alone.

    Returns how many there are.
    """
    there = _modules(crate / "Lib")
    into = folder / CRATE
    shutil.copytree(crate, into, ignore=lambda folder, _: ["Lib"] if folder == str(crate) else [])
    for name in modules:
        target = into / there[name].relative_to(crate)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(there[name], target)
    for path in (crate / "Lib").glob("*LICENSE*"):
        shutil.copyfile(path, into / "Lib" / path.name)
    return {"modules": len(modules)}


def _modules(library: Path) -> dict[str, Path]:
    """Every module of the library by its dotted name."""
    found = {}
    for path in library.rglob("*.py"):
        parts = path.relative_to(library).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def _codecs(modules: Mapping[str, Path]) -> dict[str, str]:
    """The modules of codecs by every name that they go by, written with underscores."""
    own = {name[10:]: name for name in modules if name.startswith("encodings.")}
    path = modules.get("encodings.aliases")
    text = path.read_text(encoding="utf-8") if path else ""
    aliases = re.findall(r"^\s*'(\w+)'\s*:\s*'(\w+)'", text, re.MULTILINE)
    return {**{alias: own[name] for alias, name in aliases if name in own}, **own}


def _files(scripts: Iterable[Path]) -> Iterator[Path]:
    for path in scripts:
        if path.is_dir():
            yield from sorted(path.rglob("*.py"))
        elif path.is_file():
            yield path
        else:
            raise HarnessError(f"{path}: there is no such script or folder to trim to")


def _closure(wanted: Iterable[str], modules: Mapping[str, Path]) -> set[str]:
    found: set[str] = set()
    waiting = list(wanted)
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        package = name.rpartition(".")[0]
        if package:
            waiting.append(package)
        if name in modules:
            found.add(name)
            waiting += _imports_of_module(name, modules[name])
    return found


def _imports_of_module(name: str, path: Path) -> Iterator[str]:
    """What a module of the library imports, as far as a script can reach it."""
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    imported = _imports(path.read_text(encoding="utf-8"), name, package, library=True)
    cut = _UNREACHED.get(name, ())
    yield from _BY_NAME.get(name, ())
    yield from (n for n in imported if not any(n == c or n.startswith(f"{c}.") for c in cut))


def _imports(text: str, name: str, package: str = "", *, library: bool = False) -> set[str]:
    """Dotted names that the source may import: modules, and what may be one (`from x import y`)."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError):
        # Newer syntax than that of the Python that runs this, or none at all.
        return set(_spelt_imports(text, package))
    return {found for node in _walk(tree, library) for found in _imports_of(node, package)}


def _walk(tree: ast.AST, library: bool) -> Iterator[ast.AST]:
    """All statements and expressions but what is only for a module's own command line."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if not library or not _for_command_line(node):
            yield node
            waiting.extend(ast.iter_child_nodes(node))


def _for_command_line(node: ast.AST) -> bool:
    if isinstance(node, ast.FunctionDef):
        return node.name in _COMMAND_LINES
    return (
        isinstance(node, ast.If)
        and isinstance(node.test, ast.Compare)
        and isinstance(node.test.left, ast.Name)
        and node.test.left.id == "__name__"
    )


def _imports_of(node: ast.AST, package: str) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        base = _absolute(node.level, node.module or "", package)
        yield from (base, *(f"{base}.{alias.name}" for alias in node.names))
    elif isinstance(node, ast.Call) and node.args and _called(node) in _IMPORTERS:
        first = node.args[0]
        if isinstance(first, ast.Constant) and isinstance(first.value, str):
            yield first.value


_IMPORTERS = frozenset({"__import__", "import_module"})


def _called(call: ast.Call) -> str:
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _absolute(level: int, module: str, package: str) -> str:
    if not level:
        return module
    parts = package.split(".")
    return ".".join([*parts[: len(parts) - level + 1], *([module] if module else [])])


def _spelt_imports(text: str, package: str) -> Iterator[str]:
    """The same from the lines that look like imports; rather too many than too few."""
    for match in _IMPORT.finditer(text):
        if match["plain"] is not None:
            yield from re.findall(r"(?:^|,)\s*([\w.]+)", match["plain"])
            continue
        dots = len(match["base"]) - len(match["base"].lstrip("."))
        base = _absolute(dots, match["base"].lstrip("."), package)
        names = re.findall(r"(?:^|,)\s*(\w+)", match["many"] or match["few"] or "", re.MULTILINE)
        yield from (base, *(f"{base}.{name}" for name in names))
