"""What is public of a workshop right now, read from the store in one consistent look."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from carousel.stage import Stage
from carousel.votes import marks_for
from carousel.workshop import CheckIn, Evening, Note, Vote, Workshop
from toolkit.acts.releasing import AFTER_THE_VOTE
from toolkit.compare.ledger import Ledger, ledger
from toolkit.compare.versions import VOTES
from toolkit.content.opening import Screen
from toolkit.content.question_set import QuestionSet, question_set
from toolkit.harvest.clusters import Cluster, numbered, of, votable
from toolkit.harvest.votes import Tally, tally
from toolkit.store import Announcement, Transaction, released
from toolkit.store.ballots import ballots, order
from toolkit.store.evening import as_voted_on
from toolkit.store.flags import left_out
from toolkit.store.notes import published
from toolkit.store.opening import screens_of, slide_at
from toolkit.store.workshops import Situation, situation, situation_of

HARVESTED = (Stage.OPEN, Stage.HARVEST, Stage.VOTE, *AFTER_THE_VOTE)

SLIDES_CHANGE = ("step", "screen")  # news after which the slides are read again
NOTES_STAY = ("step", "people", "screen", "vote", "gone", "raffle")  # news after which known notes read the same


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A workshop as its phones and screens may show it: published notes, counts, and votes once the vote is over.

    `whole` is False where only the step was read, which is all that phones need. `slide` is the one that stands on
    the screen, counted from 0; `own_practice` is the folder of added examples. `offered` are the clusters of the
    running vote by their number. While the outcome is `due` it must be kept in the store before it is shown.
    """

    where: Situation
    questions: QuestionSet
    own_practice: Path | None = None
    whole: bool = False
    slides: tuple[Screen, ...] = ()
    slide: int = 0
    notes: Mapping[int, Note] = field(default_factory=dict)
    clusters: tuple[Cluster, ...] = ()
    offered: Mapping[int, Cluster] = field(default_factory=dict)
    marks: int = 0
    ballots: int = 0
    result: Tally | None = None
    ledger: Ledger | None = None
    due: bool = False

    @property
    def workshop(self) -> Workshop:
        """The workshop's own data."""
        return self.where.workshop


def look(tx: Transaction, code: str, whole: bool, own_sets: Path | None, own_practice: Path | None = None) -> Picture:
    """The picture of the workshop with this code; refuses with 404. `own_sets` is the folder of changed questions,
    `own_practice` that of added examples."""
    where = situation(tx, code)
    asked = question_set(where.workshop.question_set, own_sets)
    return _picture(tx, Picture(where=where, questions=asked, own_practice=own_practice), whole)


def look_again(tx: Transaction, before: Picture, news: Sequence[Announcement], whole: bool) -> Picture:
    """The picture after some news. New notes are read by themselves, so a full wall costs no more than an empty one."""
    now = replace(before, where=situation_of(tx, before.workshop.id))
    if not whole or not before.whole:
        return _picture(tx, now, whole)
    if any(one.what in SLIDES_CHANGE for one in news):
        now = _with_slides(tx, now)
    if not _only_new_notes(before, news):
        return _around(tx, now, _notes(tx, now.where))
    new = any(one.what == "note" for one in news)
    fresh = _notes(tx, now.where, after=max(before.notes, default=0)) if new else {}
    leaving = {one.note for one in news if one.what == "gone"}
    kept = {key: note for key, note in before.notes.items() if key not in leaving}
    return _around(tx, now, kept | fresh)


def _notes(tx: Transaction, where: Situation, after: int = 0) -> dict[int, Note]:
    """Published notes with the ticks that are out."""
    found = published(tx, where, after=after)
    return {note.id: note for note in released.with_ticks_out(tx, where.workshop.id, found)}


def _only_new_notes(before: Picture, news: Sequence[Announcement]) -> bool:
    newest = max(before.notes, default=0)
    return all(one.what in NOTES_STAY or (one.what == "note" and (one.note or 0) > newest) for one in news)


def _picture(tx: Transaction, now: Picture, whole: bool) -> Picture:
    if not whole:
        return Picture(where=now.where, questions=now.questions, own_practice=now.own_practice)
    return _around(tx, _with_slides(tx, now), _notes(tx, now.where))


def _with_slides(tx: Transaction, now: Picture) -> Picture:
    slides = screens_of(tx, now.workshop, now.questions, now.own_practice)
    return replace(now, slides=slides, slide=min(slide_at(tx, now.workshop.id), max(len(slides) - 1, 0)))


def _around(tx: Transaction, now: Picture, notes: Mapping[int, Note]) -> Picture:
    where = now.where
    clusters = of(notes.values()) if where.step.stage in HARVESTED or where.workshop.screen == "themes" else ()
    can_be_marked = votable(clusters)
    whole = as_voted_on(tx, where, left_out(tx, where.workshop.id)[0]) if clusters else ()
    marks = marks_for(len(votable(of(whole)) if whole else can_be_marked))
    over = where.step.stage in AFTER_THE_VOTE
    cast = _votes_out(tx, where) if over else ballots(tx, where.workshop.id)
    counted = tally(cast or (), can_be_marked, marks)
    return replace(
        now,
        whole=True,
        notes=notes,
        clusters=clusters,
        offered=numbered(clusters, order(tx, where.workshop.id)) if where.step.stage is Stage.VOTE else {},
        marks=marks,
        # Officials are left out: their number beside the residents' after the vote would tell how few they are.
        ballots=counted.resident_voters,
        result=None if cast is None or not over else counted,
        ledger=None if cast is None or not over else _ledger(where, notes, cast, marks),
        due=cast is None,
    )


def _votes_out(tx: Transaction, where: Situation) -> tuple[Vote, ...] | None:
    """What the screen shows of a vote that is over changes by five people or more; None where it is due."""
    whole = Evening(workshop=where.workshop, stage=where.step.stage, votes=ballots(tx, where.workshop.id))
    out = released.seen(tx, whole, (VOTES,))
    return None if out is None else out.votes


def _ledger(where: Situation, notes: Mapping[int, Note], cast: tuple[Vote, ...], marks: int) -> Ledger:
    """Which votes stay hidden: the vote hangs together with nothing else but the number of people."""
    people = (CheckIn(),) * where.people
    seen = tuple(notes.values())
    return ledger(
        Evening(workshop=where.workshop, stage=where.step.stage, check_ins=people, notes=seen, votes=cast, marks=marks)
    )
