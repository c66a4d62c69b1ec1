"""The world of a run: sellers with customers, what they say as the plan has it, and the bot."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.sandbox.state import Posted
from bot.sandbox.world import World
from tests.soak.clocks import PlannedClock
from tests.soak.plan import BEGINS_AT, Deed, Line, Plan, Where

TOKEN = "1000000001:SANDBOX-soak-SANDBOX-soak-000000000"


@dataclass(frozen=True, slots=True)
class Said:
    """A message that must be kept: its number in the seller's eyes, by whom, and its last text."""

    number: int
    by_customer: bool
    text: str
    edited: bool = False
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class Post:
    """A post in a channel, by its number there; its comments lie in the group."""

    group: int
    channel: int
    number: int


class Stage:
    """The people, and what they have said so far."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.clock = PlannedClock()
        self.world = World(self.clock)
        bot = self.world.add_bot(TOKEN, "آرام", "aram_soak_bot", reads_all_groups=True)
        self.bot_id = bot.id
        self.owner = self.world.add_user("مدیر").id
        add = self.world.add_user
        self.sellers = [add(f"فروشنده {number}").id for number in range(plan.sellers)]
        self.customers = [add(f"مشتری {number}").id for number in range(plan.talks)]
        self.said: list[dict[int, Said]] = [{} for _ in range(plan.talks)]
        self._own: list[int | None] = [None] * plan.talks
        """The number, in the customer's eyes, of what each said last; None where it was deleted."""
        self._newest: list[int] = [0] * plan.talks
        self.deeds = 0
        for person in (self.owner, *self.sellers):
            self.world.start(person, self.bot_id)
        for seller in self.sellers:
            self.world.connect(seller, self.bot_id)
        self.groups = [self._group(number) for number in range(plan.sellers)]
        self.posts = [self._post(number) for number in range(plan.sellers)]

    def _group(self, number: int) -> int:
        """A seller's group, to which they add the bot."""
        talks = self.plan.talks_of(number, Where.GROUP)
        return self._room(number, [self.customers[talk] for talk in talks])

    def _post(self, number: int) -> Post:
        """A post in a seller's channel, with the bot in the group where its comments lie."""
        seller, group = self.sellers[number], self._room(number, ())
        channel = self.world.add_channel(f"کانال {number}", owner=seller, discussion=group).id
        posted = self.world.send(seller, channel, text="کیف‌های پاییزی رسید")
        return Post(group, channel, posted.number(seller))

    def _room(self, number: int, members: Sequence[int]) -> int:
        seller = self.sellers[number]
        group = self.world.add_group(f"گروه {number}", owner=seller, members=[seller, *members])
        self.world.join(self.bot_id, group.id)
        return group.id

    @property
    def waiting(self) -> int:
        """How many updates Telegram still has for the bot."""
        return len(self.world.bots[self.bot_id].queue)

    def do(self, line: Line) -> None:
        """What a line of the plan says, at its time."""
        self.clock.show(BEGINS_AT + line.after)
        talk, customer = line.talk, self.customers[line.talk]
        number = self.plan.seller_of(talk)
        seller, where = self.sellers[number], self.plan.where_is(talk)
        group = self.posts[number].group if where is Where.POST else self.groups[number]
        place = seller if where is Where.CHAT else group
        self.deeds += 1
        match line.deed:
            case Deed.CUSTOMER:
                posted = self._say(talk, line.text)
                self._own[talk] = posted.number(customer)
                self._keep(talk, Said(posted.number(seller), True, line.text))
            case Deed.SELLER if where is Where.CHAT:
                posted = self.world.send(seller, customer, text=line.text)
                self._keep(talk, Said(posted.number(seller), False, line.text))
            case Deed.SELLER:
                answered = self._newest[talk]
                posted = self.world.send(seller, group, text=line.text, reply_to=answered)
                self._keep(talk, Said(posted.number(seller), False, line.text))
            case Deed.EDIT if (own := self._own[talk]) is not None:
                self.world.edit(customer, place, own, line.text)
                self._amend(talk, text=line.text, edited=True)
            case Deed.DELETION if (own := self._own[talk]) is not None and where is Where.CHAT:
                self.world.delete(customer, seller, own)
                self._own[talk] = None
                self._amend(talk, deleted=True)

    def _say(self, talk: int, text: str) -> Posted:
        number, customer = self.plan.seller_of(talk), self.customers[talk]
        match self.plan.where_is(talk):
            case Where.CHAT:
                return self.world.send(customer, self.sellers[number], text=text)
            case Where.GROUP:
                return self.world.send(customer, self.groups[number], text=text)
            case Where.POST:
                post = self.posts[number]
                return self.world.comment(customer, post.channel, post.number, text=text)

    def _keep(self, talk: int, said: Said) -> None:
        self.said[talk][said.number] = said
        if said.by_customer:
            self._newest[talk] = said.number

    def _amend(self, talk: int, **how: str | bool) -> None:
        number = self._newest[talk]
        self.said[talk][number] = replace(self.said[talk][number], **how)  # type: ignore[arg-type]

    def seen_by_customers(self) -> int:
        """How many messages of a bot, or sent by one in a seller's name, customers were shown."""
        shown = 0
        for customer in self.customers:
            for dialog in self.world.dialogs_of(customer):
                for message in dialog.messages.values():
                    is_bots = message.sender_id in self.world.bots
                    shown += is_bots or message.business_bot is not None
        public = (*self.groups, *(post.group for post in self.posts))
        rooms = (self.world.rooms[group] for group in public)
        return shown + sum(
            message.sender_id in self.world.bots
            for room in rooms
            for message in room.messages.values()
        )
