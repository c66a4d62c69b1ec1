"""All that is kept of a customer as JSON, in the reader's own words."""

import json
from datetime import UTC, datetime

from bot.core.dossier import Dossier, Spoken, Talked
from bot.language.calendar import shop_zone
from bot.locale import Locale
from bot.store.books import Books
from handlers.team.moments import moment_of

FILE_NAME = "customer.json"

type Plain = str | int | list["Plain"] | dict[str, "Plain"] | None


def written(books: Books, customer_id: int, locale: Locale) -> str:
    """The file's text."""
    kept = books.privacy.dossier(customer_id)
    team = {talk.seller_id for talk in kept.talks}
    return _Writer(locale.plain, dict(books.roster.names(team))).write(kept)


class _Writer:
    """Words for every part, in one language."""

    def __init__(self, locale: Locale, names: dict[int, str]) -> None:
        self._locale = locale
        self._names = names

    def write(self, kept: Dossier) -> str:
        """The whole file; empty parts are left out."""
        told = self._parts(
            number=kept.customer_id,
            talks=[self._talk(talk) for talk in kept.talks],
            lessons=list(kept.taught),
            asked=[self._parts(when=self._when(at), text=text) for at, text in kept.asked],
            comments=[self._when(at) for at in kept.comments],
        )
        return json.dumps(told, ensure_ascii=False, indent=2) + "\n"

    def _talk(self, talk: Talked) -> Plain:
        return self._parts(
            name=talk.name,
            where=self._locale.say(f"dossier-in-{talk.channel.value}"),
            chat=talk.chat_id,
            seller=self._names.get(talk.seller_id, str(talk.seller_id)),
            last=self._when(talk.last_at),
            messages=[self._said(each) for each in talk.said],
            cards=[
                self._parts(
                    when=self._when(card.at),
                    state=card.state,
                    playbook=card.playbook,
                    quote=card.quote,
                )
                for card in talk.cards
            ],
            promises=[
                self._parts(
                    when=self._when(each.made_at),
                    due=self._when(each.due_at),
                    state=each.state,
                    text=each.words,
                )
                for each in talk.promises
            ],
            answers=[self._parts(when=self._when(at), text=text) for at, text in talk.answers],
        )

    def _said(self, said: Spoken) -> Plain:
        say = self._locale.say
        situations = (each.value.replace("_", "-") for each in said.situations)
        tension = said.tension.name.lower() if said.tension is not None else None
        return self._parts(
            when=self._when(said.at),
            who=say(f"dossier-who-{said.who.value}"),
            text=said.text,
            media=said.media,
            edited=say("dossier-yes") if said.edited else None,
            deleted=self._when(said.deleted_at),
            tension=say(f"tension-{tension}") if tension is not None else None,
            situations=[say(f"situation-{each}") for each in situations],
        )

    def _parts(self, **parts: Plain) -> Plain:
        return {
            self._locale.say(f"dossier-{name}"): value
            for name, value in parts.items()
            if value not in (None, "", [])
        }

    def _when(self, at: float | None) -> str | None:
        """By the shop's calendar and clock, and as machines read it."""
        if at is None:
            return None
        exact = datetime.fromtimestamp(at, UTC).astimezone(shop_zone.get())
        return f"{moment_of(at, self._locale)} ({exact.isoformat(timespec='seconds')})"
