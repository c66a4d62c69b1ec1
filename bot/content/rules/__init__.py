"""One small rule per mistake of a manager; each has a clean and a broken file in its test.

A rule is named after its mistake, and its sentence in `locales/*/content.ftl` after the rule:
`UnknownKey` says `rule-unknown-key`.
"""

from bot.content.rules.books import BOOK_RULES
from bot.content.rules.drafts import DRAFT_RULES
from bot.content.rules.fields import FIELD_RULES
from bot.content.rules.folders import FOLDER_RULES
from bot.content.rules.phrases import PHRASE_RULES
from bot.content.rules.rule import BookRule, Document, Folder, FolderRule, Place, PlaceRule, Rule
from bot.content.rules.structure import STRUCTURE_RULES

PLACE_RULES: tuple[PlaceRule, ...] = (
    *STRUCTURE_RULES,
    *FIELD_RULES,
    *DRAFT_RULES,
    *PHRASE_RULES,
)
RULES: tuple[Rule, ...] = (*PLACE_RULES, *BOOK_RULES, *FOLDER_RULES)

__all__ = [
    "BOOK_RULES",
    "FOLDER_RULES",
    "PLACE_RULES",
    "RULES",
    "BookRule",
    "Document",
    "Folder",
    "FolderRule",
    "Place",
    "PlaceRule",
    "Rule",
]
