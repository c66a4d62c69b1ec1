"""The built-in cues of both sides, as labelled phrases ready for the lexicon."""

from collections.abc import Iterable, Iterator, Mapping

from bot.core.playbook import Playbook
from bot.detection import cues_en, cues_fa, cues_fa_trade, cues_seller
from bot.detection.lexicon import Label
from bot.detection.names import Finding


def customer_phrases(playbooks: Iterable[Playbook]) -> Iterator[tuple[Label, str]]:
    """What is looked for in a customer's turn: the playbooks' phrases, then the built-in cues."""
    for playbook in playbooks:
        yield from _of_playbook(playbook)
    yield from _of_table(cues_fa.CUES)
    yield from _of_table(cues_fa_trade.CUES)
    yield from _of_table(cues_en.CUES)


def seller_phrases() -> Iterator[tuple[Label, str]]:
    """What is looked for in the seller's last words."""
    yield from _of_table(cues_seller.CUES)


def _of_playbook(playbook: Playbook) -> Iterator[tuple[Label, str]]:
    lists = (
        (Finding.PHRASE, playbook.phrases.sure),
        (Finding.HINT, playbook.phrases.hints),
        (Finding.TAKEN_BACK, playbook.phrases.unless),
    )
    for finding, phrases in lists:
        for situation in sorted(playbook.situations):
            for phrase in phrases:
                yield Label(finding, situation), phrase


def _of_table(table: Mapping[Finding, str]) -> Iterator[tuple[Label, str]]:
    for finding, listed in table.items():
        for phrase in listed.split(","):
            yield Label(finding), phrase.strip()
