"""The privacy notice and the record of processing, from data/privacy.yaml, filled with what is set and what is kept."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from toolkit.content.reading import DATA, Block, read_block
from toolkit.content.retention import CONTACT_MONTHS, PHONE_DAYS, RAFFLE_DAYS
from toolkit.content.text import EMPTY, Lines, Text

FILE = DATA / "privacy.yaml"
BASES = ("interest", "task")
COLUMNS = ("purpose", "people", "data", "basis", "recipients", "kept")


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Who is responsible and what holds here. `backup_days` is how long backups are kept, `months` contacts.

    `basis` is one of BASES, `host` names who runs the server (empty: the organiser's own laptop), `known` says whether
    somebody has set the organiser.
    """

    organiser: str
    contact: str
    backup_days: int
    known: bool = True
    officer: str = ""
    basis: str = BASES[0]
    host: str = ""
    months: int = CONTACT_MONTHS

    def holds(self, when: str) -> bool:
        """Whether a part of the notice that is shown `when` something holds is shown."""
        conditions = {
            "": True, "unset": not self.known, "officer": bool(self.officer), "hosted": bool(self.host),
            "laptop": not self.host, **{basis: basis == self.basis for basis in BASES},
        }  # fmt: skip
        return conditions[when]

    def words(self, lang: str) -> Mapping[str, object]:
        """What fills the names in braces."""
        return {
            "organiser": self.organiser.rstrip("."), "contact": self.contact.rstrip("."),
            "officer": self.officer.rstrip("."), "host": self.host.rstrip("."), "months": self.months,
            "raffle_days": RAFFLE_DAYS, "backup_days": self.backup_days, "phone_days": PHONE_DAYS,
            "basis": privacy().bases[self.basis].of(lang),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the notice; one without a title goes on with the part before it."""

    id: str
    title: Text
    lines: Lines
    when: str


@dataclass(frozen=True, slots=True)
class Activity:
    """One line of the record; `said` has a text for each of COLUMNS."""

    id: str
    name: Text
    said: Mapping[str, Text]


@dataclass(frozen=True, slots=True)
class Privacy:
    """The whole file."""

    version: int
    notice: tuple[Part, ...]
    measures: Lines
    activities: tuple[Activity, ...]
    bases: Mapping[str, Text]


@dataclass(frozen=True, slots=True)
class Said:
    """A part of the notice in one language, filled."""

    title: str
    lines: tuple[str, ...]


def notice(facts: Facts, lang: str) -> tuple[Said, ...]:
    """The whole notice in a language, with what holds here."""
    found: list[Said] = []
    for part in privacy().notice:
        if not facts.holds(part.when):
            continue
        lines = tuple(part.lines.of(lang, **facts.words(lang)))
        if part.title or not found:
            found.append(Said(part.title.of(lang), lines))
        else:
            found[-1] = Said(found[-1].title, (*found[-1].lines, *lines))
    return tuple(found)


def record(facts: Facts, lang: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Each activity of the record with its columns, in a language."""
    for one in privacy().activities:
        yield one.name.of(lang), {column: one.said[column].of(lang, **facts.words(lang)) for column in COLUMNS}


@cache
def privacy() -> Privacy:
    """The shipped notice and record. ContentError names the line of a mistake."""
    block = read_block(FILE)
    languages, bases = block.words("languages"), block.need("bases", Block)
    return Privacy(
        version=block.need("version", int),
        notice=tuple(_part(each, languages) for each in block.blocks("notice")),
        measures=block.sentences(languages, "measures"),
        activities=tuple(_activity(each, languages) for each in block.blocks("activities")),
        bases={basis: bases.text(languages, basis) for basis in BASES},
    )


def _part(block: Block, languages: tuple[str, ...]) -> Part:
    title = block.text(languages, "title") if "title" in block else EMPTY
    return Part(block.need("id", str), title, block.sentences(languages, "lines"), block.maybe("when", str, ""))


def _activity(block: Block, languages: tuple[str, ...]) -> Activity:
    said = {column: block.text(languages, column) for column in COLUMNS}
    return Activity(block.need("id", str), block.text(languages, "name"), said)
