# harness:
#   description: reactive signals with dependency tracking, batched effects and a spreadsheet that parses cell formulas
#   tags: [program, framework, closures, eval]
"""Signals, computed values and effects; a spreadsheet is built on top."""
import ast
import math
import operator
import re
from contextlib import contextmanager
from string import ascii_uppercase


class CycleError(RecursionError):
    pass


class Runtime:
    def __init__(self):
        self.stack, self.pending, self.depth = [], {}, 0
        self.runs = 0

    @contextmanager
    def tracking(self, node):
        if node in self.stack:
            raise CycleError(" -> ".join(n.name for n in [*self.stack[self.stack.index(node):], node]))
        self.stack.append(node)
        try:
            yield
        finally:
            self.stack.pop()

    @contextmanager
    def batch(self):
        self.depth += 1
        try:
            yield self
        finally:
            self.depth -= 1
            if not self.depth:
                self.flush()

    def flush(self):
        while self.pending:
            effect = next(iter(self.pending))
            del self.pending[effect]
            effect.run()


runtime = Runtime()


class Source:
    def __init__(self, name):
        self.name, self.users = name, {}

    def track(self):
        if runtime.stack:
            user = runtime.stack[-1]
            self.users[user] = None
            user.sources[self] = None

    def invalidate_users(self):
        for user in list(self.users):
            user.invalidate()


class Signal(Source):
    def __init__(self, value, name="signal"):
        super().__init__(name)
        self._value = value

    def __call__(self):
        self.track()
        return self._value

    def set(self, value):
        if value != self._value or type(value) is not type(self._value):
            self._value = value
            with runtime.batch():
                self.invalidate_users()

    def __iadd__(self, other):
        self.set(self._value + other)
        return self


class Reaction(Source):
    def __init__(self, function, name=None):
        super().__init__(name or function.__name__)
        self.function, self.sources = function, {}

    def execute(self):
        for source in self.sources:
            source.users.pop(self, None)
        self.sources.clear()
        runtime.runs += 1
        with runtime.tracking(self):
            return self.function()


class Computed(Reaction):
    dirty = True
    _value = _error = None

    def __call__(self):
        self.track()
        if self.dirty:
            self._error = None
            try:
                self._value = self.execute()
            except CycleError:
                raise
            except Exception as error:
                self._error = error
            self.dirty = False
        if self._error is not None:
            raise self._error
        return self._value

    def invalidate(self):
        if not self.dirty:
            self.dirty = True
            self.invalidate_users()


class Effect(Reaction):
    def __init__(self, function):
        super().__init__(function)
        self.run()

    def run(self):
        self.execute()

    def invalidate(self):
        runtime.pending[self] = None


log = []
price, amount, unused = Signal(10, "price"), Signal(3, "amount"), Signal(0, "unused")
total = Computed(lambda: price() * amount(), "total")
label = Computed(lambda: f"{total():,.2f}" if amount() else "nothing", "label")


@Effect
def watch():
    log.append(label())


price.set(20)
price.set(20)
price += 1.5
with runtime.batch():
    price.set(100)
    amount.set(0)
    amount.set(12)
amount.set(0)
price.set(1)
price.set(True)
print("log:", log, "runs:", runtime.runs)
print("graph:", [s.name for s in label.sources], [u.name for u in price.users], list(unused.users),
      [u.name for u in total.users])


