# harness:
#   description: plistlib - entity declarations, open elements and junk in XML are refused
#   tags: [module:plistlib, parsing]
import plistlib


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


HEAD = '<?xml version="1.0" encoding="UTF-8"?><plist version="1.0">'
for body in ("<dict>", "<array><true/>", "<string>a", "</dict>", "<true/><false/>", "<string>&none;</string>",
             "<true></false>", "<string>a&b</string>"):
    attempt(body, plistlib.loads, (HEAD + body + "</plist>").encode())
attempt("entity", plistlib.loads,
        (HEAD.replace("<plist", '<!DOCTYPE p [<!ENTITY e "x">]><plist') + "<true/></plist>").encode())
attempt("cut", plistlib.loads, (HEAD + "<true/>").encode())
attempt("after the end", plistlib.loads, (HEAD + "<true/></plist>junk").encode())
