# harness:
#   description: contextvars - tokens, reset rules, contexts as mappings, run, copies, generators
#   tags: [module:contextvars]
import contextvars
from contextvars import Context, ContextVar, copy_context

level = ContextVar("level", default=1)
user = ContextVar("user")


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", function(*args, **kwargs))
    except Exception as error:
        print(label, "->", type(error).__name__)


print("names:", level.name, user.name, level.get(), level.get("given"), user.get("anonymous"))
attempt("unset", user.get)
token = level.set(5)
print("token:", token.old_value is contextvars.Token.MISSING, token.var is level, level.get())
second = level.set(6)
print("second:", second.old_value)
level.reset(second)
print("reset:", level.get())
attempt("reset twice", level.reset, second)
attempt("reset other variable", user.reset, token)
attempt("reset with junk", level.reset, 5)
level.reset(token)
print("back to default:", level.get())
with level.set(9):
    print("as manager:", level.get())
print("after manager:", level.get())


def child(value):
    before = level.get()
    level.set(value)
    user.set(f"child{value}")
    return before, level.get()


level.set(2)
context = copy_context()
print("run:", context.run(child, 7), "outside:", level.get(), user.get("nobody"))
print("run again sees:", context.run(level.get), context.run(lambda: user.get()))
print("mapping:", context[level], user in context, len(context) >= 2, context.get(user),
      sorted(var.name for var in context if var in (level, user)))
print("items:", sorted((var.name, value) for var, value in context.items() if var in (level, user)))
empty = Context()
print("empty:", len(empty), level in empty, empty.run(level.get), empty.get(level), empty.get(level, "dflt"),
      list(empty))
attempt("missing key", lambda: empty[user])
attempt("key type", lambda: empty["level"])
attempt("contains type", lambda: "level" in empty)
attempt("var name type", ContextVar, 5)
attempt("needs name", ContextVar)
attempt("enter twice", context.run, lambda: context.run(child, 1))
attempt("run nothing", context.run)
attempt("assign item", lambda: context.__setitem__)
copied = context.copy()
copied.run(level.set, 100)
print("copy is separate:", context[level], copied[level], context == context.copy(), context == copied)

foreign = []
context.run(lambda: foreign.append(level.set(50)))
attempt("token from another context", level.reset, foreign[0])


def generator():
    """A generator runs in the context of whoever advances it."""
    yield level.get()
    level.set("by generator")
    yield level.get()
    yield level.get()


numbers = generator()
print("generator first:", next(numbers), context.run(next, numbers), "here:", level.get(), "third:",
      next(numbers))
print("context changed:", context[level])


def nested(depth):
    if depth:
        level.set(depth)
        return [level.get()] + copy_context().run(nested, depth - 1) + [level.get()]
    return ["bottom"]


print("nested:", copy_context().run(nested, 3), level.get())


def raises():
    level.set("before failure")
    raise LookupError("failed inside")


attempt("exception passes", context.run, raises)
print("change kept:", context[level])
print("generic:", ContextVar[int].__origin__.__name__, ContextVar.__class_getitem__(str).__args__)
print("hashable:", len({level, user, level}), isinstance(context, contextvars.Context))
attempt("subclass", lambda: type("Sub", (ContextVar,), {}))
