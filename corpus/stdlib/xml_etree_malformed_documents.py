# harness:
#   description: xml.etree.ElementTree - malformed documents are refused, with the position
#   tags: ["module:xml.etree.ElementTree", parsing]
import xml.etree.ElementTree as ET

for text in ("", "<a>", "<a></b>", "<a b=1/>", "<a/><b/>", "<a>&none;</a>", "text", "<a b='1' b='2'/>",
             "<1a/>", "<a>\x01</a>", "<a><!-- -- --></a>", "<x:a/>", "<a",
             "<?xml version='1.0' encoding='nonesuch'?><a/>"):
    try:
        print(repr(text), "->", ET.fromstring(text).tag)
    except Exception as error:
        print(repr(text), "->", type(error).__name__, getattr(error, "position", "no position"))
