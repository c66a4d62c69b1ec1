"""Conversations to try, from a file: of the corpus format, or as people write them down."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from bot.core.advice import Audience
from bot.core.conversation import Channel, Turn, Who
from bot.core.rehearsal import Talk
from bot.core.wording import Names
from bot.corpus import read_scripts
from bot.errors import ConversationFileError
from bot.settings import Settings

MARKS = {
    Who.SELLER: ("seller:", "فروشنده:"),
    Who.CUSTOMER: ("customer:", "مشتری:"),
}
PLAIN_ENDING = ".txt"
SECONDS_BETWEEN = 60.0


def read_talks(lines: Iterable[bytes], file: str, settings: Settings) -> Iterator[Talk]:
    """The conversations of a file; ConversationFileError names the line that is wrong."""
    if file.endswith(PLAIN_ENDING):
        yield talk_of(Path(file).name, Channel.CHAT, _plain_turns(lines, file), settings)
        return
    for script in read_scripts(lines, file):
        yield talk_of(script.id, script.channel, script.turns, settings)


def talk_of(name: str, channel: Channel, turns: tuple[Turn, ...], settings: Settings) -> Talk:
    """Its cards are for a seller of the shop, whatever language the terminal speaks."""
    audience = Audience(
        seller_locale=settings.shop_locale,
        names=Names(shop=settings.shop_name),
        refund_limit=settings.refund_limit,
    )
    return Talk(name, channel, turns, audience)


def _plain_turns(lines: Iterable[bytes], file: str) -> tuple[Turn, ...]:
    """A message a line, a minute apart; one without a mark is the customer's."""
    turns: list[Turn] = []
    for number, raw in enumerate(lines, start=1):
        try:
            line = raw.decode("utf-8-sig").strip()
        except UnicodeDecodeError as error:
            raise ConversationFileError(
                "error-conversation-file", file=file, line=number, problem="UTF-8"
            ) from error
        if line:
            who, text = _speaker(line)
            turns.append(Turn(who, text, len(turns) * SECONDS_BETWEEN))
    return tuple(turns)


def _speaker(line: str) -> tuple[Who, str]:
    for who, marks in MARKS.items():
        for mark in marks:
            if line.lower().startswith(mark):
                return who, line[len(mark) :].strip()
    return Who.CUSTOMER, line
