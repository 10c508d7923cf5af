# harness:
#   args: {small: [one, "two words", ""]}
import os, sys
print(sys.argv[1:], len(sys.orig_argv), sys.orig_argv[-3:])
print(os.getcwd() == os.environ["PWD"], os.path.basename(os.getcwd()))
print(sorted(os.environ))
print({k: v for k, v in os.environ.items() if k not in ("HOME", "PWD", "TMPDIR")})
print(os.environb is not None, os.getenv("HOME") == os.path.expanduser("~"))
os.environ["ADDED"] = "1"
print(os.environ["ADDED"], os.environb[b"ADDED"] if hasattr(os, "environb") else None)
del os.environ["ADDED"]
print("ADDED" in os.environ)
print(sys.path[1:], sys.path_importer_cache.keys() - set(sys.path))
print(sys.executable.rpartition("/")[2], sys.flags, sys.warnoptions, sys._xoptions)
