# harness:
#   description: the two-argument iter ends quietly when its callable raises StopIteration
#   tags: [iteration]

values = iter([1, 2, 3])
calls = []


def take():
    calls.append("take")
    return next(values)


def failing():
    raise KeyError("not StopIteration")


stream = iter(take, 99)
print("list:", list(stream), calls)
print("done stays done:", list(stream), next(stream, "default"), calls)
print("for loop:", end=" ")
letters = iter("ab")
for letter in iter(lambda: next(letters), "stop"):
    print(letter, end=" ")
print("end")
try:
    print("next:", next(iter(letters.__next__, None)))
except StopIteration as error:
    print("next: StopIteration", error.value)
try:
    list(iter(failing, None))
except KeyError as error:
    print("KeyError passes through:", error.args)
