"""Figures over HTTP: the picture below the words, what is not theirs, and what clients make up."""

from pathlib import Path

import pytest

from bot.sandbox.files import StoredFile
from bot.sandbox.pictures import size_of
from tests.handlers.presses import pressed
from tests.handlers.test_export import files_of, sheets_in
from tests.stage import Stage, stage

INSULT = "شما کلاهبردارین! پول منو خوردین، ازتون شکایت می‌کنم"


def photo_of(acting: Stage, person: int) -> StoredFile:
    """The picture of the newest message from Aram."""
    chat = acting.world.chat(person, acting.bot_id)
    newest = [each for each in chat.messages.values() if each.sender_id == acting.bot_id][-1]
    assert newest.words_first
    assert newest.media is not None
    return newest.media.file


async def test_words_stand_above_a_picture_that_changes_with_them(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await acting.customer_says(INSULT)
        await acting.tells_bot(acting.manager, "/stats")
        first = photo_of(acting, acting.manager)
        size = size_of(first.content)
        assert size is not None
        assert size[0] == 1080
        messages = len(acting.screens(acting.manager))
        await acting.presses(acting.manager, "این هفته")
        assert "این هفته" in acting.screens(acting.manager)[-1].text
        assert photo_of(acting, acting.manager).content != first.content
        await acting.presses(acting.manager, "یعنی چه")  # words alone change
        await acting.presses(acting.manager, "برگرد")
        assert len(acting.screens(acting.manager)) == messages


async def test_a_day_of_nothing_is_told_in_words_alone(tmp_path: Path) -> None:
    """The picture of other days does not stay above them, and comes back with its days."""
    async with stage(tmp_path) as acting:
        await acting.customer_says(INSULT)
        await acting.tells_bot(acting.manager, "/stats")
        messages = len(acting.screens(acting.manager))
        await acting.presses(acting.manager, "دیروز")
        assert "دیروز" in acting.screens(acting.manager)[-1].text
        chat = acting.world.chat(acting.manager, acting.bot_id)
        assert all(each.media is None for each in chat.messages.values())
        await acting.presses(acting.manager, "امروز")
        assert size_of(photo_of(acting, acting.manager).content) is not None
        assert len(acting.screens(acting.manager)) == messages


async def test_a_manager_says_how_an_open_one_ended(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await acting.customer_says(INSULT, who=acting.world.add_user("زرافه").id)
        await acting.tells_bot(acting.manager, "/stats")
        await acting.presses(acting.manager, "منتظر رسیدگی")
        await acting.presses(acting.manager, "چطور تمام شد؟")
        assert "زرافه" in acting.screens(acting.manager)[-1].text
        await acting.presses(acting.manager, "آرام شد")
        assert "ثبت شده" in acting.screens(acting.manager)[-1].text


async def test_pictures_are_dark_or_light_as_everybody_likes_and_stay_so(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await acting.customer_says(INSULT)
        await acting.tells_bot(acting.manager, "/stats")
        light = photo_of(acting, acting.manager).content
        words = acting.screens(acting.manager)[-1].text
        await acting.presses(acting.manager, "تصویر تیره")
        dark = photo_of(acting, acting.manager).content
        assert dark != light
        assert acting.screens(acting.manager)[-1].text == words
        await acting.restart()
        await acting.tells_bot(acting.manager, "/stats")
        assert photo_of(acting, acting.manager).content == dark
        await acting.tells_bot(acting.seller, "/stats")
        assert acting.screens(acting.seller)[-1].has_button("🌙 تصویر تیره")
        await acting.presses(acting.manager, "تصویر روشن")
        assert photo_of(acting, acting.manager).content == light


async def test_how_it_ended_is_set_where_the_hardest_customers_stand(tmp_path: Path) -> None:
    async with stage(tmp_path) as acting:
        await acting.customer_says(INSULT, who=acting.world.add_user("زرافه").id)
        await acting.tells_bot(acting.manager, "/stats")
        await acting.presses(acting.manager, "پرزحمت‌ها")
        assert "سرانجام: هنوز باز است" in acting.screens(acting.manager)[-1].text
        await acting.presses(acting.manager, "زرافه: چطور تمام شد؟")
        await acting.presses(acting.manager, "پولش برگشت")
        await acting.tells_bot(acting.manager, "/stats")
        await acting.presses(acting.manager, "پرزحمت‌ها")
        assert "سرانجام: پولش برگشت" in acting.screens(acting.manager)[-1].text


async def test_a_false_alarm_is_told_as_calmed_nowhere(tmp_path: Path) -> None:
    """Also where the customer was calm again before somebody said that it was none."""
    async with stage(tmp_path) as acting:
        giraffe = acting.world.add_user("زرافه").id
        await acting.customer_says(INSULT, who=giraffe)
        await acting.presses(acting.seller, "جواب داد")
        await acting.customer_says(INSULT)
        await acting.tells_bot(acting.manager, "/stats")
        assert "یکی آرام شد" in acting.screens(acting.manager)[-1].text
        await acting.presses(acting.manager, "پرزحمت‌ها")
        await acting.presses(acting.manager, "زرافه: چطور تمام شد؟")
        await acting.presses(acting.manager, "مشکلی نبود")
        await acting.tells_bot(acting.manager, "/stats")
        told = acting.screens(acting.manager)[-1].text
        assert "هیچ‌کدام آرام نشده" in told
        assert "۱ هشدار بی‌جا" in told
        await acting.presses(acting.manager, "خروجی")
        await acting.presses(acting.manager, "اکسل")
        sheets = sheets_in(files_of(acting, acting.manager)[-1])
        head, row = sheets["روزها"]
        day = dict(zip(head, row, strict=True))
        assert (day["گفت‌وگوهای تند"], day["آرام‌شده"]) == (1, 0)
        head, *rows = sheets["گفت‌وگوهای سخت"]
        assert {row[head.index("پس از چند پیام آرام شد")] for row in rows} == {""}
        await acting.tells_bot(acting.manager, "/digest")
        await acting.presses(acting.manager, "همین حالا")
        assert "هنوز آرام نشده است" in acting.screens(acting.manager)[-1].text


async def test_a_seller_gets_nothing_of_others(tmp_path: Path) -> None:
    """Whatever a button is made to say: figures of the shop, of a group or of a colleague."""
    async with stage(tmp_path) as acting:
        colleague = acting.world.add_user("الهام").id
        acting.world.start(colleague, acting.bot_id)
        await acting.settle()
        acting.settings = acting.settings.model_copy(
            update={"seller_ids": acting.settings.seller_ids | {colleague}}
        )
        await acting.restart()
        await acting.customer_says(INSULT, who=acting.world.add_user("زرافه").id)
        await acting.tells_bot(colleague, "/stats")
        today = await acting.app.ledger.write(lambda books: books.summaries.today.toordinal())
        for number, data in enumerate(
            (
                f"1~st:f:d:{today}:1:0:-",
                f"1~st:x:m:{today}:1:0:p-chat",
                f"1~st:x:d:{today}:1:0:a-accusation",
                f"1~st:w:d:{today}:1:0:-",
                f"1~st:h:w:{today}:1:0:-",
                f"1~st:p:d:{today}:1:0:-",
                f"1~sl:d:{today}:1:{acting.seller}:1:0",
            )
        ):
            update = pressed(acting, colleague, 990_000 + number, data)
            await acting.app.dispatcher.feed_raw_update(acting.app.bot, update)
            await acting.settle()
            told = acting.screens(colleague)[-1].text
            assert "زرافه" not in told, data
            assert "یک گفت‌وگو" not in told, data
            assert "۱ تند" not in told, data


@pytest.mark.parametrize(
    "data",
    [
        "1~st:f:d:0:1:0:-",
        "1~st:f:m:2147483647:2147483647:2147483647:-",
        "1~st:x:r:739000:999999:-1:p--99999999999999999999",
        "1~st:x:d:739000:1:0:s-1",
        "1~st:x:d:739000:1:0:a-",
        "1~st:t:w:739000:1:99:zz",
        "1~sl:w:5:1:1:1:7",
    ],
)
async def test_made_up_buttons_do_no_harm(tmp_path: Path, data: str) -> None:
    async with stage(tmp_path) as acting:
        await acting.tells_bot(acting.manager, "/stats")
        update = pressed(acting, acting.manager, 990_001, data)
        await acting.app.dispatcher.feed_raw_update(acting.app.bot, update)
        await acting.settle()
        await acting.tells_bot(acting.manager, "/stats")
        assert "امروز" in acting.screens(acting.manager)[-1].text
