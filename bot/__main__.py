"""`python -m bot`, and the `aram` command: the outermost edge, where an error becomes a sentence."""

import asyncio
import logging
import os
import sys

from bot.errors import AramError

log = logging.getLogger(__name__)


def main() -> None:
    """Run the command line; an expected failure is one sentence and exit code 1."""
    from bot.cli import cli

    try:
        cli(standalone_mode=False)
    except AramError as error:
        sys.exit(_sentence(error))
    except KeyboardInterrupt:
        sys.exit(130)
    except SystemExit:
        raise
    except Exception as error:
        _report(error)


def _report(error: Exception) -> None:
    """Usage mistakes are Typer's to explain; anything else is a defect, and is logged whole."""
    import click

    if isinstance(error, click.ClickException):
        error.show()
        sys.exit(error.exit_code)
    if isinstance(error, click.Abort | asyncio.CancelledError):
        sys.exit(130)
    log.exception("unexpected")
    sys.exit(_sentence(AramError("error-unexpected", kind=type(error).__name__)))


def _sentence(error: AramError) -> str:
    from bot.app import build_locales
    from bot.errors import ContentError
    from bot.locale import bare_sentence

    try:
        return build_locales().get(terminal_language()).plain.error_sentence(error)
    except ContentError as worse:
        return bare_sentence(worse)


def terminal_language() -> str:
    """The language of the terminal, by the usual variables; English unless it says Persian."""
    said = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "fa" if said.startswith("fa") else "en"


if __name__ == "__main__":
    main()
