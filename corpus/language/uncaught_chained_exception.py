# harness:
#   description: ends with an uncaught chained exception with notes, after output, finally blocks
#   tags: [exceptions, traceback, stderr]
#   raises: RuntimeError

import atexit

atexit.register(print, "exit handler runs after the traceback")


class Resource:
    def __enter__(self):
        print("opened")
        return self

    def __exit__(self, kind, value, tb):
        print("closed with", kind.__name__, value)


def parse(text):
    numbers = [int(part) for part in text.split(",")]
    return sum(numbers) / len(numbers)


def load(lines):
    results = {}
    for number, line in enumerate(lines, start=1):
        try:
            results[number] = parse(line)
        except ValueError as exc:
            exc.add_note(f"line {number}: {line!r}")
            exc.add_note("expected comma separated integers")
            raise RuntimeError(f"cannot load line {number}") from exc
        finally:
            print("handled", number, results.get(number))
    return results


with Resource():
    print(load(["1,2", "3", "4,x,5", "6"]))
print("never printed")
