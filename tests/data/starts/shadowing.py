# harness:
#   files: {threading.py: "print('a threading of its own')", mine.py: "VALUE = 4"}
import mine, sys
print(mine.VALUE, "threading" in sys.modules, mine.__file__.rpartition("/")[2])
