import gc
print(gc.isenabled(), gc.get_threshold(), gc.get_freeze_count(), gc.garbage)
class Node: pass
node = Node(); node.itself = node; del node
print(gc.collect() > 0, gc.collect())
gc.freeze(); print(gc.get_freeze_count() > 0); gc.unfreeze(); print(gc.get_freeze_count())
print(any(obj is Node for obj in gc.get_objects()), gc.is_tracked([]))
