# harness:
#   description: wording of errors for format specifications that types refuse
#   tags: [messages, formatting]

EXPRESSIONS = """
f"{1:zz}"
f"{1:.2d}"
f"{1:s}"
f"{1:,s}"
f"{1:c,}"
f"{-1:c}"
f"{10 ** 9:c}"
f"{1:,_d}"
f"{1:_,d}"
f"{1:,b}"
f"{1:999999999999999999999}"
f"{1.5:d}"
f"{1.5:c}"
f"{1.5:zz}"
f"{1.5:.}"
f"{1.5:,n}"
f"{1j:d}"
f"{1j:=10}"
f"{1j:010}"
f"{'a':d}"
f"{'a':=5}"
f"{'a':+}"
f"{'a':,}"
f"{'a':.x}"
f"{'a':#}"
f"{'a': }"
f"{'a':z}"
f"{None:5}"
f"{[]:5}"
f"{object:>5}"
f"{b'a':5}"
f"{...:x}"
format(1, "q")
format(1, 5)
"{:{}}".format(1)
"{0.x}".format(1)
"{0[a]}".format([1])
"{!z}".format(1)
"{!}".format(1)
"{a.}".format(a=1)
"{a[}".format(a=[1])
"}".format()
"{0}{}".format(1, 2)
"{}{1}".format(1, 2)
""".strip().splitlines()
for source in EXPRESSIONS:
    try:
        eval(source)
        print(f"{source} -> no error")
    except Exception as exc:
        print(f"{source} -> {type(exc).__name__}: {exc}")
