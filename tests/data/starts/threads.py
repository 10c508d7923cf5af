# harness:
#   needs: [threads]
import threading, time
def work(n):
    time.sleep(0.02 * n)
    print("thread", n, flush=True)
for n in range(3): threading.Thread(target=work, args=(n,)).start()
print(threading.current_thread().name, threading.main_thread() is threading.current_thread())
