"""Words at rest: columns of a type of their own, encrypted where the environment gives a key.

Whatever a column of `Words` holds passes through here on its way to the database and back, so that
nothing can be stored in clear by mistake. Which seal is used belongs to the engine's dialect.
"""

import hashlib
import hmac
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar
from weakref import WeakKeyDictionary

from sqlalchemy import Dialect, Engine, String, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

from bot.errors import StoreError

if TYPE_CHECKING:
    from cryptography.fernet import Fernet

MARK = "\x02"
SEALED, PLAIN = MARK + "s", MARK + "p"
"""How what is sealed begins; and words in clear that begin with the mark themselves."""
LIKENESS_LETTERS = 32

_SEALS: WeakKeyDictionary[Dialect, "Seal"] = WeakKeyDictionary()


class Seal:
    """Keys as Fernet has them: the first closes, each of them opens."""

    def __init__(self, keys: Sequence[str]) -> None:
        """Keep the keys; ValueError where there is none, or one is no key of Fernet's."""
        from cryptography.fernet import Fernet, MultiFernet

        self._fernets = tuple(map(Fernet, keys))
        self._all = MultiFernet(self._fernets)
        self._likeness_keys = tuple(
            hashlib.sha256(b"likeness:" + key.encode("ascii")).digest() for key in keys
        )

    def close(self, words: str) -> str:
        """Words as they are stored; none stay none, so that it can be asked whether there are."""
        if not words:
            return words
        return SEALED + self._first.encrypt(words.encode()).decode("ascii")

    def open(self, stored: str) -> str:
        """The words that `close` sealed; StoreError where none of the keys fits."""
        from cryptography.fernet import InvalidToken

        try:
            return self._all.decrypt(stored.removeprefix(SEALED)).decode()
        except InvalidToken:
            raise StoreError("error-words-key-wrong") from None

    def is_newest(self, stored: str) -> bool:
        """Whether what is stored was closed with the first key, or holds no words."""
        from cryptography.fernet import InvalidToken

        if not stored.startswith(SEALED):
            return not stored
        try:
            self._first.decrypt(stored.removeprefix(SEALED))
        except InvalidToken:
            return False
        return True

    def likenesses(self, words: str) -> tuple[str, ...]:
        """What the same words' likeness may be, the newest first, by each of the keys."""
        made = (hmac.new(key, words.encode(), hashlib.sha256) for key in self._likeness_keys)
        return tuple(each.hexdigest()[:LIKENESS_LETTERS] for each in made)

    @property
    def _first(self) -> "Fernet":
        return self._fernets[0]


class Words(TypeDecorator[str]):
    """A text of which words of people are part."""

    impl: ClassVar[type[TypeEngine[Any]]] = Text  # type: ignore[misc]
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """As it is stored."""
        return None if value is None else stored(value, _SEALS.get(dialect))

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """As it was; StoreError where the key that it needs is missing, or another."""
        return None if value is None else read(value, _SEALS.get(dialect))


class ShortWords(Words):
    """The same for what a column of letters held before."""

    impl: ClassVar[type[TypeEngine[Any]]] = String  # type: ignore[misc]
    cache_ok = True


def use_seal(engine: Engine, seal: Seal) -> None:
    """From now on words pass through a seal on their way to and from this database."""
    _SEALS[engine.dialect] = seal


def seal_of(dialect: Dialect) -> Seal | None:
    """The seal through which words pass there; None where they are stored in clear."""
    return _SEALS.get(dialect)


def stored(words: str, seal: Seal | None) -> str:
    """Words as they lie in the database."""
    if seal is not None:
        return seal.close(words)
    return PLAIN + words if words.startswith(MARK) else words


def read(kept: str, seal: Seal | None) -> str:
    """The words that lie in the database as `kept`; those in clear are read with a key, too."""
    if not kept.startswith(MARK):
        return kept
    if kept.startswith(SEALED):
        if seal is None:
            raise StoreError("error-words-key-missing")
        return seal.open(kept)
    return kept.removeprefix(PLAIN)


def likeness(dialect: Dialect, words: str) -> str:
    """By what the same words are found again: a digest, of a key where words are sealed."""
    seal = _SEALS.get(dialect)
    return seal.likenesses(words)[0] if seal is not None else plain_likeness(words)


def likenesses(dialect: Dialect, words: str) -> tuple[str, ...]:
    """Every likeness that these words may have been kept with."""
    seal = _SEALS.get(dialect)
    sealed = seal.likenesses(words) if seal is not None else ()
    return (*sealed, plain_likeness(words))


def plain_likeness(words: str) -> str:
    """The likeness of words that are stored in clear."""
    return hashlib.sha256(words.encode()).hexdigest()[:LIKENESS_LETTERS]
