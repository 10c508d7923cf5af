"""The least that runs the wasm host once: what a user's own script would be.

    wasm_once.py CONFIG COMPILED FOLDER ARG…

CONFIG is the worker's. The compiled module is mapped; the folder is granted under its own path.
"""

import sys

import wasmtime

from harness.runtimes.wasmtime_worker import make_engine


def main(config: str, compiled: str, folder: str, *arguments: str) -> int:
    engine = make_engine(config)
    module = wasmtime.Module.deserialize_file(engine, compiled)
    linker = wasmtime.Linker(engine)
    linker.define_wasi()
    store = wasmtime.Store(engine)
    wasi = wasmtime.WasiConfig()
    wasi.argv = ["rustpython-host", *arguments]
    wasi.env = [("PWD", folder)]
    wasi.inherit_stdin()
    wasi.inherit_stdout()
    wasi.inherit_stderr()
    wasi.preopen_dir(folder, folder)
    store.set_wasi(wasi)
    start = linker.instantiate(store, module).exports(store)["_start"]
    try:
        start(store)
    except wasmtime.ExitTrap as ended:
        return ended.code
    except wasmtime.Trap:
        return 134
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
