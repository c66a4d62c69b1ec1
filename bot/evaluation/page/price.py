"""What hearing trouble earlier would cost: early escalations against false alarms."""

from itertools import cycle
from math import ceil

from bot.evaluation.counts import ratio
from bot.evaluation.course import Courses
from bot.evaluation.page.card import card
from bot.evaluation.page.markup import Markup
from bot.evaluation.page.plot import Note, Scale, percents, plot
from bot.evaluation.page.svg import Spot, area, dot, line
from bot.evaluation.words import Words

_STEPS = (25, 50, 100, 200, 500, 1000)
_MOST_TICKS = 5


def price_card(courses: Courses, words: Words) -> Markup:
    """A dot for each threshold, the dearest furthest to the right; above, what could be had."""
    false_alarms = [price.alerts.false_alarms for price in courses.prices]
    step = next(each for each in _STEPS if max(false_alarms) <= each * _MOST_TICKS)
    end = step * max(1, ceil(max(false_alarms) / step))
    spots = [(price.alerts.false_alarms / end, price.early) for price in courses.prices]
    most = ratio(courses.forewarned, len(courses.escalations))
    ceiling = Note((1.0, most), words.say("forewarned-line"), "above before faint")
    drawn = plot(
        line([(0, most), (1, most)], "ideal"),
        area(spots, "soft"),
        line(spots, "strong"),
        dot(spots[0], "halo"),
        *(dot(spot, "halo", size=13) for spot in spots[1:]),
        *(dot(spot, "priced") for spot in spots[1:]),
        dot(spots[0], "chosen"),
        across=Scale(
            words.say("false-alarms"),
            [(at / end, words.number(at)) for at in range(0, end + 1, step)],
        ),
        up=Scale(words.say("headline-early"), percents(words)),
        says=words.say("price-says", early=words.percent(spots[0][1])),
        notes=[*_thresholds(courses, spots, words), ceiling],
        cls="tall fill",
    )
    return card("price", words, drawn)


def _thresholds(courses: Courses, spots: list[Spot], words: Words) -> list[Note]:
    """Each dot's threshold, above and below by turns so that neighbours leave room."""
    return [
        Note(spot, words.number(price.threshold, 2), f"{side} middle")
        for spot, price, side in zip(spots, courses.prices, cycle(("above", "below")), strict=False)
    ]
