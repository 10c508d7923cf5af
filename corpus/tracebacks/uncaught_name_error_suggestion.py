# harness:
#   description: an uncaught NameError ends with a suggestion taken from the local names
#   tags: [suggestions, uncaught]
#   raises: NameError


def average(measurements):
    total_weight = 0
    for measurement in measurements:
        total_weight += measurement
    if len(measurements) > 2:
        return total_wieght / len(measurements)
    return total_weight / len(measurements)


print(average([2, 3]))
print(average([1, 2, 6]))
