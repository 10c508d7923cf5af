import random
random.seed(7)
print([random.random() for _ in range(3)], random.getrandbits(70), random.sample(range(99), 4))
