# harness:
#   description: print when sys.stdout is None, replaced by redirect_stdout(None), or deleted
#   tags: [stdout, print]
import contextlib
import sys

saved = sys.stdout
print("print with sys.stdout None:", end=" ", flush=True)
sys.stdout = None
try:
    result = print("lost", flush=True)
except Exception as error:
    result = type(error).__name__
sys.stdout = saved
print(result)

try:
    with contextlib.redirect_stdout(None):
        print("nowhere")
    print("redirect_stdout(None): quiet")
except AttributeError:
    print("redirect_stdout(None): AttributeError")

print("given as file:", print("to stdout", file=None))
sys.stdout = None
try:
    result = print("explicit", file=saved)
finally:
    sys.stdout = saved
print("explicit file:", result)

del sys.stdout
try:
    print("no stdout at all")
    outcome = "no error"
except Exception as error:
    outcome = type(error).__name__
sys.stdout = saved
print("deleted:", outcome)
