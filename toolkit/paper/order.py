"""What a facilitator orders from the printer: one workshop with everything that its paper must say."""

from dataclasses import dataclass
from datetime import time

from carousel.carousel import Carousel
from carousel.schedule import MOVE
from carousel.workshop import Workshop
from toolkit.content.question import Question, QuestionSet
from toolkit.i18n import Translator

Sheet = dict[str, object]
"""One thing to print, as data for its template; `kind` names the template, `name` what it is called."""


@dataclass(frozen=True, slots=True)
class Stub:
    """What is torn off: a slip's code and a raffle ticket that has nothing to do with it. With `erasure` whoever keeps
    the slip erases what was typed in under its code."""

    code: str
    ticket: int
    erasure: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """`address` is where the program answers, without a trailing slash; `wifi` the hall's network and password.

    `lengths` and `move` are seconds; `opens` is when the doors open, `venue` where they are. An open house has no
    `carousel`. `open_house` is the code of an open house of the same community, empty where there is none. `tickets`
    are the codes that let a phone in, where one is needed.
    """

    workshop: Workshop
    questions: QuestionSet
    address: str
    wifi: tuple[str, str] | None = None
    carousel: Carousel | None = None
    lengths: tuple[int, ...] = ()
    move: int = MOVE
    organiser: str = ""
    contact: str = ""
    venue: str = ""
    opens: time | None = None
    open_house: str = ""
    stubs: tuple[Stub, ...] = ()
    tickets: tuple[str, ...] = ()

    @property
    def page(self) -> str:
        """The residents' address of the workshop."""
        return f"{self.address.rstrip('/')}/w/{self.workshop.code}"

    @property
    def places(self) -> tuple[tuple[Question, ...], ...]:
        """The questions at each station, in the order of the hall; without a carousel one question a place."""
        if self.carousel is None:
            return tuple((question,) for question in self.questions.questions)
        asked = {question.id: question for question in self.questions.questions}
        return tuple(tuple(asked[id] for id in place) for place in self.carousel.stations)


def community(workshop: Workshop) -> str:
    """The community's name; the demo is always marked."""
    marked = workshop.demo and "(demo)" not in workshop.community
    return f"{workshop.community} (demo)" if marked else workshop.community


def footer(_: Translator, workshop: Workshop) -> str:
    """What tells the papers of two evenings apart."""
    return f"{workshop.code} · {_.date(workshop.date, 'short')} · {community(workshop)}"


def short(_: Translator, parts: tuple[Question, ...]) -> str:
    """What a station is called."""
    return " · ".join(part.short.of(_.language) for part in parts)
