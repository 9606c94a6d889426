"""Everything one workshop left behind, gathered into the value that harvest, comparison and report are made of."""

from collections.abc import Mapping
from typing import Any

from sqlmodel import col, func, select

from carousel.votes import marks_for
from carousel.workshop import CheckIn, Evening, Feedback, Interest, Note
from toolkit.harvest.clusters import of, votable
from toolkit.store.ballots import ballots
from toolkit.store.excluded import counts
from toolkit.store.flags import left_out
from toolkit.store.log import log
from toolkit.store.matches import confirmed
from toolkit.store.notes import published
from toolkit.store.preparation import preparation
from toolkit.store.slips import answers_by_slip
from toolkit.store.store import Transaction
from toolkit.store.tables import ContactRow, NoteRow, SlipRow
from toolkit.store.timeline import timeline
from toolkit.store.workshops import Situation, community_of, situation_of


def evening(tx: Transaction, workshop_id: int) -> Evening:
    """The whole evening, published notes only; refuses with 404."""
    where = situation_of(tx, workshop_id)
    check_ins, (out, ballots_out) = answers_by_slip(tx, workshop_id, "checkin"), left_out(tx, workshop_id)
    notes, whole = published(tx, where), as_voted_on(tx, where, out)
    return Evening(
        workshop=where.workshop,
        stage=where.step.stage,
        rounds=len(where.step.lengths),
        minutes_per_round=tuple(seconds / 60 for seconds in where.step.lengths),
        groups=where.groups,
        check_ins=_check_ins(tx, workshop_id, check_ins),
        notes=notes,
        votes=ballots(tx, workshop_id),
        marks=marks_for(len(votable(of(whole or notes)))),
        feedback=_feedback(answers_by_slip(tx, workshop_id, "closing"), check_ins),
        left_out=out,
        votes_left_out=ballots_out,
        notes_with_left_out=whole,
        interests=_interests(tx, workshop_id),
        log=log(tx, workshop_id),
        held=held_count(tx, workshop_id),
        matches=confirmed(tx, where, notes),
        preparation=preparation(tx, community_of(tx, workshop_id)),
        timeline=timeline(tx, where),
    )


def as_voted_on(tx: Transaction, where: Situation, left_out: int) -> tuple[Note, ...]:
    """All notes that could be marked before slips were left out: so many decide how many marks a ballot may have.
    None where nobody was left out."""
    return published(tx, where, themes=False, left_out=True) if left_out else ()


def held_count(tx: Transaction, workshop_id: int) -> int:
    """Notes that were held and not published."""
    unseen = col(NoteRow.status).in_(("held", "kept", "hidden"))
    counted = counts(col(NoteRow.slip_id), workshop_id)
    query = select(func.count()).where(NoteRow.workshop_id == workshop_id, unseen, counted)
    return tx.exec(query).one()


def _check_ins(tx: Transaction, workshop_id: int, answers: Mapping[str, Mapping[str, Any]]) -> tuple[CheckIn, ...]:
    slips = tx.exec(
        select(SlipRow.id, SlipRow.group).where(
            SlipRow.workshop_id == workshop_id, col(SlipRow.erased).is_(False), col(SlipRow.excluded).is_(False)
        )
    )
    return tuple(_check_in(answers.get(slip, {}), group) for slip, group in slips)


def _check_in(given: Mapping[str, Any], group: int | None) -> CheckIn:
    return CheckIn(
        lives_in=given.get("lives_in"),
        age_band=given.get("age_band"),
        gender=given.get("gender"),
        stakeholder_type=given.get("stakeholder_type"),
        channels=tuple(given.get("channels") or ()),
        used_premises=given.get("used_premises"),
        need_before=given.get("need_before"),
        group=group,
    )


def _feedback(
    closing: Mapping[str, Mapping[str, Any]], check_ins: Mapping[str, Mapping[str, Any]]
) -> tuple[Feedback, ...]:
    answered = ("overall", "voice", "heard", "clear", "access", "need_after", "again", "good", "change", "missing")
    return tuple(
        Feedback(
            **{name: given[name] for name in answered if name in given},
            need_before=check_ins.get(slip, {}).get("need_before"),
        )
        for slip, given in sorted(closing.items())
    )


def _interests(tx: Transaction, workshop_id: int) -> tuple[Interest, ...]:
    rows = tx.exec(select(ContactRow).where(ContactRow.workshop_id == workshop_id).order_by(ContactRow.id))
    return tuple(Interest(tuple(row.levels), tuple(row.themes), row.core) for row in rows)


