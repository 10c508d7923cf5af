# harness:
#   description: parser for a TOML subset (tables, arrays of tables, dotted keys, dates) compared with tomllib
#   tags: [program, parser, toml, datetime]
"""TOML subset parser; every document is also read with tomllib."""
import datetime as dt
import re
import tomllib
from pprint import pformat

DOCUMENT = '''\
title = "Demo"          # trailing comment
"quoted key" = 'literal \\ string'
answer = 42
big = 1_000_000
hex = 0xFF
oct = 0o17
bin = 0b1010
pi = 3.14159
tiny = -2.5e-3
yes = true
no = false
born = 1979-05-27
stamp = 1979-05-27T07:32:00Z
offset = 2024-02-29 23:59:59.5-07:00
alarm = 07:30:15

[owner]
name = "Ann \\"A\\" \\u00e9\\t!"
tags = ["x", "y", # comment inside
        "z",]
mixed = [1, [2, 3], {k = "v", "n.m" = 1.0}]

[servers.alpha]
ip = "10.0.0.1"
limits.cpu = 2
limits.memory = 4.5

[[fruit]]
name = "apple"

[[fruit.variety]]
name = "red"

[[fruit.variety]]
name = "granny"

[[fruit]]
name = "banana"
'''

LEXER = re.compile(r'''
    (?P<space>[ \t]+|\#[^\n]*)
  | (?P<newline>\n)
  | (?P<string>"(?:[^"\\\n]|\\.)*")
  | (?P<literal>'[^'\n]*')
  | (?P<date>\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[-+]\d\d:\d\d)?)?)
  | (?P<time>\d\d:\d\d:\d\d(?:\.\d+)?)
  | (?P<float>[-+]?(?:\d[\d_]*\.\d[\d_]*(?:[eE][-+]?\d+)?|\d+[eE][-+]?\d+|inf|nan)(?![\w-]))
  | (?P<int>0[xob][0-9A-Fa-f_]+|[-+]?\d[\d_]*(?![\w-]))
  | (?P<bare>[A-Za-z0-9_-]+)
  | (?P<punct>[\[\]{}=.,])
''', re.VERBOSE)


class TomlError(ValueError):
    pass


class Toml:
    def __init__(self, text):
        self.text = text
        self.tokens = []
        position = 0
        while position < len(text):
            match = LEXER.match(text, position)
            if match is None:
                raise TomlError(f"line {self.line(position)}: cannot read {text[position:position + 8]!r}")
            if match.lastgroup != "space":
                self.tokens.append((match.lastgroup, match[0], position))
            position = match.end()
        self.tokens.append(("newline", "\n", position))
        self.tokens.append(("end", "", position))
        self.index = 0
        self.root = {}

    def line(self, position):
        return self.text.count("\n", 0, position) + 1

    def fail(self, message):
        raise TomlError(f"line {self.line(self.tokens[self.index][2])}: {message}")

    def accept(self, *texts):
        kind, text, _ = self.tokens[self.index]
        if text in texts and kind in ("punct", "newline"):
            self.index += 1
            return text
        return None

    def require(self, text):
        if not self.accept(text):
            self.fail(f"expected {text!r}, got {self.tokens[self.index][1]!r}")

    def skip_lines(self):
        while self.accept("\n"):
            pass

    def key(self):
        parts = []
        while True:
            kind, text, _ = self.tokens[self.index]
            if kind not in ("bare", "string", "literal", "int"):
                self.fail(f"bad key {text!r}")
            self.index += 1
            parts.append(self.scalar(kind, text) if kind in ("string", "literal") else text)
            if not self.accept("."):
                return parts

    def parse(self):
        table = self.root
        self.skip_lines()
        while self.tokens[self.index][0] != "end":
            if self.accept("["):
                many = self.accept("[")
                *path, last = self.key()
                self.require("]")
                if many:
                    self.require("]")
                parent = self.descend(self.root, path)
                if many:
                    parent.setdefault(last, []).append(table := {})
                else:
                    table = self.descend(parent, [last])
            else:
                self.pair(table)
            self.require("\n")
            self.skip_lines()
        return self.root

    def descend(self, table, path):
        for part in path:
            table = table.setdefault(part, {})
            if isinstance(table, list):
                table = table[-1]
            if not isinstance(table, dict):
                self.fail(f"{part!r} is not a table")
        return table

    def pair(self, table):
        *path, last = self.key()
        self.require("=")
        target = self.descend(table, path)
        if last in target:
            self.fail(f"duplicate key {last!r}")
        target[last] = self.value()

    def value(self):
        kind, text, _ = self.tokens[self.index]
        self.index += 1
        if text == "[":
            items = []
            self.skip_lines()
            while not self.accept("]"):
                items.append(self.value())
                self.skip_lines()
                if not self.accept(","):
                    self.require("]")
                    break
                self.skip_lines()
            return items
        if text == "{":
            table = {}
            while not self.accept("}"):
                self.pair(table)
                if not self.accept(","):
                    self.require("}")
                    break
            return table
        return self.scalar(kind, text)

    def scalar(self, kind, text):
        match kind:
            case "string":
                return re.sub(r"\\(u[0-9a-fA-F]{4}|.)", lambda m: chr(int(m[1][1:], 16)) if len(m[1]) > 1
                              else {"n": "\n", "t": "\t", "r": "\r"}.get(m[1], m[1]), text[1:-1])
            case "literal":
                return text[1:-1]
            case "int":
                return int(text, 0 if text[:1] == "0" and len(text) > 1 else 10)
            case "float":
                return float(text)
            case "date":
                return dt.date.fromisoformat(text) if len(text) == 10 else dt.datetime.fromisoformat(text)
            case "time":
                return dt.time.fromisoformat(text)
            case "bare" if text in ("true", "false"):
                return text == "true"
        self.index -= 1
        self.fail(f"bad value {text!r}")


ours = Toml(DOCUMENT).parse()
theirs = tomllib.loads(DOCUMENT)
print("equal to tomllib:", ours == theirs, list(ours) == list(theirs))
for key, value in ours.items():
    print(f"{key}: {pformat(value, width=90, sort_dicts=False)}")
print("offset utc:", ours["offset"].astimezone(dt.timezone.utc).isoformat(), ours["stamp"].tzinfo)

for bad in ["a = \n", "= 1\n", "a = 1\na = 2\n", "[t\nx=1\n", "a = [1, 2\n", "x = @\n", "a = 1 b = 2\n",
            "a = maybe\n",
            "a = 1\n\n[a.b]\n"]:
    try:
        print(repr(bad), Toml(bad).parse())
    except TomlError as error:
        try:
            tomllib.loads(bad)
            verdict = "accepts"
        except tomllib.TOMLDecodeError:
            verdict = "rejects"
        print(f"{bad!r:22} {error}; tomllib {verdict}")
