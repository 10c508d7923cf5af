# harness:
#   description: assembler with labels and a stack virtual machine with frames, traps and an instruction profile
#   tags: [program, vm, struct]
"""Assemble a small language to bytes, then run it on a stack machine."""
import enum
import struct
from collections import Counter


class Op(enum.IntEnum):
    HALT = 0
    PUSH = 1
    POP = 2
    DUP = 3
    SWAP = 4
    ADD = 10
    SUB = 11
    MUL = 12
    DIV = 13
    MOD = 14
    LT = 20
    EQ = 21
    NOT = 22
    JMP = 30
    JZ = 31
    CALL = 32
    RET = 33
    LOAD = 40
    STORE = 41
    ARG = 42
    PRINT = 50
    EMIT = 51

    @property
    def has_operand(self):
        return self in OPERANDS


OPERANDS = frozenset({Op.PUSH, Op.JMP, Op.JZ, Op.CALL, Op.LOAD, Op.STORE, Op.ARG, Op.RET})


class AssemblyError(Exception):
    pass


class Trap(Exception):
    def __init__(self, reason, pc, stack):
        super().__init__(reason, pc)
        self.reason, self.pc, self.stack = reason, pc, tuple(stack)

    def __str__(self):
        return f"{self.reason} at {self.pc:#06x} with stack {list(self.stack)}"


def assemble(source):
    labels, fixes, code = {}, [], bytearray()
    for number, line in enumerate(source.splitlines(), 1):
        line = line.partition(";")[0].strip()
        if not line:
            continue
        if line.endswith(":"):
            label = line[:-1]
            if labels.setdefault(label, len(code)) != len(code):
                raise AssemblyError(f"line {number}: label {label!r} defined twice")
            continue
        name, *rest = line.split()
        try:
            op = Op[name.upper()]
        except KeyError as error:
            raise AssemblyError(f"line {number}: unknown instruction {error}") from None
        if op.has_operand != (len(rest) == 1):
            raise AssemblyError(
                f"line {number}: {op.name} takes {int(op.has_operand)} operand, got {len(rest)}")
        code.append(op)
        for word in rest:
            try:
                value = int(word, 0)
            except ValueError:
                fixes.append((number, len(code), word))
                value = 0
            code += struct.pack("<i", value)
    for number, offset, label in fixes:
        if label not in labels:
            raise AssemblyError(f"line {number}: undefined label {label!r}")
        struct.pack_into("<i", code, offset, labels[label])
    return bytes(code), labels


def disassemble(code, labels):
    names = {address: label for label, address in labels.items()}
    pc = 0
    while pc < len(code):
        op = Op(code[pc])
        text = f"{names.get(pc, ''):>8} {pc:04x}  {op.name:<6}"
        pc += 1
        if op.has_operand:
            operand, = struct.unpack_from("<i", code, pc)
            text += f"{names.get(operand, operand) if op in (Op.JMP, Op.JZ, Op.CALL) else operand:>6}"
            pc += 4
        yield text.rstrip()


