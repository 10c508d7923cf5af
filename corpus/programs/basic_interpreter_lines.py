# harness:
#   description: line-numbered BASIC with GOTO, GOSUB, FOR, arrays, strings, INPUT and formatted PRINT zones
#   tags: [program, interpreter]
#   stdin: "7\nAda Lovelace\n"
"""A line-numbered BASIC interpreter that reads its INPUT from stdin."""
import math
import re
import sys
from bisect import bisect_right

TOKEN = re.compile(r'\s*("[^"]*"|\d+\.?\d*(?:E[-+]?\d+)?|\.\d+|[A-Z][A-Z0-9]*\$?|<>|<=|>=|[-+*/^=<>(),;:])',
                   re.I)


class BasicError(Exception):
    def __init__(self, message, line=None):
        super().__init__(message)
        if line is not None:
            self.add_note(f"in line {line}")


class Basic:
    FUNCTIONS = {
        "INT": math.floor, "ABS": abs, "SQR": math.sqrt, "LEN": len, "VAL": float,
        "CHR$": lambda n: chr(int(n)),
        "STR$": lambda n: Basic.format(n), "ASC": lambda s: ord(s[0]), "SGN": lambda n: (n > 0) - (n < 0),
        "LEFT$": lambda s, n: s[:int(n)], "RIGHT$": lambda s, n: s[-int(n):] if n else "",
        "MID$": lambda s, i, n=255: s[int(i) - 1:int(i) - 1 + int(n)],
    }

    def __init__(self, source):
        self.lines = {}
        for line in source.strip().splitlines():
            number, text = line.strip().split(maxsplit=1)
            self.lines[int(number)] = text
        self.order = sorted(self.lines)
        self.vars, self.arrays = {}, {}
        self.calls, self.loops = [], []
        self.column = 0

    @staticmethod
    def format(value):
        if isinstance(value, str):
            return value
        return f"{value:.7g}"

    def write(self, text):
        sys.stdout.write(text)
        self.column = 0 if text.endswith("\n") else self.column + len(text)

    def run(self, limit=3000):
        queue = [(number, part) for number in self.order for part in self.split(self.lines[number])]
        starts = [n for n, _ in queue]
        self.pc = steps = 0
        while self.pc < len(queue):
            steps += 1
            self.number, text = queue[self.pc]
            self.pc += 1
            self.find = lambda target: self.locate(starts, target)
            self.tokens = TOKEN.findall(text)
            if "".join(self.tokens).upper() != re.sub(r'"[^"]*"|\s+',
                                                      lambda m: m[0] if m[0][0] == '"' else "",
                                                      text).upper():
                raise BasicError(f"cannot read {text!r}", self.number)
            self.at = 0
            try:
                if self.statement() == "END" or steps > limit:
                    break
            except BasicError as error:
                error.add_note(f"in line {self.number}")
                raise
            except (ValueError, TypeError, ZeroDivisionError, KeyError) as error:
                raise BasicError(f"{type(error).__name__}: {error}", self.number) from error
        return steps

    @staticmethod
    def split(text):
        if text.upper().startswith("REM"):
            return []
        return [p.strip() for p in re.findall(r'(?:"[^"]*"|[^":])+', text)] if not text.upper().startswith(
            "IF") else [text]

    def locate(self, starts, target):
        position = bisect_right(starts, target - 1)
        if position == len(starts) or starts[position] != target:
            raise BasicError(f"no line {target}")
        return position

    def peek(self):
        return self.tokens[self.at].upper() if self.at < len(self.tokens) else ""

    def next(self, wanted=None):
        token = self.peek()
        if wanted and token != wanted:
            raise BasicError(f"expected {wanted}, got {token or 'end of line'}")
        self.at += 1
        return self.tokens[self.at - 1] if token.startswith('"') else token

    def statement(self):
        match self.next():
            case "PRINT":
                self.print()
            case "LET":
                self.assign(self.next())
            case "GOTO":
                self.pc = self.find(int(self.expression()))
            case "GOSUB":
                target = self.find(int(self.expression()))
                self.calls.append(self.pc)
                self.pc = target
            case "RETURN":
                if not self.calls:
                    raise BasicError("RETURN without GOSUB")
                self.pc = self.calls.pop()
            case "IF":
                condition = self.expression()
                self.next("THEN")
                if condition:
                    if self.peek().isdigit():
                        self.pc = self.find(int(self.next()))
                    else:
                        return self.statement()
            case "FOR":
                name = self.next()
                self.next("=")
                self.vars[name] = self.expression()
                self.next("TO")
                end = self.expression()
                step = 1
                if self.peek() == "STEP":
                    self.next()
                    step = self.expression()
                self.loops.append((name, end, step, self.pc))
            case "NEXT":
                if not self.loops:
                    raise BasicError("NEXT without FOR")
                name, end, step, start = self.loops[-1]
                self.vars[name] += step
                if (self.vars[name] <= end) if step > 0 else (self.vars[name] >= end):
                    self.pc = start
                else:
                    self.loops.pop()
            case "INPUT":
                name = self.next()
                text = sys.stdin.readline().rstrip("\n")
                self.vars[name] = text if name.endswith("$") else float(text)
            case "DIM":
                name = self.next()
                self.next("(")
                self.arrays[name] = [0] * (int(self.expression()) + 1)
                self.next(")")
            case "END":
                return "END"
            case name:
                self.assign(name)

    def assign(self, name):
        if self.peek() == "(":
            self.next()
            index = int(self.expression())
            self.next(")")
            self.next("=")
            self.arrays[name][index] = self.expression()
        else:
            self.next("=")
            value = self.expression()
            if isinstance(value, str) != name.endswith("$"):
                raise BasicError(f"type mismatch for {name}")
            self.vars[name] = value

    def print(self):
        ending = "\n"
        while self.peek():
            ending = "\n"
            if self.peek() in (";", ","):
                if self.next() == ",":
                    self.write(" " * (14 - self.column % 14))
                ending = ""
            else:
                value = self.expression()
                self.write(value if isinstance(value, str)
                           else f"{'' if value < 0 else ' '}{self.format(value)} ")
        self.write(ending) if ending else None

    LEVELS = [("=", "<>", "<", ">", "<=", ">="), ("+", "-"), ("*", "/")]
    OPERATORS = {
        "=": lambda a, b: -(a == b), "<>": lambda a, b: -(a != b), "<": lambda a, b: -(a < b), ">": lambda a,
        b: -(a > b),
        "<=": lambda a, b: -(a <= b), ">=": lambda a, b: -(a >= b), "+": lambda a, b: a + b, "-": lambda a,
        b: a - b,
        "*": lambda a, b: a * b, "/": lambda a, b: a / b,
    }

    def expression(self, level=0):
        if level == len(self.LEVELS):
            return self.power()
        value = self.expression(level + 1)
        while self.peek() in self.LEVELS[level]:
            value = self.OPERATORS[self.next()](value, self.expression(level + 1))
        return value

    def power(self):
        if self.peek() == "-":
            self.next()
            return -self.power()
        base = self.atom()
        if self.peek() == "^":
            self.next()
            return base ** self.power()
        return base

    def atom(self):
        token = self.next()
        if token.startswith('"'):
            return token[1:-1]
        if token[:1].isdigit() or token[:1] == ".":
            return float(token) if re.search(r"[.E]", token) else int(token)
        if token == "(":
            value = self.expression()
            self.next(")")
            return value
        if self.peek() == "(":
            self.next()
            args = [self.expression()]
            while self.peek() == ",":
                self.next()
                args.append(self.expression())
            self.next(")")
            return self.FUNCTIONS[token](*args) if token in self.FUNCTIONS else self.arrays[token][
                int(args[0])]
        if not token or not token[0].isalpha():
            raise BasicError(f"unexpected {token or 'end of line'}")
        return self.vars.get(token, "" if token.endswith("$") else 0)


