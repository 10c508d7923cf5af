import builtins
class property(builtins.property):
    def __init__(self, *rest, **more):
        print("property", flush=True)
        super().__init__(*rest, **more)
builtins.property = property
print("end")
