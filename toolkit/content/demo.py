"""The demo programme of data/demo: invented answers, and how many people answered what on invented evenings."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from toolkit.content.reading import DATA, Block, ContentError, parse_block, read_block
from toolkit.content.text import EMPTY, Text

FOLDER = DATA / "demo"
Counts = Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoAnswer:
    """One invented note; `row` is its 1-based line among the answers."""

    row: int
    community: str
    question: str
    kind: str
    text: str
    theme: str
    stakeholder_type: str
    level: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """What moderation, merging and matching should find in the answer of the same row; empty where nothing."""

    row: int
    community: str
    moderation: str
    duplicate_group: str
    match_group: str
    offer_kind: str
    constraint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoEvening:
    """One invented evening; counts are people by answer."""

    community: str
    title: Text
    date: date
    minutes: int
    hosts: int
    people: int
    expected: int
    older: bool = False
    population: int | None = None
    population_source: Text = EMPTY
    checkin: Mapping[str, Counts]
    closing: Mapping[str, Counts]
    closing_forms: int = 0
    interests: Mapping[str, Counts]
    interest_forms: int = 0
    core: int = 0


@dataclass(frozen=True, slots=True)
class Demo:
    """The whole demo programme; `practice` is the workshop that stands open at check-in."""

    programme: Text
    evenings: tuple[DemoEvening, ...]
    practice: DemoEvening


@cache
def demo() -> Demo:
    """The shipped demo programme, read once."""
    return _demo(read_block(FOLDER / "evenings.yaml"))


def check_demo(text: str, file: str = "data/demo/evenings.yaml") -> Demo:
    """The demo of a text that somebody edits; ContentError names the line."""
    return _demo(parse_block(text, file))


@cache
def demo_answers(community: str = "") -> tuple[DemoAnswer, ...]:
    """The invented notes in the order of the file, of one community or of all."""
    rows = enumerate(_rows(FOLDER / "demo_answers.csv"), 1)
    return tuple(_answer(number, row) for number, row in rows if community in ("", row["community"]))


@cache
def expectations() -> tuple[Expectation, ...]:
    """What should be found in the answers, by row."""
    return tuple(_expectation(row) for row in _rows(FOLDER / "demo_answers_gold.csv"))


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _answer(number: int, row: Mapping[str, str]) -> DemoAnswer:
    return DemoAnswer(
        row=number,
        community=row["community"],
        question=row["station"],
        kind=row["kind"],
        text=row["text"],
        theme=row["theme"],
        stakeholder_type=row["stakeholder_type"],
        level=row["level"],
    )


def _expectation(row: Mapping[str, str]) -> Expectation:
    return Expectation(
        row=int(row["row"]),
        community=row["community"],
        moderation=row["expected_moderation"],
        duplicate_group=row["duplicate_group"],
        match_group=row["match_group"],
        offer_kind=row["offer_kind"],
        constraint=row["constraint"],
    )


def _demo(block: Block) -> Demo:
    languages = block.words("languages")
    evenings = tuple(_evening(each, languages) for each in block.blocks("evenings"))
    return Demo(block.text(languages, "programme"), evenings, _evening(block.need("practice", Block), languages))


def _evening(block: Block, languages: tuple[str, ...]) -> DemoEvening:
    people = block.need("people", int)
    empty = Block()
    empty.file, empty.line, empty.lines = block.file, block.line, {}
    closing, interest = block.maybe("closing", Block, empty), block.maybe("interest", Block, empty)
    return DemoEvening(
        community=_marked(block),
        title=block.text(languages, "title"),
        date=_date(block),
        minutes=block.need("minutes", int),
        hosts=block.need("hosts", int),
        people=people,
        expected=block.maybe("expected", int, people),
        older=block.maybe("older", bool, False),
        population=block.maybe("population", int, None),
        population_source=block.text(languages, "population_source") if "population_source" in block else EMPTY,
        checkin=_counts(block.maybe("checkin", Block, empty), people, several=("channels",)),
        closing=_counts(closing, closing.maybe("forms", int, 0)),
        closing_forms=closing.maybe("forms", int, 0),
        interests=_counts(interest, interest.maybe("forms", int, 0), several=("levels", "themes")),
        interest_forms=interest.maybe("forms", int, 0),
        core=interest.maybe("core", int, 0),
    )


def _marked(block: Block) -> str:
    name = block.need("community", str)
    if not name.endswith("(demo)"):
        raise block.fault("The name of an invented community must end with “(demo)”.", "community")
    return name


def _date(block: Block) -> date:
    try:
        return date.fromisoformat(block.need("date", str))
    except ValueError as error:
        raise block.fault('Write the date like "2026-11-26", in quotes.', "date") from error


def _counts(block: Block, most: int, several: tuple[str, ...] = ()) -> Mapping[str, Counts]:
    return {key: _count(block, key, most, key in several) for key in block if isinstance(block[key], Block)}


def _count(block: Block, key: str, most: int, several: bool) -> Counts:
    answers = block.need(key, Block)
    counts = {answer: answers.need(answer, int) for answer in answers}
    if max(counts.values()) > most or (not several and sum(counts.values()) > most):
        raise _too_many(block, key, most)
    return counts


def _too_many(block: Block, key: str, most: int) -> ContentError:
    return block.fault("At most {most} people can have answered “{key}”; lower the numbers.", key, most=most, key=key)
