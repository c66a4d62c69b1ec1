"""Whom Aram reaches, and when."""

from sqlalchemy import BigInteger, Column, Float, Integer, Text
from sqlmodel import Field, SQLModel


class RestRow(SQLModel, table=True):
    """When someone is not to be disturbed, in whichever shop: a `Rest` of core as JSON."""

    __tablename__ = "rest"

    person_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    rest: str = Field(sa_type=Text)


class SpellRow(SQLModel, table=True):
    """A time in which something waits for someone of a shop; `kind` says why. Gone when over."""

    __tablename__ = "spell"

    shop_id: int = Field(sa_column=Column(Integer, primary_key=True, autoincrement=False))
    person_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    kind: str = Field(primary_key=True)
    since: float = Field(sa_type=Float)


class StandInRow(SQLModel, table=True):
    """Who was told of a heated card because its seller could not be; each card once."""

    __tablename__ = "stand_in"

    card_id: int = Field(
        sa_column=Column(Integer, primary_key=True, autoincrement=False, nullable=False)
    )
    person_id: int = Field(sa_type=BigInteger)
    at: float = Field(sa_type=Float)
