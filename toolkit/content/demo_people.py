"""Turns the counts of a demo evening into invented people, exactly, and the same for the same seed."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from carousel.workshop import CheckIn, Feedback, Interest
from toolkit.content.demo import Counts, DemoEvening

CORE_LEVELS = {"collaboration_partner", "supported_initiative"}


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """What one invented person answers at the door, at the end, and on the interest form."""

    checkin: CheckIn
    closing: Feedback | None
    interest: Interest | None


def demo_people(evening: DemoEvening, seed: int) -> tuple[DemoPerson, ...]:
    """The invented people of an evening; the counts are exact, the seed decides who gave which answer."""
    rng = Random(seed)  # noqa: S311 - invented people need no secrecy
    checked_in = _check_ins(evening, rng)
    closings = _closings(evening, checked_in, rng)
    interests = _interests(evening, rng)
    some = iter(rng.sample(range(evening.people), len(interests)))
    by_person = dict(zip(some, interests, strict=True))
    return tuple(DemoPerson(each, closings.get(place), by_person.get(place)) for place, each in enumerate(checked_in))


def _check_ins(evening: DemoEvening, rng: Random) -> tuple[CheckIn, ...]:
    single = {name: counts for name, counts in evening.checkin.items() if name != "channels"}
    channels = _spread(evening.checkin.get("channels", {}), evening.people, rng)
    rows = _columns(single, evening.people, rng)
    return tuple(
        CheckIn(
            lives_in=row.get("lives_in"),
            age_band=row.get("age_band"),
            gender=row.get("gender"),
            stakeholder_type=row.get("stakeholder_type"),
            channels=heard,
            used_premises=row.get("used_premises"),
            need_before=_number(row, "need_before"),
        )
        for row, heard in zip(rows, channels, strict=True)
    )


def _closings(evening: DemoEvening, checked_in: tuple[CheckIn, ...], rng: Random) -> Mapping[int, Feedback]:
    """Feedback by person. Those who stay are drawn; the answers are shuffled over them."""
    staying = rng.sample(range(evening.people), evening.closing_forms)
    rows = _columns(evening.closing, evening.closing_forms, rng)
    return {place: _feedback(row, checked_in[place].need_before) for place, row in zip(staying, rows, strict=True)}


def _feedback(row: Mapping[str, str], before: int | None) -> Feedback:
    return Feedback(
        overall=_number(row, "overall"),
        voice=_number(row, "voice"),
        heard=_number(row, "heard"),
        clear=_number(row, "clear"),
        access=_number(row, "access"),
        need_before=before,
        need_after=_number(row, "need_after"),
        again=row.get("again"),
    )


def _interests(evening: DemoEvening, rng: Random) -> tuple[Interest, ...]:
    levels = _spread(evening.interests.get("levels", {}), evening.interest_forms, rng)
    themes = _spread(evening.interests.get("themes", {}), evening.interest_forms, rng)
    willing = [place for place, ticked in enumerate(levels) if CORE_LEVELS & set(ticked)][: evening.core]
    pairs = zip(levels, themes, strict=True)
    return tuple(Interest(ticked, wanted, place in willing) for place, (ticked, wanted) in enumerate(pairs))


def _number(row: Mapping[str, str], name: str) -> int | None:
    return int(row[name]) if name in row else None


def _columns(counts: Mapping[str, Counts], people: int, rng: Random) -> list[dict[str, str]]:
    """One answer a person and question, shuffled; who is left over did not answer."""
    rows: list[dict[str, str]] = [{} for _ in range(people)]
    for name, wanted in counts.items():
        answers = [answer for answer, count in wanted.items() for _ in range(count)]
        for place, answer in zip(rng.sample(range(people), len(answers)), answers, strict=True):
            rows[place][name] = answer
    return rows


def _spread(counts: Counts, people: int, rng: Random) -> list[tuple[str, ...]]:
    """Ticks dealt out in turn like cards: nobody ticks the same twice, and everybody ticks where ticks suffice."""
    order = rng.sample(range(people), people)
    dealt: list[list[str]] = [[] for _ in range(people)]
    ticks = [answer for answer, count in counts.items() for _ in range(count)]
    for turn, answer in enumerate(ticks):
        dealt[order[turn % people]].append(answer)
    return [tuple(each) for each in dealt]
