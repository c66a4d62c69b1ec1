"""Steps of dialogues in a group: who writes there, and what Aram shows to one alone."""

from typing import Any

from tests.handlers.crew import go_unnoticed, hire, in_group, presses_in_group, says
from tests.stage import Stage


class Gathering:
    """One group per dialogue; `who` is "seller", "manager", "customer" or a name."""

    _stage: Stage
    _people: dict[str, int]
    _group: int
    _topics: dict[str, int]

    async def hires(self, given: dict[str, Any]) -> None:
        """A colleague, a seller; with `started: false` they have never written to Aram."""
        started = given.get("started", True)
        self._people[given["name"]] = await hire(self._stage, given["name"], started=started)

    async def group(self, given: dict[str, Any]) -> None:
        """A group of the seller's (or `owner`'s), to which they add Aram."""
        world, self._topics = self._stage.world, {}
        self._group = world.add_group(
            given["title"],
            owner=self._member(given.get("owner", "seller")),
            members=[self._member(name) for name in given["members"]],
            kind=given.get("kind", "supergroup"),
        ).id
        world.join(self._stage.bot_id, self._group)
        await self._stage.settle()

    async def topic(self, name: str) -> None:
        """The seller opens a topic in the group."""
        stage = self._stage
        self._topics[name] = stage.world.open_topic(stage.seller, self._group, name)
        await stage.settle()

    async def says_in_group(self, given: dict[str, Any]) -> None:
        """Someone writes in the group, in a `topic`, or as a reply to the newest of `to`."""
        person, more = self._member(given["who"]), {}
        if "topic" in given:
            more["topic"] = self._topics[given["topic"]]
        if "to" in given:
            replied = self._member(given["to"])
            messages = reversed(self._stage.messages(replied, self._group))
            more["reply_to"] = next(each["id"] for each in messages if each["mine"])
        await says(self._stage, person, self._group, given["text"], **more)

    async def sees_in_group(self, given: dict[str, Any]) -> None:
        """What Aram shows someone in the group, and to them alone."""
        screens = in_group(self._stage, self._member(given["who"]), self._group)
        if given.get("nothing"):
            assert screens == [], f"Aram shows {screens[-1].text}"
            return
        assert screens, "Aram shows nothing there"
        for words in given.get("has", []):
            assert words in screens[-1].text, f"it lacks «{words}»:\n{screens[-1].text}"
        for words in given.get("buttons", []):
            assert screens[-1].has_button(words), f"no button «{words}»"

    async def presses_in_group(self, given: dict[str, str]) -> None:
        person = self._member(given["who"])
        await presses_in_group(self._stage, person, self._group, given["words"])

    async def goes_unnoticed(self, _yes: bool) -> None:
        """The time is over in which a card shown in the group should have been noticed."""
        await go_unnoticed(self._stage)

    async def group_becomes_supergroup(self, _yes: bool) -> None:
        self._group = self._stage.world.upgrade(self._group).id
        await self._stage.settle()

    async def aram_is_removed(self, _yes: bool) -> None:
        self._stage.world.remove(self._stage.bot_id, self._group)
        await self._stage.settle()

    def _member(self, name: str) -> int:
        stage = self._stage
        if name in stage.world.roles:
            return stage.world.roles[name]
        if name not in self._people:
            self._people[name] = stage.world.add_user(name).id
        return self._people[name]
