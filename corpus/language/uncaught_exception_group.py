# harness:
#   description: ends with an uncaught nested exception group, printed as a tree on stderr
#   tags: [exceptions, exception-groups, stderr]
#   raises: ExceptionGroup


def check(name, value):
    if not isinstance(value, int):
        raise TypeError(f"{name} must be an integer, not {type(value).__name__}")
    if value < 0:
        raise ValueError(f"{name} is negative: {value}")
    return value


def validate(record):
    errors = []
    for name, value in record.items():
        try:
            check(name, value)
        except (TypeError, ValueError) as exc:
            errors.append(exc)
    if errors:
        raise ExceptionGroup(f"record with {len(record)} fields", errors)
    return sum(record.values())


def validate_all(records):
    groups, totals = [], []
    for record in records:
        try:
            totals.append(validate(record))
        except ExceptionGroup as group:
            group.add_note(f"fields: {', '.join(record)}")
            groups.append(group)
    print("totals", totals, "failures", [len(g.exceptions) for g in groups])
    if groups:
        raise ExceptionGroup("validation failed", groups)


validate_all([{"a": 1, "b": 2}, {"a": -1, "b": "x", "c": 3}, {"z": 9}, {"q": None}])
print("never printed")
