"""What the tests of core share: a small library, a detector that is told, and books of paper."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from bot.core.advice import Audience
from bot.core.assessment import Assessment, Situation, Tension
from bot.core.authenticity import Spoken
from bot.core.breath import LastBreaths
from bot.core.calls import follow
from bot.core.card import CardState, Face
from bot.core.coach import Coach, Heard
from bot.core.comments import Outline
from bot.core.conversation import Channel, Memory, Past, Turn, Who
from bot.core.course import Course
from bot.core.desk import Desk
from bot.core.force import Force
from bot.core.inquiry import Inquiry, KeptTurn, Opinion, Question
from bot.core.ladder import Ladder
from bot.core.lesson import NO_LESSONS, KeptLesson, Lesson, Lessons
from bot.core.letters import Body, Urgency
from bot.core.listener import Listener
from bot.core.pace import Pace
from bot.core.people import Person, Shop
from bot.core.playbook import Library, Moment, Playbook, Step, StepKind
from bot.core.shelf import Card, Conversation, Place, Said
from tests.core.paper_handovers import PaperHandovers
from tests.core.paper_reminders import PaperReminders

SELLER, MANAGER = 11, 99
DRAFTS = ("one", "two", "three")

ACKNOWLEDGE = StepKind.ACKNOWLEDGE_FEELINGS
ALTERNATIVE = StepKind.OFFER_ALTERNATIVE
REFUND = StepKind.OFFER_REFUND
PART = StepKind.PART_WAYS
BOUNDARY = StepKind.SET_BOUNDARY
CARE = StepKind.TAKE_CARE


def book(
    name: str,
    *kinds: StepKind,
    situations: Iterable[Situation] = (),
    priority: int = 10,
    calmest: Tension = Tension.CALM,
    moment: Moment = Moment.TROUBLE,
    drafts: tuple[str, ...] = DRAFTS,
    language: str = "fa",
) -> Playbook:
    """A playbook whose words say where they come from; a refund needs the manager."""
    steps = tuple(
        Step(
            kind,
            advice=f"{language} {name} {kind}",
            drafts=tuple(f"{language.upper()} {name} {kind} {draft}" for draft in drafts),
            needs_manager=kind is REFUND,
        )
        for kind in kinds
    )
    return Playbook(
        id=name,
        title=f"{language} {name}",
        situations=frozenset(situations),
        steps=steps,
        priority=priority,
        calmest=calmest,
        moment=moment,
    )


def books_in(language: str) -> dict[str, Playbook]:
    """The playbooks of a small shop in one language."""
    books = (
        book(
            "complaint",
            *(ACKNOWLEDGE, ALTERNATIVE, REFUND, PART),
            situations={Situation.COMPLAINT},
            language=language,
        ),
        book(
            "refund",
            *(ACKNOWLEDGE, REFUND, PART),
            situations={Situation.REFUND_DEMAND},
            priority=20,
            language=language,
        ),
        book(
            "insult",
            *(BOUNDARY, CARE),
            situations={Situation.INSULT},
            priority=90,
            language=language,
        ),
        book(
            "cool_down",
            *(ACKNOWLEDGE, StepKind.ASK_NEED),
            priority=5,
            calmest=Tension.HEATED,
            language=language,
        ),
        book("praise", StepKind.FOLLOW_UP, CARE, moment=Moment.CALMED, language=language),
    )
    return {each.id: each for each in books}


def small_library() -> Library:
    """The small shop's playbooks in Persian and in English."""
    return Library({"fa": books_in("fa"), "en": books_in("en")})


def found(
    tension: Tension, *situations: Situation, risk: float = 0.9, calmed: bool = False
) -> Assessment:
    """An assessment, alarming unless said otherwise."""
    return Assessment(tension, situations, risk, calmed=calmed)


class ToldDetector:
    """Finds what a turn spells out: "2 complaint" is heated, with a complaint; "0" is calm.

    Tension 2 and more, or any situation, is alarming, but for what is called "mild".
    """

    def assess(
        self, memory: Memory, turn: Turn, lessons: Lessons = NO_LESSONS
    ) -> tuple[Memory, Assessment]:
        """As a detector does; a lesson on the very words decides."""
        number, *names = turn.text.split()
        is_mild = "mild" in names
        situations = tuple(Situation(name) for name in names if name != "mild")
        tension = Tension(int(number))
        risk = 0.9 if situations or tension >= Tension.HEATED else 0.1
        risk = 0.4 if is_mild else risk
        for lesson in lessons.items:
            if lesson.text == turn.text:
                risk = 0.9 if lesson.alarm else 0.1
        calmed = memory.tension >= Tension.HEATED and risk < 0.5
        past = Past(
            Who.CUSTOMER,
            turn.at,
            turn.text,
            tension,
            frozenset(situations),
            risk,
            turn.number,
        )
        after = memory.after_customer(past, language="fa")
        return after, Assessment(tension, situations, risk, calmed=calmed)

    def observe(self, memory: Memory, turn: Turn) -> Memory:
        """As a detector does."""
        return memory.after_seller(Past(Who.SELLER, turn.at, turn.text, number=turn.number))


