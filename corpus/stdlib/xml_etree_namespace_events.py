# harness:
#   description: xml.etree.ElementTree.iterparse - start-ns and end-ns events
#   tags: ["module:xml.etree.ElementTree", parsing]
import io
import xml.etree.ElementTree as ET

TEXT = "<a xmlns='u' xmlns:q='v'><q:b xmlns:r='w'/><c xmlns=''/></a>"
for events in (("start-ns",), ("end-ns",), ("start", "start-ns"), ("start", "end", "start-ns", "end-ns")):
    print(events)
    for event, item in ET.iterparse(io.StringIO(TEXT), events):
        print("   ", event, item if event.endswith("-ns") else item.tag)
