import sys
class Noisy:
    def __init__(self, name): self.name = name
    def __del__(self): print("gone", self.name, flush=True)
first, second = Noisy("first"), Noisy("second")
cycle = Noisy("cycle"); cycle.itself = cycle
del cycle
sys.kept_in_sys = Noisy("in sys")
import os
os.kept_in_os = Noisy("in os")
class Holder: kept = Noisy("in a class")
def function(kept=Noisy("in a default")): return kept
print("end")
