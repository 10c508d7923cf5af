import sys
calls = []
def trace(frame, event, argument):
    if frame.f_code.co_filename == __file__: calls.append(event)
sys.settrace(trace)
def f(): return 1
f()
print(calls)
