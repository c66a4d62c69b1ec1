"""The three formats as tables: the rules check by them, the JSON Schemas are made from them."""

from dataclasses import replace
from enum import StrEnum

from bot.content.phrases import PHRASE_PATTERN
from bot.content.shape import Field, LanguageShape, ListShape, Role, TableShape, TextShape
from bot.core.assessment import Situation, Tension
from bot.core.house import Tone
from bot.core.playbook import Moment, StepKind
from bot.core.wording import PLACEHOLDERS

HIGHEST_PRIORITY = 100
HIGHEST_AMOUNT = 10**12
OWN = "own"
REPLACE, BEFORE, AFTER, REMOVE = PLACINGS = ("replace", "before", "after", "remove")


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
            ListShape(TextShape(Role.SITUATION, choices=(*Situation, OWN))),
            "What the customer does; an empty list stands for anything, own for what the "
            "playbook's own phrases and examples show.",
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

_DRAFTS = ListShape(TextShape(Role.DRAFT, pattern=_DRAFT_PATTERN), at_least=1)

STEP_KIND = TextShape(Role.STEP_KIND, choices=tuple(StepKind))

_STEP = TableShape(
    (
        Field(
            "kind",
            STEP_KIND,
            "What the seller does now.",
            required=True,
        ),
        Field("advice", TextShape(Role.ADVICE), "One line to the seller.", required=True),
        Field(
            "drafts",
            _DRAFTS,
            "Words to the customer, ready to send; names stand in square brackets: [, {customer}].",
            required=True,
        ),
        Field("friendly", _DRAFTS, "The same words for shops whose tone is friendly (تو)."),
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

_PLACED_STEP = TableShape(
    (
        Field(REPLACE, STEP_KIND, "The base's step in whose place this one comes."),
        Field(BEFORE, STEP_KIND, "The step before which this one comes."),
        Field(AFTER, STEP_KIND, "The step after which this one comes."),
        Field(REMOVE, STEP_KIND, "The base's step that falls away; nothing else stands beside it."),
        *_STEP.fields,
    ),
    alone=REMOVE,
)

OVERLAY = TableShape(
    tuple(
        replace(
            field,
            required=field.name == "id",
            shape=ListShape(_PLACED_STEP, at_least=1) if field.name == "steps" else field.shape,
        )
        for field in PLAYBOOK.fields
    )
)

_AMOUNT_PATTERN = r"[0-9۰-۹]{1,12}|[0-9۰-۹]{1,3}(?:[,٬،_][0-9۰-۹]{3}){1,3}"
_SHOP_TEXT = LanguageShape(TextShape(Role.SHOP_TEXT))
_NAMES_OF = ListShape(TextShape(Role.NAME))

SHOP = TableShape(
    (
        Field("name", _SHOP_TEXT, "The shop's name: {shop} in drafts."),
        Field("kind", TextShape(Role.SHOP_KIND), "The folder in kinds/ whose overlays apply."),
        Field(
            "tone",
            TextShape(Role.TONE, choices=tuple(Tone)),
            "formal says شما to customers, friendly says تو.",
        ),
        Field(
            "refund_limit",
            TextShape(Role.AMOUNT, pattern=_AMOUNT_PATTERN, whole=(0, HIGHEST_AMOUNT - 1)),
            "Up to how many toman a seller refunds alone: {refund_limit}.",
        ),
        Field("return_policy", _SHOP_TEXT, "When goods can be returned: {return_policy}."),
        Field("alternatives", _SHOP_TEXT, "What can be offered instead: {alternatives}."),
        Field("working_hours", _SHOP_TEXT, "When the shop answers: {working_hours}."),
        Field("other_shops", _NAMES_OF, "Shops to name when parting: {other_shops}."),
        Field("products", _NAMES_OF, "Words that show which thing a message is about: {product}."),
    )
)


class Format(StrEnum):
    """The kinds of file."""

    PLAYBOOK = "playbook"
    SHOP = "shop"
    OVERLAY = "overlay"


FORMATS = {Format.PLAYBOOK: PLAYBOOK, Format.SHOP: SHOP, Format.OVERLAY: OVERLAY}
