"""Makes typed playbooks of documents that passed every rule."""

from functools import lru_cache

from bot.content.document import Document
from bot.content.files import FILES_KEPT
from bot.content.formats import OWN
from bot.content.nodes import ListNode, Node, TableNode, text_at, texts_at
from bot.core.assessment import Situation, Tension
from bot.core.playbook import Avoidance, Examples, Moment, Phrases, Playbook, Step, StepKind

_SECONDS = {"m": 60, "h": 60 * 60, "d": 24 * 60 * 60}


@lru_cache(maxsize=FILES_KEPT)
def build(document: Document) -> Playbook:
    """The playbook of a document without errors; one with errors is not for here."""
    root = document.root
    calmest, hottest = _tensions(text_at(root, "when", "tension"))
    situations = _texts(root, "when", "situations")
    return Playbook(
        id=document.id,
        title=_words(root, "title"),
        situations=frozenset(Situation(each) for each in situations if each != OWN),
        steps=tuple(_step(each) for each in _items(root.get("steps"))),
        priority=int(text_at(root, "priority") or 0),
        calmest=calmest,
        hottest=hottest,
        moment=Moment(text_at(root, "when", "moment") or Moment.TROUBLE),
        phrases=Phrases(
            sure=_texts(root, "signals", "phrases"),
            hints=_texts(root, "signals", "hints"),
            unless=_texts(root, "signals", "unless"),
        ),
        avoid=tuple(
            Avoidance(_words(each, "write"), _words(each, "why"))
            for each in _items(root.get("avoid"))
        ),
        follow_up_seconds=_seconds(text_at(root, "follow_up")),
        examples=Examples(_texts(root, "examples", "fires"), _texts(root, "examples", "quiet")),
        is_own=OWN in situations,
    )


def _step(node: Node) -> Step:
    return Step(
        kind=StepKind(_words(node, "kind")),
        advice=_words(node, "advice"),
        drafts=_texts(node, "drafts"),
        needs_manager=text_at(node, "needs") == "manager",
        friendly=_texts(node, "friendly"),
    )


def _items(node: Node | None) -> tuple[TableNode, ...]:
    items = node.items if isinstance(node, ListNode) else ()
    return tuple(item for item in items if isinstance(item, TableNode))


def _words(node: Node, key: str) -> str:
    return (text_at(node, key) or "").strip()


def _texts(node: Node, *path: str) -> tuple[str, ...]:
    return tuple(found.text.strip() for found in texts_at(node, *path))


def _tensions(written: str | None) -> tuple[Tension, Tension]:
    """`calm..heated` as its two ends; one name is both, nothing is the whole range."""
    if written is None:
        return min(Tension), max(Tension)
    low, _, high = written.partition("..")
    return Tension[low.upper()], Tension[(high or low).upper()]


def _seconds(written: str | None) -> int | None:
    """`2d` in seconds; `int` reads Persian digits too."""
    return int(written[:-1]) * _SECONDS[written[-1]] if written else None
