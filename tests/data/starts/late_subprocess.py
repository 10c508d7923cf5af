# harness:
#   needs: [subprocess]
import subprocess
subprocess.Popen(["/bin/sh", "-c", "sleep 0.1; echo late"])
print("end", flush=True)
