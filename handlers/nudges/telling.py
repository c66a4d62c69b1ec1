"""Delivers what concerns silences and care: looks at the state as it now is, then draws."""

from dataclasses import dataclass

from bot.branches import Branches
from bot.core.care import kind_word
from bot.core.duty import Way
from bot.core.force import Force
from bot.core.letters import (
    CareLetter,
    CareNoteLetter,
    Letter,
    NudgeLetter,
    SilenceLetter,
)
from bot.core.nudges import look, still_waits
from bot.core.silences import seconds_left
from bot.locale import Locales
from bot.store.books import Books
from handlers.nudges.care import draw_care, draw_care_note
from handlers.nudges.screens import draw_nudge, scene_of
from handlers.writing import Drawn

type Nudging = SilenceLetter | NudgeLetter | CareLetter | CareNoteLetter


@dataclass(frozen=True, slots=True)
class Word:
    """What is to be sent, in reply to which of the reader's messages; `silent` makes no sound."""

    drawn: Drawn
    reply_to: int | None = None
    silent: bool = False


class Nudger:
    """Knows every shop's playbooks, from which kind words come."""

    def __init__(self, branches: Branches, locales: Locales) -> None:
        """Keep what drawing needs."""
        self._branches = branches
        self._locales = locales

    async def word(self, letter: Letter, body: Nudging) -> Word | None:
        """What a letter that is due comes to; None where there is nothing to say any more."""
        branch = await self._branches.numbered(letter.shop_id)
        return await branch.ledger.write(
            lambda books: self._word(books, branch.force, letter, body)
        )

    def _word(self, books: Books, force: Force, letter: Letter, body: Nudging) -> Word | None:
        match body:
            case SilenceLetter():
                look(books, body)
                return None
            case NudgeLetter():
                return self._nudge(books, letter, body)
            case CareLetter():
                word = kind_word(books, force.coach, body, letter.to)
                locale = self._locales.get(books.locale_of(letter.to))
                return Word(draw_care(word, locale)) if word is not None else None
            case CareNoteLetter():
                name = books.reach.name_of(body.seller_id)
                locale = self._locales.get(books.locale_of(letter.to))
                return Word(draw_care_note(name, locale), silent=True)

    def _nudge(self, books: Books, letter: Letter, body: NudgeLetter) -> Word | None:
        waiting = still_waits(books, body, letter.to)
        if waiting is None:
            return None
        left = seconds_left(books, waiting.conversation)
        scene = scene_of(books, waiting, letter.to, left=left)
        locale = self._locales.get(books.locale_of(letter.to))
        return Word(draw_nudge(scene, body.stage, locale), _card_on_screen(books, body, letter.to))


def _card_on_screen(books: Books, body: NudgeLetter, reader: int) -> int | None:
    """The message that the card is in the reader's own chat with Aram."""
    card = books.card(body.card_id)
    if card is None:
        return None
    if books.conversation_of(card).place.channel.is_public:
        copy = books.copies.find(card.id, reader)
        return copy.message_id if copy is not None and copy.way is Way.PRIVATE else None
    return card.message_id if reader == books.whisper_chat(card) else None
