"""What Python sources import, by their syntax alone; nothing of them is run.

It uses nothing but the standard library: the oracle runs it as a program, so that what counts as
syntax is what that CPython takes. `python scanner.py REQUEST ANSWER` reads a JSON list of paths
and writes what `scan` says of each, and the names of its own standard library.
"""

from __future__ import annotations

import ast
import json
import sys
import warnings
from collections.abc import Iterable, Sequence
from typing import Any

# Under which conditions an import is reached.
CAUGHT = "caught"  # its failure is caught
FALLBACK = "fallback"  # it is taken when another import has failed
TYPING = "typing"  # for type checkers alone
PLATFORM = "platform"  # on some platforms, or under some versions
BRANCH = "branch"  # under another condition
FUNCTION = "function"  # when a function is called

_CATCHING = {"ImportError", "ModuleNotFoundError", "Exception", "BaseException"}
_PLATFORM = {"sys.platform", "sys.version_info", "sys.implementation", "os.name"}
_IMPORTERS = {"__import__", "import_module", "run_module"}
_ENDING = {"exit", "quit", "_exit", "fail", "skip"}


def scan(source: bytes, file: str) -> dict[str, Any]:
    """`imports` of one source in the order of its lines, or the `fault` that keeps it from being
    Python, with its `line` and `message`."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # invalid escapes are none of our business
            compile(source, file, "exec", dont_inherit=True)
            tree = ast.parse(source, file)
        scanner = _Scanner()
        scanner.visit(tree)
    except SyntaxError as error:
        return {"fault": {"line": error.lineno or 1, "message": error.msg}}
    except (ValueError, RecursionError, MemoryError) as error:  # a null byte, a deep nesting
        return {"fault": {"line": 1, "message": str(error) or type(error).__name__}}
    return {"imports": sorted(scanner.found, key=lambda found: found["line"])}


class _Scanner(ast.NodeVisitor):
    """Walks a tree, knowing under which conditions it is where it is."""

    def __init__(self) -> None:
        self.found: list[dict[str, Any]] = []
        self._conditions: tuple[str, ...] = ()

    def visit_Import(self, node: ast.Import) -> None:
        for alias in node.names:
            self._add(node, alias.name)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        names = [alias.name for alias in node.names]
        self._add(node, node.module or "", names=names, level=node.level)

    def visit_Call(self, node: ast.Call) -> None:
        if _dotted(node.func).rpartition(".")[2] in _IMPORTERS:
            named = [item.value for item in node.keywords if item.arg in ("name", "mod_name")]
            self._add_call(node, [*node.args, *named])
        self.generic_visit(node)

    def _add_call(self, node: ast.Call, arguments: Sequence[ast.expr]) -> None:
        if not arguments:
            return
        name = arguments[0].value if isinstance(arguments[0], ast.Constant) else None
        if not isinstance(name, str) or not name.strip("."):
            self._add(node, None, dynamic=True)
        elif name.startswith("."):  # relative to a package that is named elsewhere
            level = len(name) - len(name.lstrip("."))
            self._add(node, name.lstrip("."), dynamic=True, level=level)
        else:
            self._add(node, name, dynamic=True)

    def visit_Try(self, node: Any) -> None:
        caught = any(_catches(handler) for handler in node.handlers)
        self._visit_all(node.body, CAUGHT if caught else None)
        for handler in node.handlers:
            self._visit_all(handler.body, FALLBACK if _names_import(handler) else None)
        self._visit_all([*node.orelse, *node.finalbody])

    visit_TryStar = visit_Try

    def visit_With(self, node: ast.With) -> None:
        calls = [item.context_expr for item in node.items]
        self._visit_all(calls)
        self._visit_all(node.body, CAUGHT if any(map(_suppresses, calls)) else None)

    def visit_If(self, node: ast.If) -> None:
        self.visit(node.test)
        body, orelse = _branches(node.test)
        self._visit_all(node.body, body)
        self._visit_all(node.orelse, orelse)

    def visit_Match(self, node: Any) -> None:
        self.visit(node.subject)
        for case in node.cases:
            self._visit_all(case.body, BRANCH)

    def visit_FunctionDef(self, node: Any) -> None:
        # Decorators and defaults are evaluated where the function stands.
        self._visit_all([*node.decorator_list, node.args])
        self._visit_all(node.body, FUNCTION)

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_Lambda(self, node: ast.Lambda) -> None:
        self.visit(node.args)
        self._visit_all([node.body], FUNCTION)

    def _visit_all(self, nodes: Iterable[ast.AST], condition: str | None = None) -> None:
        before = self._conditions
        if condition and condition not in before:
            self._conditions = (*before, condition)
        for node in nodes:
            self.visit(node)
        self._conditions = before

    def _add(
        self,
        node: ast.stmt | ast.expr,
        module: str | None,
        *,
        names: Sequence[str] = (),
        dynamic: bool = False,
        level: int = 0,
    ) -> None:
        self.found.append(
            {
                "module": module,
                "line": node.lineno,
                "names": list(names),
                "level": level,
                "dynamic": dynamic,
                "conditions": list(self._conditions),
            }
        )


def _branches(test: ast.AST) -> tuple[str | None, str | None]:
    """The conditions of what stands under an `if`, and of what stands under its `else`."""
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        body, orelse = _branches(test.operand)
        return orelse, body
    if _dotted(test).rpartition(".")[2] == "TYPE_CHECKING":
        return TYPING, None
    names = {_dotted(part) for part in ast.walk(test)}
    if "__name__" in names:  # a script is what it asks for
        return None, BRANCH
    if names & _PLATFORM or "platform.system" in names:
        return PLATFORM, PLATFORM
    return BRANCH, BRANCH


def _names_import(handler: ast.ExceptHandler) -> bool:
    """Whether an import that fails comes to this handler."""
    if handler.type is None:
        return True
    parts = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return bool(_CATCHING & {_dotted(part).rpartition(".")[2] for part in parts})


def _catches(handler: ast.ExceptHandler) -> bool:
    """Whether the script goes on after an import that failed."""
    return _names_import(handler) and not _ends(handler.body[-1])


def _ends(last: ast.AST) -> bool:
    if isinstance(last, ast.Expr) and isinstance(last.value, ast.Call):
        return _dotted(last.value.func).rpartition(".")[2] in _ENDING
    return isinstance(last, ast.Raise)


def _suppresses(call: ast.AST) -> bool:
    """Whether it is `suppress(ImportError)`."""
    if not isinstance(call, ast.Call) or _dotted(call.func).rpartition(".")[2] != "suppress":
        return False
    return bool(_CATCHING & {_dotted(argument) for argument in call.args})


def _dotted(node: ast.AST) -> str:
    """The name that an expression spells, as `sys.platform`; "" for another one."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        before = _dotted(node.value)
        return f"{before}.{node.attr}" if before else node.attr
    return ""


def _scan_file(path: str) -> dict[str, Any]:
    try:
        with open(path, "rb") as file:
            source = file.read()
    except OSError as error:
        return {"fault": {"line": 0, "message": f"cannot be read: {error.strerror}"}}
    return scan(source, path)


def main(request: str, answer: str) -> None:
    """Scan every file of a request; see the module."""
    sys.setrecursionlimit(10_000)
    with open(request, encoding="utf-8") as file:
        paths = json.load(file)
    found = {
        "files": [_scan_file(path) for path in paths],
        "standard": sorted(getattr(sys, "stdlib_module_names", ())),
    }
    with open(answer, "w", encoding="utf-8") as file:
        json.dump(found, file)


if __name__ == "__main__":
    main(*sys.argv[1:])
