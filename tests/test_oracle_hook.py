"""What the oracle's hook tells, that nothing breaks it, and what a script can see of it.

Every script runs with and without the hook, on each CPython that is at hand: it must print the
same and end in the same way. docs/oracle.md lists what remains visible; its lines are the last
part here.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from harness.cache import Cache
from harness.engines.cpython import find_cpython
from harness.errors import HarnessError
from harness.execute import run_tool
from harness.lanes import Lane
from harness.model import Artefact, Case, CaseFile, Column, ColumnId, Limits, Observation, Role
from harness.run import Bench, Settings
from harness.runtimes import RUNTIMES
from harness.runtimes.commands import CPYTHON_HOOK
from harness.scratch import ScratchRoot

NATIVE = RUNTIMES["native"]
LIMITS = Limits(wall_s=20.0, memory_bytes=2 << 30)
HERE = "this"

Run = Callable[..., Observation]


def say(_message: str, *, expected_s: float | None = None) -> None:
    """Progress that nobody reads."""


@pytest.fixture(scope="session", params=[HERE, "3.14", "3.13"])
def oracle(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Artefact:
    """The CPython of that version, with its hook compiled; skipped where there is none."""
    version = request.param
    if version == HERE:
        version = f"3.{sys.version_info[1]}"
    elif version == f"3.{sys.version_info[1]}":
        pytest.skip("it is the one that runs the tests")
    try:
        found = find_cpython(
            version, tools=run_tool, store=Cache.default(), progress=say, install=False
        )
    except HarnessError as error:
        pytest.skip(error.message)
    store = Cache(tmp_path_factory.mktemp("cache"))
    return NATIVE.prepare(found, tools=run_tool, store=store, progress=say)


@pytest.fixture
def run(oracle: Artefact, tmp_path: Path) -> Iterator[Run]:
    """Runs a script, `hook` or not; `files` are beside it, `env` is the case's."""
    lane = Lane(
        Column(ColumnId("cpython", "3"), "native", "3", "f", frozenset()), oracle, NATIVE, None
    )

    def once(source: str, *, hook: bool = True, files: Any = None, env: Any = None) -> Observation:
        path = tmp_path / "script.py"
        path.write_text(source, encoding="utf-8")
        beside = [CaseFile(name, text.encode()) for name, text in (files or {}).items()]
        case = Case("x/script.py", path, ".", "0", files=tuple(beside), env=env or {})
        role = Role.CANDIDATE if hook else Role.TIMING
        return bench.attempt(lane, case, role, 0, LIMITS).observation

    with ScratchRoot() as scratch:
        bench = Bench(scratch, Settings())
        yield once
        bench.close()


def shown(seen: Observation) -> tuple[int | None, str, str]:
    """All that anyone outside sees of a run, but for addresses."""
    texts = [stream.data.decode() for stream in (seen.stdout, seen.stderr)]
    stdout, stderr = (
        re.sub("0x[0-9a-f]+", "0x", text.replace(seen.scratch, "<scratch>")) for text in texts
    )
    return 128 + seen.signal if seen.signal else seen.exit_code, stdout, stderr


def alike(run: Run, source: str, **given: Any) -> Observation:
    """Run it both ways, check that nobody could tell, and return what the hook let us see."""
    hooked, plain = run(source, **given), run(source, hook=False, **given)
    assert shown(hooked) == shown(plain)
    return hooked


# --------------------------------------------------------------------------- what it tells

