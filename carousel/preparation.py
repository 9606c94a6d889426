"""What mentors write down about a community before and after its evening; never about a single resident."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Premises:
    """A room or building of the state analysis. Hours are hours a week, `bookable_hours` those it could be open;
    `cost` is euros a year."""

    name: str
    address: str = ""
    owner: str | None = None
    area: float | None = None
    seats: int | None = None
    access: tuple[str, ...] = ()
    condition: str | None = None
    used_hours: float | None = None
    bookable_hours: float | None = None
    users: str = ""
    cost: float | None = None
    obstacles: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """Persons of one age band and gender of the population; either may be "all"."""

    age: str
    gender: str
    persons: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """One rater's score (0 to 3) of a readiness criterion; `again` after the raters have talked."""

    rater: str
    criterion: str
    score: int
    evidence: str
    again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Whether the community takes part now (selected, reserve, not_now), with reasons that may be published."""

    decision: str
    reasons: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stakeholder:
    """An organisation or role in the register. Interest, influence and affected are 1 to 5, None where nobody said;
    `target_groups` are those it stands for."""

    name: str
    type: str
    target_groups: tuple[str, ...] = ()
    interest: int | None = None
    influence: int | None = None
    affected: int | None = None
    current_level: str | None = None
    wanted_level: str | None = None
    channels: tuple[str, ...] = ()
    invited_on: date | None = None
    reply: str | None = None
    came: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Outreach:
    """One line of the communication plan; `copies` or people reached, `cost` in euros."""

    channel: str
    message: str = ""
    on: date | None = None
    copies: int | None = None
    cost: float | None = None
    answerable: str = ""
    sent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Assurance:
    """What the municipality assured, who said it, and whether it may be shown."""

    text: str
    who: str = ""
    public: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """A step of the follow-up. `status` is open, done or dropped; `notes` are ids of notes it came from."""

    what: str
    who: str = ""
    due: date | None = None
    status: str = "open"
    done_on: date | None = None
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparation:
    """All that was written down about one community. `records` are those of the other organiser forms, by form."""

    premises: tuple[Premises, ...] = ()
    bands: tuple[Band, ...] = ()
    bands_source: str = ""
    ratings: tuple[Rating, ...] = ()
    decision: Decision | None = None
    stakeholders: tuple[Stakeholder, ...] = ()
    outreach: tuple[Outreach, ...] = ()
    assurances: tuple[Assurance, ...] = ()
    actions: tuple[Action, ...] = ()
    records: Mapping[str, tuple[Mapping[str, object], ...]] = field(default_factory=dict)
