"""The shop's own values in drafts: in the customer's language, or not at all."""

from typing import Any

import pytest

from bot.core.advice import Audience
from bot.core.assessment import Tension
from bot.core.course import Showing
from bot.core.house import House, Tone, in_toman, one_of
from bot.core.ladder import Ladder
from bot.core.playbook import Library, Playbook, Step, StepKind
from bot.core.wording import Names

KIND = StepKind.OFFER_REFUND
SHOWING = Showing("only", 0, KIND, Tension.HEATED)
HOUSE = House(
    name={"fa": "آرامش"},
    tone=Tone.FRIENDLY,
    refund_limit=500_000,
    return_policy={"": "تا هفت روز"},
    alternatives={"fa": "تعویض", "en": "an exchange"},
    working_hours={"en": "9 to 6"},
    other_shops=("الف", "ب", "پ"),
)


def said(draft: str, house: House = HOUSE, *, friendly: str = "", **audience: Any) -> str:
    """A draft as a customer would read it; in English where `customer_locale` says so."""
    step = Step(KIND, "advice", (draft,), needs_manager=True, friendly=(friendly,) * bool(friendly))
    only = Playbook("only", "", frozenset(), (step,))
    library = Library({"fa": {"only": only}, "en": {"only": only}})
    advice = Ladder(library, house).advise(
        SHOWING,
        Audience(**audience),
        product="کرم",
    )
    assert advice is not None
    return advice.drafts[0]


FILLED = [
    # every value, in Persian
    ("[{shop}]", "fa", "آرامش"),
    ("[{refund_limit}]", "fa", "۵۰۰٬۰۰۰ تومان"),
    ("[{alternatives}]", "fa", "تعویض"),
    ("[{other_shops}]", "fa", "الف، ب یا پ"),
    ("[{product}]", "fa", "کرم"),
    # in English
    ("[{refund_limit}]", "en", "500,000 toman"),
    ("[{alternatives}]", "en", "An exchange"),
    ("[{working_hours}]", "en", "9 to 6"),
    ("[{other_shops}]", "en", "الف, ب or پ"),
    # one text for all languages serves all
    ("[{return_policy}]", "fa", "تا هفت روز"),
    ("[{return_policy}]", "en", "تا هفت روز"),
    # one of another language falls away with its words
    ("باشد[، از {working_hours}].", "fa", "باشد."),
    # a name in another language gives way to the settings'
    ("[{shop}]", "en", "Settings"),
]


@pytest.mark.parametrize(("draft", "locale", "expected"), FILLED)
def test_a_value_is_told_in_the_language_of_the_customer(
    draft: str, locale: str, expected: str
) -> None:
    assert said(draft, customer_locale=locale, names=Names(shop="Settings")) == expected


def test_a_shop_that_says_nothing_has_nothing_filled_in() -> None:
    draft = "باشد[ {return_policy}][ {other_shops}][ {refund_limit}][ {alternatives}]."
    assert said(draft, House()) == "باشد."


def test_the_limit_of_the_settings_holds_where_the_shop_names_none() -> None:
    assert said("[{refund_limit}]", House(), refund_limit=20_000) == "۲۰٬۰۰۰ تومان"
    assert said("[{refund_limit}]", House(refund_limit=0), refund_limit=20_000) == ""


LIMITS = [
    # the shop's own limit, over the settings'
    (House(refund_limit=100), 1_000, 500, True),
    (House(refund_limit=1_000), 100, 500, False),
    # nothing said: the settings'
    (House(), 1_000, 500, False),
]


@pytest.mark.parametrize(("house", "of_settings", "amount", "needed"), LIMITS)
def test_the_shop_decides_from_where_the_manager_is_asked(
    house: House, of_settings: int, amount: int, needed: bool
) -> None:
    step = Step(KIND, "advice", ("draft",), needs_manager=True)
    library = Library({"fa": {"only": Playbook("only", "", frozenset(), (step,))}})
    audience = Audience(refund_limit=of_settings)
    advice = Ladder(library, house).advise(SHOWING, audience, amount=amount)
    assert advice is not None
    assert advice.needs_manager is needed


TONES = [
    # تو where the shop says تو
    (HOUSE, "fa", "friendly", "friendly"),
    # no friendly words written
    (HOUSE, "fa", "", "formal"),
    # English knows no difference
    (HOUSE, "en", "friendly", "formal"),
    # شما is the rule
    (House(), "fa", "friendly", "formal"),
]


@pytest.mark.parametrize(("house", "locale", "friendly", "expected"), TONES)
def test_the_tone_of_the_shop_chooses_the_drafts(
    house: House, locale: str, friendly: str, expected: str
) -> None:
    assert said("formal", house, friendly=friendly, customer_locale=locale).lower() == expected


CHOICES = [
    ((), None),
    (("الف",), "الف"),
    (("الف", "ب"), "الف یا ب"),
    (("الف", "ب", "پ"), "الف، ب یا پ"),
]


@pytest.mark.parametrize(("names", "told"), CHOICES)
def test_names_to_choose_from(names: tuple[str, ...], told: str | None) -> None:
    assert one_of(names, "fa") == told


def test_sums_have_their_thousands_apart() -> None:
    assert in_toman(1_250_000, "fa") == "۱٬۲۵۰٬۰۰۰ تومان"
    assert in_toman(900, "en") == "900 toman"
