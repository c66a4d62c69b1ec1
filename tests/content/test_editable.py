"""Every text of a playbook as composed leads to its own place in its own file."""

from bot.content.check import check
from bot.content.edit import Edit, edited
from bot.content.editable import editable
from bot.content.files import read_folder
from bot.content.shape import Role
from tests.content.messages import ROOT
from tests.content.test_overlay import STEP, files

OVERLAY = (
    f"# غذا\nid: late\npriority: 7\nsteps:\n  - after: offer_refund\n    kind: clarify\n    {STEP}"
)


def test_a_composed_playbook_is_listed_in_its_order() -> None:
    texts = files(OVERLAY)
    listed = editable(check(texts), "fa", "late")
    shown = [
        (each.role.value, each.step, each.number, each.text, each.file[:5], each.path)
        for each in listed
    ]
    assert shown == [
        ("title", None, None, "دیر رسید", "fa/la", ("title",)),
        ("situation", None, 0, "complaint", "fa/la", ("when", "situations", 0)),
        ("tension", None, None, "heated", "fa/la", ("when", "tension")),
        ("priority", None, None, "7", "kinds", ("priority",)),
        ("phrase", None, 0, "کو پس", "fa/la", ("signals", "phrases", 0)),
        ("step_kind", 0, 0, "acknowledge_feelings", "fa/la", ("steps", 0, "kind")),
        ("advice", 0, 0, "گوش کنید.", "fa/la", ("steps", 0, "advice")),
        ("draft", 0, 0, "حق دارید.", "fa/la", ("steps", 0, "drafts", 0)),
        ("step_kind", 1, 1, "offer_refund", "fa/la", ("steps", 1, "kind")),
        ("advice", 1, 1, "پس بدهید.", "fa/la", ("steps", 1, "advice")),
        ("draft", 1, 0, "برمی‌گردانیم.", "fa/la", ("steps", 1, "drafts", 0)),
        ("step_kind", 2, 2, "clarify", "kinds", ("steps", 0, "kind")),
        ("advice", 2, 2, "بپرسید.", "kinds", ("steps", 0, "advice")),
        ("draft", 2, 0, "کدام؟", "kinds", ("steps", 0, "drafts", 0)),
        ("remark", None, 0, "نه", "fa/la", ("avoid", 0, "write")),
        ("remark", None, 0, "می‌رنجد.", "fa/la", ("avoid", 0, "why")),
        ("example", None, 0, "پولم کو", "fa/la", ("examples", "fires", 0)),
    ]


def test_friendly_drafts_are_known_apart() -> None:
    texts = files(OVERLAY + "    friendly: [کدوم؟]\n")
    drafts = [each for each in editable(check(texts), "fa", "late") if each.role is Role.DRAFT]
    assert [each.text for each in drafts if each.is_friendly] == ["کدوم؟"]


def test_nothing_is_listed_of_what_is_not_there() -> None:
    assert editable(check(files(OVERLAY)), "fa", "other") == ()
    assert editable(check(files(OVERLAY)), "en", "late") == ()


def test_every_text_of_the_shipped_playbooks_can_be_edited_where_it_says() -> None:
    texts = read_folder(ROOT / "playbooks")
    checked = check(texts)
    for book in checked.usable():
        if book.locale != "fa" or book.id > "f":
            continue
        listed = editable(checked, "fa", book.id)
        assert listed
        for each in (listed[0], listed[-1], listed[len(listed) // 2]):
            old = texts[each.file].decode()
            new = edited(old, [Edit(each.path, "چیز دیگر")], each.file)
            changed = [
                pair
                for pair in zip(old.splitlines(), new.splitlines(), strict=True)
                if len(set(pair)) > 1
            ]
            ((before, after),) = changed
            assert each.text in before
            assert "چیز دیگر" in after
