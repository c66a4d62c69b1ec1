"""aiogram, unmodified, drives the sandbox."""

import asyncio
from collections.abc import AsyncIterator
from struct import pack

import pytest
from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import SendMessage
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    EphemeralMessageParameters,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    Message,
)
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

from bot.sandbox.faults import Fault
from bot.sandbox.server import SandboxServer
from tests.sandbox.conftest import TOKEN, Shop
from tests.sandbox.waiting import shown, until

BUTTONS = InlineKeyboardMarkup(
    inline_keyboard=[[InlineKeyboardButton(text="بعدی", callback_data="next")]]
)


@pytest.fixture
async def bot(server: SandboxServer) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(server.url))
    async with Bot(TOKEN, session=session) as bot:
        yield bot


@pytest.fixture
def dispatcher() -> Dispatcher:
    dispatcher = Dispatcher()

    @dispatcher.message(F.text)
    async def echo(message: Message) -> None:
        await message.answer(f"<b>{message.text}</b>", parse_mode="HTML", reply_markup=BUTTONS)

    @dispatcher.business_message(F.sender_business_bot.is_(None))
    async def echo_business(message: Message) -> None:
        await message.answer(f"شنیدم: {message.text}")

    @dispatcher.callback_query()
    async def on_press(query: CallbackQuery) -> None:
        assert isinstance(query.message, Message)
        await query.message.edit_text("فشرده شد")
        await query.answer("شد", show_alert=True)

    return dispatcher


@pytest.fixture
async def polling(bot: Bot, dispatcher: Dispatcher) -> AsyncIterator[None]:
    task = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False))
    yield
    await dispatcher.stop_polling()
    await task


@pytest.mark.usefixtures("polling")
async def test_a_polling_bot_echoes_edits_and_answers_presses(shop: Shop) -> None:
    world, seller, bot = shop.world, shop.seller.id, shop.bot.id
    world.send(seller, bot, text="سلام")
    await until(lambda: len(shown(shop, seller, bot)) == 3)
    message = world.phone(seller)["chats"][0]["messages"][-1]
    answer = await world.press(seller, bot, message["id"], "next")
    assert (answer.text, answer.alert) == ("شد", True)
    assert shown(shop, seller, bot) == ["/start", "سلام", "فشرده شد"]


@pytest.mark.usefixtures("polling")
async def test_a_polling_bot_answers_in_the_sellers_name_once(shop: Shop) -> None:
    shop.world.send(shop.customer.id, shop.seller.id, text="سلام")
    await until(lambda: len(shown(shop, shop.customer.id, shop.seller.id)) == 2)
    await asyncio.sleep(0.1)
    assert shown(shop, shop.customer.id, shop.seller.id) == ["سلام", "شنیدم: سلام"]


async def test_a_webhook_bot_checks_the_secret_and_may_answer_in_its_response(
    shop: Shop, bot: Bot
) -> None:
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def on_message(message: Message) -> SendMessage:
        return message.answer("در پاسخ", reply_markup=BUTTONS)

    app = web.Application()
    receiver = SimpleRequestHandler(
        dispatcher, bot, handle_in_background=False, secret_token="geheim"
    )
    receiver.register(app, path="/hook")
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    await bot.set_webhook(url, secret_token="geheim")
    shop.world.send(shop.seller.id, shop.bot.id, text="سلام")
    await until(lambda: shown(shop, shop.seller.id, shop.bot.id)[-1] == "در پاسخ")
    assert (await bot.get_webhook_info()).url == url
    await bot.delete_webhook()
    await runner.cleanup()


async def test_files_go_up_and_come_down(shop: Shop, bot: Bot) -> None:
    content = "گزارش".encode()
    file = BufferedInputFile(content, filename="گزارش.csv")
    sent = await bot.send_document(shop.seller.id, file, caption="<i>روز</i>", parse_mode="HTML")
    assert sent.document is not None
    assert sent.document.file_name == "گزارش.csv"
    assert sent.caption == "روز"
    down = await bot.download(sent.document.file_id)
    assert down is not None
    assert down.read() == content
    again = await bot.send_photo(shop.seller.id, BufferedInputFile(b"png", filename="a.png"))
    assert again.photo


