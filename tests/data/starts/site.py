import site, sys
print(site.ENABLE_USER_SITE, site.PREFIXES, (site.USER_SITE or "").endswith("site-packages"))
print(site.USER_BASE is None or site.USER_BASE.startswith(__import__("os").environ["HOME"]))
print(exit, quit, copyright.__class__, hasattr(sys, "__interactivehook__"))
