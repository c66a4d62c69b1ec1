"""The form's data as a change of a file, and all there is to say of it before it is published."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Protocol

from bot.content.difference import difference
from bot.content.edit import changes, edited, read_tree
from bot.content.files import spot_of
from bot.content.load import Loaded
from bot.content.problems import Problem
from bot.content.written import Value
from bot.core.edition import Change, Deed, Edition, Version, Way
from bot.core.people import Shop
from bot.errors import ContentError
from bot.locale import Locale
from handlers.panel import answers
from handlers.panel.answers import Json
from handlers.panel.auth import Visitor
from handlers.panel.given import Malformed
from handlers.panel.preview import cards, sample

MOST_READ_AGAIN = 8_000_000
"""Letters: after every change of a text the file is read again."""


class Makes(Protocol):
    """Makes playbooks of an edition, and finds its problems, as publishing does."""

    def load(self, edition: Edition) -> Loaded:
        """The playbooks; raises ContentError where none can be used."""
        ...

    def problems(self, edition: Edition, changed: Collection[str]) -> tuple[Problem, ...]:
        """Every problem; examples are heard in the files that `changed`."""
        ...


@dataclass(frozen=True, slots=True)
class Form:
    """What the page sends: a file, the version that it was opened from, and all its values."""

    file: str
    opened: Version | None
    data: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Wish:
    """A change as the form wants it, beside the edition that it would change."""

    edition: Edition
    change: Change
    by: Visitor


def wish_of(form: Form, edition: Edition, by: Visitor) -> Wish:
    """The change that a form makes: comments and untouched lines stay.

    Raises EditError, and Malformed for more changes at once than anyone makes by hand.
    """
    opened = form.opened if form.opened and form.opened.file == form.file else None
    old = (opened.text or "") if opened else ""
    wanted = tuple(changes(read_tree(old, form.file), form.data))
    if len(wanted) * len(old) > MOST_READ_AGAIN:
        raise Malformed("changes")
    text = edited(old, wanted, form.file)
    newest = edition.newest(form.file)
    change = Change(
        file=form.file,
        text=text,
        is_on=newest is None or newest.is_on,
        deed=Deed.ADD if newest is None or newest.text is None else Deed.EDIT,
        way=Way.PAGE,
        base=opened.number if opened else None,
        by=by.id,
        by_name=by.name,
    )
    return Wish(edition, change, by)


class Bench:
    """Looks at wishes; takes a while, so it belongs in a thread."""

    def __init__(self, makes: Makes, shop: Shop) -> None:
        """`makes` is what publishing checks with: the page is told what publishing would say."""
        self._makes = makes
        self._shop = shop

    def look(self, wish: Wish, locale: Locale, *, heard: bool) -> Json:
        """The text, every problem of the file and those it brings to others, difference, cards.

        Where it is to be `heard`, Aram listens to the file's examples, too: that takes longer.
        """
        change, newest = wish.change, wish.edition.newest(wish.change.file)
        after = wish.edition.with_change(change)
        return {
            "newest": newest.number if newest else None,
            "text": change.text,
            "problems": answers.problems_json(
                self._problems(wish, after, heard=heard), change.file, change.text, locale
            ),
            "lines": answers.lines_json(difference(newest.text if newest else None, change.text)),
            "cards": self._cards(wish, after, locale),
        }

    def _problems(self, wish: Wish, after: Edition, *, heard: bool) -> list[Problem]:
        file = wish.change.file
        changed = (file,) if heard else ()
        before = self._makes.problems(wish.edition, changed)
        known = {(each.file, each.message_id) for each in before}
        return [
            each
            for each in self._makes.problems(after, changed)
            if each.file == file or (each.file, each.message_id) not in known
        ]

    def _cards(self, wish: Wish, after: Edition, locale: Locale) -> list[Json] | None:
        """The cards of a playbook as it would be; None where it cannot be made."""
        spot = spot_of(wish.change.file)
        if spot is None:
            return None
        try:
            loaded = self._makes.load(after)
        except ContentError:
            return None
        playbook = loaded.library.by_locale.get(spot.locale, {}).get(spot.name)
        if playbook is None:
            return None
        audience = sample(spot.locale, wish.by.name, self._shop.name, locale)
        return cards(loaded.library, loaded.house, playbook, audience, locale)
