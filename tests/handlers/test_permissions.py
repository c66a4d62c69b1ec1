"""docs/permissions.md is true: every command and every button, as everyone, with forged numbers.

The commands and buttons are collected from the routers, so that none can be forgotten.
"""

import re
from collections.abc import AsyncIterator, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, get_args, get_origin

import pytest
from aiogram import Bot, Router
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackData, CallbackQueryFilter
from aiogram.methods import AnswerCallbackQuery, TelegramMethod
from aiogram.types import BufferedInputFile
from sqlalchemy import select
from sqlmodel import SQLModel

from bot.core.edition import Change, Deed, Way
from bot.core.invitation import Seal
from bot.core.people import Role, Shop
from bot.founding import begin
from bot.settings import ROOT
from bot.store.books import Books
from handlers import build_router
from handlers.briefs import BriefButton
from handlers.comments import CommentButton
from handlers.numbers import LARGEST_NUMBER
from handlers.stamps import bare, current_shop
from tests.handlers.presses import pressed, without_limits
from tests.handlers.test_moderation import HARSH, open_channel
from tests.stage import Stage, stage

INSULT = "شما کلاهبردارین! پول منو خوردین، ازتون شکایت می‌کنم. زرافه"
SECRETS = ("زرافه", "متن پنهان", "فروشگاه آرامش")
"""Words that stand nowhere but in what this shop keeps."""
HARMLESS = re.compile(r"ho:\d+:cancel:|cm:1:ask:1$")
"""Puts away the pressed question, which only managers have; asks a manager of no comment."""
ASKING = re.compile(r"cm:\d+:ask:")
"""Asks a manager to remove a comment, as sellers may."""
STRANGER = "این ربات برای همکاران"
COLUMNS = ("stranger", "member of another shop", *(role.value for role in reversed(Role)))
DOCUMENT = (ROOT / "docs" / "permissions.md").read_text(encoding="utf-8")
WORDS = {"locale": "fa", "id": "insult", "at": "steps.0.advice"}
"""What stands in the fields of buttons that are no numbers."""


def walk(router: Router) -> Iterator[Router]:
    yield router
    for below in router.sub_routers:
        yield from walk(below)


def commands() -> set[str]:
    """Every registered command, and /help, which answers all else that is written to Aram."""
    filters = (
        each.callback
        for router in walk(build_router())
        for handler in router.message.handlers
        for each in handler.filters or ()
    )
    found = {str(name) for each in filters if isinstance(each, Command) for name in each.commands}
    return found | {"help"}


def buttons() -> dict[str, type[CallbackData]]:
    """Every registered kind of button by its prefix."""
    filters = (
        each.callback
        for router in walk(build_router())
        for handler in router.callback_query.handlers
        for each in handler.filters or ()
    )
    kinds = [each.callback_data for each in filters if isinstance(each, CallbackQueryFilter)]
    return {kind.__prefix__: kind for kind in kinds}


def table() -> dict[str, Role]:
    """Who may, by the document: the least role with a ✓, by the name in the first cell."""
    rows = re.findall(r"^\| `([^`]+)`[^|]*\|[^|]*\|(.*)\|$", DOCUMENT, flags=re.MULTILINE)
    least: dict[str, Role] = {}
    for name, cells in rows:
        may = ["✓" in cell for cell in cells.split("|")]
        assert len(may) == len(COLUMNS), name
        assert may == sorted(may), f"{name}: whoever is more may no less"
        assert not may[0], f"{name}: strangers may nothing"
        assert not may[1], f"{name}: nor may members of another shop"
        least[name] = Role(COLUMNS[may.index(True)])
    return least


TABLE = table()
BUTTONS = buttons()


def test_the_document_names_every_command_and_button_and_no_others() -> None:
    named = set(TABLE)
    assert {f"/{name}" for name in commands()} == {name for name in named if name.startswith("/")}
    assert set(BUTTONS) == {name for name in named if not name.startswith("/")}


