"""The commands: one message, a file of conversations, the shop's last days."""

import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table
from rich.text import Text

from bot.app import build_locales, terminal_language
from bot.core.card import shorten
from bot.core.coach import Coach
from bot.core.conversation import Channel, Turn, Who
from bot.core.people import FIRST_SHOP
from bot.core.rehearsal import Change, Difference, Replay, Talk, compare, rehearse
from bot.settings import Settings
from bot.trial.scripts import read_talks, talk_of
from bot.trial.sets import Sets, opened
from bot.trial.words import WORDS_SHOWN, card_lines, row_of, step_of, summary, then_of


def try_text(
    text: str, settings: Settings, folder: Path | None = None, *, shop_id: int = FIRST_SHOP
) -> None:
    """Print what one message would bring, and with a changed folder beside it."""
    turn = Turn(Who.CUSTOMER, text, time.time())
    with opened(settings, folder, shop_id) as sets:
        printer = _Printer(sets, settings, folder)
        printer.print_origin()
        printer.print_card(talk_of("", Channel.CHAT, (turn,), settings))


def try_file(
    lines: Iterable[bytes],
    file: str,
    settings: Settings,
    folder: Path | None = None,
    *,
    shop_id: int = FIRST_SHOP,
) -> None:
    """Print what every customer's turn of the file's conversations would bring."""
    talks = list(read_talks(lines, file, settings))
    with opened(settings, folder, shop_id) as sets:
        printer = _Printer(sets, settings, folder)
        printer.print_origin()
        for talk in talks:
            printer.print_turns(talk)


def replay(
    settings: Settings, days: int, folder: Path | None = None, *, shop_id: int = FIRST_SHOP
) -> None:
    """Print which cards of the shop's last days a changed folder would alter."""
    folder = folder or settings.playbooks_dir
    with opened(settings, folder, shop_id) as sets:
        printer = _Printer(sets, settings, folder)
        printer.print_origin()
        printer.print_replay(sets.talks(days))


class _Printer:
    """Speaks the language of the terminal."""

    def __init__(self, sets: Sets, settings: Settings, folder: Path | None) -> None:
        self._sets, self._settings, self._folder = sets, settings, folder
        self._lessons = sets.lessons()
        self._locale = build_locales().get(terminal_language()).plain
        self._console = Console(highlight=False)

    def print_origin(self) -> None:
        """Where what is in force comes from, and what it is compared with."""
        if self._sets.number:
            self._say("trial-from-database", number=self._sets.number)
        else:
            self._say("trial-from-folder", folder=str(self._settings.playbooks_dir))
        if self._folder is not None:
            words = "trial-unchanged" if self._sets.is_same else "trial-against"
            self._say(words, folder=str(self._folder))

    def print_card(self, talk: Talk) -> None:
        """The whole card of a talk's first turn, or both side by side."""
        table = self._table()
        shown = [next(rehearse(coach, talk, self._lessons)) for coach in self._coaches()]
        table.add_row(*(Text("\n".join(card_lines(each, self._locale))) for each in shown))
        self._console.print(table)

    def print_turns(self, talk: Talk) -> None:
        """One row for each customer's turn; ≠ where the change alters it."""
        table = self._table("trial-turn", "trial-message")
        table.title, table.title_justify = Text(talk.id), "left"
        heard = [rehearse(coach, talk, self._lessons) for coach in self._coaches()]
        for row in zip(*heard, strict=True):
            shown, turn = row[0], row[0].turn
            mark = "" if shown.looks_like(row[-1]) else " ≠"
            words = shorten(turn.text, WORDS_SHOWN) or "–"
            steps = [step_of(each, self._locale) for each in row]
            if mark:
                changed = Difference(talk, Change.DIFFERS, shown, row[-1])
                steps[-1] = then_of(changed, self._locale)
            table.add_row(*map(Text, (f"{shown.number + 1}{mark}", words, *steps)))
        self._console.print(table)

    def print_replay(self, talks: tuple[Talk, ...]) -> None:
        """How much was looked at, what would change, and each card that would."""
        found = self._replay(talks)
        for line in summary(found, self._locale):
            self._console.print(line, markup=False)
        differences = [each for change in Change for each in found.of(change)]
        if not differences:
            return
        table = self._table("trial-change", "trial-customer", "trial-when", "trial-message")
        for difference in differences:
            table.add_row(*map(Text, row_of(difference, self._locale)))
        self._console.print(table)

    def _replay(self, talks: tuple[Talk, ...]) -> Replay:
        now, then = self._sets.now, self._sets.then or self._sets.now
        errors = Console(stderr=True)
        going = track(talks, "", console=errors, transient=True, disable=not errors.is_terminal)
        return Replay(tuple(compare(now, then, talk, self._lessons) for talk in going))

    def _table(self, *columns: str) -> Table:
        """A table with these columns, and one for each coach."""
        table = Table()
        sides = ("trial-in-force", "trial-changed")[: 1 if self._sets.then is None else 2]
        for words in (*columns, *sides):
            table.add_column(self._locale.say(words), overflow="fold")
        return table

    def _coaches(self) -> Iterator[Coach]:
        yield self._sets.now
        if self._sets.then is not None:
            yield self._sets.then

    def _say(self, words: str, **args: str | int) -> None:
        said = self._locale.say(words, **args)
        self._console.print(said, markup=False, soft_wrap=True)
