"""What Aram hears is asked only where there is somebody to ask, and only of the changed files."""

from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from bot.content.check import check

BOOK = """\
id: {id}
title: نمونه
when: {{situations: [{situation}]{when}}}
signals: {{phrases: [کو {id}], hints: [چند]}}
steps:
  - kind: clarify
    advice: بپرسید.
    drafts: [کدام؟]
examples: {{fires: [پولم کو], quiet: [سلام]}}
"""


@dataclass
class DeafHearing:
    """Opens nothing for any message, and keeps what it was asked."""

    examples_of: Container[str] = ()
    calm_total: int = 1000
    asked: list[str] = field(default_factory=list)

    def calm_turns(self, phrases: Sequence[str]) -> list[int]:
        self.asked += phrases
        return [0 for _ in phrases]

    def leads_to(self, text: str) -> str | None:
        self.asked.append(text)
        return None

    def belongs_to(self, text: str) -> frozenset[str]:
        self.asked.append(text)
        return frozenset()


def book(name: str, situation: str, when: str = "") -> bytes:
    return BOOK.format(id=name, situation=situation, when=when).encode()


TEXTS = {
    "fa/a.yaml": book("a", "complaint"),
    "fa/b.yaml": book("b", "leaving"),
    "fa/c.yaml": book("c", "", ", moment: calmed"),
}


def test_without_a_hearing_nothing_is_asked() -> None:
    assert check(TEXTS).problems == ()


def test_hints_may_be_as_common_as_they_like() -> None:
    hearing = DeafHearing()
    assert check(TEXTS, hearing=hearing).problems == ()
    assert hearing.asked == ["کو a", "کو b", "کو c"]


def test_only_examples_of_the_files_asked_about_are_listened_to() -> None:
    hearing = DeafHearing(examples_of={"fa/b.yaml"})
    problems = check(TEXTS, hearing=hearing).problems
    assert [(each.file, each.message_id) for each in problems] == [
        ("fa/b.yaml", "rule-silent-example")
    ]
    assert hearing.asked[3:] == ["پولم کو", "سلام"]


def test_an_overlay_has_the_examples_of_its_base_heard_again() -> None:
    texts = TEXTS | {
        "shop.yaml": b"kind: food",
        "kinds/food/fa/b.yaml": "id: b\nexamples: {fires: [غذا کو]}\n".encode(),
    }
    hearing = DeafHearing(examples_of={"kinds/food/fa/b.yaml"})
    problems = check(texts, hearing=hearing).problems
    assert [(each.file, each.args["example"]) for each in problems] == [
        ("fa/b.yaml", "پولم کو"),
        ("kinds/food/fa/b.yaml", "غذا کو"),
    ]


def test_what_follows_a_trouble_is_opened_by_no_message() -> None:
    assert check(TEXTS, hearing=DeafHearing(examples_of={"fa/c.yaml"})).problems == ()
