"""The communities of the programme and their workshops: founding them, listing them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, true
from sqlmodel import col, func, select

from carousel.stage import Stage, Step, from_dict, to_dict
from carousel.workshop import Workshop
from toolkit.store.members import first_programme
from toolkit.store.store import Transaction
from toolkit.store.tables import CommunityRow, NoteRow, RecordRow, SlipRow, WorkshopRow
from toolkit.store.workshops import workshop_value


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """One line of the list of workshops."""

    workshop: Workshop
    stage: Stage
    people: int
    notes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Community:
    """A community of the programme; `population` only with its source."""

    id: int
    name: str
    demo: bool
    population: int | None
    population_source: str


def workshops(tx: Transaction, programme: int | None = None) -> tuple[Summary, ...]:
    """Every workshop of a programme, or of all, the newest date first."""
    people = _counts(tx, SlipRow.workshop_id, col(SlipRow.erased).is_(False))
    notes = _counts(tx, NoteRow.workshop_id, col(NoteRow.status) == "published")
    rows = tx.exec(
        select(WorkshopRow, CommunityRow)
        .where(WorkshopRow.community_id == CommunityRow.id, _within(programme))
        .order_by(col(WorkshopRow.date).desc(), col(WorkshopRow.id).desc())
    )
    return tuple(
        Summary(
            workshop=workshop_value(row, community),
            stage=from_dict(row.step).stage,
            people=people.get(row.id or 0, 0),
            notes=notes.get(row.id or 0, 0),
        )
        for row, community in rows
    )


def _within(programme: int | None) -> ColumnElement[bool]:
    return true() if programme is None else col(CommunityRow.programme_id) == programme


def programme_of_community(tx: Transaction, community_id: int) -> int | None:
    """The programme of a community; None when there is no such community."""
    row = tx.get(CommunityRow, community_id)
    return row.programme_id if row else None


def programme_of_workshop(tx: Transaction, workshop_id: int) -> int | None:
    """The programme of a workshop; None when there is no such workshop."""
    row = tx.get(WorkshopRow, workshop_id)
    return programme_of_community(tx, row.community_id) if row else None


def programme_of_record(tx: Transaction, record: int) -> int | None:
    """The programme of an organiser form's record, removed or not; None when there is no such record."""
    row = tx.get(RecordRow, record)
    return programme_of_community(tx, row.community_id) if row else None


def _counts(tx: Transaction, key: Any, condition: Any) -> dict[int, int]:
    return dict(tx.exec(select(key, func.count()).where(condition).group_by(key)).all())


def open_workshops(tx: Transaction) -> tuple[Workshop, ...]:
    """Workshops that a newcomer can join now."""
    rows = tx.exec(
        select(WorkshopRow, CommunityRow)
        .where(WorkshopRow.community_id == CommunityRow.id, col(WorkshopRow.joining).is_(True))
        .order_by(col(WorkshopRow.id))
    )
    return tuple(workshop_value(row, community) for row, community in rows)


def communities(tx: Transaction, programme: int | None = None) -> tuple[Community, ...]:
    """Every community of a programme, or of all, by name."""
    rows = tx.exec(select(CommunityRow).where(_within(programme)).order_by(CommunityRow.name))
    return tuple(
        Community(
            id=row.id or 0,
            name=row.name,
            demo=row.demo,
            population=row.population,
            population_source=row.population_source,
        )
        for row in rows
    )


def add_community(
    tx: Transaction, name: str, *, programme: int | None = None, demo: bool = False, population: int | None = None,
    source: str = "",
) -> int:  # fmt: skip
    """The id of the community with this name, made when there is none; a population given now replaces the old.

    Without `programme` it belongs to the one that was there first.
    """
    home = programme or first_programme(tx)
    row = tx.exec(select(CommunityRow).where(CommunityRow.name == name, CommunityRow.programme_id == home)).first()
    row = row or CommunityRow(programme_id=home, name=name, demo=demo)
    if population is not None:
        row.population, row.population_source = population, source
    tx.add(row)
    tx.flush()
    return row.id or 0


def add_workshop(tx: Transaction, community_id: int, *, step: Step, day: date, **columns: Any) -> Workshop:
    """A new workshop; `columns` are those of the table."""
    row = WorkshopRow(community_id=community_id, date=day, step=to_dict(step), winners=[], **columns)
    tx.add(row)
    tx.flush()
    return workshop_value(row, tx.get_one(CommunityRow, community_id))


def code_taken(tx: Transaction, code: str) -> bool:
    """Whether a workshop has this code already."""
    return tx.exec(select(WorkshopRow.id).where(WorkshopRow.code == code)).first() is not None
