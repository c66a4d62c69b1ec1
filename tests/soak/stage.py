"""The world of a run: sellers with customers, what they say as the plan has it, and the bot."""

from dataclasses import dataclass, replace

from bot.sandbox.world import World
from tests.soak.clocks import PlannedClock
from tests.soak.plan import BEGINS_AT, Deed, Line, Plan

TOKEN = "1000000001:SANDBOX-soak-SANDBOX-soak-000000000"


@dataclass(frozen=True, slots=True)
class Said:
    """A message that must be kept: its number in the seller's eyes, by whom, and its last text."""

    number: int
    by_customer: bool
    text: str
    edited: bool = False
    deleted: bool = False


class Stage:
    """The people, and what they have said so far."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.clock = PlannedClock()
        self.world = World(self.clock)
        self.bot_id = self.world.add_bot(TOKEN, "آرام", "aram_soak_bot").id
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

    @property
    def waiting(self) -> int:
        """How many updates Telegram still has for the bot."""
        return len(self.world.bots[self.bot_id].queue)

    def do(self, line: Line) -> None:
        """What a line of the plan says, at its time."""
        self.clock.show(BEGINS_AT + line.after)
        talk, customer = line.talk, self.customers[line.talk]
        seller = self.sellers[self.plan.seller_of(talk)]
        self.deeds += 1
        match line.deed:
            case Deed.CUSTOMER:
                posted = self.world.send(customer, seller, text=line.text)
                self._own[talk] = posted.number(customer)
                self._newest[talk] = number = posted.number(seller)
                self.said[talk][number] = Said(number, True, line.text)
            case Deed.SELLER:
                number = self.world.send(seller, customer, text=line.text).number(seller)
                self.said[talk][number] = Said(number, False, line.text)
            case Deed.EDIT if (own := self._own[talk]) is not None:
                self.world.edit(customer, seller, own, line.text)
                self._amend(talk, text=line.text, edited=True)
            case Deed.DELETION if (own := self._own[talk]) is not None:
                self.world.delete(customer, seller, own)
                self._own[talk] = None
                self._amend(talk, deleted=True)

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
        return shown
