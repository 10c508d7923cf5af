"""A worker for tests: runs the Python code of each request in a forked child."""

import json
import os
import socket
import sys


def main() -> None:
    channel = socket.socket(fileno=int(sys.argv[1]))
    channel.send(b'{"ready": true}')
    while True:
        payload, descriptors, _, _ = socket.recv_fds(channel, 1 << 20, 4)
        if not payload:
            return
        code = json.loads(payload)["code"]
        if code == "WORKER DIES":
            os._exit(1)
        pid = os.fork()
        if pid == 0:
            child(code, descriptors)
        for descriptor in descriptors:
            os.close(descriptor)
        pidfd = os.pidfd_open(pid)
        socket.send_fds(channel, [json.dumps({"pid": pid}).encode()], [pidfd])
        os.close(pidfd)
        _, status, _ = os.wait4(pid, 0)
        answer = {"status": os.waitstatus_to_exitcode(status), "cpu_ns": 1}
        channel.send(json.dumps(answer).encode())


def child(code: str, descriptors: list[int]) -> None:
    for number in range(3):
        os.dup2(descriptors[number], number)
    if code == "TRAP":
        trap = {"code": "unreachable", "message": "", "frames": ["f", "g"]}
        os.write(descriptors[3], json.dumps({"trap": trap}).encode())
        os._exit(0)
    if code == "CUT":
        os.write(descriptors[3], b'{"trap": ')
        os._exit(0)
    exec(code, {})
    sys.stdout.flush()
    os._exit(0)


main()
