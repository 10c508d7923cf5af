# harness:
#   description: array.typecodes lists every type code
#   tags: [module:array]
import array

print("codes:", sorted(array.typecodes))
print("usable:", [array.array(code).typecode for code in array.typecodes if code != "u"])
