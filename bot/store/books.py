"""One transaction of the ledger: all that may be read and written inside it.

Implements `bot.core.listener.Shelf`, `bot.core.desk.Counter` and `bot.core.school.Classroom`.
"""

from collections.abc import Mapping

from sqlalchemy import Connection as Database

from bot.core.advice import Audience
from bot.core.calls import follow
from bot.core.card import Face
from bot.core.care import look_after
from bot.core.conversation import Channel
from bot.core.first_name import first_name
from bot.core.followup import look_back_at
from bot.core.lesson import Lessons
from bot.core.letters import CardLetter, CopyLetter, Letter, Urgency
from bot.core.nudges import listen, nudge_lost
from bot.core.people import Shop
from bot.core.reach import ring, undelivered
from bot.core.shelf import Card, Conversation, Place
from bot.core.standing import Standing
from bot.core.wording import Names
from bot.store import outbox, words
from bot.store.cards import Cards
from bot.store.comments import Comments
from bot.store.copies import Copies
from bot.store.digests import Digests
from bot.store.duty import Duty
from bot.store.efficacy import Efficacy
from bot.store.exports import Exports
from bot.store.handovers import Handovers
from bot.store.inbox import ANYBODY, Inbox
from bot.store.inquiries import Inquiries
from bot.store.lessons import LessonCache, Notebook
from bot.store.mail import Mail
from bot.store.nudges import Cares, Silences
from bot.store.own_words import Breaths, OwnWords
from bot.store.piles import Piles
from bot.store.privacy import Privacy
from bot.store.promises import Reminders
from bot.store.public_answers import PublicAnswers
from bot.store.reach import Reach
from bot.store.rooms import Rooms
from bot.store.roster_settings import SettingsRoster
from bot.store.standing import standing
from bot.store.statements import new_numbered_row
from bot.store.summary import Summaries
from bot.store.tables import CardRow
from bot.store.talks import Talks
from bot.store.team import Team
from bot.store.turned_back import follow_clock
from bot.store.updates import Updates
from bot.store.usage import playbook_shown
from bot.store.versions import Versions


