# harness:
#   description: operating system toy with task objects, packets, priorities and device handlers (method-call heavy)
#   tags: [benchmark, classes, method-calls]
#   args: {small: ["600"], full: ["180000"]}
"""A scheduler runs workers, handlers and devices that exchange packets."""
import sys
from collections import deque

IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B = range(6)


class Packet:
    def __init__(self, kind, owner):
        self.kind, self.owner = kind, owner
        self.cursor = 0
        self.data = [0] * 4


class Task:
    def __init__(self, system, ident, priority):
        self.system, self.ident, self.priority = system, ident, priority
        self.inbox = deque()
        self.held = self.waiting = False
        self.runs = 0

    def ready(self):
        return not self.held and (not self.waiting or bool(self.inbox))

    def step(self):
        self.runs += 1
        packet = self.inbox.popleft() if self.inbox else None
        self.waiting = False
        self.handle(packet)

    def handle(self, packet):
        raise NotImplementedError


class Idle(Task):
    seed = 1

    def handle(self, packet):
        if self.seed & 1:
            self.seed = (self.seed >> 1) ^ 0xD008
            self.system.release(DEVICE_A)
        else:
            self.seed >>= 1
            self.system.release(DEVICE_B)


class Worker(Task):
    destination = HANDLER_A
    counter = 0

    def handle(self, packet):
        if packet is None:
            self.waiting = True
            return
        self.destination = HANDLER_B if self.destination == HANDLER_A else HANDLER_A
        packet.owner, packet.cursor = self.ident, 0
        for i in range(4):
            self.counter = self.counter % 26 + 1
            packet.data[i] = 64 + self.counter
        self.system.send(self.destination, packet)


class Handler(Task):
    def __init__(self, system, ident, priority, device):
        super().__init__(system, ident, priority)
        self.device = device
        self.work, self.ready_devices = deque(), deque()
        self.sum = 0

    def handle(self, packet):
        if packet is not None:
            (self.work if packet.kind == "work" else self.ready_devices).append(packet)
        if self.work:
            current = self.work[0]
            if current.cursor >= 4:
                self.work.popleft()
                self.system.send(current.owner, current)
                return
            if self.ready_devices:
                device = self.ready_devices.popleft()
                device.data[0] = current.data[current.cursor]
                self.sum = (self.sum * 31 + device.data[0]) % 1_000_003
                current.cursor += 1
                device.owner = self.ident
                self.system.send(self.device, device)
                return
        self.waiting = True


class Device(Task):
    pending = None

    def handle(self, packet):
        if packet is None:
            if self.pending is None:
                self.waiting = True
                return
            finished, self.pending = self.pending, None
            self.system.send(finished.owner, finished)
        else:
            self.pending = packet
            self.held = True
            self.system.held += 1


class System:
    def __init__(self):
        self.tasks = {}
        self.sent = self.held = 0

    def add(self, task):
        self.tasks[task.ident] = task
        self.order = sorted(self.tasks.values(), key=lambda t: -t.priority)

    def send(self, ident, packet):
        self.sent += 1
        self.tasks[ident].inbox.append(packet)

    def release(self, ident):
        self.tasks[ident].held = False

    def run(self, steps):
        for _ in range(steps):
            for task in self.order:
                if task.ready():
                    task.step()
                    break


system = System()
system.add(Idle(system, IDLE, 0))
system.add(Worker(system, WORKER, 1000))
system.add(Handler(system, HANDLER_A, 2000, DEVICE_A))
system.add(Handler(system, HANDLER_B, 3000, DEVICE_B))
system.add(Device(system, DEVICE_A, 4000))
system.add(Device(system, DEVICE_B, 5000))
for _ in range(2):
    system.send(WORKER, Packet("work", WORKER))
for ident in (HANDLER_A, HANDLER_B):
    for _ in range(3):
        system.send(ident, Packet("device", ident))
system.run(int(sys.argv[1]))
print("sent", system.sent, "held", system.held)
for task in system.order:
    print(f"{type(task).__name__:<8} priority {task.priority:4} runs {task.runs:6} inbox {len(task.inbox)} "
          f"{getattr(task, 'sum', '')}")
print("seed", system.tasks[IDLE].seed, "counter", system.tasks[WORKER].counter)
