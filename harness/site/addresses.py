"""Where each page is, below the site's root. Pure.

Column IDs are percent-encoded and can be read back. A case's name may be too long or too odd
for a file, so that it is shortened, and a hash of it keeps two names apart.
"""

from __future__ import annotations

import hashlib
import re
from urllib.parse import quote

from harness.model import ColumnId

INDEX = "index.html"
_KEPT = 80  # characters of a case's name


def case_page(case: str) -> str:
    plain = re.sub(r"[^A-Za-z0-9._-]+", "-", case.removesuffix(".py"))[-_KEPT:].strip("-.")
    raw = case.encode("utf-8", "surrogatepass")
    return f"case/{plain or 'case'}-{hashlib.sha256(raw).hexdigest()[:10]}.html"


def column_name(column: ColumnId) -> str:
    return quote(str(column), safe="@+")


def compare_page(old: ColumnId, new: ColumnId) -> str:
    return f"compare/{column_name(old)}..{column_name(new)}.html"


def badge(column: ColumnId, area: str | None = None) -> str:
    below = "" if area is None else f"/{_area(area)}"
    return f"badge/{column_name(column)}{below}.svg"


def data_of(page: str) -> str:
    """The JSON beside a page."""
    return page.removesuffix(".html") + ".json"


def root_of(page: str) -> str:
    """From a page to the site's root."""
    return "../" * page.count("/")


def link(address: str) -> str:
    """An address as it stands in a link: what is encoded in the file's name is encoded again."""
    return quote(address, safe="/@+")


def area_page(area: str) -> str:
    return f"area/{_area(area)}.html"


def _area(area: str) -> str:
    """Its name where that is a plain one, else as much of it as can be kept, and a hash."""
    plain = re.sub(r"[^A-Za-z0-9_-]+", "-", area)[:_KEPT].strip("-")
    if area and plain == area:
        return area
    raw = area.encode("utf-8", "surrogatepass")
    return f"{plain or 'area'}.{hashlib.sha256(raw).hexdigest()[:10]}"
