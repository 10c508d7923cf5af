# harness:
#   description: xml.etree.ElementTree.canonicalize - attribute order, namespaces, comments, white space
#   tags: ["module:xml.etree.ElementTree"]
import xml.etree.ElementTree as ET


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


for text, options in (
    ("<a z='1' b='2'/>", {}),
    ("<a> x </a>", {"strip_text": True}),
    ("<a><!--c--><b/></a>", {}),
    ("<a><!--c--></a>", {"with_comments": True}),
    ("<a>&lt;&#13;&amp;</a>", {}),
    ("<q:a xmlns:q='u'/>", {}),
    ("<a xmlns='u'><b/></a>", {}),
    ("<a xmlns:q='u' q:k='v'><q:c/></a>", {}),
    ("<q:a xmlns:q='u'/>", {"rewrite_prefixes": True}),
):
    attempt(f"{text} {options}", ET.canonicalize, text, **options)
