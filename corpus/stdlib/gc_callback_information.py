# harness:
#   description: gc.callbacks - the keys of the information they are given
#   tags: [module:gc]
import gc


def watcher(phase, info):
    print(phase, sorted(info), {key: type(value).__name__ for key, value in sorted(info.items())})


gc.disable()
gc.callbacks.append(watcher)
gc.collect()
gc.collect(0)
gc.callbacks.remove(watcher)
