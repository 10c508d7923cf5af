print(hash("a string"), hash(b"bytes"), hash(("x", "y")), hash(frozenset("abc")))
print(set("a quick brown fox"), {str(n): n for n in range(5)})
print(list({"one", "two", "three", "four"}))
