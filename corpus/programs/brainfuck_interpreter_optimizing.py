# harness:
#   description: brainf*** compiled to an optimized instruction list and to Python source, both run and compared
#   tags: [program, interpreter, exec]
#   stdin: "Hello, Tape!\n"
"""Interpreter and source-to-source compiler for an eight-instruction language."""
import io
import re
import sys
from dataclasses import dataclass, field
from itertools import groupby

TRIANGLE = """
    four: 8 as a factor for three which becomes 65; then four is a newline
    >>>> ++++++++ [<++++++++>-] <+> ++++++++++ <<<<
    zero: the row counter
    ++++++++++++
    [ [->+>+<<] >[-<+>]      copy zero to two
      >[->.<]                print the letter two times over
      >+>.<<<<- ]            next letter and newline
"""
WRAP = """
    - [->+++>-<<]            255 times three and minus 255: wrap both ways
    >.>.
    [->++++++++[>++++++++<-]>[<<+>>-]<<<]
    <<. ,,. [-]
    >>>>>>+++++[<+++++[<+++++[<+++++[<+++>-]>-]>-]>-]<<<<.
"""
ECHO = ",[>,]<[<]>[.>]"



class BracketError(SyntaxError):
    pass


@dataclass(slots=True)
class Loop:
    body: list = field(default_factory=list)
    start: int = 0


def parse(source):
    """Return a nested program of (op, count) pairs and Loop objects."""
    stack = [Loop()]
    position = 0
    for char, run in groupby(source):
        count = len(list(run))
        match char:
            case "+" | "-" | "<" | ">":
                sign = 1 if char in "+>" else -1
                kind = "add" if char in "+-" else "move"
                body = stack[-1].body
                if body and isinstance(body[-1], tuple) and body[-1][0] == kind:
                    sign, count = 1, sign * count + body.pop()[1]
                if count:
                    body.append((kind, sign * count))
            case "." | ",":
                stack[-1].body.extend([("out" if char == "." else "in", 1)] * count)
            case "[":
                for offset in range(count):
                    loop = Loop(start=position + offset)
                    stack[-1].body.append(loop)
                    stack.append(loop)
            case "]":
                for offset in range(count):
                    if len(stack) == 1:
                        raise BracketError(f"unmatched ] at {position + offset}")
                    stack.pop()
        position += count
    if len(stack) > 1:
        raise BracketError(f"unmatched [ at {stack[-1].start}")
    return stack[0].body


def optimize(body):
    """Turn loops such as [-] and [->++<] into straight multiplications."""
    result = []
    for item in body:
        if not isinstance(item, Loop):
            result.append(item)
            continue
        inner = optimize(item.body)
        deltas, offset = {}, 0
        for op in inner:
            match op:
                case ("move", n):
                    offset += n
                case ("add", n):
                    deltas[offset] = deltas.get(offset, 0) + n
                case _:
                    break
        else:
            if offset == 0 and deltas.get(0) == -1:
                del deltas[0]
                result.append(("mul", tuple(sorted(deltas.items()))))
                continue
        result.append(Loop(inner, item.start))
    return result


def to_python(body, indent=1):
    pad = "    " * indent
    for item in body:
        match item:
            case Loop(inner):
                yield f"{pad}while tape[p]:"
                yield from to_python(inner, indent + 1)
            case ("add", n):
                yield f"{pad}tape[p] = (tape[p] + {n}) & 255"
            case ("move", n):
                yield f"{pad}p += {n}"
            case ("out", _):
                yield f"{pad}write(tape[p])"
            case ("in", _):
                yield f"{pad}tape[p] = read()"
            case ("mul", targets):
                for offset, factor in targets:
                    yield f"{pad}tape[p + {offset}] = (tape[p + {offset}] + {factor} * tape[p]) & 255"
                yield f"{pad}tape[p] = 0"


def compile_to_function(body):
    source = "\n".join(["def program(tape, read, write):", "    p = 1000", *to_python(body), "    return p"])
    namespace = {}
    exec(compile(source, "<generated>", "exec"), namespace)
    return namespace["program"], source


def interpret(body, tape, read, write):
    pointer = 1000
    steps = 0

    def run(items):
        nonlocal pointer, steps
        for item in items:
            steps += 1
            if isinstance(item, Loop):
                while tape[pointer]:
                    run(item.body)
                continue
            match item:
                case "add", n:
                    tape[pointer] = (tape[pointer] + n) % 256
                case "move", n:
                    pointer += n
                case "out", _:
                    write(tape[pointer])
                case "in", _:
                    tape[pointer] = read()
                case "mul", targets:
                    for offset, factor in targets:
                        tape[pointer + offset] = (tape[pointer + offset] + factor * tape[pointer]) % 256
                    tape[pointer] = 0

    run(body)
    return pointer, steps


def reader(data):
    stream = io.BytesIO(data)
    return lambda: (stream.read(1) or b"\0")[0]


def spell(text):
    """Write a program that prints *text*, with one multiplication loop for each character."""
    return "".join(f"{'+' * (n // 10)}[>{'+' * 10}<-]>{'+' * (n % 10)}.[-]<" for n in text.encode())


typed = sys.stdin.buffer.read()
print("stdin:", typed)
for name, source, data in [("triangle", TRIANGLE, b""), ("wrap", WRAP, b"xyz"), ("echo", ECHO, typed),
                           ("spell", spell("Tape & Head!"), b"")]:
    plain = parse(re.sub(r"[^-+<>.,\[\]]", "", source))
    quick = optimize(plain)
    outputs = []
    for body in (plain, quick):
        out, tape = bytearray(), bytearray(4000)
        pointer, steps = interpret(body, tape, reader(data), out.append)
        outputs.append(bytes(out))
        print(f"{name}: steps={steps} pointer={pointer - 1000} bytes={len(out)} sum={sum(out)} "
              f"cells={sum(map(bool, tape))}")
    function, text = compile_to_function(quick)
    out, tape = bytearray(), bytearray(4000)
    end = function(tape, reader(data), out.append)
    outputs.append(bytes(out))
    print("  agree:", len(set(outputs)) == 1, "lines of python:", text.count("\n") + 1, "end:", end - 1000)
    print("  output:", bytes(out).decode("latin-1").split("\n"))

print("optimized:", optimize(parse("++[->+++>--<<]>[-]")))
print(compile_to_function(optimize(parse("+++[->++<]>.[>]")))[1])
for bad in ["[[]", "]", "+]+", "[" * 5 + "]" * 4]:
    try:
        parse(bad)
    except BracketError as error:
        print(f"{bad!r}: {type(error).__name__}: {error} msg={error.msg!r} line={error.lineno}")
try:
    compile_to_function(parse("<" * 2000 + "[" + "+" + "<" * 5000 + "]."))[0](bytearray(100), reader(b""),
            print)
except IndexError as error:
    print("beyond the tape:", type(error).__name__)
