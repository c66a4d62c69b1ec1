"""The managers' screens by themselves: what fits a message, a button, a line of the difference."""

from dataclasses import replace

import pytest

from bot.app import build_locales
from bot.content.difference import Line, difference
from bot.content.problems import Problem, Severity
from bot.core.edition import Change, Deed, Version, Way
from bot.core.playbook import Playbook, Step, StepKind
from bot.locale import Locale
from bot.publishing.publisher import Declined, Prepared, Refused
from bot.store.usage import NEVER_USED, Usage
from handlers.numbers import LARGEST_NUMBER
from handlers.playbooks.buttons import (
    DownloadButton,
    FilesButton,
    HistoryButton,
    ListButton,
    OpenButton,
    ProposalButton,
    ProposalDeed,
    RollBackButton,
    TextButton,
    TextDeed,
    TurnButton,
    VersionButton,
    at_of,
    path_of,
)
from handlers.playbooks.difference import as_document, draw_difference
from handlers.playbooks.history import draw_history, draw_version
from handlers.playbooks.listing import Listed, draw_list
from handlers.playbooks.moments import when
from handlers.playbooks.naming import file_named, travelling_name
from handlers.playbooks.proposals import draw_prepared, draw_published
from handlers.playbooks.refusals import draw_declined
from handlers.playbooks.room import cut, fitting, size
from handlers.playbooks.together import merged
from handlers.writing import Drawn
from tests.stage import read

LOCALES = build_locales()
FA, EN = LOCALES.get("fa"), LOCALES.get("en")
MOST_LETTERS = 4096
CALLBACK_BYTES = 64
NOW = 1_795_000_000.0
VERSION = Version(
    7, "fa/insult.yaml", "id: insult\n", True, Deed.EDIT, Way.CHAT, NOW - 7200, 5, "رضا"
)
STEP = Step(StepKind.SET_BOUNDARY, "توصیه", ("پیش‌نویس",))
PLAYBOOK = Playbook("insult", "توهین", frozenset(), (STEP,))


def labels(drawn: Drawn) -> list[str]:
    rows = drawn.keyboard.inline_keyboard if drawn.keyboard is not None else []
    return [read(each.text) for row in rows for each in row]


# Buttons


@pytest.mark.parametrize(
    "said",
    [
        ListButton(page=9999),
        OpenButton(id="x" * 32, locale="ckb", page=-1),
        TextButton(version=LARGEST_NUMBER, at="steps.999.friendly.999", deed=TextDeed.INSERT),
        TurnButton(version=LARGEST_NUMBER, on=False),
        FilesButton(id="x" * 32, locale="ckb"),
        FilesButton(id="", locale=""),
        DownloadButton(version=LARGEST_NUMBER),
        ProposalButton(proposal=LARGEST_NUMBER, deed=ProposalDeed.PUBLISH),
        HistoryButton(version=LARGEST_NUMBER, page=9999),
        VersionButton(version=LARGEST_NUMBER, whole=True, page=9999, of_all=True),
        RollBackButton(version=LARGEST_NUMBER),
    ],
    ids=lambda said: type(said).__name__,
)
def test_the_longest_button_fits_and_reads_back(said: ListButton) -> None:
    packed = said.pack()
    assert len(packed.encode()) <= CALLBACK_BYTES
    assert type(said).unpack(packed) == said


@pytest.mark.parametrize(
    "path", [("title",), ("steps", 0, "advice"), ("steps", 11, "friendly", 2), ("avoid", 0, "why")]
)
def test_a_path_survives_a_button(path: tuple[str | int, ...]) -> None:
    assert path_of(at_of(path)) == path


# The list


def entries(count: int, title: str) -> list[Listed]:
    return [
        Listed(replace(PLAYBOOK, id=f"p{number}", title=title), number % 2 == 0, Usage(10**6))
        for number in range(count)
    ]


@pytest.mark.parametrize("page", [-1, 0, 3, 24, 10**6])
@pytest.mark.parametrize("locale", [FA, EN], ids=["fa", "en"])
def test_two_hundred_playbooks_with_long_titles_fit_page_by_page(page: int, locale: Locale) -> None:
    drawn = draw_list(entries(200, "<b>&😡" * 100), page, locale)
    assert size(drawn.text) <= MOST_LETTERS
    assert all(len(label) <= 64 for label in labels(drawn))
    assert "<b>&" not in drawn.text.replace("<b>📘", "")


