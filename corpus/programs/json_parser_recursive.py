# harness:
#   description: hand-written recursive descent JSON parser and printer, compared with the json module
#   tags: [program, parser, json, unicode]
"""A JSON parser in plain Python, exercised on good and bad documents."""
import json


class JsonError(ValueError):
    def __init__(self, message, text, pos):
        self.line = text.count("\n", 0, pos) + 1
        self.column = pos - text.rfind("\n", 0, pos)
        super().__init__(f"{message} at line {self.line}, column {self.column}")
        self.pos = pos


class Parser:
    ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
    WORDS = {"true": True, "false": False, "null": None}

    def __init__(self, text):
        self.text = text
        self.pos = 0

    def fail(self, message):
        raise JsonError(message, self.text, self.pos)

    def peek(self):
        return self.text[self.pos:self.pos + 1]

    def skip(self):
        while self.peek() and self.peek() in " \t\r\n":
            self.pos += 1

    def expect(self, char):
        if self.peek() != char:
            self.fail(f"expected {char!r}, found {self.peek() or 'end of input'!r}")
        self.pos += 1

    def document(self):
        value = self.value()
        self.skip()
        if self.peek():
            self.fail("extra data")
        return value

    def value(self):
        self.skip()
        char = self.peek()
        match char:
            case "{":
                return self.object()
            case "[":
                return self.array()
            case '"':
                return self.string()
            case "":
                self.fail("unexpected end of input")
            case c if c == "-" or c.isdecimal() and c.isascii():
                return self.number()
        for word, value in self.WORDS.items():
            if self.text.startswith(word, self.pos):
                self.pos += len(word)
                return value
        self.fail(f"unexpected {char!r}")

    def object(self):
        self.expect("{")
        result = {}
        self.skip()
        if self.peek() == "}":
            self.pos += 1
            return result
        while True:
            self.skip()
            key = self.string()
            self.skip()
            self.expect(":")
            result[key] = self.value()
            self.skip()
            if self.peek() == ",":
                self.pos += 1
                continue
            self.expect("}")
            return result

    def array(self):
        self.expect("[")
        result = []
        self.skip()
        if self.peek() == "]":
            self.pos += 1
            return result
        while True:
            result.append(self.value())
            self.skip()
            if self.peek() == ",":
                self.pos += 1
                continue
            self.expect("]")
            return result

    def hex4(self):
        digits = self.text[self.pos:self.pos + 4]
        try:
            code = int(digits, 16)
        except ValueError as exc:
            raise JsonError(f"bad escape {digits!r}", self.text, self.pos) from exc
        self.pos += 4
        return code

    def string(self):
        self.expect('"')
        parts = []
        while (char := self.peek()) != '"':
            if not char:
                self.fail("unterminated string")
            self.pos += 1
            if char < " ":
                self.pos -= 1
                self.fail(f"control character {char!r}")
            if char != "\\":
                parts.append(char)
                continue
            kind = self.peek()
            self.pos += 1
            if kind == "u":
                code = self.hex4()
                if 0xD800 <= code < 0xDC00 and self.text.startswith("\\u", self.pos):
                    self.pos += 2
                    code = 0x10000 + ((code - 0xD800) << 10) + (self.hex4() - 0xDC00)
                parts.append(chr(code))
            elif kind in self.ESCAPES and kind:
                parts.append(self.ESCAPES[kind])
            else:
                self.pos -= 1
                self.fail(f"unknown escape {kind!r}")
        self.pos += 1
        return "".join(parts)

    def number(self):
        start = self.pos
        while self.peek() and self.peek() in "+-.eE0123456789":
            self.pos += 1
        body = self.text[start:self.pos]
        try:
            return int(body) if body.lstrip("-").isdigit() else float(body)
        except ValueError:
            self.pos = start
            self.fail(f"bad number {body!r}")


def dump(value, indent=0):
    pad = "  " * indent
    if isinstance(value, dict) and value:
        rows = [f"{pad}  {dump(k)}: {dump(v, indent + 1)}" for k, v in value.items()]
        return "{\n" + ",\n".join(rows) + f"\n{pad}}}"
    if isinstance(value, list) and value:
        rows = [f"{pad}  {dump(item, indent + 1)}" for item in value]
        return "[\n" + ",\n".join(rows) + f"\n{pad}]"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=True)
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return repr(value)


GOOD = r'''
{
  "name": "caf\u00e9 \ud83d\ude00 \"quoted\"\t/\/",
  "numbers": [0, -0, -0.0, 12, -7.25, 1e3, 1E-7, 2.5e+10, 123456789012345678901234567890, 0.1],
  "nested": {"a": {"b": [[], {}, [[null]]]}, "": true},
  "dup": 1, "dup": false
}
'''
tree = Parser(GOOD).document()
print("same as json:", tree == json.loads(GOOD))
print("name:", ascii(tree["name"]), len(tree["name"]))
print("numbers:", tree["numbers"], [type(n).__name__ for n in tree["numbers"]])
print(dump(tree))
print("round trip:", Parser(dump(tree)).document() == tree)
print("same text:", dump(tree) == json.dumps(tree, indent=2))

BAD = ["", "[1, 2", '{"a" 1}', "[1,]", '"abc', '"a\\x"', '{"a": tru}', "1 2", "-", "1.2.3", '"tab\there"',
       '\n\n  {"x":\n   @}', '["\\u12G4"]', "{1: 2}"]
for text in BAD:
    try:
        print("parsed?", Parser(text).document())
    except JsonError as error:
        cause = type(error.__cause__).__name__ if error.__cause__ else "-"
        print(f"{text!r:22} -> {error} (pos {error.pos}, cause {cause})")

depth = 120
deep = Parser("[" * depth + "]" * depth).document()
count = 0
while deep:
    deep, = deep
    count += 1
print("depth reached:", count)
