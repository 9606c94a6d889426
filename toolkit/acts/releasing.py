"""What goes out to phones and the screen: kept before it is shown, so that it stays what it was."""

from collections.abc import Sequence

from carousel.stage import Stage, Step
from toolkit.compare import versions
from toolkit.compare.versions import VOTES
from toolkit.store import Transaction, released
from toolkit.store.evening import evening
from toolkit.store.notes import published
from toolkit.store.workshops import Situation

AFTER_THE_VOTE = (Stage.INTEREST, Stage.CLOSING, Stage.RAFFLE, Stage.THANKS)


def put_out(tx: Transaction, workshop_id: int, kinds: Sequence[str]) -> None:
    """Release the figures of these kinds of forms that are due."""
    released.put_out(tx, evening(tx, workshop_id), kinds)


def put_out_ticks(tx: Transaction, where: Situation) -> None:
    """Release the ticks. It happens when the evening moves on or somebody else comes, never with a tick: whoever
    watches a hand and the screen together sees nothing change."""
    released.put_out_ticks(tx, where.workshop.id, published(tx, where, themes=False))


def file_made(tx: Transaction, workshop_id: int) -> None:
    """Remember what the answers were when a file was handed on."""
    whole = evening(tx, workshop_id)
    released.release(tx, workshop_id, released.FILE, {kind: versions.of(whole, kind) for kind in versions.FORMS})


def tells_by_files(tx: Transaction, workshop_id: int) -> bool:
    """Whether a new file beside the last one could tell what somebody said: fewer than five people changed."""
    before = released.released(tx, workshop_id, released.FILE)
    return before is not None and 0 < versions.since(before, evening(tx, workshop_id)) < versions.STEP


def put_out_with_move(tx: Transaction, where: Situation, following: Step) -> None:
    """What is out from this move on: ticks, and the vote once it is over."""
    put_out_ticks(tx, where)
    if following.stage in AFTER_THE_VOTE and where.step.stage is Stage.VOTE:
        put_out(tx, where.workshop.id, (VOTES,))
    if following.stage in AFTER_THE_VOTE:  # from here on contacts come, beside answers
        tx.mix()

