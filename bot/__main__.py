"""`python -m bot`, the `aram` command: the outermost edge, where an error becomes a sentence."""

import logging
import sys

from bot.errors import AramError, trace_of

log = logging.getLogger(__name__)


def main() -> None:
    """Run the command line; an expected failure is one sentence and exit code 1.

    Usage mistakes are Typer's to explain; anything else is a defect: its places are logged.
    """
    from bot import logs

    logs.begin("WARNING", "text")  # as careful from the start; `aram run` follows its settings
    from bot.cli import cli

    try:
        cli()
    except AramError as error:
        sys.exit(_sentence(error))
    except Exception as error:
        log.error("unexpected: %s", trace_of(error))
        sys.exit(_sentence(AramError("error-unexpected", kind=type(error).__name__)))


def _sentence(error: AramError) -> str:
    from bot.app import build_locales, terminal_language
    from bot.errors import ContentError
    from bot.locale import bare_sentence

    try:
        return build_locales().get(terminal_language()).plain.error_sentence(error)
    except ContentError as worse:
        return bare_sentence(worse)


if __name__ == "__main__":
    main()
