"""The demo programme, played through the same acts as a real evening; everything in it is invented and says so."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from random import Random

from carousel.stage import Stage, Verb
from carousel.votes import marks_for
from carousel.workshop import Feedback, Format, Interest, Workshop
from toolkit.acts import answering, harvesting, hosting, mentoring
from toolkit.acts.codes import fingerprint
from toolkit.acts.forms import Given
from toolkit.acts.recording import bring_in_records
from toolkit.acts.standing import visit
from toolkit.content.demo import DemoAnswer, DemoEvening, demo, demo_answers, expectations
from toolkit.content.demo_people import DemoPerson, demo_people
from toolkit.content.demo_preparation import demo_preparation
from toolkit.harvest.clusters import of, votable
from toolkit.store import Transaction, contacts, notes, slips, workshops
from toolkit.store.workshops import Situation

BEGINS = time(17, 0, tzinfo=UTC)
CHECKIN, OPENING, GROUPS, HARVEST, VOTE, INTEREST, CLOSING, RAFFLE = 18, 27, 6, 24, 9, 5, 8, 12  # minutes, invented
Slips = Sequence[tuple[str, DemoPerson]]


def play_demo(tx: Transaction, language: str, now: datetime, rng: Random) -> tuple[Workshop, ...]:
    """Fill an empty store with three finished evenings and one workshop open at check-in."""
    played = [_play(tx, evening, language, number) for number, evening in enumerate(demo().evenings, start=1)]
    return (*played, _open_practice(tx, demo().practice, language, now, rng))


def _open_practice(tx: Transaction, evening: DemoEvening, language: str, now: datetime, rng: Random) -> Workshop:
    workshop = _prepare(tx, replace(evening, date=now.date()), language, rng)
    hosting.move(tx, workshop.id, Verb.NEXT, 0, now)
    return workshop


def _prepare(tx: Transaction, evening: DemoEvening, language: str, rng: Random) -> Workshop:
    community = mentoring.found_community(
        tx,
        evening.community,
        population=evening.population,
        source=evening.population_source.of(language) if evening.population else "",
        demo=True,
    )
    for form, rows in demo_preparation(evening.community).items():
        bring_in_records(tx, community, form, rows, "sl", datetime.combine(evening.date, BEGINS))
    return mentoring.prepare_workshop(
        tx,
        community,
        title=evening.title.of(language),
        day=evening.date,
        rng=rng,
        format=Format.CAROUSEL,
        language=language,
        expected=evening.expected,
        minutes=evening.minutes,
        hosts=evening.hosts,
        older=evening.older,
    )


def _play(tx: Transaction, evening: DemoEvening, language: str, seed: int) -> Workshop:
    rng = Random(seed)  # noqa: S311 - an invented evening, the same at every start
    now = datetime.combine(evening.date, BEGINS)
    workshop = _prepare(tx, evening, language, rng)
    _next(tx, workshop, now)
    people = _check_in(tx, workshop, demo_people(evening, seed), now, rng)
    for minutes in (CHECKIN, OPENING, GROUPS):
        now += timedelta(minutes=minutes)
        _next(tx, workshop, now)
    now = _rounds(tx, workshop, people, demo_answers(evening.community), now, rng)
    _harvest(tx, workshop, evening.community, now)
    now += timedelta(minutes=HARVEST)
    _next(tx, workshop, now)
    _vote(tx, workshop, people, now, rng)
    now += timedelta(minutes=VOTE)
    _next(tx, workshop, now)
    _close(tx, workshop, people, now, rng)
    return workshop


def _next(tx: Transaction, workshop: Workshop, now: datetime) -> Situation:
    version = workshops.situation_of(tx, workshop.id, counted=False).version
    hosting.move(tx, workshop.id, Verb.NEXT, version, now)
    return workshops.situation_of(tx, workshop.id)


def _check_in(
    tx: Transaction, workshop: Workshop, people: Sequence[DemoPerson], now: datetime, rng: Random
) -> list[tuple[str, DemoPerson]]:
    def slip(place: int, person: DemoPerson) -> str:
        return answering.check_in(tx, workshop.code, _door(person), f"demo {place}", workshop.language, now, rng).slip

    return [(slip(place, person), person) for place, person in enumerate(people)]


def _door(person: DemoPerson) -> Given:
    said = person.checkin
    single = {
        "lives_in": said.lives_in,
        "age_band": said.age_band,
        "gender": said.gender,
        "stakeholder_type": said.stakeholder_type,
        "used_premises": said.used_premises,
        "need_before": None if said.need_before is None else str(said.need_before),
    }
    return {name: [value] for name, value in single.items() if value} | {"channels": list(said.channels)}


def _rounds(
    tx: Transaction, workshop: Workshop, people: Slips, answers: Sequence[DemoAnswer], now: datetime, rng: Random
) -> datetime:
    """Every answer in the round in which its author's group is at the station; ticks by those who come later."""
    where = workshops.situation_of(tx, workshop.id)
    authors = _authors(tx, people, answers, rng)
    while where.step.stage is not Stage.HARVEST:
        if where.step.stage is Stage.ROUND:
            _write(tx, where, authors, now)
            _tick(tx, where, people, now, rng)
        now += timedelta(seconds=where.step.clock.seconds if where.step.clock else 0)
        where = _next(tx, workshop, now)
    return now


