"""What came of a run: what was said against what was kept, cards against screens, figures alike."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tests.soak.plan import Where
from tests.soak.record import Card, Facts, Key, Record, Turn
from tests.soak.stage import Said, Stage
from tests.soak.watch import Watch


@dataclass(frozen=True, slots=True)
class Verdict:
    """Counts; from `lost` on all should be 0, and `repeated` no more than may be."""

    talks: int
    turns: int
    in_public: int
    alarms: int
    lost: int
    altered: int
    doubled: int
    out_of_order: int
    missing_cards: int
    repeated: int
    may_repeat: int
    set_aside: int
    given_up: int
    too_early: int
    seen_by_customers: int
    differing: Mapping[str, int]
    examples: Sequence[str] = ()

    @property
    def failures(self) -> Sequence[str]:
        """What should not be, in words; nothing where all is well."""
        told = {
            "turns lost": self.lost,
            "turns kept otherwise than said": self.altered,
            "turns kept twice": self.doubled,
            "turns out of order": self.out_of_order,
            "cards that did not arrive": self.missing_cards,
            "cards repeated more than kills and lost answers allow": max(
                0, self.repeated - self.may_repeat
            ),
            "updates set aside": self.set_aside,
            "letters given up": self.given_up,
            "calls before Telegram's patience was over": self.too_early,
            "messages that customers saw": self.seen_by_customers,
            **{f"statistics that differ: {name}": n for name, n in self.differing.items()},
        }
        return [f"{what}: {count}" for what, count in told.items() if count]


def judge(stage: Stage, watch: Watch, record: Record, calm: Record, *, may_repeat: int) -> Verdict:
    """Hold a run against what was said in it, and against the same run without trouble."""
    said = _said(stage)
    kept = Counter(turn.key for turn in record.turns)
    lost = [key for key in said if key not in kept]
    altered = [turn for turn in record.turns if not _is_as_said(turn, said)]
    missing = [card for card in record.cards if not _is_on_screen(stage, card)]
    differing = {
        name: _differing(facts, calm.statistics[name]) for name, facts in record.statistics.items()
    }
    return Verdict(
        talks=sum(map(bool, stage.said)),
        turns=len(said),
        in_public=sum(map(len, _in_public(stage))),
        alarms=sum(record.alarms.values()),
        lost=len(lost),
        altered=len(altered),
        doubled=sum(count - 1 for count in kept.values()),
        out_of_order=_out_of_order(record.turns),
        missing_cards=len(missing),
        repeated=_repeated(record, watch),
        may_repeat=may_repeat,
        set_aside=record.set_aside,
        given_up=record.given_up,
        too_early=watch.too_early,
        seen_by_customers=stage.seen_by_customers(),
        differing={name: len(found) for name, found in differing.items()},
        examples=[
            *(f"lost: {said[key]}" for key in lost[:3]),
            *(f"altered: {turn} instead of {said.get(turn.key)}" for turn in altered[:3]),
            *(f"missing: {card}" for card in missing[:3]),
            *(f"{name}: {each}" for name, found in differing.items() for each in found[:3]),
        ],
    )


def _said(stage: Stage) -> Mapping[Key, Said]:
    return {
        (customer, number): said
        for customer, talk in zip(stage.customers, stage.said, strict=True)
        for number, said in talk.items()
    }


def _in_public(stage: Stage) -> Iterator[Mapping[int, Said]]:
    for talk, said in enumerate(stage.said):
        if stage.plan.where_is(talk) is not Where.CHAT:
            yield said


def _is_as_said(turn: Turn, said: Mapping[Key, Said]) -> bool:
    kept = Said(turn.key[1], turn.by_customer, turn.text, turn.edited, turn.deleted)
    return said.get(turn.key) == kept


def _out_of_order(turns: Sequence[Turn]) -> int:
    """How often a message of a conversation was kept after one that was said later."""
    by_talk: dict[int, list[int]] = defaultdict(list)
    for turn in turns:
        customer, number = turn.key
        by_talk[customer].append(number)
    return sum(one > next_one for own in by_talk.values() for one, next_one in pairwise(own))


def _is_on_screen(stage: Stage, card: Card) -> bool:
    if card.message_id is None:
        return False
    dialog = stage.world.dialog(stage.bot_id, card.seller_id)
    return dialog.find(card.message_id, stage.bot_id) is not None


def _repeated(record: Record, watch: Watch) -> int:
    """Cards that came as a new message oftener than there was an alarm, or twice in one form."""
    sent: Counter[int] = Counter()
    twice: Counter[int] = Counter()
    for card in record.cards:
        texts = watch.sends.get(str(card.id), [])
        sent[card.talk] += len(texts)
        twice[card.talk] += len(texts) - len(set(texts))
    return sum(max(twice[talk], sent[talk] - record.alarms.get(talk, 0)) for talk in sent)


def _differing(one: Facts, other: Facts) -> Sequence[str]:
    keys = [*one, *(key for key in other if key not in one)]
    return [
        f"{key}: {one.get(key)} instead of {other.get(key)}"
        for key in keys
        if one.get(key) != other.get(key)
    ]
