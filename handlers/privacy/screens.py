"""What is kept of people's words, and of one customer, as messages."""

from html import escape

from aiogram.types import InlineKeyboardMarkup

from bot.core.dossier import Customer
from bot.core.people import Shop
from bot.core.privacy import DAYS_OFFERED
from bot.locale import Locale
from handlers.keyboards import button, in_rows, keyboard
from handlers.privacy.buttons import CustomerButton, Deed, PrivacyButton, Rule
from handlers.team.moments import day_of
from handlers.writing import Drawn, isolated, one_direction

DAYS_IN_A_ROW = 3


def draw_rules(shop: Shop, locale: Locale, *, owns: bool, is_sealed: bool) -> Drawn:
    """What is kept, how long, where, and who sees it; below it what the owner may change."""
    parts = [
        locale.say("privacy-headline"),
        locale.say("privacy-what"),
        locale.say("privacy-how-long", days=shop.words_days),
        locale.say("privacy-lessons"),
        locale.say("privacy-where-sealed" if is_sealed else "privacy-where"),
        locale.say("privacy-masked" if shop.masks_words else "privacy-not-masked"),
        locale.say("privacy-telegram"),
        locale.say("privacy-owner" if owns else "privacy-ask-owner"),
    ]
    text = one_direction("\n\n".join(parts), locale)
    return Drawn(text, _rules_keyboard(shop, locale) if owns else None)


def _rules_keyboard(shop: Shop, locale: Locale) -> InlineKeyboardMarkup | None:
    choices = [
        button(
            locale.say(
                "privacy-button-days-now" if days == shop.words_days else "privacy-button-days",
                days=days,
            ),
            PrivacyButton(rule=Rule.DAYS, days=days),
        )
        for days in DAYS_OFFERED
    ]
    rule = Rule.UNMASK if shop.masks_words else Rule.MASK
    mask = button(locale.say(f"privacy-button-{rule.name.lower()}"), PrivacyButton(rule=rule))
    return keyboard(*in_rows(choices, DAYS_IN_A_ROW), [mask])


def draw_customer(known: Customer, locale: Locale) -> Drawn:
    """How much is kept of a customer, and what may be done with it."""
    number = known.talk_id
    when = day_of(known.last_at, locale) if known.last_at is not None else "–"
    text = locale.say(
        "privacy-customer",
        name=name_of(known, locale),
        id=str(known.id),
        talks=known.talks,
        messages=known.messages,
        day=when,
    )
    export = button(
        locale.say("privacy-button-export"), CustomerButton(deed=Deed.EXPORT, number=number)
    )
    erase = button(locale.say("privacy-button-erase"), CustomerButton(deed=Deed.ASK, number=number))
    return Drawn(one_direction(text, locale), keyboard([export], [erase]))


def draw_question(known: Customer, locale: Locale, *, again: bool) -> Drawn:
    """Whether it shall really be erased; asked twice."""
    words = "privacy-erase-again" if again else "privacy-erase-question"
    text = locale.say(words, name=name_of(known, locale))
    deed = Deed.ERASE if again else Deed.ASK_AGAIN
    yes = button(
        locale.say("privacy-button-erase-sure" if again else "privacy-button-erase-yes"),
        CustomerButton(deed=deed, number=known.talk_id),
    )
    no = button(
        locale.say("privacy-button-no"), CustomerButton(deed=Deed.SHOW, number=known.talk_id)
    )
    return Drawn(
        one_direction(text, locale), keyboard([yes], [no]) if not again else keyboard([no], [yes])
    )


def draw_erased(locale: Locale) -> Drawn:
    """That nothing is kept of a customer any more."""
    return Drawn(one_direction(locale.say("privacy-erased"), locale))


def draw_unknown(locale: Locale) -> Drawn:
    """That nothing is kept of whoever was meant, and how a customer is found."""
    return Drawn(one_direction(locale.say("privacy-unknown"), locale))


def name_of(known: Customer, locale: Locale) -> str:
    """What a customer is called."""
    return escape(isolated(known.name)) if known.name else locale.say("card-customer")
