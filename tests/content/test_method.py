"""The shipped playbooks teach the whole method, in every kind of shop and in both languages."""

import re
from collections.abc import Iterator
from functools import cache

import pytest

from bot.content.files import KINDS, SHOP_FILE, read_folder, spot_of
from bot.content.load import Loaded, load
from bot.core.playbook import Playbook, StepKind
from bot.core.wording import Names, fill, has_blank
from tests.content.messages import LANGUAGES, ROOT

PLAYBOOKS = ROOT / "playbooks"
HEADING = "## کدام برنامه کدام نکته را می‌آموزد · Which playbook teaches what"
SHOPS = ("cosmetics", "clothing", "food", "services", "electronics")
POINTS = 14
FEWEST_FIRES, FEWEST_QUIET = 6, 4
OWN = {
    "cosmetics": "skin_reaction",
    "clothing": "wrong_size",
    "food": "spoiled_food",
    "services": "missed_deadline",
    "electronics": "setup_trouble",
}
KNOWN = Names(
    customer="Maryam",
    seller="Reza",
    shop="Aramesh",
    product="lamp",
    return_policy="unused goods come back within seven days",
    alternatives="an exchange or credit",
    other_shops="Mehr and Nika",
    working_hours="from 9 to 18",
    refund_limit="500,000 toman",
)
ROW = re.compile(r"^\|(.+)\|$")
NAMED = re.compile(r"`([a-z_]+)(?:/([a-z_]+))?`")
AWKWARD = re.compile(r"  | [.,;:!?؟،؛]|,,|\.\.|\(\)|[.!?][A-Za-z]|days [A-Z]|[\[\]{}]|:$|،$|,$")


@cache
def shop_of(kind: str) -> Loaded:
    """The shipped playbooks as a shop of a kind uses them; "" for a shop of none."""
    texts = read_folder(PLAYBOOKS)
    texts[SHOP_FILE] = f"kind: {kind}\n".encode() if kind else b""
    return load(texts)


def books(kind: str, locale: str) -> dict[str, Playbook]:
    return dict(shop_of(kind).library.by_locale[locale])


def rows() -> Iterator[list[str]]:
    """The cells of the README's tables of points and of kinds."""
    section = (PLAYBOOKS / "README.md").read_text(encoding="utf-8").partition(HEADING)[2]
    assert section, "the section is not there"
    for line in section.splitlines():
        if row := ROW.match(line):
            yield [cell.strip() for cell in row.group(1).split(" | ")]


def taught() -> dict[int, list[tuple[str, str]]]:
    """The playbooks and steps that the table names for each point."""
    return {
        int(cells[0]): [(book, step) for book, step in NAMED.findall(cells[3]) if step]
        for cells in rows()
        if cells[0].isdecimal()
    }


def changed() -> dict[str, set[str]]:
    """The playbooks that the table names for each kind of shop, its own among them."""
    return {
        cells[0].strip("`"): {book for book, _ in NAMED.findall(" ".join(cells[3:5]))}
        for cells in rows()
        if cells[0].strip("`") in SHOPS
    }


def overlays(kind: str, locale: str) -> set[str]:
    spots = [spot for file in read_folder(PLAYBOOKS) if (spot := spot_of(file))]
    return {spot.name for spot in spots if (spot.kind, spot.locale) == (kind, locale)}


def test_every_point_of_the_method_is_in_the_table() -> None:
    table = taught()
    assert list(table) == list(range(1, POINTS + 1))
    assert all(table.values())


@pytest.mark.parametrize("locale", LANGUAGES)
def test_every_playbook_and_step_in_the_table_exists(locale: str) -> None:
    present = {(book.id, step.kind) for book in books("", locale).values() for step in book.steps}
    assert {each for named in taught().values() for each in named} <= present


@pytest.mark.parametrize("locale", LANGUAGES)
def test_every_playbook_teaches_something(locale: str) -> None:
    named = {book for each in taught().values() for book, _ in each}
    assert named == set(books("", locale))


def test_every_cell_has_words_in_both_languages() -> None:
    for cells in rows():
        assert all(cells), cells
    points = [cells for cells in rows() if cells[0].isdecimal()]
    assert all(re.search("[آ-ی]", fa) and re.search("[a-z]", en) for _, fa, en, _ in points)


