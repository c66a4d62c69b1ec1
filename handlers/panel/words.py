"""The page's words in the reader's language, sent to it once at the sign-in."""

from collections.abc import Mapping

from bot.content.files import Spot
from bot.content.formats import OWN, PLACINGS
from bot.core.assessment import Situation, Tension
from bot.core.edition import Deed, Way
from bot.core.house import Tone
from bot.core.playbook import Moment, StepKind
from bot.core.wording import PLACEHOLDERS
from bot.locale import Locale
from handlers.writing import RIGHT_TO_LEFT

WORDS: Mapping[str, tuple[str, ...]] = {
    "add-draft": (),
    "add-example": (),
    "add-friendly": (),
    "add-line": (),
    "add-phrase": (),
    "add-step": (),
    "add-words": (),
    "advice": (),
    "all-history": (),
    "avoid": (),
    "avoid-why": (),
    "avoid-write": (),
    "back": (),
    "brackets-hint": (),
    "calmed": ("n",),
    "cancel": (),
    "change-text": (),
    "close": (),
    "conflict": ("name", "when"),
    "conflict-mine": (),
    "conflict-theirs": (),
    "conflict-title": (),
    "delete": (),
    "discard": (),
    "discard-sure": (),
    "dismissed": ("n",),
    "draft": ("n",),
    "drafts": (),
    "errors": ("n",),
    "examples": (),
    "examples-hint": (),
    "files": (),
    "fires": (),
    "follow-up": (),
    "follow-up-hint": (),
    "friendly": (),
    "friendly-hint": (),
    "go": (),
    "hints": (),
    "hints-hint": (),
    "history": (),
    "history-empty": (),
    "history-of": ("file",),
    "idle": ("file",),
    "in-force": (),
    "issues": ("n",),
    "kept-draft": (),
    "language-en": (),
    "language-fa": (),
    "loading": (),
    "moment": (),
    "more": (),
    "move-down": (),
    "move-up": (),
    "my-text": (),
    "needs-manager": (),
    "new-playbook": (),
    "new-playbook-hint": (),
    "new-playbook-id": (),
    "no-changes": (),
    "no-preview": (),
    "nobody": (),
    "not-used": (),
    "off": (),
    "offline": (),
    "on": (),
    "open": (),
    "overlay-hint": ("kind",),
    "own": (),
    "own-hint": (),
    "phrases": (),
    "phrases-hint": (),
    "placing": (),
    "placing-end": (),
    "placing-of": (),
    "playbook": (),
    "playbooks": (),
    "playbooks-none": (),
    "preview": (),
    "preview-old": (),
    "preview-step": ("n", "of"),
    "preview-title": (),
    "priority": (),
    "priority-hint": (),
    "publish": (),
    "publish-sure": (),
    "published": ("n",),
    "quiet": (),
    "ready": (),
    "remove-line": (),
    "roll-back": (),
    "roll-back-sure": ("n",),
    "rolled-back": ("n",),
    "search": (),
    "sent": ("n",),
    "shop": (),
    "shop-alternatives": (),
    "shop-hint": (),
    "shop-hours": (),
    "shop-kind": (),
    "shop-kind-none": (),
    "shop-limit": (),
    "shop-limit-hint": (),
    "shop-name": (),
    "shop-names": (),
    "shop-others": (),
    "shop-others-hint": (),
    "shop-policy": (),
    "shop-products": (),
    "shop-products-hint": (),
    "shop-texts": (),
    "shop-tone": (),
    "shown": ("n",),
    "situations": (),
    "situations-any": (),
    "step": ("n",),
    "step-kind": (),
    "steps": (),
    "steps-hint": (),
    "tension": (),
    "tension-from": (),
    "tension-to": (),
    "their-text": (),
    "title": (),
    "title-hint": (),
    "turn-off-sure": (),
    "turn-on-sure": (),
    "turned-off": (),
    "turned-on": (),
    "unless": (),
    "unless-hint": (),
    "version": ("n",),
    "what-changes": (),
    "when": (),
    "whole-shop": (),
    "worked": ("n",),
}
"""Every `panel-…` message that the page says, with the names of what it puts into it."""


def words(locale: Locale) -> dict[str, str]:
    """The page's words; where a value goes in, its name stands in braces."""
    return {
        name: locale.plain.say(f"panel-{name}", **{each: f"{{{each}}}" for each in takes})
        for name, takes in WORDS.items()
    }


def choices(locale: Locale) -> dict[str, list[dict[str, str]]]:
    """What can be chosen in the form, in the order of the code, each with its words."""
    named = {
        "situations": ("situation", tuple(Situation)),
        "steps": ("step", tuple(StepKind)),
        "tensions": ("tension", tuple(tension.name.lower() for tension in Tension)),
        "moments": ("panel-moment", tuple(Moment)),
        "tones": ("panel-tone", tuple(Tone)),
        "placings": ("panel-placing", PLACINGS),
        "placeholders": ("panel-name", PLACEHOLDERS),
        "ways": ("panel-way", tuple(Way)),
        "deeds": ("panel-deed", tuple(Deed)),
    }
    found = {
        name: [_choice(locale, prefix, each) for each in members]
        for name, (prefix, members) in named.items()
    }
    found["situations"].append({"value": OWN, "label": locale.plain.say("panel-own")})
    return found


def _choice(locale: Locale, prefix: str, value: str) -> dict[str, str]:
    return {"value": value, "label": locale.plain.say(f"{prefix}-{value.replace('_', '-')}")}


def kind_label(kind: str, locale: Locale) -> str:
    """A kind of shop in words; one of the shop's own is called as its folder is."""
    said = {
        known: locale.plain.say(f"panel-kind-{known}")
        for known in ("cosmetics", "clothing", "food", "services", "electronics")
    }
    return said.get(kind, kind)


def direction(locale: Locale) -> str:
    """The page's direction: "rtl" or "ltr"."""
    return "rtl" if locale.language in RIGHT_TO_LEFT else "ltr"


def spot_json(spot: Spot | None, locale: Locale) -> dict[str, str]:
    """Where a file stands, for the page."""
    if spot is None:
        return {"language": "", "name": "", "kind": "", "kindLabel": ""}
    return {
        "language": spot.locale,
        "name": spot.name,
        "kind": spot.kind,
        "kindLabel": kind_label(spot.kind, locale) if spot.kind else "",
    }