RAISED = {
    "plain": ("raise ValueError('v')", "ValueError", "v"),
    "empty": ("raise ValueError", "ValueError", ""),
    "of a class": ("class E(Exception): pass\nraise E(1, 2)", "E", "(1, 2)"),
    "nested class": ("def f():\n class E(Exception): pass\n raise E\nf()", "f.<locals>.E", ""),
    "of a module": ("import json; json.loads('{')", "json.decoder.JSONDecodeError", None),
    "missing module": (
        "import nothing_here",
        "ModuleNotFoundError",
        "No module named 'nothing_here'",
    ),
    "syntax": ("def f(:\n pass", "SyntaxError", None),
    "import of a syntax error": ("import broken", "SyntaxError", None),
    "not ASCII": ("raise ValueError('ä😀\\ud800\\0\"\\\\')", "ValueError", 'ä😀\ud800\0"\\'),
    "huge message": ("raise ValueError('x' * 10**7)", "ValueError", "x" * 16000 + "…"),
    "recursion": ("def f(): f()\nf()", "RecursionError", None),
    "memory": ("x = 'a' * (1 << 40)", "MemoryError", ""),
    "low recursion limit": (
        "import sys\ntry: 1/0\nexcept ZeroDivisionError as e: error = e\n"
        "sys.setrecursionlimit(30)\nraise error",
        "ZeroDivisionError",
        "division by zero",
    ),
    "highest recursion limit": (
        "import sys; sys.setrecursionlimit(2 ** 31 - 1)\nraise KeyError(1)",
        "KeyError",
        "1",
    ),
    "str raises": (
        "class E(Exception):\n def __str__(self): raise KeyError\nraise E",
        "E",
        None,
    ),
    "str is no string": (
        "class E(Exception):\n def __str__(self): return 3\nraise E",
        "E",
        None,
    ),
    "str is an odd string": (
        "class S(str):\n def __iter__(self): raise OSError\n def __len__(self): return -1\n"
        "class E(Exception):\n def __str__(self): return S('odd')\nraise E",
        "E",
        "odd",
    ),
    "attributes that lie": (
        "class E(Exception):\n"
        "    __cause__ = __context__ = __traceback__ = property(lambda self: 1/0)\n"
        "    __class__ = property(lambda self: 1/0)\n"
        "try: 1/0\nexcept ZeroDivisionError: raise E('x')",
        "E",
        "x",
    ),
    "module that is no text": ("class E(Exception): __module__ = 3\nraise E", "<unknown>.E", ""),
    "own excepthook": (
        "import sys; sys.excepthook = lambda *given: print('mine', given[1])\nraise KeyError(1)",
        "KeyError",
        "1",
    ),
    "excepthook that raises": (
        "import sys\ndef hook(*given): raise OSError('in hook')\nsys.excepthook = hook\n1/0",
        "ZeroDivisionError",
        "division by zero",
    ),
    "no excepthook": ("import sys; del sys.excepthook\n1/0", "ZeroDivisionError", None),
    "no stderr": ("import sys; sys.stderr = None\n1/0", "ZeroDivisionError", None),
    "builtins replaced": (
        "import builtins\n"
        "for n in ('str', 'len', 'isinstance', 'type', 'ord', 'tuple', 'dict', 'BaseException'):\n"
        "    setattr(builtins, n, None)\n"
        "raise KeyError(1)",
        "KeyError",
        "1",
    ),
    "modules deleted": (
        "import sys\nfor n in ('os', 'posix', 'sys', 'json', 'io'): sys.modules.pop(n, None)\n1/0",
        "ZeroDivisionError",
        "division by zero",
    ),
    "os replaced": (
        "import os\nfor n in ('write', 'getpid', 'fstat', 'open'): setattr(os, n, None)\n1/0",
        "ZeroDivisionError",
        None,
    ),
    "path and hooks cleared": (
        "import sys; sys.path.clear(); sys.meta_path.clear(); sys.path_hooks.clear()\n1/0",
        "ZeroDivisionError",
        None,
    ),
    "traced": (
        "import sys\nseen = []\n"
        "def trace(frame, event, arg): seen.append(frame.f_code.co_filename)\n"
        "sys.settrace(trace); sys.setprofile(trace)\n"
        "sys.excepthook = lambda *given: print([n for n in seen if 'customize' in n])\n"
        "id(1); 1/0",
        "ZeroDivisionError",
        None,
    ),
    "in a finally of exit": (
        "try: raise SystemExit(3)\nfinally: raise KeyError(1)",
        "KeyError",
        "1",
    ),
    "asyncio": (
        "import asyncio\nasync def f(): raise OSError('a')\nasyncio.run(f())",
        "OSError",
        "a",
    ),
    "atexit later": (
        "import atexit, sys\natexit.register(lambda: print(sorted(set(sys.modules) - before)))\n"
        "atexit.register(print, 'later')\nbefore = set(sys.modules)\nraise KeyError(1)",
        "KeyError",
        "1",
    ),
    "exit code from excepthook's exit": (
        "import sys\nsys.excepthook = lambda *given: sys.exit(1)\n1/0",
        "ZeroDivisionError",
        None,
    ),
    "from a thread's join": (
        "import threading\nimport concurrent.futures as c\n"
        "with c.ThreadPoolExecutor() as pool: pool.submit(int, 'x').result()",
        "ValueError",
        "invalid literal for int() with base 10: 'x'",
    ),
}