@dataclass
class PaperNotebook:
    """The lessons, in memory; implements Notebook. `turns` are set by the test."""

    kept: list[KeptLesson] = field(default_factory=list)
    turns: dict[int, KeptTurn] = field(default_factory=dict)
    asked: list[tuple[str, float | None, int | None]] = field(default_factory=list)
    strangers: set[int] = field(default_factory=set)

    def lessons(self) -> Lessons:
        """All of them."""
        return Lessons(tuple(kept.lesson for kept in self.kept))

    def may_teach(self, person_id: int) -> bool:
        """All but the strangers."""
        return person_id not in self.strangers

    def learn(self, lesson: Lesson, *, by: int, turn_id: int | None) -> int:
        """A new number."""
        number = max((kept.id for kept in self.kept), default=0) + 1
        self.kept.append(KeptLesson(number, lesson, by, at=0.0))
        return number

    def name_situations(self, lesson_id: int, situations: frozenset[Situation]) -> None:
        """In its place."""
        self.kept = [
            replace(kept, lesson=replace(kept.lesson, situations=situations))
            if kept.id == lesson_id
            else kept
            for kept in self.kept
        ]

    def withdraw(self, lesson_id: int, *, by: int) -> None:
        """Gone."""
        self.kept = [kept for kept in self.kept if kept.id != lesson_id]

    def find(self, lesson_id: int) -> KeptLesson | None:
        """By its number."""
        return next((kept for kept in self.kept if kept.id == lesson_id), None)

    def newest(self, *, by: int | None, skip: int, most: int) -> tuple[KeptLesson, ...]:
        """Backwards."""
        return tuple(reversed(self._of(by)))[skip : skip + most]

    def count(self, *, by: int | None) -> int:
        """Of one person, or of all."""
        return len(self._of(by))

    def turn(self, turn_id: int) -> KeptTurn | None:
        """By its number."""
        return self.turns.get(turn_id)

    def turn_like(
        self, text: str, *, said_at: float | None, seller_id: int | None
    ) -> KeptTurn | None:
        """The newest of these words; notes what was asked for."""
        self.asked.append((text, said_at, seller_id))
        same = [turn for turn in self.turns.values() if turn.text == text]
        return same[-1] if same else None

    def _of(self, by: int | None) -> list[KeptLesson]:
        return [kept for kept in self.kept if by in (None, kept.by)]


@dataclass
class PaperInquiries:
    """The inquiries, in memory; implements Inquiries."""

    notebook: PaperNotebook
    kept: dict[int, Inquiry] = field(default_factory=dict)
    lessons: dict[int, int] = field(default_factory=dict)

    def keep(self, question: Question, now: Opinion, turn: KeptTurn | None) -> int:
        """A new number."""
        number = len(self.kept) + 1
        there, turn_id = (turn.opinion, turn.id) if turn else (None, None)
        self.kept[number] = Inquiry(
            number, question.by, question.text, now, there, turn_id, handed=question.handed
        )
        return number

    def find(self, inquiry_id: int) -> Inquiry | None:
        """With its lesson."""
        inquiry = self.kept.get(inquiry_id)
        if inquiry is None:
            return None
        lesson = self.notebook.find(self.lessons.get(inquiry_id, 0))
        may_teach = self.notebook.may_teach(inquiry.by)
        return replace(inquiry, lesson=lesson, may_teach=may_teach)

    def attach(self, inquiry_id: int, lesson_id: int) -> None:
        """The newest."""
        self.lessons[inquiry_id] = lesson_id

    def rewrite(self, inquiry_id: int, question: Question, now: Opinion) -> None:
        """In its place."""
        kept = self.kept[inquiry_id]
        self.kept[inquiry_id] = replace(kept, text=question.text, now=now, handed=question.handed)


