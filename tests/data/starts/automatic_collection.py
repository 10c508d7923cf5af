import sys
class Node:
    def __del__(self): Node.gone += 1
Node.gone = 0
when = []
for number in range(20000):
    before = Node.gone
    node = Node(); node.itself = node
    if Node.gone != before: when.append(number)
print(Node.gone > 0, len(when))
