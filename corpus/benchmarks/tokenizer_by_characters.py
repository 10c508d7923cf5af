# harness:
#   description: character-level tokenizer and shunting-yard evaluator over generated source text
#   tags: [benchmark, strings, parser]
#   args: {small: ["60"], full: ["8500"]}
"""Tokenize and evaluate many assignments, one character at a time."""
import sys
from collections import Counter

PRECEDENCE = {"+": (1, "l"), "-": (1, "l"), "*": (2, "l"), "//": (2, "l"), "%": (2, "l"), "**": (3, "r")}


def source(count):
    state = 11
    for number in range(count):
        state = (state * 1103515245 + 12345) % 2 ** 31
        a, b, c = state >> 5 & 63, state >> 12 & 31, state >> 18 & 7
        yield (f"v{number % 40} = ({a} + v{b}*{c + 2}) // {b + 1} - {a}%{c + 1} ** 2 "
               f"+ {'(' * (c % 3)}{b}{')' * (c % 3)} # note {number}\n")


def tokenize(text):
    index, size = 0, len(text)
    while index < size:
        char = text[index]
        if char in " \t":
            index += 1
        elif char == "\n":
            yield "newline", char
            index += 1
        elif char == "#":
            while index < size and text[index] != "\n":
                index += 1
        elif char.isdigit():
            start = index
            while index < size and text[index].isdigit():
                index += 1
            yield "number", int(text[start:index])
        elif char.isalpha() or char == "_":
            start = index
            while index < size and (text[index].isalnum() or text[index] == "_"):
                index += 1
            yield "name", text[start:index]
        else:
            two = text[index:index + 2]
            operator = two if two in ("**", "//") else char
            yield "operator", operator
            index += len(operator)


def statements(tokens):
    line = []
    for token in tokens:
        if token[0] == "newline":
            yield line
            line = []
        else:
            line.append(token)


def to_rpn(tokens):
    output, stack = [], []
    for token in tokens:
        kind, value = token
        if kind != "operator":
            output.append(token)
        elif value == "(":
            stack.append(value)
        elif value == ")":
            while stack[-1] != "(":
                output.append(("operator", stack.pop()))
            stack.pop()
        else:
            level, side = PRECEDENCE[value]
            while stack and stack[-1] != "(" and (PRECEDENCE[stack[-1]][0] > level
                                                  or PRECEDENCE[stack[-1]][0] == level and side == "l"):
                output.append(("operator", stack.pop()))
            stack.append(value)
    while stack:
        output.append(("operator", stack.pop()))
    return output


def evaluate(rpn, variables):
    stack = []
    for kind, value in rpn:
        if kind == "number":
            stack.append(value)
        elif kind == "name":
            stack.append(variables.get(value, 0))
        else:
            right, left = stack.pop(), stack.pop()
            if value == "+":
                left += right
            elif value == "-":
                left -= right
            elif value == "*":
                left *= right
            elif value == "//":
                left //= right
            elif value == "%":
                left %= right
            else:
                left **= right
            stack.append(left)
    result, = stack
    return result


text = "".join(source(int(sys.argv[1])))
tokens = list(tokenize(text))
print("characters:", len(text), "tokens:", len(tokens), sorted(Counter(kind for kind, _ in tokens).items()))
print("operators:", sorted(Counter(value for kind, value in tokens if kind == "operator").items()))
variables, depth = {}, 0
for (_, name), _, *expression in statements(tokens):
    rpn = to_rpn(expression)
    depth = max(depth, len(rpn))
    variables[name] = evaluate(rpn, variables) % 100_003
print("variables:", len(variables), sum(variables.values()), depth)
print({name: variables[name] for name in sorted(variables)[:8]})
