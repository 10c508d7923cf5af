# harness:
#   description: wording of operating system errors for files and folders that are missing or of the wrong kind
#   tags: [messages, files]
#   files: {present.txt: "text\n", folder/inner.txt: "inner\n"}

import os

CASES = {
    "open missing": lambda: open("missing.txt"),
    "open in missing folder": lambda: open("no/such/file.txt", "w"),
    "exclusive creation": lambda: open("present.txt", "x"),
    "open folder": lambda: open("folder"),
    "below a file": lambda: open("present.txt/below"),
    "stat missing": lambda: os.stat("missing.txt"),
    "list missing": lambda: os.listdir("missing"),
    "list file": lambda: os.listdir("present.txt"),
    "make folder again": lambda: os.mkdir("folder"),
    "make folder in missing": lambda: os.mkdir("no/such"),
    "remove missing": lambda: os.remove("missing.txt"),
    "remove folder not empty": lambda: os.rmdir("folder"),
    "remove file as folder": lambda: os.rmdir("present.txt"),
    "rename missing": lambda: os.rename("missing.txt", "other.txt"),
    "mode": lambda: open("present.txt", "q"),
    "binary with encoding": lambda: open("present.txt", "rb", encoding="utf-8"),
}
for label, thunk in CASES.items():
    try:
        thunk()
        print(f"{label}: no error")
    except (OSError, ValueError) as exc:
        print(f"{label}: {type(exc).__name__}: {exc}")
