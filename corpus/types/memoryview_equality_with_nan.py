# harness:
#   description: memoryviews compare item by item as numbers, so nan makes even the same view unequal
#   tags: [memoryview, float]
import array

nan = float("nan")
plain, special = array.array("d", [1.5, -0.0, 3.0]), array.array("d", [1.5, nan, 3.0])
view, odd = memoryview(plain), memoryview(special)
print("plain:", view == view, view == memoryview(array.array("d", [1.5, 0.0, 3.0])), view != view)
print("same bytes, other format:", view.cast("B") == view, view.cast("B") == view.cast("B"))
print("floats and doubles:", memoryview(array.array("f", [1.5, 3.0])) == memoryview(array.array("d",
                                                                                                [1.5, 3.0])),
      memoryview(array.array("i", [2])) == memoryview(array.array("d", [2.0])))
print("with nan:", odd == odd, odd != odd, odd == memoryview(special), odd[:1] == view[:1],
      odd[1:2] == odd[1:2])
print("as bytes:", odd.cast("B") == odd.cast("B"), odd.tobytes() == special.tobytes())
print("lists:", odd.tolist() == odd.tolist(), special == special)
