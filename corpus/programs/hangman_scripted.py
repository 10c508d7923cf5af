# harness:
#   description: hangman with a property-driven game object, a frequency-based computer player and a scripted human on stdin
#   tags: [program, game, properties, unicode]
#   stdin: "e\nE\n3\nst\n\nñ\na\nx\nz\nq\nr\no\ntreasure\n"
"""Hangman for a scripted player, then for a computer player over a word list."""
import string
import sys
import unicodedata
from collections import Counter

WORDS = """
anchor banana cactus dragon eclipse falcon garden hammer island jigsaw kettle lantern magnet needle orchid
pepper quartz rhythm saddle timber umbrella velvet whistle xylophone yogurt zipper treasure piñata crème naïve
""".split()
PICTURE = r"""
  +---+
  |   |
  O   |
 /|\  |
 / \  |
      |
=======
"""


def fold(text):
    """Lower-case text without accents."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


class Hangman:
    limit = 6

    def __init__(self, word):
        self.word = word
        self.folded = fold(word)
        self._tried = {}

    @property
    def shown(self):
        return " ".join(c if f in self._tried else "_" for c, f in zip(self.word, self.folded))

    @property
    def misses(self):
        return [letter for letter, hit in self._tried.items() if not hit]

    @property
    def state(self):
        if set(self.folded) <= self._tried.keys():
            return "won"
        return "lost" if len(self.misses) >= self.limit else "open"

    @state.setter
    def state(self, value):
        if value != "lost":
            raise ValueError(f"cannot set the state to {value!r}")
        self._tried |= dict.fromkeys(string.digits[:self.limit], 0)

    @state.deleter
    def state(self):
        self._tried.clear()

    def guess(self, text):
        letter = fold(text.strip())
        match len(letter):
            case 0:
                raise ValueError("say something")
            case 1 if letter not in string.ascii_lowercase:
                raise ValueError(f"{text!r} is not a letter")
            case 1 if letter in self._tried:
                raise ValueError(f"{letter} was tried already")
            case 1:
                self._tried[letter] = self.folded.count(letter)
                return self._tried[letter]
            case _ if letter == self.folded:
                self._tried |= Counter(letter)
                return len(letter)
            case n:
                self._tried["*" * n] = 0
                return 0

    def picture(self):
        hidden = ["O", "|", "/", "\\", "/", "\\"]
        body = [(2, 2), (3, 2), (3, 1), (3, 3), (4, 1), (4, 3)]
        lines = [list(line) for line in PICTURE.strip("\n").split("\n")]
        for (row, column), char in list(zip(body, hidden))[len(self.misses):]:
            lines[row][column] = " "
        return "\n".join("".join(line).rstrip() for line in lines)


game = Hangman("treasure")
print(game.shown, game.state)
for line in sys.stdin:
    try:
        hits = game.guess(line)
        print(f"{line.strip():<9} {hits} hit(s)  {game.shown}  misses={','.join(game.misses)}")
    except ValueError as error:
        print(f"{line.strip()!r:<9} {error}")
    if game.state != "open":
        break
print("result:", game.state)
print(game.picture())
del game.state
print("after reset:", game.shown, game.state, game.misses)
game.state = "lost"
print("forced:", game.state)
try:
    game.state = "won"
except ValueError as error:
    print("ValueError:", error)
try:
    game.shown = "x"
except AttributeError as error:
    print("read only:", type(error).__name__)


def computer(word):
    game = Hangman(word)
    candidates = [w for w in WORDS if len(w) == len(word)]
    asked = []
    while game.state == "open":
        pattern = [fold(c) for c in game.shown.split(" ")]
        tried = game._tried.keys()
        candidates = [w for w in candidates
                      if all(p == c if p != "_" else c not in tried for p, c in zip(pattern, fold(w)))]
        if len(candidates) == 1:
            asked.append(candidates[0])
            game.guess(candidates[0])
            continue
        counts = Counter(c for w in candidates for c in set(fold(w)) - tried)
        letter = min(counts, key=lambda c: (-counts[c], c))
        asked.append(letter)
        game.guess(letter)
    return game, asked


scores = {}
for word in WORDS:
    game, asked = computer(word)
    scores[word] = len(asked)
    if len(asked) > 3 or not word.isascii():
        print(f"{word:<10} {game.state} with {asked} misses {game.misses}")
print("distribution:", sorted(Counter(scores.values()).items()))
print("folded:", [(w, fold(w), len(unicodedata.normalize("NFD", w))) for w in WORDS if not w.isascii()])
print("other folds:", fold("STRASSE"), fold("Straße"), fold("İstanbul"), fold("ÅNGSTRÖM"),
      fold("ﬁn") == "fin")
letters = Counter("".join(map(fold, WORDS)))
print("letters:", letters.most_common(6), "unused:", sorted(set(string.ascii_lowercase) - letters.keys()))
