# harness:
#   description: xml.etree.ElementTree - parsing, serialising, paths, namespaces, events, canonical form
#   tags: ["module:xml.etree.ElementTree", parsing]
import io
import xml.etree.ElementTree as ET

TEXT = """<?xml version="1.0"?>
<shop xmlns:x="urn:x"><item id="1" kind="a">pen<sub>deep</sub> tail &amp; &lt;</item><!-- note --><?pi data?>
<x:item id="2" x:attr="v"/><item id="3"><![CDATA[<raw>]]></item><empty></empty></shop>"""


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


root = ET.fromstring(TEXT)
for element in root.iter():
    print(element.tag, element.attrib, repr(element.text), repr(element.tail), len(element))
print("text:", ET.tostring(root, encoding="unicode"))
print("bytes:", ET.tostring(ET.fromstring("<a>é</a>")), ET.tostring(ET.fromstring("<a>é</a>"), "utf-8"),
      ET.tostring(root.find("empty"), short_empty_elements=False),
      ET.tostring(ET.fromstring("<a/>"), "latin-1", xml_declaration=True),
      ET.tostring(root[0], method="text"))
for path in ("item", "*", ".", "./item[@id]", "item[@id='3']", "item[@kind!='a']", "item[1]", "item[last()]",
             ".//sub", "item/sub", "item[sub]", "item[sub='deep']", "item/..", "{urn:x}item", "{*}item",
             "{}item", "*[2]", ".//*[@id]", "none", "item[.='<raw>']"):
    print("path", path, [e.tag + e.get("id", "") for e in root.findall(path)], root.findtext(path, "no text"))
print("namespaces:", root.findall("y:item", {"y": "urn:x"})[0].get("{urn:x}attr"),
      root.find("item", {"": "urn:x"}).get("id"))
for path in ("/item", "item[", "item[0]", "item[bad()]", "//", "y:item", "[1]"):
    attempt(f"bad path {path}", root.findall, path)

made = ET.Element("made", {"b": "2"}, a="1 & \"q\" <\n>")
child = ET.SubElement(made, "child", {"{urn:n}k": "v"})
child.text, child.tail = "x < y & ]]>", "tail"
made.append(ET.Comment(" c "))
made.append(ET.ProcessingInstruction("p", "d"))
made.insert(0, ET.Element("{urn:n}first"))
print("made:", ET.tostring(made, encoding="unicode"))
ET.register_namespace("nn", "urn:n")
print("prefix:", ET.tostring(made, encoding="unicode", default_namespace=None)[:60])
made.extend([ET.Element("e1"), ET.Element("e2")])
made.remove(child)
made[0:1] = []
del made[-1]
print("edited:", [e.tag if isinstance(e.tag, str) else "special" for e in made], made.keys(), made.items(),
      made.set("c", "3"), made.get("none", 5))
attempt("append text", made.append, "text")
attempt("remove missing", made.remove, child)
attempt("number text", lambda: [setattr(made, "text", 5), ET.tostring(made)])
attempt("index", lambda: made[9])
ET.indent(root, "  ")
print("indented:", ET.tostring(root, encoding="unicode")[:120])
print("itertext:", "".join(ET.fromstring("<a>1<b>2<c/>3</b>4</a>").itertext()))
events = [(event, getattr(e, "tag", e)) for event, e in ET.iterparse(io.StringIO("<a xmlns='u'><b/></a>"),
                                                                     ("start", "end"))]
print("events:", events)
pull = ET.XMLPullParser(["start", "end"])
pull.feed("<a><b>te")
first = [(e, el.tag) for e, el in pull.read_events()]
pull.feed("xt</b></a>")
print("pull:", first, [(e, el.tag, el.text) for e, el in pull.read_events()], pull.close())
parser = ET.XMLParser(target=ET.TreeBuilder(insert_comments=True, insert_pis=True))
kept = ET.fromstring("<a><!--c--><?p q?></a>", parser)
print("comments kept:", ET.tostring(kept), len(kept))


class Target:
    def __init__(self):
        self.log = []

    def start(self, tag, attrs):
        self.log.append(("start", tag, attrs))

    def end(self, tag):
        self.log.append(("end", tag))

    def data(self, data):
        self.log.append(("data", data))

    def close(self):
        return self.log


print("target:", ET.fromstring("<a k='v'>t<b/></a>", ET.XMLParser(target=Target())))
ET.ElementTree(ET.fromstring("<r>é</r>")).write("r.xml", encoding="utf-16")
print("file:", ET.parse("r.xml").getroot().text, ET.ElementTree(file="r.xml").find(".").tag,
      ET.iselement(made), ET.fromstringlist(["<a>", "</a>"]).tag,
      ET.XMLID("<a id='i'><b id='j'/></a>")[1].keys())
