# harness:
#   description: warnings.warn with a stacklevel beyond the outermost frame
#   tags: [module:warnings]
import warnings

with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    for level in (2, 3, 99):
        warnings.warn("beyond", stacklevel=level)
    warnings.warn("clamped", stacklevel=0)
    warnings.warn("negative", stacklevel=-5)
for entry in log:
    print(str(entry.message), entry.filename.rpartition("/")[2], entry.lineno, entry.category.__name__)