def test_every_kind_of_button_is_registered() -> None:
    def kinds(parent: type[CallbackData]) -> Iterator[type[CallbackData]]:
        for kind in parent.__subclasses__():
            yield kind
            yield from kinds(kind)

    ours = {kind for kind in kinds(CallbackData) if kind.__module__.startswith("handlers")}
    assert ours == set(BUTTONS.values())


def samples(
    kind: type[CallbackData], number: int, person: int, known: Mapping[str, int] | None = None
) -> list[str]:
    """What buttons of a kind may say: every choice at least once, with these numbers.

    `known` are the numbers of fields that mean something there is.
    """
    values: dict[str, list[object]] = {}
    for name, field in kind.model_fields.items():
        of = field.annotation
        if get_origin(of) is not None:
            of = get_args(of)[0]
        match of:
            case _ if known and name in known:
                values[name] = [known[name]]
            case _ if name == "person":
                values[name] = [person]
            case type() if issubclass(of, StrEnum):
                values[name] = list(of)
            case type() if of is bool:
                values[name] = [False, True]
            case type() if of is int:
                values[name] = [number]
            case _:
                values[name] = [WORDS[name]]
    first = {name: choices[0] for name, choices in values.items()}
    said = [first, *({**first, name: each} for name, of in values.items() for each in of[1:])]
    return [kind(**each).pack() for each in said]


def button_of(acting: Stage, person: int, words: str) -> str:
    """What the newest button with these words bears."""
    screen = next(each for each in reversed(acting.screens(person)) if each.has_button(words))
    return bare(next(data for label, data in screen.buttons.items() if words in label))


def first_samples(person: int) -> list[str]:
    """One of every kind."""
    return [samples(kind, 1, person)[0] for kind in BUTTONS.values()]


def all_samples(person: int) -> list[str]:
    """Of every kind all choices with numbers that there are, and one with a huge number."""
    return [
        data
        for kind in BUTTONS.values()
        for data in (*samples(kind, 1, person), samples(kind, LARGEST_NUMBER, person)[0])
    ]


class Told(BaseRequestMiddleware):
    """Everything that is sent while it listens; answers to presses are taken as given."""

    def __init__(self) -> None:
        self.calls: list[TelegramMethod[Any]] = []

    async def __call__(
        self, make_request: NextRequestMiddlewareType[Any], bot: Bot, method: TelegramMethod[Any]
    ) -> Any:
        if type(method).__name__ != "GetUpdates":
            self.calls.append(method)
        return True if isinstance(method, AnswerCallbackQuery) else await make_request(bot, method)

    def take(self) -> list[TelegramMethod[Any]]:
        taken, self.calls = self.calls, []
        return taken


