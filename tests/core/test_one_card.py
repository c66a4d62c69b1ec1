"""Whatever customers, sellers and buttons do: one card a conversation, and none while muted."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from bot.core.assessment import Situation, Tension
from bot.core.card import CardState
from bot.core.conversation import Who
from bot.core.press import Action, Outgoing, Press
from bot.core.shelf import Said
from tests.core.cast import SELLER, PaperBooks, Talk, place

ON_SCREEN = {CardState.OPEN, CardState.MUTED}
KEYS = ("chat:11:5", "chat:11:6")
words = st.builds(
    lambda tension, names: " ".join([str(int(tension)), *sorted(names)]),
    st.sampled_from(Tension),
    st.sets(st.sampled_from([Situation.COMPLAINT, Situation.INSULT, Situation.NAGGING])),
)
keys = st.sampled_from(KEYS)


class OneCard(RuleBasedStateMachine):
    """Two conversations over the same books, and every button on every card ever shown."""

    def __init__(self) -> None:
        super().__init__()
        self.books = PaperBooks()
        self.talks = {key: Talk(self.books, place(key)) for key in KEYS}
        self.newest: dict[str, Said] = {}
        self.on_their_way: dict[int, Outgoing] = {}
        self.receipts = 0

    @rule(key=keys, text=words)
    def customer_writes(self, key: str, text: str) -> None:
        muted, shown = self._before(key)
        self.newest[key] = self.talks[key].customer(text)
        self._silent_if_muted(key, muted, shown)

    @rule(key=keys, text=words)
    def seller_writes(self, key: str, text: str) -> None:
        shown = len(self.books.shown)
        self.newest[key] = self.talks[key].seller(text)
        assert len(self.books.shown) == shown, "the seller's own words moved a card"

    @precondition(lambda self: self.newest)
    @rule(key=keys, text=words)
    def newest_message_is_edited(self, key: str, text: str) -> None:
        if key in self.newest:
            muted, shown = self._before(key)
            self.newest[key] = self.talks[key].edited(self.newest[key], text)
            self._silent_if_muted(key, muted, shown)

    @precondition(lambda self: self.newest)
    @rule(key=keys)
    def newest_message_is_redelivered(self, key: str) -> None:
        if key in self.newest:
            before = (self.talks[key].conversation, len(self.books.shown))
            self.talks[key].listener.hear(self.books, self.newest[key])
            assert before == (self.talks[key].conversation, len(self.books.shown))

    @precondition(lambda self: self.books.cards)
    @rule(choose=st.data(), action=st.sampled_from(Action), draft=st.integers(0, 2))
    def seller_presses(self, choose: st.DataObject, action: Action, draft: int) -> None:
        card_id = choose.draw(st.sampled_from(sorted(self.books.cards)))
        talk = self._talk_of(card_id)
        done = talk.desk.press(self.books, Press(card_id, action, SELLER, talk.now, draft))
        if isinstance(done, Outgoing):
            assert card_id not in self.on_their_way, "sent twice"
            self.on_their_way[card_id] = done

    @precondition(lambda self: self.on_their_way)
    @rule(choose=st.data())
    def draft_reaches_the_customer(self, choose: st.DataObject) -> None:
        card_id = choose.draw(st.sampled_from(sorted(self.on_their_way)))
        outgoing, talk = self.on_their_way.pop(card_id), self._talk_of(card_id)
        self.receipts += 1
        talk.desk.sent(self.books, card_id, message_id=10_000 + self.receipts, at=talk.now)
        newest = talk.conversation.memory.recent[-1]
        assert (newest.who, newest.folded) == (Who.SELLER, outgoing.text)
        self.newest.pop(talk.where.key, None)

    @precondition(lambda self: self.on_their_way)
    @rule(choose=st.data(), may_send=st.booleans())
    def draft_is_refused(self, choose: st.DataObject, may_send: bool) -> None:
        card_id = choose.draw(st.sampled_from(sorted(self.on_their_way)))
        del self.on_their_way[card_id]
        self._talk_of(card_id).desk.not_sent(self.books, card_id, may_send=may_send)

    @invariant()
    def each_conversation_has_at_most_one_card_on_screen(self) -> None:
        for talk in self.talks.values():
            kept = talk.conversation
            on_screen = [
                card.id
                for card in self.books.cards.values()
                if card.conversation_id == kept.id and card.face.state in ON_SCREEN
            ]
            assert on_screen == ([] if kept.card_id is None else [kept.card_id])

    @invariant()
    def a_conversation_has_a_card_exactly_while_a_step_is_shown(self) -> None:
        for talk in self.talks.values():
            kept = talk.conversation
            assert (kept.card_id is None) is (kept.course.showing is None)

    @invariant()
    def a_muted_conversation_has_a_muted_card(self) -> None:
        for talk in self.talks.values():
            kept = talk.conversation
            card = self.books.cards.get(kept.card_id or 0)
            assert kept.course.muted is bool(card and card.face.state is CardState.MUTED)

    @invariant()
    def a_card_knows_whether_a_draft_is_on_its_way(self) -> None:
        sending = {card.id for card in self.books.cards.values() if card.face.sending is not None}
        assert sending == set(self.on_their_way)

    @invariant()
    def an_open_card_shows_the_step_of_the_course(self) -> None:
        for talk in self.talks.values():
            kept = talk.conversation
            if kept.card_id is not None and kept.course.showing is not None:
                advice = self.books.cards[kept.card_id].face.advice
                assert advice is not None
                assert advice.playbook == kept.course.showing.playbook
                assert advice.kind is kept.course.showing.kind

    def _talk_of(self, card_id: int) -> Talk:
        place = self.books.conversation_of(self.books.cards[card_id]).place
        return self.talks[place.key]

    def _before(self, key: str) -> tuple[bool, int]:
        return self.talks[key].conversation.course.muted, len(self.books.shown)

    def _silent_if_muted(self, key: str, muted: bool, shown: int) -> None:
        if muted:
            assert len(self.books.shown) == shown, "a card moved while the chat was muted"


TestOneCard = OneCard.TestCase
TestOneCard.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
