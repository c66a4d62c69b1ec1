"""Reads the pile that a letter is about, whichever shop's it is; the postman sends the answer."""

from bot.branches import Branches
from bot.core.letters import Letter, PileLetter
from bot.locale import Locales
from handlers.pasted.answering import Answered, Answering


class PileReader:
    """One per process, for the postman."""

    def __init__(self, branches: Branches, locales: Locales) -> None:
        """Keep the branches, of which each reads its own shop's piles."""
        self._branches = branches
        self._locales = locales

    async def read(self, letter: Letter, body: PileLetter) -> Answered | None:
        """The answer to a pile; None where there is nothing to send now."""
        branch = await self._branches.numbered(letter.shop_id)
        answering = Answering(branch.ledger, branch.force, branch.school, branch.shop)
        return await answering.answer(body.pile_id, self._locales)
