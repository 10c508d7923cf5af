# harness:
#   needs: [signals]
import os, signal
print(signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGPIPE))
signal.signal(signal.SIGUSR1, lambda number, frame: print("got", number))
os.kill(os.getpid(), signal.SIGUSR1)
print("alive")
os.kill(os.getpid(), signal.SIGTERM)
