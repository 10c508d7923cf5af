# harness:
#   description: socket - pairs, loopback TCP and UDP, timeouts, shutdown, makefile, options, conversions
#   tags: [module:socket, network]
#   needs: [sockets]
import errno
import socket


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except OSError as error:
        print(label, "->", type(error).__name__, errno.errorcode.get(error.errno, error.errno)
              if not isinstance(error, socket.gaierror) else "gaierror",
              "timed out" if isinstance(error, TimeoutError) else "")
    except Exception as error:
        print(label, "->", type(error).__name__)


left, right = socket.socketpair()
print("pair:", left.send(b"hello"), right.recv(3), right.recv(10, socket.MSG_PEEK), right.recv(10),
      left.sendall(b"x" * 10), len(right.recv(4)), right.recv(100))
buffer = bytearray(6)
left.send(b"into")
print("into:", right.recv_into(buffer, 3), bytes(buffer), right.recv_into(memoryview(buffer)[3:]),
      bytes(buffer), right.gettimeout(), right.getblocking())
right.settimeout(0.01)
attempt("timeout", right.recv, 5)
right.setblocking(False)
attempt("would block", right.recv, 5)
print("timeouts:", right.gettimeout(), right.settimeout(None), right.getblocking())
attempt("negative timeout", right.settimeout, -1)
attempt("text", left.send, "text")
left.shutdown(socket.SHUT_WR)
print("end:", right.recv(5), right.send(b"back"), left.recv(9))
attempt("send after shutdown", left.send, b"x")
left.close()
attempt("closed", left.recv, 1)
print("closed:", left.fileno(), right.detach() >= 0, right.fileno())

with socket.create_server(("127.0.0.1", 0)) as server:
    port = server.getsockname()[1]
    with socket.create_connection(("127.0.0.1", port), timeout=5) as client:
        connection, address = server.accept()
        with connection:
            print("tcp:", address[0], address == client.getsockname(),
                  client.getpeername() == ("127.0.0.1", port), client.gettimeout(), connection.gettimeout(),
                  client.family.name, client.type.name)
            stream = client.makefile("rw", encoding="utf-8", newline="\n")
            stream.write("line one é\nline two\n")
            stream.flush()
            with connection.makefile("rb") as reader:
                print("lines:", reader.readline(), reader.readline())
            connection.sendall(b"reply\nrest")
            connection.shutdown(socket.SHUT_RDWR)
            print("reply:", stream.readline(), stream.read(), client.recv(1))
            stream.close()
attempt("refused", socket.create_connection, ("127.0.0.1", port), 5)

one, two = socket.socket(type=socket.SOCK_DGRAM), socket.socket(type=socket.SOCK_DGRAM)
with one, two:
    one.bind(("127.0.0.1", 0))
    two.bind(("127.0.0.1", 0))
    two.settimeout(5)
    print("udp:", one.sendto(b"datagram", two.getsockname()), one.sendto(b"", two.getsockname()))
    data, sender = two.recvfrom(4)
    print("truncated:", data, sender == one.getsockname(), two.recvfrom(10)[0])
    one.connect(two.getsockname())
    one.send(b"a"), one.send(b"b")
    print("messages kept apart:", two.recv(9), two.recv(9))
    two.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    print("options:", bool(two.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR)),
          two.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE) == socket.SOCK_DGRAM)
print("conversion:", socket.inet_aton("127.0.0.1"), socket.inet_ntoa(b"\x01\x02\x03\x04"),
      socket.inet_pton(socket.AF_INET6, "::1")[-2:], socket.inet_ntop(socket.AF_INET6, b"\0" * 15 + b"\1"),
      socket.htons(1) in (1, 256), socket.ntohl(socket.htonl(12345)))
attempt("bad address", socket.inet_aton, "300.1.1.1")
attempt("bad packed", socket.inet_ntoa, b"123")
attempt("bad htons", socket.htons, 70000)
attempt("bad family", socket.socket, 9999)
with socket.socket() as plain:
    attempt("address type", plain.connect, "text")
    attempt("address parts", plain.connect, ("127.0.0.1",))
    attempt("port range", plain.bind, ("127.0.0.1", 99999))
info = socket.getaddrinfo("127.0.0.1", 80, type=socket.SOCK_STREAM)
print("info:", [(i[0].name, i[1].name, i[4]) for i in info], socket.has_ipv6 in (True, False),
      socket.AF_INET.name, repr(socket.SOCK_STREAM), socket.error is OSError, socket.timeout is TimeoutError)
print("default timeout:", socket.getdefaulttimeout(), socket.setdefaulttimeout(3), socket.getdefaulttimeout(),
      socket.setdefaulttimeout(None))
