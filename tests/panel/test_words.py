"""The page says no word that it does not have, and has none that it does not say."""

import re

import pytest

from bot.app import build_locales
from bot.publishing.publisher import Refused
from handlers.panel.auth import Turned
from handlers.panel.server import PAGE
from handlers.panel.words import WORDS, choices, words

LOCALES = build_locales()
SCRIPTS = "\n".join(path.read_text(encoding="utf-8") for path in sorted(PAGE.glob("*.js")))


def test_the_scripts_say_just_these_words() -> None:
    called = set(re.findall(r'\bt\("([\w-]+)"', SCRIPTS))
    quoted = set(re.findall(r'"([\w-]+)"', SCRIPTS))
    languages = {"language-fa", "language-en"}  # composed from a file's language
    assert called <= set(WORDS)
    assert set(WORDS) - languages <= quoted


@pytest.mark.parametrize("language", LOCALES.languages)
def test_every_word_is_there_with_its_values_in_braces(language: str) -> None:
    said = words(LOCALES.get(language))
    assert [name for name, text in said.items() if text == f"panel-{name}"] == []
    for name, takes in WORDS.items():
        assert set(re.findall(r"\{(\w+)\}", said[name])) == set(takes), name


@pytest.mark.parametrize("language", LOCALES.languages)
def test_every_choice_and_refusal_has_words(language: str) -> None:
    locale = LOCALES.get(language)
    labels = [each["label"] for several in choices(locale).values() for each in several]
    composed = [
        *(f"panel-turned-{each.value.replace('_', '-')}" for each in Turned),
        *(f"panel-declined-{each.value.replace('_', '-')}" for each in Refused),
        *(f"panel-refused-{each}" for each in ("malformed", "too-large", "too-often")),
    ]
    labels += [locale.say(each) for each in composed]
    assert [label for label in labels if re.match(r"^(panel|step|situation|tension)-", label)] == []


def test_the_page_loads_nothing_from_elsewhere() -> None:
    """The policy forbids it; nothing should even try."""
    for path in PAGE.iterdir():
        text = path.read_text(encoding="utf-8")
        links = set(re.findall(r"https?://[^\s\"'`)]+", text)) - {"http://www.w3.org/2000/svg"}
        assert links == set(), path.name
        assert "innerHTML" not in text
        assert "eval(" not in text
