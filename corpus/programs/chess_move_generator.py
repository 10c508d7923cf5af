# harness:
#   description: small chess move generator with FEN parsing, legality, castling, en passant, perft counts and notation
#   tags: [program, game, recursion]
"""Legal chess moves on a 10x12 mailbox, checked by counting positions (perft)."""
from collections import Counter
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple

N, E, S, W = -10, 1, 10, -1
STEPS = {"n": (N + N + E, N + N + W, S + S + E, S + S + W, E + E + N, E + E + S, W + W + N, W + W + S),
         "b": (N + E, N + W, S + E, S + W), "r": (N, E, S, W)}
STEPS["q"] = STEPS["k"] = STEPS["b"] + STEPS["r"]
SLIDERS = frozenset("brq")
FILES = "abcdefgh"


def square(name):
    return 21 + FILES.index(name[0]) + 10 * (8 - int(name[1]))


def name_of(index):
    return f"{FILES[index % 10 - 1]}{10 - index // 10}"


class Move(NamedTuple):
    origin: int
    target: int
    promote: str = ""

    def __str__(self):
        return name_of(self.origin) + name_of(self.target) + self.promote


@dataclass(frozen=True)
class Position:
    board: str
    white: bool = True
    castling: str = "KQkq"
    passing: int | None = None
    clock: int = 0
    number: int = 1

    @classmethod
    def from_fen(cls, fen):
        placement, turn, castling, passing, clock, number = fen.split()
        rows = []
        for row in placement.split("/"):
            cells = "".join("." * int(c) if c.isdigit() else c for c in row)
            if len(cells) != 8:
                raise ValueError(f"row {row!r} has {len(cells)} squares")
            rows.append(f"#{cells}#")
        board = "#" * 20 + "".join(rows) + "#" * 20
        return cls(board, turn == "w", castling, None if passing == "-" else square(passing), int(clock),
                   int(number))

    def fen(self):
        rows = ("".join(str(len(list(run))) if char == "." else "".join(run)
                        for char, run in groupby(self.board[i + 1:i + 9])) for i in range(20, 100, 10))
        return " ".join(["/".join(rows), "wb"[not self.white], self.castling or "-",
                         name_of(self.passing) if self.passing else "-", str(self.clock), str(self.number)])

    def mine(self, piece):
        return piece.isalpha() and piece.isupper() == self.white

    def attacked(self, index, by_white):
        board = self.board
        forward = S if by_white else N
        for side in (E, W):
            if board[index + forward + side] == ("P" if by_white else "p"):
                return True
        for kind, steps in STEPS.items():
            piece = kind.upper() if by_white else kind
            for step in steps:
                at = index + step
                while board[at] == "." and kind in SLIDERS:
                    at += step
                if board[at] == piece:
                    return True
        return False

    def pseudo_moves(self):
        board, forward = self.board, N if self.white else S
        for index, piece in enumerate(board):
            if not self.mine(piece):
                continue
            kind = piece.lower()
            if kind == "p":
                yield from self.pawn_moves(index, forward)
                continue
            for step in STEPS[kind]:
                at = index + step
                while board[at] == ".":
                    yield Move(index, at)
                    if kind not in SLIDERS:
                        break
                    at += step
                else:
                    if board[at] != "#" and not self.mine(board[at]):
                        yield Move(index, at)
        yield from self.castling_moves()

    def pawn_moves(self, index, forward):
        board = self.board
        targets = []
        if board[index + forward] == ".":
            targets.append(index + forward)
            if index // 10 == (8 if self.white else 3) and board[index + 2 * forward] == ".":
                targets.append(index + 2 * forward)
        for side in (W, E):
            at = index + forward + side
            if at == self.passing or board[at] not in ".#" and not self.mine(board[at]):
                targets.append(at)
        for at in targets:
            if at // 10 in (2, 9):
                yield from (Move(index, at, kind) for kind in "qrbn")
            else:
                yield Move(index, at)

    def castling_moves(self):
        king = square("e1" if self.white else "e8")
        for flag, side, gap in (("K", E, 2), ("Q", W, 3)):
            flag = flag if self.white else flag.lower()
            path = [king + side * i for i in range(1, gap + 1)]
            if flag in self.castling and all(self.board[i] == "." for i in path):
                if not any(self.attacked(i, not self.white) for i in [king, *path[:2]]):
                    yield Move(king, king + 2 * side)

    def play(self, move):
        cells = list(self.board)
        piece = cells[move.origin]
        capture = cells[move.target] != "."
        cells[move.target], cells[move.origin] = piece, "."
        passing = None
        if piece in "Pp":
            if move.target == self.passing:
                cells[move.target + (S if self.white else N)] = "."
            if abs(move.target - move.origin) == 20:
                passing = (move.origin + move.target) // 2
            if move.promote:
                cells[move.target] = move.promote.upper() if self.white else move.promote
        if piece in "Kk" and abs(move.target - move.origin) == 2:
            side = E if move.target > move.origin else W
            corner = move.origin + (3 * E if side == E else 4 * W)
            cells[move.origin + side], cells[corner] = cells[corner], "."
        lost = {"e1": "KQ", "e8": "kq", "a1": "Q", "h1": "K", "a8": "q", "h8": "k"}
        gone = "".join(lost.get(name_of(i), "") for i in (move.origin, move.target))
        castling = self.castling.translate(dict.fromkeys(map(ord, gone + "-")))
        return replace(self, board="".join(cells), white=not self.white, castling=castling, passing=passing,
                       clock=0 if capture or piece in "Pp" else self.clock + 1,
                       number=self.number + (not self.white))

    def in_check(self, white=None):
        white = self.white if white is None else white
        return self.attacked(self.board.index("K" if white else "k"), not white)

    def legal_moves(self):
        for move in self.pseudo_moves():
            if not self.play(move).in_check(self.white):
                yield move

    def san(self, move):
        piece = self.board[move.origin]
        after = self.play(move)
        takes = "x" * (self.board[move.target] != "." or (piece in "Pp" and move.target == self.passing))
        mark = ("+" if any(after.legal_moves()) else "#") if after.in_check() else ""
        if piece in "Kk" and abs(move.target - move.origin) == 2:
            return ("O-O" if move.target > move.origin else "O-O-O") + mark
        if piece in "Pp":
            promote = f"={move.promote.upper()}" if move.promote else ""
            return f"{name_of(move.origin)[0] * bool(takes)}{takes}{name_of(move.target)}{promote}{mark}"
        rivals = [m for m in self.legal_moves() if m.target == move.target and self.board[m.origin] == piece
                  and m != move]
        hint = ""
        if rivals:
            own = name_of(move.origin)
            hint = own[0] if all(name_of(r.origin)[0] != own[0] for r in rivals) else own[1]
        return f"{piece.upper()}{hint}{takes}{name_of(move.target)}{mark}"


