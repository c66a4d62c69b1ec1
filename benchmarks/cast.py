"""Who plays: one world with the bots of all contestants, sellers, and their many customers."""

from collections import Counter

from benchmarks.conversations import ANSWER, CALM, FURIOUS, HEATED, Conversation
from bot.sandbox.clock import Clock
from bot.sandbox.world import World

ARAM, AIOGRAM, PTB = "aram", "aiogram", "ptb"
TOKENS = {
    ARAM: "1000000001:SANDBOX-sandbox-SANDBOX-sandbox-000",
    AIOGRAM: "1000000002:SANDBOX-sandbox-SANDBOX-sandbox-000",
    PTB: "1000000003:SANDBOX-sandbox-SANDBOX-sandbox-000",
}
SELLERS = 4
CUSTOMERS = 500
ONE_HEATED_IN = 10
SECONDS_APART = 7.0


class Cast:
    """The people. Each customer goes on with a conversation of their own, message by message.

    Of the mixed ones one in ten is heated; of the furious, who are others, everyone.
    """

    def __init__(self, clock: Clock) -> None:
        """Let the sellers connect Aram, and someone greet the other bots."""
        self.world = World(clock)
        self.bots = {name: self._add_bot(name) for name in TOKENS}
        self.sellers = [self.world.add_user(f"فروشنده {number}").id for number in range(SELLERS)]
        self._mixed = [self.world.add_user(f"مشتری {number}").id for number in range(CUSTOMERS)]
        self._furious = [self.world.add_user(f"ناراضی {number}").id for number in range(CUSTOMERS)]
        self._written: Counter[tuple[str, bool]] = Counter()
        for seller in self.sellers:
            self.world.start(seller, self.bots[ARAM])
            self.world.connect(seller, self.bots[ARAM])
        for name in (AIOGRAM, PTB):
            self.world.send(self._mixed[0], self.bots[name], text="سلام")

    def write(self, name: str, count: int, *, furious: bool) -> None:
        """Let customers write `count` messages: to their sellers for Aram, else to the bot."""
        people = self._furious if furious else self._mixed
        for _ in range(count):
            turn, number = divmod(self._written[name, furious], len(people))
            conversation = _conversation(number, furious=furious)
            to = self.sellers[number % SELLERS] if name == ARAM else self.bots[name]
            self.world.clock.advance(SECONDS_APART)
            self.world.send(people[number], to, text=conversation[turn % len(conversation)])
            self._written[name, furious] += 1

    @property
    def written(self) -> int:
        """How many messages customers have written to all bots."""
        return self._written.total()

    def answer(self, *, furious: bool) -> None:
        """Let the sellers answer all their customers."""
        for number, customer in enumerate(self._furious if furious else self._mixed):
            self.world.send(self.sellers[number % SELLERS], customer, text=ANSWER)

    def _add_bot(self, name: str) -> int:
        return self.world.add_bot(TOKENS[name], name, f"{name}_bench_bot").id


def _conversation(number: int, *, furious: bool) -> Conversation:
    if furious:
        return FURIOUS[number % len(FURIOUS)]
    if number % ONE_HEATED_IN == 0:
        return HEATED[number // ONE_HEATED_IN % len(HEATED)]
    return CALM[number % len(CALM)]
