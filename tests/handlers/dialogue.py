"""Plays a dialogue file on the stage; its steps are explained in tests/dialogues/README.md."""

from contextlib import suppress
from pathlib import Path
from typing import Any

import yaml

from bot.sandbox import talking
from bot.sandbox.files import Media, StoredFile
from bot.sandbox.messages import Message
from bot.sandbox.queries import CallbackAnswer
from handlers.stamps import bare
from tests.handlers.commenting import Commenting
from tests.handlers.gathering import Gathering
from tests.handlers.people import People
from tests.stage import Screen, Stage


class Dialogue(People, Gathering, Commenting):
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
                await self._stage.look_at_customers()
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

    async def forwards_in_a_row(self, texts: list[str]) -> None:
        """The seller marks several messages of the chat and forwards them together."""
        stage = self._stage
        messages = stage.messages(stage.seller, stage.customer)
        for text in texts:
            number = next(each["id"] for each in reversed(messages) if each["text"] == text)
            stage.world.forward(stage.seller, stage.customer, number, stage.bot_id)
        await stage.settle()

    async def aram_has_written(self, count: int) -> None:
        written = len(self._stage.screens(self._stage.seller))
        assert written == count, f"there are {written} messages from Aram"

    async def asks_about(self, text: str) -> None:
        await self._stage.asks_bot_about(self._stage.seller, text)

    async def presses(self, words: str) -> None:
        self._answer = await self._stage.presses(self._stage.seller, words)

    async def replies(self, text: str) -> None:
        await self._replies(self._stage.seller, text)

    async def replies_to_card(self, text: str) -> None:
        stage = self._stage
        card = stage.cards()[-1]
        stage.world.send(stage.seller, stage.bot_id, text=text, reply_to=card.id)
        await stage.settle()

    async def manager_tells_aram(self, text: str) -> None:
        await self._stage.tells_bot(self._stage.manager, text)

    async def manager_presses(self, words: str | dict[str, Any]) -> None:
        await self._presses(self._stage.manager, words)

    async def manager_replies(self, text: str) -> None:
        await self._replies(self._stage.manager, text)

    async def manager_opens(self, playbook: str) -> None:
        await self._opens(self._stage.manager, playbook)

    async def manager_waits_for(self, words: str) -> None:
        stage = self._stage
        await stage.wait_until(lambda: words in stage.screens(stage.manager)[-1].text)

    async def manager_uploads(self, file: str | dict[str, Any]) -> None:
        await self._uploads(self._stage.manager, file)

    async def manager_has_file(self, wanted: dict[str, Any]) -> None:
        stored = self._newest_file(self._stage.manager)
        text = stored.content.decode()
        assert stored.name == wanted["name"], f"the file is called {stored.name}"
        for words in wanted.get("has", []):
            assert words in text, f"the file lacks «{words}»"
        for words in wanted.get("lacks", []):
            assert words not in text, f"the file has «{words}»"

    async def second_manager(self, name: str) -> None:
        """Someone becomes a manager beside the owner, as MANAGER_IDS says."""
        stage = self._stage
        person = stage.world.add_user(name).id
        self._people["second manager"] = person
        managers = {"manager_ids": frozenset({person})}
        stage.settings = stage.settings.model_copy(update=managers)
        await stage.restart()
        await stage.tells_bot(person, "/start")

    async def second_manager_tells_aram(self, text: str) -> None:
        await self._stage.tells_bot(self._second, text)

    async def second_manager_opens(self, playbook: str) -> None:
        await self._opens(self._second, playbook)

    async def second_manager_presses(self, words: str | dict[str, Any]) -> None:
        await self._presses(self._second, words)

    async def second_manager_replies(self, text: str) -> None:
        await self._replies(self._second, text)

    async def second_manager_sees(self, wanted: dict[str, list[str]]) -> None:
        _compare(self._stage.screens(self._second)[-1], wanted)

    async def second_manager_is_none_any_more(self, _yes: bool) -> None:
        stage = self._stage
        stage.settings = stage.settings.model_copy(
            update={
                "manager_ids": frozenset(),
                "seller_ids": stage.settings.seller_ids | {self._second},
            }
        )
        await stage.restart()

    async def uploads(self, file: str | dict[str, Any]) -> None:
        await self._uploads(self._stage.seller, file)

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
        await self._sees(self._stage.seller, wanted)

    async def aram_has_said(self, wanted: dict[str, list[str]]) -> None:
        """The message before the newest."""
        _compare(self._stage.screens(self._stage.seller)[-2], wanted)

    async def manager_sees(self, wanted: dict[str, list[str]]) -> None:
        await self._sees(self._stage.manager, wanted)

    async def _sees(self, person: int, wanted: dict[str, list[str]]) -> None:
        """A press is answered before its picture is drawn: the screen may be a moment late."""

        def is_so() -> bool:
            with suppress(AssertionError):
                _compare(self._stage.screens(person)[-1], wanted)
                return True
            return False

        with suppress(TimeoutError):
            await self._stage.wait_until(is_so)
        _compare(self._stage.screens(person)[-1], wanted)

    async def new_card(self, is_new: bool) -> None:
        newest = self._newest_card().id
        assert (newest != self._looked_at) is is_new, f"new message: {newest != self._looked_at}"
        self._looked_at = newest

    async def rang(self, loud: bool) -> None:
        """Whether the seller's phone sounded for the newest message from Aram."""
        stage = self._stage
        messages = stage.messages(stage.seller, stage.bot_id)
        newest = next(each for each in reversed(messages) if each["from"]["is_bot"])
        assert newest["silent"] is not loud, f"silent: {newest['silent']}"

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
        await self._stage.settle()

    async def restart(self, _yes: bool) -> None:
        await self._stage.restart()

    @property
    def _second(self) -> int:
        return self._people["second manager"]

    async def _presses(self, person: int, what: str | dict[str, Any]) -> None:
        """The newest button with these words; `which` of several on that message, from 1."""
        stage = self._stage
        if isinstance(what, str):
            self._answer = await stage.presses(person, what)
            return
        words, which = what["words"], what["which"]
        screen = next(each for each in reversed(stage.screens(person)) if each.has_button(words))
        found = [data for label, data in screen.buttons.items() if words in label]
        self._answer = await stage.world.press(person, stage.bot_id, screen.id, found[which - 1])
        await stage.settle()

    async def _replies(self, person: int, text: str) -> None:
        """They reply to the newest message from Aram that can be pressed."""
        stage = self._stage
        screen = next(each for each in reversed(stage.screens(person)) if each.buttons)
        stage.world.send(person, stage.bot_id, text=text, reply_to=screen.id)
        await stage.settle()

    async def _opens(self, person: int, playbook: str) -> None:
        """They send /playbooks and turn pages until one has the playbook's button."""
        stage = self._stage
        await stage.tells_bot(person, "/playbooks")
        for _page in range(20):
            screen = stage.screens(person)[-1]
            opens = f"po:{playbook}:"
            found = (data for data in screen.buttons.values() if bare(data).startswith(opens))
            data = next(found, None)
            if data is not None:
                await stage.world.press(person, stage.bot_id, screen.id, data)
                await stage.settle()
                return
            await stage.presses(person, "بعدی")
        raise AssertionError(f"no page lists {playbook}")

    async def _uploads(self, person: int, file: str | dict[str, Any]) -> None:
        """A document: `text`, or the newest file from Aram with `changes`; `reply` answers it."""
        given: dict[str, Any] = {"name": file} if isinstance(file, str) else file
        stage = self._stage
        content = given.get("text")
        if content is None:
            content = self._newest_file(person).content.decode()
            for old, new in given.get("changes", {}).items():
                assert old in content, f"the file lacks «{old}»"
                content = content.replace(old, new)
        raw = content.encode(given.get("encoding", "utf-8"))
        replied = self._newest_file_message(person) if given.get("reply") else None
        stored = stage.world.files.add("document", content=raw, name=given["name"])
        chat = stage.world.chat(person, stage.bot_id)
        talking.say(
            stage.world,
            chat,
            person,
            text=given.get("caption", ""),
            media=Media("document", stored),
            reply_to=replied,
        )
        await stage.settle()

    def _newest_file_message(self, person: int) -> Message:
        """The newest document from Aram in someone's chat with it."""
        chat = self._stage.world.chat(person, self._stage.bot_id)
        messages = reversed(list(chat.messages.values()))
        sent = (each for each in messages if each.sender_id == self._stage.bot_id)
        message = next((each for each in sent if each.media is not None), None)
        assert message is not None, "Aram has sent no file"
        return message

    def _newest_file(self, person: int) -> StoredFile:
        media = self._newest_file_message(person).media
        assert media is not None
        return media.file

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
