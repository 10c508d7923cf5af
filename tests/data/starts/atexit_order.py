import atexit, sys
for number in range(3):
    atexit.register(print, "at exit", number, "threading" in sys.modules)
@atexit.register
def raises():
    raise ValueError("in atexit")
print("end")
