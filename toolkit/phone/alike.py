"""Who sees the same page: then it is rendered once, and only the own words differ."""

from collections.abc import Hashable
from datetime import datetime

from carousel.clock import Clock
from carousel.stage import Stage
from toolkit.i18n import translator
from toolkit.phone.moulds import Own
from toolkit.phone.reception import Seen, Visit
from toolkit.phone.timing import SIGNAL, face

SHARED = ("wait.html", "round.html", "moving.html", "vote.html", "interest.html", "closing.html", "thanks.html")


def own_of(visit: Visit, seen: Seen) -> Own:
    """What on the page is this phone's alone."""
    clock = face(seen.where.step.clock, visit.now, translator(visit.lang))
    return Own(visit.desk.tokens.csrf(visit.phone), visit.slip, clock, visit.desk.tokens.once(visit.request))


def alike_of(visit: Visit, seen: Seen, template: str, own: Own) -> Hashable:
    """Whoever has the same value sees the same page but for the own words; None for a page that nobody shares."""
    who, held, step, asked = seen.who, visit.slip, seen.where.step, visit.request.query_params
    if template not in SHARED or who is None or held is None or len(visit.phone.of(visit.code)) > 1:
        return None
    mine = [note for note in who.own_notes if step.stage is Stage.OPEN or note.round == step.round]
    if template == "round.html" and (mine or any(note.id in who.ticked for note in seen.notes)):
        return None
    return (
        template, visit.lang, visit.code, id(seen.where), id(seen.set), id(seen.notes), who.group, who.left, who.closed,
        who.marks, held.ticket is None, held.ticket in seen.where.winners, *own.once,
        soon(step.clock, visit.now), visit.now.date(), asked.get("again"), asked.get("skip"),
        seen.organiser, seen.contact, seen.can_seal,
    )  # fmt: skip


def soon(clock: Clock | None, now: datetime) -> bool:
    """Whether a phone says that the end is near."""
    return clock is not None and clock.left(now) <= SIGNAL
