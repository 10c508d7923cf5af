# harness:
#   description: os.access and os.chmod on files, folders and missing names
#   tags: [os, files]
import os
import stat

with open("file.txt", "w") as stream:
    stream.write("x")
os.mkdir("folder")
for name in ("file.txt", "folder", "missing", ""):
    print(f"{name!r}:", os.access(name, os.F_OK), os.access(name, os.R_OK))
for mode in (0o600, 0o644, 0o755):
    os.chmod("file.txt", mode)
    print(f"chmod {mode:o}:", oct(stat.S_IMODE(os.stat("file.txt").st_mode)),
          os.access("file.txt", os.R_OK | os.W_OK))
try:
    os.chmod("missing", 0o600)
except FileNotFoundError as error:
    print("chmod missing:", error.filename)
