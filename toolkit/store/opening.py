"""What was chosen for the opening of a workshop, and which slide stands on the screen now."""

from pathlib import Path

from carousel.preparation import Assurance
from carousel.workshop import Workshop
from toolkit.content.good_practice import good_practice
from toolkit.content.opening import Opening, Screen, Shown, arranged, screens
from toolkit.content.question_set import QuestionSet
from toolkit.store.choices import choice, set_choice
from toolkit.store.records import records
from toolkit.store.store import Transaction
from toolkit.store.workshops import community_of


def opening(tx: Transaction, workshop_id: int) -> Opening:
    """What was chosen; nothing where nobody chose yet."""
    kept = choice(tx, f"opening {workshop_id}", {})
    return Opening(
        practices=tuple(kept.get("practices", ())),
        order=tuple(kept.get("order", ())),
        left_out=frozenset(kept.get("left_out", ())),
        notes=dict(kept.get("notes", {})),
    )


def keep_opening(tx: Transaction, workshop_id: int, chosen: Opening) -> None:
    """Keep what was chosen."""
    value = {
        "practices": list(chosen.practices),
        "order": list(chosen.order),
        "left_out": sorted(chosen.left_out),
        "notes": dict(chosen.notes),
    }
    set_choice(tx, f"opening {workshop_id}", value)


def slide_at(tx: Transaction, workshop_id: int) -> int:
    """The slide that the screen shows, counted from 0; it outlives a crash."""
    return int(choice(tx, f"slide {workshop_id}", 0))


def keep_slide(tx: Transaction, workshop_id: int, at: int) -> None:
    """Keep which slide the screen shows."""
    set_choice(tx, f"slide {workshop_id}", at)


def slides_of(tx: Transaction, workshop: Workshop, asked: QuestionSet, own: Path | None) -> tuple[Shown, ...]:
    """Every slide of a workshop in its order, those left out too. `own` is the folder of added examples."""
    held = records(tx, community_of(tx, workshop.id), "assurance")
    assurances = {one.id: Assurance(**one.values) for one in held}
    return arranged(asked.programme.opening, opening(tx, workshop.id), assurances, good_practice(own))


def screens_of(tx: Transaction, workshop: Workshop, asked: QuestionSet, own: Path | None) -> tuple[Screen, ...]:
    """What the projector shows, one screen after another."""
    return screens(slides_of(tx, workshop, asked, own))
