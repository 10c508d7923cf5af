import os
def is_open(number):
    try:
        os.fstat(number)
        return True
    except OSError:
        return False
print([number for number in range(64) if is_open(number)])
with open(__file__) as file:
    print(file.fileno())
