"""What the two sides hold: clusters of needs, of offers here and elsewhere, and which of them may fit."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from carousel.workshop import Note
from toolkit.desk.frame import Desk
from toolkit.desk.remembered import remembered
from toolkit.harvest.clusters import Cluster, of
from toolkit.harvest.matching import LIKELY, Likely, matches
from toolkit.harvest.meaning import meaning_in_use
from toolkit.store.clusters import MATCH, NO_MATCH, decided
from toolkit.store.matches import SERVING, elsewhere
from toolkit.store.notes import published
from toolkit.store.workshops import Situation, situation_of

FIRST = 3  # suggestions for each need, here and once more elsewhere
Pairs = frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A cluster of offers or existing contents; `community` is empty where it is the need's own."""

    cluster: Cluster
    community: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Both sides; links are pairs of the clusters' ids. `decided` leads from a link to the notes it was decided on."""

    needs: tuple[Cluster, ...]
    offers: tuple[Offer, ...]
    likely: tuple[Likely, ...]
    confirmed: Mapping[tuple[int, int], Pairs]
    declined: Mapping[tuple[int, int], Pairs]

    @property
    def unmet(self) -> tuple[Cluster, ...]:
        """Needs without a confirmed match."""
        met = {need for need, _ in self.confirmed}
        return tuple(one for one in self.needs if one.id not in met)

    @property
    def unused(self) -> tuple[Offer, ...]:
        """Offers of this community that serve no need yet; what exists already is not waiting for one."""
        used = {offer for _, offer in self.confirmed}
        here = (one for one in self.offers if not one.community and one.cluster.kind == "offer")
        return tuple(one for one in here if one.cluster.id not in used)


@dataclass(slots=True)
class Reading:
    """What was read since the page was opened: other communities once, suggestions as long as the words stay."""

    _far: tuple[Offer, ...] | None = None
    _likely: dict[object, tuple[Likely, ...]] = field(default_factory=dict)

    def shown(self, desk: Desk, workshop_id: int) -> Sides:
        """The sides as they stand now."""
        where = desk.ask(situation_of, workshop_id)
        clusters = remembered(desk, "clusters", where, lambda: of(desk.ask(published, where)))
        needs = tuple(one for one in clusters if one.kind == "need")
        near = tuple(Offer(cluster=one) for one in clusters if one.kind in SERVING)
        far = self._elsewhere(desk, where)
        return Sides(
            needs=needs,
            offers=(*near, *far),
            likely=(*self._suggested(needs, near), *self._suggested(needs, far)),
            confirmed=linked(desk.ask(decided, [workshop_id], MATCH), clusters, far),
            declined=linked(desk.ask(decided, [workshop_id], NO_MATCH), clusters, far),
        )

    def _elsewhere(self, desk: Desk, where: Situation) -> tuple[Offer, ...]:
        if self._far is None:
            found = desk.ask(elsewhere, where)
            self._far = tuple(Offer(cluster=one, community=name) for name, notes in found.items() for one in of(notes))
        return self._far

    def _suggested(self, needs: Sequence[Cluster], offers: Sequence[Offer]) -> tuple[Likely, ...]:
        """The likeliest links between clusters, each told by the words of the note that heads it."""
        if not needs or not offers:
            return ()
        asking, serving = [_told(one) for one in needs], [_told(one.cluster) for one in offers]
        key = tuple((note.id, note.text, note.theme) for note in (*asking, *serving))
        if key not in self._likely:
            found = matches(asking, serving, FIRST, meaning_in_use())
            self._likely[key] = tuple(one for one in found if one.score >= LIKELY)
        return self._likely[key]


def linked(pairs: Pairs, clusters: Iterable[Cluster], far: Iterable[Offer]) -> Mapping[tuple[int, int], Pairs]:
    """Decisions about notes as links between the clusters in which these notes are now."""
    home = {note.id: one.id for one in (*clusters, *(offer.cluster for offer in far)) for note in one.notes}
    found: dict[tuple[int, int], Pairs] = {}
    for need, offer in sorted(pairs):
        if need in home and offer in home:
            link = (home[need], home[offer])
            found[link] = found.get(link, frozenset()) | {(need, offer)}
    return found


def _told(one: Cluster) -> Note:
    """The cluster as a note with its id."""
    lead = one.notes[0]
    return Note(id=one.id, question=lead.question, kind=one.kind, text=lead.text, theme=one.theme)