PROGRAM = '''
10 REM a tour of the language
20 PRINT "TABLE"; : PRINT " OF SQUARES"
30 FOR I = 1 TO 4 : PRINT I, I ^ 2, SQR(I) : NEXT I
40 INPUT N
50 INPUT N$
60 PRINT "HELLO "; N$; " ("; LEN(N$); ")"
70 GOSUB 500
80 DIM P(50)
90 FOR I = 2 TO 50
100 IF P(I) = 1 THEN 140
110 PRINT I;
120 IF I * I > 50 THEN 140
130 FOR J = I * I TO 50 STEP I : P(J) = 1 : NEXT J
140 NEXT I
150 PRINT
160 FOR K = 3 TO 0 STEP -1.5 : PRINT K; : NEXT K : PRINT
170 LET A$ = "BASIC" : PRINT LEFT$(A$, 2); MID$(A$, 3, 2); RIGHT$(A$, 1); ASC("A"); CHR$(66)
180 PRINT -7 / 2, INT(-7 / 2), 2 ^ -1, 1 / 3, 1E10, -2 ^ 2, (1 < 2) + ("A" = "B")
190 IF A$ > "ALGOL" THEN PRINT "LATER: "; STR$(1.50)
200 END
500 F = 1 : FOR I = 1 TO N : F = F * I : NEXT I
510 PRINT N; "! ="; F
520 RETURN
'''
machine = Basic(PROGRAM)
print("steps:", machine.run())
print("variables:", {k: v for k, v in sorted(machine.vars.items())})

for bad in ["10 GOTO 99", "10 RETURN", '10 A = "x"', '10 PRINT 1 + "a"', "10 PRINT 1 / 0", "10 NEXT I",
            "10 PRINT (1",
            "10 IF 1 PRINT", "10 X(3) = 1", '10 PRINT VAL("x1")', "10 PRINT 1 ? 2", "10 PRINT SQR(-1)"]:
    try:
        Basic(bad).run()
    except BasicError as error:
        print(f"{bad!r}: {error} {error.__notes__} cause={type(error.__cause__).__name__}")
