"""Mistakes in overlays: what they change must be there, and must be left."""

from collections.abc import Iterator

from bot.content.document import Document
from bot.content.formats import PLACINGS, PLAYBOOK, REMOVE, STEP_KIND
from bot.content.nodes import ListNode, TableNode, TextNode, texts_at
from bot.content.overlay import compose
from bot.content.problems import Problem, shortened
from bot.content.rules.rule import OverlayRule, Place, PlaceRule, nearest


class OverlayWithoutBase(OverlayRule):
    """An overlay whose id no base playbook has, and that is no whole playbook by itself."""

    args = frozenset({"id", "folder", "missing"})

    def find(self, overlay: Document, base: Document | None) -> Iterator[Problem]:
        """Says which keys a whole playbook would still need."""
        fields = (field.name for field in PLAYBOOK.fields if field.required)
        missing = [name for name in fields if overlay.root.get(name) is None]
        if base is None and missing:
            yield self.problem(
                overlay.mark_of("id"),
                id=shortened(overlay.id),
                folder=overlay.locale,
                missing=", ".join(missing),
            )


class LostStep(OverlayRule):
    """A step placed by one that the base does not have."""

    args = frozenset({"kind", "near", "known"})

    def find(self, overlay: Document, base: Document | None) -> Iterator[Problem]:
        """Kinds that no playbook knows are `UnknownStepKind`'s, and to be mended first."""
        kinds = [*texts_at(base.root, "steps", "kind")] if base else []
        if base is None or not all(map(_is_known, kinds)):
            return
        known = tuple(node.text for node in kinds)
        for lost in compose(base.root, overlay.root).missed.lost:
            if _is_known(lost):
                yield self.problem(
                    lost.mark,
                    kind=shortened(lost.text),
                    near=nearest(lost.text, known),
                    known=", ".join(map(shortened, known)),
                )


class StepTakenBefore(OverlayRule):
    """A step placed by one that the overlay itself has replaced or removed further up."""

    args = frozenset({"kind", "first", "known"})

    def find(self, overlay: Document, base: Document | None) -> Iterator[Problem]:
        """Names the steps that are left."""
        if base is None:
            return
        composed = compose(base.root, overlay.root)
        known = ", ".join(shortened(node.text) for node in texts_at(composed.root, "steps", "kind"))
        for again, first in composed.missed.taken:
            yield self.problem(
                again.mark,
                kind=shortened(again.text),
                first=first.mark.line,
                known=known or "–",
            )


class NoStepLeft(OverlayRule):
    """An overlay that takes every step away."""

    args = frozenset({"id"})

    def find(self, overlay: Document, base: Document | None) -> Iterator[Problem]:
        """A playbook without a step has nothing to say."""
        steps = compose(base.root, overlay.root).root.get("steps") if base else None
        if isinstance(steps, ListNode) and not steps.items and overlay.root.get("steps"):
            yield self.problem(overlay.mark_of("steps"), id=shortened(overlay.id))


class TwoPlaces(PlaceRule):
    """A step of an overlay that is placed twice, or removed and written at once."""

    args = frozenset({"key", "other"})

    def find(self, place: Place) -> Iterator[Problem]:
        """One of replace, before and after with a whole step, or remove alone."""
        if place.key != "steps" or not isinstance(place.node, TableNode):
            return
        names = [entry.key for entry in place.node.entries]
        placings = [name for name in names if name.text in PLACINGS]
        if not placings:
            return
        first = placings[0]
        others = placings[1:]
        if not others and first.text == REMOVE:
            others = [name for name in names if name is not first]
        for other in others[:1]:
            yield self.problem(other.mark, key=shortened(other.text), other=first.text)


def _is_known(kind: TextNode) -> bool:
    return STEP_KIND.allows(kind.text)


OVERLAY_RULES: tuple[OverlayRule, ...] = (
    OverlayWithoutBase(),
    LostStep(),
    StepTakenBefore(),
    NoStepLeft(),
)
PLACING_RULES: tuple[PlaceRule, ...] = (TwoPlaces(),)
