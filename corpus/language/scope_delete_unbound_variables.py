# harness:
#   description: deleting a variable that is already unbound, in every kind of scope
#   tags: [scopes, del]


def local_twice():
    x = 1
    del x
    del x


def local_never():
    if False:
        x = 1
    del x


def parameter_twice(x):
    del x
    del x


def cell_twice():
    x = 1

    def reads():
        return x
    del x
    del x
    return reads


def cell_never():
    def reads():
        return x
    del x
    x = 1
    return reads


def free_after_owner():
    x = 1

    def inner():
        nonlocal x
        del x
    del x
    inner()


def free_twice():
    x = 1

    def inner():
        nonlocal x
        del x
    inner()
    inner()


def global_twice():
    global shared
    shared = 1
    del shared
    del shared


def class_body():
    class Body:
        x = 1
        del x
        del x


def class_body_free():
    x = 1

    class Body:
        nonlocal x
        del x
        del x


def handler_variable():
    try:
        1 / 0
    except ZeroDivisionError as exc:
        del exc
    return "handler left"


def loop_variable():
    for x in (1, 2):
        del x
    del x


for function, *args in ((local_twice,), (local_never,), (parameter_twice, 1), (cell_twice,), (cell_never,),
                        (free_after_owner,), (free_twice,), (global_twice,), (class_body,), (class_body_free,),
                        (handler_variable,), (loop_variable,)):
    try:
        print(function.__name__, "no error", type(function(*args)).__name__)
    except NameError as exc:
        print(function.__name__, type(exc).__name__, exc.name)
