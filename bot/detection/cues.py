"""The built-in cues of both sides, as labelled phrases ready for the lexicon."""

from collections.abc import Container, Iterator, Mapping
from zlib import crc32

from bot.core.assessment import Situation
from bot.core.playbook import Playbook
from bot.detection import cues_en, cues_fa, cues_fa_trade, cues_plain, cues_seller
from bot.detection.lexicon import Label
from bot.detection.names import Finding

_NAMES_CALLED = frozenset({Situation.INSULT, Situation.ACCUSATION})
_MOST_SPACES = 2
_HALF_SPACE = "\u200c"


class Everything:
    """A set that holds all marks: what a training calls known."""

    def __contains__(self, mark: object) -> bool:
        return True


def playbook_phrases(playbook: Playbook, known: Container[int]) -> Iterator[tuple[Label, str]]:
    """What a playbook has looked for in a customer's turn.

    A sure phrase whose mark the models do not know is the shop's own.
    """
    for listed, phrase in phrases_of(playbook):
        is_own = listed.finding is Finding.PHRASE and mark_of(listed, phrase) not in known
        label = listed._replace(finding=Finding.OWN_PHRASE) if is_own else listed
        yield from ((label, way) for way in _ways_to_write(label, phrase))


def customer_cues() -> Iterator[tuple[Label, str]]:
    """What is looked for in a customer's turn whatever the playbooks are."""
    yield from _of_table(cues_fa.CUES)
    yield from _of_table(cues_fa_trade.CUES)
    yield from _of_table(cues_en.CUES)
    yield from _of_table(cues_plain.CUES)


def seller_phrases() -> Iterator[tuple[Label, str]]:
    """What is looked for in the seller's last words."""
    yield from _of_table(cues_seller.CUES)


def mark_of(label: Label, phrase: str) -> int:
    """A number that stands for a phrase of a situation."""
    return crc32(f"{label.key} {phrase}".encode())


def phrases_of(playbook: Playbook) -> Iterator[tuple[Label, str]]:
    """The sure phrases, the hints and the `unless` of a playbook."""
    lists = (
        (Finding.PHRASE, playbook.phrases.sure),
        (Finding.HINT, playbook.phrases.hints),
        (Finding.TAKEN_BACK, playbook.phrases.unless),
    )
    for finding, phrases in lists:
        for situation in sorted(playbook.situations):
            for phrase in phrases:
                yield Label(finding, situation), phrase


def _ways_to_write(label: Label, phrase: str) -> Iterator[str]:
    """A phrase, and the name somebody is called with half-spaces too: «حقه باز», «حقه‌باز».

    Of other phrases that makes words of another meaning: «کم بود» and «کمبود».
    """
    yield phrase
    is_sure = label.finding in {Finding.PHRASE, Finding.OWN_PHRASE}
    is_name = is_sure and label.situation in _NAMES_CALLED
    is_one_run = "…" not in phrase and "..." not in phrase and "*" not in phrase[:-1]
    if is_name and is_one_run and 1 <= phrase.count(" ") <= _MOST_SPACES:
        yield phrase.replace(" ", _HALF_SPACE)


def _of_table(table: Mapping[Finding, str]) -> Iterator[tuple[Label, str]]:
    for finding, listed in table.items():
        for phrase in listed.split(","):
            yield Label(finding), phrase.strip()
