# harness:
#   needs: [fork]
import os, sys
print("parent", flush=True)
pid = os.fork()
if pid == 0:
    print("child", os.getppid() != os.getpid(), flush=True)
    sys.exit(3)
_, status = os.waitpid(pid, 0)
print(os.waitstatus_to_exitcode(status), os.getpgrp() == os.getpid())
