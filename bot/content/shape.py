"""The playbook format as one table: the rules check by it, the JSON Schema is made from it."""

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.content.phrases import PHRASE_PATTERN
from bot.core.assessment import Situation, Tension
from bot.core.playbook import Moment, StepKind
from bot.core.wording import PLACEHOLDERS

HIGHEST_PRIORITY = 100


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
    """A table of known keys, `at_least` so many of them present."""

    fields: tuple[Field, ...]
    at_least: int = 0

    def field(self, name: str) -> Field | None:
        """The key of that name, or None."""
        return next((field for field in self.fields if field.name == name), None)

    @property
    def names(self) -> tuple[str, ...]:
        """All keys."""
        return tuple(field.name for field in self.fields)


type Shape = TextShape | ListShape | TableShape


def _tension_ranges() -> tuple[str, ...]:
    """Every way to write a range: `calm`, `calm..uneasy` … `abusive`."""
    names = [tension.name.lower() for tension in Tension]
    spans = [f"{low}..{high}" for at, low in enumerate(names) for high in names[at + 1 :]]
    return (*names, *spans)


# Words, or words in square brackets that may hold placeholders: says at once that brackets close,
# that names are known and that none stands bare.
_NAMES = "|".join(PLACEHOLDERS)
_DRAFT_PATTERN = rf"(?:[^\[\]{{}}]|\[(?:[^\[\]{{}}]|\{{(?:{_NAMES})\}})*\])*"
_PRIORITY_PATTERN = r"100|[1-9]?[0-9]|۱۰۰|[۱-۹]?[۰-۹]"
_DURATION_PATTERN = r"[1-9۱-۹][0-9۰-۹]{0,2}[mh]|[1-9۱-۹][0-9۰-۹]?d"
_ID_PATTERN = r"[a-z][a-z0-9_]{0,31}"

_PHRASES = ListShape(TextShape(Role.PHRASE, pattern=PHRASE_PATTERN))
_EXAMPLES = ListShape(TextShape(Role.EXAMPLE))

_WHEN = TableShape(
    (
        Field(
            "situations",
            ListShape(TextShape(Role.SITUATION, choices=tuple(Situation))),
            "What the customer does; an empty list stands for anything.",
        ),
        Field(
            "tension",
            TextShape(Role.TENSION, choices=_tension_ranges()),
            "How heated the customer is: one of the four, or a range such as calm..heated.",
        ),
        Field(
            "moment",
            TextShape(Role.MOMENT, choices=tuple(Moment)),
            "calmed: once the customer has come down from trouble.",
        ),
    ),
    at_least=1,
)

_SIGNALS = TableShape(
    (
        Field("phrases", _PHRASES, "Words that raise the situation alone, as people type them."),
        Field("hints", _PHRASES, "Words that count only when something else agrees."),
        Field("unless", _PHRASES, "Words that take phrases and hints back."),
    ),
    at_least=1,
)

_STEP = TableShape(
    (
        Field(
            "kind",
            TextShape(Role.STEP_KIND, choices=tuple(StepKind)),
            "What the seller does now.",
            required=True,
        ),
        Field("advice", TextShape(Role.ADVICE), "One line to the seller.", required=True),
        Field(
            "drafts",
            ListShape(TextShape(Role.DRAFT, pattern=_DRAFT_PATTERN), at_least=1),
            "Words to the customer, ready to send; names stand in square brackets: [, {customer}].",
            required=True,
        ),
        Field(
            "needs",
            TextShape(Role.NEED, choices=("manager",)),
            "manager: the seller may not grant this alone.",
        ),
    )
)

_AVOIDANCE = TableShape(
    (
        Field("write", TextShape(Role.REMARK), "Words not to write.", required=True),
        Field("why", TextShape(Role.REMARK), "Why not.", required=True),
    )
)

_EXAMPLE_TABLE = TableShape(
    (
        Field("fires", _EXAMPLES, "Customer messages that must lead here."),
        Field("quiet", _EXAMPLES, "Look-alikes that must not."),
    ),
    at_least=1,
)

PLAYBOOK = TableShape(
    (
        Field(
            "id",
            TextShape(Role.ID, pattern=_ID_PATTERN),
            "The file's name without .yaml; the same in every language.",
            required=True,
        ),
        Field("title", TextShape(Role.TITLE), "What people call this.", required=True),
        Field("when", _WHEN, "When this playbook speaks.", required=True),
        Field(
            "priority",
            TextShape(Role.PRIORITY, pattern=_PRIORITY_PATTERN, whole=(0, HIGHEST_PRIORITY)),
            "Of several playbooks that fit, the highest speaks.",
        ),
        Field("signals", _SIGNALS, "Words that raise this playbook's situations."),
        Field(
            "steps", ListShape(_STEP, at_least=1), "The ladder, first step first.", required=True
        ),
        Field("avoid", ListShape(_AVOIDANCE), "What not to write, and why."),
        Field(
            "follow_up",
            TextShape(Role.DURATION, pattern=_DURATION_PATTERN),
            "When to look back after a good end: 30m, 2h, 2d.",
        ),
        Field("examples", _EXAMPLE_TABLE, "Messages that prove the playbook."),
    )
)