def _authors(
    tx: Transaction, people: Slips, answers: Sequence[DemoAnswer], rng: Random
) -> list[tuple[str, int, DemoAnswer]]:
    """Who wrote which answer: somebody of the stakeholder type that the answer names."""
    groups = {slip: slips.slip_row(tx, slip).group or 0 for slip, _ in people}
    chosen = []
    for answer in answers:
        same = [slip for slip, person in people if person.checkin.stakeholder_type == answer.stakeholder_type]
        slip = rng.choice(same or [slip for slip, _ in people])
        chosen.append((slip, groups[slip], answer))
    return chosen


def _write(
    tx: Transaction, where: Situation, authors: Sequence[tuple[str, int, DemoAnswer]], now: datetime
) -> None:
    for slip, group, answer in authors:
        if not _is_at(where, group, answer.question):
            continue
        given = {"question": [answer.question], "kind": [answer.kind], "text": [answer.text]}
        if answer.level:
            given["level"] = [answer.level]
        moment = now + timedelta(seconds=30 + 7 * answer.row)
        kept = answering.leave_note(tx, slip, given, f"demo {answer.row}", moment)
        if kept.status == "published":
            harvesting.confirm_themes(tx, where.workshop.id, {kept.note: answer.theme}, moment)
        else:
            hosting.settle_held(tx, where.workshop.id, kept.note, "keep", moment)


def _is_at(where: Situation, group: int, asked: str) -> bool:
    carousel = where.carousel
    if carousel is None:
        return False
    return visit(carousel, group, carousel.station_of(asked), where.step.last + 1) == where.step.round


def _tick(tx: Transaction, where: Situation, people: Slips, now: datetime, rng: Random) -> None:
    for slip, _ in people:
        group = slips.slip_row(tx, slip).group
        for note in notes.earlier(tx, where, group) if group is not None else ():
            if rng.random() < 0.25 + 0.1 * (note.id % 5):
                answering.set_tick(tx, slip, note.id, True, now)


def _harvest(tx: Transaction, workshop: Workshop, community: str, now: datetime) -> None:
    """Merge what the field material calls the same idea."""
    same: dict[str, list[int]] = {}
    for expected in expectations():
        found = notes.note_with_key(tx, workshop.id, f"demo {expected.row}")
        if expected.community == community and expected.duplicate_group and found:
            same.setdefault(expected.duplicate_group, []).append(found[0])
    for first, *others in same.values():
        harvesting.merge(tx, workshop.id, first, others, now)


def _vote(tx: Transaction, workshop: Workshop, people: Slips, now: datetime, rng: Random) -> None:
    where = workshops.situation_of(tx, workshop.id)
    offered = [cluster.id for cluster in votable(of(notes.published(tx, where, themes=False)))]
    weights = {note: rng.random() for note in offered}
    for place, (slip, _) in enumerate(people):
        ranked = sorted(offered, key=lambda note: weights[note] * rng.random(), reverse=True)
        answering.cast_vote(tx, slip, ranked[: marks_for(len(offered))], f"demo {place}", now)


def _close(tx: Transaction, workshop: Workshop, people: Slips, now: datetime, rng: Random) -> None:
    for slip, person in people:
        if person.interest is not None:
            _interest(tx, workshop, person.interest, now, rng)
        if person.closing is not None:
            answering.close_form(tx, slip, _said(person.closing), now)
    for minutes in (INTEREST, CLOSING):
        now += timedelta(minutes=minutes)
        _next(tx, workshop, now)
    hosting.draw_raffle(tx, workshop.id, f"{workshop.code} demo", 3, now)
    _next(tx, workshop, now + timedelta(minutes=RAFFLE))


def _said(closing: Feedback) -> Given:
    names = ("overall", "voice", "heard", "clear", "access", "need_after", "again")
    return {name: [str(value)] for name in names if (value := getattr(closing, name)) is not None}


def _interest(tx: Transaction, workshop: Workshop, interest: Interest, now: datetime, rng: Random) -> None:
    """An invented interest has levels and themes, but no contact: there is nobody to call."""
    number = f"{rng.getrandbits(128):032x}"
    nothing: Mapping[str, object] = {}
    contacts.add_contact(
        tx,
        id=number,
        workshop_id=workshop.id,
        key=fingerprint("contact", f"demo {number}"),
        day=now.date(),
        levels=interest.levels,
        themes=interest.themes,
        core=interest.core,
        consents=nothing,
        withdrawal_hash=fingerprint("withdrawal", number),
        sealed=b"",
    )
