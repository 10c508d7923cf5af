# harness:
#   description: wording of syntax errors for await and async outside of coroutines
#   tags: [messages, syntax]

SOURCES = [
    "await x",
    "def f():\n    await x",
    "async def f():\n    yield from x",
    "lambda: await x",
    "async def f():\n    def g():\n        await x",
    "def f():\n    async with x: pass",
    "def f():\n    async for x in y: pass",
    "async with x: pass",
    "def f():\n    [x async for x in y]",
    "async def f():\n    yield 1\n    return 2",
    "class C:\n    await x",
    "async x",
    "await = 1",
]
for source in SOURCES:
    try:
        compile(source, "<source>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as exc:
        print(repr(source), "->", type(exc).__name__, exc.msg)
