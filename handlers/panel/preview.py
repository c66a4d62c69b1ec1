"""The card as the seller would see it: every step of a playbook, with all its words."""

from collections.abc import Iterator

from bot.core.advice import Audience
from bot.core.assessment import Situation, Tension
from bot.core.card import CardState, Face, Reason
from bot.core.course import Showing
from bot.core.house import House
from bot.core.ladder import DRAFTS_SHOWN, Ladder
from bot.core.playbook import Library, Moment, Playbook, Step
from bot.core.press import Action
from bot.core.wording import Names
from bot.locale import Locale
from handlers.card import draw
from handlers.card_button import CardButton
from handlers.writing import Drawn

NO_CARD = 0
TURNING_KEYS = {Action.NEXT_STEP: "step", Action.OTHER_WORDS: "words"}

type Json = dict[str, object]


def cards(
    library: Library, house: House, playbook: Playbook, audience: Audience, locale: Locale
) -> list[Json]:
    """For each step the card, and the same card after each «other words».

    A card is Telegram's HTML and rows of keys; a key that leads on says whether to the next `step`
    or to other `words`.
    """
    ladder = Ladder(library, house)
    return [
        {"step": number, "pages": list(_pages(ladder, playbook, number, audience, locale))}
        for number in range(len(playbook.steps))
    ]


def sample(language: str, seller: str, shop: str | None, locale: Locale) -> Audience:
    """A seller, and a customer with a name, who both read one language."""
    customer = locale.plain.say("panel-sample-customer")
    return Audience(language, language, Names(customer=customer, seller=seller, shop=shop))


def _pages(
    ladder: Ladder, playbook: Playbook, number: int, audience: Audience, locale: Locale
) -> Iterator[Json]:
    step = playbook.steps[number]
    showing = Showing(playbook.id, number, step.kind, _tension(playbook))
    for _ in range(0, _most_drafts(step), DRAFTS_SHOWN):
        advice = ladder.advise(showing, audience)
        if advice is None:
            return
        face = Face(
            customer=audience.names.customer,
            tension=_tension(playbook),
            quote=next(iter(playbook.examples.fires), ""),
            reasons=tuple(Reason(each.value, (), each) for each in _situations(playbook)),
            advice=advice,
            state=CardState.CALMED if playbook.moment is Moment.CALMED else CardState.OPEN,
            can_send=True,
        )
        yield _json(draw(NO_CARD, face, locale))
        showing = ladder.other_words(showing, advice.marks)


def _most_drafts(step: Step) -> int:
    return max(1, len(step.drafts), len(step.friendly))


def _tension(playbook: Playbook) -> Tension:
    """As near to heated as the playbook allows."""
    return max(playbook.calmest, min(playbook.hottest, Tension.HEATED))


def _situations(playbook: Playbook) -> list[Situation]:
    return sorted(playbook.situations)[:1]


def _json(drawn: Drawn) -> Json:
    rows = drawn.keyboard.inline_keyboard if drawn.keyboard else []
    return {
        "html": drawn.text,
        "keys": [[{"text": key.text, "to": _to(key.callback_data)} for key in row] for row in rows],
    }


def _to(pressed: str | None) -> str:
    """Where a key leads in the preview."""
    return TURNING_KEYS.get(CardButton.unpack(pressed).action, "") if pressed else ""