def test_the_list_says_what_is_off_and_how_it_went() -> None:
    used = Usage(shown=12, worked=4, calmed=3, dismissed=2)
    drawn = draw_list([Listed(PLAYBOOK, False, used), Listed(PLAYBOOK, True, NEVER_USED)], 0, FA)
    text = read(drawn.text)
    assert "⚪️ <b>توهین</b> (خاموش) · ۱۲ کارت · ✅ ۷ · 👌 ۲" in text
    assert "🟢 <b>توهین</b> · بی‌کارت" in text
    assert "برگ" not in text  # one page needs no number


def test_the_managers_page_is_opened_from_the_list_where_it_is_set() -> None:
    address = "https://aram.example/panel"
    drawn = draw_list([], 0, FA, panel_url=address)
    assert drawn.keyboard is not None
    apps = [each.web_app for row in drawn.keyboard.inline_keyboard for each in row if each.web_app]
    assert [app.url for app in apps] == [address]
    assert "صفحهٔ مدیر" not in " ".join(labels(draw_list([], 0, FA)))


# The difference


def test_lines_are_marked_escaped_and_read_in_their_own_direction() -> None:
    lines = (Line("@", "-8,2 +9,3"), Line("-", "  - <b>کهنه"), Line("+", "kind: x"), Line(" ", "a"))
    text, is_whole = draw_difference(lines, FA, 4000)
    assert is_whole
    assert text.split("\n") == [
        "⋯ خط ۹",
        "➖ <s>\u2067- &lt;b&gt;کهنه\u2069</s>",
        "➕ <b>\u2066kind: x\u2069</b>",
        "▫️ \u2066a\u2069",
    ]


def test_a_line_cannot_turn_the_message_around() -> None:
    text, _ = draw_difference((Line("+", "الف\u202eب\u2067\u2069"),), FA, 4000)
    assert text == "➕ <b>\u2067الفب\u2069</b>"


@pytest.mark.parametrize("count", [1, 1000])
def test_what_has_no_room_is_cut_and_said_to_be(count: int) -> None:
    lines = tuple(Line("+", "&" * 700) for _ in range(count))
    text, is_whole = draw_difference(lines, FA, 3000)
    assert size(text) <= 3000  # the most that was asked for
    assert not is_whole
    assert as_document(lines).count("\n") == count


# Proposals and refusals


def change(text: str | None, *, deed: Deed = Deed.EDIT, is_on: bool = True) -> Change:
    return Change("fa/insult.yaml", text, is_on, deed, Way.CHAT, 7, 5, "رضا")


@pytest.mark.parametrize("locale", [FA, EN], ids=["fa", "en"])
@pytest.mark.parametrize("lines", [1, 5000])
@pytest.mark.parametrize("problems", [0, 300])
def test_a_proposal_fits_with_all_its_problems(lines: int, problems: int, locale: Locale) -> None:
    new = "".join(f"- خط <{number}> & {'ب' * 60}\n" for number in range(lines))
    issue = Problem("fa/insult.yaml", 3, 1, "rule-same-draft-twice", {"first": 2}, Severity.ISSUE)
    ready = Prepared(3, change(new), difference("id: x\n", new), (issue,) * problems)
    drawn, is_whole = draw_prepared(ready, locale)
    assert size(drawn.text) <= MOST_LETTERS
    assert is_whole is (lines == 1)
    before = replace(VERSION, text="id: x\n")
    after = replace(VERSION, text=new, number=8)
    assert size(draw_published(after, before, locale).text) <= MOST_LETTERS
    described = draw_version(
        after, before, VersionButton(version=8), locale, now=NOW, is_newest=False
    )
    assert size(described.text) <= MOST_LETTERS


def test_a_proposal_that_silences_offers_no_card() -> None:
    off = Prepared(3, change("id: x\n", deed=Deed.TURN_OFF, is_on=False), ())
    on = Prepared(3, change("id: x\n", deed=Deed.TURN_ON), ())
    assert "🎭 کارت را ببینم" not in labels(draw_prepared(off, FA)[0])
    assert "🎭 کارت را ببینم" in labels(draw_prepared(on, FA)[0])


