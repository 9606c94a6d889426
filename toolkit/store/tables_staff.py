"""The tables of staff: accounts, what they are in which programme, sessions, ways in, and what was done."""

from datetime import datetime

from sqlalchemy import Column
from sqlmodel import Field, SQLModel

from toolkit.store.columns import Moment


class StaffRow(SQLModel, table=True):
    """A person who signs in: with a password, or as `subject` of the organisation's own sign-in."""

    __tablename__ = "staff"
    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    password_hash: str
    failures: int = 0
    locked_until: datetime | None = Field(default=None, sa_column=Column(Moment, nullable=True))
    subject: str | None = Field(default=None, index=True, unique=True)


class MemberRow(SQLModel, table=True):
    """What a person is in a programme: owner, mentor or facilitator."""

    __tablename__ = "member"
    staff_id: int = Field(primary_key=True, foreign_key="staff.id")
    programme_id: int = Field(primary_key=True, foreign_key="programme.id")
    role: str


class SessionRow(SQLModel, table=True):
    """A signed-in staff member; only the hash of the session's id is kept.

    `role` is that of the link for somebody without an account; an account's role is looked up each time.
    """

    __tablename__ = "staff_session"
    hash: str = Field(primary_key=True)
    staff_id: int | None = Field(default=None, foreign_key="staff.id")
    role: str
    programme_id: int | None = None
    opened: datetime | None = Field(default=None, sa_column=Column(Moment, nullable=True))
    expires: datetime = Field(sa_column=Column(Moment, nullable=False))
    revoked: bool = False


class LinkRow(SQLModel, table=True):
    """An invitation, as a hash: it works once. `person` is for whom it was made."""

    __tablename__ = "link"
    hash: str = Field(primary_key=True)
    role: str
    expires: datetime = Field(sa_column=Column(Moment, nullable=False))
    used: bool = False
    programme_id: int | None = None
    person: str = Field(default="", sa_column_kwargs={"server_default": ""})


class PassRow(SQLModel, table=True):
    """A way in without an account, by link: a table host's to a station (None: to all), or a projector's.

    The link itself is signed and names this row, so that it can be shown again and ended.
    """

    __tablename__ = "pass"
    id: str = Field(primary_key=True)
    workshop_id: int = Field(foreign_key="workshop.id", index=True)
    kind: str
    station: int | None = None
    revoked: bool = False


class TrailRow(SQLModel, table=True):
    """An act of a staff member: who, when, which act, where. No words of residents."""

    __tablename__ = "trail"
    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(sa_column=Column(Moment, nullable=False))
    programme_id: int | None = Field(default=None, index=True)
    workshop_id: int | None = None
    who: str
    role: str
    act: str
    about: str = ""