class Machine:
    def __init__(self, code, limit=20_000):
        self.code, self.limit = code, limit
        self.stack, self.frames, self.memory = [], [], Counter()
        self.output, self.profile = [], Counter()
        self.handlers = {op: getattr(self, f"op_{op.name.lower()}") for op in Op if hasattr(self,
                f"op_{op.name.lower()}")}

    def pop(self):
        if not self.stack:
            raise IndexError("stack underflow")
        return self.stack.pop()

    def binary(self, function):
        right, left = self.pop(), self.pop()
        self.stack.append(int(function(left, right)))

    def op_pop(self):
        self.pop()

    def op_dup(self):
        self.stack.append(self.stack[-1])

    def op_swap(self):
        self.stack[-1], self.stack[-2] = self.stack[-2], self.stack[-1]

    def op_add(self):
        self.binary(int.__add__)

    def op_sub(self):
        self.binary(int.__sub__)

    def op_mul(self):
        self.binary(int.__mul__)

    def op_div(self):
        self.binary(int.__floordiv__)

    def op_mod(self):
        self.binary(int.__mod__)

    def op_lt(self):
        self.binary(int.__lt__)

    def op_eq(self):
        self.binary(int.__eq__)

    def op_not(self):
        self.stack.append(int(not self.pop()))

    def op_print(self):
        self.output.append(str(self.pop()))

    def op_emit(self):
        self.output.append(chr(self.pop()))

    def run(self):
        pc = steps = 0
        while True:
            steps += 1
            start = pc
            try:
                if steps > self.limit:
                    raise RuntimeError("step limit reached")
                op = Op(self.code[pc])
                self.profile[op] += 1
                pc += 1
                operand = None
                if op.has_operand:
                    operand, = struct.unpack_from("<i", self.code, pc)
                    pc += 4
                match op:
                    case Op.HALT:
                        return steps
                    case Op.PUSH:
                        self.stack.append(operand)
                    case Op.JMP:
                        pc = operand
                    case Op.JZ:
                        pc = pc if self.pop() else operand
                    case Op.CALL:
                        self.frames.append((pc, len(self.stack)))
                        pc = operand
                    case Op.RET:
                        pc, base = self.frames.pop()
                        result = self.pop()
                        del self.stack[base - operand:]
                        self.stack.append(result)
                    case Op.ARG:
                        self.stack.append(self.stack[self.frames[-1][1] - operand])
                    case Op.LOAD:
                        self.stack.append(self.memory[operand])
                    case Op.STORE:
                        self.memory[operand] = self.pop()
                    case _:
                        self.handlers[op]()
            except (IndexError, ValueError, ZeroDivisionError, RuntimeError, OverflowError) as error:
                raise Trap(f"{type(error).__name__}: {error}", start, self.stack) from error


PROGRAM = """
    push 10         ; fibonacci by recursion
    call fib
    print
    push 20
    store 0
    push 1
    store 1
loop:               ; 20 factorial
    load 0
    jz done
    load 0
    load 1
    mul
    store 1
    load 0
    push 1
    sub
    store 0
    jmp loop
done:
    load 1
    print
    push -17
    push 5
    div
    print
    push -17
    push 5
    mod
    print
    push 0x263A
    emit
    halt
fib:
    arg 1
    push 2
    lt
    jz rec
    arg 1
    ret 1
rec:
    arg 1
    push 1
    sub
    call fib
    arg 1
    push 2
    sub
    call fib
    add
    ret 1
"""
code, labels = assemble(PROGRAM)
print(len(code), "bytes:", code[:16].hex(" "), labels)
print("\n".join(list(disassemble(code, labels))[:12]))
machine = Machine(code)
steps = machine.run()
print("output:", machine.output, "steps:", steps, "stack:", machine.stack)
print("profile:", [(op.name, n) for op, n in machine.profile.most_common(5)], machine.profile.total())
print("enum:", repr(Op.ADD), f"{Op.ADD}", f"{Op.ADD!s}", Op.ADD + 1, Op(20), Op.HALT in OPERANDS)

for source in ["add\nhalt", "push 1\npush 0\ndiv", "x:\njmp x", "push 1", "push -5\nemit", "ret 0",
               "push 1114112\nemit"]:
    try:
        Machine(assemble(source)[0], 500).run()
    except Trap as trap:
        print(f"{source!r:24} {trap}; cause {type(trap.__cause__).__name__}")
for source in ["bogus", "push", "halt 1", "jmp nowhere", "a:\nhalt\na:\nhalt", "push 99999999999"]:
    try:
        assemble(source)
    except (AssemblyError, struct.error) as error:
        print(f"{source!r}: {type(error).__name__}")
try:
    Op(99)
except ValueError as error:
    print("no such code:", type(error).__name__)
