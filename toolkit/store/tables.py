"""The tables. What a person answered hangs on a random slip; contacts and raffle tickets hang on nothing."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Column, LargeBinary, UniqueConstraint, false
from sqlmodel import Field, SQLModel

from toolkit.store.columns import UNORDERED, Moment, json_column

Day = date  # a name that no column has


class ProgrammeRow(SQLModel, table=True):
    """One mentored undertaking with several communities."""

    __tablename__ = "programme"
    id: int | None = Field(default=None, primary_key=True)
    name: str


class CommunityRow(SQLModel, table=True):
    """A community (KS) of the programme."""

    __tablename__ = "community"
    __table_args__ = (UniqueConstraint("programme_id", "name"),)
    id: int | None = Field(default=None, primary_key=True)
    programme_id: int = Field(foreign_key="programme.id")
    name: str
    demo: bool = False
    population: int | None = None
    population_source: str = ""


class WorkshopRow(SQLModel, table=True):
    """One evening or open house; `step` and `layout` are the state that a restart continues from."""

    __tablename__ = "workshop"
    id: int | None = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="community.id", index=True)
    code: str = Field(unique=True)
    title: str
    date: date
    format: str = "carousel"
    question_set: str
    language: str = "sl"
    expected: int = 24
    minutes: int = 75
    stairs: bool = False
    older: bool = False
    hosts: int = 0
    host_mode: str = "host"
    seed: int = 0
    joining: bool = False
    closed: datetime | None = Field(default=None, sa_column=Column(Moment, nullable=True))
    opens: Day | None = None
    closes: Day | None = None
    tickets: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    hide_until_written: bool = False
    approve_by_hand: bool = False
    report_shared: bool = False
    log_shared: bool = False
    screen: str = "follow"
    version: int = 0
    step: dict[str, Any] = json_column("{}")
    layout: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON, nullable=True))
    winners: list[int] = json_column("[]")
    raffle_seed: str = ""


class MoveRow(SQLModel, table=True):
    """A move of the evening, with what stood before it, so that it can be undone."""

    __tablename__ = "move"
    __table_args__ = (UniqueConstraint("workshop_id", "version"),)
    id: int | None = Field(default=None, primary_key=True)
    workshop_id: int = Field(foreign_key="workshop.id")
    version: int
    verb: str
    at: datetime = Field(sa_column=Column(Moment, nullable=False))
    before: dict[str, Any] = json_column("{}")
    undone: bool = False


class SlipRow(SQLModel, table=True):
    """A resident's anonymous slip. No name, no time, no address; `id` is random and only the phone has it.

    `past` lists earlier stays as [group, first round, round left]; `group` and `joined_round` are the present one.
    """

    __tablename__ = "slip"
    __table_args__ = (UniqueConstraint("workshop_id", "key"), UniqueConstraint("workshop_id", "code"))
    id: str = Field(primary_key=True)
    workshop_id: int = Field(foreign_key="workshop.id", index=True)
    key: str
    code: str
    language: str = "sl"
    official: bool = False
    unit: str | None = None
    group: int | None = None
    joined_round: int = 0
    left_round: int | None = None
    past: list[list[int]] = json_column("[]")
    erasure_hash: str = ""
    erased: bool = False
    admitted: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    flag: str = Field(default="", sa_column_kwargs={"server_default": ""})
    excluded: bool = Field(default=False, sa_column_kwargs={"server_default": false()})


class AnswerRow(SQLModel, table=True):
    """One answer of a form (check-in or closing)."""

    __tablename__ = "answer"
    __table_args__ = UNORDERED
    slip_id: str = Field(primary_key=True, foreign_key="slip.id")
    form: str = Field(primary_key=True)
    question: str = Field(primary_key=True)
    workshop_id: int = Field(foreign_key="workshop.id", index=True)
    value: Any = json_column()


class TallyRow(SQLModel, table=True):
    """Counts that are never kept per person (what makes taking part easier today)."""

    __tablename__ = "tally"
    workshop_id: int = Field(primary_key=True, foreign_key="workshop.id")
    item: str = Field(primary_key=True)
    count: int = 0


class NoteRow(SQLModel, table=True):
    """One idea. The words never change: a correction is a new note that replaces the old one.

    `head` points at the note this one was merged under; following it leads to the cluster. `part_of` is the note that
    held this idea beside another one, before a person parted them.
    """

    __tablename__ = "note"
    __table_args__ = (UniqueConstraint("workshop_id", "key"),)
    id: int | None = Field(default=None, primary_key=True)
    workshop_id: int = Field(foreign_key="workshop.id", index=True)
    slip_id: str | None = Field(default=None, foreign_key="slip.id", index=True)
    key: str
    question: str
    station: int | None = None
    round: int | None = None
    group: int | None = None
    kind: str
    text: str
    redacted: str | None = None
    fields: dict[str, Any] = json_column("{}")
    source: str = "own_device"
    status: str = "published"
    because: str = ""
    theme: str | None = None
    head: int | None = None
    cluster_name: str = ""
    paper_ticks: int = 0
    replaces: int | None = None
    part_of: int | None = Field(default=None, index=True)
    sent: datetime = Field(sa_column=Column(Moment, nullable=False))


class TickRow(SQLModel, table=True):
    """A member of a later group agrees with a note."""

    __tablename__ = "tick"
    __table_args__ = UNORDERED
    note_id: int = Field(primary_key=True, foreign_key="note.id")
    slip_id: str = Field(primary_key=True, foreign_key="slip.id", index=True)


class PairRow(SQLModel, table=True):
    """What a person decided about two notes that the program had put side by side; `other` is 0 for a note alone.

    A match may lead to an offer of another workshop; `workshop_id` is that of `one`, the need.
    """

    __tablename__ = "pair"
    one: int = Field(primary_key=True, foreign_key="note.id")
    other: int = Field(primary_key=True)
    workshop_id: int = Field(foreign_key="workshop.id", index=True)
    verdict: str


class BallotRow(SQLModel, table=True):
    """One resident's marks, as ids of the notes that headed the clusters at that moment."""

    __tablename__ = "ballot"
    __table_args__ = UNORDERED
    slip_id: str = Field(primary_key=True, foreign_key="slip.id")
    workshop_id: int = Field(foreign_key="workshop.id", index=True)
    key: str
    official: bool = False
    marks: list[int] = json_column("[]")


