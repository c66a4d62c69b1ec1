"""The team's screens as drawn: every word is there, every button fits, names are harmless."""

import re

import pytest

from bot.app import build_locales
from bot.core.deed import Deed, DeedKind
from bot.core.invitation import Invitation, Turned
from bot.core.people import Member, Role, Shop
from bot.core.personnel import Refused
from bot.core.ruling import Verdict
from handlers.stamps import stamped
from handlers.team.audit import DEEDS_ON_A_PAGE, draw_deeds, sentence
from handlers.team.buttons import Fate
from handlers.team.drawing import (
    MEMBERS_ON_A_PAGE,
    Seen,
    draw_invitation,
    draw_member,
    draw_question,
    draw_team,
)
from handlers.writing import Drawn
from tests.stage import read

LOCALES = build_locales()
NOW = 1_795_000_000.0
HUGE = 2**52 - 1
SHOP = Shop(name="<b>Shop</b> & پسران", id=999_999_999, owner_id=1)
OWNER = Member(1, Role.OWNER, NOW, "رضا", is_reachable=True)
PEOPLE = tuple(
    Member(HUGE - number, Role.SELLER, NOW, f"<i>{number}\u202e", is_reachable=number % 2 == 0)
    for number in range(25)
)
INVITATION = Invitation(2**31 - 1, 1, Role.SELLER, made_by=1, made_at=NOW, expires_at=NOW + 60)
ABOUT = {
    DeedKind.APPOINTED: (("person", "سارا"), ("role", "manager")),
    DeedKind.REMOVED: (("person", "<b>سارا"),),
    DeedKind.INVITED: (("role", "seller"),),
    DeedKind.REVOKED: (("role", "seller"),),
    DeedKind.JOINED: (("role", "seller"),),
    DeedKind.PUBLISHED: (("file", "fa/insult.yaml"), ("number", "1234")),
    DeedKind.GROUP_ADDED: (("group", "مشتری‌ها"),),
    DeedKind.GROUP_LEFT: (("group", "مشتری‌ها"),),
    DeedKind.DELETED: (("person", "پویا"),),
    DeedKind.BANNED: (("person", "پویا"),),
    DeedKind.UNBANNED: (("person", "پویا"),),
    DeedKind.DECIDED: (("person", "نگار"), ("decision", "allowed")),
}


def data_of(drawn: Drawn) -> list[str]:
    """What the buttons say once they bear the longest stamp there is."""
    if drawn.keyboard is None:
        return []
    rows = stamped(drawn.keyboard, 999_999_999).inline_keyboard
    return [button.callback_data or "" for row in rows for button in row]


@pytest.mark.parametrize("language", LOCALES.languages)
@pytest.mark.parametrize("kind", DeedKind)
def test_every_deed_is_told_in_words(kind: DeedKind, language: str) -> None:
    deed = Deed(1, NOW, 7, kind, ABOUT.get(kind, ()), "نگار")
    told = read(sentence(deed, LOCALES.get(language)))
    assert "نگار" in told
    assert not {"{", "deed-", "role-"} & {told[:1], *told.split()}
    assert "{" not in told
    assert "<b>" not in told
    for name, value in ABOUT.get(kind, ()):
        if name in ("group", "file"):
            assert value in told


@pytest.mark.parametrize("language", LOCALES.languages)
def test_everything_that_is_refused_has_its_words(language: str) -> None:
    locale = LOCALES.get(language)
    ids = [*Turned, *Refused, *(f"deed-decision-{verdict}" for verdict in Verdict)]
    ids += [f"role-{role}" for role in Role]
    assert [each for each in ids if locale.say(each) == each] == []
    assert [each for each in Refused if len(locale.say(each)) > 200] == []  # alerts end there


def test_whoever_is_nameless_and_the_settings_are_named_somehow() -> None:
    locale = LOCALES.get("fa")
    by_settings = Deed(1, NOW, None, DeedKind.APPOINTED, (("person", "77"), ("role", "seller")))
    assert read(sentence(by_settings, locale)) == "تنظیمات به شمارهٔ 77 این نقش را داد: فروشنده."
    assert read(sentence(Deed(1, NOW, 77, DeedKind.LEFT), locale)) == "شمارهٔ 77 از فروشگاه رفت."


@pytest.mark.parametrize("language", LOCALES.languages)
def test_buttons_fit_and_names_are_harmless(language: str) -> None:
    locale = LOCALES.get(language)
    seen = Seen(SHOP, OWNER, (OWNER, *PEOPLE), (INVITATION,) * 10)
    screens = [
        *(draw_team(seen, page, locale) for page in range(-1, 4)),
        draw_member(PEOPLE[0], OWNER, 2**31 - 1, locale),
        *(draw_question(PEOPLE[0], fate, locale) for fate in Fate),
    ]
    for drawn in screens:
        assert [data for data in data_of(drawn) if len(data.encode()) > 64] == []
        assert len(drawn.text) < 4096
        assert "<i>" not in drawn.text
        assert "<b>Shop" not in drawn.text


def test_the_team_is_shown_ten_on_a_page() -> None:
    seen = Seen(SHOP, OWNER, (OWNER, *PEOPLE))
    pages = [draw_team(seen, page, LOCALES.get("fa")) for page in range(3)]
    shown = [len(re.findall("(?:فروشنده|مالک)، از", read(page.text))) for page in pages]
    assert shown == [MEMBERS_ON_A_PAGE, MEMBERS_ON_A_PAGE, 6]


def test_sellers_read_who_is_there_and_nothing_more() -> None:
    seller = PEOPLE[0]
    drawn = draw_team(Seen(SHOP, seller, (OWNER, *PEOPLE[:2])), 0, LOCALES.get("fa"))
    assert drawn.keyboard is None
    assert "رضا" in drawn.text
    assert "باز نکرده" not in drawn.text


@pytest.mark.parametrize("language", LOCALES.languages)
@pytest.mark.parametrize("role", [Role.SELLER, Role.MANAGER])
def test_an_invitation_can_be_sent_on_as_it_is(role: Role, language: str) -> None:
    invitation = Invitation(1, 1, role, made_by=1, made_at=NOW, expires_at=NOW)
    text = draw_invitation(invitation, "https://t.me/x?start=join-y", SHOP, LOCALES.get(language))
    assert "\nhttps://t.me/x?start=join-y\n" in text  # or phones would take marks into the link
    assert ("۱۴:۳۶" if language == "fa" else "14:36") in text  # Tehran's


def test_deeds_turn_by_tens() -> None:
    deeds = tuple(Deed(number, NOW, 7, DeedKind.CONNECTED) for number in range(DEEDS_ON_A_PAGE))
    locale = LOCALES.get("fa")
    assert len(data_of(draw_deeds(0, 1, deeds, locale))) == 0
    assert len(data_of(draw_deeds(0, 3, deeds, locale))) == 1
    assert len(data_of(draw_deeds(1, 3, deeds, locale))) == 2
    assert "هنوز کاری" in draw_deeds(0, 1, (), locale).text
