# harness:
#   description: binascii - hexlify separators, uu, quoted printable, crc, strict base64, error texts
#   tags: [module:binascii, encoding]
import binascii


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", function(*args, **kwargs))
    except Exception as error:
        print(label, "->", type(error).__name__)


data = b"\x00\x01\xab\xcd\xef\x10\xff"
print("hexlify:", binascii.hexlify(data), binascii.b2a_hex(bytearray(data)))
for step in (1, 2, 3, -2, -3, 100, 0):
    print("sep every", step, binascii.hexlify(data, ":", step))
attempt("sep bytes", binascii.hexlify, data, b"-")
attempt("sep long", binascii.hexlify, data, "ab")
attempt("sep empty", binascii.hexlify, data, "")
attempt("unhexlify", binascii.unhexlify, "00fFaB")
attempt("odd", binascii.unhexlify, "abc")
attempt("not hex", binascii.unhexlify, b"zz")
attempt("space", binascii.unhexlify, b"a b ")
attempt("non-ascii", binascii.unhexlify, "éé")

print("crc32:", [binascii.crc32(sample) for sample in (b"", b"a", b"hello world", bytes(1000))])
running = 0
for piece in (b"hello", b" ", b"world"):
    running = binascii.crc32(piece, running)
print("crc32 running:", running, hex(running))
print("crc_hqx:", [binascii.crc_hqx(sample, 0) for sample in (b"", b"123456789", b"x" * 50)],
      binascii.crc_hqx(b"123456789", 0xFFFF))

print("b2a_base64:", binascii.b2a_base64(b"any carnal pleas"), binascii.b2a_base64(b"\xff", newline=False))
for text in (b"YWJj", b"YWJ", b"YQ==", b"YQ=", b"Y", b"=YQ=", b"YQ==YQ==", b"YW Jj", b"", b"===="):
    attempt(f"lax {text}", binascii.a2b_base64, text)
    attempt(f"strict {text}", binascii.a2b_base64, text, strict_mode=True)

line = binascii.b2a_uu(b"The smooth-scaled python")
print("uu:", line, binascii.a2b_uu(line))
print("uu backtick:", binascii.b2a_uu(b"\0\0\0x", backtick=True), binascii.a2b_uu(b"$````>````"))
attempt("uu too long", binascii.b2a_uu, bytes(46))
attempt("uu illegal", binascii.a2b_uu, b"\x81abc")
attempt("uu trailing", binascii.a2b_uu, b"!   x")

print("qp:", binascii.b2a_qp(b"tab\tend \n=sign \xe9 dot\n.\n"))
print("qp header:", binascii.b2a_qp(b"two words_and_under", header=True))
print("qp quotetabs:", binascii.b2a_qp(b"a\tb c", quotetabs=True))
print("qp binary:", binascii.b2a_qp(b"a\r\nb\n", istext=False))
print("qp long:", binascii.b2a_qp(b"0123456789" * 9))
print("from qp:", binascii.a2b_qp(b"a=3D=\nb=20=c3=A9 =XY_"), binascii.a2b_qp(b"a_b=", header=True))
attempt("types", binascii.hexlify, "text")
attempt("none", binascii.crc32, None)
print("classes:", binascii.Error.__mro__[1].__name__, binascii.Incomplete.__mro__[1].__name__)
