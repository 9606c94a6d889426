"""`purge`: deletes what has been kept long enough, and says in words what and why."""

from collections.abc import Iterator
from datetime import date

from toolkit.acts import purging
from toolkit.acts.purging import Due, OldContact
from toolkit.content.retention import RAFFLE_DAYS, raffle_until
from toolkit.store import Store
from toolkit.store.backup import KEPT_DAYS


def purge(store: Store, today: date, *, dry: bool) -> list[str]:
    """The lines to print; nothing is deleted when `dry`."""
    found = store.read(purging.due, today) if dry else store.write(purging.purge, today)
    return [*said(found, dry=dry)]


def said(found: Due, *, dry: bool) -> Iterator[str]:
    """What is deleted and why, line by line, without names."""
    if not found:
        yield "Nothing is due for deletion."
        return
    yield "This would be deleted:" if dry else "Deleted:"
    for one in found.contacts:
        yield f"  a contact, {one.community}: {_because(one)}"
    for raffle in found.raffles:
        tickets = "1 raffle ticket" if raffle.tickets == 1 else f"{raffle.tickets} raffle tickets"
        yield f"  {tickets}, {raffle.community}: {RAFFLE_DAYS} days over on {raffle_until(raffle.evening)}"
    if dry:
        yield "Nothing has been deleted. Run the command without --dry-run to delete it."
    else:
        yield f"Backups still hold it for at most {KEPT_DAYS} days."


def _because(one: OldContact) -> str:
    return "the follow-up is done" if one.done else f"its time was over on {one.until}"
