"""Choosing and ordering the slides of the opening, and turning them during the evening."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from carousel.refusal import Refusal
from toolkit.acts.forms import TOO_LONG, clean
from toolkit.acts.standing import questions_of
from toolkit.content.good_practice import good_practice
from toolkit.content.good_practice_writing import add_practice, remove_practice, restore_practice
from toolkit.content.opening import Opening, Shown, screens
from toolkit.i18n import ZONE, _
from toolkit.settings import settings
from toolkit.store import Transaction
from toolkit.store import opening as kept
from toolkit.store.workshops import situation_of

MOST_EXAMPLES = 4
MOST_IN_A_NOTE = 600
NO_SLIDE = _("There is no such slide. Please load the page again.")
LAST_SLIDE = _("At least one slide must stay.")
NO_EXAMPLE = _("There is no such example. Please load the page again.")
TOO_MANY = _("At most {most} examples fit into an opening. Please take one away first.")


def slides(tx: Transaction, workshop_id: int) -> tuple[Shown, ...]:
    """Every slide of the workshop in its order, those left out too."""
    where = situation_of(tx, workshop_id)
    return kept.slides_of(tx, where.workshop, questions_of(where), settings().good_practice)


def choose_examples(tx: Transaction, workshop_id: int, ids: Sequence[str], now: datetime) -> None:
    """Which examples of good practice are shown, in this order; refuses unknown ones and more than four."""
    if len(ids) > MOST_EXAMPLES:
        raise Refusal(TOO_MANY, most=MOST_EXAMPLES)
    if set(ids) - set(good_practice(settings().good_practice)):
        raise Refusal(NO_EXAMPLE, status=404)
    _keep(tx, workshop_id, replace(kept.opening(tx, workshop_id), practices=tuple(dict.fromkeys(ids))))


def move_slide(tx: Transaction, workshop_id: int, key: str, by: int, now: datetime) -> None:
    """Move a slide by so many places, forwards or (below 0) back; at the ends it stays."""
    keys = [one.key for one in slides(tx, workshop_id)]
    at = _place(keys, key)
    keys.insert(min(max(0, at + by), len(keys) - 1), keys.pop(at))
    _keep(tx, workshop_id, replace(kept.opening(tx, workshop_id), order=tuple(keys)))


def show_slide(tx: Transaction, workshop_id: int, key: str, shown: bool, now: datetime) -> None:
    """Leave a slide out, or show it again; the last one stays."""
    held = slides(tx, workshop_id)
    _place([one.key for one in held], key)
    if not shown and not any(one.shown for one in held if one.key != key):
        raise Refusal(LAST_SLIDE)
    chosen = kept.opening(tx, workshop_id)
    _keep(tx, workshop_id, replace(chosen, left_out=chosen.left_out - {key} if shown else chosen.left_out | {key}))


def write_note(tx: Transaction, workshop_id: int, key: str, text: str, now: datetime) -> None:
    """The presenter's own note beside a slide; an empty one is taken away."""
    _place([one.key for one in slides(tx, workshop_id)], key)
    if len(words := clean(text)) > MOST_IN_A_NOTE:
        raise Refusal(TOO_LONG, length=len(words), most=MOST_IN_A_NOTE)
    chosen = kept.opening(tx, workshop_id)
    notes = {name: note for name, note in chosen.notes.items() if name != key} | ({key: words} if words else {})
    _keep(tx, workshop_id, replace(chosen, notes=notes))


def begin_anew(tx: Transaction, workshop_id: int, now: datetime) -> None:
    """Forget what was chosen: the slides are those of the question set again."""
    _keep(tx, workshop_id, Opening())


def turn_slide(tx: Transaction, workshop_id: int, to: int, now: datetime) -> int:
    """Turn to another screen of the opening, counted from 0; beyond the ends it is the first or the last one."""
    many = len(screens(slides(tx, workshop_id)))
    at = max(0, min(to, many - 1))
    kept.keep_slide(tx, workshop_id, at)
    tx.announce(workshop_id, "screen")
    return at


def add_example(tx: Transaction, given: Mapping[str, str], language: str, now: datetime) -> str:
    """Put an example of one's own on the shelf, read today; its id. Refuses at the field."""
    return add_practice(settings().good_practice, given, language, now.astimezone(ZONE).date())


def remove_example(tx: Transaction, id: str, now: datetime) -> None:
    """Take an added example off the shelf."""
    remove_practice(settings().good_practice, id)


def restore_example(tx: Transaction, id: str, now: datetime) -> None:
    """Bring a removed example back."""
    restore_practice(settings().good_practice, id)


def _place(keys: Sequence[str], key: str) -> int:
    if key not in keys:
        raise Refusal(NO_SLIDE, status=404)
    return keys.index(key)


def _keep(tx: Transaction, workshop_id: int, chosen: Opening) -> None:
    kept.keep_opening(tx, workshop_id, chosen)
    tx.announce(workshop_id, "screen")
