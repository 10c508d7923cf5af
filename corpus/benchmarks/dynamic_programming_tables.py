# harness:
#   description: Levenshtein, longest common subsequence, knapsack, coin change, matrix chain and edit scripts
#   tags: [benchmark, dynamic-programming, list]
#   args: {small: ["30"], full: ["290"]}
"""Classic tables filled with nested loops."""
import sys


def letters(count, seed):
    for _ in range(count):
        seed = (seed * 1103515245 + 12345) % 2 ** 31
        yield "acgt"[seed >> 16 & 3]


def levenshtein(a, b):
    previous = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        current = [i]
        for j, y in enumerate(b, 1):
            current.append(min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (x != y)))
        previous = current
    return previous[-1]


def common(a, b):
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            table[i + 1][j + 1] = table[i][j] + 1 if x == y else max(table[i][j + 1], table[i + 1][j])
    i, j, out = len(a), len(b), []
    while i and j:
        if a[i - 1] == b[j - 1]:
            out.append(a[i - 1])
            i, j = i - 1, j - 1
        elif table[i - 1][j] >= table[i][j - 1]:
            i -= 1
        else:
            j -= 1
    return "".join(reversed(out))


def align(a, b, gap=-2):
    """Global alignment score by rows of a dict keyed by cell."""
    score = {(0, j): j * gap for j in range(len(b) + 1)}
    for i in range(1, len(a) + 1):
        score[i, 0] = i * gap
        for j in range(1, len(b) + 1):
            hit = 3 if a[i - 1] == b[j - 1] else -1
            score[i, j] = max(score[i - 1, j - 1] + hit, score[i - 1, j] + gap, score[i, j - 1] + gap)
    return score[len(a), len(b)]


def knapsack(items, capacity):
    best = [0] * (capacity + 1)
    taken = [[] for _ in range(capacity + 1)]
    for index, (weight, value) in enumerate(items):
        for room in range(capacity, weight - 1, -1):
            if best[room - weight] + value > best[room]:
                best[room] = best[room - weight] + value
                taken[room] = taken[room - weight] + [index]
    return best[capacity], taken[capacity]


def coins(amount, kinds):
    ways = [1] + [0] * amount
    fewest = [0] + [amount + 1] * amount
    for coin in kinds:
        for total in range(coin, amount + 1):
            ways[total] += ways[total - coin]
            fewest[total] = min(fewest[total], fewest[total - coin] + 1)
    return ways[amount], fewest[amount]


def matrix_chain(sizes):
    n = len(sizes) - 1
    cost = [[0] * n for _ in range(n)]
    for length in range(2, n + 1):
        for i in range(n - length + 1):
            j = i + length - 1
            cost[i][j] = min(cost[i][k] + cost[k + 1][j] + sizes[i] * sizes[k + 1] * sizes[j + 1]
                             for k in range(i, j))
    return cost[0][-1]


def increasing(values):
    best = [1] * len(values)
    for i, v in enumerate(values):
        for j in range(i):
            if values[j] < v and best[j] + 1 > best[i]:
                best[i] = best[j] + 1
    return max(best)


n = int(sys.argv[1])
a, b = "".join(letters(n, 1)), "".join(letters(n + 7, 2))
print("levenshtein:", levenshtein(a, b), levenshtein(a, a[::-1]), levenshtein("kitten", "sitting"))
shared = common(a, b)
print("common:", len(shared), shared[:30])
print("align:", align(a, b), align(a, a))
items = [(i * 7 % 19 + 1, i * 13 % 29 + 1) for i in range(n // 3)]
value, chosen = knapsack(items, n)
print("knapsack:", value, chosen, sum(items[i][0] for i in chosen))
print("coins:", coins(n * 30, [1, 2, 5, 10, 20, 50, 100]), coins(n * 3 + 2, [3, 7, 11]))
print("chain:", matrix_chain([i * 17 % 23 + 2 for i in range(n // 3)]))
print("increasing:", increasing([i * 7919 % 1009 for i in range(2 * n)]))
catalan = [1]
for i in range(n):
    catalan.append(sum(x * y for x, y in zip(catalan, reversed(catalan))))
print("catalan:", catalan[10], catalan[n] % 10 ** 9, len(str(catalan[n])))
