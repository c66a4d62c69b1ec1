"""The table in a terminal: everything is said, in the reader's language and digits."""

import re
from io import StringIO

import pytest
from rich.console import Console

from bot.app import build_locales
from bot.evaluation.figures import Figures
from bot.evaluation.headline import headlines
from bot.evaluation.report import print_report
from tests.evaluation.stage import figures_of, variety, words_in


def printed(figures: Figures, language: str) -> str:
    out = StringIO()
    console = Console(file=out, width=120, highlight=False, emoji=False, markup=False)
    print_report(figures, build_locales().get(language), console)
    return out.getvalue()


def rows(text: str, start: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith(start)]


@pytest.mark.parametrize("language", ["fa", "en"])
def test_everything_is_said(language: str) -> None:
    said, words = printed(figures_of(*variety()), language), words_in(language)
    for headline in headlines(figures_of(*variety())):
        assert words.say(f"headline-{headline.name}") in said
    for title in ("registers", "bars", "tension", "price"):
        assert words.say(f"{title}-title") in said
    assert "evaluate-" not in said


def test_figures_stand_in_the_row_of_their_name() -> None:
    said = printed(figures_of(*variety()), "en")
    # early: two wanted, both heard; of the four registers each has a row
    (colloquial,) = rows(said, "colloquial")
    assert colloquial.split() == ["colloquial", "1.000", "1.000", "1.000", "2"]
    # formal: at-turn (two heard), late (one unheard, one heard)
    (formal,) = rows(said, "formal")
    assert formal.split() == ["formal", "0.857", "1.000", "0.750", "4"]
    (before,) = rows(said, "before")
    assert before.split() == ["before", "1", "0.250"]
    (precision,) = rows(said, "Precision")
    assert precision.split()[:4] == ["Precision", "0.833", "≥", "0.860"]


def test_persian_digits_and_no_latin_ones() -> None:
    said = printed(figures_of(*variety(), files=["گفت‌وگو.jsonl"]), "fa")
    assert re.findall(r"(?<!F)[0-9]", said) == []
    assert "۰٫۸۳۳" in said


def test_a_file_name_is_no_markup() -> None:
    assert "[bold]x[/bold].jsonl" in printed(figures_of(files=["[bold]x[/bold].jsonl"]), "en")


def test_a_file_without_conversations_is_no_crash() -> None:
    assert "0 conversations" in printed(figures_of(), "en")
