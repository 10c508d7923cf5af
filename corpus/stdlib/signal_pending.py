# harness:
#   description: signal.sigpending and sigwait with blocked signals
#   tags: [module:signal]
#   needs: [signals]
import signal

blocked = {signal.SIGUSR1, signal.SIGUSR2}
signal.pthread_sigmask(signal.SIG_BLOCK, blocked)
print("nothing:", signal.sigpending() & blocked)
signal.raise_signal(signal.SIGUSR1)
print("pending:", sorted(signal.sigpending() & blocked))
print("waited for:", repr(signal.sigwait(blocked)))
print("afterwards:", signal.sigpending() & blocked)
