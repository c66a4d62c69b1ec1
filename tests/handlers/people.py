"""Steps of dialogues with people beside the cast: who join, look, press, leave, and other shops."""

import re
from typing import Any

from bot.core.invitation import Seal
from bot.core.people import Shop
from bot.founding import begin
from bot.sandbox.queries import CallbackAnswer
from tests.stage import Screen, Stage

LINK = re.compile(r"start=(\S+)")


class People:
    """`who` in a step is a name: "seller", "manager", or somebody new, at home on the stage."""

    _stage: Stage
    _people: dict[str, int]
    _answer: CallbackAnswer | None

    async def opens_link(self, given: dict[str, str]) -> None:
        """Someone opens the newest link that `of` got from Aram, or this `payload`."""
        payload = given.get("payload") or self._link_of(given.get("of", "manager"))
        stage = self._stage
        stage.world.start(self._who(given["who"]), stage.bot_id, payload)
        await stage.settle()

    async def says_to_aram(self, given: dict[str, str]) -> None:
        await self._stage.tells_bot(self._who(given["who"]), given["text"])

    async def presses_as(self, given: dict[str, str]) -> None:
        self._answer = await self._stage.presses(self._who(given["who"]), given["words"])

    async def sees(self, given: dict[str, Any]) -> None:
        """The newest message from Aram on someone's screen."""
        screen = self._stage.screens(self._who(given["who"]))[-1]
        for words in given.get("has", []):
            assert words in screen.text, f"the message lacks «{words}»:\n{screen.text}"
        for words in given.get("lacks", []):
            assert words not in screen.text, f"the message has «{words}»:\n{screen.text}"
        for words in given.get("buttons", []):
            assert screen.has_button(words), f"no button «{words}» among {list(screen.buttons)}"
        for words in given.get("no_buttons", []):
            assert not screen.has_button(words), f"there is a button «{words}»"

    async def has_cards(self, given: dict[str, Any]) -> None:
        """How many cards someone has."""
        cards = self._stage.cards(self._who(given["who"]))
        assert len(cards) == given["count"], f"there are {len(cards)} cards"

    async def connects(self, who: str) -> None:
        self._stage.world.connect(self._who(who), self._stage.bot_id)
        await self._stage.settle()

    async def customer_of(self, given: dict[str, str]) -> None:
        """A customer, new where the name is, writes to someone's account."""
        name, stage = given["customer"], self._stage
        if name not in self._people:
            self._people[name] = stage.world.add_user(name).id
        stage.world.send(self._people[name], self._who(given["who"]), text=given["text"])
        await stage.settle()

    async def new_shop(self, given: dict[str, str]) -> None:
        """As `aram shop add` while the bot runs; `owner` opens the link that it prints."""
        stage = self._stage
        shop, ticket = stage.app.ledger.commit(lambda books: begin(books, Shop(name=given["name"])))
        shops = stage.app.branches.shops
        await stage.wait_until(lambda: shops.get(shop.id) is not None)
        payload = Seal(stage.app.bot.token).write(ticket)
        await self.opens_link({"who": given["owner"], "payload": payload})

    async def settings_say(self, people: dict[str, list[str]]) -> None:
        """The environment names these sellers and managers, and the bot is started again."""
        stage = self._stage
        named = {
            f"{role}_ids": frozenset(map(self._who, people.get(f"{role}s", [])))
            for role in ("seller", "manager")
        }
        stage.settings = stage.settings.model_copy(update=named)
        await stage.restart()

    def _link_of(self, who: str) -> str:
        screens: list[Screen] = self._stage.screens(self._who(who))
        found = [match[1] for screen in screens if (match := LINK.search(screen.text))]
        assert found, f"{who} has no link"
        return found[-1]

    def _who(self, name: str) -> int:
        stage = self._stage
        if name in ("seller", "manager"):
            return stage.seller if name == "seller" else stage.manager
        if name not in self._people:
            self._people[name] = stage.world.add_user(name).id
        stage.colleagues.add(self._people[name])
        return self._people[name]
