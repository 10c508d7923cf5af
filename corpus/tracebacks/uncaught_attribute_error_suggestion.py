# harness:
#   description: an uncaught AttributeError inside a property reached through __getattr__
#   tags: [suggestions, uncaught]
#   raises: AttributeError


class Document:
    def __init__(self, title):
        self.title = title
        self.paragraphs = ["one two", "three"]

    @property
    def words(self):
        return sum(len(paragraph.split()) for paragraph in self.paragraphs)

    @property
    def summary(self):
        return f"{self.title}: {self.paragraph[0]}"


class Proxy:
    def __init__(self, target):
        self._target = target

    def __getattr__(self, name):
        print("forwarding", name)
        return getattr(self._target, name)


document = Document("Notes")
print(document.words)
proxy = Proxy(document)
print(proxy.title, proxy.words)
print(proxy.summary)
