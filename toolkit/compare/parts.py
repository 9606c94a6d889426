"""What reports and comparisons are made of: published values beside the sentences that name them."""

from dataclasses import dataclass
from datetime import date

from carousel.workshop import Workshop
from toolkit.compare.gate import Count, Number, PublishedCluster, PublishedNote, Rate, Share
from toolkit.compare.sentence import Choice, Sentence, Term

Value = Number | Count | Share | Rate


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Which workshop this is. `demo` must be shown wherever the community is named."""

    code: str
    title: str
    community: str
    demo: bool
    date: date
    format: str
    language: str


@dataclass(frozen=True, slots=True)
class Measure:
    """One named value; `id` is its name for programs."""

    label: Sentence | Term | Choice
    value: Value
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One of the six answers: sentences that say it, measures beside them, the strongest clusters first."""

    id: str
    question: Sentence
    said: tuple[Sentence, ...]
    measures: tuple[Measure, ...] = ()
    clusters: tuple[PublishedCluster, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemePart:
    """One theme: how many notes and clusters, support in the vote, and a few quotes."""

    theme: Term
    notes: Number
    clusters: tuple[PublishedCluster, ...]
    support: Share | None
    quotes: tuple[PublishedNote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """Needs and offers under one theme, side by side, with what exists already."""

    theme: Term
    needs: tuple[PublishedCluster, ...]
    existing: tuple[PublishedCluster, ...]
    offers: tuple[PublishedCluster, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """A need with the offers and existing contents that a person found to fit, each with its community if another."""

    need: PublishedCluster
    offers: tuple[tuple[PublishedNote, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches:
    """What fits together, and what is left over: needs nothing was found for, offers no need was found for."""

    found: tuple[Matched, ...]
    unmet: tuple[PublishedCluster, ...]
    unused: tuple[PublishedCluster, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VotePart:
    """The vote: `ranks` are groups of equal support, the strongest first; those below five marks are one last group.

    `officials` are the clusters that officials marked, apart. `k` is the number of marks a voter had.
    """

    k: Number
    voters: Count
    official_voters: Count
    spoiled: Count
    ranks: tuple[tuple[PublishedCluster, ...], ...]
    top: tuple[tuple[PublishedCluster, ...], ...]
    officials: tuple[PublishedCluster, ...]


@dataclass(frozen=True, slots=True)
class Promise:
    """What the municipality assured in public, and in which office that was said."""

    text: str
    who: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step of what follows: who does what by when; `notes` are ids of published notes it came from."""

    what: str
    who: str
    due: date | None
    status: Choice
    done_on: date | None = None
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class LogLine:
    """A line of the public moderation log; `others` are the notes merged with it, or those it was parted into."""

    note: int
    what: Sentence
    reason: Sentence | None = None
    others: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """How the evening went and what its figures cannot say."""

    rounds: Number
    minutes: tuple[Number, ...]
    hosts: Number
    host_mode: Term
    notes: Number
    clusters: Number
    redacted: Number
    held: Number
    sources: tuple[Measure, ...]
    response: Share
    limits: tuple[Sentence, ...]


def head(workshop: Workshop) -> Head:
    """What identifies a workshop."""
    return Head(
        code=workshop.code, title=workshop.title, community=workshop.community, demo=workshop.demo,
        date=workshop.date, format=workshop.format.value, language=workshop.language,
    )  # fmt: skip
