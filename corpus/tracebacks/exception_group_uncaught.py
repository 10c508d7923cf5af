# harness:
#   description: an uncaught nested exception group with causes and notes is drawn as a tree
#   tags: [traceback, exception-group, uncaught]
#   raises: ExceptionGroup


def collect(*functions):
    errors = []
    for function in functions:
        try:
            function()
        except Exception as error:
            errors.append(error)
    return errors


def divide():
    return 1 / 0


def convert():
    try:
        int("seven")
    except ValueError as error:
        raise TypeError("not convertible") from error


def lookup():
    error = KeyError("color")
    error.add_note("looked in the palette")
    raise error


inner = ExceptionGroup("inner group", [*collect(convert), OSError("the disk is full")])
everything = collect(divide, lookup) + [inner, SyntaxError("made by hand")]
print([type(error).__name__ for error in everything])
group = ExceptionGroup("several problems", everything)
group.add_note("three steps failed")
raise group
