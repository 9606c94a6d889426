"""Needs that a person matched with offers or existing contents, here or in another community of the programme."""

from collections.abc import Iterable, Sequence

from sqlmodel import col, select

from carousel.workshop import Match, Note
from toolkit.store import workshops
from toolkit.store.clusters import MATCH, decided
from toolkit.store.notes import published
from toolkit.store.programme import programme_of_workshop
from toolkit.store.store import Transaction
from toolkit.store.tables import CommunityRow, NoteRow, WorkshopRow
from toolkit.store.workshops import Situation

SERVING = ("offer", "existing")


def confirmed(tx: Transaction, where: Situation, notes: Sequence[Note]) -> tuple[Match, ...]:
    """The confirmed matches of a workshop whose need and offer still stand, in the order of their needs."""
    pairs = sorted(decided(tx, [where.workshop.id], MATCH))
    if not pairs:
        return ()
    clusters = {note.id: note.cluster for note in notes}
    own = {note.id: note for note in notes}
    found = own | {note.id: note for note in _elsewhere(tx, where, {offer for _, offer in pairs} - set(own))}
    homes = _communities(tx, set(found) - set(own))
    return tuple(
        Match(need=clusters[need], offer=found[offer], community=homes.get(offer, ""))
        for need, offer in pairs
        if need in clusters and offer in found
    )


def elsewhere(tx: Transaction, where: Situation) -> dict[str, tuple[Note, ...]]:
    """Offers and existing contents of the programme's other communities, by community."""
    rows = tx.exec(
        select(WorkshopRow.id, CommunityRow.name)
        .join(CommunityRow, col(CommunityRow.id) == col(WorkshopRow.community_id))
        .where(
            CommunityRow.programme_id == programme_of_workshop(tx, where.workshop.id),
            CommunityRow.demo == where.workshop.demo,
            CommunityRow.name != where.workshop.community,
        )
        .order_by(col(CommunityRow.name), col(WorkshopRow.id))
    )
    found: dict[str, tuple[Note, ...]] = {}
    for workshop_id, community in rows:
        notes = published(tx, workshops.situation_of(tx, workshop_id or 0))
        found[community] = (*found.get(community, ()), *(note for note in notes if note.kind in SERVING))
    return {community: notes for community, notes in found.items() if notes}


def _elsewhere(tx: Transaction, where: Situation, ids: Iterable[int]) -> tuple[Note, ...]:
    wanted = frozenset(ids)
    if not wanted:
        return ()
    return tuple(note for notes in elsewhere(tx, where).values() for note in notes if note.id in wanted)


def _communities(tx: Transaction, ids: Iterable[int]) -> dict[int, str]:
    rows = tx.exec(
        select(NoteRow.id, CommunityRow.name)
        .join(WorkshopRow, col(WorkshopRow.id) == col(NoteRow.workshop_id))
        .join(CommunityRow, col(CommunityRow.id) == col(WorkshopRow.community_id))
        .where(col(NoteRow.id).in_(list(ids)))
    )
    return {number or 0: name for number, name in rows}
