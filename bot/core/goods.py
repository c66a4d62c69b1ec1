"""What a conversation is about: the one of the shop's products that its last turns name."""

from collections.abc import Iterable, Iterator

from bot.core.conversation import Past

type Folded = tuple[str, ...]

_ENDINGS = (
    *("ها", "های", "هاتون", "هاتان", "هام", "هاش", "هایی", "هارو", "ا", "ای", "ی", "یی", "ه", "و"),
    *("رو", "م", "ت", "ش", "مون", "تون", "شون", "مان", "تان", "شان", "هم", "s", "es"),
)
_SHORTEST = 3


class Goods:
    """A shop's products as people name them, also with an ending: «کرم», «کرم‌هاتون», «کرمش»."""

    def __init__(self, products: Iterable[tuple[str, Folded]] = ()) -> None:
        """Keep every product with its folded tokens; one without any is passed over."""
        known = [(name, tokens) for name, tokens in products if tokens]
        self._products: dict[Folded, str] = {
            **{way: name for name, tokens in known for way in _with_endings(tokens)},
            **{tokens: name for name, tokens in known},
        }
        self._longest = max(map(len, self._products), default=0)

    def spoken_of(self, turns: Iterable[Past]) -> str | None:
        """The product that remembered turns of both sides name; None where none or several do."""
        named = {name for turn in turns for name in self._named_in(tuple(turn.folded.split()))}
        return named.pop() if len(named) == 1 else None

    def named_in(self, folded: str) -> tuple[str, ...]:
        """All that a folded text names, each once, in its order."""
        return tuple(dict.fromkeys(self._named_in(tuple(folded.split()))))

    def _named_in(self, tokens: Folded) -> Iterator[str]:
        """The products in a text; of «کرم ضدآفتاب», where both are products, the longer alone."""
        start = 0
        while start < len(tokens):
            length, name = self._longest_at(tokens, start)
            if name is not None:
                yield name
            start += length

    def _longest_at(self, tokens: Folded, start: int) -> tuple[int, str | None]:
        for length in range(self._longest, 0, -1):
            name = self._products.get(tokens[start : start + length])
            if name is not None:
                return min(length, len(tokens) - start), name
        return 1, None


NO_GOODS = Goods()


def _with_endings(tokens: Folded) -> Iterator[Folded]:
    *before, last = tokens
    if len(last) >= _SHORTEST:
        yield from ((*before, last + ending) for ending in _ENDINGS)