class Books(Talks, Cards, Team, Updates, Mail):
    """The open ledger. `now` is the time of this transaction, in seconds."""

    def __init__(self, database: Database, shop: Shop, lessons: LessonCache, now: float) -> None:
        """Keep the database's connection; the ledger commits what is done through it."""
        super().__init__(database, shop, now)
        self.notebook = Notebook(database, lessons, now, shop)
        self.inquiries = Inquiries(database, self.notebook, now, shop)
        self.versions = Versions(database, now, shop.id)
        self.roster = SettingsRoster(database, shop, now)
        self.piles = Piles(database, shop, now)
        self._lesson_cache = lessons
        self._of: dict[int, Books] = {}
        self.rooms = Rooms(database, shop, now)
        self.duty = Duty(database, shop, now)
        self.copies = Copies(database, shop, now)
        self.comments = Comments(database, shop, now)
        self.handovers = Handovers(database, shop, now)
        self.own_words = OwnWords(database, shop, now)
        self.breaths = Breaths(database, shop, now)
        self.reach = Reach(database, shop, now)
        self.summaries = Summaries(database, shop, now)
        self.exports = Exports(database, shop, now)
        self.digests = Digests(database, shop, now)
        self.efficacy = Efficacy(database, shop, now)
        self.reminders = Reminders(database, shop, now)
        self.silences = Silences(database, shop, now)
        self.cares = Cares(database, shop, now)
        self.public_answers = PublicAnswers(database, shop, now)
        self.privacy = Privacy(database, shop, now)

    def of(self, shop: Shop) -> "Books":
        """The same open ledger, as another shop's."""
        if shop.id == self._shop.id:
            return self
        if shop.id not in self._of:
            self._of[shop.id] = Books(self._database, shop, self._lesson_cache, self.now)
        return self._of[shop.id]

    @property
    def shop(self) -> Shop:
        """Whose ledger it is."""
        return self._shop

    @property
    def has_posted(self) -> bool:
        """Whether a letter was put into the outbox."""
        return self.posts > 0 or any(each.has_posted for each in self._of.values())

    @property
    def begun(self) -> tuple[Channel, ...]:
        """Where troubles have begun in this transaction, of whichever shop."""
        others = (channel for each in self._of.values() for channel in each.begun)
        return (*self.figures.begun, *others)

    # The whole database

    def follow_clock(self) -> float:
        """Bring back what was written by a clock that was ahead; by how many seconds it was."""
        return follow_clock(self._database, self.now)

    def inbox(self, bot_id: int = 0, holder: str = ANYBODY) -> Inbox:
        """The updates that one process has taken over for a bot, and those set aside."""
        return Inbox(self._database, self.now, bot_id=bot_id, holder=holder)

    def standing(self) -> Standing:
        """How things stand in the whole database."""
        return standing(self._database, self.now)

    # Conversations

    def save(self, conversation: Conversation) -> None:
        """Keep memory, course and the open card's number; who waits in it is watched over."""
        super().save(conversation)
        listen(self, conversation)
        look_after(self, conversation)

    # Cards

    def open_card(self, conversation: Conversation, face: Face) -> int:
        """Begin a card and post it; its number."""
        begun = {
            "conversation_id": conversation.id,
            "seller_id": conversation.place.seller_id,
            "state": face.state.value,
            "face": self._face_to_json(face),
            "playbook": face.advice.playbook if face.advice else None,
            "opened_at": self.now,
            "changed_at": self.now,
        }
        card_id: int = self._database.execute(new_numbered_row(CardRow), begun).scalar_one()
        place = conversation.place
        self.figures.opened(conversation, card_id, face)
        self._post_card(card_id, place.seller_id, place, anew=True)
        follow(self, card_id, anew=True)
        return card_id

    def change_card(self, card_id: int, face: Face, *, anew: bool) -> None:
        """Change what a card shows and post it, as a new message where `anew`."""
        self.redraw_card(card_id, face)
        card = self.card(card_id)
        if card is not None:
            place = self.conversation_of(card).place
            self._post_card(card_id, card.seller_id, place, anew=anew)
            follow(self, card_id, anew=anew)

    def redraw_card(self, card_id: int, face: Face) -> None:
        """Change what a card shows, without a letter: the caller brings it to the screen."""
        self._change(
            CardRow,
            card_id,
            face=self._face_to_json(face),
            state=face.state.value,
            changed_at=self.now,
            **playbook_shown(face),
        )
        self.figures.shown(card_id, face)
        look_back_at(self, card_id, face)

    def give_card(self, card: Card, person_id: int) -> None:
        """Let a group's card be someone's, and bring every copy of it up to date."""
        self.copies.give(card, person_id)
        for copy in self.copies.of(card.id):
            if copy.missed_at is None:
                self.post(copy.person_id, CopyLetter(card.id, anew=False), Urgency.NOW)

    def audience(self, conversation: Conversation) -> Audience:
        """Whom the words of this conversation's cards are for."""
        seller = self.person(conversation.place.seller_id)
        language = conversation.memory.language
        return Audience(
            seller_locale=self.locale_of(conversation.place.seller_id),
            customer_locale=language,
            names=Names(
                customer=first_name(conversation.place.customer_name, language),
                seller=first_name(seller.first_name, language) if seller else None,
                shop=self._shop.name,
            ),
            refund_limit=self._shop.refund_limit,
            words_sent=self._words_used(conversation),
        )

    def _words_used(self, conversation: Conversation) -> Mapping[str, float]:
        """When drafts were last sent by the seller, or shown to them beside another customer."""
        seller_id, card_id = conversation.place.seller_id, conversation.card_id
        used = dict(self.words_sent(seller_id))
        shown = words.words_shown(self._database, seller_id, shop_id=self._shop.id, before=card_id)
        for mark, at in shown.items():
            used[mark] = max(at, used.get(mark, 0.0))
        return used

    def can_send(self, conversation: Conversation) -> bool:
        """Whether Aram may write to this customer as the seller."""
        connection = self.connection(conversation.place.connection_id or "")
        return connection is not None and connection.is_enabled and connection.can_reply

    def words_sent(self, seller_id: int) -> Mapping[str, float]:
        """When a seller last sent each draft, by its mark, in seconds."""
        return words.words_sent(self._database, seller_id)

    def keep_words_sent(self, seller_id: int, draft: str, *, card_id: int) -> None:
        """Keep that a seller sends the words of a draft now, one that a card shows."""
        self.figures.sent(card_id, draft)
        words.keep_words_sent(self._database, seller_id, draft, at=self.now)

    # Lessons

    def lessons(self) -> Lessons:
        """What the shop taught; the same object while nothing changes."""
        return self.notebook.lessons()

    # Letters

    def mark_sent(
        self,
        letter: Letter,
        *,
        card_id: int | None = None,
        brief_id: int | None = None,
        message_id: int | None = None,
    ) -> None:
        """Keep the receipt of a letter, and which message a card or a brief has become.

        The card comes before its letter, as in `change_card`: two orders would lock each other out.
        """
        if brief_id is not None and message_id is not None:
            self.handovers.place_brief(brief_id, message_id)
        if card_id is not None and message_id is not None:
            self.place_card(card_id, message_id)
        outbox.mark_sent(self._database, letter, self.now)

    def give_up(self, letter: Letter, trouble: str) -> None:
        """A letter can never be delivered; who is out of reach for it is known from now on."""
        outbox.give_up(self._database, letter, trouble)
        if trouble == "unreachable":
            shops = self.roster.shops()
            shop = next((each for each in shops if each.id == letter.shop_id), self._shop)
            undelivered(self.of(shop), letter)
            nudge_lost(self.of(shop), letter)

    def _post_card(self, card_id: int, seller_id: int, place: Place, *, anew: bool) -> None:
        """A card belongs to the seller it was opened for, whoever answers the customer later.

        In a group it may be nobody's yet: then all who are asked see it.
        """
        if place.channel.is_public:
            readers = self.copies.readers(card_id, seller_id)
            for person_id in readers:
                self.post(person_id, CopyLetter(card_id, anew), Urgency.NOW)
        else:
            readers = (seller_id,)
            self.post(self._whisper_chat(seller_id, place), CardLetter(card_id, anew), Urgency.NOW)
        if anew:
            ring(self, card_id, readers)

    def erase_customer(self, customer_id: int) -> bool:
        """Erase a customer, also from the cards on screens; False where there is none."""
        letters = self.privacy.erase(customer_id)
        for to, body in letters or ():
            self.post(to, body, Urgency.LATER)
        return letters is not None

    def whisper_chat(self, card: Card) -> int:
        """The private chat in which a card's seller is whispered to."""
        return self._whisper_chat(card.seller_id, self.conversation_of(card).place)

    def whisper_chat_at(self, place: Place) -> int:
        """The private chat in which the seller of a place is whispered to."""
        return self._whisper_chat(place.seller_id, place)

    def _whisper_chat(self, seller_id: int, place: Place) -> int:
        connection = self.connection(place.connection_id or "")
        own = connection is not None and connection.seller_id == seller_id
        return connection.whisper_chat_id if connection is not None and own else seller_id
