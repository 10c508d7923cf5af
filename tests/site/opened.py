"""What tests of the dashboard in a browser share: its kinds of pages, and what a page did."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Dialog, Page, Request

from harness.site import addresses
from tests.site import conftest as made
from tests.site import hostile

KINDS = {
    "overview": "index.html",
    "area": addresses.area_page("io"),
    "hostile area": addresses.area_page(made.HOSTILE_AREA),
    "case": addresses.case_page(made.REGRESSED),
    "dying case": addresses.case_page(made.PANICS),
    "hostile case": addresses.case_page(f"corpus/odd/{hostile.NAMES['script']}.py"),
    "long case": addresses.case_page(f"corpus/odd/{hostile.NAMES['unbroken']}.py"),
    "cells": "cells.html",
    "causes": "causes.html",
    "compare": "compare.html",
    "comparison": addresses.compare_page(made.OLD, made.NEW),
    "trends": "trends.html",
    "modules": "modules.html",
    "profiles": "profiles.html",
    "findings": "findings.html",
    "runs": "runs.html",
}
UNFOLD = "document.querySelectorAll('details').forEach(one => one.open = true)"


class Watch:
    """What the pages of a context did that they should not have."""

    def __init__(self, context: BrowserContext) -> None:
        self.said: list[str] = []
        context.on("request", self._request)
        context.on("weberror", lambda error: self.said.append(f"error: {error.error}"))
        context.on("console", lambda line: self.said.append(f"{line.type}: {line.text}"))
        context.on("dialog", self._dialog)

    def _request(self, request: Request) -> None:
        if urlsplit(request.url).hostname not in (None, "", "127.0.0.1"):
            self.said.append(request.url)

    def _dialog(self, dialog: Dialog) -> None:
        self.said.append(dialog.message)
        dialog.dismiss()


def at(root: str, page: str) -> str:
    """The address of a page below the site's root."""
    return f"{root}/{addresses.link(page)}"


def said(page: Page) -> str:
    """What the filter says of itself."""
    return page.inner_text("#said")
