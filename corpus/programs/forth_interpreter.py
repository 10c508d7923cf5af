# harness:
#   description: Forth with colon definitions, control flow, loops, variables, strings and an error report
#   tags: [program, interpreter]
#   stdin: ": cube dup dup * * ; 7 cube . cr\n3 4 swap .s\ndrop drop bogus\n: broken if ;\n1 2 + .\n"
"""A Forth interpreter; words compile to lists of Python callables with branch targets."""
import sys
from functools import partial


class ForthError(Exception):
    pass


class Forth:
    def __init__(self, write):
        self.write = write
        self.stack, self.returns, self.loops = [], [], []
        self.memory = []
        self.words = {}
        self.immediate = {}
        self.code = None
        self.control = []
        self.name = None
        self.install()

    def push(self, *values):
        self.stack.extend(values)

    def pop(self, count=None):
        if count is None:
            return self.pop(1)[0]
        if len(self.stack) < count:
            raise ForthError("stack underflow")
        taken = self.stack[-count:]
        del self.stack[-count:]
        return taken

    def apply(self, function, count):
        result = function(*self.pop(count))
        if result is not None:
            self.push(*result) if isinstance(result, tuple) else self.push(int(result))

    def install(self):
        table = {
            "+": (lambda a, b: a + b, 2), "-": (lambda a, b: a - b, 2), "*": (lambda a, b: a * b, 2),
            "/mod": (lambda a, b: divmod(a, b)[::-1], 2), "/": (lambda a, b: a // b, 2),
            "mod": (lambda a, b: a % b, 2),
            "negate": (lambda a: -a, 1), "abs": (abs, 1), "min": (min, 2), "max": (max, 2),
            "=": (lambda a, b: -(a == b), 2), "<": (lambda a, b: -(a < b), 2),
            ">": (lambda a, b: -(a > b), 2),
            "0=": (lambda a: -(not a), 1), "and": (lambda a, b: a & b, 2), "or": (lambda a, b: a | b, 2),
            "invert": (lambda a: ~a, 1), "lshift": (lambda a, b: a << b, 2),
            "rshift": (lambda a, b: a >> b, 2),
            "dup": (lambda a: (a, a), 1), "drop": (lambda a: (), 1), "swap": (lambda a, b: (b, a), 2),
            "over": (lambda a, b: (a, b, a), 2), "rot": (lambda a, b, c: (b, c, a), 3),
            "nip": (lambda a, b: (b,), 2),
            "?dup": (lambda a: (a, a) if a else (a,), 1), "2dup": (lambda a, b: (a, b) * 2, 2),
            ".": (lambda a: self.write(f"{a} "), 1), "emit": (lambda a: self.write(chr(a)), 1),
            "@": (lambda a: self.memory[a], 1), "!": (lambda v, a: self.memory.__setitem__(a, v), 2),
            "+!": (lambda v, a: self.memory.__setitem__(a, self.memory[a] + v), 2),
            ".r": (lambda v, w: self.write(f"{v:>{w}}"), 2), ">r": (self.returns.append, 1),
        }
        for name, (function, count) in table.items():
            self.words[name] = partial(self.apply, function, count)
        self.words |= {
            "cr": partial(self.write, "\n"), "i": lambda: self.push(self.loops[-1][0]),
            "j": lambda: self.push(self.loops[-2][0]), "r>": lambda: self.push(self.returns.pop()),
            "depth": lambda: self.push(len(self.stack)), "space": partial(self.write, " "),
            ".s": lambda: self.write(f"<{len(self.stack)}> " + "".join(f"{v} " for v in self.stack)),
        }
        for name in ("if", "else", "then", "begin", "until", "while", "repeat", "do", "loop", "+loop",
                     "recurse", ";"):
            safe = {"+loop": "plus_loop", ";": "semicolon"}.get(name, name)
            self.immediate[name] = getattr(self, f"compile_{safe}")

    def emit(self, item):
        self.code.append(item)
        return len(self.code) - 1

    def compile_if(self):
        self.control.append(("if", self.emit(None)))

    def compile_else(self):
        origin = self.take("if")
        self.control.append(("if", self.emit(None)))
        self.code[origin] = ("jump0", len(self.code))
        self.code[self.control[-1][1]] = "pending"

    def compile_then(self):
        origin = self.take("if")
        kind = "jump" if self.code[origin] == "pending" else "jump0"
        self.code[origin] = (kind, len(self.code))

    def compile_begin(self):
        self.control.append(("begin", len(self.code)))

    def compile_until(self):
        self.emit(("jump0", self.take("begin")))

    def compile_while(self):
        self.control.append(("while", self.emit(None)))

    def compile_repeat(self):
        origin = self.take("while")
        self.emit(("jump", self.take("begin")))
        self.code[origin] = ("jump0", len(self.code))

    def compile_do(self):
        self.emit(self.start_loop)
        self.control.append(("do", len(self.code)))

    def compile_loop(self):
        self.emit(partial(self.push, 1))
        self.compile_plus_loop()

    def compile_plus_loop(self):
        self.emit(self.step_loop)
        self.emit(("jump0", self.take("do")))

    def compile_recurse(self):
        self.emit(("call", self.name))

    def compile_semicolon(self):
        if self.control:
            raise ForthError(f"unfinished {self.control[-1][0]!r}")
        self.words[self.name] = partial(self.run, self.code)
        self.code = None

    def take(self, kind):
        if not self.control or self.control[-1][0] != kind:
            raise ForthError(f"no matching {kind!r}")
        return self.control.pop()[1]

    def start_loop(self):
        self.loops.append(self.pop(2)[::-1])

    def step_loop(self):
        loop = self.loops[-1]
        loop[0] += self.pop()
        done = loop[0] >= loop[1]
        self.push(-done)
        if done:
            self.loops.pop()

    def run(self, code):
        index = 0
        while index < len(code):
            item = code[index]
            index += 1
            if not isinstance(item, tuple):
                item()
            elif item[0] == "call":
                self.words[item[1]]()
            elif item[0] == "jump" or not self.pop():
                index = item[1]

    def execute(self, line):
        tokens = iter(line.split())
        for token in tokens:
            word = token.lower()
            if word == ":":
                self.name, self.code = next(tokens).lower(), []
                self.control.clear()
            elif word in ("variable", "constant"):
                if word == "variable":
                    self.memory.append(0)
                value = len(self.memory) - 1 if word == "variable" else self.pop()
                self.words[next(tokens).lower()] = partial(self.push, value)
            elif word == '."':
                text = " ".join(iter(lambda: next(tokens), '"'))
                action = partial(self.write, text)
                self.emit(action) if self.code is not None else action()
            elif word == "(":
                while next(tokens) != ")":
                    pass
            elif word in self.immediate:
                if self.code is None:
                    raise ForthError(f"{word} is compile-only")
                self.immediate[word]()
            else:
                action = self.words.get(word)
                if action is None:
                    try:
                        action = partial(self.push, int(word, 0))
                    except ValueError:
                        raise ForthError(f"{token} ?") from None
                self.emit(action) if self.code is not None else action()


forth = Forth(partial(print, end=""))
SCRIPT = """
: square ( n -- n*n ) dup * ; 12 square .
: fact dup 1 > if dup 1 - recurse * else drop 1 then ; 20 fact . 30 fact .
: table 4 1 do cr 4 1 do i j * 4 .r loop loop cr ; table
: countdown begin dup . 1 - dup 0= until drop ; 5 countdown
: gcd begin ?dup while swap over mod repeat ; 1071 462 gcd .
: evens 10 0 do i . 2 +loop ; evens
variable total 5 total ! 7 total +! total @ .
42 constant answer answer answer * .
: hello ." Hello, Forth! " ; hello
: sign dup 0 < if drop ." neg " else 0= if ." zero " else ." pos " then then ; -5 sign 0 sign 9 sign
-7 2 /mod . . -7 2 mod . 1 40 lshift . 0xff 0b101 and . 5 invert .
: triangle 0 swap 1 + 0 do i + loop ; 100 triangle .
: square 1 + ; 12 square . 9 99 .s
"""
for line in SCRIPT.strip().splitlines():
    forth.execute(line)
    print("| ok", len(forth.stack))
forth.stack.clear()
for line in sys.stdin:
    try:
        forth.execute(line)
        print(" ok")
    except (ForthError, ZeroDivisionError, StopIteration) as error:
        print(f" {type(error).__name__}")
        forth.stack.clear()
        forth.code = None
for line in ("+", "1 0 /", "then", ": x", ": y then ;", "99 @"):
    try:
        forth.execute(line)
    except Exception as error:
        print(f"{line!r}: {type(error).__name__}")
        forth.code = None
