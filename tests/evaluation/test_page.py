"""The page as text: every word written, nothing asked for, any file drawn."""

import re
from html import unescape

import pytest

from bot.app import build_locales
from bot.evaluation.figures import Figures
from bot.evaluation.judged import Judged
from bot.evaluation.page import build_page
from bot.settings import ROOT
from tests.evaluation.stage import figures_of, variety

LANGUAGES = ("fa", "en")


def page_of(figures: Figures, language: str) -> str:
    return build_page(figures, build_locales().get(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_page_is_written(language: str) -> None:
    html = page_of(figures_of(*variety()), language)
    assert "evaluate-" not in html
    direction = {"fa": "rtl", "en": "ltr"}[language]
    assert f'<html lang="{language}" dir="{direction}">' in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_asks_for_nothing_outside_itself(language: str) -> None:
    html = page_of(figures_of(*variety()), language)
    assert re.findall(r'url\((?!"data:)', html) == []
    assert re.findall(r"<(?:script|link|iframe|img|object|base)\b", html) == []
    assert re.findall(r"\b(?:src|href|srcset|action)=", html) == []
    assert "default-src 'none'" in unescape(html)


def test_a_file_without_conversations_is_a_page_too() -> None:
    assert "<h1>" in page_of(figures_of(), "fa")


def test_very_many_conversations_are_drawn_in_part() -> None:
    many: tuple[Judged, ...] = variety() * 200
    html = page_of(figures_of(*many), "en")
    assert len(re.findall(r'<div><i class="turn ', html)) <= 2 * 160


def test_the_colours_are_the_sandboxs() -> None:
    ours = _colours((ROOT / "bot/evaluation/page/page.css").read_text(encoding="utf-8"))
    theirs = _colours((ROOT / "bot/sandbox/page/tokens.css").read_text(encoding="utf-8"))
    assert len(ours) > 25
    assert [each for each in ours if each not in theirs] == []


def _colours(css: str) -> list[tuple[str, str]]:
    return re.findall(r"(--[\w-]+): (#[0-9a-f]+);", css)
