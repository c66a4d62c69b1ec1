"""Playbooks that would speak otherwise than meant, by what Aram really hears."""

from collections.abc import Iterator

from bot.content.document import Document, Repertoire
from bot.content.nodes import text_at, texts_at
from bot.content.problems import Problem, shortened
from bot.content.rules.rule import NONE_NEAR, Hearing, HearingRule
from bot.core.playbook import Moment

COMMON = 5 / 1000


class CommonPhrase(HearingRule):
    """A phrase that calm customers say so often that Aram would speak for nothing."""

    args = frozenset({"phrase", "found", "total"})
    is_of_sound = False

    def find(self, repertoire: Repertoire, hearing: Hearing) -> Iterator[Problem]:
        """Sure phrases only: hints need something else beside them."""
        nodes = [
            node
            for document in repertoire.documents
            for node in texts_at(document.root, "signals", "phrases")
        ]
        counts = hearing.calm_turns([node.text for node in nodes])
        for node, count in zip(nodes, counts, strict=True):
            if count > COMMON * hearing.calm_total:
                phrase, total = shortened(node.text), hearing.calm_total
                yield self.problem(node.mark, phrase=phrase, found=count, total=total)


class ExampleRule(HearingRule):
    """An example that is heard otherwise than its playbook says."""

    args = frozenset({"example", "heard"})

    def listened(self, repertoire: Repertoire, hearing: Hearing) -> Iterator[Document]:
        """The playbooks with a file whose examples are to be listened to.

        Those for after the trouble are opened by no message, whatever their examples say.
        """
        for document in repertoire.documents:
            wanted = any(file in hearing.examples_of for file in document.files)
            if wanted and text_at(document.root, "when", "moment") != Moment.CALMED:
                yield document


class SilentExample(ExampleRule):
    """A message that should lead to its playbook, and does not."""

    def find(self, repertoire: Repertoire, hearing: Hearing) -> Iterator[Problem]:
        """Says where it leads instead, "none" for nowhere.

        A mild message that alarms only after others of its kind is as good an example as any. For
        a playbook that speaks of whatever nobody else does, one that another speaks of is, too.
        """
        for document in self.listened(repertoire, hearing):
            is_for_the_rest = not any(texts_at(document.root, "when", "situations"))
            for node in texts_at(document.root, "examples", "fires"):
                heard = hearing.belongs_to(node.text)
                if document.id not in heard and not (is_for_the_rest and heard):
                    other = min(heard, default=NONE_NEAR)
                    yield self.problem(node.mark, example=shortened(node.text), heard=other)


class LoudLookAlike(ExampleRule):
    """A look-alike that leads to the playbook although it should not."""

    args = frozenset({"example"})

    def find(self, repertoire: Repertoire, hearing: Hearing) -> Iterator[Problem]:
        """A look-alike may lead to another playbook."""
        for document in self.listened(repertoire, hearing):
            for node in texts_at(document.root, "examples", "quiet"):
                if hearing.leads_to(node.text) == document.id:
                    yield self.problem(node.mark, example=shortened(node.text))


HEARING_RULES: tuple[HearingRule, ...] = (CommonPhrase(), SilentExample(), LoudLookAlike())
