"""Every figure of a history counted again by brute force, from turns, assessments, presses, cards.

It shares no code with what keeps the figures, and reads none of their tables.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Engine, text

from bot.core.card import CardState
from bot.core.conversation import Who
from bot.core.signs import Sign
from tests.store.histories import Heard, Journal, signs_in

DAY, WEEK = 86_400.0, 7 * 86_400.0
SPOKEN = ("anew", "update", "note")
OUTCOMES = ("open", "calmed", "refunded", "parted", "left", "handed_over", "false_alarm")
Row = dict[str, Any]
Use = tuple[str, str, str]


@dataclass
class Event:
    """Something that was said, with what was found in it."""

    heard: Heard
    tension: int = 0
    situations: tuple[str, ...] = ()
    decision: str | None = None


@dataclass
class Life:
    """What one card's life came to."""

    card: Row
    at: float = 0.0
    peak: int = 0
    about: str = ""
    answered: float | None = None
    calmed: float | None = None
    calm_turns: int = 0
    turns: int = 0
    over: float | None = None
    leaving: float | None = None
    facts: set[str] = field(default_factory=set)
    shown: set[Use] = field(default_factory=set)
    sent: dict[Use, float] = field(default_factory=dict)
    helped: set[Use] = field(default_factory=set)


class BruteForce:
    """Counts a history of which the raw rows lie in a database."""

    def __init__(self, engine: Engine, journal: Journal, zone: str) -> None:
        self.journal, self.zone = journal, ZoneInfo(zone)
        with engine.connect() as database:

            def rows(statement: str) -> list[Row]:
                return [dict(row._mapping) for row in database.execute(text(statement))]

            self.talks = {row["id"]: row for row in rows("select * from conversation")}
            self.cards = rows("select * from card order by id")
            self.presses = rows("select * from press order by id")
            self.turns = rows("select * from turn order by id")
            self.found = rows("select * from assessment order by id")
        self.keys = {row["key"]: row["id"] for row in self.talks.values()}

    def day(self, at: float) -> str:
        """By the clock on the wall."""
        return datetime.fromtimestamp(at, self.zone).strftime("%Y-%m-%d")

    def talk_days(self) -> dict[tuple[int, str], tuple[int, int, float]]:
        """Customer's and seller's turns and the team's seconds, by conversation and day."""
        counted: dict[tuple[int, str], list[float]] = {}
        for number in self.talks:
            mine = [row for row in self.turns if row["conversation_id"] == number]
            for place, row in enumerate(mine):
                day = counted.setdefault((number, self.day(row["at"])), [0, 0, 0.0])
                if row["who"] == "customer":
                    day[0] += 1
                    continue
                day[1] += 1
                before = [each["at"] for each in mine[:place]]
                gap = row["at"] - max(before) if before else 0.0
                day[2] += min(300.0, max(0.0, gap))
        return {key: (int(day[0]), int(day[1]), day[2]) for key, day in counted.items()}

    def figure_days(self) -> Counter[tuple[Any, ...]]:
        """(day, seller, channel, playbook, about, what) → how many."""
        counts: Counter[tuple[Any, ...]] = Counter()
        for life, calm in self.lives():
            card = life.card
            channel = self.talks[card["conversation_id"]]["channel"]
            cell = (card["seller_id"], channel, card["playbook"] or "", life.about)
            whole = (self.day(life.at), *cell)
            counts[*whole, "troubles"] += 1
            outcome = self.outcome(life, calm=calm)
            is_hard = outcome != "false_alarm"
            counts[*whole, "abusive"] += is_hard and life.peak == 3
            counts[*whole, "answered"] += life.answered is not None
            counts[*whole, "calmed"] += is_hard and calm
            counts[*whole, "calm_turns"] += life.calm_turns if is_hard and calm else 0
            for fact in ("offered", "allowed", "called"):
                counts[*whole, fact] += fact in life.facts
            counts[*whole, f"ended_{outcome}"] += 1
        return +counts

    def step_days(self) -> Counter[tuple[Any, ...]]:
        """(day, playbook, step, draft, what) → how many."""
        counts: Counter[tuple[Any, ...]] = Counter()
        for life, calm in self.lives():
            day = self.day(life.at)
            has_calmed = calm and self.outcome(life, calm=calm) != "false_alarm"
            for use in life.shown:
                sent = life.sent.get(use)
                counts[day, *use, "shown"] += 1
                counts[day, *use, "sent"] += sent is not None
                counts[day, *use, "helped"] += use in life.helped
                after = has_calmed and sent is not None and (life.calmed or 0.0) >= sent
                counts[day, *use, "calmed"] += after
        return +counts

    def outcome(self, life: Life, *, calm: bool) -> str:
        """How it ended."""
        chosen = self.journal.chosen.get(life.card["id"])
        if chosen is not None:
            return chosen.value
        if "dismissed" in life.facts:
            return "false_alarm"
        if "refunded" in life.facts or (calm and life.facts & {"promised", "allowed"}):
            return "refunded"
        if "parted" in life.facts:
            return "parted"
        if "taken" in life.facts:
            return "handed_over"
        if life.leaving is not None and (life.calmed is None or life.leaving >= life.calmed):
            return "left"
        return "calmed" if calm else "open"

    def lives(self) -> Iterator[tuple[Life, bool]]:
        """Every card's life, and whether its calm lasted."""
        events = self.events()
        for number in self.talks:
            cards = [row for row in self.cards if row["conversation_id"] == number]
            for place, card in enumerate(cards):
                following = cards[place + 1]["opened_at"] if place + 1 < len(cards) else None
                life = self.life(card, following, events[number])
                calm = life.calmed is not None
                if calm and following is not None and life.calmed is not None:
                    calm = following - life.calmed > DAY
                yield life, calm

    def events(self) -> dict[int, list[Event]]:
        """What was said in each conversation, in the order in which it was heard."""
        found: dict[int, list[Row]] = {}
        for row in self.found:
            found.setdefault(row["turn_id"], []).append(row)
        numbers = {(row["conversation_id"], row["message_id"]): row["id"] for row in self.turns}
        events: dict[int, list[Event]] = {number: [] for number in self.talks}
        texts: dict[tuple[int, int], str] = {}
        for heard in self.journal.heard:
            number = self.keys[heard.key]
            message, mine = (number, heard.message_id), events[number]
            if heard.edited:
                is_newest = bool(mine) and mine[-1].heard.message_id == heard.message_id
                is_changed, texts[message] = texts[message] != heard.text, heard.text
                if not is_newest or not is_changed:
                    continue
            texts[message] = heard.text
            event = Event(heard)
            if heard.who is Who.CUSTOMER:
                row = found[numbers[message]].pop(0)
                event.tension, event.decision = row["tension"], row["decision"]
                event.situations = tuple(row["situations"].split())
            mine.append(event)
        assert not any(found.values()), "an assessment of no message"
        return events

    def life(self, card: Row, following: float | None, events: Iterable[Event]) -> Life:
        """From the card's opening to that of the next."""
        life = Life(card)
        presses = [row for row in self.presses if row["card_id"] == card["id"]]
        end = following if following is not None else float("inf")
        said = [each for each in events if card["opened_at"] <= each.heard.now < end]
        happened: list[tuple[float, int, Any]] = [(each.heard.now, 0, each) for each in said]
        happened += [(row["at"], 1, row) for row in presses]
        life.at = said[0].heard.at
        self.see_faces(life)
        for now, _, each in sorted(happened, key=lambda one: one[:2]):
            if isinstance(each, Event):
                self.hear(life, each, now, is_first=each is said[0])
            else:
                self.press(life, each, now)
        self.see_leaves(life, end)
        for number, stage, verdict in self.journal.matters:
            if number == card["id"]:
                life.facts.add("called")
                if stage == "taken" or verdict in ("taken", "done"):
                    life.facts.add("taken")
        return life

    def hear(self, life: Life, event: Event, now: float, *, is_first: bool) -> None:
        """Something is said while the card is the newest of its conversation."""
        heard, is_open = event.heard, life.over is None
        if not is_open and heard.at - life.at > WEEK:
            return
        if heard.who is Who.SELLER:
            if heard.at >= life.at:
                life.answered = min(heard.at, life.answered or heard.at)
            self.sell(life, heard, now, is_open=is_open)
            return
        signs = signs_in(heard.text)
        if is_open:
            life.turns += not heard.edited or is_first
        if is_open and event.decision in SPOKEN:
            life.peak = max(life.peak, event.tension)
            life.about = life.about or next(iter(event.situations), "")
        is_leaving = "leaving" in event.situations or Sign.LEAVING in signs
        life.leaving = (life.leaving or now) if is_leaving else None
        if "offered" in life.facts and Sign.WANTS_REFUND in signs:
            life.facts.add("promised")
        if event.decision == "close" and is_open:
            life.over = now
            if life.calmed is None:
                life.calmed, life.calm_turns = now, life.turns - 1
        elif is_open and life.calmed is not None and event.tension >= 2:
            life.calmed = None
        elif is_open and life.calmed is None and not is_leaving:
            calm_words = Sign.ACCEPTED in signs and event.tension == 0
            if calm_words and not event.situations and not is_first:
                life.calmed, life.calm_turns = now, life.turns - 1

    def sell(self, life: Life, heard: Heard, now: float, *, is_open: bool) -> None:
        """The seller's own signs, and the drafts that the card showed."""
        signs = signs_in(heard.text)
        for sign, fact in (
            (Sign.REFUNDED, "refunded"),
            (Sign.REFUND_PROMISED, "promised"),
            (Sign.PARTED, "parted"),
        ):
            if sign in signs:
                life.facts.add(fact)
        if signs & {Sign.REFUNDED, Sign.REFUND_PROMISED, Sign.REFUND_OFFERED}:
            life.facts.add("offered")
        words = heard.text.split()
        if words[0] not in ("FA", "EN") or not is_open:
            return
        uses = [use for use in life.shown if use[2] and self.texts.get(use[2]) == heard.text]
        for playbook, step, draft in uses:
            life.sent.setdefault((playbook, step, draft), now)
            life.sent.setdefault((playbook, step, ""), now)
            life.facts |= {"offer_refund": {"offered", "promised"}, "part_ways": {"parted"}}.get(
                step, set()
            )

    def press(self, life: Life, row: Row, now: float) -> None:
        """A press that ends the card, or calls."""
        if row["action"] == "worked":
            life.over = now
            if life.calmed is None:
                life.calmed, life.calm_turns = now, life.turns - 1
            if row["step"]:
                playbook, step = row["step"].split("/")
                life.helped.add((playbook, step, ""))
        elif row["action"] == "fine":
            life.over = now
            life.facts.add("dismissed")

    def see_faces(self, life: Life) -> None:
        """Which steps and drafts an open card has shown."""
        self.texts: dict[str, str] = {}
        for _, number, face in self.journal.faces:
            if number != life.card["id"]:
                continue
            if face.manager_called:
                life.facts.add("called")
            if face.advice is not None and face.state is CardState.OPEN:
                step = (face.advice.playbook, face.advice.kind.value)
                marks = zip(face.advice.marks, face.advice.drafts, strict=True)
                self.texts |= dict(marks)
                life.shown |= {(*step, mark) for mark in ("", *face.advice.marks)}

    def see_leaves(self, life: Life, end: float) -> None:
        """Whether leave for a refund was given in this card's time."""
        mine = [
            (now, _leave(course))
            for now, number, course in self.journal.courses
            if number == life.card["conversation_id"] and life.card["opened_at"] <= now < end
        ]
        if any(leave is not None and leave != mine[0][1] for _, leave in mine):
            life.facts.add("allowed")


def _leave(course: str) -> tuple[Any, ...] | None:
    leaves = json.loads(course)["leaves"]
    return next(((each["amount"],) for each in leaves if each["kind"] == "offer_refund"), None)
