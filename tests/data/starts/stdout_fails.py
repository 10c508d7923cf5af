import sys
class Broken(type(sys.stdout)):
    pass
class Fails:
    encoding = "utf-8"
    def write(self, text): return len(text)
    def flush(self): raise OSError("cannot be flushed")
sys.stdout = Fails()
print("lost")