@dataclass
class PaperComments:
    """The negative comments, in memory; implements CommentBook. `said` is set by the test."""

    kept: list[Outline] = field(default_factory=list)
    own: set[str] = field(default_factory=set)
    said: dict[int, Spoken] = field(default_factory=dict)
    watched: float | None = None

    def keep(self, outline: Outline) -> None:
        """In place of its older self."""
        place = (outline.chat_id, outline.message_id)
        self.kept = [each for each in self.kept if (each.chat_id, each.message_id) != place]
        self.kept.append(outline)

    def alike(self, outline: Outline, *, since: float) -> tuple[Outline, ...]:
        """All of others: likeness is for the asker to tell."""
        return tuple(
            each for each in self.kept if each.author_id != outline.author_id and each.at >= since
        )

    def authors(self, since: float, until: float) -> int:
        """Each once."""
        return len({each.author_id for each in self.kept if since < each.at <= until})

    def count(self, since: float, until: float) -> int:
        """Of all."""
        return sum(since < each.at <= until for each in self.kept)

    def watched_since(self) -> float | None:
        """As set."""
        return self.watched

    def spoken(self, author_id: int, before: float) -> Spoken:
        """As set."""
        return self.said.get(author_id, Spoken())

    def strange(self, addresses: Iterable[str]) -> tuple[str, ...]:
        """All but the own."""
        return tuple(each for each in addresses if each not in self.own)

    def keep_own_addresses(self, addresses: Iterable[str]) -> None:
        """Own from now on."""
        self.own.update(addresses)


@dataclass
class PaperBreaths:
    """The gentle words, in memory; implements BreathBook. `unwilling` is set by the test."""

    now: float = 1_000.0
    unwilling: set[int] = field(default_factory=set)
    kept: list[tuple[int, int, float]] = field(default_factory=list)

    def wanted_by(self, person_id: int) -> bool:
        """By all but the unwilling."""
        return person_id not in self.unwilling

    def last(self, conversation_id: int, seller_id: int) -> LastBreaths:
        """From what was kept."""
        here = [at for number, _, at in self.kept if number == conversation_id]
        told = [at for _, person, at in self.kept if person == seller_id]
        return LastBreaths(max(here, default=None), max(told, default=None))

    def keep(self, conversation_id: int, seller_id: int, at: float) -> None:
        """In order."""
        self.kept.append((conversation_id, seller_id, at))


@dataclass
class PaperBooks:
    """The store's part, in memory: implements Shelf, Counter and Classroom, and notes letters."""

    shop: Shop = field(default_factory=lambda: Shop(owner_id=MANAGER))
    may_send: bool = True
    seller_audience: Audience = field(default_factory=Audience)
    conversations: dict[int, Conversation] = field(default_factory=dict)
    cards: dict[int, Card] = field(default_factory=dict)
    turns: dict[tuple[int, int], Turn] = field(default_factory=dict)
    assessed: list[tuple[int, Heard]] = field(default_factory=list)
    shown: list[tuple[int, bool]] = field(default_factory=list)
    presses: list[tuple[int, int, str]] = field(default_factory=list)
    letters: list[tuple[int, Body, Urgency]] = field(default_factory=list)
    later: list[tuple[int, Body, float]] = field(default_factory=list)
    people: dict[int, Person] = field(default_factory=dict)
    notebook: PaperNotebook = field(default_factory=PaperNotebook)
    comments: PaperComments = field(default_factory=PaperComments)
    sent: dict[int, dict[str, float]] = field(default_factory=dict)
    handovers: PaperHandovers = field(default_factory=PaperHandovers)
    breaths: PaperBreaths = field(default_factory=PaperBreaths)
    reminders: PaperReminders = field(default_factory=PaperReminders)
    now: float = 1_000.0

    @property
    def inquiries(self) -> PaperInquiries:
        """One book of them."""
        if self._inquiries is None:
            self._inquiries = PaperInquiries(self.notebook)
        return self._inquiries

    _inquiries: PaperInquiries | None = None

    def lessons(self) -> Lessons:
        """From the notebook."""
        return self.notebook.lessons()

    def locale_of(self, person_id: int) -> str:
        """The seller's."""
        return self.seller_audience.seller_locale

    def conversation(self, place: Place) -> Conversation:
        """By its place's key."""
        for kept in self.conversations.values():
            if kept.place.key == place.key:
                return kept
        begun = Conversation(len(self.conversations) + 1, place, Memory(), Course())
        self.save(begun)
        return begun

    def conversation_of(self, card: Card) -> Conversation:
        """By a card."""
        return self.conversations[card.conversation_id]

    def keep_turn(self, conversation: Conversation, said: Said) -> int | None:
        """Once each."""
        key = (conversation.id, said.message_id)
        if key in self.turns:
            return None
        self.turns[key] = said.turn
        return list(self.turns).index(key) + 1

    def amend_turn(self, conversation: Conversation, said: Said) -> int | None:
        """Only where the text is another one."""
        key = (conversation.id, said.message_id)
        if key not in self.turns or self.turns[key].text == said.turn.text:
            return None
        self.turns[key] = said.turn
        return list(self.turns).index(key) + 1

    def keep_assessment(self, turn_id: int, heard: Heard) -> None:
        """In order."""
        self.assessed.append((turn_id, heard))
        text = list(self.turns.values())[turn_id - 1].text
        opinion = Opinion(heard.assessment, heard.decision)
        self.notebook.turns[turn_id] = KeptTurn(turn_id, text, opinion)

    def save(self, conversation: Conversation) -> None:
        """Whole."""
        self.conversations[conversation.id] = conversation

    def open_card(self, conversation: Conversation, face: Face) -> int:
        """A new number."""
        number = len(self.cards) + 1
        self.cards[number] = Card(number, conversation.id, conversation.place.seller_id, face)
        self.shown.append((number, True))
        follow(self, number, anew=True)
        return number

    def change_card(self, card_id: int, face: Face, *, anew: bool) -> None:
        """And note whether the phone sounds."""
        self.redraw_card(card_id, face)
        self.shown.append((card_id, anew))
        follow(self, card_id, anew=anew)

    def redraw_card(self, card_id: int, face: Face) -> None:
        """In silence."""
        self.cards[card_id] = replace(self.cards[card_id], face=face)

    def whisper_chat_at(self, place: Place) -> int:
        """Their own."""
        return place.seller_id

    def whisper_chat(self, card: Card) -> int:
        """Their own."""
        return card.seller_id

    def card(self, card_id: int) -> Card | None:
        """By its number."""
        return self.cards.get(card_id)

    def audience(self, conversation: Conversation) -> Audience:
        """The same for all, with what the seller has sent."""
        sent = self.sent.get(conversation.place.seller_id, {})
        return replace(self.seller_audience, words_sent=dict(sent))

    def keep_words_sent(self, seller_id: int, draft: str, *, card_id: int) -> None:
        """At a time that only grows."""
        mine = self.sent.setdefault(seller_id, {})
        mine[draft] = self.now + sum(map(len, self.sent.values()))

    def can_send(self, conversation: Conversation) -> bool:
        """As set."""
        return self.may_send

    def keep_press(self, card: Card, person_id: int, action: str) -> None:
        """In order."""
        self.presses.append((card.id, person_id, action))

    def last_customer_at(self, conversation: Conversation) -> float | None:
        """From the turns."""
        return max((turn.at for turn in self._customers(conversation)), default=None)

    def last_words(self, conversation: Conversation, count: int) -> tuple[str, ...]:
        """From the turns."""
        return tuple(turn.text for turn in self._customers(conversation))[-count:]

    def person(self, person_id: int) -> Person | None:
        """By their id."""
        return self.people.get(person_id)

    def post(self, to: int, body: Body, urgency: Urgency, *, due_at: float | None = None) -> None:
        """In order; what is due later is noted in `later` instead."""
        if due_at is None:
            self.letters.append((to, body, urgency))
        else:
            self.later.append((to, body, due_at))

    def states(self, conversation_id: int = 1) -> list[CardState]:
        """What has become of a conversation's cards, oldest first."""
        cards = self.cards.values()
        return [card.face.state for card in cards if card.conversation_id == conversation_id]

    def _customers(self, conversation: Conversation) -> list[Turn]:
        return [
            turn
            for (number, _), turn in self.turns.items()
            if number == conversation.id and turn.who is Who.CUSTOMER
        ]


