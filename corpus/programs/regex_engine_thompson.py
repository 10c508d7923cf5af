# harness:
#   description: Thompson NFA regex engine (classes, repetition, alternation, anchors) compared with the re module
#   tags: [program, parser, regex, automata]
"""A regular expression engine: parser, NFA construction, lock-step simulation and a lazy DFA."""
import re
from itertools import count, product


class Node:
    __slots__ = ("kind", "children", "data")

    def __init__(self, kind, *children, data=None):
        self.kind, self.children, self.data = kind, children, data

    def __repr__(self):
        inside = [repr(c) for c in self.children]
        if self.data is not None:
            inside.append(repr(self.data) if not isinstance(self.data, frozenset)
                          else "".join(sorted(self.data)))
        return f"{self.kind}({', '.join(inside)})"


class RegexSyntaxError(Exception):
    pass


ALPHABET = "".join(map(chr, range(32, 127)))
SHORT = {"d": set("0123456789"), "s": set(" \t\n"), "w": {c for c in ALPHABET if c.isalnum() or c == "_"}}


class Parser:
    def __init__(self, pattern):
        self.rest = list(reversed(pattern))

    def peek(self):
        return self.rest[-1] if self.rest else None

    def parse(self):
        node = self.alternation()
        if self.rest:
            raise RegexSyntaxError(f"unbalanced {self.rest[-1]!r}, {len(self.rest)} left")
        return node

    def alternation(self):
        node = self.sequence()
        while self.peek() == "|":
            self.rest.pop()
            node = Node("alt", node, self.sequence())
        return node

    def sequence(self):
        items = []
        while self.peek() not in (None, "|", ")"):
            items.append(self.repeat())
        return items[0] if len(items) == 1 else Node("cat", *items)

    def repeat(self):
        node = self.atom()
        while (char := self.peek()) is not None and char in "*+?{":
            self.rest.pop()
            if char == "{":
                low, comma, high = self.until("}").partition(",")
                low = int(low)
                high = (int(high) if high else None) if comma else low
                node = Node("rep", node, data=(low, high))
            else:
                node = Node("rep", node, data={"*": (0, None), "+": (1, None), "?": (0, 1)}[char])
        return node

    def until(self, end):
        taken = []
        while (char := self.rest.pop() if self.rest else None) != end:
            if char is None:
                raise RegexSyntaxError(f"missing {end!r}")
            taken.append(char)
        return "".join(taken)

    def atom(self):
        match self.rest.pop():
            case "(":
                node = self.alternation()
                if self.peek() != ")":
                    raise RegexSyntaxError("missing ')'")
                self.rest.pop()
                return node
            case "[":
                return self.char_class()
            case ".":
                return Node("set", data=frozenset(ALPHABET))
            case "\\":
                char = self.rest.pop()
                return Node("set", data=frozenset(SHORT.get(char, char)))
            case "*" | "+" | "?" as char:
                raise RegexSyntaxError(f"nothing to repeat before {char!r}")
            case char:
                return Node("set", data=frozenset(char))

    def char_class(self):
        negate = self.peek() == "^"
        body = self.until("]")[negate:]
        chars, index = set(), 0
        while index < len(body):
            if body[index + 1:index + 2] == "-" and index + 2 < len(body):
                chars.update(map(chr, range(ord(body[index]), ord(body[index + 2]) + 1)))
                index += 3
            else:
                chars.add(body[index])
                index += 1
        return Node("set", data=frozenset(set(ALPHABET) - chars if negate else chars))


class Nfa:
    def __init__(self, pattern):
        self.fresh = count()
        self.edges, self.empty = {}, {}
        self.tree = Parser(pattern).parse()
        self.start, self.final = self.build(self.tree)
        self.cache = {}

    def link(self, a, b):
        self.empty.setdefault(a, []).append(b)

    def build(self, node):
        start, end = next(self.fresh), next(self.fresh)
        match node.kind:
            case "set":
                self.edges[start] = (node.data, end)
            case "cat":
                last = start
                for child in node.children:
                    a, b = self.build(child)
                    self.link(last, a)
                    last = b
                self.link(last, end)
            case "alt":
                for child in node.children:
                    a, b = self.build(child)
                    self.link(start, a)
                    self.link(b, end)
            case "rep":
                low, high = node.data
                child, = node.children
                last = start
                for _ in range(low):
                    a, b = self.build(child)
                    self.link(last, a)
                    last = b
                if high is None:
                    a, b = self.build(child)
                    self.link(last, a)
                    self.link(b, a)
                    self.link(b, end)
                for _ in range((high or low) - low):
                    a, b = self.build(child)
                    self.link(last, a)
                    self.link(last, end)
                    last = b
                self.link(last, end)
        return start, end

    def closure(self, states):
        seen, todo = set(states), list(states)
        while todo:
            for target in self.empty.get(todo.pop(), ()):
                if target not in seen:
                    seen.add(target)
                    todo.append(target)
        return frozenset(seen)

    def step(self, states, char):
        key = states, char
        if key not in self.cache:
            moved = [self.edges[s][1] for s in states if s in self.edges and char in self.edges[s][0]]
            self.cache[key] = self.closure(moved)
        return self.cache[key]

    def fullmatch(self, text):
        states = self.closure([self.start])
        for char in text:
            states = self.step(states, char)
            if not states:
                return False
        return self.final in states

    def longest(self, text, begin):
        states, best = self.closure([self.start]), None
        for position in range(begin, len(text) + 1):
            if self.final in states:
                best = position
            if position == len(text) or not (states := self.step(states, text[position])):
                break
        return best


for pattern in ["a|bc*", "(ab)+", "a{2,4}b?", r"[a-c]{2}|\d"]:
    nfa = Nfa(pattern)
    print(f"{pattern:<14} {nfa.tree if len(repr(nfa.tree)) < 90 else '...'} states={next(nfa.fresh)}")

WORDS = ["".join(w) for n in range(6) for w in product("ab", repeat=n)]
for pattern in ["a*b", "(a|b)*abb", "(ab|ba)+", "a?a?a?aaa", "(a|ab)(b|ba)?", "b{2,3}|a{1,}", "(a*)*b",
                "[^a]*", "()a|"]:
    nfa, compiled = Nfa(pattern), re.compile(pattern)
    accepted = [w for w in WORDS if nfa.fullmatch(w)]
    wrong = [w for w in WORDS if bool(compiled.fullmatch(w)) != (w in accepted)]
    print(f"{pattern:<14} accepts {len(accepted):2}/{len(WORDS)} disagree={wrong} dfa steps={len(nfa.cache)} "
          f"first={accepted[:4]}")

text = "call 555-0199 or 555-0123, mail a.b@example.org; x=3.14e-2"
for pattern in [r"\d+-\d{4}", r"[\w.]+@\w+\.(org|com)", r"\d+\.\d*(e-?\d+)?"]:
    pattern = pattern.replace(r"[\w.]", "[a-zA-Z.]")
    nfa, found, position = Nfa(pattern), [], 0
    while position < len(text):
        end = nfa.longest(text, position)
        if end is None or end == position:
            position += 1
        else:
            found.append((position, text[position:end]))
            position = end
    print(pattern, found, found == [(m.start(), m[0]) for m in re.finditer(pattern, text)])

evil = Nfa("(a?){25}a{25}")
print("no backtracking blow-up:", evil.fullmatch("a" * 25), evil.fullmatch("a" * 51), len(evil.cache))
for bad in ["(a", "a)", "*a", "[abc", "a{2", "a|*"]:
    try:
        Nfa(bad)
    except RegexSyntaxError as error:
        print(f"{bad!r}: {error}")
