"""What sources import: reading them, and telling where each module comes from."""

from __future__ import annotations

import pytest

from harness import scanner
from harness.imports import (
    REMOVED,
    Beside,
    Condition,
    Distribution,
    Fault,
    Import,
    Kind,
    Needed,
    Packages,
    needed,
    scanned,
    unresolved,
)

Row = tuple[str | None, str, str]


def read(source: str) -> list[Import]:
    found = scanned(scanner.scan(source.encode(), "a.py"), "a.py")
    assert not isinstance(found, Fault), found
    return found


def rows(source: str) -> list[Row]:
    """Module, names and conditions of each import."""
    return [
        (
            "." * use.level + use.module if use.module is not None else None,
            " ".join(use.names),
            " ".join(use.conditions),
        )
        for use in read(source)
    ]


# --------------------------------------------------------------------------- reading


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import a, b.c as d", [("a", "", ""), ("b.c", "", "")]),
        ("from a.b import c, d as e", [("a.b", "c d", "")]),
        ("from a import *", [("a", "*", "")]),
        ("from . import x\nfrom ..p.q import r", [(".", "x", ""), ("..p.q", "r", "")]),
        ("class C:\n  import a", [("a", "", "")]),
        ("def f():\n  import a", [("a", "", "function")]),
        ("async def f():\n  import a", [("a", "", "function")]),
        ("def f(x=__import__('a')): pass", [("a", "", "")]),
        ("f = lambda: __import__('a')", [("a", "", "function")]),
        ("for x in y:\n  import a", [("a", "", "")]),
        ("if x:\n  import a\nelse:\n  import b", [("a", "", "branch"), ("b", "", "branch")]),
        ("match x:\n  case 1:\n    import a", [("a", "", "branch")]),
        ("if __name__ == '__main__':\n  import a", [("a", "", "")]),
        ("if sys.platform == 'win32':\n  import a", [("a", "", "platform")]),
        ("if os.name == 'nt':\n  import a\nelse:\n  b()", [("a", "", "platform")]),
        ("if sys.version_info < (3, 11):\n  a()\nelse:\n  import b", [("b", "", "platform")]),
        ("if platform.system() == 'X':\n  import a", [("a", "", "platform")]),
        ("if TYPE_CHECKING:\n  import a\nelse:\n  import b", [("a", "", "typing"), ("b", "", "")]),
        ("if not typing.TYPE_CHECKING:\n  import a", [("a", "", "")]),
        ("with suppress(ImportError):\n  import a", [("a", "", "caught")]),
        ("with contextlib.suppress(KeyError):\n  import a", [("a", "", "")]),
        ("with open(p) as f:\n  import a", [("a", "", "")]),
    ],
)
def test_where_an_import_stands(source: str, expected: list[Row]) -> None:
    assert rows(source) == expected


@pytest.mark.parametrize(
    ("handler", "conditions"),
    [
        ("except ImportError: x = 1", "caught"),
        ("except ModuleNotFoundError: pass", "caught"),
        ("except (OSError, ImportError): pass", "caught"),
        ("except Exception as e: pass", "caught"),
        ("except: pass", "caught"),
        ("except* ImportError: pass", "caught"),
        ("except KeyError: pass", ""),
        ("except ImportError: raise SystemExit('no a')", ""),
        ("except ImportError: sys.exit('no a')", ""),
        ("finally: pass", ""),
    ],
)
def test_whether_a_failing_import_is_caught(handler: str, conditions: str) -> None:
    assert rows(f"try:\n  import a\n{handler}") == [("a", "", conditions)]


def test_what_stands_in_for_a_module() -> None:
    source = "try:\n  import a\nexcept ImportError:\n  import b\nelse:\n  import c\n"
    assert rows(source) == [("a", "", "caught"), ("b", "", "fallback"), ("c", "", "")]
    assert [use.optional for use in read(source)] == [True, True, False]


def test_conditions_add_up() -> None:
    source = "def f():\n  if x:\n    try:\n      import a\n    except ImportError: pass\n"
    assert rows(source) == [("a", "", "function branch caught")]


@pytest.mark.parametrize(
    ("call", "module"),
    [
        ("__import__('a.b')", "a.b"),
        ("importlib.import_module('a')", "a"),
        ("import_module(name='a')", "a"),
        ("import_module('.a', 'p')", ".a"),
        ("runpy.run_module('a')", "a"),
        ("import_module(x)", None),
        ("import_module(f'{x}.y')", None),
        ("import_module('..')", None),
    ],
)
def test_dynamic_imports(call: str, module: str | None) -> None:
    found = read(call)
    assert rows(call) == [(module, "", "")]
    assert found[0].dynamic
    assert unresolved(found) == ([] if module else found)


@pytest.mark.parametrize("call", ["import_module()", "f(x)", "x.y.z()", "__import__"])
def test_what_is_no_import(call: str) -> None:
    assert not rows(call)


@pytest.mark.parametrize(
    ("source", "line", "said"),
    [
        (b"import a b", 1, "invalid syntax"),
        (b"x = 1\nreturn 1", 2, "'return' outside function"),
        (b"x = (\n", 1, "was never closed"),
        (b"a\0b", 1, "null bytes"),
        (b"# coding: nonsense\n", 1, "unknown encoding"),
        (b"x = '\xff'", 1, "utf-8"),
        (b"(" * 5000 + b")" * 5000, 1, ""),
    ],
)
def test_what_is_no_python(source: bytes, line: int, said: str) -> None:
    found = scanned(scanner.scan(source, "a.py"), "a.py")
    assert isinstance(found, Fault)
    assert found.line == line
    assert said in found.message
    assert str(found).startswith(f"a.py:{line}: ")


