"""Comments below a channel's posts: what the card says of them, and how a manager removes them."""

import itertools
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
)
from aiogram.methods import GetMe

from bot.app import build_locales
from bot.core.authenticity import Seen, Sign
from bot.core.comments import Comment
from bot.core.deed import DeedKind
from bot.sandbox.chats import Room
from bot.sandbox.refusals import Impossible
from handlers.comments import Act, CommentButton, signs
from handlers.moderation import REFUSALS, RIGHTS, explain
from tests.handlers.presses import pressed
from tests.stage import Screen, Stage, stage

HARSH = "کلاهبردارن، اصلا از اینا نخرین! برین پیج @gallery_mahtab هم ارزونه هم اصله"
BOTH = ("can_delete_messages", "can_restrict_members")
NUMBERS = itertools.count(950_000)


@dataclass(frozen=True)
class Channel:
    """A channel of the shop with its discussion group, and a post in it."""

    acting: Stage
    id: int
    group: Room
    post: int

    async def comment(self, text: str = HARSH, *, who: int | None = None) -> int:
        """Somebody comments; the comment's number in the group."""
        person = who or self.acting.customer
        said = self.acting.world.comment(person, self.id, self.post, text=text)
        await self.acting.settle()
        return said.message.numbers[0]

    def has(self, number: int) -> bool:
        """Whether a message is still in the group."""
        return self.group.find(number, 0) is not None

    def status(self, person: int) -> str:
        """Someone's standing in the group."""
        return self.group.member(person).status


async def open_channel(
    acting: Stage, *rights: str, post: str = "کرم تازه رسید", admin: bool = True
) -> Channel:
    """The manager's channel; Aram is an admin of its group with these rights."""
    world = acting.world
    group = world.add_group("نظرها", owner=acting.manager, members=[acting.seller])
    channel = world.add_channel("کانال", owner=acting.manager, discussion=group.id)
    world.join(acting.bot_id, group.id, admin=rights if admin else None)
    await acting.settle()
    posted = world.send(acting.manager, channel.id, text=post)
    await acting.settle()
    return Channel(acting, channel.id, group, posted.message.numbers[0])


async def requested(acting: Stage) -> Screen:
    """The seller asks the manager about the comment of the newest card."""
    await acting.presses(acting.seller, "از مدیر بخواهید")
    return acting.screens(acting.manager)[-1]


async def manager_presses(acting: Stage, *buttons: str) -> list[str | None]:
    """One after another, on the newest message that has it; what was told at once."""
    return [(await acting.presses(acting.manager, button)).text for button in buttons]


async def forged(acting: Stage, person: int, act: Act, message: int, *, card: int = 1) -> None:
    """A press that no screen offered to this person."""
    data = "1~" + CommentButton(card=card, act=act, message=message).pack()
    update = pressed(acting, person, next(NUMBERS), data)
    with suppress(TelegramBadRequest):  # the sandbox knows no such press, and takes no answer
        await acting.app.dispatcher.feed_raw_update(acting.app.bot, update)
    await acting.settle()


async def deeds(acting: Stage) -> list[tuple[DeedKind, int | None]]:
    """What was done to comments, newest first."""
    kept = await acting.app.ledger.write(lambda books: books.roster.deeds(skip=0, most=50))
    kinds = (DeedKind.DELETED, DeedKind.BANNED, DeedKind.UNBANNED)
    return [(each.kind, each.by) for each in kept if each.kind in kinds]


# The card


