"""More people for the stage: colleagues, other shops, and groups to meet customers in."""

from typing import Any

from sqlalchemy import text as sql

from bot.core.people import Role, Shop
from tests.stage import Screen, Stage

HEATED = "شما کلاهبردارین! پول منو خوردین، ازتون شکایت می‌کنم"


async def hire(
    acting: Stage, name: str, role: Role = Role.SELLER, *, started: bool = True, shop: int = 1
) -> int:
    """Someone of a shop's team; who has not started the bot cannot be written to."""
    person = acting.world.add_user(name).id
    await appoint(acting, person, role, shop=shop)
    if started:
        await acting.tells_bot(person, "/start")
    return person


async def appoint(acting: Stage, person: int, role: Role = Role.SELLER, *, shop: int = 1) -> None:
    """Let someone be of a shop's team."""
    shops = acting.app.branches.shops
    of = shops.get(shop)
    assert of is not None
    await acting.app.ledger.write(
        lambda books: books.of(of).roster.appoint(person, role, by=of.owner_id)
    )
    await shops.refresh()


async def dismiss(acting: Stage, person: int) -> None:
    """Let someone be of the first shop's team no more."""
    await acting.app.ledger.write(lambda books: books.roster.end(person, by=acting.manager))
    await acting.app.branches.shops.refresh()


async def open_shop(acting: Stage, name: str) -> int:
    """Another shop in the same deployment."""
    number = await acting.app.ledger.write(lambda books: books.roster.add_shop(Shop(name=name)))
    await acting.app.branches.shops.refresh()
    return number


def open_group(acting: Stage, *members: int, kind: str = "supergroup") -> int:
    """A group with the seller, the manager, the customer, others and the bot in it."""
    group = acting.world.add_group(
        "مشتری‌ها",
        owner=acting.seller,
        members=[acting.manager, acting.customer, *members],
        kind=kind,
    )
    acting.world.join(acting.bot_id, group.id)
    return group.id


async def says(acting: Stage, person: int, group: int, text: str = HEATED, **more: Any) -> int:
    """Someone writes in a group; the number of the message."""
    posted = acting.world.send(person, group, text=text, **more)
    await acting.settle()
    return posted.number(person)


def in_group(acting: Stage, person: int, group: int) -> list[Screen]:
    """What Aram shows someone in a group, and them alone."""
    return [
        Screen(each["id"], each["text"], *_buttons(each))
        for each in acting.messages(person, group)
        if each["from"]["is_bot"]
    ]


def _buttons(message: dict[str, Any]) -> tuple[dict[str, str], dict[str, str]]:
    buttons = [button for row in message["buttons"] for button in row]
    return (
        {button["text"]: button["value"] for button in buttons},
        {button["text"]: button["kind"] for button in buttons},
    )


async def presses_in_group(acting: Stage, person: int, group: int, words: str) -> str | None:
    """Someone presses a button of what Aram shows them in a group; the answer."""
    screen = next(each for each in reversed(in_group(acting, person, group)) if each.buttons)
    data = next(value for label, value in screen.buttons.items() if words in label)
    answer = await acting.world.press(person, group, screen.id, data)
    await acting.settle()
    return answer.text


async def go_unnoticed(acting: Stage) -> None:
    """The time is over in which a card shown in a group should have been noticed."""
    with acting.app.ledger._engine.begin() as database:
        database.execute(sql("update card_copy set shown_at = shown_at - 120"))
        database.execute(sql("update letter set due_at = 0 where body like '%glance%'"))
    acting.app.postman.call()
    await acting.settle()
