# harness:
#   description: planar and vertical n-body integration with float attributes; prints energies and positions
#   tags: [benchmark, float]
#   args: {small: ["60"], full: ["28000"]}
"""Symplectic integration of five bodies."""
import sys
from math import pi, sqrt

SOLAR_MASS = 4 * pi * pi


class Body:
    def __init__(self, name, position, velocity, mass):
        self.name = name
        self.x, self.y, self.z = position
        self.vx, self.vy, self.vz = velocity
        self.mass = mass * SOLAR_MASS


def make_bodies():
    bodies = [Body("sun", (0.0, 0.0, 0.0), (0.0, 0.0, 0.0), 1.0)]
    for index, (name, radius, mass) in enumerate([("a", 0.9, 3e-6), ("b", 5.2, 9.5e-4), ("c", 9.5, 2.8e-4),
                                                  ("d", 19.2, 4e-5)]):
        speed = sqrt(SOLAR_MASS / radius)
        tilt = 0.01 * index
        if index % 2:
            bodies.append(Body(name, (0.0, radius, 0.1 * tilt), (-speed, 0.0, speed * tilt), mass))
        else:
            bodies.append(Body(name, (radius, 0.0, 0.0), (0.0, speed, speed * tilt), mass))
    return bodies


def offset_momentum(bodies):
    for axis in ("vx", "vy", "vz"):
        total = sum(getattr(b, axis) * b.mass for b in bodies)
        setattr(bodies[0], axis, -total / SOLAR_MASS)


def energy(bodies):
    total = 0.0
    for i, b in enumerate(bodies):
        total += 0.5 * b.mass * (b.vx * b.vx + b.vy * b.vy + b.vz * b.vz)
        for c in bodies[i + 1:]:
            dx, dy, dz = b.x - c.x, b.y - c.y, b.z - c.z
            total -= b.mass * c.mass / sqrt(dx * dx + dy * dy + dz * dz)
    return total


def advance(pairs, bodies, dt, steps):
    for _ in range(steps):
        for b, c in pairs:
            dx = b.x - c.x
            dy = b.y - c.y
            dz = b.z - c.z
            squared = dx * dx + dy * dy + dz * dz
            scale = dt / (squared * sqrt(squared))
            bm = b.mass * scale
            cm = c.mass * scale
            b.vx -= dx * cm
            b.vy -= dy * cm
            b.vz -= dz * cm
            c.vx += dx * bm
            c.vy += dy * bm
            c.vz += dz * bm
        for b in bodies:
            b.x += dt * b.vx
            b.y += dt * b.vy
            b.z += dt * b.vz


steps = int(sys.argv[1])
bodies = make_bodies()
offset_momentum(bodies)
pairs = [(b, c) for i, b in enumerate(bodies) for c in bodies[i + 1:]]
print(f"start {energy(bodies):.9f}")
advance(pairs, bodies, 0.005, steps)
print(f"end   {energy(bodies):.9f}")
for body in bodies:
    print(f"{body.name:<4}{body.x:+.8f} {body.y:+.8f} {body.z:+.8f}")
