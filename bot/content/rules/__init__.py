"""One small rule per mistake of a manager; each has a clean and a broken file in its test.

A rule is named after its mistake, and its sentence in `locales/*/content.ftl` after the rule:
`UnknownKey` says `rule-unknown-key`.
"""

from bot.content.rules.books import BOOK_RULES
from bot.content.rules.drafts import DRAFT_RULES
from bot.content.rules.fields import FIELD_RULES
from bot.content.rules.folders import FOLDER_RULES
from bot.content.rules.hearing import HEARING_RULES
from bot.content.rules.lengths import FITTING_RULES, LENGTH_RULES
from bot.content.rules.overlays import OVERLAY_RULES, PLACING_RULES
from bot.content.rules.own import OWN_RULES
from bot.content.rules.phrases import PHRASE_RULES
from bot.content.rules.repertoire import REPERTOIRE_RULES, TONE_RULES
from bot.content.rules.rule import Hearing, HouseRule, Place, PlaceRule, Rule
from bot.content.rules.shop import SHOP_RULES
from bot.content.rules.structure import STRUCTURE_RULES

PLACE_RULES: tuple[PlaceRule, ...] = (
    *STRUCTURE_RULES,
    *FIELD_RULES,
    *DRAFT_RULES,
    *LENGTH_RULES,
    *PHRASE_RULES,
    *OWN_RULES,
    *PLACING_RULES,
)
HOUSE_RULES: tuple[HouseRule, ...] = (*FITTING_RULES, *TONE_RULES)
RULES: tuple[Rule, ...] = (
    *PLACE_RULES,
    *BOOK_RULES,
    *OVERLAY_RULES,
    *FOLDER_RULES,
    *SHOP_RULES,
    *HOUSE_RULES,
    *REPERTOIRE_RULES,
    *HEARING_RULES,
)

__all__ = [
    "BOOK_RULES",
    "FOLDER_RULES",
    "HEARING_RULES",
    "HOUSE_RULES",
    "OVERLAY_RULES",
    "PLACE_RULES",
    "REPERTOIRE_RULES",
    "RULES",
    "SHOP_RULES",
    "Hearing",
    "Place",
    "Rule",
]
