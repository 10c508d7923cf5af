# harness:
#   description: messages for loops over and with statements on wrong objects
#   tags: [errors, messages, loops, with]


def attempt(text):
    try:
        exec(text, {})
        print(text, "-> fine")
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("for x in None: pass", "for x in 5: pass", "with 5: pass", "with open: pass",
             "class A: pass\niter(A())", "class A: pass\nwith A(): pass", "class A: pass\n1 in A()",
             "async def f():\n async with 5: pass\nf().send(None)",
             "async def f():\n async for x in 5: pass\nf().send(None)",
             "async def f():\n await 5\nf().send(None)",
             "class A:\n def __enter__(self): pass\nwith A(): pass"):
    attempt(text)
