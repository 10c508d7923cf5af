# harness:
#   description: thread pool - map order, exceptions, cancellation, callbacks, wait and as_completed, shutdown
#   tags: ["module:concurrent.futures", threads]
#   needs: [threads]
import concurrent.futures as futures
import threading


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", function(*args, **kwargs))
    except BaseException as error:
        print(label, "->", type(error).__name__)


def invert(n):
    return 100 // n


with futures.ThreadPoolExecutor(max_workers=3, thread_name_prefix="pool") as pool:
    print("map:", list(pool.map(pow, [2, 3, 4], [5, 4, 3, 2])))
    print("chunks ignored:", list(pool.map(str, range(5), chunksize=2)))
    results = pool.map(invert, [5, 0, 2])
    print("first:", next(results))
    attempt("second", next, results)
    attempt("after failure", next, results)
    future = pool.submit(divmod, 17, 5)
    print("submit:", future.result(), future.done(), future.running(), future.cancelled(), future.exception())
    failed = pool.submit(invert, 0)
    attempt("failed", failed.result)
    print("exception:", repr(failed.exception()), failed.done())
    attempt("needs a function", pool.submit)
    print("keywords:", pool.submit(sorted, "bca", reverse=True).result())
    print("name:", pool.submit(lambda: threading.current_thread().name.split("_")[0]).result())
    pending = {pool.submit(invert, n): n for n in (1, 2, 4, 0)}
    print("as completed:", sorted((pending[f], str(f.exception() or f.result()))
                                  for f in futures.as_completed(pending)))

gate, started, calls = threading.Event(), threading.Event(), []


def blocker():
    started.set()
    gate.wait(20)
    return "released"


pool = futures.ThreadPoolExecutor(1)
running = pool.submit(blocker)
queued = pool.submit(invert, 5)
queued.add_done_callback(lambda f: calls.append(("callback", f.cancelled())))
started.wait(20)
print("states:", running.running(), queued.running(), running.cancel(), queued.cancel(), queued.cancel(),
      queued.cancelled())
print("calls:", calls)
attempt("cancelled result", queued.result)
attempt("timeout", running.result, 0.01)
done, not_done = futures.wait([running, queued], timeout=0.01)
print("wait:", done == {queued}, not_done == {running})
attempt("as_completed timeout", lambda: list(futures.as_completed([running], timeout=0.01)))
last = pool.submit(invert, 7)
pool.shutdown(wait=False, cancel_futures=True)
attempt("after shutdown", pool.submit, invert, 1)
gate.set()
print("running finished:", running.result(), last.cancelled())
queued.add_done_callback(lambda f: calls.append("late"))
print("late callback runs at once:", calls)

future = futures.Future()
print("pending:", future.done(), future.running(), future.set_running_or_notify_cancel(), future.running())
future.set_result([1])
print("set:", future.result())
attempt("set again", future.set_result, 2)
attempt("set exception", future.set_exception, ValueError("late"))
cancelled = futures.Future()
cancelled.cancel()
print("notify cancel:", cancelled.set_running_or_notify_cancel())
attempt("exception of cancelled", cancelled.exception)
attempt("bad workers", futures.ThreadPoolExecutor, 0)
attempt("bad initializer", futures.ThreadPoolExecutor, initializer=5)

local = threading.local()


def prepare(value):
    local.value = value


with futures.ThreadPoolExecutor(2, initializer=prepare, initargs=("ready",)) as pool:
    print("initializer:", pool.submit(lambda: local.value).result())
first = futures.Future()
first.set_result(1)
second = futures.Future()
second.set_exception(KeyError("x"))
third = futures.Future()
for when in (futures.FIRST_COMPLETED, futures.FIRST_EXCEPTION):
    done, rest = futures.wait([first, second, third], return_when=when)
    print(when, len(done), rest == {third})
print("order of classes:", issubclass(futures.TimeoutError, TimeoutError),
      futures.CancelledError.__mro__[1].__name__)
print("repr:", repr(second).split(" state=")[1])
