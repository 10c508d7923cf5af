"""Names and outputs that would do harm on a page that took them for anything but data."""

from __future__ import annotations

# Nobody answers there (RFC 6761); a page that asks for it has been led astray.
ELSEWHERE = "evil.invalid"
RUN = "window.pwned=1"

NAMES = {
    "script": f"<script>{RUN}</script>",
    "end of a script": f"</script><script>{RUN}</script>",
    "image": f'"><img src=x onerror={RUN}>',
    "elsewhere": f"<img src=https://{ELSEWHERE}/x.png>",
    "apostrophe": f"' onmouseover='{RUN}' x='",
    "address": f"javascript:{RUN}",
    "comment": "<!--<script>",
    "cdata": "]]><svg onload=window.pwned=1>",
    "template": "{{ 7*7 }}{% raw %}",
    "terminal": "\x1b[31mred\x1b]0;title\x07",
    "right to left": "abc\u202egpj.exe",
    "hebrew": "שלום עולם",
    "no UTF-8": "caf\udce9",
    "lines": "one\ntwo\rthree\u2028four",
    "climbing": "../../../etc/passwd",
    "prototype": "__proto__",
    "blanks": " two  blanks ",
    "percent": "50%25 of #1?x=1&y",
    "long": "long_" * 60,
    "unbroken": "w" * 300,
}

OUTPUT = (
    "".join(f"{text}\n" for text in NAMES.values()).encode("utf-8", "surrogateescape")
    + b"\x00\xff\xfe\x80 bytes\r\n\x1b[2Jcleared\x9b31m\n"
)
LONG_LINE = b"<b>" + b"x" * 10_000_000 + b"</b>\n"

MARKDOWN = f"""# Findings

A finding with `code`, <script>{RUN}</script> and <img src=x onerror={RUN}>.

[a bad link](javascript:{RUN}) ![a picture](https://{ELSEWHERE}/x.png)

| column | finding |
| --- | --- |
| native | **bold** |
"""
