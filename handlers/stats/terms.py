"""«این‌ها یعنی چه؟»: what the figures of a screen mean; docs/figures.md says it at length."""

from bot.core.stats import Figure
from handlers.stats.buttons import View
from handlers.stats.words import Voice

TERMS_ON_A_PAGE = 5
_STEPS = (Figure.STEPS, Figure.CALMED, Figure.FALSE_ALARMS)
TERMS: dict[View, tuple[Figure, ...]] = {
    View.FRONT: tuple(Figure),
    View.OWN: tuple(figure for figure in Figure if figure is not Figure.HELP),
    View.ABOUT: (Figure.ABOUT, Figure.HARD, Figure.CALMED, Figure.FALSE_ALARMS),
    View.PLACES: (Figure.HARD, Figure.CALMED, Figure.FALSE_ALARMS),
    View.PLAYBOOKS: (Figure.HARD, *_STEPS),
    View.PART: (Figure.HARD, Figure.ABOUT, Figure.CALM_TURNS, Figure.WAIT, *_STEPS),
    View.HARDEST: (Figure.EFFORT, Figure.HARD),
    View.WAITING: (Figure.ATTENTION, Figure.OUTCOMES),
}


def terms_of(view: View) -> tuple[Figure, ...]:
    """The figures that a screen tells."""
    return TERMS.get(view, TERMS[View.FRONT])


def terms_lines(figures: tuple[Figure, ...], voice: Voice) -> list[str]:
    """Their definitions."""
    lines = [voice.say("stats-terms-title")]
    for figure in figures:
        lines += ["", voice.say(f"figure-{figure}")]
    return lines
