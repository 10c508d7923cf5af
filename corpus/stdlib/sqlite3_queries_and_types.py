# harness:
#   description: sqlite3 - parameters, types, transactions, row factories, own functions, adapters
#   tags: [module:sqlite3]
#   needs: [sqlite]
import sqlite3


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", function(*args, **kwargs))
    except sqlite3.Error as error:
        print(label, "->", type(error).__name__, getattr(error, "sqlite_errorname", ""))
    except Exception as error:
        print(label, "->", type(error).__name__)


db = sqlite3.connect(":memory:")
cur = db.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, score REAL, data BLOB)")
print("created:", cur.rowcount, cur.description, cur.lastrowid, db.in_transaction)
cur = db.execute("INSERT INTO t (name, score, data) VALUES (?, ?, ?)", ("ann", 1.5, b"\x00\xff"))
print("inserted:", cur.rowcount, cur.lastrowid, db.in_transaction, db.total_changes)
cur = db.executemany("INSERT INTO t (name, score) VALUES (:n, :s)",
                     [{"n": "bob", "s": None}, {"n": "é😀", "s": 2}])
print("many:", cur.rowcount, db.execute("SELECT * FROM t ORDER BY id").fetchall())
db.commit()
cur = db.execute("SELECT id, name AS n, score * 2, typeof(score) FROM t WHERE id > ? ORDER BY id", (0,))
print("columns:", [d[0] for d in cur.description], cur.fetchone(), cur.fetchmany(1), list(cur),
      cur.fetchone(), cur.fetchall())
for value in (None, 0, 2 ** 63 - 1, -2 ** 63, 1.5, float("inf"), "text\0null", b"", bytearray(b"ba"),
              memoryview(b"mv"), True):
    print("value", repr(value)[:12], db.execute("SELECT ?, typeof(?1)", (value,)).fetchone())
attempt("too big", db.execute, "SELECT ?", (2 ** 63,))
attempt("unsupported", db.execute, "SELECT ?", (1j,))
attempt("too few", db.execute, "SELECT ?, ?", (1,))
attempt("too many", db.execute, "SELECT ?", (1, 2))
attempt("missing name", db.execute, "SELECT :a, :b", {"a": 1})
attempt("not a sequence", db.execute, "SELECT ?", 5)
attempt("syntax", db.execute, "SELEC 1")
attempt("no table", db.execute, "SELECT * FROM nowhere")
attempt("two statements", db.execute, "SELECT 1; SELECT 2")
attempt("unique", db.execute, "INSERT INTO t (name) VALUES ('ann')")
attempt("not null", db.execute, "INSERT INTO t (name) VALUES (NULL)")
attempt("select many", db.executemany, "SELECT ?", [(1,)])
attempt("null in text", db.execute, "SELECT 1\0")

try:
    with db:
        db.execute("DELETE FROM t")
        raise LookupError("undo")
except LookupError:
    print("rolled back:", db.execute("SELECT count(*) FROM t").fetchone(), db.in_transaction)
with db:
    db.execute("UPDATE t SET score = 9 WHERE name = 'bob'")
print("committed:", db.in_transaction, db.execute("SELECT score FROM t WHERE name='bob'").fetchone())
db.row_factory = sqlite3.Row
row = db.execute("SELECT id, name AS Title FROM t").fetchone()
print("row:", row["TITLE"], row[0], row[-1], row.keys(), tuple(row), len(row),
      row == db.execute("SELECT id, name AS Title FROM t").fetchone(), dict(row), row[0:1])
attempt("row key", lambda: row["none"])
attempt("row index", lambda: row[5])
db.row_factory = lambda cursor, values: {c[0]: v for c, v in zip(cursor.description, values)}
print("own row:", db.execute("SELECT 1 AS a, 2 AS b").fetchone())
db.row_factory = None


class Product:
    def __init__(self):
        self.value = 1

    def step(self, n):
        self.value *= n

    def finalize(self):
        return self.value


db.create_function("shout", -1, lambda *words: "!".join(words).upper(), deterministic=True)
db.create_function("fails", 0, lambda: 1 / 0)
db.create_aggregate("product", 1, Product)
db.create_collation("length", lambda a, b: len(a) - len(b))
SUMS = "SELECT shout('a', 'b'), (SELECT product(v) FROM (SELECT 2 AS v UNION SELECT 5))"
WORDS = "SELECT * FROM (SELECT 'ccc' AS w UNION SELECT 'a' UNION SELECT 'bb') ORDER BY w COLLATE length"
print("functions:", db.execute(SUMS).fetchone(), "collation:", db.execute(WORDS).fetchall())
attempt("function failure", db.execute, "SELECT fails()")
attempt("wrong result", lambda: db.create_function("odd", 0, lambda: [1])
        or db.execute("SELECT odd()").fetchone())
sqlite3.register_adapter(complex, lambda z: f"{z.real};{z.imag}")
sqlite3.register_converter("complex", lambda data: complex(*map(float, data.split(b";"))))
typed = sqlite3.connect(":memory:", detect_types=sqlite3.PARSE_DECLTYPES | sqlite3.PARSE_COLNAMES,
                        autocommit=True)
typed.execute("CREATE TABLE c (z complex)")
typed.execute("INSERT INTO c VALUES (?)", (1 + 2j,))
print("adapted:", typed.execute("SELECT z, z AS 'q [complex]', z || '' FROM c").fetchone(),
      typed.in_transaction)
typed.text_factory = bytes
print("text factory:", typed.execute("SELECT 'é'").fetchone())
script = db.cursor().executescript("CREATE TABLE s (x); INSERT INTO s VALUES (1); INSERT INTO s VALUES (2);")
print("script:", db.execute("SELECT sum(x) FROM s").fetchone(), sqlite3.complete_statement("SELECT 1;"),
      sqlite3.complete_statement("SELECT"), [line for line in db.iterdump() if "INSERT" in line
                                             and '"s"' in line])
other = sqlite3.connect("file.db")
db.backup(other)
print("backup:", other.execute("SELECT count(*) FROM t").fetchone())
other.close()
attempt("closed", other.execute, "SELECT 1")
cursor = db.cursor()
cursor.close()
attempt("closed cursor", cursor.fetchone)
attempt("missing folder", sqlite3.connect, "no/such/dir.db")
print("levels:", repr(db.isolation_level), sqlite3.apilevel, sqlite3.paramstyle,
      [c.__name__ for c in sqlite3.IntegrityError.__mro__[1:4]], sqlite3.Binary is memoryview)
typed.close()
db.close()
