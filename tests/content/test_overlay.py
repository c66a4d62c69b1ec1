"""Overlays: a kind of shop changes a base playbook, and every value keeps its file and line."""

import pytest

from bot.content.check import Checked, check
from bot.content.load import load
from bot.core.playbook import Playbook, StepKind

BASE = """\
id: late
title: دیر رسید
when: {situations: [complaint], tension: heated}
priority: 5
signals:
  phrases: [کو پس]
steps:
  - kind: acknowledge_feelings
    advice: گوش کنید.
    drafts: [حق دارید.]
  - kind: offer_refund
    advice: پس بدهید.
    drafts: [برمی‌گردانیم.]
avoid:
  - {write: نه, why: می‌رنجد.}
examples:
  fires: [پولم کو]
"""
STEP = "advice: بپرسید.\n    drafts: [کدام؟]\n"
SHOP = "kind: food\n"


def files(overlay: str, **more: str) -> dict[str, bytes]:
    named = {"fa/late.yaml": BASE, "shop.yaml": SHOP, "kinds/food/fa/late.yaml": overlay}
    extra = {name.replace("__", "/") + ".yaml": text for name, text in more.items()}
    return {file: text.encode() for file, text in (named | extra).items()}


def composed(overlay: str) -> Playbook:
    loaded = load(files(overlay))
    assert loaded.problems == ()
    book = loaded.library.find("late", "fa")
    assert book is not None
    return book


def told(checked: Checked) -> list[tuple[str, int, str]]:
    return [(each.file, each.line, each.message_id) for each in checked.problems]


def test_texts_replace_and_lists_are_added_to() -> None:
    book = composed(
        "id: late\ntitle: غذا دیر رسید\npriority: 9\nfollow_up: 1d\n"
        "when: {tension: uneasy..heated}\n"
        "signals: {phrases: [یخ کرد], hints: [پیک]}\navoid: [{write: ترافیک, why: بهانه است.}]\n"
        "examples: {fires: [غذا یخ کرد], quiet: [سرد است]}\n"
    )
    assert (book.title, book.priority, book.follow_up_seconds) == ("غذا دیر رسید", 9, 86_400)
    assert {each.value for each in book.situations} == {"complaint"}
    assert book.calmest.name == "UNEASY"
    assert (book.phrases.sure, book.phrases.hints) == (("کو پس", "یخ کرد"), ("پیک",))
    assert [each.write for each in book.avoid] == ["نه", "ترافیک"]
    assert book.examples.fires == ("پولم کو", "غذا یخ کرد")
    assert book.examples.quiet == ("سرد است",)


@pytest.mark.parametrize(
    ("item", "kinds"),
    [
        ("before: offer_refund\n    kind: clarify", "acknowledge_feelings clarify offer_refund"),
        ("after: offer_refund\n    kind: clarify", "acknowledge_feelings offer_refund clarify"),
        ("replace: offer_refund\n    kind: clarify", "acknowledge_feelings clarify"),
        ("replace: offer_refund\n    kind: offer_refund", "acknowledge_feelings offer_refund"),
        ("kind: clarify", "acknowledge_feelings offer_refund clarify"),  # to the end
    ],
)
def test_a_step_goes_where_it_is_placed(item: str, kinds: str) -> None:
    book = composed(f"id: late\nsteps:\n  - {item}\n    {STEP}")
    assert [step.kind for step in book.steps] == kinds.split()
    assert any(step.advice == "بپرسید." for step in book.steps)


def test_steps_after_one_step_stay_in_the_order_written() -> None:
    steps = "".join(
        f"  - after: acknowledge_feelings\n    kind: {kind}\n    advice: {kind}\n"
        f"    drafts: [{kind}]\n"
        for kind in ("clarify", "ask_need", "share_experience")
    )
    book = composed(f"id: late\nsteps:\n{steps}")
    assert [step.kind for step in book.steps] == [
        StepKind.ACKNOWLEDGE_FEELINGS,
        StepKind.CLARIFY,
        StepKind.ASK_NEED,
        StepKind.SHARE_EXPERIENCE,
        StepKind.OFFER_REFUND,
    ]


@pytest.mark.parametrize(
    "deed", ["remove: offer_refund\n", f"replace: offer_refund\n    kind: clarify\n    {STEP}"]
)
@pytest.mark.parametrize("again", ["replace", "before", "after"])
def test_a_step_that_the_overlay_took_is_not_said_to_have_never_been(deed: str, again: str) -> None:
    overlay = f"id: late\nsteps:\n  - {deed}  - {again}: offer_refund\n    kind: part_ways\n"
    (problem,) = check(
        files(f"{overlay}    advice: تمامش کنید.\n    drafts: [خدا نگهدار.]\n")
    ).problems
    assert problem.message_id == "rule-step-taken-before"
    assert problem.args["first"] == 3
    assert "offer_refund" not in str(problem.args["known"])