class Sheet:
    functions = {"SUM": lambda *a: sum(a), "MIN": min, "MAX": max, "AVG": lambda *a: sum(a) / len(a),
                 "ROUND": round, "SQRT": math.sqrt,
                 "IF": lambda c, a, b: a if c else b, "LEN": len, "JOIN": lambda *a: "".join(map(str, a)),
                 "COUNT": lambda *a: len(a)}
    operators = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul,
                 ast.Div: operator.truediv, ast.Pow: operator.pow,
                 ast.Mod: operator.mod, ast.Lt: operator.lt, ast.Gt: operator.gt, ast.Eq: operator.eq,
                 ast.USub: operator.neg}

    def __init__(self):
        self.texts, self.cells = {}, {}

    def cell(self, name):
        if name not in self.cells:
            self.texts[name] = Signal("", f"{name}.text")
            self.cells[name] = Computed(lambda: self.compute(self.texts[name]()), name)
        return self.cells[name]

    def __setitem__(self, name, text):
        self.cell(name)
        self.texts[name].set(text)

    def __getitem__(self, name):
        return self.cell(name)()

    def compute(self, text):
        if not text.startswith("="):
            try:
                return ast.literal_eval(text)
            except (ValueError, SyntaxError):
                return text
        source = re.sub(r"\b([A-Z]\d+):([A-Z]\d+)\b", lambda m: f"({', '.join(self.span(*m.groups()))},)",
                        text[1:].strip())
        return self.walk(ast.parse(source, mode="eval").body)

    @staticmethod
    def span(first, last):
        for letter in ascii_uppercase[ascii_uppercase.index(first[0]):ascii_uppercase.index(last[0]) + 1]:
            for row in range(int(first[1:]), int(last[1:]) + 1):
                yield f"{letter}{row}"

    def walk(self, node):
        match node:
            case ast.Constant(value):
                return value
            case ast.Name(id):
                return self[id]
            case ast.BinOp(left, op, right):
                return self.operators[type(op)](self.walk(left), self.walk(right))
            case ast.UnaryOp(op, operand):
                return self.operators[type(op)](self.walk(operand))
            case ast.Compare(left, [op], [right]):
                return self.operators[type(op)](self.walk(left), self.walk(right))
            case ast.Call(ast.Name(id="IF"), [condition, yes, no]):
                return self.walk(yes if self.walk(condition) else no)
            case ast.Call(ast.Name(id=name), args):
                values = []
                for arg in args:
                    values += map(self.walk, arg.elts) if isinstance(arg, ast.Tuple) else [self.walk(arg)]
                return self.functions[name](*[v for v in values if v != ""])
        raise SyntaxError(f"cannot use {type(node).__name__}")

    def show(self, *names):
        out = []
        for name in names:
            try:
                out.append(f"{name}={self[name]!r}")
            except CycleError as error:
                out.append(f"{name}=#CYCLE({error})")
            except Exception as error:
                out.append(f"{name}=#{type(error).__name__}({error})")
        return " ".join(out)


sheet = Sheet()
for name, text in {"A1": "10", "A2": "2.5", "A3": "=A1 * A2", "B1": "=SUM(A1:A3, 100)",
                   "B2": "=IF(B1 > 130, 'big', 1 / 0)", "B3": "hello",
                   "C1": "=JOIN(B3, ' ', LEN(B3), '!')", "C2": "=AVG(A1:B1)", "C3": "=COUNT(A1:C1)",
                   "D1": "=-A1 ** 2 % 7", "D2": "'007'"}.items():
    sheet[name] = text
print(sheet.show("A3", "B1", "B2", "C1", "C2", "C3", "D1", "D2", "Z9"))
before = runtime.runs
print("cached:", sheet["B1"], runtime.runs - before)
sheet["A1"] = "4"
print("dirty:", [n for n, c in sheet.cells.items() if c.dirty])
print(sheet.show("A3", "B1", "B2", "D1"), runtime.runs - before)
sheet["A2"] = "=B1 + 1"
print(sheet.show("A2", "A3"))
sheet["A2"] = "'text'"
print(sheet.show("A3", "B1", "B2"))
sheet["A2"] = "100"
print(sheet.show("A3", "B1", "B2"))
seen = []
Effect(lambda: seen.append(sheet.show("A3")))
sheet["A1"], sheet["C1"] = "5", "=A1"
print("effect:", seen)
for formula in ("=1 +", "=A1.real", "=NOPE(1)", "=MAX()", "=SQRT(-1)", "=[1]", "=1 < 2 < 3", "=C4 + 1", "=E1",
                "=A1 / (B3)"):
    sheet["E1"] = formula
    print(f"{formula:<12}", re.sub(r" \(<unknown>.*?\)", "", sheet.show("E1")))
