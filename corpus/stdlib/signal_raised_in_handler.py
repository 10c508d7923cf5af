# harness:
#   description: a signal raised inside its own handler runs the handler again at once
#   tags: [module:signal]
#   needs: [signals]
import signal

log = []


def reentrant(number, frame):
    log.append("enter")
    if len(log) < 4:
        signal.raise_signal(signal.SIGUSR1)
        log.append("back")
    log.append("leave")


signal.signal(signal.SIGUSR1, reentrant)
signal.raise_signal(signal.SIGUSR1)
print("order:", log)
