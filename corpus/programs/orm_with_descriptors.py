# harness:
#   description: miniature ORM over dictionaries with a metaclass, typed field descriptors, queries, relations and migrations
#   tags: [program, framework, metaclass, descriptors]
"""Models, fields, lazy query sets and relations over in-memory tables."""
import operator
import re
from datetime import date


class FieldError(ValueError):
    pass


class DoesNotExist(LookupError):
    pass


class Field:
    kind = object
    serial = 0

    def __init__(self, *, default=None, null=False, check=None):
        self.default, self.null, self.check = default, null, check
        Field.serial += 1
        self.order = Field.serial

    def __set_name__(self, owner, name):
        self.owner, self.name = owner.__name__, name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        return instance.__dict__[self.name]

    def __set__(self, instance, value):
        instance.__dict__[self.name] = self.clean(value)

    def clean(self, value):
        if value is None:
            if not self.null:
                raise FieldError(f"{self.owner}.{self.name} cannot be null")
            return None
        if not isinstance(value, self.kind):
            value = self.convert(value)
        if self.check and not self.check(value):
            raise FieldError(f"{self.owner}.{self.name}: bad value {value!r}")
        return value

    def convert(self, value):
        try:
            return self.kind(value)
        except (TypeError, ValueError) as error:
            raise FieldError(f"{self.owner}.{self.name}: {error}") from error

    def __repr__(self):
        return f"<{type(self).__name__} {self.owner}.{self.name}>"


class Integer(Field):
    kind = int


class Text(Field):
    kind = str

    def __init__(self, limit=20, **options):
        super().__init__(**options)
        self.limit = limit

    def clean(self, value):
        value = super().clean(value)
        if value is not None and len(value) > self.limit:
            raise FieldError(f"{self.owner}.{self.name}: {len(value)} > {self.limit} characters")
        return value


class Date(Field):
    kind = date

    def convert(self, value):
        return date.fromisoformat(value)


class Reference(Field):
    def __init__(self, target, related, **options):
        super().__init__(**options)
        self.target, self.related = target, related

    def __set_name__(self, owner, name):
        super().__set_name__(owner, name)
        setattr(self.target, self.related,
                property(lambda one: owner.objects.filter(**{f"{name}__id": one.id})))

    def clean(self, value):
        if value is None and self.null or isinstance(value, self.target):
            return value
        raise FieldError(f"{self.owner}.{self.name} needs {self.target.__name__}, not {type(value).__name__}")


OPERATORS = {"lt": operator.lt, "gt": operator.gt, "ge": operator.ge, "ne": operator.ne, "in": lambda a,
             b: a in b,
             "contains": lambda a, b: b in a, "startswith": str.startswith, "regex": lambda a,
             b: bool(re.search(b, a)),
             "isnull": lambda a, b: (a is None) is b, "year": lambda a, b: a is not None and a.year == b}


class Query:
    def __init__(self, model, steps=()):
        self.model, self.steps = model, steps
        self._cache = None

    def _with(self, name, *args):
        return Query(self.model, (*self.steps, (name, args)))

    def filter(self, **conditions):
        return self._with("filter", conditions, False)

    def exclude(self, **conditions):
        return self._with("filter", conditions, True)

    def order_by(self, *names):
        return self._with("order", names)

    def _fetch(self):
        if self._cache is None:
            self.model.objects.hits += 1
            rows = list(self.model.table.values())
            for step, args in self.steps:
                match step, args:
                    case "filter", (conditions, negate):
                        rows = [r for r in rows if all(self._test(r, k, v) for k,
                                                       v in conditions.items()) != negate]
                    case "order", (names,):
                        for name in reversed(names):
                            rows.sort(key=operator.attrgetter(name.lstrip("-")), reverse=name[0] == "-")
            self._cache = rows
        return self._cache

    @staticmethod
    def _test(row, path, wanted):
        *parts, last = path.split("__")
        test = OPERATORS.get(last)
        if test is None:
            parts, test = [*parts, last], operator.eq
        for part in parts:
            row = getattr(row, part)
            if row is None:
                break
        return test(row, wanted)

    def __iter__(self):
        return iter(self._fetch())

    def __len__(self):
        return len(self._fetch())

    def __getitem__(self, index):
        return self._fetch()[index]

    def __bool__(self):
        return bool(self._fetch())

    def get(self, **conditions):
        found = self.filter(**conditions)
        if len(found) != 1:
            raise DoesNotExist(f"{len(found)} {self.model.__name__} match {conditions}")
        return found[0]

    def values(self, *names):
        return [{n: operator.attrgetter(n)(row) for n in names} for row in self]

    def aggregate(self, **functions):
        return {name: function([row for row in self]) for name, function in functions.items()}

    def __repr__(self):
        return f"<Query {self.model.__name__} {[s for s, _ in self.steps]}>"