@pytest.mark.parametrize("name", RAISED)
def test_an_uncaught_exception_is_told(name: str, run: Run) -> None:
    source, kind, message = RAISED[name]
    files = {"broken.py": "def f(:\n"} if "broken" in source else None
    seen = alike(run, source, files=files)
    assert seen.outcome.value == "raised"
    assert seen.exit_code == 1
    assert seen.exception is not None
    assert seen.exception.type == kind
    if message is not None:
        assert seen.exception.message == message


NOT_RAISED = {
    "ok": ("print(1)", "ok", 0),
    "exit code": ("raise SystemExit(3)", "exit", 3),
    "exit 1": ("import sys; sys.exit(1)", "exit", 1),
    "exit text": ("import sys; sys.exit('text')", "exit", 1),
    "os._exit": ("import os; os._exit(1)", "exit", 1),
    "exit in a handler": ("try: 1/0\nexcept ZeroDivisionError: raise SystemExit(1)", "exit", 1),
    "thread": (
        "import threading\nt = threading.Thread(target=lambda: 1/0); t.start(); t.join()",
        "ok",
        0,
    ),
    "atexit": ("import atexit; atexit.register(lambda: 1/0)", "ok", 0),
    "del": ("class C:\n def __del__(self): 1/0\nC()", "ok", 0),
    "task": (
        "import asyncio\nasync def g(): 1/0\n"
        "async def f():\n t = asyncio.ensure_future(g()); await asyncio.sleep(0.01); del t\n"
        "asyncio.run(f())",
        "ok",
        0,
    ),
    "calls the excepthook": (
        "import sys\ntry: 1/0\nexcept ZeroDivisionError: sys.excepthook(*sys.exc_info())",
        "ok",
        0,
    ),
    "prints a traceback and exits": (
        "import sys, traceback\ntry: 1/0\n"
        "except ZeroDivisionError: traceback.print_exc()\nsys.exit(1)",
        "exit",
        1,
    ),
    "forked child raises": (
        "import os\npid = os.fork()\nif not pid: 1/0\n"
        "print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))\nos._exit(1)",
        "exit",
        1,
    ),
    "executes another": (
        "import os, sys; os.execv(sys.executable, [sys.executable, '-c', '1/0'])",
        "exit",
        1,
    ),
    "killed": ("import os; os.kill(os.getpid(), 9)", "signal", None),
}


@pytest.mark.parametrize("name", NOT_RAISED)
def test_what_is_no_uncaught_exception_is_none(name: str, run: Run) -> None:
    source, outcome, code = NOT_RAISED[name]
    seen = alike(run, source)
    assert (seen.outcome.value, seen.exit_code, seen.exception) == (outcome, code, None)


def test_an_interrupt_is_a_raised_exception(run: Run) -> None:
    seen = alike(run, "raise KeyboardInterrupt")
    assert (seen.outcome.value, seen.exit_code) == ("raised", 130)


def test_the_chain_the_notes_and_the_frames(run: Run) -> None:
    source = """
def outer():
    try:
        inner()
    except KeyError as error:
        raise ValueError("new") from error
def inner():
    try: [][0]
    except IndexError: raise KeyError("old")
try:
    outer()
except ValueError as error:
    if hasattr(error, "add_note"): error.add_note("note é"); error.add_note("second")
    raise
"""
    info = alike(run, source).exception
    assert info is not None
    assert info.notes == ("note é", "second")
    assert [frame.function for frame in info.frames] == ["<module>", "outer"]
    assert [frame.line for frame in info.frames] == [11, 6]
    assert {frame.module for frame in info.frames} == {"__main__"}
    assert info.suppress_context
    assert info.context is None  # it is the cause
    assert info.cause is not None
    assert (info.cause.type, info.cause.message) == ("KeyError", "'old'")
    assert info.cause.context is not None
    assert info.cause.context.type == "IndexError"


