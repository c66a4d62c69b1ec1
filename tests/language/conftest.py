"""One reader for all tests here: the word lists load once, hazm at the first text written."""

import pytest

from bot.language import Reader


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader()
