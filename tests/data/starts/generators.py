def waiting(name):
    try:
        yield 1
    finally:
        print("closed", name, flush=True)
w = waiting("global"); next(w)
async def never(): pass
c = never()
print("end")
