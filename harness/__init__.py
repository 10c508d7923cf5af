"""Will my scripts run on RustPython, how fast, at what size: a verdict that can be repeated."""

__version__ = "0.1.0"