def test_a_group_with_its_members(run: Run) -> None:
    source = """
class G(ExceptionGroup):
    exceptions = property(lambda self: 1/0)
raise G("g", [KeyError(1), ExceptionGroup("h", [OSError(2)])])
"""
    info = run(source).exception
    assert info is not None
    assert (info.type, info.message) == ("G", "g (2 sub-exceptions)")
    assert [member.type for member in info.exceptions] == ["KeyError", "ExceptionGroup"]
    assert info.exceptions[1].exceptions[0].type == "OSError"


@pytest.mark.parametrize(
    "notes", ["3", "'text'", "[[], 1, None]", "{1: 2}", "[Bad(), 'kept']", "()", "Bad()"]
)
def test_odd_notes(notes: str, run: Run) -> None:
    source = f"""
class Bad:
    __hash__ = None
    def __str__(self): raise OSError
    __repr__ = __iter__ = __len__ = __eq__ = __str__
error = KeyError(1)
error.__notes__ = {notes}
raise error
"""
    info = alike(run, source).exception
    assert info is not None
    assert info.type == "KeyError"
    assert info.notes == {"[[], 1, None]": ("[]", "1", "None"), "[Bad(), 'kept']": ("kept",)}.get(
        notes, ()
    )


def test_an_attribute_hook_of_the_class_is_not_called_by_us(run: Run) -> None:
    source = """
class E(Exception):
    def __getattr__(self, name):
        print("getattr", name)
        raise AttributeError(name)
    def __getattribute__(self, name):
        print("getattribute", name)
        return super().__getattribute__(name)
raise E("x")
"""
    assert alike(run, source).exception is not None


def test_memory_that_is_used_up(run: Run) -> None:
    seen = run("kept = []\nwhile True: kept.append(bytearray(10 ** 7))")
    assert (seen.outcome.value, seen.exception and seen.exception.type) == ("raised", "MemoryError")


def test_cycles_and_long_chains_end(run: Run) -> None:
    cycle = "a, b = KeyError(1), OSError(2)\na.__context__ = b\nb.__cause__ = a\nraise a"
    info = alike(run, cycle).exception
    assert info is not None
    assert info.context is not None
    assert (info.context.type, info.context.cause) == ("OSError", None)
    long = (
        "error = None\nfor n in range(500):\n"
        "    new = KeyError(n); new.__cause__ = error; error = new\nraise error"
    )
    info, depth = alike(run, long).exception, 0
    while info:
        info, depth = info.cause, depth + 1
    assert depth == 17


def test_many_branches_end(run: Run) -> None:
    source = """
def tree(depth):
    error = KeyError(depth)
    if depth:
        error.__cause__, error.__context__ = tree(depth - 1), tree(depth - 1)
    return error
raise tree(8)
"""
    info = run(source).exception
    assert info is not None

    def count(info: Any) -> int:
        return 1 + count(info.cause) + count(info.context) if info else 0

    assert count(info) == 64


def test_a_deep_traceback_keeps_its_two_ends(run: Run) -> None:
    info = alike(run, "def f(n):\n    if n: f(n - 1)\n    1/0\nf(200)").exception
    assert info is not None
    assert len(info.frames) == 64
    assert info.frames[0].function == "<module>"


# --------------------------------------------------------------------------- shadowing

BAD = "raise SystemError('the script\\'s own module was imported')"


@pytest.mark.parametrize(
    "name", ["json.py", "sitecustomize.py", "usercustomize.py", "fcntl.py", "encodings/__init__.py"]
)
def test_modules_beside_the_script_are_never_imported(name: str, run: Run) -> None:
    info = alike(run, "raise KeyError('ä')", files={name: BAD}).exception
    assert info is not None
    assert info.type == "KeyError"


def has_its_own_sitecustomize(oracle: Artefact) -> bool:
    """As Debian's Python has: what a script imports by that name is there already."""
    code = "import sys; print('sitecustomize' in sys.modules)"
    said = subprocess.run([oracle.path, "-c", code], env={}, capture_output=True, text=True)
    return said.stdout == "True\n"


