# harness:
#   needs: [fork]
import os, time
if os.fork() == 0:
    time.sleep(0.08)
    print("late", flush=True)
    os._exit(0)
print("parent", flush=True)
