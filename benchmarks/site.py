"""How large the dashboard's first screen is, and how soon a reader can use it.

    site.py [--cases N] [--rounds N] [--folder DIR]

Makes a synthetic history of six columns, writes the dashboard over it, and opens that from disk
in Debian's Chromium, each round in a fresh context with nothing cached. Prints one table: what
is measured, the median and the greatest of all rounds, and the limit; ends with 1 when a median
is beyond its limit.

A page is interactive when it has been painted and its scripts have run; that a click works then
is tried. Going to a cell lasts from the click, as the browser notes it, to the first paint of
the cell's page.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

from history import COLUMNS, ORACLE, synthetic
from playwright.sync_api import Browser, sync_playwright
from tabulate import tabulate

from harness.history import History
from harness.model import ColumnId, Record, Signature, StartUp, Timing
from harness.record import read_record, write_record

FIRST_SCREEN = "first screen with its data and code, kB"
INTERACTIVE = "first screen until it is interactive, ms"
TO_A_CELL = "from an area's page to a cell, ms"
LIMITS = {FIRST_SCREEN: 300, INTERACTIVE: 1000, TO_A_CELL: 200}

Measured = dict[str, list[float]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cases", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="site-") as scratch:
        folder = options.folder or Path(scratch)
        measured: Measured = defaultdict(list)
        site = written(folder, options.cases, measured)
        with sync_playwright() as play:
            arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
            browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=arguments)
            for number in range(options.rounds):
                look(browser, site, number, measured)
            browser.close()
    rows = [
        (what, statistics.median(values), max(values), LIMITS.get(what, "–"))
        for what, values in measured.items()
    ]
    print(f"{options.cases} cases in {len(COLUMNS)} columns, {options.rounds} rounds")
    print(tabulate(rows, ("", "median", "greatest", "limit"), floatfmt=".1f"))
    sys.exit(any(statistics.median(measured[what]) > limit for what, limit in LIMITS.items()))


def written(folder: Path, cases: int, measured: Measured) -> Path:
    """The dashboard over three runs of so many cases."""
    folder.mkdir(parents=True, exist_ok=True)
    history = History(folder / "history")
    for number in range(3):
        path = synthetic(folder, number, cases * (len(COLUMNS) + 1))
        write_record(path, telling(read_record(path)))
        history.add(path, read_record)
    site = folder / "site"
    began = time.monotonic()
    command = (sys.executable, "-m", "harness", "site", str(site), "--history", history.folder)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    measured["writing all files, s"].append(time.monotonic() - began)
    files = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
    measured["files"].append(len(files))
    measured["all of them, MB"].append(sum(files) / 1e6)
    return site


def telling(record: Record) -> Record:
    """With what else a first screen shows: causes of a usual length, times, and sizes."""
    columns = [ColumnId.parse(name) for name in (ORACLE, *COLUMNS)]
    verdicts = [
        replace(verdict, signature=longer(verdict.signature)) if verdict.signature else verdict
        for verdict in record.verdicts
    ]
    sized = [
        replace(column, details={"size_bytes": 23_000_000}) for column in record.header.columns
    ]
    return replace(
        record,
        header=replace(record.header, columns=tuple(sized)),
        verdicts=tuple(verdicts),
        timings=tuple(timings(record)),
        start_ups=tuple(StartUp(column, 5, 0.02, 0.018, 0.025) for column in columns),
    )


def longer(cause: Signature) -> Signature:
    name = f"name_{cause.id}"
    text = (
        f"missing-name: AttributeError: module 'some.package' has no attribute '{name}' in {name}"
    )
    return replace(cause, text=text)


def timings(record: Record) -> Iterator[Timing]:
    """One case in ten is timed."""
    for case in record.cases[::10]:
        for place, name in enumerate(COLUMNS):
            ratio = 1.5 + place + len(case.id) % 7 / 10 + int(case.sha256, 16) % 13 / 20
            times = (0.1, 0.05, 2.0, 0.08, 0.03)
            yield Timing(case.id, ColumnId.parse(name), 3, *times, ratio, ratio * 0.9, ratio * 1.1)


def look(browser: Browser, site: Path, number: int, measured: Measured) -> None:
    """One round."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    asked: list[Path] = []
    page.on("request", lambda request: asked.append(file_of(request.url)))

    page.goto(f"{site.as_uri()}/index.html")
    measured[INTERACTIVE].append(max(page.evaluate(_PAINTED), page.evaluate(_READY)))
    page.locator("summary").first.click()
    assert page.locator("details[open]").count() == 1
    icon = site / "icon.svg"  # asked for beside the page
    measured[FIRST_SCREEN].append(sum(path.stat().st_size for path in {*asked, icon}) / 1e3)

    page.goto(f"{site.as_uri()}/area/area{number % 8}.html")
    fails = page.locator("a.plain", has_text="fail")
    link = fails.nth(number % fails.count())
    target = link.get_attribute("href") or ""
    page.evaluate(_NOTE_CLICK)
    with page.expect_navigation(wait_until="load"):
        link.click()
    painted = page.evaluate("performance.timeOrigin") + page.evaluate(_PAINTED)
    measured[TO_A_CELL].append(painted - float(page.evaluate("window.name")))
    name = unquote(urlsplit(target).fragment)
    assert page.evaluate("name => document.getElementById(name) !== null", name)

    began = time.monotonic()
    page.goto(f"{site.as_uri()}/cells.html?q=status:fail+column:wasm")
    page.locator("#cells tbody tr").first.wait_for()
    measured["the filter with its first rows, ms"].append(since(began))
    began = time.monotonic()
    page.fill("#q", "is:different area:area1")
    page.keyboard.press("Enter")
    assert "Not understood" not in page.inner_text("#said")
    measured["another query there, ms"].append(since(began))
    context.close()


def since(began: float) -> float:
    return 1000 * (time.monotonic() - began)


_READY = "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"
_PAINTED = """() => new Promise(done => new PerformanceObserver(list => {
    const first = list.getEntriesByName("first-contentful-paint")[0];
    if (first) done(first.startTime);
}).observe({ type: "paint", buffered: true }))"""
_NOTE_CLICK = """() => addEventListener("click", event => {
    window.name = performance.timeOrigin + event.timeStamp; // which outlives the page
}, true)"""


def file_of(address: str) -> Path:
    return Path(unquote(urlsplit(address).path))


if __name__ == "__main__":
    main()
