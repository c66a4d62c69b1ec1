"""Every door and every deed has its words in every language."""

import pytest

from bot.app import build_locales
from bot.core.edition import Deed, Way

LOCALES = build_locales()
WANTED = [
    *(f"publishing-way-{way.value}" for way in Way),
    *(f"publishing-deed-{deed.value.replace('_', '-')}" for deed in Deed),
]


@pytest.mark.parametrize("language", LOCALES.languages)
def test_every_name_has_words(language: str) -> None:
    locale = LOCALES.get(language)
    assert [name for name in WANTED if locale.say(name) == name] == []
