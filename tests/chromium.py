"""Debian's Chromium, for the tests that look at pages."""

from __future__ import annotations

import os
import shutil
import subprocess

# Nothing of its own goes over the network, so that what does is the page's doing.
QUIET = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--disable-default-apps", "--disable-extensions", "--metrics-recording-only"),
)


def executable() -> str | None:
    """Where it is; a CI machine installs it, any other may do without."""
    can_install = os.environ.get("CI") and os.geteuid() == 0 and shutil.which("apt-get")
    if not shutil.which("chromium") and can_install:
        subprocess.run(("apt-get", "update", "-qq"), check=True)
        subprocess.run(("apt-get", "install", "-y", "-qq", "chromium"), check=True)
    return shutil.which("chromium")
