# harness:
#   description: ray tracer with spheres, shadows and reflections using small tuple and vector objects
#   tags: [benchmark, float, operators, classes]
#   args: {small: ["10"], full: ["110"]}
"""A tiny ray tracer with operator-overloaded vectors."""
import sys
from math import sqrt


class Vector:
    __slots__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        self.x, self.y, self.z = x, y, z

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor, self.z * factor)

    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def unit(self):
        return self * (1.0 / sqrt(self.dot(self)))

    def mirror(self, normal):
        return self - normal * (2.0 * self.dot(normal))


class Sphere:
    def __init__(self, center, radius, color, shine):
        self.center, self.radius, self.color, self.shine = center, radius, color, shine

    def hit(self, origin, direction):
        away = origin - self.center
        b = away.dot(direction)
        inside = b * b - away.dot(away) + self.radius * self.radius
        if inside < 0.0:
            return None
        distance = -b - sqrt(inside)
        return distance if distance > 1e-4 else None

    def normal(self, point):
        return (point - self.center).unit()

    def shade(self, point):
        return self.color


class Floor:
    shine = 0.15

    def hit(self, origin, direction):
        if direction.y > -1e-6:
            return None
        return (-1.0 - origin.y) / direction.y

    def normal(self, point):
        return Vector(0.0, 1.0, 0.0)

    def shade(self, point):
        return 0.9 if (int(point.x // 1) + int(point.z // 1)) % 2 else 0.2


class Scene:
    def __init__(self, things, light):
        self.things, self.light = things, light
        self.rays = 0

    def nearest(self, origin, direction):
        self.rays += 1
        best = None
        for thing in self.things:
            distance = thing.hit(origin, direction)
            if distance is not None and (best is None or distance < best[0]):
                best = distance, thing
        return best

    def trace(self, origin, direction, depth):
        found = self.nearest(origin, direction)
        if found is None:
            return 0.3 + 0.4 * max(direction.y, 0.0)
        distance, thing = found
        point = origin + direction * distance
        normal = thing.normal(point)
        to_light = (self.light - point).unit()
        lit = max(normal.dot(to_light), 0.0)
        if lit and self.nearest(point + normal * 1e-3, to_light):
            lit = 0.0
        color = thing.shade(point) * (0.15 + 0.85 * lit)
        if depth and thing.shine:
            bounced = self.trace(point + normal * 1e-3, direction.mirror(normal), depth - 1)
            color = color * (1 - thing.shine) + bounced * thing.shine
        return color


size = int(sys.argv[1])
scene = Scene([Floor(), Sphere(Vector(0.0, 0.2, 4.0), 1.2, 0.7, 0.5),
               Sphere(Vector(-1.7, -0.4, 3.0), 0.6, 0.95, 0.1),
               Sphere(Vector(1.4, -0.5, 2.4), 0.5, 0.4, 0.3)], Vector(-4.0, 6.0, -2.0))
eye = Vector(0.0, 0.0, -1.5)
rows = []
for y in range(size):
    rows.append([scene.trace(eye, Vector((x - size / 2) / size, (size / 2 - y) / size, 0.8).unit(), 2)
                 for x in range(size)])
print(f"rays {scene.rays} mean {sum(map(sum, rows)) / size ** 2:.9f}")
print("row sums:", [f"{sum(row):.6f}" for row in rows[::max(1, size // 5)]])
for row in rows[::max(1, size // 10)]:
    print("".join(" .:-=+*#%@"[min(int(c * 10), 9)] for c in row[::max(1, size // 20)]))
