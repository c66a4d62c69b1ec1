"""A shop's settings in the chat, for its managers: seen, and changed by a button or a reply."""

from aiogram import Bot
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message, Update

from bot.core.deed import DeedKind
from bot.core.people import Role, Shop
from bot.core.shop_settings import LANGUAGES, ZONES, Setting, changed, said_of
from bot.locale import Locale, Locales
from bot.store.books import Books
from bot.store.ledger import Ledger
from bot.store.shops import Shops
from handlers.keyboards import button, carried_by, in_rows
from handlers.screens import show, tell
from handlers.sending import send
from handlers.team.buttons import SettingButton, SettingStep
from handlers.team.drawing import shop_name
from handlers.team.members import renew_menu
from handlers.turns import clean
from handlers.writing import Drawn, isolated, one_direction

CHOICES = {Setting.LANGUAGE: LANGUAGES, Setting.ZONE: ZONES}


async def is_reply_with_setting(message: Message) -> dict[str, Setting] | bool:
    """A filter: whether somebody replies to the question for another value."""
    said = carried_by(message.reply_to_message, SettingButton)
    asked = {each.setting for each in said if each.step is SettingStep.BACK}
    return {"setting": asked.pop()} if len(asked) == 1 else False


async def on_setting_button(
    query: CallbackQuery,
    callback_data: SettingButton,
    bot: Bot,
    event_update: Update,
    ledger: Ledger,
    shops: Shops,
    shop: Shop,
    locale: Locale,
    locales: Locales,
) -> None:
    """The settings, the question for another value, or one of the values offered."""
    said, by = callback_data, query.from_user.id
    if not await ledger.write(lambda books: books.roster.is_at_least(by, Role.MANAGER)):
        await tell(query, locale.say("setting-managers-only"), alert=True)
        return
    match said.step:
        case SettingStep.SHOW | SettingStep.BACK:
            await tell(query)
        case SettingStep.ASK:
            await tell(query)
            await show(query, draw_question(shop, said.setting, locale, locales))
            return
        case SettingStep.CHOOSE:
            offered = CHOICES.get(said.setting, ())
            words = offered[said.choice] if 0 <= said.choice < len(offered) else ""
            done = await _change(event_update, ledger, said.setting, words, by)
            await tell(query, locale.say("setting-done" if done else "setting-not-understood"))
            await shops.refresh()
            await renew_menu(bot, by, ledger, shops, locales)
    await show(query, draw_settings(shop, locale, locales))


async def on_setting_reply(
    message: Message,
    setting: Setting,
    event_update: Update,
    ledger: Ledger,
    shops: Shops,
    shop: Shop,
    locale: Locale,
    locales: Locales,
) -> None:
    """Another value, as somebody typed it."""
    words, by = clean(message.text or ""), message.chat.id
    if not await ledger.write(lambda books: books.roster.is_at_least(by, Role.MANAGER)):
        await send(message, Drawn(one_direction(locale.say("setting-managers-only"), locale)))
        return
    if await _change(event_update, ledger, setting, words, by):
        await shops.refresh()
        await send(message, draw_settings(shop, locale, locales))
        return
    text = locale.say(f"setting-{setting.value}-not-understood")
    await send(message, Drawn(one_direction(text, locale)))


async def _change(update: Update, ledger: Ledger, setting: Setting, words: str, by: int) -> bool:
    """Whether the words said something; each change is kept among the deeds."""

    def known(books: Books) -> Shop:
        return next(each for each in books.roster.shops() if each.id == books.shop.id)

    def keep(books: Books) -> None:
        shop = known(books)
        after = changed(shop, setting, words)
        if after is None:
            return
        before, now = said_of(shop, setting), said_of(after, setting)
        if before != now:
            books.roster.describe(after)
            about = {"setting": setting.value, "before": before, "after": now}
            books.roster.keep_deed(DeedKind.SHOP_CHANGED, by, **about)

    return await ledger.write_then_look(
        update.update_id, keep, lambda books: changed(known(books), setting, words) is not None
    )


def draw_settings(shop: Shop, locale: Locale, locales: Locales) -> Drawn:
    """What the shop has, with a button for each."""
    lines = [
        locale.plain.say(
            "setting-line",
            setting=locale.say(f"setting-{setting.value}"),
            value=_value(shop, setting, locale, locales),
        )
        for setting in Setting
    ]
    rows = [
        [
            button(
                locale.say(f"setting-{setting.value}"),
                SettingButton(step=SettingStep.ASK, setting=setting),
            )
            for setting in pair
        ]
        for pair in (tuple(Setting)[:2], tuple(Setting)[2:4], tuple(Setting)[4:])
    ]
    headline = locale.say("setting-headline", shop=shop_name(shop, locale))
    text = "\n".join([headline, *lines, "", locale.say("setting-recorded")])
    return Drawn(one_direction(text, locale), InlineKeyboardMarkup(inline_keyboard=rows))


def draw_question(shop: Shop, setting: Setting, locale: Locale, locales: Locales) -> Drawn:
    """What it shall be: values to press, or to be typed in reply."""
    value = _value(shop, setting, locale, locales)
    choices = [
        button(
            locales.get(each).say("language-name") if setting is Setting.LANGUAGE else each,
            SettingButton(step=SettingStep.CHOOSE, setting=setting, choice=number),
        )
        for number, each in enumerate(CHOICES.get(setting, ()))
    ]
    back = button(locale.say("setting-back"), SettingButton(step=SettingStep.BACK, setting=setting))
    rows = [*in_rows(choices, 2), [back]]
    text = locale.say(f"setting-ask-{setting.value}", value=value)
    return Drawn(one_direction(text, locale), InlineKeyboardMarkup(inline_keyboard=rows))


def _value(shop: Shop, setting: Setting, locale: Locale, locales: Locales) -> str:
    match setting:
        case Setting.NAME:
            return shop_name(shop, locale)
        case Setting.LANGUAGE:
            return locales.get(shop.locale).plain.say("language-name")
        case Setting.ZONE:
            return isolated(shop.timezone)
        case Setting.REFUND_LIMIT:
            return locale.plain.say("setting-toman", amount=shop.refund_limit)
        case Setting.MINUTES:
            return locale.plain.say("setting-so-many-minutes", count=shop.handover_minutes)
