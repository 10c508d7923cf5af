# harness:
#   description: compiler for a C-like toy language to its own bytecode with constant folding, run on a register of frames
#   tags: [program, compiler, vm]
"""Lexer, parser, code generator, peephole optimizer and VM for a small language."""
import operator
import re
from collections import namedtuple

Token = namedtuple("Token", "kind text line", defaults=(0,))
Instr = namedtuple("Instr", "op arg", defaults=(None,))
CONSTANTS = {"true": True, "false": False, "nil": None}
KEYWORDS = {"fn", "var", "if", "else", "while", "return", "print", "true", "false", "nil"}
SCANNER = re.compile(
    r'(?P<ws>[ \t]+|//.*)|(?P<nl>\n)|(?P<num>\d+(?:\.\d+)?)|(?P<str>"[^"\n]*")|(?P<id>[A-Za-z_]\w*)'
                     r'|(?P<op>==|!=|<=|>=|&&|\|\||[-+*/%<>=!(){};,])|(?P<bad>.)')


class CompileError(Exception):
    pass


def scan(source):
    line = 1
    for match in SCANNER.finditer(source):
        kind, text = match.lastgroup, match.group()
        if kind == "nl":
            line += 1
        elif kind == "bad":
            raise CompileError(f"line {line}: bad character {text!r}")
        elif kind != "ws":
            yield Token("kw" if text in KEYWORDS else kind, text, line)
    yield Token("eof", "end of file", line)


class Function:
    def __init__(self, name, params):
        self.name, self.params = name, params
        self.locals = list(params)
        self.code = []

    def emit(self, op, arg=None):
        self.code.append(Instr(op, arg))
        return len(self.code) - 1

    def patch(self, index):
        self.code[index] = self.code[index]._replace(arg=len(self.code))


class Compiler:
    LEVELS = [{"||"}, {"&&"}, {"==", "!="}, {"<", ">", "<=", ">="}, {"+", "-"}, {"*", "/", "%"}]

    def __init__(self, source):
        self.tokens = list(scan(source))
        self.at = 0
        self.functions = {}

    @property
    def tok(self):
        return self.tokens[self.at]

    def match(self, *texts):
        if self.tok.kind != "str" and self.tok.text in texts:
            self.at += 1
            return self.tokens[self.at - 1]

    def need(self, text):
        if not self.match(text):
            raise CompileError(f"line {self.tok.line}: expected {text!r} before {self.tok.text!r}")

    def name(self):
        if self.tok.kind != "id":
            raise CompileError(f"line {self.tok.line}: expected a name, not {self.tok.text!r}")
        self.at += 1
        return self.tokens[self.at - 1].text

    def compile(self):
        self.fn = main = Function("main", [])
        self.functions["main"] = main
        while self.tok.kind != "eof":
            self.function() if self.match("fn") else self.statement()
        self.finish(main)
        return self.functions

    def finish(self, function):
        function.code = optimize([*function.code, Instr("CONST"), Instr("RETURN")])

    def function(self):
        outer, name = self.fn, self.name()
        self.need("(")
        params = []
        while not self.match(")"):
            params.append(self.name())
            self.match(",")
        self.fn = self.functions[name] = Function(name, params)
        self.block()
        self.finish(self.fn)
        self.fn = outer

    def block(self):
        self.need("{")
        while not self.match("}"):
            self.statement()

    def statement(self):
        fn = self.fn
        if self.match("if"):
            self.expression()
            jump = fn.emit("JUMP_IF_FALSE")
            self.block()
            if self.match("else"):
                over = fn.emit("JUMP")
                fn.patch(jump)
                self.statement() if self.tok.text == "if" else self.block()
                jump = over
            fn.patch(jump)
            return
        if self.match("while"):
            start = len(fn.code)
            self.expression()
            jump = fn.emit("JUMP_IF_FALSE")
            self.block()
            fn.emit("JUMP", start)
            fn.patch(jump)
            return
        if self.match("var"):
            name = self.name()
            self.need("=")
            self.expression()
            fn.locals.append(name)
            fn.emit("STORE", fn.locals.index(name))
        elif self.match("print"):
            count = 1
            self.expression()
            while self.match(","):
                self.expression()
                count += 1
            fn.emit("PRINT", count)
        elif self.match("return"):
            self.expression()
            fn.emit("RETURN")
        elif self.tok.kind == "id" and self.tokens[self.at + 1].text == "=":
            slot = self.slot(self.name())
            self.need("=")
            self.expression()
            fn.emit("STORE", slot)
        else:
            self.expression()
            fn.emit("POP")
        self.need(";")

    def slot(self, name):
        if name not in self.fn.locals:
            raise CompileError(f"line {self.tok.line}: undefined variable {name!r} in {self.fn.name}")
        return self.fn.locals.index(name)

    def expression(self, level=0):
        if level == len(self.LEVELS):
            return self.unary()
        self.expression(level + 1)
        while token := self.match(*self.LEVELS[level]):
            if token.text in ("&&", "||"):
                jump = self.fn.emit("AND" if token.text == "&&" else "OR")
                self.expression(level + 1)
                self.fn.patch(jump)
            else:
                self.expression(level + 1)
                self.fn.emit("BINARY", token.text)

    def unary(self):
        if token := self.match("-", "!"):
            self.unary()
            self.fn.emit("UNARY", token.text)
        elif self.match("("):
            self.expression()
            self.need(")")
        elif token := self.match(*CONSTANTS):
            self.fn.emit("CONST", CONSTANTS[token.text])
        elif self.tok.kind in ("num", "str"):
            text = self.tok.text
            self.at += 1
            self.fn.emit("CONST", text[1:-1] if text[0] == '"' else float(text) if "." in text else int(text))
        else:
            name = self.name()
            if self.match("("):
                count = 0
                while not self.match(")"):
                    self.expression()
                    self.match(",")
                    count += 1
                self.fn.emit("CALL", (name, count))
            else:
                self.fn.emit("LOAD", self.slot(name))


