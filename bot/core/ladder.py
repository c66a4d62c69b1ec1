"""Which playbook, which step, which words: from an assessment and the course to one advice."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bot.core.advice import Advice, Audience
from bot.core.assessment import Assessment, Situation, Tension
from bot.core.conversation import Channel
from bot.core.course import Course, Showing
from bot.core.goods import NO_GOODS, Goods
from bot.core.house import NO_HOUSE, House, in_toman
from bot.core.playbook import Avoidance, Library, Moment, Playbook, Step, StepKind
from bot.core.wording import Names, fill, mark_of

DRAFTS_SHOWN = 2


class Ladder:
    """Climbs the playbooks of a library; holds no state of its own."""

    def __init__(
        self,
        library: Library,
        house: House = NO_HOUSE,
        goods: Goods = NO_GOODS,
        rivals: Goods = NO_GOODS,
    ) -> None:
        """Keep the playbooks in force, in the order in which they speak, and the shop's values.

        `goods` are the products of `house` and `rivals` its other shops, folded as conversations
        are remembered.
        """
        self.goods = goods
        self.rivals = rivals
        self._house = house
        self._library = library
        self._trouble = library.for_moment(Moment.TROUBLE)
        self._calmed = library.for_moment(Moment.CALMED)

    def choose(
        self, course: Course, assessment: Assessment, *, channel: Channel = Channel.CHAT
    ) -> Showing | None:
        """The step to show for a turn, or None where no playbook has anything to say.

        Below a post the review's playbook leads, whatever else was found; anywhere else only where
        nothing else was.
        """
        review = self._review_for(assessment) if channel is Channel.COMMENT else None
        if channel is Channel.GROUP:
            assessment = _as_in_private(assessment)
        playbook = review or self._playbook_for(course, assessment)
        if playbook is None:
            return None
        showing = course.showing
        peak = max(assessment.tension, showing.tension if showing else Tension.CALM)
        if showing is None or showing.playbook != playbook.id:
            step = _first_unused(playbook, course.used, start=0)
            return _show(playbook, step, peak)
        here = _place(playbook, showing)
        step = _first_unused(playbook, course.used, start=here)
        if playbook.steps[step].kind is showing.kind:
            return replace(showing, step=step, tension=peak)
        return _show(playbook, step, peak)

    def after_trouble(self) -> Showing | None:
        """The step to show once the customer has calmed down; the follow-up comes later."""
        for playbook in self._calmed:
            step = _first_unused(playbook, frozenset({StepKind.FOLLOW_UP}), start=0)
            return _show(playbook, step, Tension.CALM)
        return None

    def care(self, showing: Showing | None, *, any_book: bool) -> Showing | None:
        """The step by which the seller is taken care of: of the playbook that is shown.

        With `any_book` else of the first playbook that has one.
        """
        shown = self._original(showing) if showing is not None else None
        books = (shown, *(self._trouble if any_book else ()))
        steps = (
            _show(book, number, Tension.CALM)
            for book in books
            if book is not None
            for number, step in enumerate(book.steps)
            if step.kind is StepKind.TAKE_CARE
        )
        return next(steps, None)

    def follow_up_seconds(self, playbook_id: str | None, *, is_heated: bool) -> int | None:
        """How long after a good end to look back; None for never.

        As the trouble's own playbook says; after heat, else, as those for the time after it say.
        """
        own = self._library.find(playbook_id or "", self._library.fallback)
        books = (own, *(self._calmed if is_heated else ()))
        said = (book.follow_up_seconds for book in books if book is not None)
        return next((seconds for seconds in said if seconds is not None), None)

    def follow_up(self, playbook_id: str | None) -> Showing | None:
        """The step that looks back: the trouble's own playbook's, or that for calm afterwards."""
        own = self._library.find(playbook_id or "", self._library.fallback)
        steps = (
            _show(book, number, Tension.CALM)
            for book in (own, *self._calmed)
            if book is not None
            for number, step in enumerate(book.steps)
            if step.kind is StepKind.FOLLOW_UP
        )
        return next(steps, None)

    def next_step(self, showing: Showing, used: frozenset[StepKind]) -> Showing:
        """The next rung that has not been used; at the top, the same."""
        playbook = self._original(showing)
        if playbook is None or _place(playbook, showing) + 1 >= len(playbook.steps):
            return showing
        step = _first_unused(playbook, used, start=_place(playbook, showing) + 1)
        return replace(_show(playbook, step, showing.tension), is_quiet=showing.is_quiet)

    def other_words(self, showing: Showing, shown: Sequence[str]) -> Showing:
        """The same step with its other drafts first; `shown` are the marks of those on the card."""
        passed = [mark for mark in showing.passed if mark not in shown]
        return replace(showing, passed=(*passed, *shown))

    def advise(
        self,
        showing: Showing,
        audience: Audience,
        *,
        amount: int | None = None,
        product: str | None = None,
    ) -> Advice | None:
        """The words for a step: advice in the seller's language, drafts in the customer's.

        A step that a translation lacks is the original's. `amount` is the sum that is spoken of, in
        toman, `product` the thing.
        """
        original = self._original(showing)
        told = self._library.find(showing.playbook, audience.seller_locale)
        sent = self._library.find(showing.playbook, audience.customer_locale)
        if original is None or told is None or sent is None:
            return None
        number = _place(original, showing)
        step = _translated(original.steps[number], told)
        drafts = self._drafts(_translated(original.steps[number], sent), audience)
        shown = _in_turn(drafts, showing.passed, audience.words_sent)[:DRAFTS_SHOWN]
        names = self._names(audience, product)
        return Advice(
            playbook=told.id,
            title=told.title,
            step=number + 1,
            steps=len(original.steps),
            kind=step.kind,
            advice=step.advice,
            drafts=tuple(fill(draft, names) for draft in shown),
            needs_manager=step.needs_manager and not _within(self._limit(audience), amount),
            more_words=len(drafts) > DRAFTS_SHOWN,
            more_steps=number + 1 < len(original.steps),
            marks=tuple(map(mark_of, shown)),
        )

    def title(self, playbook_id: str, locale: str) -> str | None:
        """What a playbook is called in a language; None where it is in force no more."""
        book = self._library.find(playbook_id, locale)
        return book.title if book is not None else None

    def drafts_of(self, playbook_id: str) -> Mapping[str, str]:
        """The drafts of a playbook in every language, by their marks."""
        found = (books.get(playbook_id) for books in self._library.by_locale.values())
        steps = (step for book in found if book is not None for step in book.steps)
        return {mark_of(draft): draft for step in steps for draft in (*step.drafts, *step.friendly)}

    def terms(
        self, showing: Showing | None, audience: Audience
    ) -> tuple[int, tuple[Avoidance, ...]]:
        """What binds a seller's own words: the refund limit, in toman, and what not to write.

        The words of the playbook that is shown, of all where none is; a reason in a language that
        the seller does not read is left out.
        """
        books = [
            book
            for locale in dict.fromkeys((audience.seller_locale, audience.customer_locale))
            for book in self._library.by_locale.get(locale, {}).values()
            if showing is None or book.id == showing.playbook
        ]
        told = self._library.by_locale.get(audience.seller_locale, {})
        avoid = (
            each if book is told.get(book.id) else replace(each, why="")
            for book in books
            for each in book.avoid
        )
        return self._limit(audience), tuple(avoid)

    def _drafts(self, step: Step, audience: Audience) -> tuple[str, ...]:
        if step.friendly and self._house.is_friendly(audience.customer_locale):
            return step.friendly
        return step.drafts

    def _limit(self, audience: Audience) -> int:
        limit = self._house.refund_limit
        return audience.refund_limit if limit is None else limit

    def _names(self, audience: Audience, product: str | None) -> Names:
        """All that drafts may name, in the customer's language."""
        locale, limit = audience.customer_locale, self._limit(audience)
        values = self._house.names(locale)
        return replace(
            values,
            customer=audience.names.customer,
            seller=audience.names.seller,
            shop=values.shop or audience.names.shop,
            product=product,
            refund_limit=in_toman(limit, locale) if limit else None,
        )

    def _review_for(self, assessment: Assessment) -> Playbook | None:
        """What to do about a negative comment; what the shop itself described comes before."""
        tension, own = assessment.tension, assessment.own
        ours = (book for book in self._trouble if book.is_own and book.fits((), tension, own))
        review = Situation.SUSPECT_REVIEW
        reviews = (
            book
            for book in self._trouble
            if review in book.situations and book.fits((review,), tension)
        )
        return next(ours, None) or next(reviews, None)

    def _playbook_for(self, course: Course, assessment: Assessment) -> Playbook | None:
        fitting = [
            playbook
            for playbook in self._trouble
            if playbook.fits(assessment.situations, assessment.tension, assessment.own)
        ]
        best = fitting[0] if fitting else None
        if course.showing is None or (best is not None and (best.situations or best.is_own)):
            return best
        return self._original(course.showing) or best

    def _original(self, showing: Showing) -> Playbook | None:
        """The playbook in the language by whose steps a conversation climbs."""
        return self._library.find(showing.playbook, self._library.fallback)


