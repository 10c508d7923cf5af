"""A small history with a bit of everything, hostile names and outputs among it; the dashboard
over it as files; and Debian's Chromium to look at it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from harness.cli import main
from harness.history import History
from harness.model import (
    Attempt,
    CaseInfo,
    ColumnId,
    Comparison,
    Divergence,
    ExceptionInfo,
    Frame,
    Header,
    Observation,
    OracleChoice,
    Outcome,
    PanicInfo,
    Phases,
    Record,
    Role,
    Signature,
    Speed,
    Status,
    TrapInfo,
)
from harness.record import read_record, write_record
from harness.reports import modules
from harness.reports import profiles as profile_report
from harness.reports.profiles import Built, Estimate, ProfileTable, Row, Share
from harness.survey import Found, State, Survey, differ, successive
from tests import factory
from tests.chromium import QUIET
from tests.site import hostile

if TYPE_CHECKING:
    from tests.site.opened import Watch

ORACLE = factory.ORACLE
OLD, NEW, NEXT = (
    ColumnId.parse(f"rustpython@{version}") for version in ("0.5.0", "0.6.0", "0.7.0-rc.1")
)
OLD_WASM, NEW_WASM = (replace(column, runtime="wasmtime") for column in (OLD, NEW))

REGRESSED = "corpus/language/regress_in_a_rather_long_name.py"
FIXED = "corpus/stdlib/fixed.py"
SPAWN = "corpus/stdlib/spawn.py"
PANICS = "corpus/io/panics.py"
LONG_LINE = "corpus/io/long_line.py"
HOSTILE_AREA = '<b>area</b> & "50%"'

Cells = list[Any]


# ---------------------------------------------------------------------- what was observed


def signature(text: str, detail: str = "") -> Signature:
    raw = text.encode("utf-8", "surrogatepass")
    return Signature(hashlib.sha256(raw).hexdigest()[:12], text, detail)


def seen(
    outcome: Outcome = Outcome.OK, stdout: bytes = b"hi\n", peak: int = 40, **its: Any
) -> Observation:
    phases = Phases(start_ns=21_000_000, compile_ns=300_000, execute_ns=4_000_000)
    times = {"cpu_ns": 29_000_000, "peak_bytes": peak * 2**20, "phases": phases}
    return factory.seen(outcome, stdout, **times, **its)


def raised(kind: str, message: str, *modules_passed: str) -> Observation:
    frames = tuple(Frame(f"/lib/{m}.py", 7, "run", m) for m in ("__main__", *modules_passed))
    return seen(
        Outcome.RAISED,
        b"",
        exception=ExceptionInfo(kind, message, frames=frames),
        stderr=factory.output(f"Traceback\n{kind}: {message}\n".encode()),
    )


Behaviour = Callable[[ColumnId], tuple[Status, Observation | None, dict[str, Any]]]


def passes(column: ColumnId) -> tuple[Status, Observation | None, dict[str, Any]]:
    return Status.PASS, seen(peak=30 if column.runtime == "native" else 55), {}


def fails(
    text: str, observation: Observation, *classes: Divergence, detail: str = ""
) -> tuple[Status, Observation | None, dict[str, Any]]:
    told = {"classes": classes, "signature": signature(text, detail)}
    return Status.FAIL, observation, told


def other_stdout(what: str = "ho") -> tuple[Status, Observation | None, dict[str, Any]]:
    detail = f"-hi\n+{what}"
    return fails(
        f"stdout: hi → {what}", seen(stdout=f"{what}\n".encode()), Divergence.STDOUT, detail=detail
    )


def regresses(column: ColumnId) -> Any:
    return passes(column) if column.version == "0.5.0" else other_stdout("regressed")


def gets_fixed(column: ColumnId) -> Any:
    if column.version != "0.5.0":
        return passes(column)
    text = "missing-name: ModuleNotFoundError: No module named '_json' in json.decoder:<module>"
    broken = raised("ModuleNotFoundError", "No module named '_json'", "json", "json.decoder")
    return fails(text, broken, Divergence.MISSING_NAME, Divergence.EXCEPTION_TYPE)


def spawns(column: ColumnId) -> Any:
    text = "missing-name: AttributeError: module 'os' has no attribute 'posix_spawn' in subprocess"
    broken = raised("AttributeError", "module 'os' has no attribute 'posix_spawn'", "subprocess")
    return fails(text, broken, Divergence.MISSING_NAME, Divergence.EXCEPTION_TYPE)


def panics(column: ColumnId) -> Any:
    if column.runtime != "native":
        trap = TrapInfo("unreachable", "wasm trap", ("rust_panic", "rustpython_vm::frame::run"))
        text = "trap: unreachable in rustpython_vm::frame::run"
        return fails(text, seen(Outcome.TRAP, b"", trap=trap), Divergence.TRAP)
    panic = PanicInfo("index out of range", "rustpython-vm-0.6.0/src/frame.rs", 812)
    where = "rustpython_vm::function::builtin::sealed::PyNativeFnInternal<OwnedParam<T1>,R>"
    text = f"panic in rustpython-vm-0.6.0/src/frame.rs {where * 3}: index out of range"
    return fails(text, seen(Outcome.PANIC, b"", panic=panic), Divergence.PANIC)


def says_otherwise(column: ColumnId) -> Any:
    told = {
        "strict": False,
        "classes": (Divergence.MESSAGE,),
        "signature": signature("exception-message: ValueError: bad N in __main__"),
    }
    return Status.PASS, raised("ValueError", "bad seven"), told


def expected(column: ColumnId) -> Any:
    if column.runtime == "native":
        return Status.XFAIL, other_stdout()[1], {**other_stdout()[2], "expectation": "issue 12"}
    return other_stdout()


def needs_threads(column: ColumnId) -> Any:
    if column.runtime == "native":
        return passes(column)
    return Status.UNSUPPORTED, None, {"reason": f"needs threads, which {column} lacks"}


def unjudged(status: Status, reason: str) -> Behaviour:
    return lambda column: (status, None, {"reason": reason})


def is_flaky(column: ColumnId) -> Any:
    return Status.FLAKY, seen(), {"reason": "its 2 runs disagree with one another"}


def prints(data: bytes, what: str) -> Behaviour:
    def behaviour(column: ColumnId) -> Any:
        exception = factory.raised("ValueError", what, what, notes=(what,))
        broken = seen(Outcome.RAISED, data, exception=exception, stderr=factory.output(data[:5000]))
        text = f"stdout: {what}"
        return fails(text, broken, Divergence.STDOUT, detail=what)

    return behaviour


# ---------------------------------------------------------------------- cases


def cases() -> dict[CaseInfo, Behaviour]:
    """Every case with what it does in a column."""
    good = [f"corpus/language/good_case_{number}.py" for number in range(6)]
    found: dict[CaseInfo, Behaviour] = {
        factory.case(name, description="counts to three", tags=("quick",)): passes for name in good
    }
    found |= {
        factory.case(REGRESSED, tags=("slow", "quick")): regresses,
        factory.case(FIXED, size=80): gets_fixed,
        factory.case(SPAWN, size=900): spawns,
        factory.case("corpus/stdlib/spawn_again.py", size=950): spawns,
        factory.case(PANICS): panics,
        factory.case("corpus/io/message.py"): says_otherwise,
        factory.case("corpus/io/expected.py"): expected,
        factory.case("corpus/io/edited.py"): passes,
        factory.case("corpus/io/threads.py", needs=("threads",)): needs_threads,
        factory.case("corpus/io/flaky.py"): is_flaky,
        factory.case("corpus/io/skip.py"): unjudged(Status.SKIP, "takes an hour"),
        factory.case("corpus/io/lost.py"): unjudged(Status.MISSING, "nothing was observed"),
        factory.case("corpus/io/noise.py"): unjudged(Status.SPURIOUS, "the worker died"),
        factory.case(LONG_LINE): prints(hostile.LONG_LINE, "a long line"),
    }
    for text in hostile.NAMES.values():
        case = factory.case(
            f"corpus/odd/{text}.py", area=HOSTILE_AREA, description=text, tags=(text,)
        )
        found[case] = prints(hostile.OUTPUT, text)
    return found


# ---------------------------------------------------------------------- records


def header(run_id: str, started: str, columns: tuple[ColumnId, ...]) -> Header:
    oracle = factory.column(ORACLE)
    candidates = [
        factory.column(column, size_bytes=22_000_000 + 4_000_000 * index)
        for index, column in enumerate(columns)
    ]
    return replace(
        factory.header(),
        run_id=run_id,
        started=started,
        columns=(oracle, *candidates),
        oracles=tuple(OracleChoice(column, ORACLE, "3.14", True) for column in columns),
    )


def run(
    run_id: str,
    started: str,
    *columns: ColumnId,
    only: str = "",
    edited: bool = False,
    complete: bool = True,
    comparisons: tuple[Comparison, ...] = (),
) -> Record:
    chosen = {case: its for case, its in cases().items() if only in case.id}
    start_ups = {ORACLE: 0.011, **{c: 0.024 + 0.007 * i for i, c in enumerate(columns)}}
    cells: Cells = [factory.start_up(column, median) for column, median in start_ups.items()]
    infos = []
    for case, behaviour in chosen.items():
        changed = edited and case.id == "corpus/io/edited.py"
        infos.append(replace(case, sha256=("1" if changed else "0") * 64))
        cells.append(Attempt(case.id, ORACLE, Role.ORACLE, 0, 0, seen(peak=12)))
        for place, column in enumerate(columns):
            cells += cell(case.id, column, place, behaviour)
    return factory.record(
        infos,
        cells,
        header=header(run_id, started, columns),
        complete=complete,
        comparisons=comparisons,
    )


def cell(case: str, column: ColumnId, place: int, behaviour: Behaviour) -> Iterator[Any]:
    status, observation, told = behaviour(column)
    made = factory.verdict(case, column, status, **told)
    if observation:
        made = replace(made, outcome=observation.outcome)
        yield factory.attempt(case, column, observation)
    if status is Status.FLAKY:
        yield factory.attempt(case, column, seen(stdout=b"ho\n"), 1)
    if "good_case" in case:
        yield factory.timing(case, column, 1.5 + place + int(case[-4]) / 5)
    yield made


def compared(case: str, verdict: Speed, estimate: float) -> Comparison:
    return Comparison(
        *(case, OLD, NEW, "execution", "cpu", 1, 10, 0.21, 0.25),
        estimate=estimate,
        low=estimate - 0.03,
        high=estimate + 0.03,
        margin=0.05,
        margin_runs=20,
        provisional=False,
        verdict=verdict,
        p=0.001,
    )


def records() -> list[Record]:
    """Three versions in two runtimes; one run was cut, one is of a part, one script was edited."""
    speeds = (
        compared("corpus/language/good_case_1.py", Speed.SLOWER, 0.31),
        compared("corpus/language/good_case_2.py", Speed.FASTER, -0.2),
        compared("corpus/language/good_case_3.py", Speed.INCONCLUSIVE, 0.02),
    )
    both, old = (NEW, NEW_WASM), (OLD, OLD_WASM)
    return [
        run("old", "2026-01-05T10:00:00+00:00", *old, edited=True),
        run("first", "2026-02-01T10:00:00+00:00", *both, only="corpus/"),
        run("new", "2026-03-01T10:00:00+00:00", *both),
        run("next", "2026-03-02T10:00:00+00:00", NEXT, OLD, NEW, comparisons=speeds),
        run("cut", "2026-03-03T10:00:00+00:00", NEW, complete=False, only="good"),
        run("part", "2026-03-04T10:00:00+00:00", NEW, NEW_WASM, only="good_case_1"),
    ]


def survey() -> Survey:
    has, missing = Found(State.IMPORTS), Found(State.MISSING)
    fails = Found(State.FAILS, signature=Signature("id", f"ImportError: {hostile.NAMES['script']}"))
    known = {"json": ("loads",), "ssl": ("wrap",), "_socket": ("socket",)}
    return Survey(
        oracles={OLD: ORACLE, NEW: ORACLE},
        modules={ORACLE: known},
        cells={
            ("json", OLD): has,
            ("ssl", OLD): fails,
            ("_socket", OLD): missing,
            ("json", NEW): has,
            ("ssl", NEW): has,
            ("_socket", NEW): fails,
        },
    )


def profile_table() -> ProfileTable:
    built = Built(23_000_000, 7_000_000, 300.0, 250)
    size = replace(NEW, profile="size")
    rows = (
        Row(NEW, "native", "as published", built=built, start=Estimate(0.02, 0.019, 0.022, 9)),
        Row(
            size,
            "native",
            built=built,
            modules=Share(200, 230),
            compatible=Share(9, 10),
            speed=Estimate(1.4, 1.3, 1.5, 6),
        ),
        Row(replace(size, runtime="wasmtime"), "wasm32-wasip1", failure=hostile.NAMES["image"]),
    )
    return ProfileTable(rows, str(ORACLE), "corpus", "gzip")


# ---------------------------------------------------------------------- the dashboard


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dashboard as files, with all kinds of pages."""
    folder = tmp_path_factory.mktemp("site")
    history = History(folder / "history")
    for record in records():
        path = folder / f"{record.header.run_id}.jsonl"
        write_record(path, record)
        history.add(path, read_record)
    shown = survey()
    pairs = [differ(shown, *pair) for pair in successive(shown.columns)]
    (folder / "modules.json").write_text(modules.to_json(shown, pairs))
    (folder / "profiles.json").write_text(profile_report.render_json(profile_table()))
    (folder / "findings.md").write_text(hostile.MARKDOWN)
    target = folder / "a folder" / "out"  # a blank in its address must do no harm
    arguments = ["site", target, "--history", history.folder]
    for kind, name in (("modules", "json"), ("profiles", "json"), ("findings", "md")):
        arguments += [f"--{kind}", folder / f"{kind}.{name}"]
    main(list(map(str, arguments)))
    return target


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Nothing: a test says what went wrong."""


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    """The address of a plain web server over these files."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site))) as web:
        Thread(target=web.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{web.server_port}"
        web.shutdown()


# ---------------------------------------------------------------------- the browser


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=chromium, args=list(QUIET))
        yield opened
        opened.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 1280, "height": 900})
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def watch(context: BrowserContext) -> Watch:
    from tests.site.opened import Watch

    return Watch(context)


@pytest.fixture(params=["from disk", "from a server"])
def root(request: pytest.FixtureRequest, site: Path, server: str) -> str:
    """Where the site is, without a slash at the end."""
    return site.as_uri() if request.param == "from disk" else server


@pytest.fixture
def disk(site: Path) -> str:
    return site.as_uri()