BINARY = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "%": operator.mod,
          "<": operator.lt, ">": operator.gt, "<=": operator.le, ">=": operator.ge, "==": operator.eq,
          "!=": operator.ne}
JUMPS = {"JUMP", "JUMP_IF_FALSE", "AND", "OR"}


def optimize(code):
    while True:
        targets = {i.arg for i in code if i.op in JUMPS}
        for index in range(len(code) - 1):
            match code[index:index + 3]:
                case [Instr("CONST", a), Instr("CONST", b), Instr("BINARY", op)]:
                    size = 3
                    try:
                        new = Instr("CONST", BINARY[op](a, b))
                    except (TypeError, ZeroDivisionError):
                        continue
                case [Instr("CONST", a), Instr("UNARY", "!"), *_]:
                    size, new = 2, Instr("CONST", not a)
                case _:
                    continue
            if targets.isdisjoint(range(index + 1, index + size)):
                break
        else:
            return code
        code = [i._replace(arg=i.arg - size + 1) if i.op in JUMPS and i.arg > index else i
                for i in (*code[:index], new, *code[index + size:])]


def run(functions):
    def call(name, args):
        if name not in functions:
            raise RuntimeError(f"no function {name!r}")
        function = functions[name]
        if len(args) != len(function.params):
            raise RuntimeError(f"{name} takes {len(function.params)} arguments, {len(args)} given")
        slots = args + [None] * (len(function.locals) - len(args))
        stack, pc, code = [], 0, function.code
        while True:
            op, arg = code[pc]
            pc += 1
            match op:
                case "CONST":
                    stack.append(arg)
                case "LOAD":
                    stack.append(slots[arg])
                case "STORE":
                    slots[arg] = stack.pop()
                case "BINARY":
                    right = stack.pop()
                    stack[-1] = BINARY[arg](stack[-1], right)
                case "UNARY":
                    stack[-1] = -stack[-1] if arg == "-" else not stack[-1]
                case "JUMP":
                    pc = arg
                case "JUMP_IF_FALSE":
                    pc = pc if stack.pop() else arg
                case "AND" | "OR" if bool(stack[-1]) == (op == "OR"):
                    pc = arg
                case "PRINT":
                    print(*stack[-arg:])
                    del stack[-arg:]
                case "CALL":
                    name, count = arg
                    stack.append(call(name, [stack.pop() for _ in range(count)][::-1]))
                case "POP" | "AND" | "OR":
                    stack.pop()
                case "RETURN":
                    return stack.pop()

    return call("main", [])


PROGRAM = '''
fn fib(n) { if n < 2 { return n; } return fib(n - 1) + fib(n - 2); }
fn is_prime(n) {
    var d = 2;
    while d * d <= n { if n % d == 0 { return false; } d = d + 1; }
    return n > 1;
}
fn noisy(x) { print "called", x; return x; }
print "fib", fib(12);
var i = 0; var found = "";
while i < 40 { if is_prime(i) { found = found + "."; } else { found = found + "-"; } i = i + 1; }
print found, i;                       // a map of primes
print 2 + 3 * 4 - 10 / 4, -(1 + 2) * 3, 7 % 3, -7 % 3, 1 / 3;
print true && false || !nil, nil || "default", 0 && noisy(1), noisy(0) || noisy("b");
if i == 39 { print "no"; } else if i == 40 { print "forty"; } else { print "?"; }
print "a" + "b" == "ab", 1 == 1.0, "1" == 1, noisy(nil), 2 * 1.5, 3 * "xy", 1.0 * 100000000000000000000;
'''
functions = Compiler(PROGRAM).compile()
for name in ("fib", "noisy"):
    print(f"{name}({', '.join(functions[name].params)}) locals={functions[name].locals}")
    for address, (op, arg) in enumerate(functions[name].code):
        print(f"  {address:2} {op:<14}{'' if arg is None else repr(arg)}")
print("result:", run(functions))
folded = Compiler("print 1 + 2 * 3 - 4; var a = 1 / 0; print !(2 > 1), a;").compile()["main"].code
print("folded:", *map(tuple, folded))
for bad in ["print 1", "x = 1;", "fn (x) {}", "print $;", "print nope(1);",
            "fn f(a) {} f();", "print 1 / 0;", 'print "a" - 1;', 
            "\n\nif true { print 1; ", "print -\"a\";", "print nil < 1;"]:
    try:
        run(Compiler(bad).compile())
    except Exception as error:
        own = isinstance(error, (CompileError, RuntimeError))
        print(f"{bad!r}: {type(error).__name__}", error if own else "")
