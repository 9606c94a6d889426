"""What an open board shows: suggestions stay as they were when it was opened, so that no card moves by itself."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from carousel.workshop import Note
from toolkit.harvest.clusters import Cluster, of
from toolkit.harvest.likeness import Proposal, proposals
from toolkit.harvest.meaning import meaning_in_use
from toolkit.store import Transaction
from toolkit.store.clusters import APART, decided
from toolkit.store.notes import published
from toolkit.store.sorting import with_themes
from toolkit.store.workshops import Situation, situation_of

Pairs = frozenset[tuple[int, int]]
Shown = tuple[tuple[Cluster, ...], tuple[Proposal, ...]]


@dataclass(slots=True)
class Reading:
    """What was suggested since the board was opened: by a note's text, and by the notes of one theme and kind.

    A gesture teaches the program for the next opening; here it costs only what it changed.
    """

    themes: dict[str, Note] = field(default_factory=dict)
    groups: dict[object, tuple[Proposal, ...]] = field(default_factory=dict)

    def shown(self, tx: Transaction, workshop_id: int) -> Shown:
        """Clusters, and groups of them that may say the same."""
        where = situation_of(tx, workshop_id)
        clusters = of(self._notes(tx, where))
        apart = decided(tx, (workshop_id,), APART)
        return clusters, self._proposals(clusters, apart)

    def _notes(self, tx: Transaction, where: Situation) -> tuple[Note, ...]:
        notes = published(tx, where, themes=False)
        by_id = {note.id: note for note in notes}
        leads = {note.id: by_id.get(note.cluster, note) for note in notes if not note.theme_confirmed}
        fresh = {lead.text: replace(lead, cluster=lead.id) for lead in leads.values() if lead.text not in self.themes}
        self.themes.update(zip(fresh, with_themes(tx, where.workshop.demo, tuple(fresh.values())), strict=True))
        return tuple(self._themed(note, leads[note.id].text) if note.id in leads else note for note in notes)

    def _themed(self, note: Note, text: str) -> Note:
        told = self.themes[text]
        return replace(note, theme=told.theme, confidence=told.confidence, because=told.because, others=told.others)

    def _proposals(self, clusters: Sequence[Cluster], apart: Pairs) -> tuple[Proposal, ...]:
        together: dict[tuple[str, str], list[Note]] = {}
        for one in clusters:
            together.setdefault((one.theme, one.kind), []).extend(one.notes)
        found = [proposal for group in together.values() for proposal in self._within(group, apart)]
        return tuple(sorted(found, key=lambda proposal: (-proposal.score, proposal.ids)))

    def _within(self, group: Sequence[Note], apart: Pairs) -> tuple[Proposal, ...]:
        ids = {note.id for note in group}
        own = frozenset(pair for pair in apart if ids.issuperset(pair))
        key = (own, tuple((note.id, note.cluster) for note in group))
        if key not in self.groups:
            self.groups[key] = proposals(group, own, meaning_in_use())
        return self.groups[key]
