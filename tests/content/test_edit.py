"""Edits touch their own lines alone, and what comes out always reads as what was wanted."""

import os
import random
from collections.abc import Iterator, Mapping
from difflib import ndiff

import pytest

from bot.content.edit import Edit, EditError, What, changes, edited, read_tree
from bot.content.files import read_folder
from bot.content.tree import Path, Tree, reach, tree_of
from bot.content.written import Value
from tests.content.messages import LANGUAGES, ROOT, variables

TIMES = int(os.environ.get("FUZZ_TIMES", "1"))  # set it to 20 for thousands of edits
TEXT = """\
# بالای فایل
id: late          # نام
title: 'دیر رسید'
when: {situations: [complaint, own], tension: heated}
signals:
  phrases:
    # عبارت‌ها
    - کو پس
    - "چی شد"   # پرتکرار

    - نرسید
  hints: []
steps:
  - kind: clarify
    advice: |
      بپرسید.
      گوش کنید.
    drafts:
      - "کدام؟"
  # آخرین
  - kind: part_ways
    advice: >-
      خداحافظ
    drafts: ["خوش باشید."]
follow_up:
# پایین فایل
"""
INSERT, REMOVE, MOVE = What.INSERT, What.REMOVE, What.MOVE
STEP: dict[str, Value] = {
    "kind": "offer_refund",
    "advice": "پس بدهید: زود",
    "drafts": ["چشم.", "باشه"],
}

EDITS = {
    "a plain text stays plain": (Edit(("id",), "slow"), ["id: slow          # نام"]),
    "a quoted text keeps its quotes": (Edit(("title",), "it's"), ["title: 'it''s'"]),
    "an item keeps its quotes": (
        Edit(("signals", "phrases", 1), 'گفت "نه"'),
        ['    - "گفت \\"نه\\""   # پرتکرار'],
    ),
    "a plain text that must be quoted is": (
        Edit(("signals", "phrases", 0), "پول: کو"),
        ['    - "پول: کو"'],
    ),
    "a text of two lines": (Edit(("title",), "a\nb"), ['title: "a\\nb"']),
    "a text between brackets": (
        Edit(("when", "situations", 0), "leaving"),
        ["when: {situations: [leaving, own], tension: heated}"],
    ),
    "a block becomes one line": (
        Edit(("steps", 0, "advice"), "گوش کنید."),
        ['    advice: "گوش کنید."'],
    ),
    "nothing becomes something": (Edit(("follow_up",), "2d"), ['follow_up: "2d"']),
    "a new key stands at the end": (Edit(("priority",), "7"), ["priority: 7"]),
    "a new key stands in its step": (
        Edit(("steps", 0, "friendly"), items=["کدومش؟"]),
        ["    friendly:", '      - "کدومش؟"'],
    ),
    "tables above are made": (
        Edit(("examples", "fires", 0), "پولم کو", INSERT),
        ["examples:", "  fires:", '    - "پولم کو"'],
    ),
    "an item before another": (
        Edit(("signals", "phrases", 1), "کجاست", INSERT),
        ['    - "کجاست"'],
    ),
    "an item at the start, written as its neighbour": (
        Edit(("signals", "phrases", 0), "کجاست", INSERT),
        ["    - کجاست"],
    ),
    "an item at the end": (Edit(("signals", "phrases", 3), "کجاست", INSERT), ["    - کجاست"]),
    "an item of an empty list": (
        Edit(("signals", "hints", 0), "کجا", INSERT),
        ['  hints: ["کجا"]'],
    ),
    "a situation more": (
        Edit(("when", "situations"), items=["complaint", "leaving", "own"]),
        ["when: {situations: [complaint, leaving, own], tension: heated}"],
    ),
    "a whole step": (
        Edit(("steps", 1), what=INSERT, table=STEP),
        [
            "  - kind: offer_refund",
            '    advice: "پس بدهید: زود"',
            "    drafts:",
            '      - "چشم."',
            '      - "باشه"',
        ],
    ),
    "an item goes": (Edit(("signals", "phrases", 0), what=REMOVE), []),
    "the first of a step's keys goes": (
        Edit(("steps", 1, "kind"), what=REMOVE),
        ["  - advice: >-"],
    ),
    "a key between braces goes": (
        Edit(("when", "tension"), what=REMOVE),
        ["when: {situations: [complaint, own]}"],
    ),
    "the only draft goes": (Edit(("steps", 0, "drafts", 0), what=REMOVE), ["    drafts: []"]),
    "a whole step goes": (Edit(("steps", 0), what=REMOVE), []),
}


def new_lines(old: str, new: str) -> list[str]:
    return [line[2:] for line in ndiff(old.splitlines(), new.splitlines()) if line[0] == "+"]


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_writes_these_lines_and_no_others(name: str) -> None:
    edit, lines = EDITS[name]
    assert new_lines(TEXT, edited(TEXT, [edit], "x")) == lines


