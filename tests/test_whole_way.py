"""Real input, the whole way: conversations over HTTP give exactly the cards `assess` tells."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.app import build_coach
from bot.assess import assess
from bot.core.conversation import Channel, Turn, Who
from bot.corpus import Script, read_scripts
from bot.sandbox.api import Request
from bot.sandbox.clock import ManualClock
from tests.stage import Stage, stage

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "dev.jsonl"
OWN = Path(__file__).parent / "conversations.jsonl"
CLOSING, QUIET, OF_A_CARD = "🕊", "🔈", "~card:"


def scripts(file: Path) -> list[Script]:
    with file.open(encoding="utf-8") as lines:
        return list(read_scripts(lines, file.name))


async def test_our_own_conversations(tmp_path: Path) -> None:
    await play_and_compare(scripts(OWN), tmp_path)


@pytest.mark.skipif(not CORPUS.is_file(), reason="the corpus lies beside the project, not in it")
@pytest.mark.timeout(300)  # eighty conversations, every turn over HTTP and to disk
async def test_every_conversation_of_the_corpus(tmp_path: Path) -> None:
    await play_and_compare(scripts(CORPUS), tmp_path)


async def play_and_compare(chosen: list[Script], folder: Path) -> None:
    async with stage(folder, clock=ManualClock()) as acting:
        coach = build_coach(acting.settings)
        told: list[tuple[str, int]] = []
        seen: list[tuple[str, int]] = []
        for script in chosen:
            told += [(line.id, line.turn) for line in assess(coach, script) if line.heard.alert]
            seen += [(script.id, number) async for number in Scene(acting, script).alerts()]
        assert seen == told
        assert told, "nothing at all was noticed"
        assert acting.written_to_customers() == []


class Scene:
    """One conversation on the stage: its people, and the place where they talk."""

    def __init__(self, acting: Stage, script: Script) -> None:
        self._acting = acting
        self._script = script
        self._people: dict[str, int] = {}
        self._started = acting.world.clock.now()
        self._group, self._channel, self._post = 0, 0, 0
        if script.channel.is_public:
            self._open_group()

    async def alerts(self) -> AsyncIterator[int]:
        """The numbers of the customers' turns at which a card was sent or brought up to date."""
        clock, requests = self._acting.world.clock, self._acting.server.api.requests
        await self._acting.settle()  # whoever added Aram to a group is told
        for number, turn in enumerate(self._script.turns):
            clock.advance(self._started + turn.at - clock.now())
            requests.clear()
            self._say(turn)
            await self._acting.settle()
            if turn.who is Who.CUSTOMER and any(map(is_whisper, requests)):
                yield number
        clock.advance(3600.0)

    def _open_group(self) -> None:
        acting, world = self._acting, self._acting.world
        group = world.add_group("گروه", owner=acting.seller, members=[acting.manager])
        world.join(acting.bot_id, group.id)
        self._group = group.id
        if self._script.channel is Channel.COMMENT:
            channel = world.add_channel("کانال", owner=acting.seller, discussion=group.id)
            self._channel = channel.id
            post = world.send(acting.seller, channel.id, text="محصول تازه رسید")
            self._post = post.number(acting.seller)

    def _say(self, turn: Turn) -> None:
        acting, world = self._acting, self._acting.world
        selling = turn.who is Who.SELLER
        if self._script.channel.is_public:
            speaker = acting.seller if selling else self._person(turn.name or "")
            if self._channel:
                world.comment(speaker, self._channel, self._post, text=turn.text)
            else:
                world.send(speaker, self._group, text=turn.text)
            return
        customer = self._person("")
        speaker, other = (acting.seller, customer) if selling else (customer, acting.seller)
        world.send(speaker, other, text=turn.text)

    def _person(self, name: str) -> int:
        if name not in self._people:
            person = self._acting.world.add_user(name or "مشتری").id
            self._people[name] = person
            if self._group:
                self._acting.world.join(person, self._group)
        return self._people[name]


def is_whisper(request: Request) -> bool:
    """A card sent or brought up to date; closing one is none, nor one without a sound."""
    sent, params = request.method, request.params
    is_card = OF_A_CARD in str(params.get("reply_markup"))
    if sent not in ("sendMessage", "editMessageText") or not is_card:
        return False
    return CLOSING not in str(params.get("text")) and QUIET not in str(params.get("text"))