class Scene:
    """The demo's shop with something of everything in it, another shop, and a stranger."""

    def __init__(self, acting: Stage) -> None:
        self.acting = acting
        self.told = Told()
        self.stranger = acting.world.add_user("غریبه").id
        self.other_owner = acting.world.add_user("کاوه").id
        self.second = acting.world.add_user("الهام").id
        self.people: dict[str, int] = {}
        self.other_shop = 0
        self.live: dict[str, dict[str, int]] = {}
        self._number = 950_000

    async def set(self) -> None:
        acting = self.acting
        without_limits(acting)
        await acting.customer_says(INSULT)
        await acting.tells_bot(acting.seller, f"/check {INSULT}")
        await acting.presses(acting.seller, "مشکلی نیست")
        await acting.tells_bot(acting.manager, "/team")
        await acting.presses(acting.manager, "دعوت فروشنده")
        acting.app.ledger.commit(self._add_the_rest)
        shop, ticket = acting.app.ledger.commit(lambda books: begin(books, Shop(name="گلفروشی")))
        self.other_shop = shop.id
        await acting.app.branches.shops.refresh()
        other = acting.app.branches.shops.get(shop.id)
        assert other is not None
        await acting.app.branches.of(other)  # its first playbooks are kept, too
        seal = Seal(acting.app.bot.token)
        acting.world.start(self.other_owner, acting.bot_id, seal.write(ticket))
        acting.world.start(self.second, acting.bot_id)
        acting.world.start(self.stranger, acting.bot_id)
        await acting.settle()
        await acting.app.branches.shops.refresh()
        await acting.app.branches.plan_digests()
        await self._let_managers_have_to_do()
        self.people = {
            "seller": acting.seller,
            "manager": self.second,
            "owner": acting.manager,
            "stranger": self.stranger,
            "other": self.other_owner,
        }
        acting.app.bot.session.middleware(self.told)

    async def _let_managers_have_to_do(self) -> None:
        """A call for help with a brief, and a comment with a card; `live` are their numbers."""
        acting = self.acting
        await acting.presses(acting.seller, "مدیر را خبر کن")
        brief = BriefButton.unpack(button_of(acting, self.second, "خودم پیگیری می‌کنم"))
        channel = await open_channel(acting, "can_delete_messages", "can_restrict_members")
        await channel.comment(f"{HARSH} زرافه")
        asks = CommentButton.unpack(button_of(acting, acting.seller, "از مدیر بخواهید"))
        self.live = {
            "ho": {"brief": brief.brief},
            "say": {"number": asks.card, "draft": 0},
            "cm": {"card": asks.card, "message": asks.message},
        }

    def live_samples(self, name: str | None = None) -> list[str]:
        """All choices of the buttons of one kind, or of all, that mean something there is."""
        return [
            data
            for prefix, known in self.live.items()
            for data in samples(BUTTONS[prefix], 1, self.acting.seller, known)
            if name in (None, prefix)
        ]

    def _add_the_rest(self, books: Books) -> None:
        books.roster.appoint(self.second, Role.MANAGER, by=None)
        newest = books.versions.edition().versions["fa/insult.yaml"]
        hidden = f"{newest.text}# متن پنهان\n"
        change = Change(
            newest.file,
            hidden,
            is_on=True,
            deed=Deed.EDIT,
            way=Way.CHAT,
            base=newest.number,
            by=self.acting.manager,
        )
        books.versions.propose(change)

    async def presses(self, who: str, data: str) -> tuple[list[str], list[str]]:
        """What the press was answered with, and what else was sent or drawn."""
        self._number += 1
        self.told.take()
        update = pressed(self.acting, self.people[who], self._number, data)
        await self.acting.app.dispatcher.feed_raw_update(self.acting.app.bot, update)
        calls = self.told.take()
        answers = [each.text or "" for each in calls if isinstance(each, AnswerCallbackQuery)]
        others = [each for each in calls if not isinstance(each, AnswerCallbackQuery)]
        return answers, list(map(written_in, others))

    async def says(self, who: str, text: str) -> list[str]:
        """What somebody is sent upon a command; menus are no messages."""
        self.told.take()
        await self.acting.tells_bot(self.people[who], text)
        calls = [each for each in self.told.take() if "Commands" not in type(each).__name__]
        return list(map(written_in, calls))

    def secrets_in(self, sent: list[str]) -> list[str]:
        """What is told of this shop's words and people."""
        people = (self.acting.seller, self.acting.manager, self.second, self.acting.customer)
        return [word for word in (*SECRETS, *map(str, people)) for each in sent if word in each]

    async def rows(self, *, but_of: int | None = None) -> frozenset[tuple[str, str]]:
        """Everything kept, but for what a shop keeps."""

        def look(session: Any) -> frozenset[tuple[str, str]]:
            return frozenset(
                (name, repr(tuple(row)))
                for name, rows in SQLModel.metadata.tables.items()
                if name not in ("seen_update", "revision", "inbox_holder")
                for row in session.execute(select(rows))
                if but_of is None or getattr(row, "shop_id", None) != but_of
            )

        return await self.acting.app.ledger.read(look)


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    async with stage(tmp_path) as acting:
        made = Scene(acting)
        await made.set()
        yield made


