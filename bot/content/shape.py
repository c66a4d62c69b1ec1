"""What a value may look like: the words in which formats.py says what files hold."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a text is for."""

    ID = "id"
    TITLE = "title"
    SITUATION = "situation"
    TENSION = "tension"
    MOMENT = "moment"
    PRIORITY = "priority"
    PHRASE = "phrase"
    STEP_KIND = "step_kind"
    ADVICE = "advice"
    DRAFT = "draft"
    NEED = "need"
    REMARK = "remark"
    DURATION = "duration"
    EXAMPLE = "example"
    SHOP_TEXT = "shop_text"
    SHOP_KIND = "shop_kind"
    TONE = "tone"
    AMOUNT = "amount"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class TextShape:
    """One text: one of `choices`, or after `pattern`, or free; `whole` bounds a number."""

    role: Role
    choices: tuple[str, ...] = ()
    pattern: str = ""
    whole: tuple[int, int] | None = None

    def allows(self, text: str) -> bool:
        """Whether a text is one of the choices, or follows the pattern."""
        if self.choices:
            return text in self.choices
        return not self.pattern or re.fullmatch(self.pattern, text) is not None


@dataclass(frozen=True, slots=True)
class ListShape:
    """A list of one kind of thing, `at_least` so many of them."""

    item: "Shape"
    at_least: int = 0


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a table; `meaning` is shown by editors as one types."""

    name: str
    shape: "Shape"
    meaning: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class TableShape:
    """A table of known keys, `at_least` so many of them present.

    Where the key `alone` is there, no other is required.
    """

    fields: tuple[Field, ...]
    at_least: int = 0
    alone: str = ""

    def field(self, name: str) -> Field | None:
        """The key of that name, or None."""
        return next((field for field in self.fields if field.name == name), None)

    @property
    def names(self) -> tuple[str, ...]:
        """All keys."""
        return tuple(field.name for field in self.fields)


@dataclass(frozen=True, slots=True)
class LanguageShape:
    """One text for all languages, or a table with one for each: `{fa: …, en: …}`."""

    text: TextShape


type Shape = TextShape | ListShape | TableShape | LanguageShape
