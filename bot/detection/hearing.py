"""What Aram hears, for the rules of playbooks: the `Hearing` of `bot.content.rules.rule`."""

from collections.abc import Container, Sequence
from functools import partial

from bot.core.coach import Coach
from bot.core.conversation import Channel, Memory, Turn, Who
from bot.core.course import Course
from bot.detection.calm_talk import CalmTalk
from bot.detection.lexicon import Read

PRIVATE, PUBLIC = Channel.CHAT, Channel.COMMENT


class TrialHearing:
    """Listens for rules as a coach in force would; `examples_of` names the files to listen to."""

    def __init__(
        self, read: Read, coach: Coach | None = None, examples_of: Container[str] = ()
    ) -> None:
        """Count phrases folded by `read`; without a coach no message leads anywhere."""
        self._read = read
        self._coach = coach
        self._calm_talk = CalmTalk()
        self.examples_of = examples_of

    @property
    def calm_total(self) -> int:
        """How many calm customer messages there are to count in."""
        return len(self._calm_talk.turns)

    def calm_turns(self, phrases: Sequence[str]) -> Sequence[int]:
        """For each phrase, in how many calm messages it is found."""
        return self._calm_talk.counts(phrases, self._read)

    def leads_to(self, text: str) -> str | None:
        """The playbook that a message opens as a conversation's first; None where Aram is silent.

        What alarms only in its place, as chasing does, leads nowhere.
        """
        if self._coach is None:
            return None
        heard = self._coach.hear(Memory(), Course(), Turn(Who.CUSTOMER, text, 0.0))
        showing = heard.course.showing
        return showing.playbook if heard.alert and showing is not None else None

    def belongs_to(self, text: str) -> frozenset[str]:
        """The playbooks that a message would open, in private and in public, if Aram spoke."""
        return frozenset(filter(None, map(partial(self._chosen, text), (PRIVATE, PUBLIC))))

    def _chosen(self, text: str, channel: Channel) -> str | None:
        if self._coach is None:
            return None
        turn = Turn(Who.CUSTOMER, text, 0.0, channel)
        _, assessment = self._coach.detector.assess(Memory(), turn)
        showing = self._coach.ladder.choose(Course(), assessment)
        return None if showing is None else showing.playbook
