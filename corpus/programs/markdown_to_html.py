# harness:
#   description: small markdown to HTML converter with blocks, inline spans, lists, tables and a table of contents
#   tags: [program, parser, text, regex]
"""Markdown subset converter built from block scanners and regex substitutions."""
import html
import re
import textwrap
from itertools import groupby

SOURCE = textwrap.dedent("""\
    # Field *Guide* to `dicts`

    A paragraph with **bold**, *italic*, ***both***, ~~struck~~ and `code <b> & "x"`.
    It continues here, with a [link](http://example.org/?a=1&b=2 "Title") and ![img](pic.png).

    ## Lists & things

    - first item
    - second **item**
      - nested one
      - nested two
        1. deep
        2. deeper
    - third

    1. one
    2. two \\*not italic\\*

    > quoted text
    > spread over *lines*

    ```python
    def f(x):
        return x < 3 and "**no bold**"
    ```

    | Name | Size | Price |
    |:-----|:----:|------:|
    | nut  | M6   | 0.10  |
    | bolt | M10  | **1.50** |

    ---

    ### Lists & things

    Last line with 2 * 3 * 4 = 24 and snake_case_name and _emphasis_.
    """)


def slug(text, used):
    base = re.sub(r"[^\w]+", "-", re.sub(r"<[^>]+>|&\w+;", "", text).lower()).strip("-")
    count = used.get(base, 0)
    used[base] = count + 1
    return base if not count else f"{base}-{count}"


def inline(text):
    stash = []

    def keep(markup):
        stash.append(markup)
        return f"\0{len(stash) - 1}\0"

    text = re.sub(r"\\([*_`\[\]])", lambda m: keep(m[1]), text)
    text = re.sub(r"`([^`]+)`", lambda m: keep(f"<code>{html.escape(m[1])}</code>"), text)
    text = html.escape(text, quote=False)
    text = re.sub(r'!\[([^\]]*)\]\(([^)\s]+)\)', r'<img alt="\1" src="\2">', text)
    text = re.sub(r'\[([^\]]+)\]\((\S+?)(?:\s+"([^"]*)")?\)',
                  lambda m: f'<a href="{m[2]}"' + (f' title="{m[3]}"' if m[3] is not None
                                                   else "") + f">{m[1]}</a>",
                  text)
    for pattern, tag in ((r"\*\*\*(\S(?:.*?\S)?)\*\*\*", "b><i"), (r"\*\*(\S(?:.*?\S)?)\*\*", "b"),
                         (r"\*(\S(?:.*?\S)?)\*", "i"), (r"(?<!\w)_(\S(?:.*?\S)?)_(?!\w)", "i"),
                         (r"~~(.+?)~~", "s")):
        closing = "></".join(reversed(tag.split("><")))
        text = re.sub(pattern, rf"<{tag}>\g<1></{closing}>", text)
    return re.sub("\0(\\d+)\0", lambda m: stash[int(m[1])], text)


def list_items(lines):
    for line in lines:
        indent, marker, body = re.match(r"( *)([-*]|\d+\.) (.*)", line).groups()
        yield len(indent) // 2, "ul" if marker in "-*" else "ol", body


def render_list(lines):
    out, stack = [], []
    for level, tag, body in list_items(lines):
        while len(stack) > level + 1:
            out.append("  " * (len(stack) - 1) + f"</{stack.pop()}>")
        if len(stack) == level + 1 and stack[-1] != tag:
            out.append("  " * level + f"</{stack.pop()}>")
        if len(stack) <= level:
            out.append("  " * level + f"<{tag}>")
            stack.append(tag)
        out.append("  " * (level + 1) + f"<li>{inline(body)}</li>")
    while stack:
        out.append("  " * (len(stack) - 1) + f"</{stack.pop()}>")
    return out


def render_table(lines):
    cells = [[c.strip() for c in line.strip("|").split("|")] for line in lines]
    align = [{(True, True): "center", (False, True): "right"}.get((c[0] == ":", c[-1] == ":"), "left")
             for c in cells.pop(1)]
    for number, row in enumerate(cells):
        tag = "td" if number else "th"
        yield "<tr>" + "".join(f'<{tag} align="{a}">{inline(c)}</{tag}>' for a,
                               c in zip(align, row)) + "</tr>"


def blocks(text):
    lines = text.splitlines()
    index = 0
    kinds = (("table", r"\|"), ("quote", r">"), ("list", r" *([-*]|\d+\.) "))
    while index < len(lines):
        line = lines[index]
        if not line.strip():
            index += 1
        elif line.startswith("```"):
            end = lines.index("```", index + 1)
            yield "fence", (line[3:], lines[index + 1:end])
            index = end + 1
        elif heading := re.match(r"(#{1,6}) (.*)", line):
            yield "heading", (len(heading[1]), heading[2])
            index += 1
        elif re.fullmatch(r"-{3,}", line):
            yield "rule", None
            index += 1
        else:
            kind, pattern = next((k for k in kinds if re.match(k[1], line)),
                                 ("para", r"(?![#|>`]|[-*] |\s*$)"))
            start = index
            while index < len(lines) and re.match(pattern, lines[index]):
                index += 1
            yield kind, lines[start:index]


def convert(text):
    out, toc, used = [], [], {}
    for kind, data in blocks(text):
        match kind, data:
            case "heading", (level, title):
                body = inline(title)
                anchor = slug(body, used)
                toc.append((level, anchor))
                out.append(f'<h{level} id="{anchor}">{body}</h{level}>')
            case "fence", (language, code):
                out += [f'<pre class="{language}">', *map(html.escape, code), "</pre>"]
            case "rule", None:
                out.append("<hr>")
            case "list", items:
                out += render_list(items)
            case "table", rows:
                out += ["<table>", *render_table(rows), "</table>"]
            case "quote", quoted:
                out.append("<blockquote>"
                           + inline(" ".join(q.lstrip("> ") for q in quoted)) + "</blockquote>")
            case "para", para:
                out.append("<p>" + inline("\n".join(para)) + "</p>")
    return out, toc


result, contents = convert(SOURCE)
print("\n".join(result))
print("contents:", contents)
print("block kinds:", [(kind, len(list(group))) for kind, group in groupby(k for k, _ in blocks(SOURCE))])
print("unescaped:",
      html.unescape("&lt;b&gt; &amp;amp; &eacute; &#x1F600; &#65; &nosuch;").encode("unicode_escape"))
