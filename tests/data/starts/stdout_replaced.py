import io, sys
sys.stdout = io.TextIOWrapper(open(1, "wb", closefd=False), encoding="utf-8")
print("through another")