class ContactRow(SQLModel, table=True):
    """An interest form: sealed, with its own random id and no way back to any answer.

    `last_contact` is the day from which its time to be deleted counts, `done` that the follow-up is over. Rows lie in
    the order of their random ids: the order in which they came would lead to the closing forms that came with them.
    """

    __tablename__ = "contact"
    __table_args__ = UNORDERED
    id: str = Field(primary_key=True)
    workshop_id: int = Field(foreign_key="workshop.id", index=True)
    key: str = Field(unique=True)
    day: date
    levels: list[str] = json_column("[]")
    themes: list[str] = json_column("[]")
    core: bool = False
    consents: dict[str, Any] = json_column("{}")
    withdrawal_hash: str = Field(index=True)
    sealed: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    last_contact: date | None = None
    done: bool = Field(default=False, sa_column_kwargs={"server_default": false()})


class TicketRow(SQLModel, table=True):
    """A raffle ticket: a number in its own range, joined to nothing."""

    __tablename__ = "ticket"
    __table_args__ = UNORDERED
    workshop_id: int = Field(primary_key=True, foreign_key="workshop.id")
    number: int = Field(primary_key=True)
    key: str = Field(unique=True)


class LogRow(SQLModel, table=True):
    """What was done to notes and clusters, and why; the public moderation log and the undo of the harvest."""

    __tablename__ = "log"
    id: int | None = Field(default=None, primary_key=True)
    workshop_id: int = Field(foreign_key="workshop.id", index=True)
    at: datetime = Field(sa_column=Column(Moment, nullable=False))
    what: str
    note_id: int
    reason: str = ""
    before: dict[str, Any] = json_column("{}")
    undone: bool = False


class RecordRow(SQLModel, table=True):
    """One record of an organiser form: a room, an organisation of the register, a step of the follow-up.

    `key` is what tells it apart in its community, so that nothing imported twice stands twice; a removed record
    gives its key free and can be brought back.
    """

    __tablename__ = "record"
    __table_args__ = (UniqueConstraint("community_id", "form", "key"),)
    id: int | None = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="community.id", index=True)
    form: str
    key: str
    content: dict[str, Any] = json_column("{}")
    version: int = 1
    removed: bool = False
    changed: datetime = Field(sa_column=Column(Moment, nullable=False))


class CondensedRow(SQLModel, table=True):
    """What the comparison counts of a workshop, kept while `mark` says that nothing has changed."""

    __tablename__ = "condensed"
    workshop_id: int = Field(primary_key=True, foreign_key="workshop.id")
    mark: Any = json_column()
    value: Any = json_column()


class ChoiceRow(SQLModel, table=True):
    """A programme-wide setting by name: the organiser, the hall's Wi-Fi, the public key for contacts."""

    __tablename__ = "choice"
    name: str = Field(primary_key=True)
    value: Any = json_column()
