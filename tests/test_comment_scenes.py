"""How often the signs beside a comment are right: small scenes, heard by the real detector.

`python -m tests.test_comment_scenes` prints the figures.
"""

import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.app import build_coach
from bot.core.authenticity import DAY, Leaning, Sign, leaning
from bot.core.coach import Coach
from bot.core.comments import Comment
from bot.core.conversation import Channel, Turn, Who
from bot.core.force import Force
from bot.core.goods import Goods
from bot.core.ladder import Ladder
from bot.core.listener import Listener
from bot.core.people import Shop
from bot.core.shelf import Place, Said
from bot.detection.evidence import folded
from bot.language.reader import Reader
from bot.settings import Settings
from bot.store.engine import open_engine
from bot.store.ledger import Ledger
from bot.store.migrate import migrate

SCENES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "files" / "comment_scenes.yaml").read_text(encoding="utf-8")
)
RIVALS = ("گالری مهتاب", "فروشگاه آبان")
NOW, MINUTE = 1_800_000_000.0, 60.0
GROUP, AUTHOR, SELLER = -1_000_000_000_001, 500, 11


@dataclass
class Figures:
    """What came of all scenes."""

    cards: Counter[str] = field(default_factory=Counter)
    shown: dict[str, Counter[Sign]] = field(
        default_factory=lambda: {"customer": Counter(), "other": Counter()}
    )
    right: Counter[Sign] = field(default_factory=Counter)
    wrong: Counter[Sign] = field(default_factory=Counter)
    missed: Counter[Sign] = field(default_factory=Counter)
    leans: dict[str, Counter[Leaning | None]] = field(
        default_factory=lambda: {"customer": Counter(), "other": Counter()}
    )
    remarks: list[str] = field(default_factory=list)

    def add(self, scene: dict[str, Any], comment: Comment | None) -> None:
        """One scene; a comment that called for no card is not counted."""
        who = scene["who"]
        if comment is None:
            self.remarks.append(f"no card: {scene['text']}")
            return
        self.cards[who] += 1
        seen, expected = {each.sign for each in comment.seen}, {*map(Sign, scene["signs"])}
        self.shown[who].update(seen)
        self.right.update(seen & expected)
        self.wrong.update(seen - expected)
        self.missed.update(expected - seen)
        self.leans[who][leaning(comment.seen)] += 1
        if seen != expected:
            self.remarks.append(f"{sorted(seen)} for {sorted(expected)}: {scene['text']}")


@contextmanager
def shops() -> Iterator[tuple[Ledger, Listener]]:
    """An empty ledger, and a listener with the shipped models and playbooks."""
    coach = build_coach(Settings(_env_file=None))
    ladder = coach.ladder
    read = Reader().read
    rivals = Goods((name, folded(read(name))) for name in RIVALS)
    told = Ladder(ladder._library, ladder._house, ladder.goods, rivals)
    listener = Listener(Force(Coach(coach.detector, told, coach.pace)))
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{folder}/aram.db")
        migrate(engine)
        ledger = Ledger(engine, Shop(), lambda: NOW)
        yield ledger, listener
        ledger.close()


class Play:
    """One scene, in a shop of its own."""

    def __init__(self, ledger: Ledger, listener: Listener) -> None:
        number = ledger.commit(lambda books: books.roster.add_shop(Shop()))
        self._ledger = ledger.of(Shop(id=number))
        self._listener = listener
        self._messages = 0

    def run(self, scene: dict[str, Any]) -> Comment | None:
        """What the card of the last comment shows."""
        self._say("سلام بچه‌ها", by=1, at=NOW - 30 * DAY)
        for week in range(4):
            for day in (1, 4):
                at = NOW - (7 * week + day) * DAY
                self._say("این چه وضعشه؟ افتضاحین واقعا، کلافه شدم", by=10 * week + day + 20, at=at)
        for said in scene.get("before", ()):
            ago = said["days"] * DAY if "days" in said else said["minutes"] * MINUTE
            by = AUTHOR + ord(said["by"]) if "by" in said else AUTHOR
            channel = Channel.CHAT if said.get("private") else Channel.COMMENT
            self._say(said["text"], by=by, at=NOW - ago, channel=channel)
        key = self._say(scene["text"], by=AUTHOR, at=NOW)
        return self._ledger.commit(lambda books: _comment(books, key))

    def _say(self, text: str, *, by: int, at: float, channel: Channel = Channel.COMMENT) -> Place:
        self._messages += 1
        kind = "group" if channel.is_public else "chat"
        chat = GROUP if channel.is_public else by
        key = f"{kind}:{self._ledger.shop.id}:{chat}:{by}"
        place = Place(key, channel, chat, by, SELLER)
        said = Said(place, Turn(Who.CUSTOMER, text, at, channel=channel), self._messages)
        self._ledger.commit(lambda books: self._listener.hear(books, said))
        return place


def _comment(books: Any, place: Place) -> Comment | None:
    card_id = books.conversation(place).card_id
    card = books.card(card_id) if card_id is not None else None
    return card.face.comment if card is not None else None


def measure() -> Figures:
    """All scenes."""
    figures = Figures()
    with shops() as (ledger, listener):
        for scene in SCENES:
            figures.add(scene, Play(ledger, listener).run(scene))
    return figures


@pytest.fixture(scope="module")
def figures() -> Figures:
    return measure()


def test_there_are_enough_scenes_of_both_kinds() -> None:
    kinds = Counter(scene["who"] for scene in SCENES)
    assert min(kinds["customer"], kinds["other"]) >= 30


def test_nearly_every_negative_comment_gets_a_card(figures: Figures) -> None:
    assert sum(figures.cards.values()) >= 0.9 * len(SCENES)


@pytest.mark.parametrize("sign", list(Sign))
def test_a_sign_shows_what_is_there_and_little_else(figures: Figures, sign: Sign) -> None:
    right, wrong, missed = (
        counted[sign] for counted in (figures.right, figures.wrong, figures.missed)
    )
    assert right >= 0.8 * (right + wrong)
    assert right >= 0.75 * (right + missed)


def test_a_true_customer_is_hardly_ever_doubted(figures: Figures) -> None:
    leans, cards = figures.leans["customer"], figures.cards["customer"]
    assert leans[Leaning.DOUBTFUL] <= 0.1 * cards
    assert figures.leans["other"][Leaning.DOUBTFUL] >= 0.75 * figures.cards["other"]


def report(figures: Figures) -> str:
    """The figures as a table."""
    lines = [f"cards: {dict(figures.cards)} of {len(SCENES)}"]
    for sign in Sign:
        right, wrong, missed = figures.right[sign], figures.wrong[sign], figures.missed[sign]
        shown = [figures.shown[who][sign] for who in ("customer", "other")]
        lines.append(f"{sign:14} right {right} wrong {wrong} missed {missed} shown {shown}")
    lines += [f"{who}: {dict(leans)}" for who, leans in figures.leans.items()]
    return "\n".join([*lines, *figures.remarks])


if __name__ == "__main__":
    print(report(measure()))  # noqa: T201
