"""The shops and their people."""

from sqlalchemy import BigInteger, Column, Float, Index, Text
from sqlmodel import Field, SQLModel

from bot.store.sealing import Words


class ShopRow(SQLModel, table=True):
    """One shop; `refund_limit` is in toman, `settings` what the environment last said, as JSON.

    Words are kept for `words_days`; `masks_words` says that numbers by which
    people can be reached, addresses and the like are not.
    """

    __tablename__ = "shop"

    id: int | None = Field(default=None, primary_key=True)
    name: str | None = None
    locale: str
    refund_limit: int = Field(sa_type=BigInteger)
    handover_minutes: int = 10
    timezone: str = "Asia/Tehran"
    settings: str | None = Field(default=None, sa_type=Text)
    words_days: int = 30
    masks_words: bool = False
    created_at: float = Field(sa_type=Float)


class MembershipRow(SQLModel, table=True):
    """What someone is to a shop, or was until `ended_at`.

    `from_settings` says that the environment named them, `settings_role` what it says of them as
    last read; `ended_by` is None where it named them no more.
    """

    __tablename__ = "membership"

    shop_id: int = Field(foreign_key="shop.id", primary_key=True)
    person_id: int = Field(
        sa_column=Column(BigInteger, primary_key=True, autoincrement=False, index=True)
    )
    role: str
    since: float = Field(sa_type=Float)
    from_settings: bool = False
    settings_role: str | None = None
    ended_at: float | None = Field(default=None, sa_type=Float)
    ended_by: int | None = Field(default=None, sa_type=BigInteger)


class InvitationRow(SQLModel, table=True):
    """An invitation into a shop's team, good for one person until `expires_at`.

    `made_by` is None for the one that the terminal shows to the owner.
    """

    __tablename__ = "invitation"

    id: int | None = Field(default=None, primary_key=True)
    shop_id: int = Field(foreign_key="shop.id", index=True)
    role: str
    made_by: int | None = Field(default=None, sa_type=BigInteger)
    made_at: float = Field(sa_type=Float)
    expires_at: float = Field(sa_type=Float)
    used_by: int | None = Field(default=None, sa_type=BigInteger)
    used_at: float | None = Field(default=None, sa_type=Float)
    revoked_at: float | None = Field(default=None, sa_type=Float)


class DeedRow(SQLModel, table=True):
    """Something done that the owner may want to look up; `about` holds its arguments as JSON."""

    __tablename__ = "deed"
    __table_args__ = (Index("deed_of_shop", "shop_id", "id"),)

    id: int | None = Field(default=None, primary_key=True)
    shop_id: int = Field(foreign_key="shop.id")
    at: float = Field(sa_type=Float)
    person_id: int | None = Field(default=None, sa_type=BigInteger)
    kind: str
    about: str = Field(sa_type=Words)


class PersonRow(SQLModel, table=True):
    """Someone of the team: seller, manager or owner. `id` is Telegram's user id.

    `dark_pictures` says that they want figures drawn for a dark screen.
    """

    __tablename__ = "person"

    id: int = Field(sa_type=BigInteger, primary_key=True)
    first_name: str
    locale: str | None = None
    started_at: float | None = Field(default=None, sa_type=Float)
    unreachable_since: float | None = Field(default=None, sa_type=Float)
    shop_id: int | None = None
    dark_pictures: bool = False


class ConnectionRow(SQLModel, table=True):
    """A seller's business connection. `can_reply` says whether Aram may write as the seller."""

    __tablename__ = "connection"

    id: str = Field(primary_key=True)
    seller_id: int = Field(sa_type=BigInteger, index=True)
    whisper_chat_id: int = Field(sa_type=BigInteger)
    connected_at: float = Field(sa_type=Float)
    can_reply: bool = False
    is_enabled: bool = True
    shop_id: int | None = None
