# harness:
#   description: Dijkstra with heapq, Bellman-Ford, Floyd-Warshall, Kruskal, BFS and components on a generated graph
#   tags: [benchmark, heapq, graph]
#   args: {small: ["40"], full: ["4000"]}
"""Shortest paths and friends."""
import heapq
import sys
from collections import deque


def make_graph(n):
    graph = {node: {} for node in range(n)}
    state = 42
    for node in range(n):
        for _ in range(4):
            state = (state * 1103515245 + 12345) % 2 ** 31
            other, weight = (state >> 8) % n, (state >> 20) % 97 + 1
            if other != node:
                graph[node][other] = graph[other][node] = weight
    return graph


def dijkstra(graph, start):
    distance, parent = {start: 0}, {start: None}
    heap, done = [(0, start)], set()
    while heap:
        here, node = heapq.heappop(heap)
        if node in done:
            continue
        done.add(node)
        for other, weight in graph[node].items():
            if (new := here + weight) < distance.get(other, float("inf")):
                distance[other], parent[other] = new, node
                heapq.heappush(heap, (new, other))
    return distance, parent


def bellman_ford(graph, start):
    distance = dict.fromkeys(graph, float("inf"))
    distance[start] = 0
    edges = [(a, b, w) for a, row in graph.items() for b, w in row.items()]
    rounds = 0
    changed = True
    while changed:
        changed, rounds = False, rounds + 1
        for a, b, w in edges:
            if distance[a] + w < distance[b]:
                distance[b] = distance[a] + w
                changed = True
    return distance, rounds


def floyd_warshall(graph, size):
    table = [[0 if i == j else graph[i].get(j, 10 ** 9) for j in range(size)] for i in range(size)]
    for k, through in enumerate(table):
        for row in table:
            first = row[k]
            if first < 10 ** 9:
                row[:] = [direct if direct <= first + second else first + second for direct,
                          second in zip(row, through)]
    return table


def kruskal(graph):
    parent = list(graph)

    def find(x):
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    total = used = 0
    for weight, a, b in sorted((w, a, b) for a, row in graph.items() for b, w in row.items() if a < b):
        ra, rb = find(a), find(b)
        if ra != rb:
            parent[ra] = rb
            total, used = total + weight, used + 1
    return total, used


def levels(graph, start):
    seen, queue = {start: 0}, deque([start])
    while queue:
        node = queue.popleft()
        for other in graph[node]:
            if other not in seen:
                seen[other] = seen[node] + 1
                queue.append(other)
    return seen


n = int(sys.argv[1])
graph = make_graph(n)
print("edges:", sum(map(len, graph.values())) // 2, "degrees:", min(map(len, graph.values())),
      max(map(len, graph.values())))
distance, parent = dijkstra(graph, 0)
far = max(distance, key=lambda node: (distance[node], node))
path = [far]
while parent[path[-1]] is not None:
    path.append(parent[path[-1]])
print("dijkstra:", len(distance), sum(distance.values()), far, distance[far], path[::-1])
for start in range(1, 6):
    print(f"from {start}:", sum(dijkstra(graph, start)[0].values()), end="; ")
slow, rounds = bellman_ford(graph, 0)
print("\nbellman-ford:", all(slow[k] == v for k, v in distance.items()), rounds)
size = min(n, 100)
table = floyd_warshall({k: {o: w for o, w in graph[k].items() if o < size} for k in range(size)}, size)
print("floyd:", sum(v for row in table for v in row if v < 10 ** 9),
      sum(v < 10 ** 9 for row in table for v in row))
print("kruskal:", kruskal(graph))
depth = levels(graph, 0)
print("levels:", [list(depth.values()).count(k) for k in range(max(depth.values()) + 1)])
