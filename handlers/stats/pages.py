"""Which figures a button asks for, read for whoever presses it, as a screen."""

import re
from dataclasses import dataclass, replace
from html import unescape

from aiogram.types import InlineKeyboardButton

from bot.core.conversation import Channel
from bot.core.force import Force
from bot.core.people import Shop
from bot.core.spans import Asked, period
from bot.core.stats import NO_COUNTS, WHOLE, By, Group, Part
from bot.language.calendar import almanac
from bot.locale import Locale
from bot.store.books import Books
from bot.store.ledger import Ledger
from handlers.end_button import end_button
from handlers.stats.buttons import Act, ExportButton, SellersButton, StatsButton, View
from handlers.stats.efficacy_screens import efficacy_button
from handlers.stats.front import front
from handlers.stats.keyboards import Keys, Row
from handlers.stats.lists import (
    Leaf,
    group_lines,
    hardest_lines,
    leaf_of,
    name_of,
    step_lines,
    waiting_lines,
)
from handlers.stats.own import own
from handlers.stats.picture import Easel, theme_of
from handlers.stats.sending import Screen
from handlers.stats.terms import TERMS_ON_A_PAGE, terms_lines, terms_of
from handlers.stats.words import Voice

MOST_CUSTOMERS = 30
_CHAT = re.compile(r"-?[0-9]{1,16}")
LISTS = {View.ABOUT: By.ABOUT, View.PLACES: By.PLACE, View.PLAYBOOKS: By.PLAYBOOK}
_LIST_OF = {by: view for view, by in LISTS.items()}


