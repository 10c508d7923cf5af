import warnings, sys
warnings.warn("careful")
warnings.warn("careful again", DeprecationWarning)
print(warnings.filters)