async def test_a_negative_comment_gets_the_reviews_steps_and_its_signs(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        channel = await open_channel(acting)
        await channel.comment()
        text = acting.cards()[-1].text
        assert "ببینید مشتری واقعی است یا نه" in text
        assert "شاید مشتری واقعی نباشد" in text
        assert "«@gallery_mahtab»" in text
        assert "از سفارش، کالا، تاریخ یا اندازه چیزی نگفته است" in text
        assert acting.written_to_customers() == []


async def test_even_an_insult_below_a_post_is_first_a_review(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        channel = await open_channel(acting)
        await channel.comment("خاک تو سرتون با این جنس بنجلتون، دزدای بی‌شرف")
        assert "ببینید مشتری واقعی است یا نه" in acting.cards()[-1].text


async def test_nearly_the_same_words_of_another_account_are_told(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        channel = await open_channel(acting)
        await channel.comment()
        other = acting.world.add_user("پویا").id
        await channel.comment(HARSH.replace("اصلا ", ""), who=other)
        assert "همین متن را یک حساب دیگر هم" in acting.cards()[-1].text
        assert "همین متن" not in acting.cards()[0].text


async def test_a_customer_known_from_a_private_chat_looks_real(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        world = acting.world
        channel = await open_channel(acting)
        await acting.customer_says("سلام، سفارش ۲۳۱۷ من که ۴۵۰ هزار تومن شد کی میرسه؟")
        world.clock.advance(26 * 3600)
        await channel.comment("سفارش ۲۳۱۷ من هنوز نرسیده! دو هفته‌ست جواب نمی‌دین، واقعا افتضاحین")
        text = acting.cards()[-1].text
        assert "بیشتر به مشتری واقعی می‌ماند" in text
        assert "در گفت‌وگوی خصوصی با فروشگاه ۱ پیام داشته" in text
        assert "«سفارش ۲۳۱۷»" in text


async def test_the_shops_own_links_lead_nowhere_else(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        channel = await open_channel(acting, post="سفارش در @negar_orders یا negar.ir")
        acting.world.send(acting.seller, channel.group.id, text="پشتیبانی: @negar_help")
        await acting.settle()
        await channel.comment(
            "کلاهبردارین! نه @negar_orders جواب میده نه @negar_help، از اینا نخرین"
        )
        assert "نشانی‌ای گذاشته" not in acting.cards()[-1].text


async def test_an_older_comment_is_asked_about_once_a_day(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        channel = await open_channel(acting)
        number = await channel.comment()
        await channel.comment("باز هم می‌گم: دزدن، از اینا نخرین! پولمو خوردن")

        async def requests() -> int:
            await forged(acting, acting.seller, Act.ASK, number)
            shown = acting.screens(acting.manager)
            return sum("از شما می‌خواهد این نظر را ببینید" in each.text for each in shown)

        assert [await requests() for _ in range(3)] == [1, 1, 1]
        acting.world.clock.advance(25 * 3600)
        assert [await requests() for _ in range(2)] == [2, 2]


# Deleting


async def test_a_manager_deletes_after_being_asked_twice(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        channel = await open_channel(acting, *BOTH)
        number = await channel.comment()
        assert not acting.cards()[-1].has_button("حذف نظر")
        request = await requested(acting)
        assert "از شما می‌خواهد این نظر را ببینید" in request.text
        assert HARSH in request.text
        assert "از مدیر خواسته شد" in acting.cards()[-1].text
        assert not acting.cards()[-1].has_button("از مدیر بخواهید")
        await manager_presses(acting, "حذف نظر")
        assert "این نظر از گروه پاک شود؟" in acting.screens(acting.manager)[-1].text
        await manager_presses(acting, "بله")
        assert "حذف برگشت ندارد" in acting.screens(acting.manager)[-1].text
        assert channel.has(number)
        await manager_presses(acting, "برای همیشه")
        assert not channel.has(number)
        assert "پاک شد" in acting.screens(acting.manager)[-1].text
        assert "این نظر از گروه پاک شده است" in acting.cards()[-1].text
        assert await deeds(acting) == [(DeedKind.DELETED, acting.manager)]
        assert await manager_presses(acting, "حذف نظر") == ["این نظر پیش از این پاک شده است."]
        assert acting.written_to_customers() == []


@pytest.mark.parametrize("buttons", [["نه، بماند"], ["بله", "نه، بماند"]])
async def test_no_leaves_everything(tmp_path: Path, buttons: list[str]) -> None:
    async with stage(tmp_path) as acting:
        channel = await open_channel(acting, *BOTH)
        number = await channel.comment()
        await requested(acting)
        await manager_presses(acting, "حذف نظر", *buttons)
        assert "دست نزدیم" in acting.screens(acting.manager)[-1].text
        assert channel.has(number)
        assert await deeds(acting) == []


async def test_the_comment_that_was_asked_about_is_deleted_not_a_newer_one(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        channel = await open_channel(acting, *BOTH)
        first = await channel.comment()
        await requested(acting)
        await manager_presses(acting, "حذف نظر")
        second = await channel.comment("هنوزم می‌گم کلاهبردارن، گولشونو نخورین")
        await manager_presses(acting, "بله", "برای همیشه")
        assert not channel.has(first)
        assert channel.has(second)
        assert "پاک شده است" not in acting.cards()[-1].text


async def test_a_comment_that_is_gone_is_said_to_be(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        channel = await open_channel(acting, *BOTH)
        number = await channel.comment()
        await requested(acting)
        await manager_presses(acting, "حذف نظر", "بله")
        acting.world.delete(acting.manager, channel.group.id, number)
        assert await manager_presses(acting, "برای همیشه") == ["این نظر دیگر در گروه نیست."]
        assert await deeds(acting) == []
        assert "این نظر از گروه پاک شده است" in acting.cards()[-1].text


# Banning


async def test_a_manager_bans_and_lifts_the_ban(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        channel = await open_channel(acting, *BOTH)
        number = await channel.comment()
        await requested(acting)
        await manager_presses(acting, "مسدود کردن")
        assert "نویسندهٔ این نظر مسدود شود؟" in acting.screens(acting.manager)[-1].text
        await manager_presses(acting, "بله")
        assert "با یک دکمه آزادش می‌کنید" in acting.screens(acting.manager)[-1].text
        assert channel.status(acting.customer) == "left"
        await manager_presses(acting, "مسدود کن")
        assert channel.status(acting.customer) == "kicked"
        assert channel.has(number)
        with pytest.raises(Impossible):
            await channel.comment()
        assert "نویسندهٔ این نظر مسدود است" in acting.cards()[-1].text
        await manager_presses(acting, "رفع مسدودی")
        assert channel.status(acting.customer) == "left"
        assert "دیگر مسدود نیست" in acting.screens(acting.manager)[-1].text
        assert [kind for kind, _ in await deeds(acting)] == [DeedKind.UNBANNED, DeedKind.BANNED]
        await channel.comment("باز هم می‌گم کلاهبردارن، نخرین ازشون")
        assert "مسدود است" not in acting.cards()[-1].text
        assert acting.written_to_customers() == []


async def test_a_managers_own_card_has_the_buttons(tmp_path: Path) -> None:
    async with stage(tmp_path, seller_ids=frozenset()) as acting:
        channel = await open_channel(acting, *BOTH)
        await channel.comment()
        assert acting.cards(acting.manager)[-1].has_button("حذف نظر")
        assert not acting.cards(acting.manager)[-1].has_button("از مدیر بخواهید")
        await manager_presses(acting, "مسدود کردن", "بله", "مسدود کن")
        card = acting.cards(acting.manager)[-1]
        data = next(value for label, value in card.buttons.items() if "رفع مسدودی" in label)
        told = await acting.world.press(acting.manager, acting.bot_id, card.id, data)
        await acting.settle()
        assert "مسدودی برداشته شد" in (told.text or "")
        assert channel.status(acting.customer) == "left"
        assert acting.cards(acting.manager)[-1].has_button("مسدود کردن")


async def test_an_admin_of_the_group_cannot_be_banned(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        channel = await open_channel(acting, *BOTH)
        acting.world.promote(acting.customer, channel.group.id, ["can_pin_messages"])
        await channel.comment()
        await requested(acting)
        told = await manager_presses(acting, "مسدود کردن")
        assert "مدیر گروه است" in (told[0] or "")


async def test_a_channels_voice_is_banned_as_that_channel(tmp_path: Path) -> None:
    foreign = {"id": -1009990001, "type": "channel", "title": "کانال دیگر"}
    stand_in = {"id": 136817688, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"}
    async with stage(tmp_path) as acting:
        channel = await open_channel(acting, *BOTH)
        chat = {"id": channel.group.id, "type": "supergroup", "title": "نظرها"}
        number = next(NUMBERS)
        message: dict[str, Any] = {
            "message_id": number,
            "date": int(acting.world.now()),
            "chat": chat,
            "from": stand_in,
            "sender_chat": foreign,
            "text": HARSH,
        }
        update = {"update_id": number, "message": message}
        await acting.app.dispatcher.feed_raw_update(acting.app.bot, update)
        await acting.settle()
        await requested(acting)
        await manager_presses(acting, "مسدود کردن", "بله", "مسدود کن")
        assert channel.group.silenced == {foreign["id"]}
        await manager_presses(acting, "رفع مسدودی")
        assert channel.group.silenced == set()


async def test_a_channel_that_speaks_shows_where_its_name_leads(tmp_path: Path) -> None:
    foreign = {"id": -1009990001, "type": "channel", "title": "مهتاب", "username": "mahtab_shop"}
    stand_in = {"id": 136817688, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"}
    async with stage(tmp_path) as acting:
        channel = await open_channel(acting)
        message: dict[str, Any] = {
            "message_id": next(NUMBERS),
            "date": int(acting.world.now()),
            "chat": {"id": channel.group.id, "type": "supergroup", "title": "نظرها"},
            "from": stand_in,
            "sender_chat": foreign,
            "text": "کلاهبردارن، اصلا از اینا نخرین!",
        }
        update = {"update_id": next(NUMBERS), "message": message}
        await acting.app.dispatcher.feed_raw_update(acting.app.bot, update)
        await acting.settle()
        assert "«@mahtab_shop»" in acting.cards()[-1].text


# Rights


@pytest.mark.parametrize(
    ("rights", "admin", "button", "words"),
    [
        (("can_restrict_members",), True, "حذف نظر", "اجازهٔ حذف پیام ندارد"),
        (("can_delete_messages",), True, "مسدود کردن", "اجازهٔ مسدود کردن ندارد"),
        ((), False, "حذف نظر", "اجازهٔ حذف پیام ندارد"),
    ],
)
async def test_a_right_that_aram_lacks_is_named_before_anything_is_asked(
    tmp_path: Path, rights: tuple[str, ...], *, admin: bool, button: str, words: str
) -> None:
    async with stage(tmp_path) as acting:
        channel = await open_channel(acting, *rights, admin=admin)
        number = await channel.comment()
        await requested(acting)
        before = len(acting.screens(acting.manager))
        told = await manager_presses(acting, button)
        assert words in (told[0] or "")
        assert len(acting.screens(acting.manager)) == before
        assert channel.has(number)


async def test_a_right_taken_away_meanwhile_is_named(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        channel = await open_channel(acting, *BOTH)
        number = await channel.comment()
        await requested(acting)
        await manager_presses(acting, "مسدود کردن", "بله")
        acting.world.promote(acting.bot_id, channel.group.id, ["can_delete_messages"])
        told = await manager_presses(acting, "مسدود کن")
        assert "اجازهٔ مسدود کردن ندارد" in (told[0] or "")
        assert channel.has(number)
        assert await deeds(acting) == []


async def test_a_seller_may_but_ask(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        channel = await open_channel(acting, *BOTH)
        number = await channel.comment()
        for act in Act:
            if act is not Act.ASK:
                await forged(acting, acting.seller, act, number)
        assert channel.has(number)
        assert channel.status(acting.customer) == "left"
        assert await deeds(acting) == []
        assert not any("پاک" in each.text for each in acting.screens(acting.seller))


async def test_a_stranger_may_nothing(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        channel = await open_channel(acting, *BOTH)
        number = await channel.comment()
        stranger = acting.world.add_user("غریبه").id
        await acting.tells_bot(stranger, "/start")
        before = len(acting.screens(acting.manager))
        for act in Act:
            await forged(acting, stranger, act, number)
        assert channel.has(number)
        assert len(acting.screens(acting.manager)) == before


async def test_who_is_manager_no_more_is_refused_at_the_last_button(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        other = acting.world.add_user("سمیه").id
        settings = {"manager_ids": frozenset({other})}
        acting.settings = acting.settings.model_copy(update=settings)
        await acting.restart()
        await acting.tells_bot(other, "/start")
        channel = await open_channel(acting, *BOTH)
        number = await channel.comment()
        await requested(acting)
        await acting.presses(other, "حذف نظر")
        await acting.presses(other, "بله")
        await acting.app.ledger.write(lambda books: books.roster.end(other, by=acting.manager))
        told = await acting.presses(other, "برای همیشه")
        assert told.alert
        assert channel.has(number)
        assert await deeds(acting) == []


@pytest.mark.parametrize(("card", "message"), [(99, 3), (1, 2**31 - 1)])
async def test_made_up_numbers_do_nothing(tmp_path: Path, card: int, message: int) -> None:
    async with stage(tmp_path) as acting:
        channel = await open_channel(acting, *BOTH)
        number = await channel.comment()
        for act in Act:
            await forged(acting, acting.manager, act, message, card=card)
        assert channel.has(number)
        assert await deeds(acting) == []


async def test_asking_again_sends_nothing_more(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        channel = await open_channel(acting, *BOTH)
        number = await channel.comment()
        await requested(acting)
        before = len(acting.screens(acting.manager))
        await forged(acting, acting.seller, Act.ASK, number)
        assert len(acting.screens(acting.manager)) == before


# Telegram's words


@pytest.mark.parametrize(
    ("refusal", "act", "told"),
    [
        ("message to delete not found", Act.DELETE_NOW, "gone"),
        ("message can't be deleted", Act.DELETE_NOW, "too-old"),
        ("not enough rights to restrict/unrestrict chat member", Act.BAN_NOW, "no-right-ban"),
        ("CHAT_ADMIN_REQUIRED", Act.DELETE_NOW, "no-right-delete"),
        ("user is an administrator of the chat", Act.BAN_NOW, "is-admin"),
        ("can't remove chat owner", Act.BAN_NOW, "is-admin"),
        ("method is available for supergroup and channel chats only", Act.UNBAN, "small-group"),
        ("chat not found", Act.BAN_NOW, "not-there"),
        ("PARTICIPANT_ID_INVALID", Act.BAN_NOW, "refused"),
    ],
)
def test_each_refusal_has_words(refusal: str, act: Act, told: str) -> None:
    error = TelegramBadRequest(GetMe(), f"Bad Request: {refusal}")
    assert explain(error, act) == f"moderation-{told}"


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (TelegramForbiddenError(GetMe(), "Forbidden: bot was kicked"), "not-there"),
        (TelegramRetryAfter(GetMe(), "Too Many Requests", 5), "try-again"),
        (TelegramNetworkError(GetMe(), "timeout"), "try-again"),
    ],
)
def test_trouble_on_the_way_has_words(error: TelegramAPIError, told: str) -> None:
    assert explain(error, Act.BAN_NOW) == f"moderation-{told}"


# Words


COUNTS = (("accounts", 3), ("places", 1), ("usual", 2), ("days", 30), ("messages", 4))


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize("sign", list(Sign))
def test_every_sign_has_words_with_its_evidence(language: str, sign: Sign) -> None:
    locale = build_locales().get(language)
    seen = Seen(sign, (*COUNTS, ("amount", 450_000)), words=())
    worded = Seen(sign, words=("<b>@x", "2317"))
    with_words = sign in (Sign.RIVAL, Sign.ADDRESS, Sign.ELSEWHERE, Sign.TOLD_DETAIL)
    (text,) = signs(Comment(1, 5, (worded if with_words else seen,)), locale)
    assert "sign-" not in text
    assert "{" not in text
    assert text.count("\n") == 1
    if with_words:
        assert "&lt;b&gt;@x" in text
        assert ("۲۳۱۷" if language == "fa" else "2317") in text


@pytest.mark.parametrize("language", ["fa", "en"])
def test_what_is_told_at_once_fits_into_an_alert(language: str) -> None:
    locale = build_locales().get(language)
    told = {told for _, told in REFUSALS} - {"moderation-no-right"}
    told |= {f"moderation-no-right-{kind}" for kind in RIGHTS}
    told |= {f"moderation-{name}" for name in ("ask-manager", "asked", "refused", "try-again")}
    for name in told:
        said = locale.say(name)
        assert said != name
        assert len(said) <= 200
        assert "<" not in said