@dataclass(frozen=True, slots=True)
class Pages:
    """The screens of one viewer; who may not see others' figures sees their own."""

    ledger: Ledger
    shop: Shop
    force: Force
    locale: Locale
    viewer: int

    async def screen(self, says: StatsButton) -> Screen:
        """What a button asks for."""
        return await self.ledger.write(lambda books: self._screen(books, says))

    async def sellers(self, says: SellersButton) -> Screen:
        """The list of sellers, or one of them; for managers alone."""
        return await self.ledger.write(lambda books: self._sellers(books, says))

    @property
    def _manages(self) -> bool:
        return self.shop.is_manager(self.viewer)

    @property
    def _mine(self) -> Part:
        return WHOLE if self._manages else Part(seller_id=self.viewer)

    def _screen(self, books: Books, says: StatsButton) -> Screen:
        books.figures.settle()
        keys = self._keys(books, says.asked)
        view = says.view if self._manages or says.view is not View.FRONT else View.OWN
        match view:
            case View.FRONT:
                return self._front(books, keys)
            case View.OWN:
                return self._own(books, keys)
            case View.ABOUT | View.PLACES | View.PLAYBOOKS:
                return self._list(books, keys, view, says.page)
            case View.PART:
                return self._part(books, keys, says)
            case View.HARDEST:
                return self._hardest(books, keys, says.page)
            case View.WAITING:
                return self._waiting(books, keys, says.page)
            case View.TERMS:
                return self._terms(keys, says)

    def _keys(self, books: Books, asked: Asked) -> Keys:
        """The buttons for some days, and the voice, with the names that they may need."""
        today = books.summaries.today
        begun = replace(asked, first=min(asked.first, today))
        reckoned = almanac(self.locale.language, self.shop.timezone)
        language = self.locale.language

        def title_of(playbook_id: str) -> str | None:
            return self.force.coach.ladder.title(playbook_id, language)

        people = {each.id: each.name for each in books.roster.members() if each.name}
        voice = Voice(self.locale, title_of, people, books.summaries.room_titles())
        is_dark = books.wants_dark(self.viewer)
        return Keys(begun, period(begun, today, reckoned), voice, is_dark)

    def _front(self, books: Books, keys: Keys) -> Screen:
        when, voice = keys.period, keys.voice
        summary = books.summaries.summary(when)
        lines = front(summary, when, self._knowing(books, voice, summary.sellers), books.now)
        rows = keys.days(View.FRONT)
        if summary.waiting_count:
            rows += keys.row(("waiting", keys.to(View.WAITING)), ("hardest", keys.to(View.HARDEST)))
        rows += keys.row(("about", keys.to(View.ABOUT)), ("places", keys.to(View.PLACES)))
        rows += keys.row(("playbooks", keys.to(View.PLAYBOOKS)), ("sellers", keys.seller()))
        last = [("terms", keys.to(View.TERMS, of=View.FRONT))]
        if not summary.waiting_count:
            last.insert(0, ("hardest", keys.to(View.HARDEST)))
        if any(each.key == str(self.viewer) for each in summary.sellers):
            last.insert(0, ("own", keys.to(View.OWN)))
        rows += [*keys.row(*last), *keys.neighbours(keys.to(View.FRONT))]
        picture = self._easel(keys).summary(summary)
        theme = [keys.theme(View.FRONT)] if picture is not None else []
        rows += keys.row(("export", _export(keys.asked)), *theme)
        return Screen(lines, rows, picture)

    def _own(self, books: Books, keys: Keys) -> Screen:
        when, voice = keys.period, keys.voice
        summary = books.summaries.summary(when, Part(seller_id=self.viewer))
        rows = keys.days(View.OWN)
        if not self._manages:
            rows += keys.row(("about", keys.to(View.ABOUT)), ("playbooks", keys.to(View.PLAYBOOKS)))
            rows += keys.row(("waiting", keys.to(View.WAITING)), ("hardest", keys.to(View.HARDEST)))
        picture = self._easel(keys, voice.seller_plain(self.viewer)).summary(summary)
        theme = [keys.theme(View.OWN)] if picture is not None else []
        rows += keys.row(("terms", keys.to(View.TERMS, of=View.OWN)), *theme)
        rows += keys.neighbours(keys.to(View.OWN))
        if self._manages:
            rows += self._back(keys)
        return Screen(own(summary, when, voice), rows, picture)

    def _list(self, books: Books, keys: Keys, view: View, page: int) -> Screen:
        by, when = LISTS[view], keys.period
        groups = books.summaries.groups(by, when.span, self._mine)
        leaf = leaf_of(groups, page)
        lines = group_lines(by, leaf, keys.voice.span(when), keys.voice, one_day=False)
        rows = [
            *keys.deeper(by, leaf.rows, leaf.number),
            *keys.pages(leaf, keys.to(view)),
            *self._works(view),
            *keys.row(("terms", keys.to(View.TERMS, of=view))),
            *keys.neighbours(keys.to(view)),
            *self._back(keys),
        ]
        names = [name_of(by, each.key, keys.voice) for each in groups]
        title = keys.voice.say(f"chart-list-{by}")
        return Screen(lines, rows, self._easel(keys).groups(title, groups, names))

    def _works(self, view: View) -> list[Row]:
        """Which step works, for managers."""
        asks = self._manages and view is View.PLAYBOOKS
        return [[efficacy_button(self.locale)]] if asks else []

    def _part(self, books: Books, keys: Keys, says: StatsButton) -> Screen:
        found = _part_of(says.id)
        if found is None:
            return Screen([keys.voice.say("stats-gone")], self._back(keys))
        by, part = found
        when, voice = keys.period, keys.voice
        part = replace(part, seller_id=self._mine.seller_id)
        summary = books.summaries.summary(when, part)
        name = name_of(by, says.id[2:], voice)
        lines = front(summary, when, voice, books.now, part=name)
        steps = books.summaries.steps(when.span, part) if by is By.PLAYBOOK else ()
        if steps:
            lines += ["", *step_lines(steps, voice)]
        rows = [
            *keys.row(("terms", keys.to(View.TERMS, of=View.PART))),
            *keys.neighbours(keys.to(View.PART, of=says.id)),
            *keys.row(("back", keys.to(_LIST_OF[by], page=says.page))),
        ]
        return Screen(lines, rows, self._easel(keys, name).summary(summary, steps))

    def _hardest(self, books: Books, keys: Keys, page: int) -> Screen:
        when, voice = keys.period, keys.voice
        found = books.summaries.hardest(when.span, self._mine, most=MOST_CUSTOMERS)
        leaf = leaf_of(found, page)
        rows = [
            *([self._ending(each.trouble_id, each.name, voice)] for each in leaf.rows),
            *keys.pages(leaf, keys.to(View.HARDEST)),
            *keys.row(("terms", keys.to(View.TERMS, of=View.HARDEST))),
            *keys.neighbours(keys.to(View.HARDEST)),
            *self._back(keys),
        ]
        lines = hardest_lines(leaf, voice.span(when), voice)
        return Screen(lines, rows, self._easel(keys).customers(found))

    def _waiting(self, books: Books, keys: Keys, page: int) -> Screen:
        leaf = leaf_of(books.summaries.waiting(self._mine), page)
        lines = waiting_lines(leaf, keys.voice, books.now, whole_shop=self._manages)
        rows = [
            *([self._ending(each.trouble_id, each.name, keys.voice)] for each in leaf.rows),
            *keys.pages(leaf, keys.to(View.WAITING)),
            *keys.row(("terms", keys.to(View.TERMS, of=View.WAITING))),
            *self._back(keys),
        ]
        return Screen(lines, rows, keeps_picture=True)

    def _ending(self, trouble_id: int, customer: str | None, voice: Voice) -> InlineKeyboardButton:
        """How did it end? Under the customer's name, for there are several."""
        asks = end_button(trouble_id, self.locale.plain)
        name = unescape(voice.person(customer))
        return asks.model_copy(update={"text": f"{name}: {asks.text}"})

    def _terms(self, keys: Keys, says: StatsButton) -> Screen:
        view = View(says.id) if says.id in View else View.FRONT
        figures = terms_of(view)
        pages = -(-len(figures) // TERMS_ON_A_PAGE)
        number = min(max(says.page, 0), pages - 1)
        shown = figures[number * TERMS_ON_A_PAGE :][:TERMS_ON_A_PAGE]
        turn = keys.to(View.TERMS, of=says.id)
        back = view if view not in (View.PART, View.TERMS) else View.FRONT
        turning = keys.pages(Leaf((), number, pages), turn)
        rows = [*turning, *keys.row(("back", keys.to(back)))]
        return Screen(terms_lines(shown, keys.voice), rows, keeps_picture=True)

    def _sellers(self, books: Books, says: SellersButton) -> Screen:
        books.figures.settle()
        keys = self._keys(books, says.asked)
        if says.one and self._is_of_shop(books, keys, says.person):
            return self._seller(books, keys, says)
        when = keys.period
        groups = books.summaries.groups(By.SELLER, when.span)
        voice = self._knowing(books, keys.voice, groups)
        known = [each for each in groups if each.key != "0"]
        leaf = leaf_of(sorted(known, key=lambda each: voice.seller_plain(int(each.key))), says.page)
        one_day = when.whole.days == 1
        lines = group_lines(By.SELLER, leaf, voice.span(when), voice, one_day=one_day)
        keys = replace(keys, voice=voice)
        rows = [
            *keys.deeper(By.SELLER, leaf.rows, leaf.number),
            *keys.pages(leaf, keys.seller()),
            *keys.neighbours(keys.seller()),
            *self._back(keys),
        ]
        summary = books.summaries.summary(when)
        return Screen(lines, rows, self._easel(keys).summary(summary))

    def _is_of_shop(self, books: Books, keys: Keys, person: int) -> bool:
        """Whether a button names somebody of the shop, now or on these days."""
        if books.roster.role_of(person) is not None:
            return True
        groups = books.summaries.groups(By.SELLER, keys.period.span)
        return any(each.key == str(person) for each in groups)

    def _seller(self, books: Books, keys: Keys, says: SellersButton) -> Screen:
        when, key = keys.period, Group(str(says.person), NO_COUNTS)
        summary = books.summaries.summary(when, Part(seller_id=says.person))
        voice = self._knowing(books, keys.voice, (key,))
        name = voice.seller_plain(says.person)
        lines = front(summary, when, voice, books.now, part=name)
        rows = [
            *keys.row(("terms", keys.to(View.TERMS, of=View.PART))),
            *keys.neighbours(keys.seller(says.person, one=True, page=says.page)),
            *keys.row(("back", keys.seller(page=says.page))),
        ]
        return Screen(lines, rows, self._easel(keys, name).summary(summary))

    def _knowing(self, books: Books, voice: Voice, groups: tuple[Group, ...]) -> Voice:
        """A voice that knows those who are of the team no more, too."""
        unknown = {int(each.key) for each in groups} - set(voice.people)
        return replace(voice, people={**voice.people, **books.roster.names(unknown)})

    def _back(self, keys: Keys) -> list[Row]:
        return keys.row(("back", keys.to(View.FRONT if self._manages else View.OWN)))

    def _easel(self, keys: Keys, part: str | None = None) -> Easel:
        days = almanac(self.locale.language, self.shop.timezone)
        theme = theme_of(is_dark=keys.is_dark)
        return Easel(keys.voice, keys.period, days, self.shop.name or "", part, theme)


def _export(asked: Asked) -> ExportButton:
    first = asked.first.toordinal()
    return ExportButton(act=Act.SCREEN, stretch=asked.stretch, first=first, days=asked.days)


def _part_of(named: str) -> tuple[By, Part] | None:
    """The part of the shop that a button names; None where a client has made it up."""
    letter, dash, key = named.partition("-")
    if not dash or not key or letter not in LISTS.values():
        return None
    match By(letter):
        case By.ABOUT:
            return By.ABOUT, Part(about=key)
        case By.PLAYBOOK:
            return By.PLAYBOOK, Part(playbook=key)
        case By.PLACE if key in Channel:
            return By.PLACE, Part(channel=Channel(key))
        case By.PLACE if _CHAT.fullmatch(key):
            return By.PLACE, Part(chat_id=int(key))
    return None