def test_a_script_may_import_its_own_sitecustomize(run: Run, oracle: Artefact) -> None:
    files = {"sitecustomize.py": "print('mine')"}
    printed = b"" if has_its_own_sitecustomize(oracle) else b"mine\n"
    assert alike(run, "import sitecustomize", files=files).stdout.data == printed


def test_the_pythonpath_of_a_case_is_its_own(run: Run) -> None:
    source = "import os, sys, there; print(os.environ['PYTHONPATH'], sys.path[1:3])\n1/0"
    files = {"lib/there.py": "", "lib2/x.py": ""}
    seen = alike(run, source, files=files, env={"PYTHONPATH": "lib:lib2"})
    assert seen.stdout.data.startswith(b"lib:lib2 [")
    assert seen.outcome.value == "raised"


def test_another_sitecustomize_on_the_path_runs_as_without_the_hook(run: Run) -> None:
    files = {"lib/sitecustomize.py": "print('of the machine', __file__ != '', __name__)"}
    source = "import sys, sitecustomize; print('sitecustomize' in sys.modules)\n1/0"
    seen = alike(run, source, files=files, env={"PYTHONPATH": "lib"})
    assert seen.stdout.data == b"of the machine True sitecustomize\nTrue\n"
    assert seen.outcome.value == "raised"


def test_a_closed_descriptor_is_not_written_to(run: Run) -> None:
    source = """
import os
os.closerange(3, 300)
files = [open(f"f{n}", "w") for n in range(220)]
import atexit
atexit.register(lambda: print({os.stat(f"f{n}").st_size for n in range(220)}))
raise KeyError(1)
"""
    hooked, plain = run(source), run(source, hook=False)
    assert shown(hooked) == shown(plain)
    assert hooked.stdout.data == b"{0}\n"


PROCESSES = """
import subprocess, sys, os, multiprocessing
code = (
    "import os, sys; print(sorted(os.environ), %r == sys.path[1:],"
    " sorted(map(int, os.listdir('/proc/self/fd'))))"
) % (sys.path[1:],)
def work(n):
    return n, sorted(os.environ)
if __name__ == "__main__":
    for command in ([sys.executable, "-c", code], ["/bin/sh", "-c", "env | cut -d= -f1 | sort"]):
        print(subprocess.run(command, capture_output=True, text=True, close_fds=False))
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        print(pool.map(work, [1]))
"""


def test_processes_of_the_script_know_nothing_of_the_hook(run: Run) -> None:
    seen = alike(run, PROCESSES)
    assert b"HARNESS" not in seen.stdout.data
    assert seen.outcome.value == "ok"


# --------------------------------------------------------------------------- what is visible

SELF_PORTRAIT = """
import sys
modules = list(sys.modules)
import gc, os, warnings, threading, site
class C: pass
def depth(n):
    try: return depth(n + 1)
    except RecursionError: return n
events = []
sys.addaudithook(lambda event, arguments: events.append(event))
id(C); open(__file__).close(); compile("1", "", "eval")
print({
    "modules": modules,
    "path": sys.path,
    "importers": sorted(sys.path_importer_cache),
    "hooks": len(sys.path_hooks), "finders": len(sys.meta_path),
    "environ": list(os.environ.items()),
    "flags": repr(sys.flags), "arguments": sys.argv, "original": sys.orig_argv,
    "options": sys.warnoptions, "filters": repr(warnings.filters),
    "excepthook": sys.excepthook is sys.__excepthook__,
    "exception": sys.exc_info(),
    "trace": [sys.gettrace(), sys.getprofile()],
    "threads": threading.active_count(),
    "collector": [gc.isenabled(), gc.get_threshold(), gc.get_freeze_count(), len(gc.garbage)],
    "site": [site.ENABLE_USER_SITE, site.USER_SITE],
    "builtins": sorted(vars(__builtins__)),
    "main": sorted(globals()),
    "first descriptor": os.dup(0),
    "recursion": [sys.getrecursionlimit(), depth(0)],
    "events": events,
    "nofile": __import__("resource").getrlimit(7),
})
"""


