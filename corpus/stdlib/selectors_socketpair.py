# harness:
#   description: selectors and select - registration rules, ready events over socket pairs, modify, closing
#   tags: [module:selectors, module:select, network]
#   needs: [sockets]
import select
import selectors
import socket


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", function(*args, **kwargs))
    except Exception as error:
        print(label, "->", type(error).__name__)


kinds = [selectors.SelectSelector, selectors.DefaultSelector]
if hasattr(selectors, "PollSelector"):
    kinds.append(selectors.PollSelector)
for number, kind in enumerate(kinds):
    left, right = socket.socketpair()
    with kind() as selector:
        key = selector.register(left, selectors.EVENT_READ, data="left")
        selector.register(right, selectors.EVENT_READ | selectors.EVENT_WRITE, "right")
        print(number, "key:", key.data, key.events, key.fileobj is left, key.fd == left.fileno(),
              len(selector.get_map()), left in selector.get_map())
        print("idle:", [(k.data, events) for k, events in selector.select(0)])
        right.send(b"hello")
        print("ready:", sorted((k.data, events) for k, events in selector.select(1)))
        print("modify:", selector.modify(right, selectors.EVENT_READ, data="renamed").data,
              [(k.data, e) for k, e in selector.select(0)], selector.get_key(right).events)
        print("read:", left.recv(10), selector.select(0), selector.select(-1))
        left.close()
        attempt("closed but registered by object", lambda: selector.unregister(left).data)
        print("hang up:", [(k.data, e) for k, e in selector.select(1)], right.recv(5))
        attempt("twice", selector.register, right, selectors.EVENT_READ)
        attempt("no events", selector.register, right.fileno() + 100, 0)
        attempt("unknown events", selector.register, right.fileno() + 100, 64)
        attempt("bad object", selector.register, "text", selectors.EVENT_READ)
        attempt("negative", selector.register, -5, selectors.EVENT_READ)
        attempt("unregister unknown", selector.unregister, right.fileno() + 100)
        attempt("modify unknown", selector.modify, right.fileno() + 100, selectors.EVENT_READ)
        attempt("get unknown", selector.get_key, right.fileno() + 100)
        print("unregistered:", selector.unregister(right).data, dict(selector.get_map()))
    attempt("closed selector", lambda: selector.get_key(right))
    print("map after close:", selector.get_map())
    right.close()

one, two = socket.socketpair()
print("select:", [len(part) for part in select.select([one], [two], [one], 0)],
      [len(p) for p in select.select([], [], [], 0)])
two.send(b"x")
ready, writable, _ = select.select([one.fileno(), two], [one], [], 1)
print("ready:", ready == [one.fileno()], writable == [one])
for arguments in ((5, [], [], 0), ([one], [], [], -1), ([-1], [], [], 0), (["x"], [], [], 0),
                  ([one], [], [], "x"), ([], [])):
    attempt("select arguments", select.select, *arguments)
if hasattr(select, "poll"):
    poller = select.poll()
    poller.register(one, select.POLLIN)
    print("poll:", [(fd == one.fileno(), events == select.POLLIN) for fd, events in poller.poll(100)])
    attempt("poll unknown", poller.unregister, 9999)
two.close()
print("end of file:", one.recv(5), one.recv(5), select.select([one], [], [], 0)[0] == [one])
one.close()
attempt("closed socket", select.select, [one], [], [], 0)
print("error:", select.error is OSError, selectors.EVENT_READ, selectors.EVENT_WRITE)
