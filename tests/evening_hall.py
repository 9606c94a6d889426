"""A hall for tests of acts: a real store, a workshop, people who check in, and a facilitator who presses Next."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

from carousel.stage import Stage, Verb
from carousel.workshop import Evening, Note, Workshop
from toolkit.acts import answering, hosting, mentoring
from toolkit.acts.answering import CheckedIn
from toolkit.acts.forms import Given
from toolkit.acts.keeping import Kept
from toolkit.store import Store, slips, workshops
from toolkit.store.evening import evening
from toolkit.store.notes import published
from toolkit.store.workshops import Situation

BEGIN = datetime(2026, 11, 26, 17, 0, tzinfo=UTC)
DOOR: Given = {"lives_in": ["this_ks"], "stakeholder_type": ["prebivalec"], "need_before": ["4"]}


@dataclass
class Hall:
    """One workshop in one store; its clock goes on by a second with every act."""

    store: Store
    workshop: Workshop
    rng: Random = field(default_factory=lambda: Random(7))
    now: datetime = BEGIN
    people: list[CheckedIn] = field(default_factory=list)

    def tick(self, seconds: int = 1) -> datetime:
        self.now += timedelta(seconds=seconds)
        return self.now

    @property
    def where(self) -> Situation:
        return self.store.read(workshops.situation_of, self.workshop.id)

    @property
    def evening(self) -> Evening:
        return self.store.read(evening, self.workshop.id)

    @property
    def notes(self) -> tuple[Note, ...]:
        return self.store.read(published, self.where)

    def press(self, verb: Verb = Verb.NEXT) -> int:
        return self.store.write(hosting.move, self.workshop.id, verb, self.where.version, self.tick())

    def go_to(self, stage: Stage, round: int | None = None) -> Situation:
        while self.where.step.stage is not stage or (round is not None and self.where.step.round != round):
            self.press()
        return self.where

    def arrive(self, count: int = 1, given: Given = DOOR) -> Sequence[CheckedIn]:
        new = [self.check_in(f"phone {len(self.people) + number}", given) for number in range(count)]
        self.people += new
        return new

    def check_in(self, key: str, given: Given = DOOR) -> CheckedIn:
        return self.store.write(
            answering.check_in, self.workshop.code, given, key, "sl", self.tick(), self.rng
        )

    def group_of(self, person: CheckedIn) -> int:
        group = self.store.read(slips.resident, person.slip).group
        assert group is not None
        return group

    def question_for(self, person: CheckedIn, round: int) -> str:
        carousel = self.where.carousel
        assert carousel is not None
        return carousel.stations[carousel.station(self.group_of(person), round) - 1][0]

    def write(self, person: CheckedIn, text: str, key: str = "", question: str = "") -> Kept:
        asked = question or self.question_for(person, self.where.step.round or 0)
        given = {"question": [asked], "text": [text]}
        return self.store.write(answering.leave_note, person.slip, given, key or f"{person.slip} {text}", self.tick())

    def everybody_writes(self, words: str = "Rada bi prostor za druženje") -> None:
        for number, person in enumerate(self.people):
            self.write(person, f"{words} {number}")


def new_hall(store: Store, community: str = "Golnik", **columns: Any) -> Hall:
    founded = store.write(mentoring.found_community, community)
    workshop = store.write(
        lambda tx: mentoring.prepare_workshop(
            tx, founded, title=f"Prostor: {community}", day=date(2026, 11, 26), rng=Random(community), **columns
        )
    )
    return Hall(store, workshop)


def writing_hall(store: Store, lines: Sequence[str]) -> Hall:
    """A hall in its first round: twelve people are in, and a table host has typed these notes."""
    hall = new_hall(store)
    hall.press()
    hall.arrive(12)
    hall.go_to(Stage.ROUND, 0)
    store.write(hosting.host_notes, hall.workshop.id, "S2_potrebe", list(lines), "host", hall.tick())
    return hall
