# harness:
#   description: the pieces a BufferedWriter hands to a raw stream that takes only some bytes at a time
#   tags: [io]
import io


class Sink(io.RawIOBase):
    def __init__(self, limit):
        self.limit, self.log = limit, []

    def writable(self):
        return True

    def write(self, data):
        taken = min(len(data), self.limit)
        self.log.append((len(data), taken))
        return taken


for limit in (2, 4, 100):
    for sizes in ((3, 5, 10), (6, 6), (1, 1, 1, 1, 1, 1, 1), (20,), (5, 2, 30), ()):
        sink = Sink(limit)
        writer = io.BufferedWriter(sink, buffer_size=6)
        for size in sizes:
            writer.write(b"x" * size)
        before = list(sink.log)
        writer.flush()
        print(f"limit {limit} writes {sizes}: before flush {before} then {sink.log[len(before):]}")
