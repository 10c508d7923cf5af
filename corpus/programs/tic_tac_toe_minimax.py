# harness:
#   description: tic-tac-toe with memoized minimax, alpha-beta counting, symmetry reduction and scripted moves on stdin
#   tags: [program, game, recursion, functools]
#   stdin: "4\n4\nx\n1\n9\n2\n6\n3\n5\n7\n8\n0\n"
"""Perfect play for tic-tac-toe; the board is an immutable str subclass."""
from collections import Counter
from functools import cache, cached_property

LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]
ROTATE = (6, 3, 0, 7, 4, 1, 8, 5, 2)
MIRROR = (2, 1, 0, 5, 4, 3, 8, 7, 6)


class IllegalMove(ValueError):
    """The move cannot be made."""


class Board(str):
    def __new__(cls, cells="." * 9):
        if len(cells) != 9 or set(cells) - set("XO."):
            raise ValueError(f"bad board {cells!r}")
        return super().__new__(cls, cells)

    @cached_property
    def player(self):
        return "X" if self.count("X") == self.count("O") else "O"

    @cached_property
    def winner(self):
        for a, b, c in LINES:
            if self[a] != "." and self[a] == self[b] == self[c]:
                return self[a]
        return None

    @property
    def moves(self):
        return [] if self.winner else [i for i, cell in enumerate(self) if cell == "."]

    def play(self, move):
        if not 0 <= move <= 8:
            raise IllegalMove(f"square {move} is off the board")
        if self[move] != ".":
            raise IllegalMove(f"square {move} already holds {self[move]}")
        return Board(self[:move] + self.player + self[move + 1:])

    def turned(self, order):
        return Board("".join(self[i] for i in order))

    def canonical(self):
        variants, board = [], self
        for _ in range(4):
            variants += [board, board.turned(MIRROR)]
            board = board.turned(ROTATE)
        return min(variants)

    def __str__(self):
        return "\n".join(" ".join(self[i:i + 3]) for i in (0, 3, 6))


@cache
def value(board):
    """+1 when X wins with best play, -1 when O wins, scaled by speed."""
    if board.winner:
        return (10 - len(board.replace(".", ""))) * (1 if board.winner == "X" else -1)
    if not board.moves:
        return 0
    pick = max if board.player == "X" else min
    return pick(value(board.play(m).canonical()) for m in board.moves)


def best_move(board):
    scores = {move: value(board.play(move).canonical()) for move in board.moves}
    pick = max if board.player == "X" else min
    return pick(scores, key=scores.get), scores


visits = Counter()


def alpha_beta(board, alpha=-100, beta=100, depth=0):
    visits[depth] += 1
    if board.winner:
        return 1 if board.winner == "X" else -1
    if not board.moves:
        return 0
    for move in board.moves:
        score = alpha_beta(board.play(move), alpha, beta, depth + 1)
        if board.player == "X":
            alpha = max(alpha, score)
        else:
            beta = min(beta, score)
        if alpha >= beta:
            break
    return alpha if board.player == "X" else beta


empty = Board()
print("value of empty board:", value(empty), value.cache_info())
midgame = Board("X...O..X.")
print("midgame to move:", midgame.player, best_move(midgame))
print("alpha beta:", alpha_beta(midgame), dict(visits), visits.total())
print("string methods give plain str:", type(midgame[0]).__name__, type(midgame.lower()).__name__,
      type(midgame + "").__name__, midgame == "X...O..X.", midgame.canonical(),
      hash(midgame) == hash("X...O..X."))
print("cached:", sorted(vars(midgame)), "player" in midgame.__dict__)


def endings():
    tally, seen = Counter(), {empty}
    frontier = [empty]
    while frontier:
        board = frontier.pop()
        if not board.moves:
            tally[board.winner or "draw"] += 1
        for move in board.moves:
            after = board.play(move).canonical()
            if after not in seen:
                seen.add(after)
                frontier.append(after)
    return sorted(tally.items()), len(seen)


print("distinct endings:", *endings())

print("== game from stdin (you are O)")
board = empty
while board.moves:
    if board.player == "X":
        move, scores = best_move(board)
        print(f"X plays {move} from {scores}")
        board = board.play(move)
        continue
    try:
        answer = input("> ")
        board = board.play(int(answer))
        print(f"O plays {answer}")
    except IllegalMove as error:
        print(f"illegal: {error}")
    except ValueError as error:
        print(f"not a number: {error}")
    except EOFError as error:
        print("EOF:", error)
        break
print(board)
print("winner:", board.winner)
for bad in ("XX", "XOX.....Z", ""):
    try:
        Board(bad)
    except ValueError as error:
        print(error)
