"""The steps of a dialogue that play below a channel's posts."""

from abc import ABC, abstractmethod
from typing import Any

from bot.sandbox.chats import Room
from tests.stage import Stage


class Commenting(ABC):
    """A channel of the manager's, whose posts people comment on."""

    _stage: Stage
    _discussion: Room
    _post: tuple[int, int]

    @abstractmethod
    def _person(self, name: str | None) -> int | None:
        """Whoever has this name; None for the customer."""

    async def channel(self, given: dict[str, Any]) -> None:
        stage = self._stage
        world, owner = stage.world, stage.manager
        group = world.add_group("نظرها", owner=owner, members=[stage.seller])
        channel = world.add_channel(given["title"], owner=owner, discussion=group.id)
        world.join(stage.bot_id, group.id, admin=given.get("rights", []))
        await stage.settle()
        posted = world.send(owner, channel.id, text=given["post"])
        await stage.settle()
        self._discussion, self._post = group, (channel.id, posted.message.numbers[0])

    async def comments(self, given: dict[str, Any]) -> None:
        """Someone comments; `links` are addresses behind words, as a phone's menu puts them."""
        stage = self._stage
        name = given.get("who", "customer")
        who = stage.world.roles.get(name) or self._person(name)
        assert who is not None
        stage.world.comment(who, *self._post, text=given["text"], links=given.get("links"))
        await stage.settle()

    async def comment_is_there(self, given: dict[str, Any]) -> None:
        texts = [message.text for message in self._discussion.messages.values()]
        is_there = given["text"] in texts
        assert is_there is given["so"], f"the comment is there: {is_there}"

    async def is_banned(self, given: dict[str, Any]) -> None:
        who = self._person(given.get("who")) or self._stage.customer
        status = self._discussion.member(who).status
        assert (status == "kicked") is given["so"], f"their standing is {status}"
