# harness:
#   description: a signal handler is given the frame that was interrupted
#   tags: [module:signal, frames]
#   needs: [signals]
import signal

seen = []


def handler(number, frame):
    seen.append((signal.Signals(number).name, type(frame).__name__,
                 frame and (frame.f_code.co_name, sorted(frame.f_locals))))


def inside(value):
    signal.raise_signal(signal.SIGUSR1)
    return value


signal.signal(signal.SIGUSR1, handler)
inside(5)
signal.raise_signal(signal.SIGUSR1)
for kind, name, details in seen:
    print(kind, name, details if details is None or details[0] != "<module>" else details[0])
