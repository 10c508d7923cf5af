import os
name = "left-open.txt"
text = open(name, "w"); text.write("not flushed by hand")
print(os.path.getsize(name))
import sys
sys.stdout.write("tail")