def perft(position, depth):
    if depth == 0:
        return 1
    return sum(perft(position.play(move), depth - 1) for move in position.legal_moves())


FENS = {
    "start": ("rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1", 2),
    "castles": ("r3k2r/p1pp1pb1/bn2p1p1/3PN3/1p2P3/2N2Q1p/PPPBBPPP/R3K2R w KQkq - 0 1", 1),
    "passing": ("8/8/3k4/2pP4/8/8/4K3/8 w - c6 0 2", 3),
    "promotion": ("1n2k3/P1P5/8/8/8/5p2/8/4K3 w - - 0 1", 2),
    "mate": ("6k1/5ppp/8/8/8/8/5PPP/3R2K1 w - - 12 30", 2),
}
for name, (fen, depth) in FENS.items():
    position = Position.from_fen(fen)
    moves = sorted(position.legal_moves())
    print(f"== {name}: fen kept {position.fen() == fen}, perft",
          [perft(position, d) for d in range(1, depth + 1)])
    san = sorted(position.san(m) for m in moves)
    print("  ", " ".join(san[:48]))
    print("   by piece:", sorted(Counter(position.board[m.origin] for m in moves).items()), "first:",
          moves[0])

game = Position.from_fen(FENS["start"][0])
for word in "e2e4 e7e5 g1f3 b8c6 f1c4 g8f6 e1g1 f6e4 f1e1 d7d5 c4d5 d8d5 b1c3 d5d8".split():
    move = next(m for m in game.legal_moves() if str(m) == word)
    print(game.san(move), end=" ")
    game = game.play(move)
print("\n" + game.fen())
print("\n".join(" ".join(game.board[i + 1:i + 9]) for i in range(20, 100, 10)))
print(game.passing, game == game.play(Move(*moves[0])), hash(game) == hash(replace(game)),
      Move(31, 41) < Move(31, 41, "q"))
fool = Position.from_fen("rnb1kbnr/pppp1ppp/8/4p3/6Pq/5P2/PPPPP2P/RNBQKBNR w KQkq - 1 3")
print("fool's mate:", fool.in_check(), list(fool.legal_moves()))
for bad in ("9/8 w - - 0 1", "x w -", "ppp/8/8/8/8/8/8/8 w - - 0 1", "8/8/8/8/8/8/8/8 w - i9 0 1"):
    try:
        Position.from_fen(bad)
    except ValueError as error:
        print(f"{bad!r}: {error}")
