"""The dashboard: every page of it, made from a history. See docs/site.md."""

from harness.site.pages import Page, Site, SiteOptions
from harness.site.shown import state_of

__all__ = ["Page", "Site", "SiteOptions", "state_of"]
