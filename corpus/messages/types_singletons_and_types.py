# harness:
#   description: messages for None, Ellipsis and NotImplemented used wrongly, and for type and isinstance
#   tags: [errors, messages, singletons, types]
import typing
import warnings

warnings.simplefilter("ignore", SyntaxWarning)


class Base:
    pass


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("type(None)(1)", "type(...)(1)", "type(NotImplemented)(1)", "type('Sub', (type(None),), {})",
             "type('Sub', (type(...),), {})", "None + 1", "None()", "list(None)", "None[0]", "len(...)",
             "... < ...", "format(None, '>5')", "setattr(..., 'x', 1)", "type()", "type(1, 2)",
             "type(5, (), {})", "type('A', [], {})", "type('A', (), [])", "type('A', (5,), {})",
             "type('A', (int, str), {})", "type('A', (object, Base), {})", "type('A\\0', (), {})",
             "isinstance(1, 5)", "isinstance(1, (str, 5))", "isinstance([], list[int])",
             "isinstance([], list[int] | str)", "issubclass(1, int)", "issubclass(int, None)",
             "isinstance(1, typing.Any)", "setattr(Base(), '__class__', int)",
             "setattr(Base(), '__class__', 5)"):
    attempt(text)
