"""How a card would look with a proposed change; drawn for the manager, sent to nobody else."""

from dataclasses import replace

from bot.content.files import spot_of
from bot.core.advice import Audience
from bot.core.assessment import Tension
from bot.core.card import Face, Reason
from bot.core.course import Showing
from bot.core.edition import Change
from bot.core.ladder import Ladder
from bot.core.playbook import Moment, Playbook, Step
from bot.core.wording import Names, mark_of
from bot.locale import Locale
from handlers.card import draw
from handlers.playbooks.room import cut
from handlers.playbooks.shelf import Shelf
from handlers.writing import Drawn, one_direction

NO_CARD = 0
ADVICE_SHOWN = 1000
QUOTE_SHOWN = 300


def draw_sample_card(
    now: Shelf, then: Shelf, change: Change, language: str, locale: Locale, *, names: Names
) -> Drawn:
    """The card of the first step that the change touches; a sentence where none would speak."""
    book = _book(then, change, language)
    if book is None or not then.is_on(book.id):
        return Drawn(one_direction(locale.say("playbooks-sample-silent"), locale))
    before = now.library.by_locale.get(language, {}).get(book.id)
    number = _touched(before, book)
    step = book.steps[number]
    old = before.steps[number] if before is not None and number < len(before.steps) else None
    showing = Showing(book.id, number, step.kind, _tension(book), passed=_unchanged(old, step))
    audience = Audience(locale.language, language, names)
    advice = Ladder(then.library, then.house).advise(showing, audience)
    if advice is not None:
        advice = replace(advice, advice=cut(advice.advice, ADVICE_SHOWN))
    face = Face(
        customer=names.customer,
        tension=_tension(book),
        quote=cut(
            next(iter(book.examples.fires), locale.say("playbooks-sample-quote")), QUOTE_SHOWN
        ),
        reasons=tuple(Reason(each.value, (), each) for each in sorted(book.situations)[:1]),
        advice=advice,
    )
    headline = one_direction(locale.say("playbooks-sample"), locale)
    return Drawn(f"{headline}\n\n{draw(NO_CARD, face, locale).text}")


def _book(shelf: Shelf, change: Change, language: str) -> Playbook | None:
    """The playbook that a file is of; for the shop's values, whichever speaks first."""
    spot = spot_of(change.file)
    if spot is not None:
        return shelf.library.by_locale.get(language, {}).get(spot.name)
    return next(iter(shelf.library.for_moment(Moment.TROUBLE)), None)


def _touched(before: Playbook | None, after: Playbook) -> int:
    """The first step that differs, counted from 0."""
    old = before.steps if before is not None else ()
    differ = (
        number
        for number, step in enumerate(after.steps)
        if number >= len(old) or old[number] != step
    )
    return next(differ, 0)


def _unchanged(before: Step | None, after: Step) -> tuple[str, ...]:
    """The marks of the drafts that were there before: the changed ones come first on the card."""
    old = (*before.drafts, *before.friendly) if before is not None else ()
    return tuple(mark_of(draft) for draft in (*after.drafts, *after.friendly) if draft in old)


def _tension(book: Playbook) -> Tension:
    """A tension at which the playbook speaks."""
    return min(max(Tension.UNEASY, book.calmest), book.hottest)
