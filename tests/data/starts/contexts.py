import contextvars, decimal, codecs, locale
print(list(contextvars.copy_context()), decimal.getcontext().prec)
print(codecs.lookup("utf-8").name, locale.getpreferredencoding(False), "é".encode())
print(__import__("sys").getfilesystemencoding(), __import__("sys").stdout.errors)
