"""What the owner of a shop decides about people's words, and what has to be forgotten for it."""

from bot.core.deed import DeedKind
from bot.core.privacy import DAY_SECONDS
from bot.store.erasing import Erasing
from bot.store.retention import Retention, forget_asides
from bot.store.revisions import SHOPS, next_revision
from bot.store.roster import Roster
from bot.store.sealing import seal_of
from bot.store.tables import ShopRow


class Privacy(Erasing):
    """The rules of one shop about words, inside one transaction."""

    @property
    def retention(self) -> Retention:
        """What is kept no longer."""
        return Retention(self._database, self._shop, self.now)

    @property
    def is_sealed(self) -> bool:
        """Whether words are encrypted where they are kept."""
        return seal_of(self._database.dialect) is not None

    def keep_days(self, days: int, *, by: int | None) -> None:
        """Keep words for so many days from now on."""
        self._change(ShopRow, self._shop.id, words_days=days)
        self._decided(DeedKind.WORDS_KEPT, by, number=str(days))

    def mask(self, *, on: bool, by: int | None) -> None:
        """Keep numbers and addresses of people from now on no more, or again."""
        self._change(ShopRow, self._shop.id, masks_words=on)
        self._decided(DeedKind.MASKING_ON if on else DeedKind.MASKING_OFF, by)

    def forget_asides(self, days: int) -> int:
        """Forget updates that were set aside so many days ago, of whichever shop."""
        return forget_asides(self._database, self.now - days * DAY_SECONDS)

    def _decided(self, kind: DeedKind, by: int | None, **about: str) -> None:
        Roster(self._database, self._shop, self.now).keep_deed(kind, by, **about)
        next_revision(self._database, SHOPS)
