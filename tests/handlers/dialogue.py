"""Plays a dialogue file on the stage; its steps are explained in tests/dialogues/README.md."""

from pathlib import Path
from typing import Any

import yaml

from bot.sandbox.queries import CallbackAnswer
from tests.stage import Screen, Stage


class Dialogue:
    """One play. Every step is a method of its name; what does not hold raises AssertionError."""

    def __init__(self, stage: Stage, file: Path) -> None:
        self._stage = stage
        self._file = file
        self._people: dict[str, int] = {}
        self._answer: CallbackAnswer | None = None
        self._looked_at: int | None = None

    async def play(self) -> None:
        """Play every step; the customers' phones are searched after each."""
        steps: list[dict[str, Any]] = yaml.safe_load(self._file.read_text(encoding="utf-8"))
        for number, step in enumerate(steps, start=1):
            ((name, value),) = step.items()
            try:
                await getattr(self, name)(value)
                assert self._stage.written_to_customers() == [], "a customer saw Aram"
            except AssertionError as error:
                where = f"{self._file.name}, step {number} ({name})"
                raise AssertionError(f"{where}: {error}") from None

    async def customer(self, said: str | dict[str, Any]) -> None:
        given = {"text": said} if isinstance(said, str) else dict(said)
        name = given.pop("name", None)
        await self._stage.customer_says(given.pop("text", ""), who=self._person(name), **given)

    async def seller(self, text: str) -> None:
        await self._stage.seller_says(text)

    async def edits(self, change: dict[str, str]) -> None:
        number = self._number_of(change["from"])
        stage = self._stage
        stage.world.edit(stage.customer, stage.seller, number, change["to"])
        await stage.settle()

    async def deletes(self, text: str) -> None:
        stage = self._stage
        stage.world.delete(stage.customer, stage.seller, self._number_of(text))
        await stage.settle()

    async def tells_aram(self, text: str) -> None:
        await self._stage.tells_bot(self._stage.seller, text)

    async def forwards(self, text: str) -> None:
        await self._stage.forwards_to_bot(self._stage.seller, self._stage.customer, text)

    async def asks_about(self, text: str) -> None:
        await self._stage.asks_bot_about(self._stage.seller, text)

    async def presses(self, words: str) -> None:
        self._answer = await self._stage.presses(self._stage.seller, words)

    async def manager_tells_aram(self, text: str) -> None:
        await self._stage.tells_bot(self._stage.manager, text)

    async def manager_presses(self, words: str) -> None:
        self._answer = await self._stage.presses(self._stage.manager, words)

    async def answer(self, words: str) -> None:
        told = self._answer.text if self._answer else None
        assert told is not None, "the press was not answered"
        assert words in told, f"the press was answered with: {told}"

    async def cards(self, count: int) -> None:
        cards = self._stage.cards()
        assert len(cards) == count, f"there are {len(cards)} cards"

    async def card(self, wanted: dict[str, list[str]]) -> None:
        _compare(self._newest_card(), wanted)

    async def aram(self, wanted: dict[str, list[str]]) -> None:
        _compare(self._stage.screens(self._stage.seller)[-1], wanted)

    async def manager_sees(self, wanted: dict[str, list[str]]) -> None:
        _compare(self._stage.screens(self._stage.manager)[-1], wanted)

    async def new_card(self, is_new: bool) -> None:
        newest = self._newest_card().id
        assert (newest != self._looked_at) is is_new, f"new message: {newest != self._looked_at}"
        self._looked_at = newest

    async def manager(self, words: str) -> None:
        text = self._stage.screens(self._stage.manager)[-1].text
        assert words in text, f"the manager reads: {text}"

    async def chat(self, text: str) -> None:
        newest = self._stage.chat(self._stage.customer, self._stage.seller)[-1]
        assert newest == text, f"the chat ends with: {newest}"

    async def rights(self, rights: list[str]) -> None:
        self._stage.world.change_rights(self._stage.seller, rights)
        await self._stage.settle()

    async def hours(self, hours: float) -> None:
        self._stage.world.clock.advance(hours * 3600)

    async def restart(self, _yes: bool) -> None:
        await self._stage.restart()

    def _newest_card(self) -> Screen:
        cards = self._stage.cards()
        assert cards, "there is no card"
        return cards[-1]

    def _person(self, name: str | None) -> int | None:
        if name is None:
            return None
        if name not in self._people:
            self._people[name] = self._stage.world.add_user(name).id
        return self._people[name]

    def _number_of(self, text: str) -> int:
        """A message's number on the customer's phone."""
        messages = self._stage.messages(self._stage.customer, self._stage.seller)
        return next(int(message["id"]) for message in messages if message["text"] == text)


def _compare(screen: Screen, wanted: dict[str, list[str]]) -> None:
    for words in wanted.get("has", []):
        assert words in screen.text, f"the message lacks «{words}»:\n{screen.text}"
    for words in wanted.get("lacks", []):
        assert words not in screen.text, f"the message has «{words}»:\n{screen.text}"
    for words in wanted.get("buttons", []):
        assert screen.has_button(words), f"no button «{words}» among {list(screen.buttons)}"
    for words in wanted.get("no_buttons", []):
        assert not screen.has_button(words), f"there is a button «{words}»"
