# harness:
#   description: text adventure with command parsing, inventory, dispatch by method name and abbreviations, played from stdin
#   tags: [program, game, getattr]
#   stdin: "look\nn\ntake rusty key\ntake lamp\ndance\ngo up\nexamine lamp\nuse lamp\ns\ne\nunlock door\nuse key\nopen\ninventory\ndrop LAMP\ni\ne\ntake all\nscore\nundo\ni\nq\n"
"""A text adventure whose verbs are methods found by name and by unique prefix."""
import copy
import difflib
import inspect
import shlex
import sys
import textwrap


class GameError(Exception):
    """Shown to the player."""


class Thing:
    def __init__(self, name, text="", *, portable=True, value=0):
        self.name, self.text, self.portable, self.value = name, text, portable, value
        self.lit = False

    def __str__(self):
        article = "an" if self.name[0] in "aeiou" else "a"
        return f"{article} {self.name}" + (" (lit)" if self.lit else "")


class Room:
    def __init__(self, title, text, *things, dark=False):
        self.title, self.text, self.dark = title, text, dark
        self.things = {thing.name: thing for thing in things}
        self.exits = {}


class Parser:
    directions = {"n": "north", "s": "south", "e": "east", "w": "west", "u": "up", "d": "down"}
    aliases = {"i": "inventory", "x": "examine", "l": "look", "get": "take", "walk": "go"}

    def __init__(self, game):
        self.verbs = {name.removeprefix("do_"): method
                      for name, method in inspect.getmembers(game, inspect.ismethod)
                      if name.startswith("do_")}

    def parse(self, line):
        verb, *words = shlex.split(line.lower())
        words = [w for w in words if w not in {"the", "a", "an", "at"}]
        if verb in self.directions or verb in self.directions.values():
            return self.verbs["go"], [self.directions.get(verb, verb)]
        verb = self.aliases.get(verb, verb)
        found = [name for name in self.verbs if name.startswith(verb)]
        if verb in self.verbs:
            found = [verb]
        if len(found) > 1:
            raise GameError(f"{verb!r} could be {' or '.join(found)}")
        if not found:
            close = difflib.get_close_matches(verb, self.verbs, n=1)
            raise GameError(f"I do not know how to {verb}" + (f"; {close[0]}?" if close else ""))
        return self.verbs[found[0]], words


class Game:
    def __init__(self):
        cave = Room("Cave", "Water drips from the roof. A passage leads south.",
                    Thing("rusty key", "It is very old."),
                    Thing("lamp", "A brass lamp, still half full of oil."))
        hall = Room("Hall", "A bare hall with a fireplace. Ways lead north and east.",
                    Thing("statue", "A stone cat.", portable=False))
        door = Room("Corridor", "A narrow corridor ends at an iron door in the east.")
        vault = Room("Vault", "Shelves of dusty jars.", Thing("emerald", value=50),
                     Thing("old coin", value=5), dark=True)
        for here, way, there, back in ((hall, "north", cave, "south"), (hall, "east", door, "west")):
            here.exits[way], there.exits[back] = there, here
        vault.exits["west"] = door
        self.door, self.vault = door, vault
        self.here, self.bag, self.moves = hall, {}, 0
        self.history = []
        self.over = False

    def describe(self):
        if self.here.dark and not any(t.lit for t in [*self.bag.values(), *self.here.things.values()]):
            return "It is too dark to see."
        things = ", ".join(map(str, self.here.things.values())) or "nothing"
        ways = "/".join(sorted(self.here.exits))
        return textwrap.fill(f"{self.here.title}: {self.here.text} You see {things}. Exits: {ways}.", 60,
                             subsequent_indent="  ")

    def find(self, words, *places):
        wanted = " ".join(words)
        if not wanted:
            raise GameError(f"{inspect.stack()[1].function.removeprefix('do_')} what?")
        found = [t for place in places for t in place.values() if t.name == wanted
                 or t.name.split()[-1] == wanted]
        if not found:
            raise GameError(f"there is no {wanted} here")
        return found[0]

    def do_look(self):
        """describe the room"""
        return self.describe()

    def do_go(self, way):
        """walk in a direction"""
        if way not in self.here.exits:
            raise GameError(f"you cannot go {way}")
        self.here = self.here.exits[way]
        return self.describe()

    def do_take(self, *words):
        """pick something up"""
        if words == ("all",):
            taken = [t.name for t in list(self.here.things.values()) if t.portable]
            for name in taken:
                self.bag[name] = self.here.things.pop(name)
            return f"Taken: {', '.join(taken) or 'nothing'}."
        thing = self.find(words, self.here.things)
        if not thing.portable:
            raise GameError(f"the {thing.name} will not move")
        self.bag[thing.name] = self.here.things.pop(thing.name)
        return f"You take the {thing.name}."

    def do_drop(self, *words):
        """put something down"""
        thing = self.find(words, self.bag)
        self.here.things[thing.name] = self.bag.pop(thing.name)
        return f"You drop the {thing.name}."

    def do_examine(self, *words):
        """look closely"""
        return self.find(words, self.bag, self.here.things).text or "Nothing special."

    def do_use(self, *words):
        """use something you carry"""
        thing = self.find(words, self.bag)
        match thing.name, self.here:
            case "lamp", _:
                thing.lit = not thing.lit
                return f"The lamp is now {'on' if thing.lit else 'off'}."
            case "rusty key", room if room is self.door:
                room.exits["east"] = self.vault
                return "The iron door creaks open."
        raise GameError(f"the {thing.name} does nothing here")

    def do_inventory(self):
        """list what you carry"""
        return "You carry " + (", ".join(map(str, self.bag.values())) or "nothing") + "."

    def do_score(self):
        """show points"""
        return f"{sum(t.value for t in self.bag.values())} points in {self.moves} moves."

    def do_quit(self):
        """stop playing"""
        self.over = True
        return self.do_score()

    def do_help(self):
        """this list"""
        return "\n".join(f"  {name:<10}{method.__doc__}" for name, method in Parser(self).verbs.items())


def play(stream):
    game = Game()
    saved = []
    print(game.do_help())
    for line in stream:
        print(f"> {line.strip()}")
        if line.strip() == "undo":
            game = saved[-2]
            print("Undone;", game.describe())
            continue
        try:
            method, words = Parser(game).parse(line)
            inspect.signature(method).bind(*words)
            saved.append(copy.deepcopy(game))
            game.moves += 1
            print(method(*words))
        except GameError as error:
            print(f"Sorry, {error}.")
        except TypeError as error:
            print(f"Sorry, that sentence does not work ({error}).")
        if game.over:
            break
    return game


final = play(sys.stdin)
print("snapshot is deep:", Game().bag == final.bag, sorted(final.bag))
extra = play(["take\n", "go\n", "look twice please\n", "'unbalanced\n"[1:-2] + "\n", "take statue\n",
              "examine the cat\n",
              "exam statue\n", "tkae lamp\n", "s\n"])
print(extra.do_score())
