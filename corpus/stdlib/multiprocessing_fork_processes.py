# harness:
#   description: multiprocessing - forked processes, queues, pipes, shared values, exit codes
#   tags: [module:multiprocessing, processes]
#   needs: [fork, subprocess, threads]
#   timeout: 30
import multiprocessing as mp
import os
import sys


def child(connection, items):
    for item in items:
        connection.send((item, type(item).__name__))
    connection.close()


def exiting(how):
    if how == "raise":
        sys.stderr = open(os.devnull, "w")
        raise ValueError("in the child")
    if how == "exit text":
        sys.stderr = open(os.devnull, "w")
        sys.exit("text")
    if how == "hard":
        os._exit(7)
    sys.exit(how)


def add_up(lock, counter, array, number):
    for index in range(20):
        with lock:
            counter.value += number
    array[number] = number * number


def square(n):
    if n == 13:
        raise ArithmeticError(f"no {n}")
    return n * n


def relay(inbox, outbox):
    while (item := inbox.get()) is not None:
        outbox.put(item[::-1])
    outbox.put("done")


def main():
    context = mp.get_context("fork")
    here, there = context.Pipe()
    process = context.Process(target=child, args=(there, [1, "two", [3.0], {"k": None}, b"\xff"]),
                              name="sender")
    print("before:", process.name, process.is_alive(), process.pid, process.exitcode, process.daemon)
    process.start()
    there.close()
    received = []
    try:
        while True:
            received.append(here.recv())
    except EOFError:
        print("received:", received)
    process.join(20)
    print("after:", process.is_alive(), process.exitcode)
    for call in (process.start, lambda: context.Process(target=child, group=1)):
        try:
            call()
        except AssertionError as error:
            print("refused:", type(error).__name__)

    codes = {}
    for how in (0, 3, "raise", "exit text", "hard", None):
        process = context.Process(target=exiting, args=(how,))
        process.start()
        process.join(20)
        codes[how] = process.exitcode
    print("exit codes:", codes)

    counter, array, lock = context.Value("i", 0), context.Array("d", 4), context.Lock()
    workers = [context.Process(target=add_up, args=(lock, counter, array, n)) for n in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(20)
    print("shared:", counter.value, array[:], len(array))

    inbox, outbox = context.Queue(), context.Queue()
    process = context.Process(target=relay, args=(inbox, outbox), daemon=True)
    process.start()
    for item in ("abc", [1, 2], (3, 4), None):
        inbox.put(item)
    print("relayed:", [outbox.get(timeout=20) for _ in range(4)])
    process.join(20)

    with context.Pool(2) as pool:
        print("pool:", pool.map(square, range(6)), pool.apply(divmod, (17, 5)),
              list(pool.imap(square, [3, 1, 2])), sorted(pool.imap_unordered(square, [3, 1, 2])))
        print("starmap:", pool.starmap(pow, [(2, 3), (3, 2)], chunksize=2),
              pool.map_async(square, [4]).get(20))
        try:
            pool.map(square, [1, 13])
        except ArithmeticError as error:
            print("from the pool:", type(error).__name__, error, type(error.__cause__).__name__)
    try:
        pool.apply(square, (1,))
    except ValueError as error:
        print("refused:", type(error).__name__)
    process = context.Process(target=exiting, args=(0,))
    process.start()
    process.join(20)
    process.close()
    try:
        process.is_alive()
    except ValueError as error:
        print("refused:", type(error).__name__)
    print("parent:", mp.current_process().name, mp.parent_process(), mp.active_children(),
          "fork" in mp.get_all_start_methods())
    try:
        mp.get_context("teleport")
    except ValueError as error:
        print("refused:", type(error).__name__)


if __name__ == "__main__":
    main()
