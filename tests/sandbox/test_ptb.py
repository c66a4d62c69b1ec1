"""python-telegram-bot, unmodified, drives the sandbox."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from telegram import (
    Bot,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    Message,
    Update,
)
from telegram.error import (
    BadRequest,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TimedOut,
)
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from bot.sandbox.faults import Fault
from bot.sandbox.server import SandboxServer
from tests.sandbox.conftest import TOKEN, Shop
from tests.sandbox.waiting import shown, until

type App = Application[Any, Any, Any, Any, Any, Any]
type Context = ContextTypes.DEFAULT_TYPE

BUTTONS = InlineKeyboardMarkup([[InlineKeyboardButton("بعدی", callback_data="next")]])


async def on_start(update: Update, context: Context) -> None:
    assert update.message
    await update.message.reply_text(f"آغاز {' '.join(context.args or [])}", reply_markup=BUTTONS)


async def on_text(update: Update, context: Context) -> None:
    message = update.effective_message
    if message is not None and message.sender_business_bot is None:
        await message.reply_text(f"شنیدم: {message.text}")


async def on_press(update: Update, context: Context) -> None:
    query = update.callback_query
    assert isinstance(query, CallbackQuery)
    await query.edit_message_text("فشرده شد")
    await query.answer("شد")


@pytest.fixture
async def bot(server: SandboxServer) -> AsyncIterator[Bot]:
    bot = Bot(TOKEN, base_url=f"{server.url}/bot", base_file_url=f"{server.url}/file/bot")
    async with bot:
        yield bot


@pytest.fixture
async def app(server: SandboxServer) -> AsyncIterator[App]:
    builder = ApplicationBuilder().token(TOKEN)
    builder = builder.base_url(f"{server.url}/bot").base_file_url(f"{server.url}/file/bot")
    app = builder.build()
    app.add_handler(CommandHandler("start", on_start))
    app.add_handler(CallbackQueryHandler(on_press))
    app.add_handler(MessageHandler(filters.TEXT, on_text))
    async with app:
        await app.start()
        yield app
        await app.stop()


async def test_a_polling_bot_routes_commands_texts_presses_and_business(
    shop: Shop, app: App
) -> None:
    world, seller, bot, customer = shop.world, shop.seller.id, shop.bot.id, shop.customer.id
    assert app.updater is not None
    await app.updater.start_polling(allowed_updates=Update.ALL_TYPES)
    world.start(seller, bot, "fa")
    await until(lambda: shown(shop, seller, bot)[-1] == "آغاز fa")
    message = world.phone(seller)["chats"][0]["messages"][-1]
    assert (await world.press(seller, bot, message["id"], "next")).text == "شد"
    assert shown(shop, seller, bot)[-1] == "فشرده شد"
    world.send(customer, seller, text="سلام")
    await until(lambda: shown(shop, customer, seller) == ["سلام", "شنیدم: سلام"])
    await app.updater.stop()


async def test_updates_read_by_hand_are_redelivered_until_confirmed(shop: Shop, bot: Bot) -> None:
    shop.world.send(shop.customer.id, shop.seller.id, text="سلام")
    (first,) = await bot.get_updates()
    (again,) = await bot.get_updates()
    assert first == again
    assert isinstance(first.business_message, Message)
    assert await bot.get_updates(offset=first.update_id + 1) == ()


async def test_files_go_up_and_come_down(shop: Shop, bot: Bot) -> None:
    content = "گزارش".encode()
    sent = await bot.send_document(shop.seller.id, InputFile(content, filename="report.csv"))
    assert sent.document is not None
    assert sent.document.file_name == "report.csv"
    file = await bot.get_file(sent.document.file_id)
    assert bytes(await file.download_as_bytearray()) == content
    photo = await bot.send_photo(shop.seller.id, b"png", caption="عکس")
    assert photo.caption == "عکس"


async def test_commands_by_language(bot: Bot) -> None:
    await bot.set_my_commands([("help", "راهنما")])
    await bot.set_my_commands([("help", "Help")], language_code="en")
    assert (await bot.get_my_commands())[0].description == "راهنما"
    assert (await bot.get_my_commands(language_code="en"))[0].description == "Help"


async def test_refusals_become_its_exceptions(shop: Shop, bot: Bot, server: SandboxServer) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(42, "سلام")
    with pytest.raises(Forbidden, match="bot can't initiate conversation"):
        await bot.send_message(shop.customer.id, "سلام")
    with pytest.raises(InvalidToken):
        async with Bot("1:wrong", base_url=f"{server.url}/bot"):
            pytest.fail("a wrong token opened a door")
    await bot.set_webhook("http://127.0.0.1:9/")
    with pytest.raises(Conflict):
        await bot.get_updates()


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("too_many_requests", RetryAfter),
        ("server_error", NetworkError),
        ("dropped", NetworkError),
        ("half_sent", NetworkError),
    ],
)
async def test_faults_become_its_exceptions(
    shop: Shop,
    bot: Bot,
    server: SandboxServer,
    kind: str,
    expected: type[Exception],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # without it RetryAfter warns of a coming change
    server.api.faults.add(Fault(kind, "sendMessage", retry_after=7))
    with pytest.raises(expected):
        await bot.send_message(shop.seller.id, "سلام")
    await bot.send_message(shop.seller.id, "باز")


async def test_a_slow_answer_outlasts_a_short_patience(
    shop: Shop, bot: Bot, server: SandboxServer
) -> None:
    server.api.faults.add(Fault("slow", seconds=1))
    with pytest.raises(TimedOut):
        await bot.send_message(shop.seller.id, "سلام", read_timeout=0.2)
