"""Every expected failure, as one tree; each error names the sentence that tells a person.

    AramError
    ├── SettingsError          the environment or .env says something unusable
    ├── ContentError           playbooks or locales cannot be used at all
    ├── ConversationFileError  a file given to `aram assess` is not in the corpus format
    ├── TrainingError          `aram train` lacks a package or its conversations
    ├── StoreError             the database cannot be opened, written or migrated
    │   └── StoreBusyError         for the moment only: trying again is right
    └── TelegramError          the Bot API cannot be reached, or refuses the token

An error carries a message id of `locales/*/errors.ftl` and the arguments for it, so that the
outermost edge can say it in the reader's language. `str(error)` is for logs.
"""

import re
import traceback
from pathlib import Path

_QUOTED = re.compile(r'"[^"]*(?:"|$)')


class AramError(Exception):
    """An expected failure: message id plus arguments, put into words by a locale."""

    def __init__(self, message_id: str, **args: str | int) -> None:
        """Keep the Fluent message id and its arguments."""
        super().__init__(message_id, args)
        self.message_id = message_id
        self.args_for_message = args

    def __str__(self) -> str:
        shown = ", ".join(f"{name}={value}" for name, value in self.args_for_message.items())
        return f"{self.message_id}({shown})" if shown else self.message_id


class SettingsError(AramError):
    """The environment or .env says something unusable."""


class ContentError(AramError):
    """Playbooks or locales cannot be used at all."""


class ConversationFileError(AramError):
    """A conversation file is not in the corpus format."""


class TrainingError(AramError):
    """Training lacks what it needs."""


class StoreError(AramError):
    """The database cannot be opened, written or migrated."""


class StoreBusyError(StoreError):
    """The database cannot answer just now; trying again is right."""


class TelegramError(AramError):
    """The Bot API cannot be reached, or refuses the token."""


def unquoted(said: str) -> str:
    """Another program's complaint without what it quotes: that may be a customer's words."""
    return _QUOTED.sub('"…"', said)


def trace_of(error: BaseException) -> str:
    """What failed and where, without any values: an exception's text may quote a customer."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    told = f"{type(error).__name__} at {' > '.join(places)}"
    if isinstance(error, BaseExceptionGroup):
        return "; ".join([told, *map(trace_of, error.exceptions)])
    return told
