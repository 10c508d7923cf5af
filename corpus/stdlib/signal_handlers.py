# harness:
#   description: signal - handlers, raise_signal, exceptions out of handlers, ignoring, masks, alarms
#   tags: [module:signal]
#   needs: [signals]
import os
import signal


def attempt(label, function, *args):
    try:
        print(label, "->", repr(function(*args)))
    except BaseException as error:
        print(label, "->", type(error).__name__)


log = []


def handler(number, frame):
    log.append(signal.Signals(number).name)


print("defaults:", repr(signal.getsignal(signal.SIGTERM)),
      signal.getsignal(signal.SIGINT) is signal.default_int_handler)
print("previous:", repr(signal.signal(signal.SIGUSR1, handler)), signal.getsignal(signal.SIGUSR1) is handler)


def inside():
    signal.raise_signal(signal.SIGUSR1)
    log.append("after raise")
    os.kill(os.getpid(), signal.SIGUSR1)
    for _ in range(100):
        pass


inside()
print("log:", log)
attempt("interrupt", signal.raise_signal, signal.SIGINT)


def raising(number, frame):
    raise LookupError(f"from handler {signal.Signals(number).name}")


signal.signal(signal.SIGUSR2, raising)
attempt("raising", signal.raise_signal, signal.SIGUSR2)
signal.signal(signal.SIGUSR2, signal.SIG_IGN)
attempt("ignored", signal.raise_signal, signal.SIGUSR2)
print("was ignored:", repr(signal.signal(signal.SIGUSR2, signal.SIG_DFL)))
attempt("bad handler", signal.signal, signal.SIGUSR1, "text")
attempt("bad number", signal.signal, 9999, handler)
attempt("zero", signal.signal, 0, handler)
attempt("kill cannot be caught", lambda: signal.signal(signal.SIGKILL, handler))
attempt("getsignal bad", signal.getsignal, 9999)
attempt("raise bad", signal.raise_signal, "x")

log.clear()
if hasattr(signal, "pthread_sigmask"):
    old = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])
    signal.raise_signal(signal.SIGUSR1)
    print("blocked:", log, signal.SIGUSR1 in old)
    signal.pthread_sigmask(signal.SIG_SETMASK, old)
    print("delivered:", log, signal.SIGUSR1 in signal.pthread_sigmask(signal.SIG_BLOCK, []))
if hasattr(signal, "setitimer"):
    signal.signal(signal.SIGALRM, raising)
    signal.setitimer(signal.ITIMER_REAL, 0.01)
    attempt("timer", signal.pause)
    print("timer off:", signal.getitimer(signal.ITIMER_REAL), signal.alarm(50) in (0, 1),
          signal.alarm(0) > 40)
    attempt("bad timer", signal.setitimer, 99, 1)
print("names:", signal.SIGTERM.name, int(signal.SIGTERM), repr(signal.Signals(2)),
      signal.strsignal(signal.SIGINT), signal.SIGINT in signal.valid_signals(), signal.Handlers.SIG_IGN.value,
      repr(signal.SIG_DFL))
attempt("strsignal bad", signal.strsignal, 9999)
log.clear()


class Callable:
    def __call__(self, number, frame):
        log.append("called object")


signal.signal(signal.SIGUSR1, Callable())
signal.raise_signal(signal.SIGUSR1)
print("object:", log, type(signal.getsignal(signal.SIGUSR1)).__name__)