def place(key: str = "chat:11:5", *, connection_id: str | None = "bc") -> Place:
    """The seller's private chat with a customer."""
    return Place(key, Channel.CHAT, 5, 5, SELLER, "مریم رضایی", connection_id)


class Talk:
    """One conversation heard by a listener, with the seller's desk beside it; time goes by."""

    def __init__(self, books: PaperBooks | None = None, where: Place | None = None) -> None:
        self.books = books or PaperBooks()
        self.where = where or place()
        coach = Coach(ToldDetector(), Ladder(small_library()), Pace())
        force = Force(coach)
        self.listener = Listener(force)
        self.desk = Desk(force, self.listener)
        self.now = 1_000.0
        self._messages = 0

    def customer(self, text: str, *, after: float = 60.0) -> Said:
        """The customer writes, as `ToldDetector` reads it, so many seconds after the last turn."""
        return self._hear(Who.CUSTOMER, text, after=after)

    def seller(self, text: str = "چشم") -> Said:
        """The seller writes."""
        return self._hear(Who.SELLER, text)

    def edited(self, said: Said, text: str) -> Said:
        """A message gets another text."""
        changed = replace(said, turn=replace(said.turn, text=text, edited=True))
        self.listener.hear_edited(self.books, changed)
        return changed

    @property
    def conversation(self) -> Conversation:
        """As kept."""
        return self.books.conversation(self.where)

    @property
    def card(self) -> Card:
        """The newest one."""
        return list(self.books.cards.values())[-1]

    def _hear(self, who: Who, text: str, *, after: float = 60.0) -> Said:
        self.now += after
        self._messages += 1
        said = Said(self.where, Turn(who, text, self.now), self._messages)
        self.listener.hear(self.books, said)
        return said
