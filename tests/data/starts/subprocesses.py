# harness:
#   needs: [subprocess]
import subprocess
print(subprocess.run(["/bin/sh", "-c", "echo $HASH; exit 4"], env={"HASH": "set"}, capture_output=True))
