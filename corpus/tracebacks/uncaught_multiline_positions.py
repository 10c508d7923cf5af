# harness:
#   description: position markers in multi-line calls, chained subscripts, operators and wide characters
#   tags: [traceback, positions, uncaught]
#   raises: TypeError
import traceback


def mark(function):
    try:
        function()
    except Exception as error:
        lines = traceback.format_exception(error)
        print(type(error).__name__)
        print(lines[-2].split("\n", 1)[1], end="")


data = {"rows": [{"cells": [1, 2, None]}], "name": "x"}


def nothing():
    return None


mark(lambda: data["rows"][0]["cells"][5])
mark(lambda: data["rows"][0]["missing"]["cells"])
mark(lambda: data["rows"][0]["cells"][2] + data["rows"][0]["cells"][0])
mark(lambda: (1 + 2) * (3 / (5 - 5)) - 4)
mark(lambda: nothing().attribute.other)
mark(lambda: nothing()(1, 2))
mark(lambda: "caf\u00e9 \u4e2d\u6587" + str(1) + 5)
mark(lambda: len("\U0001f600", 2) + 1)
mark(lambda: [n for n in (1, 2, 0) if 10 / n])
mark(lambda: {"a": 1, "b": undefined_value, "c": 3})
mark(lambda: f"{data['name']} and {data['nam']}")
mark(lambda: data.items().sort(key=lambda pair: pair[1]))
mark(lambda: -data)
mark(lambda: data < 5 < 6)
mark(lambda: not data["rows"].missing)
mark(lambda: int("12",
                 base="ten"))
mark(lambda: max(
    1,
    "two",
))
mark(lambda: (
    data["rows"]
    + 5
))
mark(lambda: "a"
     .join([
         "b", 1]))


def unpack():
    first, second = data["rows"]
    return first, second


def loop():
    for item in data["rows"][0]["cells"][0]:
        print(item)


def augmented():
    total = 0
    total += data["name"]


def context():
    with data as opened:
        print(opened)


def assertion():
    assert data["name"] == "y", f"name is {data['name']}"


for function in (unpack, loop, augmented, context, assertion):
    mark(function)

print("the last one is not caught")
total = sum(
    len(row["cells"])
    for row in data["rows"]
) + data["name"]
