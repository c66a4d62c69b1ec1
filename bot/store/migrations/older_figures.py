"""Figures of a database that is older than they are: troubles, steps and messages by day, once.

They are made from cards, presses, hand-overs and messages, as well as these tell it: the words of
older sellers are not heard again, and of the steps those are known that were pressed, and the one
that a card showed last. Stands on the tables of migration 0014 alone, one conversation at a time.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import batched, groupby
from operator import attrgetter
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

AT_ONCE = 500
DAY_SECONDS, MOST_SECONDS = 24 * 3600.0, 300.0
OVER = ("calmed", "worked", "dismissed", "disconnected")
_TURN = sa.text(
    "select t.id, t.conversation_id, t.who, t.at, c.shop_id, s.timezone from turn t"
    " join conversation c on c.id = t.conversation_id join shop s on s.id = c.shop_id"
    " order by t.conversation_id, t.id"
)
_CARDS = sa.text(
    "select k.*, c.shop_id, c.channel, s.timezone from card k"
    " join conversation c on c.id = k.conversation_id join shop s on s.id = c.shop_id"
    " order by k.conversation_id, k.id"
)
_SAID = sa.text(
    "select t.id, t.who, t.at, a.tension, a.situations from turn t left join assessment a"
    " on a.turn_id = t.id where t.conversation_id = :number order by t.id, a.id"
)
_PRESSES = sa.text("select * from press where card_id = :number order by id")
_MATTERS = sa.text("select stage, verdict, wanted from handover where card_id = :number")


def fill(database: sa.Connection) -> None:
    """Make them; nothing is there yet."""
    database.execute(
        sa.text(
            "update conversation set last_at ="
            " (select max(at) from turn where turn.conversation_id = conversation.id)"
        )
    )
    turns = database.execute(_TURN.execution_options(yield_per=AT_ONCE))
    talks = groupby(turns, attrgetter("conversation_id"))
    _keep(database, "talk_day", (row for _, said in talks for row in _talk_days(list(said))))
    cards = database.execute(_CARDS).all()
    for number, mine in groupby(cards, attrgetter("conversation_id")):
        _fill_troubles(database, number, list(mine))


def _talk_days(said: list[Any]) -> Iterator[dict[str, Any]]:
    zone, days = ZoneInfo(said[0].timezone), defaultdict[str, list[float]](lambda: [0, 0, 0.0])
    last: float | None = None
    for turn in said:
        counted = days[_day(turn.at, zone)]
        if turn.who == "customer":
            counted[0] += 1
        else:
            counted[1] += 1
            counted[2] += min(MOST_SECONDS, max(0.0, turn.at - last)) if last is not None else 0.0
        last = turn.at if last is None else max(last, turn.at)
    for day, (customer, seller, seconds) in days.items():
        yield {
            "conversation_id": said[0].conversation_id,
            "day": day,
            "shop_id": said[0].shop_id,
            "customer_turns": int(customer),
            "seller_turns": int(seller),
            "seconds": seconds,
        }


def _fill_troubles(database: sa.Connection, number: int, cards: list[Any]) -> None:
    said = database.execute(_SAID, {"number": number}).all()
    troubles, steps = [], []
    for card, following in zip(cards, [*cards[1:], None], strict=True):
        presses = database.execute(_PRESSES, {"number": card.id}).all()
        matters = database.execute(_MATTERS, {"number": card.id}).all()
        uses = _uses(card, presses)
        troubles.append(_trouble(card, following, said, uses, matters))
        steps += uses
    _keep(database, "trouble", troubles)
    _keep(database, "step_use", steps)
    marks = [{"shop_id": t["shop_id"], "day": t["day"], "trouble_id": t["id"]} for t in troubles]
    _keep(database, "stale_day", marks)
    newest = sa.text("update conversation set trouble_id = :card where id = :number")
    database.execute(newest, {"card": cards[-1].id, "number": number})


def _trouble(
    card: Any,
    following: Any,
    said: Iterable[Any],
    uses: list[dict[str, Any]],
    matters: Iterable[Any],
) -> dict[str, Any]:
    face, turns, matters = json.loads(card.face), list(said), list(matters)
    opened_at, heard = _opening(card, turns)
    end = _opening(following, turns)[0] if following is not None else float("inf")
    mine = [turn for turn in turns if opened_at <= turn.at < end]
    over_at = card.changed_at if card.state in OVER else end
    heated = {t.id: t for t in mine if t.who == "customer" and t.at <= over_at}
    answers = [turn.at for turn in mine if turn.who == "seller"]
    calmed_at = card.changed_at if card.state in ("calmed", "worked") else None
    flared = calmed_at is not None and end - calmed_at <= DAY_SECONDS
    last = next((turn for turn in reversed(mine) if turn.who == "customer"), None)
    is_leaving = last is not None and "leaving" in (last.situations or "").split()
    sent = {use["step"] for use in uses if use["sent_at"] is not None}
    about = (each for turn in heated.values() for each in (turn.situations or "").split())
    return {
        "id": card.id,
        "shop_id": card.shop_id,
        "day": _day(opened_at, ZoneInfo(card.timezone)),
        "conversation_id": card.conversation_id,
        "seller_id": card.seller_id,
        "channel": card.channel,
        "opened_at": opened_at,
        "playbook": card.playbook,
        "about": next(about, None),
        "peak": max([face.get("tension", 0), *(turn.tension or 0 for turn in heated.values())]),
        "heard_before": max(0, heard - 1),
        "turns": max(1, len(heated)),
        "answered_at": min(answers, default=None),
        "calmed_at": calmed_at,
        "calm_turns": max(0, len(heated) - 1) if calmed_at is not None else None,
        "flared_at": following.opened_at if flared else None,
        "leaving_at": last.at if last is not None and is_leaving else None,
        "offered": "offer_refund" in sent,
        "promised": "offer_refund" in sent,
        "refunded": False,
        "allowed": any(m.verdict == "allowed" and m.wanted == "offer_refund" for m in matters),
        "parted": "part_ways" in sent,
        "called": bool(matters) or bool(face.get("manager_called")),
        "taken_over": any(m.stage == "taken" or m.verdict in ("taken", "done") for m in matters),
        "dismissed": card.state == "dismissed",
    }


def _opening(card: Any, turns: Iterable[Any]) -> tuple[float, int]:
    """When the message that opened a card was written, and how many the customer had by then."""
    before = [turn for turn in turns if turn.who == "customer" and turn.at <= card.opened_at]
    at = before[-1].at if before else card.opened_at
    return at, len({turn.id for turn in before})


def _uses(card: Any, presses: Iterable[Any]) -> list[dict[str, Any]]:
    """The steps on which something was pressed, and what the card showed last while it was open."""
    uses: dict[tuple[str, str, str], dict[str, Any]] = {}

    def use(playbook: str, step: str, draft: str, at: float) -> dict[str, Any]:
        new = {"trouble_id": card.id, "playbook": playbook, "step": step, "draft": draft}
        times = {"shown_at": at, "sent_at": None, "helped_at": None}
        return uses.setdefault((playbook, step, draft), {**new, **times})

    for press in presses:
        if not press.step:
            continue
        playbook, step = press.step.split("/", 1)
        mine = use(playbook, step, "", press.at)
        if press.action == "send":
            mine["sent_at"] = mine["sent_at"] or press.at
        elif press.action == "worked":
            mine["helped_at"] = press.at
    face = json.loads(card.face)
    advice = face.get("advice") if card.state != "calmed" else None
    for draft in ("", *(advice or {}).get("marks", ())):
        if advice and "kind" in advice:
            use(advice["playbook"], advice["kind"], draft, card.opened_at)
    return list(uses.values())


def _keep(database: sa.Connection, table: str, rows: Iterable[dict[str, Any]]) -> None:
    for some in batched(rows, AT_ONCE):
        columns = list(some[0])
        made = sa.insert(sa.table(table, *map(sa.column, columns)))
        database.execute(made, list(some))


def _day(at: float, zone: ZoneInfo) -> str:
    return datetime.fromtimestamp(at, zone).date().isoformat()