def test_a_removed_step_takes_its_lines_and_no_others() -> None:
    left = edited(TEXT, [Edit(("steps", 0), what=REMOVE)], "x")
    start, end = TEXT.index("  - kind: clarify"), TEXT.index("  # آخرین")
    assert left == TEXT[:start] + TEXT[end:]


def test_a_step_moves_with_its_comments() -> None:
    moved = edited(TEXT, [Edit(("steps", 1), what=MOVE, to=0)], "x")
    tree = read_tree(moved, "x")
    assert [reach(tree, ("steps", at, "kind"))[0] for at in (0, 1)] == ["part_ways", "clarify"]
    assert sorted(moved.splitlines()) == sorted(TEXT.splitlines())


def test_edits_follow_one_another() -> None:
    edits = [
        Edit(("signals", "phrases", 0), what=REMOVE),
        Edit(("signals", "phrases", 0), "چه شد"),
        Edit(("signals", "phrases", 2), "کجاست", INSERT),
    ]
    tree = read_tree(edited(TEXT, edits, "x"), "x")
    assert reach(tree, ("signals", "phrases"))[0] == ["چه شد", "نرسید", "کجاست"]


def test_line_ends_stay_as_they_are() -> None:
    text = "title: a\r\nsteps:\r\n  - b\r\n"
    assert edited(text, [Edit(("steps", 1), "c", INSERT)], "x") == text + "  - c\r\n"


@pytest.mark.parametrize(
    "edit",
    [
        Edit(("signals", "phrases", 1), "نه"),
        Edit(("steps", 1), what=MOVE, to=0),
        Edit(("signals", "phrases", 2), what=REMOVE),
        Edit(("steps", 0, "friendly"), items=["کدومش؟"]),
    ],
    ids=str,
)
def test_a_byte_order_mark_stays_and_changes_nothing(edit: Edit) -> None:
    """Notepad writes one."""
    assert edited("\ufeff" + TEXT, [edit], "x") == "\ufeff" + edited(TEXT, [edit], "x")


def test_an_empty_file_is_begun() -> None:
    assert edited("", [Edit(("name",), "آرامش")], "shop.yaml") == 'name: "آرامش"\n'
    assert edited("# shop", [Edit(("tone",), "formal")], "shop.yaml") == "# shop\ntone: formal\n"


def test_nothing_to_change_changes_nothing() -> None:
    same = Edit(("title",), "دیر رسید")
    assert edited(TEXT, [same, Edit(("steps", 1), what=MOVE, to=1)], "x") == TEXT


NOWHERE = [
    Edit((), "x"),
    Edit(("id", "x"), "x"),
    Edit(("steps", 2, "kind"), "x"),
    Edit(("steps", -1, "kind"), "x"),
    Edit(("examples", "fires", 1), "x", INSERT),
    Edit(("signals", "phrases", 4), "x", INSERT),
    Edit(("title", 0), "x", INSERT),
    Edit(("priority",), what=REMOVE),
    Edit(("steps", 0), what=MOVE, to=2),
    Edit(("when", "tension"), what=MOVE, to=0),
]


@pytest.mark.parametrize("edit", NOWHERE, ids=str)
def test_a_path_that_leads_nowhere_is_told(edit: Edit) -> None:
    with pytest.raises(EditError) as caught:
        edited(TEXT, [edit], "x")
    assert caught.value.message_id == "error-edit-nowhere"
    for language in LANGUAGES:
        assert variables(language)["error-edit-nowhere"] == set(caught.value.args_for_message)


def test_a_broken_file_and_a_hidden_letter_are_refused() -> None:
    wanted = {
        'a: 1\nb: "': ("error-edit-broken-file", Edit(("a",), "2")),
        "a: b\n": ("error-edit-impossible", Edit(("a",), "x\x00")),
    }
    for text, (message_id, edit) in wanted.items():
        with pytest.raises(EditError) as caught:
            edited(text, [edit], "x")
        assert caught.value.message_id == message_id
        for language in LANGUAGES:
            assert variables(language)[message_id] == set(caught.value.args_for_message)


# Thousands of edits of what managers and others write

ODD = [
    "a:\n- b\n- c # x\n-\n  d: [e, 'f',\n   \"g\"]\n  h:\n  i: |\n    text\n    more\n\n  # end",
    "x: {a: b, c: [d, {e: f}]}\ny: []\nz:\n",
    "a:\r\n  - b\r\n  - 'it''s'\r\nc: d\r\n",
    "k:\n  # first\n  - one\n  # second\n  - two\n\n  - three   # t\n\n\nm: n\n",
    'a:\n  - - b\n    - c\n  - [d]\ne: >+\n  folded\n\n\nf: "x\\\n  y"',
    "# only a comment\n",
    TEXT,
]
SHIPPED = [raw.decode() for raw in read_folder(ROOT / "playbooks").values()]
WORDS = [
    *("سلام", "a: b", "it's", 'say "x"', " lead", "trail ", "", "#no", "two\nlines", "[x", "{y}"),
    *("- z", "yes", "12", "نمی‌شود", "😀", "@x", "x #c", "\\back", "\t", "calm..heated", "~", "?"),
    *(
        ": x",
        "a:",
        "!t",
        "&a",
        "*a",
        "|",
        ">",
        "%",
        "`",
        "\u2028x",
        "\ufeff",
        "x\r\ny",
        "\x85",
        "---",
    ),
]


