"""The evaluation as tables for a terminal: every figure, by manner of writing and by situation."""

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table

from bot.core.assessment import Tension
from bot.evaluation.counts import Counts
from bot.evaluation.course import Timing
from bot.evaluation.curve import calibration_error
from bot.evaluation.facts import course_facts
from bot.evaluation.figures import Figures
from bot.evaluation.headline import Headline, Unit, headlines
from bot.evaluation.words import Words
from bot.locale import Locale

_MOST_MISTAKES = 8


def print_report(figures: Figures, locale: Locale, console: Console) -> None:
    """Print everything, one plain table after another; the console must not read markup."""
    words = Words(locale.plain)
    files = words.locale.say("list-comma").join(figures.files)
    counts = words.say("counts", conversations=len(figures.conversations), turns=len(figures.turns))
    console.print(f"{files}: {counts}")
    for title, table in _tables(figures, words):
        console.print(f"\n{title}", style="bold")
        console.print(table)
    for fact in course_facts(figures, words):
        console.print(fact)


def _tables(figures: Figures, words: Words) -> Iterable[tuple[str, Table]]:
    yield words.say("title"), _headlines(figures, words)
    registers = {words.say(f"register-{n}"): c for n, c in figures.scores.by_register.items()}
    yield words.say("registers-title"), _f1_table(registers, words)
    ranked = sorted(figures.scores.by_situation.items(), key=lambda each: -each[1].f1)
    situations = {words.situation(name): counts for name, counts in ranked}
    yield words.say("bars-title"), _f1_table(situations, words)
    yield words.say("mistakes"), _mistakes(figures, words)
    yield words.say("tension-title"), _tensions(figures, words)
    error = words.number(calibration_error(figures.tenths), 3)
    yield words.say("calibration-says", error=error), _calibration(figures, words)
    count = len(figures.courses.escalations)
    yield words.say("price-title"), _prices(figures, words)
    yield words.say("lead-about", count=count), _leads(figures, words)


def _headlines(figures: Figures, words: Words) -> Table:
    table = _table(words, "figure", "value", "aim")
    table.add_column()
    for each in headlines(figures):
        table.add_row(
            words.say(f"headline-{each.name}"),
            _figure(each, each.value, words),
            f"{'≤' if each.less_is_better else '≥'} {_figure(each, each.aim, words)}",
            words.say("met" if each.is_met else "unmet"),
        )
    return table


def _figure(headline: Headline, value: float, words: Words) -> str:
    return words.number(value, 1 if headline.unit is Unit.COUNT else 3)


def _f1_table(named: dict[str, Counts], words: Words) -> Table:
    table = _table(words, "name", "f1", "precision", "recall", "count")
    for name, counts in named.items():
        shares = (words.number(each, 3) for each in (counts.f1, counts.precision, counts.recall))
        table.add_row(name, *shares, words.number(counts.in_gold))
    return table


def _mistakes(figures: Figures, words: Words) -> Table:
    table = _table(words, "name", "times")
    for right, heard, times in figures.situations.commonest(_MOST_MISTAKES):
        names = {"right": words.situation(right), "heard": words.situation(heard)}
        table.add_row(words.say("mistake", **names), words.number(times))
    return table


def _tensions(figures: Figures, words: Words) -> Table:
    table = _table(words, "right")
    for heard in Tension:
        table.add_column(words.tension(heard), justify="right")
    for right, row in zip(Tension, figures.tensions.turns, strict=True):
        table.add_row(words.tension(right), *map(words.number, row))
    return table


def _calibration(figures: Figures, words: Words) -> Table:
    table = _table(words, "risk", "turns", "yes", text=())
    for tenth in figures.tenths:
        risk, yes = words.number(tenth.mean_risk, 2), words.number(tenth.share_of_yes, 2)
        table.add_row(risk, words.number(tenth.turns), yes)
    return table


def _prices(figures: Figures, words: Words) -> Table:
    table = _table(words, "threshold", "early", "false-alarms", "precision", "recall", text=())
    for price in figures.courses.prices:
        alerts = price.alerts
        table.add_row(
            words.number(price.threshold, 2),
            words.number(price.early, 3),
            words.number(alerts.false_alarms, 1),
            words.number(alerts.precision, 3),
            words.number(alerts.recall, 3),
        )
    return table


def _leads(figures: Figures, words: Words) -> Table:
    table = _table(words, "name", "times", "share")
    for timing in Timing:
        count, share = figures.courses.count(timing), figures.courses.share(timing)
        table.add_row(words.say(f"timing-{timing}"), words.number(count), words.number(share, 3))
    return table


def _table(words: Words, *columns: str, text: Iterable[int] = (0,)) -> Table:
    """A table without lines; figures to the right, the columns in `text` as words are."""
    table = Table(box=None, pad_edge=False)
    for number, name in enumerate(columns):
        table.add_column(words.say(f"column-{name}"), justify="left" if number in text else "right")
    return table