async def test_a_photo_is_replaced_with_its_words_above(shop: Shop, bot: Bot) -> None:
    wide = BufferedInputFile(_png(2000, 1000), filename="a.png")
    sent = await bot.send_photo(shop.seller.id, wide, caption="یک", show_caption_above_media=True)
    assert sent.photo is not None
    assert (sent.photo[-1].width, sent.photo[-1].height) == (1280, 640)
    assert sent.show_caption_above_media
    worded = await bot.edit_message_caption(
        chat_id=shop.seller.id,
        message_id=sent.message_id,
        caption="<b>دو</b>",
        parse_mode="HTML",
    )
    assert isinstance(worded, Message)
    assert (worded.caption, worded.show_caption_above_media) == ("دو", None)
    high = BufferedInputFile(_png(600, 900), filename="b.png")
    media = InputMediaPhoto(media=high, caption="سه", show_caption_above_media=True)
    other = await bot.edit_message_media(media, chat_id=shop.seller.id, message_id=sent.message_id)
    assert isinstance(other, Message)
    assert other.photo is not None
    assert (other.photo[-1].height, other.caption) == (900, "سه")
    shown = shop.world.phone(shop.seller.id)["chats"][0]["messages"][-1]
    assert shown["words_first"]
    with pytest.raises(TelegramBadRequest, match="PHOTO_INVALID_DIMENSIONS"):
        await bot.send_photo(shop.seller.id, BufferedInputFile(_png(2100, 100), filename="c.png"))


def _png(width: int, height: int) -> bytes:
    """The beginning of a picture of this size."""
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + pack(">II", width, height)


async def test_ephemeral_messages_live_and_die(shop: Shop, bot: Bot) -> None:
    world, seller = shop.world, shop.seller.id
    group = world.add_group("گروه", owner=seller, members=[shop.customer.id])
    world.join(shop.bot.id, group.id)
    sent = await bot.send_message(
        group.id,
        "پنهان",
        ephemeral_message_parameters=EphemeralMessageParameters(receiver_user_id=seller),
    )
    assert sent.message_id == 0
    assert sent.ephemeral_message_id is not None
    assert sent.receiver_user is not None
    assert sent.receiver_user.id == seller
    number = sent.ephemeral_message_id
    await bot.edit_ephemeral_message_text(
        chat_id=group.id, receiver_user_id=seller, ephemeral_message_id=number, text="پنهان‌تر"
    )
    assert shown(shop, seller, group.id)[-1] == "پنهان‌تر"
    assert "پنهان‌تر" not in shown(shop, shop.customer.id, group.id)
    await bot.delete_ephemeral_message(group.id, seller, number)
    assert "پنهان‌تر" not in shown(shop, seller, group.id)


async def test_refusals_become_its_exceptions(shop: Shop, bot: Bot, server: SandboxServer) -> None:
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await bot.send_message(42, "سلام")
    with pytest.raises(TelegramForbiddenError, match="bot can't initiate conversation"):
        await bot.send_message(shop.customer.id, "سلام")
    session = AiohttpSession(api=TelegramAPIServer.from_base(server.url))
    async with Bot("1:wrong", session=session) as stranger:
        with pytest.raises(TelegramUnauthorizedError):
            await stranger.get_me()
    await bot.set_webhook("http://127.0.0.1:9/")
    with pytest.raises(TelegramConflictError):
        await bot.get_updates()


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("too_many_requests", TelegramRetryAfter),
        ("server_error", TelegramServerError),
        ("dropped", TelegramNetworkError),
        ("lost", TelegramNetworkError),
        ("half_sent", TelegramNetworkError),
    ],
)
async def test_faults_become_its_exceptions(
    shop: Shop, bot: Bot, server: SandboxServer, kind: str, expected: type[Exception]
) -> None:
    server.api.faults.add(Fault(kind, "sendMessage", retry_after=7))
    with pytest.raises(expected) as failure:
        await bot.send_message(shop.seller.id, "سلام")
    if isinstance(failure.value, TelegramRetryAfter):
        assert failure.value.retry_after == 7
    done = kind in ("lost", "half_sent")
    assert ("سلام" in shown(shop, shop.seller.id, shop.bot.id)) is done
    await bot.send_message(shop.seller.id, "باز")


async def test_a_slow_answer_outlasts_a_short_patience(
    shop: Shop, bot: Bot, server: SandboxServer
) -> None:
    server.api.faults.add(Fault("slow", seconds=3))
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(shop.seller.id, "سلام", request_timeout=1)
