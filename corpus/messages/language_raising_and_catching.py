# harness:
#   description: wording of errors for raising and catching things that are no exceptions
#   tags: [messages, exceptions]

class Factory(Exception):
    def __new__(cls, *args):
        return 5


def caught_by(kind):
    try:
        raise ValueError("v")
    except kind:
        return "caught"


def caught_by_star(kind):
    try:
        raise ValueError("v")
    except* kind:
        pass


CASES = {
    "raise int": "raise 5",
    "raise text": "raise 'text'",
    "raise class": "raise object",
    "raise none": "raise None",
    "raise factory": "raise Factory",
    "nothing to raise": "raise",
    "cause text": "raise ValueError('v') from 'text'",
    "cause int": "raise ValueError('v') from 5",
    "cause class": "raise ValueError('v') from int",
    "set cause": "ValueError('v').__cause__ = 5",
    "set context": "ValueError('v').__context__ = 5",
    "set traceback": "ValueError('v').__traceback__ = 5",
    "delete context": "del ValueError('v').__context__",
    "with_traceback": "ValueError('v').with_traceback(5)",
    "set args": "ValueError('v').args = 5",
    "delete args": "del ValueError('v').args",
    "note": "ValueError('v').add_note(5)",
    "catch int": "caught_by(5)",
    "catch text": "caught_by('text')",
    "catch tuple with int": "caught_by((KeyError, 5))",
    "catch nested tuple": "caught_by((KeyError, (ValueError,)))",
    "catch plain class": "caught_by(object)",
    "star catch int": "caught_by_star(5)",
    "star catch group": "caught_by_star(ExceptionGroup)",
    "star catch tuple with group": "caught_by_star((KeyError, BaseExceptionGroup))",
    "keyword argument": "ValueError(x=1)",
    "import error keyword": "ImportError('a', nope=1)",
    "attribute error keyword": "AttributeError(nope=1)",
    "unicode error": "UnicodeDecodeError('x')",
    "unicode error types": "UnicodeDecodeError('utf-8', 'str', 0, 1, 'r')",
    "syntax error details": "SyntaxError('m', (1, 2))",
    "throw int": "(x for x in ()).throw(5)",
    "throw text": "(x for x in ()).throw('text')",
    "throw nothing": "(x for x in ()).throw()",
}
for label, source in CASES.items():
    try:
        exec(source, dict(globals()))
        print(f"{label}: no error")
    except Exception as exc:
        print(f"{label}: {type(exc).__name__}: {exc}")
