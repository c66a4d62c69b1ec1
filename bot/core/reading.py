"""A text as read: the types that language hands on and detection takes."""

from dataclasses import dataclass
from enum import StrEnum

type Span = tuple[int, int]


class Script(StrEnum):
    """How a text is written: «سلام» is PERSIAN, "salam" FINGLISH, "hello" ENGLISH, "👍 ۵" NONE.

    NONE means no letters that Aram reads; all Arabic script counts as PERSIAN, a Persian text with
    Finglish or much English as MIXED.
    """

    PERSIAN = "persian"
    FINGLISH = "finglish"
    ENGLISH = "english"
    MIXED = "mixed"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class View:
    """One way to read a text: folded tokens, each with its `[start, end)` in the original text.

    The names are "typed" (as written), "plain" (dodged spelling undone) and "finglish" (turned to
    Persian). Tokens may share a span: one Finglish word can be two Persian ones.
    """

    name: str
    tokens: tuple[str, ...]
    spans: tuple[Span, ...]

    @property
    def folded(self) -> str:
        """The tokens in one line: «سلام كتاب‌ها كو؟» becomes "سلام کتابها کو"."""
        return " ".join(self.tokens)


@dataclass(frozen=True, slots=True)
class Marks:
    """What a text shows besides its words; `stretched` counts runs as in «سلاااام»."""

    questions: int
    exclamations: int
    stretched: int
    emoji: tuple[str, ...]
    shouting: bool
    length: int
    lines: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as read: `original` untouched, `views[0]` "typed".

    `plain` is the text in one line with its marks, folded, Finglish turned to Persian: what trained
    models read.
    """

    original: str
    script: Script
    views: tuple[View, ...]
    marks: Marks
    plain: str