def paths(tree: Tree, path: Path = ()) -> Iterator[Path]:
    yield path
    match tree:
        case list():
            for number, item in enumerate(tree):
                yield from paths(item, (*path, number))
        case dict():
            for key, value in tree.items():
                yield from paths(value, (*path, key))


def any_value(chance: random.Random, depth: int = 0) -> Value:
    draw = chance.random()
    if draw < 0.75 or depth > 2:
        return chance.choice(WORDS)
    inside = [any_value(chance, depth + 1) for _ in range(chance.randrange(3))]
    return inside if draw < 0.88 else dict(zip(["kind", "x y", "سلام"], inside, strict=False))


def any_edit(chance: random.Random, tree: Tree) -> Edit:
    path, what = chance.choice(list(paths(tree))), chance.choice(list(What))
    there, _ = reach(tree, path)
    if what is INSERT:
        end = chance.randrange(len(there) + 1) if isinstance(there, list) else 0
        path = (*path, end) if isinstance(there, list | str) else (*path, "new", 0)
    elif what is What.SET and isinstance(there, dict) and chance.random() < 0.5:
        path = (*path, chance.choice(["new", "a b", "drafts"]))
    value = any_value(chance)
    match value:
        case str():
            return Edit(path, value, what, to=chance.randrange(3))
        case Mapping():
            return Edit(path, what=what, table=value)
        case _:
            return Edit(path, what=what, items=value)


def after(tree: Tree, edit: Edit) -> Tree:
    """What an edit means, said once more in plain lists and tables."""
    *above, last = edit.path
    value = tree_of(edit.value)
    inside, missing = reach(tree, tuple(above))
    if missing or (edit.what is INSERT and inside == ""):  # a list or key that is made
        *above, name = above
        inside, _ = reach(tree, tuple(above))
        value, last = [value], name
    match edit.what, inside, last:
        case What.INSERT, list(), int() if not missing:
            inside.insert(last, value)
        case What.REMOVE, list() | dict(), _:
            del inside[last]  # type: ignore[arg-type]
        case What.MOVE, list(), int():
            inside.insert(edit.to, inside.pop(last))
        case _, list() | dict(), _:
            inside[last] = value  # type: ignore[index]
    return tree


@pytest.mark.parametrize("seed", range(4))
def test_what_comes_out_reads_as_what_was_wanted(seed: int) -> None:
    chance = random.Random(seed)
    made = 0
    for _ in range(150 * TIMES):
        text = chance.choice(ODD if chance.random() < 0.85 else SHIPPED)
        edit = any_edit(chance, read_tree(text, "x"))
        new = outcome(text, edit)
        if new is None:
            continue
        made += 1
        wanted = after(read_tree(text, "x"), edit) if edit.path else tree_of(edit.value)
        assert read_tree(new, "x") == wanted
        there, missing = reach(read_tree(text, "x"), edit.path)
        if edit.what is What.SET and isinstance(there, str) and edit.text and not missing:
            assert lines_touched(text, new) <= there.count("\n") + 4  # four of a folded one
    assert made > 60 * TIMES


def outcome(text: str, edit: Edit) -> str | None:
    """The edited text, None where the path leads nowhere; no edit is impossible."""
    try:
        return edited(text, [edit], "x")
    except EditError as error:
        if error.message_id == "error-edit-nowhere":
            return None
        raise


def lines_touched(old: str, new: str) -> int:
    """How many of the old lines lie between the first and the last that differ."""
    before, later = old.splitlines(), new.splitlines()
    return len(before) - same_at_start(before, later) - same_at_start(before[::-1], later[::-1])


def same_at_start(before: list[str], later: list[str]) -> int:
    pairs = enumerate(zip(before, later, strict=False))
    return next((at for at, (one, other) in pairs if one != other), len(before))


@pytest.mark.parametrize("seed", range(2))
def test_any_value_can_be_made_of_any_other(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(10 * TIMES):
        text, other = chance.sample([*ODD, *SHIPPED[:2]], 2)
        wanted = read_tree(other, "x")
        assert (
            read_tree(edited(text, list(changes(read_tree(text, "x"), wanted)), "x"), "x") == wanted
        )


def test_a_form_that_sends_back_what_it_got_changes_nothing() -> None:
    assert list(changes(read_tree(TEXT, "x"), read_tree(TEXT, "x"))) == []