class Manager:
    hits = 0

    def __get__(self, instance, owner):
        if instance is not None:
            raise AttributeError(f"objects is not available on {owner.__name__} instances")
        self.model = owner
        return self

    def __getattr__(self, name):
        return getattr(Query(self.model), name)

    def create(self, **values):
        row = self.model(**values)
        return row.save()


class ModelMeta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **options):
        return {"objects": Manager()}

    def __new__(mcs, name, bases, namespace, *, table=None):
        cls = super().__new__(mcs, name, bases, namespace)
        cls.fields = {}
        for base in reversed(cls.__mro__):
            cls.fields |= {k: v for k, v in vars(base).items() if isinstance(v, Field)}
        cls.fields = dict(sorted(cls.fields.items(), key=lambda item: item[1].order))
        cls.table, cls.table_name, cls.next_id = {}, table or name.lower() + "s", 1
        return cls

    def __len__(cls):
        return len(cls.table)

    def __iter__(cls):
        return iter(cls.table.values())

    def __contains__(cls, row):
        return cls.table.get(row.id) is row


class Model(metaclass=ModelMeta):
    id = None

    def __init__(self, **values):
        for name, field in self.fields.items():
            default = field.default() if callable(field.default) else field.default
            setattr(self, name, values.pop(name, default))
        if values:
            raise TypeError(f"{type(self).__name__} has no {', '.join(map(repr, sorted(values)))}")

    def save(self):
        cls = type(self)
        if self.id is None:
            self.id, cls.next_id = cls.next_id, cls.next_id + 1
        cls.table[self.id] = self
        return self

    def delete(self):
        del type(self).table[self.id]

    def __repr__(self):
        title = vars(self).get("title") or vars(self).get("name")
        return f"{type(self).__name__}#{self.id}({title})"


class Author(Model):
    name = Text()
    born = Date(null=True)


class Dated(Model):
    added = Date(default=lambda: date(2024, 1, 1))


class Book(Dated, table="library"):
    title = Text(30)
    author = Reference(Author, "books")
    pages = Integer(check=lambda n: n > 0)
    genre = Text(8, null=True)


ann = Author.objects.create(name="Ann Ames", born="1970-05-17")
bob = Author(name="Bob Bell").save()
for title, author, pages, genre in [("Tides", ann, 210, "novel"), ("Sand", ann, "95", None),
                                    ("Engines", bob, 400, "tech"),
                                    ("More Engines", bob, 380, "tech"), ("Apples", ann, 120, "food")]:
    Book.objects.create(title=title, author=author, pages=pages, genre=genre)
print("meta:", Book.table_name, Author.table_name, list(Book.fields), Book.pages, len(Book),
      [b.id for b in Book])
print("all:", list(Book.objects.order_by("-pages")))
query = Book.objects.filter(author__name__startswith="Ann").exclude(pages__lt=100)
hits = Manager.__get__(vars(Book)["objects"], None, Book).hits
print("lazy:", query, list(query), len(query), query[0], query[-1:], vars(Book)["objects"].hits - hits)
print("related:", list(ann.books), len(bob.books.filter(pages__gt=390)),
      bool(bob.books.filter(genre__isnull=True)))
print("lookups:", [len(Book.objects.filter(**c)) for c in ({"title__regex": "^[A-E]"},
        {"genre__in": ("food", "novel")}, {"genre": None},
      {"author__born__year": 1970, "pages__ge": 120}, {"title__contains": "Eng", "genre__ne": "food"})])
print("order:", [b.title for b in Book.objects.order_by("author.name", "-title")])
print("values:", Book.objects.filter(genre="tech").values("title", "author.name", "added"))
print("aggregate:", Book.objects.aggregate(pages=lambda rows: sum(r.pages for r in rows),
                                           longest=lambda rows: max(rows, key=lambda r: r.pages)))
Book.objects.get(title="Sand").delete()
print("deleted:", len(Book), Book.table[1] in Book, list(ann.books))
for label, action in {
    "null": lambda: Author(), "type": lambda: Book(title="x", author=ann, pages="many"),
    "check": lambda: setattr(Book.table[1], "pages", -1),
    "long": lambda: Author(name="x" * 21), "reference": lambda: Book(title="x", author="Ann", pages=1),
    "unknown": lambda: Author(name="x", age=3),
    "get": lambda: Book.objects.get(genre="tech"), "date": lambda: Author(name="x", born="yesterday"),
    "objects": lambda: ann.objects,
    "attribute": lambda: list(Book.objects.filter(nope=1)), "metaclass": lambda: ModelMeta("X", (Model,), {},
        tabel=1), "class call": lambda: Author("Ann"),
}.items():
    try:
        print(label, action())
    except Exception as error:
        print(f"{label}: {type(error).__name__}")
