"""What random updates are about: the people and chats of a stage, and hostile words."""

from dataclasses import dataclass
from random import Random

from tests.handlers.test_permissions import BUTTONS, commands, samples
from tests.stage import Stage

CONNECTION = "sandbox-connection-1"
HOSTILE = (
    "",
    " ",
    "سلام، سفارشم کی می‌رسد؟",
    "شما کلاهبردارین! پول منو خوردین، ازتون شکایت می‌کنم",
    "ممنون، حل شد 🙏",
    "</b><a href='http://evil.example'>evil</a>",
    "<b><i>\u202e<script>alert(1)</script>",
    "\u202e\u2067\u2066\u202d",
    "a\0b",
    "\ud800",
    '=HYPERLINK("http://evil.example")',
    "{$name} { NUMBER(1) } {missing}",
    "%s %d {0} {name}",
    "1405/9/1 تا 1405/9/30",
    "ساعت ۲۵:۶۱",
    "۹" * 400,
    "ک" * 4_096,
    "a …" * 1_000,
    "\n" * 3_000,
    "From: a@b\nSubject: c\n\nd",
    "[۱۴۰۵/۰۹/۰۱, ۱۰:۰۰] سارا: سلام",
    "../../etc/passwd",
    "fa/insult.yaml",
    "😡" * 200,
)
NUMBERS = (0, 1, -1, 2**31 - 1, 2**31, 2**52, -(2**52), 7)
FIRST_ACCOUNT = 400_000_000
"""Below are accounts of Telegram's own, to which no bot can write."""
TOO_LARGE = (2**63, -(2**63) - 1, 10**30)


@dataclass(frozen=True)
class Cast:
    """Who there is, and what they can be made to say."""

    cards: tuple[dict[str, object], ...]
    team: tuple[int, ...]
    people: tuple[int, ...]
    groups: tuple[int, ...]
    bot_id: int
    words: tuple[str, ...]
    presses: tuple[str, ...]
    now: int

    def chat(self, random: Random) -> dict[str, object]:
        """A chat that there is, or a private one of somebody nobody knows."""
        if self.groups and random.random() < 0.25:
            kind = random.choice(("group", "supergroup", "channel"))
            return {"id": random.choice(self.groups), "type": kind, "title": self.word(random)}
        person = random.choice((*self.people, *self.team, 42))
        return {"id": person, "type": "private", "first_name": self.word(random)}

    def person(self, random: Random) -> dict[str, object]:
        """Somebody as Telegram describes them, at times by a hostile name."""
        card = dict(random.choice(self.cards))
        if random.random() < 0.3:
            card |= {"first_name": self.word(random), "last_name": self.word(random)}
        return card

    def word(self, random: Random) -> str:
        """Something that somebody says."""
        return random.choice(self.words)

    def number(self, random: Random) -> int:
        """A number: of a person or a chat, small, or as large as Telegram's ever are."""
        return random.choice((*self.people, *self.team, *self.groups, self.bot_id, *NUMBERS))


def cast_of(acting: Stage, groups: tuple[int, ...]) -> Cast:
    """The cast of a stage; those who are neither of the team nor bots are customers."""
    users = acting.world.users
    team = (acting.seller, acting.manager, *sorted(acting.colleagues))
    people = tuple(
        number
        for number, user in users.items()
        if not user.is_bot and number not in team and number > FIRST_ACCOUNT
    )
    pressed = [data for kind in BUTTONS.values() for data in samples(kind, 1, acting.seller)]
    return Cast(
        cards=tuple(dict(users[number].card()) for number in (*team, *people, acting.bot_id)),
        team=team,
        people=people,
        groups=groups,
        bot_id=acting.bot_id,
        words=(*HOSTILE, *(f"/{name}" for name in sorted(commands())), "/start join-AAAA", "/x y"),
        presses=tuple(f"{shop}~{data}" for data in pressed for shop in (1, 1, 1, 2)),
        now=int(acting.world.clock.now()),
    )