def test_the_scanner_knows_the_same_conditions() -> None:
    names = ("CAUGHT", "FALLBACK", "TYPING", "PLATFORM", "BRANCH", "FUNCTION")
    assert {getattr(scanner, name) for name in names} == set(Condition)


def test_a_file_that_could_not_be_read_has_no_line() -> None:
    assert str(Fault("a.py", 0, "cannot be read: X")) == "a.py: cannot be read: X"


# --------------------------------------------------------------------------- what they are

STANDARD = {"json", "random", "json.decoder", "os", "email", "email.policy", "ssl"}
PURE = Distribution("Click", "8.1")
NUMPY = Distribution("numpy", "2.0", compiled=("numpy/_core/x.so",))
SEABORN = Distribution("seaborn", "1", requires=("pandas",))
PANDAS = Distribution("pandas", "2", compiled=("pandas/x.so",), requires=("numpy", "seaborn"))
UNTOLD = Distribution("untold", "1", compiled=None)
AUTH = Distribution("google-auth", "1", inside=frozenset({"google.auth"}))
PROTOBUF = Distribution(
    "protobuf", "5", compiled=("google/_upb/x.so",), inside=frozenset({"google.protobuf"})
)
PACKAGES = Packages(
    {
        "click": (PURE,),
        "numpy": (NUMPY,),
        "seaborn": (SEABORN,),
        "untold": (UNTOLD,),
        "google": (AUTH, PROTOBUF),
        "imp": (Distribution("zombie-imp", "1"),),
    },
    {"numpy": NUMPY, "pandas": PANDAS, "seaborn": SEABORN},
)
OWN = {
    "a.py": Beside(
        frozenset({"mine", "random", "numpy"}), {"fast": "fast.so"}, frozenset({"data", "os"})
    )
}


def sort(source: str) -> list[Needed]:
    return needed(read(source), {"a.py": OWN["a.py"]}, STANDARD, PACKAGES)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import json", [("json", Kind.STANDARD)]),
        ("import os.path", [("os", Kind.STANDARD)]),
        ("import json.decoder", [("json.decoder", Kind.STANDARD)]),
        ("from email import policy", [("email.policy", Kind.STANDARD)]),
        (
            "from email import policy, x",
            [("email", Kind.STANDARD), ("email.policy", Kind.STANDARD)],
        ),
        ("from json import *", [("json", Kind.STANDARD)]),
        ("from json.decoder import X", [("json.decoder", Kind.STANDARD)]),
        ("import mine.x", [("mine", Kind.OWN)]),
        ("import numpy", [("numpy", Kind.OWN)]),  # what lies beside is found first
        ("import random", [("random", Kind.OWN)]),
        ("import fast", [("fast", Kind.COMPILED)]),
        ("import data", [("data", Kind.OWN)]),
        ("import os", [("os", Kind.STANDARD)]),  # before a folder without __init__.py
        ("from . import x, y", [(".x", Kind.OWN), (".y", Kind.OWN)]),
        ("from ..a.b import c", [("..a.b", Kind.OWN)]),
        ("import click.core", [("click", Kind.PURE)]),
        ("import seaborn", [("seaborn", Kind.PURE)]),
        ("import untold", [("untold", Kind.UNKNOWN)]),
        ("import nobody", [("nobody", Kind.UNKNOWN)]),
        ("import google.auth", [("google", Kind.PURE)]),
        ("from google import protobuf", [("google", Kind.COMPILED)]),
        ("import google.protobuf.message", [("google", Kind.COMPILED)]),
        ("import google", [("google", Kind.COMPILED)]),  # which of them nobody can tell
        ("import cgi", [("cgi", Kind.REMOVED)]),
        ("import imp", [("imp", Kind.PURE)]),  # a package brings it back
        ("import_module(x)", []),
    ],
)
def test_where_a_module_comes_from(source: str, expected: list[tuple[str, Kind]]) -> None:
    assert [(item.module, item.kind) for item in sort(source)] == expected


def test_a_pure_package_that_requires_compiled_ones() -> None:
    (item,) = sort("import seaborn")
    assert item.requires == (NUMPY, PANDAS)  # directly or not, and in spite of a circle
    assert not sort("import click")[0].requires


def test_uses_are_gathered() -> None:
    source = "def f():\n  from json import loads\nif x:\n  from json import dumps\n"
    (item,) = sort(source)
    assert item.names == ("dumps", "loads")
    assert [use.line for use in item.uses] == [2, 4]
    assert item.conditions == (Condition.BRANCH, Condition.FUNCTION)
    assert not item.optional
    (plain,) = sort(source + "import json\n")
    assert plain.conditions == ()


def test_a_module_is_optional_when_each_import_is() -> None:
    guarded = "try:\n  import ssl\nexcept ImportError:\n  ssl = None\n"
    assert sort(guarded)[0].optional
    assert not sort(guarded + "import ssl\n")[0].optional


def test_kinds_are_in_order() -> None:
    found = sort("import nobody, click, json, google, mine, cgi, email")
    assert [item.module for item in found] == (
        ["email", "json", "cgi", "mine", "click", "google", "nobody"]
    )


def test_the_inner_folder_comes_first() -> None:
    root = Beside(frozenset({"x"}), {"y": "y.so"}, frozenset({"n"}))
    inner = Beside(frozenset({"y"}), {"x": "x.so"}, frozenset({"m"}))
    both = inner.over(root)
    assert both.modules == {"y"}
    assert both.compiled["x"] == "x.so"
    assert both.namespaces == {"m", "n"}


def test_removed_modules_have_a_version() -> None:
    assert REMOVED["distutils"] == "3.12"
    assert {REMOVED[name] for name in REMOVED} <= {"3.10", "3.11", "3.12", "3.13"}
