"""What is public of a workshop right now, read from the store in one consistent look."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from carousel.stage import Stage
from carousel.votes import marks_for
from carousel.workshop import Note, Workshop
from toolkit.content.question_set import QuestionSet, question_set
from toolkit.harvest.clusters import Cluster, of, votable
from toolkit.harvest.votes import Tally, tally
from toolkit.store import Announcement, Transaction
from toolkit.store.ballots import ballot_count, ballots
from toolkit.store.notes import published
from toolkit.store.workshops import Situation, situation, situation_of

AFTER_THE_VOTE = (Stage.INTEREST, Stage.CLOSING, Stage.RAFFLE, Stage.THANKS)
HARVESTED = (Stage.OPEN, Stage.HARVEST, Stage.VOTE, *AFTER_THE_VOTE)

NOTES_STAY = ("step", "people", "screen", "vote", "gone", "raffle")  # news after which known notes read the same


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A workshop as its phones and screens may show it: published notes, counts, and votes once the vote is over.

    `whole` is False where only the step was read, which is all that phones need.
    """

    where: Situation
    questions: QuestionSet
    whole: bool = False
    notes: Mapping[int, Note] = field(default_factory=dict)
    clusters: tuple[Cluster, ...] = ()
    marks: int = 0
    ballots: int = 0
    result: Tally | None = None

    @property
    def workshop(self) -> Workshop:
        """The workshop's own data."""
        return self.where.workshop


def look(tx: Transaction, code: str, whole: bool, own_sets: Path | None) -> Picture:
    """The picture of the workshop with this code; refuses with 404. `own_sets` is the folder of changed questions."""
    where = situation(tx, code)
    return _picture(tx, where, question_set(where.workshop.question_set, own_sets), whole)


def look_again(tx: Transaction, before: Picture, news: Sequence[Announcement], whole: bool) -> Picture:
    """The picture after some news. New notes are read by themselves, so a full wall costs no more than an empty one."""
    where = situation_of(tx, before.workshop.id)
    if not whole or not before.whole or not _only_new_notes(before, news):
        return _picture(tx, where, before.questions, whole)
    fresh = published(tx, where, after=max(before.notes, default=0)) if any(one.what == "note" for one in news) else ()
    leaving = {one.note for one in news if one.what == "gone"}
    kept = {key: note for key, note in before.notes.items() if key not in leaving}
    return _around(tx, where, before.questions, kept | {note.id: note for note in fresh})


def _only_new_notes(before: Picture, news: Sequence[Announcement]) -> bool:
    newest = max(before.notes, default=0)
    return all(one.what in NOTES_STAY or (one.what == "note" and (one.note or 0) > newest) for one in news)


def _picture(tx: Transaction, where: Situation, questions: QuestionSet, whole: bool) -> Picture:
    if not whole:
        return Picture(where=where, questions=questions)
    return _around(tx, where, questions, {note.id: note for note in published(tx, where)})


def _around(tx: Transaction, where: Situation, questions: QuestionSet, notes: Mapping[int, Note]) -> Picture:
    clusters = of(notes.values()) if where.step.stage in HARVESTED or where.workshop.screen == "themes" else ()
    can_be_marked = votable(clusters)
    marks = marks_for(len(can_be_marked))
    over = where.step.stage in AFTER_THE_VOTE
    return Picture(
        where=where,
        questions=questions,
        whole=True,
        notes=notes,
        clusters=clusters,
        marks=marks,
        ballots=ballot_count(tx, where.workshop.id),
        result=tally(ballots(tx, where.workshop.id), can_be_marked, marks) if over else None,
    )
