"""`python -m harness` is the command `harness`."""

import signal


def main() -> None:
    """The command. Until it is loaded an interruption ends it without a word."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from harness.cli import main as command

    command()


if __name__ == "__main__":
    main()