def _as_in_private(assessment: Assessment) -> Assessment:
    """An angry customer is no reviewer because others read along."""
    others = tuple(each for each in assessment.situations if each is not Situation.SUSPECT_REVIEW)
    return replace(assessment, situations=others) if others else assessment


def _show(playbook: Playbook, step: int, tension: Tension) -> Showing:
    return Showing(playbook.id, step, playbook.steps[step].kind, tension)


def _place(playbook: Playbook, showing: Showing) -> int:
    """Where the step shown stands by now: a manager may have put others before it."""
    kinds = [step.kind for step in playbook.steps]
    return kinds.index(showing.kind) if showing.kind in kinds else min(showing.step, len(kinds) - 1)


def _translated(step: Step, playbook: Playbook) -> Step:
    return next((each for each in playbook.steps if each.kind is step.kind), step)


def _first_unused(playbook: Playbook, used: frozenset[StepKind], *, start: int) -> int:
    """The first step from `start` on whose kind has not been used; the last step where all have."""
    for number in range(start, len(playbook.steps)):
        if playbook.steps[number].kind not in used:
            return number
    return len(playbook.steps) - 1


def _in_turn(drafts: Iterable[str], passed: Sequence[str], sent: Mapping[str, float]) -> list[str]:
    """The drafts as they are offered: what this card has not shown, what was not sent, as written.

    Those that were come after, the most lately shown or sent last.
    """
    turns = {mark: turn for turn, mark in enumerate(passed, start=1)}

    def place(draft: str) -> tuple[int, float]:
        mark = mark_of(draft)
        return turns.get(mark, 0), sent.get(mark, 0.0)

    return sorted(drafts, key=place)


def _within(limit: int, amount: int | None) -> bool:
    return amount is not None and amount <= limit
