# harness:
#   description: ipaddress - parsing, network arithmetic, formatting, properties, ordering and error messages
#   tags: [module:ipaddress]
import ipaddress
import pickle
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_interface, ip_network


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


for text in ("192.168.0.1", "256.1.1.1", "1.2.3", "01.2.3.4", "1.2.3.4/32", "", "::1", "2001:db8::",
             "1::2::3", "::ffff:1.2.3.4", "fe80::1%eth0", "12345::", "1:2:3:4:5:6:7", ":::", "g::",
             "1:2:3:4:5:6:7:8:9", "::1%", 0, 2 ** 32, 2 ** 128, -1, b"\x7f\0\0\1", b"\0" * 16, b"abc",
             "1.2.3.x", "٣.1.1.1"):
    attempt(f"ip_address({text!r})", ip_address, text)
for text in ("10.0.0.0/8", "10.1.0.0/8", "10.0.0.0/33", "10.0.0.0/255.255.0.0", "10.0.0.0/0.0.0.255",
             "10.0.0.0/x", "1.2.3.4", "::/0", "2001:db8::/129", "fe80::1/64", ("10.0.0.0", 30),
             "10.0.0.0/255.0.255.0", "10.0.0.0/", "10.0.0.0//8", (1, 2, 3), 5, "0.0.0.0/0.0.0.0"):
    attempt(f"ip_network({text!r})", ip_network, text)
attempt("not strict", ip_network, "10.1.2.3/8", strict=False)

net = ip_network("192.0.2.0/28")
print("network:", net.network_address, net.broadcast_address, net.netmask, net.hostmask, net.num_addresses,
      net.prefixlen, len(list(net.hosts())), net[0], net[-1], net.with_netmask, net.with_hostmask)
print("hosts:", [str(h) for h in list(net.hosts())[:2]], [str(h) for h in ip_network("10.0.0.0/31").hosts()],
      [str(h) for h in ip_network("10.0.0.0/32").hosts()])
attempt("index", lambda: net[16])
attempt("assign", lambda: net.__setitem__)
print("subnets:", [str(n) for n in net.subnets()], [str(n) for n in net.subnets(new_prefix=30)],
      str(net.supernet()), str(net.supernet(new_prefix=8)))
attempt("subnets both", lambda: list(net.subnets(2, new_prefix=30)))
attempt("subnets shorter", lambda: list(net.subnets(new_prefix=20)))
attempt("supernet longer", net.supernet, new_prefix=30)
attempt("supernet too far", net.supernet, 40)
print("exclude:", [str(n) for n in net.address_exclude(ip_network("192.0.2.4/30"))])
attempt("exclude other", lambda: list(net.address_exclude(ip_network("10.0.0.0/8"))))
print("relations:", net.overlaps(ip_network("192.0.2.8/29")), net.subnet_of(ip_network("192.0.0.0/16")),
      net.supernet_of(net), IPv4Address("192.0.2.5") in net)
attempt("text in network", lambda: "192.0.2.5" in net)
attempt("mixed versions", net.subnet_of, ip_network("::/0"))
print("iterate:", [int(a) & 255 for a in net][:5], len(set(net)))

PROPERTIES = ("is_private", "is_global", "is_multicast", "is_loopback", "is_link_local", "is_reserved",
              "is_unspecified")
for text in ("127.0.0.1", "10.0.0.1", "8.8.8.8", "224.0.0.1", "169.254.1.1", "0.0.0.0", "240.0.0.1",
             "100.64.0.1", "::1", "fe80::1", "ff02::1", "2001:db8::1", "2606:4700::", "::", "fc00::1",
             "::ffff:10.0.0.1"):
    print(text, [p[3:] for p in PROPERTIES if getattr(ip_address(text), p)])
six = IPv6Address("2001:db8::a:0:0:1")
print("forms:", six, six.exploded, six.compressed, IPv6Address("1:0:0:2:0:0:0:3"),
      IPv6Address("1:0:2:3:4:5:6:7"), IPv6Address(1 << 112), six.reverse_pointer,
      IPv4Address("1.2.3.4").reverse_pointer)
print("special:", IPv6Address("::ffff:1.2.3.4").ipv4_mapped, IPv6Address("2002:102:304::").sixtofour,
      IPv6Address("2001::1").teredo, IPv6Address("fe80::1%s").scope_id, six.ipv4_mapped)
print("format:", f"{IPv4Address('1.2.3.4'):b}"[-8:], f"{IPv4Address('1.2.3.4'):#x}",
      f"{IPv4Address('1.2.3.4'):_X}", f"{six:s}", f"{IPv4Address(1)!s:>12}|", f"{IPv6Address(255):x}"[-4:])
attempt("format code", format, IPv4Address(1), "d")
print("arithmetic:", IPv4Address("1.2.3.255") + 1, IPv4Address("1.0.0.0") - 1, int(IPv6Address("::ff")),
      IPv4Address(5).packed, hash(IPv4Address(5)) == hash(IPv4Address("0.0.0.5")))
attempt("overflow", lambda: IPv4Address("255.255.255.255") + 1)
attempt("compare versions", lambda: IPv4Address(1) < IPv6Address(1))
print("equality:", IPv4Address(1) == IPv6Address(1), IPv4Address(1) == 1,
      ip_network("1.2.3.4/32") == ip_address("1.2.3.4"))
print("sorting:", [str(a) for a in sorted(map(IPv4Address, ("10.0.0.2", "2.0.0.1", "10.0.0.1")))],
      [str(n) for n in sorted(map(IPv4Network, ("10.0.0.0/8", "10.0.0.0/16", "9.0.0.0/8")))])
print("mixed sorting:", [str(a) for a in sorted([ip_network("10.0.0.0/8"), ip_address("10.0.0.0")],
                                                key=ipaddress.get_mixed_type_key)])
face = ip_interface("10.1.2.3/16")
print("interface:", face, face.ip, face.network, face.with_netmask, repr(face), face + 1,
      face == ip_address("10.1.2.3"), face in ip_network("10.0.0.0/8"))
print("collapse:", [str(n) for n in ipaddress.collapse_addresses([IPv4Network("10.0.0.0/25"),
                                                                  IPv4Network("10.0.0.128/25"),
                                                                  IPv4Network("10.0.0.64/26")])])
print("summarize:", [str(n) for n in ipaddress.summarize_address_range(IPv4Address("10.0.0.1"),
                                                                       IPv4Address("10.0.0.14"))])
attempt("summarize order", lambda: list(ipaddress.summarize_address_range(IPv4Address(5), IPv4Address(1))))
print("packed:", ipaddress.v4_int_to_packed(256), ipaddress.v6_int_to_packed(1)[-2:],
      [pickle.loads(pickle.dumps(x)) == x for x in (net, six, face)], IPv6Network("::/126").num_addresses)
