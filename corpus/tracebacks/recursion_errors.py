# harness:
#   description: RecursionError from functions, reprs, comparisons and properties, caught and recovered from
#   tags: [recursion, errors]
import sys
import traceback

sys.setrecursionlimit(200)


def attempt(label, function, *args):
    try:
        print(label, "->", repr(function(*args))[:60])
    except Exception as error:
        print(label, "->", type(error).__name__)


def down(n):
    return 0 if n == 0 else 1 + down(n - 1)


def ping(n):
    return pong(n + 1)


def pong(n):
    return ping(n + 1)


class Endless:
    def __getattr__(self, name):
        return self.other

    def __repr__(self):
        return f"<{self!r}>"

    def __eq__(self, other):
        return self == other

    def __call__(self):
        return self()

    def __iter__(self):
        return iter(self)

    def __len__(self):
        return len(self)

    @property
    def loop(self):
        return self.loop


endless = Endless()
attempt("shallow enough", down, 100)
attempt("too deep", down, 1000)
attempt("mutual", ping, 0)
attempt("getattr", lambda: endless.anything)
attempt("repr", repr, endless)
attempt("eq", lambda: endless == endless)
attempt("call", endless)
attempt("iter", iter, endless)
attempt("len", len, endless)
attempt("property", lambda: endless.loop)
attempt("lambda", lambda: (lambda f: f(f))(lambda f: f(f)))


def generator(n):
    yield from generator(n + 1)


def comprehension(n):
    return [comprehension(n + 1) for _ in range(1)]


def decorated(n):
    return sorted([2, 1], key=lambda value: decorated(n + 1))


attempt("generator", list, generator(0))
attempt("comprehension", comprehension, 0)
attempt("through sorted", decorated, 0)


def cleanup(n, log):
    try:
        return cleanup(n + 1, log)
    finally:
        log.append(n)


log = []
attempt("finally blocks run", cleanup, 0, log)
print("all in order:", log == sorted(log, reverse=True), log[-1], len(log) > 100)


def retry(n):
    try:
        return retry(n + 1)
    except RecursionError:
        return n > 50


print("caught near the bottom:", retry(0))
print("usable afterwards:", down(100), [down(n) for n in range(3)])

try:
    down(5000)
except RecursionError as error:
    lines = traceback.format_exception(error)
    repeated = [line for line in lines if "repeated" in line]
    print("repeats are folded:", len(lines) < 15, len(repeated),
          repeated[0].split("repeated")[0].strip() if repeated else "-")
    print("last line:", lines[-1].split(":")[0])
    print("class:", isinstance(error, RuntimeError), RecursionError.__mro__[1].__name__)

for limit in (0, -5, "a", 10**10):
    try:
        sys.setrecursionlimit(limit)
        print("limit accepted", limit)
    except (ValueError, OverflowError, TypeError, RecursionError) as error:
        print("limit", limit, type(error).__name__)
sys.setrecursionlimit(600)
print("new limit:", sys.getrecursionlimit(), down(400))
attempt("still limited", down, 2000)
