"""The dashboard in a real Chromium: what a reader does with it, by mouse and by keyboard, on
wide and narrow screens, in light and dark, on paper."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.site import conftest as made
from tests.site.opened import KINDS, UNFOLD, Watch, at, said


def look_for(page: Page, text: str) -> None:
    page.get_by_label("Filter cells").fill(text)
    page.keyboard.press("Enter")


# ---------------------------------------------------------------------- what a reader does


def test_from_the_overview_down_to_a_failing_cell_and_its_command(
    root: str, page: Page, watch: Watch
) -> None:
    page.goto(f"{root}/index.html")
    page.get_by_role("region", name="Areas by columns").get_by_role("link", name="language").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Area language")
    row = page.get_by_role("row", name=made.REGRESSED)
    row.get_by_role("link", name="fail").first.click()
    cell = page.get_by_role("region", name=str(made.NEXT), exact=True)
    expect(cell).to_be_in_viewport()
    expect(cell.locator(".diff .del").last).to_have_text("-hi")
    expect(cell.locator(".diff .ins").last).to_have_text("+regressed")
    cell.get_by_role("button", name="Copy").click()
    expect(cell.get_by_role("button", name="Copied")).to_be_visible()
    page.get_by_label("Filter cells").focus()
    page.keyboard.press("Control+V")
    command = f"harness run {made.REGRESSED} --columns {made.NEXT}"
    expect(page.get_by_label("Filter cells")).to_have_value(command)
    assert watch.said == []


def test_a_filter_has_an_address_and_a_history(root: str, page: Page, watch: Watch) -> None:
    page.goto(f"{root}/index.html")
    look_for(page, "status:fail column:wasm class:trap")
    expect(page.locator("#cells tbody tr")).to_have_count(2)
    first = page.url
    look_for(page, "regressed:0.5.0..0.6.0")
    assert said(page) == "2 of 200 cells, 1 script."
    second = page.url
    assert first != second
    with page.context.expect_event("page") as opened:
        page.context.new_page().goto(second)
    other = opened.value
    expect(other.get_by_label("Filter cells")).to_have_value("regressed:0.5.0..0.6.0")
    assert other.locator("#cells").inner_text() == page.locator("#cells").inner_text()
    assert "regressed:0.5.0..0.6.0" in other.title()
    page.go_back()
    assert page.url == first
    expect(page.get_by_label("Filter cells")).to_have_value("status:fail column:wasm class:trap")
    expect(page.locator("#cells tbody tr")).to_have_count(2)
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Will my scripts run on RustPython?")
    page.go_forward()
    page.go_forward()
    assert said(page) == "2 of 200 cells, 1 script."
    page.get_by_role("link", name=made.REGRESSED).first.click()
    expect(page.get_by_role("region", name=str(made.NEW), exact=True)).to_be_in_viewport()
    assert watch.said == []


def test_what_the_filter_did_not_understand(disk: str, page: Page) -> None:
    page.goto(f"{disk}/cells.html")
    look_for(page, "status:fail colour:red status:green")
    lines = said(page).split("\n")
    assert lines[0] == "127 of 200 cells, 27 scripts."
    assert lines[1].startswith("Not understood, and left out: colour:red: there is no key “colour”")
    assert lines[2].startswith("Not understood, and left out: status:green: not among pass, fail")
    expect(page.locator("#said")).to_have_attribute("role", "status")


def test_more_rows_are_shown_on_request(site: Path, tmp_path: Path, page: Page) -> None:
    """200 at a time: the table of this history has just as many."""
    folder = shutil.copytree(site, tmp_path / "site")
    data = (folder / "cells.js").read_text()
    doubled = data + (
        "window.harnessCells.cases.push(...window.harnessCells.cases);"
        "window.harnessCells.cells.push(...window.harnessCells.cells);"
    )
    (folder / "cells.js").write_text(doubled)
    page.goto(f"{folder.as_uri()}/cells.html")
    expect(page.locator("#cells tbody tr")).to_have_count(200)
    page.get_by_role("button", name="Show more").click()
    expect(page.locator("#cells tbody tr")).to_have_count(400)
    expect(page.locator("#cells tbody tr").nth(200).get_by_role("link")).to_be_focused()
    expect(page.locator("#more")).to_be_hidden()


def test_two_versions_are_compared(root: str, page: Page, watch: Watch) -> None:
    page.goto(f"{root}/index.html")
    page.get_by_role("navigation").get_by_role("link", name="Compare").click()
    page.get_by_role("link", name=f"{made.OLD} to {made.NEW}", exact=True).click()
    expect(page.locator(".lead")).to_contain_text("1 regressed in 1 cause, 1 fixed, 0 changed")
    regressed = page.get_by_role("region", name="regressed")
    expect(regressed.locator(".ins").last).to_have_text("+regressed")
    expect(regressed.get_by_text(f"harness run {made.REGRESSED}")).to_be_visible()
    expect(page.locator("figure#speed svg.wide")).to_be_visible()
    page.get_by_role("link", name="the other way round").click()
    expect(page.locator(".lead")).to_contain_text("1 regressed in 1 cause, 1 fixed")
    expect(page.get_by_role("region", name="regressed")).to_contain_text(made.FIXED)
    page.get_by_role("region", name="regressed").get_by_role("link", name=made.FIXED).click()
    expect(page.get_by_role("region", name=str(made.OLD), exact=True)).to_be_in_viewport()
    assert watch.said == []


def test_a_link_to_a_cause_opens_it(disk: str, page: Page) -> None:
    page.goto(f"{disk}/index.html")
    link = page.get_by_role("region", name="Top causes").get_by_role("link", name="missing-name")
    link.first.click()
    expect(page.locator("details.cause[open]")).to_have_count(1)
    expect(page.locator("details.cause[open]")).to_contain_text(made.SPAWN)


# ---------------------------------------------------------------------- keyboard, narrow, print


def focused(page: Page) -> dict[str, Any]:
    """What has the focus: its text and whether it shows."""
    found: dict[str, Any] = page.evaluate(
        """() => {
            const it = document.activeElement, style = getComputedStyle(it);
            const box = it.getBoundingClientRect();
            return {
                text: it.textContent.trim(), tag: it.tagName, label: it.getAttribute("aria-label"),
                outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
                visible: box.width > 0 && box.right > 0 && box.bottom > 0
                    && box.top < innerHeight && box.left < innerWidth,
            };
        }"""
    )
    return found


def tab_to(page: Page, text: str, *, presses: int = 60) -> None:
    """Press Tab until what bears this text or label has the focus; all on the way shows it."""
    for _ in range(presses):
        page.keyboard.press("Tab")
        now = focused(page)
        assert now["outlined"], now
        assert now["visible"], now
        if text in (now["text"], now["label"]):
            return
    raise AssertionError(f"no focus on {text} after {presses} presses of Tab")


def test_by_keyboard_alone(disk: str, page: Page, watch: Watch) -> None:
    page.goto(f"{disk}/index.html")
    tab_to(page, "Skip to the content", presses=1)
    page.keyboard.press("Enter")
    tab_to(page, "language")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Area language")
    tab_to(page, made.REGRESSED)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(made.REGRESSED)
    tab_to(page, "Copy")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    tab_to(page, "Outputs")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=f"stdout of {made.NEXT}")).to_be_visible()
    page.goto(f"{disk}/index.html")
    for _ in range(30):
        page.keyboard.press("Tab")
        if focused(page)["tag"] == "INPUT":
            break
    page.keyboard.type("class:panic")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cells.html*")
    tab_to(page, made.PANICS)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(made.PANICS)
    assert watch.said == []


_SMALL = """() => [...document.querySelectorAll("main *")].filter(one =>
    one.checkVisibility() && [...one.childNodes].some(n => n.nodeType === 3 && n.data.trim())
    && parseFloat(getComputedStyle(one).fontSize)
        * (one.getScreenCTM?.().a ?? 1) < 11).map(one => one.outerHTML)"""


@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_is_wider_than_the_screen(disk: str, page: Page, width: int) -> None:
    """Wide tables are moved on their own. No text is small, that of plots included, and the
    first screen of a telephone is not all menu."""
    page.set_viewport_size({"width": width, "height": 844})
    for kind, address in KINDS.items():
        page.goto(at(disk, address))
        page.evaluate(UNFOLD)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, kind
        assert page.evaluate(_SMALL) == [], kind
        top = page.evaluate("document.querySelector('main').getBoundingClientRect().top")
        assert top < (180 if width == 390 else 80), kind


def test_dark_is_dark_and_light_is_light(disk: str, browser: Browser) -> None:
    shown = {}
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme)
        page = context.new_page()
        page.goto(f"{disk}/index.html")
        colours = "() => ['backgroundColor', 'color'].map(k => getComputedStyle(document.body)[k])"
        shown[scheme] = [sum(map(int, re.findall(r"\d+", c)[:3])) for c in page.evaluate(colours)]
        context.close()
    (light, ink), (dark, chalk) = shown["light"], shown["dark"]
    assert light > 600 > 150 > ink
    assert dark < 150 < 600 < chalk


def test_a_page_prints_without_its_menu_and_on_white(disk: str, browser: Browser) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(at(disk, KINDS["case"]))
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation")).to_be_hidden()
    expect(page.locator(".copy").first).to_be_hidden()
    expect(page.get_by_text(f"harness run {made.REGRESSED}").first).to_be_visible()
    paper = "() => ['backgroundColor', 'color'].map(k => getComputedStyle(document.body)[k])"
    assert page.evaluate(paper) == ["rgb(255, 255, 255)", "rgb(27, 31, 36)"]
    assert page.pdf().startswith(b"%PDF")
    context.close()


def test_without_scripts_all_but_the_filter_works(disk: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{disk}/index.html")
    page.get_by_role("link", name="stdlib").first.click()
    page.get_by_role("link", name=made.SPAWN, exact=True).first.click()
    expect(page.get_by_text(f"harness run {made.SPAWN}").first).to_be_visible()
    expect(page.get_by_text("Copy", exact=True).first).to_be_hidden()
    page.get_by_role("link", name="Cells").click()
    expect(page.get_by_text("The filter needs scripts")).to_be_visible()
    context.close()


# ---------------------------------------------------------------------- accessibility


# What may differ in the dark or on a narrow screen; of the rest a page has the same everywhere.
_SHOWN = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"]
_WAYS = [("light", 1280, {}), ("dark", 390, {"runOnly": _SHOWN})]


@pytest.fixture(scope="module", params=_WAYS, ids=lambda way: way[0])
def axe(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Callable[[str], Any]]:
    """From an address to the violations on that page, with all that is folded open."""
    scheme, width, options = request.param
    size: ViewportSize = {"width": width, "height": 844}
    context = browser.new_context(color_scheme=scheme, viewport=size)
    context.add_init_script(AXE_SCRIPT)  # the policy does not hold for it
    page = context.new_page()

    def run(address: str) -> Any:
        page.goto(address)
        page.evaluate(UNFOLD)
        script = """options => axe.run({...options, resultTypes: ["violations"]}).then(found =>
            found.violations.map(one => [one.id, one.impact, one.nodes.map(node => node.html)]))"""
        return page.evaluate(script, options)

    yield run
    context.close()


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("long case", "case")])
def test_axe_finds_nothing(disk: str, axe: Callable[[str], Any], kind: str) -> None:
    """Not even what it holds to be no serious matter. Of the filter's rows few are enough."""
    few = "?q=case:regress,panics,threads" if kind == "cells" else ""
    assert axe(at(disk, KINDS[kind]) + few) == []


def test_plots_have_a_name_and_their_figures_as_a_table(disk: str, page: Page) -> None:
    for address in ("index.html", "trends.html", KINDS["comparison"]):
        page.goto(at(disk, address))
        figures = page.locator("figure").all()
        assert figures
        for figure in figures:
            caption = figure.locator("figcaption b").inner_text()
            expect(figure.get_by_role("img", name=caption)).to_have_count(1)
            figure.get_by_text("As a table").click()
            assert figure.locator("tbody tr").count() > 0