def test_every_problem_is_told_with_line_and_remedy_until_there_is_no_room() -> None:
    found = tuple(
        Problem("fa/<b>.yaml", line, 1, "rule-empty-value", {"key": "<i>"}) for line in range(50)
    )
    text = draw_declined(Declined(Refused.BROKEN, found), FA, now=NOW).text
    assert size(text) <= MOST_LETTERS
    said = read(text)
    assert "خط ۰، خطا" in said
    assert "خط ۱۱، خطا" in said
    assert "خط ۱۲، خطا" not in said
    assert "… و ۳۸ مورد دیگر" in said
    assert "<b>.yaml" not in said
    assert "چیزی برایش بنویسید" in said


@pytest.mark.parametrize("locale", [FA, EN], ids=["fa", "en"])
@pytest.mark.parametrize("reason", Refused)
def test_every_refusal_has_its_sentence(reason: Refused, locale: Locale) -> None:
    text = draw_declined(Declined(reason, meanwhile=VERSION), locale, now=NOW).text
    assert "playbooks-" not in text
    assert len(read(text)) > 20


def test_a_conflict_names_who_what_and_when() -> None:
    meanwhile = replace(VERSION, number=8, text="id: insult\ntitle: تازه\n", by_name="<i>رضا")
    declined = Declined(Refused.CONFLICT, meanwhile=meanwhile)
    text = read(draw_declined(declined, FA, now=NOW, base=VERSION).text)
    assert "&lt;i&gt;رضا" in text
    assert "نسخهٔ ۸ از fa/insult.yaml" in text
    assert "(۲ ساعت پیش)" in text
    assert "title: تازه" in text


# History


@pytest.mark.parametrize(
    ("seconds", "fa", "en"),
    [
        (0, "همین حالا", "just now"),
        (59, "همین حالا", "just now"),
        (60, "۱ دقیقه پیش", "1 minute ago"),
        (7200, "۲ ساعت پیش", "2 hours ago"),
        (86_400 * 3, "۳ روز پیش", "3 days ago"),
        (-5, "همین حالا", "just now"),  # a clock of another machine
    ],
)
def test_when_is_said_in_the_readers_calendar(seconds: int, fa: str, en: str) -> None:
    at = 1_795_433_000.0  # 23 November 2026, 14:53 in Tehran
    assert when(at, at + seconds, FA).endswith(f"({fa})")
    assert when(at, at + seconds, FA).startswith("۲ آذر ۱۴۰۵، ")
    assert when(at, at + seconds, EN).startswith("23 November 2026, ")
    assert when(at, at + seconds, EN).endswith(f"({en})")


@pytest.mark.parametrize("locale", [FA, EN], ids=["fa", "en"])
@pytest.mark.parametrize("deed", Deed)
@pytest.mark.parametrize("way", Way)
def test_every_deed_by_every_door_has_words(deed: Deed, way: Way, locale: Locale) -> None:
    version = replace(VERSION, deed=deed, way=way, by_name=None, file="x" * 200)
    drawn = draw_history(version, (version,) * 7, HistoryButton(version=7), locale, now=NOW)
    assert "playbooks-" not in drawn.text
    assert size(drawn.text) <= MOST_LETTERS
    proposed = Prepared(1, change("id: x\n", deed=deed), ())
    assert "playbooks-" not in draw_prepared(proposed, locale)[0].text


def test_older_versions_are_a_page_away() -> None:
    page = HistoryButton(version=7, page=1)
    assert "قدیمی‌ترها ›" in labels(draw_history(VERSION, (VERSION,) * 7, page, FA, now=NOW))
    last = labels(draw_history(VERSION, (VERSION,) * 6, page, FA, now=NOW))
    assert "قدیمی‌ترها ›" not in last
    assert "‹ تازه‌ترها" in last


def test_the_newest_version_cannot_be_rolled_back_to() -> None:
    said = VersionButton(version=7)
    newest = draw_version(VERSION, None, said, FA, now=NOW, is_newest=True)
    older = draw_version(VERSION, None, said, FA, now=NOW, is_newest=False)
    assert "↩️ برگرد به نسخهٔ ۷" not in labels(newest)
    assert "↩️ برگرد به نسخهٔ ۷" in labels(older)