@pytest.mark.parametrize("kind", SHOPS)
@pytest.mark.parametrize("locale", LANGUAGES)
def test_the_table_names_what_a_kind_of_shop_changes(kind: str, locale: str) -> None:
    assert changed()[kind] == overlays(kind, locale)


def test_no_kind_of_shop_is_left_out() -> None:
    assert {folder.name for folder in (PLAYBOOKS / KINDS).iterdir()} == set(SHOPS)


@pytest.mark.parametrize("kind", ["", *SHOPS])
def test_every_kind_of_shop_loads_without_a_mistake(kind: str) -> None:
    assert shop_of(kind).errors == ()
    assert shop_of(kind).checked.house.kind == (kind or None)


@pytest.mark.parametrize("kind", SHOPS)
@pytest.mark.parametrize("locale", LANGUAGES)
def test_a_kind_of_shop_changes_what_its_files_say(kind: str, locale: str) -> None:
    plain, special = books("", locale), books(kind, locale)
    differing = {name for name, book in special.items() if plain.get(name) != book}
    assert differing == overlays(kind, locale)


@pytest.mark.parametrize("kind", ["", *SHOPS])
def test_both_languages_have_the_same_steps(kind: str) -> None:
    persian, english = (
        {
            book.id: [(step.kind, step.needs_manager) for step in book.steps]
            for book in books(kind, locale).values()
        }
        for locale in LANGUAGES
    )
    assert persian == english


@pytest.mark.parametrize("kind", ["", *SHOPS])
def test_both_languages_speak_at_the_same_moment(kind: str) -> None:
    persian, english = (
        {
            book.id: (
                book.situations,
                book.is_own,
                book.priority,
                book.calmest,
                book.hottest,
                book.moment,
                book.follow_up_seconds,
            )
            for book in books(kind, locale).values()
        }
        for locale in LANGUAGES
    )
    assert persian == english


@pytest.mark.parametrize("kind", SHOPS)
@pytest.mark.parametrize("locale", LANGUAGES)
def test_a_kind_of_shop_has_a_situation_of_its_own(kind: str, locale: str) -> None:
    own = [book for book in books(kind, locale).values() if book.is_own]
    assert [book.id for book in own] == [OWN[kind]]
    (book,) = own
    assert book.phrases.sure
    assert len(book.examples.fires) >= FEWEST_FIRES
    assert len(book.examples.quiet) >= FEWEST_QUIET


@pytest.mark.parametrize("locale", LANGUAGES)
def test_every_playbook_shows_whom_to_leave_alone(locale: str) -> None:
    """The first point: most customers are fine."""
    for book in books("", locale).values():
        assert len(book.examples.quiet) >= FEWEST_QUIET, book.id


@pytest.mark.parametrize("kind", ["", *SHOPS])
@pytest.mark.parametrize("locale", LANGUAGES)
def test_every_step_has_words_that_can_go_as_they_are(kind: str, locale: str) -> None:
    """A draft with a blank is of no use to a seller in a hurry."""
    for book in books(kind, locale).values():
        for step in book.steps:
            assert any(not has_blank(draft) for draft in step.drafts), (book.id, step.kind)


@pytest.mark.parametrize("names", [Names(), KNOWN], ids=["nobody known", "all known"])
@pytest.mark.parametrize("kind", ["", *SHOPS])
def test_english_drafts_read_well_whatever_is_known(kind: str, names: Names) -> None:
    """No space before a stop, no two stops, no bracket or colon left behind."""
    for book in books(kind, "en").values():
        for step in book.steps:
            for draft in step.drafts:
                assert not AWKWARD.search(fill(draft, names)), draft


@pytest.mark.parametrize("locale", LANGUAGES)
def test_refunds_ask_the_manager_in_every_kind_of_shop(locale: str) -> None:
    for kind in ("", *SHOPS):
        for book in books(kind, locale).values():
            for step in book.steps:
                if step.kind is StepKind.OFFER_REFUND:
                    assert step.needs_manager, (kind, book.id)
