# harness:
#   stdin: "first\nsecond\nthird"
print(input(), list(__import__("sys").stdin))
