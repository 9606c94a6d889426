"""What staff did: who, when, which act, in which workshop."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select

from toolkit.store.store import Transaction
from toolkit.store.tables import CommunityRow, WorkshopRow
from toolkit.store.tables_staff import TrailRow

MOST = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """One act of a staff member. `who` is empty for somebody who came by a link without an account."""

    at: datetime
    who: str
    role: str
    act: str
    about: str
    community: str


def add_trace(
    tx: Transaction, *, at: datetime, programme_id: int | None, workshop_id: int | None, who: str, role: str, act: str,
    about: str = "",
) -> None:  # fmt: skip
    """Remember an act."""
    tx.add(
        TrailRow(
            at=at, programme_id=programme_id, workshop_id=workshop_id, who=who, role=role, act=act, about=about
        )
    )


def traces(tx: Transaction, programme_id: int, most: int = MOST) -> tuple[Trace, ...]:
    """The last acts of a programme, the newest first."""
    query = (
        select(TrailRow, CommunityRow.name)
        .join(WorkshopRow, col(WorkshopRow.id) == TrailRow.workshop_id, isouter=True)
        .join(CommunityRow, col(CommunityRow.id) == WorkshopRow.community_id, isouter=True)
        .where(TrailRow.programme_id == programme_id)
        .order_by(col(TrailRow.id).desc())
        .limit(most)
    )
    return tuple(
        Trace(at=row.at, who=row.who, role=row.role, act=row.act, about=row.about, community=name or "")
        for row, name in tx.exec(query)
    )