def test_a_step_is_taken_away() -> None:
    book = composed("id: late\nsteps:\n  - remove: acknowledge_feelings\n")
    assert [step.kind for step in book.steps] == [StepKind.OFFER_REFUND]


def test_another_kind_of_shop_has_the_base() -> None:
    texts = files("id: late\ntitle: غذا\n") | {"shop.yaml": b"kind: clothing\n"}
    texts["kinds/clothing/fa/other.yaml"] = BASE.replace("id: late", "id: other").encode()
    library = load(texts).library
    titles = {book.id: book.title for book in library.all()}
    assert titles == {"late": "دیر رسید", "other": "دیر رسید"}
    assert load(texts | {"shop.yaml": b""}).library.find("other", "fa") is None


def test_a_broken_overlay_leaves_the_base_as_it_is() -> None:
    loaded = load(files("id: late\ntitle: غذا\npriority: much\n"))
    assert told(loaded.checked) == [("kinds/food/fa/late.yaml", 3, "rule-bad-priority")]
    book = loaded.library.find("late", "fa")
    assert book is not None
    assert book.title == "دیر رسید"


def test_a_mistake_that_only_the_two_make_is_told_in_the_overlay() -> None:
    overlay = (
        f"id: late\nsteps:\n  - before: acknowledge_feelings\n    kind: offer_refund\n    {STEP}"
    )
    checked = check(files(overlay))
    assert told(checked) == [("kinds/food/fa/late.yaml", 4, "rule-repeated-step-kind")]
    assert checked.problems[0].args["other"] == "fa/late.yaml"
    assert checked.problems[0].args["first"] == 11


def test_a_mistake_of_the_base_is_told_once_in_the_base() -> None:
    texts = files("id: late\ntitle: غذا\n")
    texts["fa/late.yaml"] = BASE.replace("[کو پس]", "[کو پس, کو پس]").encode()
    assert told(check(texts)) == [("fa/late.yaml", 6, "rule-same-phrase-twice")]


def test_an_overlay_of_a_base_that_cannot_be_read_is_not_blamed() -> None:
    texts = files("id: late\ntitle: غذا\n") | {"fa/late.yaml": b'id: "'}
    assert told(check(texts)) == [("fa/late.yaml", 1, "source-unclosed-quote")]


def test_an_overlay_that_one_language_lacks_is_told_once() -> None:
    english = BASE.replace("دیر رسید", "Late").replace("[کو پس]", "[where is it]")
    overlay = f"id: late\nsteps:\n  - kind: clarify\n    {STEP}"
    checked = check(files(overlay, en__late=english))
    assert told(checked) == [("kinds/food/fa/late.yaml", 1, "rule-missing-translation")]
    assert checked.problems[0].args == {"id": "late", "locale": "kinds/food/en"}


def test_overlays_of_two_languages_are_compared() -> None:
    overlay = f"id: late\nsteps:\n  - kind: clarify\n    {STEP}"
    other = overlay.replace("clarify", "ask_need")
    checked = check(files(overlay, en__late=BASE, kinds__food__en__late=other))
    assert told(checked) == [("kinds/food/en/late.yaml", 3, "rule-different-steps")]


@pytest.mark.parametrize(
    ("off", "titles"),
    [
        ([], {"fa": "غذا", "en": "Food"}),
        (["kinds/food/fa/late.yaml"], {"fa": "دیر رسید", "en": "Late"}),  # both languages together
        (["fa/late.yaml"], {}),
        (["en/late.yaml"], {}),
        (["fa/other.yaml", "shop.yaml"], {"fa": "غذا", "en": "Food"}),
    ],
)
def test_what_is_off_does_not_speak_in_any_language(off: list[str], titles: dict[str, str]) -> None:
    texts = files(
        "id: late\ntitle: غذا\n",
        en__late=BASE.replace("دیر رسید", "Late"),
        kinds__food__en__late="id: late\ntitle: Food\n",
    )
    library = load(texts, off=off).library
    assert {
        locale: book.title for locale, books in library.by_locale.items() for book in books.values()
    } == titles


def test_a_playbook_that_is_off_drowns_nobody() -> None:
    louder = BASE.replace("id: late", "id: loud").replace("priority: 5", "priority: 6")
    louder = louder.replace("[کو پس]", "[کجاست]")
    texts = {"fa/late.yaml": BASE.encode(), "fa/loud.yaml": louder.encode()}
    assert [each.message_id for each in check(texts).problems] == ["rule-never-heard"]
    assert check(texts, off=["fa/loud.yaml"]).problems == ()


def test_problems_of_what_is_off_are_told() -> None:
    texts = {"fa/late.yaml": BASE.encode(), "fa/bad.yaml": b"id: bad"}
    assert check(texts, off=["fa/bad.yaml"]).problems == check(texts).problems != ()
