"""The tables. Times are seconds since the epoch; JSON columns hold one dataclass of core each.

Words of people stand in columns of the type `bot.store.sealing.Words`, and there alone, so that a
key encrypts them all and a test finds each. A customer's words stand in `turn.text`, `lesson.text`
and `inquiry.text` and, until it is answered, in the pieces of a pile; until it is dealt with, in
the `body` of an update of the inbox; quoted in the `face` of a card, the `signals` of an
assessment, the opinions of an inquiry, what it says of a talk handed over and, until it is
delivered, a manager's advice; and folded in a conversation's `memory`. A seller's own words also
stand, while they are reminded of them, in `reminder.words`, and a draft on its way in
`reminder.draft`.
"""

from sqlalchemy import Table
from sqlmodel import SQLModel

from bot.store.tables.comments import (
    CommentMarkRow,
    CommentRequestRow,
    CommentRow,
    OwnAddressRow,
    PublicAnswerRow,
)
from bot.store.tables.digests import DigestPlanRow, DigestRow, DigestWishRow
from bot.store.tables.figures import (
    FigureDayRow,
    StaleDayRow,
    StepDayRow,
    StepUseRow,
    TalkDayRow,
    TroubleRow,
)
from bot.store.tables.handovers import BriefRow, HandoverRow
from bot.store.tables.inbox import HolderRow, InboxRow
from bot.store.tables.lessons import InquiryRow, LessonRow
from bot.store.tables.nudges import CareRow, NoCareRow, PatienceRow, SilenceRow
from bot.store.tables.own_words import BreathRow, NoBreathRow, OwnChoiceRow
from bot.store.tables.pasted import PileRow
from bot.store.tables.playbooks import PlaybookProposalRow, PlaybookTroubleRow, PlaybookVersionRow
from bot.store.tables.plumbing import LetterRow, ReaderRow, RevisionRow, SealRow, UpdateRow
from bot.store.tables.reach import RestRow, SpellRow, StandInRow
from bot.store.tables.reminders import NoReminderRow, ReminderRow
from bot.store.tables.rooms import CopyRow, DutyRow, RoomRow
from bot.store.tables.talks import (
    HAS_WORDS,
    AssessmentRow,
    CardRow,
    ConversationRow,
    PressRow,
    TurnRow,
    WordsSentRow,
)
from bot.store.tables.team import (
    ConnectionRow,
    DeedRow,
    InvitationRow,
    MembershipRow,
    PersonRow,
    ShopRow,
)

__all__ = [
    "HAS_WORDS",
    "AssessmentRow",
    "BreathRow",
    "BriefRow",
    "CardRow",
    "CareRow",
    "CommentMarkRow",
    "CommentRequestRow",
    "CommentRow",
    "ConnectionRow",
    "ConversationRow",
    "CopyRow",
    "DeedRow",
    "DigestPlanRow",
    "DigestRow",
    "DigestWishRow",
    "DutyRow",
    "FigureDayRow",
    "HandoverRow",
    "HolderRow",
    "InboxRow",
    "InquiryRow",
    "InvitationRow",
    "LessonRow",
    "LetterRow",
    "MembershipRow",
    "NoBreathRow",
    "NoCareRow",
    "NoReminderRow",
    "OwnAddressRow",
    "OwnChoiceRow",
    "PatienceRow",
    "PersonRow",
    "PileRow",
    "PlaybookProposalRow",
    "PlaybookTroubleRow",
    "PlaybookVersionRow",
    "PressRow",
    "PublicAnswerRow",
    "ReaderRow",
    "ReminderRow",
    "RestRow",
    "RevisionRow",
    "RoomRow",
    "SealRow",
    "ShopRow",
    "SilenceRow",
    "SpellRow",
    "StaleDayRow",
    "StandInRow",
    "StepDayRow",
    "StepUseRow",
    "TalkDayRow",
    "TroubleRow",
    "TurnRow",
    "UpdateRow",
    "WordsSentRow",
    "table_of",
]


def table_of(row: type[SQLModel]) -> Table:
    """The SQLAlchemy table behind a class, for statements that bypass the identity map."""
    table: Table = row.__table__  # type: ignore[attr-defined]
    return table
