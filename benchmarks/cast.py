"""Who plays: one world with the bots of all contestants, sellers, and their many customers."""

from bot.sandbox.clock import Clock
from bot.sandbox.world import World

from benchmarks.conversations import CALM, HEATED, Conversation

ARAM, AIOGRAM, PTB = "aram", "aiogram", "ptb"
TOKENS = {
    ARAM: "1000000001:SANDBOX-sandbox-SANDBOX-sandbox-000",
    AIOGRAM: "1000000002:SANDBOX-sandbox-SANDBOX-sandbox-000",
    PTB: "1000000003:SANDBOX-sandbox-SANDBOX-sandbox-000",
}
SELLERS = 4
CUSTOMERS = 200
ONE_HEATED_IN = 10
SECONDS_APART = 7.0


class Cast:
    """The people. Each customer goes on with a conversation of their own, message by message.

    One customer in ten is heated; of the `angry`, who are others, everyone is.
    """

    def __init__(self, clock: Clock) -> None:
        """Let the sellers connect Aram, and someone greet the other bots."""
        self.world = World(clock)
        self.bots = {name: self._add_bot(name) for name in TOKENS}
        self.sellers = [self.world.add_user(f"فروشنده {number}").id for number in range(SELLERS)]
        self._mixed = [self.world.add_user(f"مشتری {number}").id for number in range(CUSTOMERS)]
        self._angry = [self.world.add_user(f"ناراضی {number}").id for number in range(CUSTOMERS)]
        self._written = 0
        for seller in self.sellers:
            self.world.start(seller, self.bots[ARAM])
            self.world.connect(seller, self.bots[ARAM])
        for name in (AIOGRAM, PTB):
            self.world.send(self._mixed[0], self.bots[name], text="سلام")

    def write(self, name: str, count: int, *, angry: bool) -> None:
        """Let customers write `count` messages: to their sellers for Aram, else to the bot."""
        people = self._angry if angry else self._mixed
        for _ in range(count):
            turn, number = divmod(self._written, len(people))
            conversation = _conversation(number, angry=angry)
            to = self.sellers[number % SELLERS] if name == ARAM else self.bots[name]
            self.world.clock.advance(SECONDS_APART)
            self.world.send(people[number], to, text=conversation[turn % len(conversation)])
            self._written += 1

    def _add_bot(self, name: str) -> int:
        return self.world.add_bot(TOKENS[name], name, f"{name}_bench_bot").id


def _conversation(number: int, *, angry: bool) -> Conversation:
    if angry or number % ONE_HEATED_IN == 0:
        return HEATED[number // ONE_HEATED_IN % len(HEATED)]
    return CALM[number % len(CALM)]
