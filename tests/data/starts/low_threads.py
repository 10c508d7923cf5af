# harness:
#   needs: [threads]
import _thread, time
done = []
_thread.start_new_thread(lambda: done.append(1), ())
while not done: time.sleep(0.01)
print(done, _thread.get_ident() == __import__("threading").main_thread().ident)
