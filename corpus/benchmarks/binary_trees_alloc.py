# harness:
#   description: allocation of many binary trees as objects with slots and as tuples, with node counts
#   tags: [benchmark, allocation, recursion]
#   args: {small: ["6"], full: ["15"]}
"""Build and walk trees of growing depth."""
import sys


class Node:
    __slots__ = ("left", "right", "item")

    def __init__(self, left, right, item):
        self.left, self.right, self.item = left, right, item

    def check(self):
        if self.left is None:
            return self.item
        return self.item + self.left.check() - self.right.check()


def build(item, depth):
    if depth == 0:
        return Node(None, None, item)
    return Node(build(2 * item - 1, depth - 1), build(2 * item, depth - 1), item)


def build_tuple(depth):
    return (build_tuple(depth - 1), build_tuple(depth - 1)) if depth else (None, None)


def count(tree):
    left, right = tree
    return 1 if left is None else 1 + count(left) + count(right)


deepest = int(sys.argv[1])
kept = build(0, deepest)
print("long lived:", kept.check())
for depth in range(4, deepest + 1, 3):
    rounds = max(1, 1 << (deepest - depth - 1)) if depth < deepest else 1
    total = sum(build(n, depth).check() + build(-n, depth).check() for n in range(1, rounds // 2 + 2))
    print(f"{rounds // 2 + 1:5} x2 trees of depth {depth:2} check {total}")
print("tuples:", count(build_tuple(deepest)), "kept:", kept.check(), kept.left.left.item)
