"""The narrow waist: the values that every door makes and every picture, comparison and report is made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from carousel.look import letter
from carousel.preparation import Preparation

UNSORTED = "nerazvrsceno"
Day = date  # a workshop has a field of the other name


class Source(StrEnum):
    """Where a note came in; all count alike."""

    OWN = "own_device"
    HOST = "host_device"
    PAPER = "paper"


class Format(StrEnum):
    """An evening with rotation, or an open house without."""

    CAROUSEL = "carousel"
    OPEN_HOUSE = "open_house"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One idea in the resident's own words. It carries no person.

    `station` is the 1-based number of the place, `round` and `group` are 0-based; all three are None in an open
    house. `cluster` is the id of the note that heads the cluster this one belongs to (its own id when it stands alone).
    `exposed` counts the people who could have ticked it; `cluster_ticks` and `cluster_exposed` count people over the
    whole cluster, each of them once (None where that is the sum over its notes). `also` are the ids under which this
    idea was ticked and marked before a person parted or rejoined notes; `part_of` is the note it was parted from.
    A theme that nobody confirmed has a `confidence` from 0 to 1, the words that led to it and the next likely `others`.
    """

    id: int
    question: str
    kind: str
    text: str
    source: Source = Source.OWN
    station: int | None = None
    round: int | None = None
    group: int | None = None
    theme: str = UNSORTED
    theme_confirmed: bool = False
    cluster: int = 0
    cluster_name: str = ""
    ticks: int = 0
    exposed: int = 0
    cluster_ticks: int | None = None
    cluster_exposed: int | None = None
    also: tuple[int, ...] = ()
    part_of: int | None = None
    confidence: float = 1.0
    because: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    fields: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    sent: datetime | None = None
    redacted: bool = False


@dataclass(frozen=True, slots=True)
class Vote:
    """One resident's ballot: the clusters marked (ids of their head notes). Officials are counted apart."""

    marks: frozenset[int]
    official: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """What a resident said at the door; None where nothing was answered."""

    lives_in: str | None = None
    age_band: str | None = None
    gender: str | None = None
    stakeholder_type: str | None = None
    channels: tuple[str, ...] = ()
    used_premises: str | None = None
    need_before: int | None = None
    group: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """The closing form of one resident: smileys and scales 1 to 5, None where skipped. `need_before` is the same
    resident's answer at check-in, where there is one."""

    overall: int | None = None
    voice: int | None = None
    heard: int | None = None
    clear: int | None = None
    access: int | None = None
    need_before: int | None = None
    need_after: int | None = None
    again: str | None = None
    good: str = ""
    change: str = ""
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Interest:
    """An interest form without the person: levels, themes, and whether the start-up team may have the contact."""

    levels: tuple[str, ...]
    themes: tuple[str, ...] = ()
    core: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A need (the id of its cluster) and an offer or existing content that a person found to fit.

    `community` is that of the offer, empty where it is the need's own.
    """

    need: int
    offer: Note
    community: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """A line of the public moderation log: what was done to a note or cluster, and why.

    `others` are the notes that were merged with it, or the ones it was parted into.
    """

    at: datetime
    what: str
    note: int
    reason: str = ""
    others: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One checked-in resident as the grouping sees them. Companions share a `unit`."""

    slip: str
    stakeholder_type: str = ""
    age_band: str = ""
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """People who rotate together. `index` is 0-based over all carousels; `carousel` is 0-based."""

    index: int
    carousel: int
    size: int = 0

    @property
    def letter(self) -> str:
        """What the group is called in the hall."""
        return letter(self.index)


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """One evening in one community, or an open-house period from the day `opens` to the day `closes`.

    `joining` lets newcomers in; `closed` is when it ended. With `tickets` each newcomer needs one.
    """

    id: int
    code: str
    title: str
    community: str
    demo: bool = False
    date: date
    format: Format = Format.CAROUSEL
    question_set: str = "skupnostni_prostor"
    language: str = "sl"
    expected: int = 24
    minutes: int = 75
    stairs: bool = False
    older: bool = False
    hosts: int = 0
    host_mode: str = "host"
    seed: int = 0
    joining: bool = False
    closed: datetime | None = None
    opens: Day | None = None
    closes: Day | None = None
    tickets: bool = False
    hide_until_written: bool = False
    approve_by_hand: bool = False
    report_shared: bool = False
    log_shared: bool = False
    screen: str = "follow"
    population: int | None = None
    population_source: str = ""

    @property
    def marked_title(self) -> str:
        """The title with "(demo)" where everything was invented; it stays visible on every page."""
        return f"{self.title} (demo)" if self.demo and "(demo)" not in self.title else self.title

    def takes_in(self, today: Day) -> bool:
        """Whether a newcomer can join on this local day."""
        begun, ended = self.opens is None or self.opens <= today, self.closes is not None and self.closes < today
        return self.joining and begun and not ended


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A part of the evening as planned and as held. `round` is 0-based; `planned` is in seconds, None where nothing
    was planned; `ended` is None while it lasts."""

    stage: str
    round: int | None = None
    planned: int | None = None
    began: datetime
    ended: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evening:
    """Everything one workshop left behind, ready for harvest, comparison and report. Published notes only.

    `left_out` counts the slips that a facilitator left out of the count; nothing else here comes from them but their
    `votes_left_out`, and beside them all notes as they were voted on.
    """

    workshop: Workshop
    stage: str
    rounds: int = 0
    minutes_per_round: tuple[float, ...] = ()
    groups: tuple[Group, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    notes: tuple[Note, ...] = ()
    votes: tuple[Vote, ...] = ()
    marks: int = 0
    feedback: tuple[Feedback, ...] = ()
    interests: tuple[Interest, ...] = ()
    log: tuple[LogEntry, ...] = ()
    held: int = 0
    left_out: int = 0
    votes_left_out: tuple[Vote, ...] = ()
    notes_with_left_out: tuple[Note, ...] = ()
    matches: tuple[Match, ...] = ()
    preparation: Preparation = field(default_factory=Preparation)
    timeline: tuple[Stretch, ...] = ()