def written_in(method: TelegramMethod[Any]) -> str:
    """All words in a call, those of its file too."""
    file = getattr(method, "document", None)
    return f"{method!r} {file.data.decode() if isinstance(file, BufferedInputFile) else ''}"


async def test_strangers_get_one_sentence_and_do_nothing(scene: Scene) -> None:
    before = await scene.rows()
    for command in sorted(commands()):
        sent = await scene.says("stranger", f"/{command}")
        assert len(sent) == 1, command
        assert STRANGER in sent[0], command
    someone = scene.acting.seller
    made_up = [f"1~{data}" for data in (*all_samples(someone), *scene.live_samples())]
    for stamp in ("", "77~", f"{scene.other_shop}~"):
        made_up += [f"{stamp}{data}" for data in first_samples(someone)]
    for data in made_up:
        answers, sent = await scene.presses("stranger", data)
        assert [each[: len(STRANGER)] for each in answers] == [STRANGER], data
        assert sent == [], data
    assert await scene.rows() == before


async def test_members_of_another_shop_see_and_change_nothing_of_this_one(scene: Scene) -> None:
    """With buttons of this shop they are strangers; with their own, its numbers name nothing."""
    before = await scene.rows(but_of=scene.other_shop)
    kept = {row for row in before if row[0] != "person"}
    for command in sorted(commands()):
        assert scene.secrets_in(await scene.says("other", f"/{command}")) == [], command
    every = (*all_samples(scene.acting.seller), *scene.live_samples())
    for data in every:
        answers, sent = await scene.presses("other", f"1~{data}")
        assert [each[: len(STRANGER)] for each in answers] == [STRANGER], data
        assert sent == [], data
    for data in every:
        answers, sent = await scene.presses("other", f"{scene.other_shop}~{data}")
        assert scene.secrets_in([*answers, *sent]) == [], data
    await scene.acting.settle()
    assert scene.secrets_in([*map(written_in, scene.told.take())]) == []
    assert kept <= await scene.rows(but_of=scene.other_shop)


@pytest.mark.parametrize("role", [Role.SELLER, Role.MANAGER])
async def test_whoever_is_less_is_refused_in_words(role: Role, scene: Scene) -> None:
    before = await scene.rows()
    for name, least in TABLE.items():
        if role.covers(least):
            continue
        if name.startswith("/"):
            sent = await scene.says(role.value, name)
            assert len(sent) == 1, name
            assert re.search("فقط (مدیر|مالک)", sent[0]), name
            continue
        made_up = samples(BUTTONS[name], 1, scene.acting.seller)
        live = [data for data in scene.live_samples(name) if not ASKING.match(data)]
        for data in (*made_up, *live):
            answers, sent = await scene.presses(role.value, f"1~{data}")
            assert len(answers) == 1, data
            assert HARMLESS.match(data) or re.search("مدیر|مالک", answers[0]), data
            assert sent == [], data
    assert await scene.rows() == before


async def test_for_whoever_may_there_is_something_behind_every_button(scene: Scene) -> None:
    """Else the tests above would prove nothing."""
    dead = "این دکمه دیگر کار نمی‌کند."
    gone = {"leave", "fate"}  # after these they would be somebody else
    for name, least in TABLE.items():
        if name.startswith("/"):
            assert await scene.says(least.value, name) != [], name
        elif name not in gone:
            known = scene.live.get(name)  # by other numbers these say that nothing is there
            data = samples(BUTTONS[name], 1, scene.acting.seller, known)[0]
            answers, _ = await scene.presses(least.value, f"1~{data}")
            assert answers != [], name
            assert dead not in answers, name
            assert not any(each.startswith(STRANGER) for each in answers), name
    assert current_shop.get() is None
