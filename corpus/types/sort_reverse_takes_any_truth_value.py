# harness:
#   description: the reverse argument of sorted and list.sort is read by its truth value
#   tags: [list, sorting]


class Truth:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        return self.value

    def __repr__(self):
        return f"Truth({self.value})"


for reverse in (True, False, 1, 0, 2, -1, "yes", "", None, [], [0], 1.5, Truth(True), Truth(False), ...):
    values = [2, 3, 1]
    try:
        print(f"{reverse!r:>12}", sorted(values, reverse=reverse), values.sort(reverse=reverse), values)
    except (TypeError, ValueError) as error:
        print(f"{reverse!r:>12}", type(error).__name__)
