"""What happens next, as anyone may read it: public assurances and the steps of the follow-up, the next one first."""

from datetime import date

from carousel.workshop import Evening
from toolkit.compare.parts import Promise, Step
from toolkit.compare.sentence import Choice


def promises(evening: Evening) -> tuple[Promise, ...]:
    """Only what may be shown; an assurance that was not made in public stays inside."""
    return tuple(Promise(one.text, one.who) for one in evening.preparation.assurances if one.public)


def steps(evening: Evening) -> tuple[Step, ...]:
    """Open steps by their date, then those that are done or dropped. Notes that were hidden since are left out."""
    published = {note.id for note in evening.notes}
    found = (
        Step(
            what=action.what,
            who=action.who,
            due=action.due,
            status=Choice("action", "status", action.status),
            done_on=action.done_on,
            notes=tuple(note for note in action.notes if note in published),
        )
        for action in evening.preparation.actions
    )
    return tuple(sorted(found, key=lambda step: (step.status.id != "open", step.due or date.max)))
