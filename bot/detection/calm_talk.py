"""What customers say who want nothing but to buy, bundled: what is common there says little."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from importlib.resources import files
from pathlib import Path

from bot.detection.lexicon import Lexicon, Read

CALM_TALK = Path(str(files("bot.detection"))) / "calm_talk.txt"


class CalmTalk:
    """Calm turns of composed conversations, folded; read when they are first asked for."""

    @cached_property
    def turns(self) -> tuple[tuple[str, ...], ...]:
        """The tokens of every turn."""
        lines = CALM_TALK.read_text("utf-8").splitlines()
        return tuple(tuple(line.split()) for line in lines if not line.startswith("#"))

    def counts(self, phrases: Sequence[str], read: Read) -> list[int]:
        """For each phrase, how many turns hold it; all of them are sought in one pass."""
        lexicon = Lexicon(enumerate(phrases), read)
        found: Counter[int] = Counter()
        for tokens in self.turns:
            found.update({hit.label for hit in lexicon.find(tokens)})
        return [found[number] for number in range(len(phrases))]
