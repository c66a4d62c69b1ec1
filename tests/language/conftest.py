"""One reader for all tests here: hazm and the word lists load once."""

import pytest

from bot.language import Reader


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader()
