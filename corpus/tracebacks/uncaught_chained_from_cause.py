# harness:
#   description: uncaught exception with an explicit cause, which itself has an implicit context
#   tags: [traceback, chaining, uncaught]
#   raises: ConfigError


class ConfigError(Exception):
    """Raised when the settings are unusable."""


def parse_number(text):
    try:
        return int(text)
    except ValueError:
        return {"ten": 10}[text]


def load(settings):
    result = {}
    for key, text in settings.items():
        try:
            result[key] = parse_number(text)
        except KeyError as error:
            raise ConfigError(f"bad value for {key!r}", 42) from error
    return result


print(load({"width": "10", "height": "ten"}))
print(load({"width": "10", "height": "eleven"}))
