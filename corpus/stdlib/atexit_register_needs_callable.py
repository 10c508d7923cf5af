# harness:
#   description: atexit.register refuses what cannot be called
#   tags: [module:atexit]
import atexit

for bad in (5, None, "text", [print]):
    try:
        print(repr(bad), "registered:", atexit.register(bad))
    except TypeError as error:
        print(repr(bad), "refused:", type(error).__name__)
    else:
        atexit.unregister(bad)