def test_a_self_portrait_is_the_same(run: Run) -> None:
    alike(run, SELF_PORTRAIT)


def both(run: Run, source: str) -> tuple[Any, Any]:
    """What the script printed, as data, without the hook and with it."""
    plain, hooked = run(source, hook=False), run(source)
    return ast.literal_eval(plain.stdout.data.decode()), ast.literal_eval(
        hooked.stdout.data.decode()
    )


def test_visible_a_descriptor(run: Run) -> None:
    plain, hooked = both(run, "import os; print([int(n) for n in os.listdir('/proc/self/fd')])")
    assert set(hooked) - set(plain) == {200}


def test_visible_the_environment_at_the_start(run: Run) -> None:
    source = "print([v.split('=')[0] for v in open('/proc/self/environ').read().split('\\0') if v])"
    plain, hooked = both(run, source)
    assert set(hooked) - set(plain) == {"HARNESS_CONTROL", "PYTHONPATH"}


def test_no_folder_beside_its_own_is_visible(run: Run) -> None:
    plain, hooked = both(run, "import os; print(sorted(os.listdir('../..')))")
    assert plain == hooked == ["s"]


def test_visible_objects_of_the_hook(run: Run) -> None:
    source = (
        "import gc, types; print([1 for o in gc.get_objects() if type(o) is types.FunctionType"
        " and 'sitecustomize' in o.__code__.co_filename])"
    )
    plain, hooked = both(run, source)
    assert not plain
    assert hooked


def test_visible_one_more_call_of_str(run: Run) -> None:
    source = "class E(Exception):\n def __str__(self): print('called'); return ''\nraise E"
    hooked, plain = run(source), run(source, hook=False)
    assert len(hooked.stdout.data.split()) == len(plain.stdout.data.split()) + 1


def test_visible_events_of_reading_the_exception(run: Run) -> None:
    source = """
import sys
events = []
sys.addaudithook(lambda event, arguments: events.append(event))
sys.excepthook = lambda *given: print(events)
1/0
"""
    plain, hooked = both(run, source)
    assert set(hooked) <= {*plain, "object.__getattr__"}
    assert hooked[-1] == plain[-1] == "sys.excepthook"


def test_visible_a_forged_event_is_believed_with_exit_code_1_only(run: Run) -> None:
    forge = "import sys; sys.audit('sys.excepthook', None, KeyError, KeyError(1), None)\n"
    assert run(forge).outcome.value == "ok"
    assert run(forge + "sys.exit(3)").outcome.value == "exit"
    assert run(forge + "sys.exit(1)").outcome.value == "raised"


def test_each_visible_thing_is_documented_with_its_test() -> None:
    text = (Path(__file__).parent.parent / "docs/oracle.md").read_text(encoding="utf-8")
    tests = {name for name in globals() if name.startswith("test_visible_")}
    assert tests
    assert {name for name in tests if f"`{name}`" not in text} == set()


# --------------------------------------------------------------------------- its own file


def test_the_hook_is_fit_for_old_pythons_and_imports_nothing_new() -> None:
    tree = ast.parse((CPYTHON_HOOK / "sitecustomize.py").read_text(), feature_version=(3, 8))
    imported = {
        alias.name if isinstance(node, ast.Import) else node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    assert imported == {"sys", "os", "sitecustomize"}


def test_without_a_control_folder_it_only_leaves(oracle: Artefact, tmp_path: Path) -> None:
    code = "import os, sys; print('PYTHONPATH' in os.environ, 'sitecustomize' in sys.modules)\n1/0"
    ended = subprocess.run(
        [oracle.path, "-c", code],
        env={"PYTHONPATH": str(CPYTHON_HOOK), "PYTHONDONTWRITEBYTECODE": "1"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert ended.stdout == f"False {has_its_own_sitecustomize(oracle)}\n"
    assert ended.stderr.endswith("ZeroDivisionError: division by zero\n")


def test_the_hook_is_compiled_once(oracle: Artefact) -> None:
    (compiled,) = Path(oracle.info["hook"]).glob("__pycache__/*.pyc")
    assert compiled.stat().st_size > 1000
