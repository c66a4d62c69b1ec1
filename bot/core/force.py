"""What is in force now: the coach, replaced whole when managers publish a change."""

from bot.core.coach import Coach


class Force:
    """Holds the coach in force; whoever acts reads it once, so that no turn sees two of them."""

    def __init__(self, coach: Coach) -> None:
        """Begin with a coach."""
        self._coach = coach

    @property
    def coach(self) -> Coach:
        """The coach in force at this moment."""
        return self._coach

    def adopt(self, coach: Coach) -> None:
        """Put another coach in force, for every turn from now on; safe from any thread."""
        self._coach = coach
