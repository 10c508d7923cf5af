# harness:
#   description: suggestions printed for NameError, AttributeError and ImportError objects made by hand
#   tags: [errors, messages, suggestions]
import traceback


class Vehicle:
    wheels = 4


vehicle = Vehicle()
for error in (NameError("made by hand", name="prnt"), AttributeError("by hand", name="wheles", obj=vehicle),
              AttributeError("no obj", name="x"), AttributeError("no name", obj=vehicle),
              ImportError("imp", name="mod", path="p", name_from="q"),
              ImportError("imp", name="math", name_from="sqr"),
              NameError("no name"), NameError("stdlib", name="json"),
              ModuleNotFoundError("gone", name="maths")):
    print(type(error).__name__, error, error.name, traceback.format_exception_only(error))
