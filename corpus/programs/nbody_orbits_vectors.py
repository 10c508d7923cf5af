# harness:
#   description: three-body orbit simulation with a full vector class (operators, hashing, formatting) and energy checks
#   tags: [program, simulation, operators, float]
"""A vector type with many operators drives leapfrog integration of a toy planetary system."""
import math
from functools import total_ordering
from operator import attrgetter


@total_ordering
class Vec:
    __slots__ = ("x", "y", "z")
    __match_args__ = ("x", "y", "z")

    def __init__(self, x=0.0, y=0.0, z=0.0):
        for name, value in zip(self.__slots__, (x, y, z)):
            object.__setattr__(self, name, float(value))

    def __setattr__(self, name, value):
        raise AttributeError(f"{type(self).__name__}.{name} is read-only")

    def __iter__(self):
        return map(self.__getattribute__, self.__slots__)

    def __len__(self):
        return 3

    def __getitem__(self, index):
        values = tuple(self)[index]
        return values

    def __repr__(self):
        return f"Vec({self.x:g}, {self.y:g}, {self.z:g})"

    def __format__(self, spec):
        if spec.endswith("p"):
            radius, angle = abs(self), math.degrees(math.atan2(self.y, self.x))
            return f"<{radius:{spec[:-1]}f} at {angle:{spec[:-1]}f} deg>"
        return "(" + ", ".join(format(c, spec) for c in self) + ")"

    def __add__(self, other):
        if not isinstance(other, Vec):
            return NotImplemented
        return Vec(*(a + b for a, b in zip(self, other)))

    def __radd__(self, other):
        return self if other == 0 else NotImplemented

    def __neg__(self):
        return Vec(*(-c for c in self))

    def __pos__(self):
        return self

    def __sub__(self, other):
        return self + -other

    def __mul__(self, other):
        if isinstance(other, Vec):
            return sum(a * b for a, b in zip(self, other))
        if isinstance(other, (int, float)):
            return Vec(*(c * other for c in self))
        return NotImplemented

    __rmul__ = __mul__

    def __matmul__(self, other):
        (a, b, c), (d, e, f) = self, other
        return Vec(b * f - c * e, c * d - a * f, a * e - b * d)

    def __truediv__(self, other):
        return self * (1 / other)

    def __abs__(self):
        return math.hypot(*self)

    def __bool__(self):
        return any(self)

    def __round__(self, digits=None):
        return Vec(*(round(c, digits) for c in self))

    def __eq__(self, other):
        return tuple(self) == tuple(other) if isinstance(other, Vec) else NotImplemented

    def __lt__(self, other):
        return abs(self) < abs(other) if isinstance(other, Vec) else NotImplemented

    def __hash__(self):
        return hash(tuple(self))


class Body:
    def __init__(self, name, mass, position, velocity):
        self.name, self.mass = name, mass
        self.position, self.velocity = Vec(*position), Vec(*velocity)

    @property
    def momentum(self):
        return self.mass * self.velocity

    @property
    def kinetic(self):
        return 0.5 * self.mass * (self.velocity * self.velocity)


class System:
    G = 4 * math.pi ** 2

    def __init__(self, *bodies):
        self.bodies = list(bodies)
        drift = sum(b.momentum for b in bodies) / sum(b.mass for b in bodies)
        for body in bodies:
            body.velocity -= drift

    def accelerations(self):
        return [sum(self.G * o.mass * (d := o.position - b.position) / abs(d) ** 3 for o in self.bodies
                    if o is not b)
                for b in self.bodies]

    def step(self, dt):
        for body, pull in zip(self.bodies, self.accelerations()):
            body.velocity += pull * (dt / 2)
        for body in self.bodies:
            body.position += body.velocity * dt
        for body, pull in zip(self.bodies, self.accelerations()):
            body.velocity += pull * (dt / 2)

    @property
    def energy(self):
        total = sum(map(attrgetter("kinetic"), self.bodies))
        for index, body in enumerate(self.bodies):
            for other in self.bodies[index + 1:]:
                total -= self.G * body.mass * other.mass / abs(body.position - other.position)
        return total


system = System(
    Body("star", 1.0, (0, 0, 0), (0, 0, 0)),
    Body("planet", 3e-4, (1, 0, 0), (0, 2 * math.pi, 0)),
    Body("moon", 1e-9, (1.03, 0, 0), (0, 2 * math.pi + 0.6, 0.1)),
)
start = system.energy
print(f"energy at start {start:.10f}")
closest = math.inf
for number in range(1, 601):
    system.step(1 / 600)
    star, planet, moon = system.bodies
    closest = min(closest, abs(moon.position - planet.position))
    if number % 150 == 0:
        print(f"t={number / 600:.2f} planet {planet.position:.6f} {planet.position:.3p} moon "
              f"{moon.position:+.4e}")
print(f"relative energy error {abs(system.energy / start - 1):.1e}, closest approach {closest:.7f}")
total_momentum = sum(b.momentum for b in system.bodies)
print("momentum is small:", all(abs(c) < 1e-14 for c in total_momentum))
print("angular momentum:", format(sum((b.position @ b.momentum for b in system.bodies), Vec()).z, ".9f"))

a, b = Vec(1, 2, 3), Vec(-2, 0.5, 4)
print("ops:", a + b, a - b, a * b, a * 2, 2 * a, a / 4, a @ b, -a, +a, abs(Vec(2, 3, 6)))
print("compare:", a < b, a >= b, a == Vec(1.0, 2.0, 3.0), a != b, max(a, b), sorted([b, a, Vec()]))
print("protocols:", list(a), len(a), a[0], a[-1], a[:2], bool(Vec()), bool(a),
      round(Vec(1.26, -2.35, 2.5), 1), 3.0 in a)
print("hash:", hash(a) == hash(Vec(1, 2, 3)), len({a, Vec(1, 2, 3), b}), hash(Vec(0.0)) == hash(Vec(-0.0)))
match b:
    case Vec(x, y, z=4.0) if x < 0:
        print("matched:", x, y)
print("formats:", f"{a}", f"{a:.1f}", f"{a:08.3f}", f"{a!r:>20}", f"{Vec(0, 1):.2p}",
      "{:e}".format(Vec(1e-9, 2)))
for label, action in {
    "add int": lambda: a + 1, "radd": lambda: 1 + a, "mul str": lambda: a * "x", "lt": lambda: a < 3,
    "set": lambda: setattr(a, "x", 1), "new attribute": lambda: setattr(a, "w", 1),
    "delete": lambda: delattr(b, "x"),
    "index": lambda: a[5], "divide": lambda: a / 0, "iadd": lambda: exec("v += []", {"v": a}),
    "float": lambda: Vec("x"),
}.items():
    try:
        print(label, action())
    except Exception as error:
        print(f"{label}: {type(error).__name__}")