# Files


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("fa/late_delivery.yaml", "late_delivery.fa.yaml"),
        ("kinds/food/fa/insult.yaml", "insult.fa.food.yaml"),
        ("shop.yaml", "shop.yaml"),
    ],
)
def test_a_file_comes_back_under_the_name_it_went_out(file: str, name: str) -> None:
    assert travelling_name(file) == name
    assert file_named(name, "", "") == file


@pytest.mark.parametrize(
    ("name", "caption", "text", "file"),
    [
        ("insult.yaml", "", "title: توهین", "fa/insult.yaml"),  # the letters tell the language
        ("insult.yaml", "", "title: Insult", "en/insult.yaml"),
        ("insult.fa (2).yaml", "", "", "fa/insult.yaml"),  # saved a second time
        ("Insult.FA.YML", "", "", "fa/insult.yaml"),
        ("shop (1).yaml", "", "", "shop.yaml"),
        ("insult.yaml", "kinds/cosmetics/fa/", "", "kinds/cosmetics/fa/insult.yaml"),
        ("x.yaml", "en/insult.yaml", "", "en/insult.yaml"),
        ("insult.fa.yaml", "این را عوض کردم", "", "fa/insult.yaml"),  # a caption of words
        ("برنامه.yaml", "", "", None),
        ("../../etc/passwd.yaml", "", "", None),
        ("\u202einsult.fa.yaml", "", "", None),
        (f"{'x' * 200}.fa.yaml", "", "", None),
        ("insult.fa.yaml", f"kinds/{'x' * 300}/fa/", "", "fa/insult.yaml"),  # no disk takes it
        ("insult.fa.yaml", "kinds/\u202e/fa/", "", "fa/insult.yaml"),
        ("insult.yaml", "../../fa/", "title: توهین", "fa/insult.yaml"),  # no place of ours
    ],
)
def test_a_document_is_known_by_caption_or_name(
    name: str, caption: str, text: str, file: str | None
) -> None:
    assert file_named(name, caption, text) == file


# Two changes put together


@pytest.mark.parametrize(
    ("mine", "theirs", "both"),
    [
        ("A\nb\nc\n", "a\nb\nC\n", "A\nb\nC\n"),
        ("A\nb\nc\n", "a\nB\nc\n", "A\nB\nc\n"),  # neighbours, each with a line of its own
        ("a\nb\nc\nd\n", "A\nb\nc\n", "A\nb\nc\nd\n"),
        ("A\nb\nc\n", "A\nb\nc\n", "A\nb\nc\n"),  # the same change by both
        ("A\nb\nc\n", "X\nb\nc\n", None),  # the same line
        ("a\nx\nb\nc\n", "a\ny\nb\nc\n", None),  # both add at one place
        ("a\nx\nb\nc\n", "a\nB\nc\n", None),  # one adds where the other changes
        ("c\n", "a\nB\nc\n", None),  # one removes what the other changes
    ],
)
def test_changes_of_different_lines_are_put_together(
    mine: str, theirs: str, both: str | None
) -> None:
    assert merged("a\nb\nc\n", mine, theirs) == both
    assert merged("a\nb\nc\n", theirs, mine) == both


# Room


def test_paragraphs_are_kept_whole_or_not_at_all() -> None:
    assert fitting(["😀" * 10, "b" * 10], 25) == ["😀" * 10]  # an emoji counts two
    assert fitting(["a" * 30, "b"], 25) == []
    assert fitting(["a", "b", "c"], 10, between="\n") == ["a", "b", "c"]


@pytest.mark.parametrize("line", ["", "ب", "&", "😡"])
def test_thousands_of_short_lines_fit_with_their_marks_of_direction(line: str) -> None:
    new = "".join(f"{line}{number}\n" for number in range(5000))
    drawn, _ = draw_prepared(Prepared(3, change(new), difference("", new)), FA)
    assert len(drawn.text.encode("utf-16-le")) // 2 <= MOST_LETTERS


@pytest.mark.parametrize(("text", "shown"), [("abc", "abc"), ("abcd", "ab…"), ("a bcd", "a…")])
def test_a_cut_text_says_so(text: str, shown: str) -> None:
    assert cut(text, 3) == shown
