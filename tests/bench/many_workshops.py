"""A programme of many finished workshops, put into a store in bulk; everything in it is invented."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

from sqlalchemy import insert
from sqlmodel import SQLModel

from carousel.stage import Stage, Step, to_dict
from toolkit.content.corpus import Example, corpus
from toolkit.store import Store
from toolkit.store.store import Transaction

NOTES, PEOPLE, TICKS, GROUPS = 200, 40, 3, 5
KINDS = ("image", "need", "existing", "offer", "interest")
QUESTIONS = ("S1_prostor", "S2_potrebe", "S3_obstojece", "S4_ponudba", "S5_sodelovanje")
LENGTHS = (1200, 930, 780, 660, 570)
DAY, MOMENT = date(2026, 10, 1), datetime(2026, 10, 1, 17, tzinfo=UTC)
Rows = dict[str, list[dict[str, Any]]]


def fill(store: Store, workshops: int) -> None:
    """So many communities, each with one workshop of 200 notes by 40 people."""
    known = corpus()
    store.write(lambda tx: _put(tx, {"programme": [{"id": 1, "name": "Bench"}]}))
    for first in range(1, workshops + 1, 10):
        rows: Rows = {}
        for number in range(first, min(first + 10, workshops + 1)):
            for table, row in _workshop(number, known):
                rows.setdefault(table, []).append(row)
        store.write(_put, rows)


def _put(tx: Transaction, rows: Rows) -> None:
    for table, several in rows.items():
        tx.execute(insert(SQLModel.metadata.tables[table]), several)


def _workshop(number: int, known: Sequence[Example]) -> Iterator[tuple[str, dict[str, Any]]]:
    rng = Random(number)
    step = to_dict(Step(stage=Stage.THANKS, lengths=LENGTHS))
    community = {"id": number, "programme_id": 1, "name": f"Kraj {number:05}", "demo": False,
                 "population": rng.randint(800, 6000), "population_source": "Bench"}  # fmt: skip
    yield "community", community
    layout = {"stations": [[each] for each in QUESTIONS], "groups": 5, "carousels": 1, "rounds": 5, "added": 0}
    yield "workshop", {
        "id": number, "community_id": number, "code": f"B{number:05}", "title": "Bench", "date": DAY, "step": step,
        "format": "carousel", "question_set": "skupnostni_prostor", "language": "sl", "expected": PEOPLE,
        "minutes": 75, "stairs": False, "older": False, "hosts": 5, "host_mode": "host", "seed": number,
        "joining": False, "hide_until_written": False, "approve_by_hand": False, "report_shared": False,
        "log_shared": False, "screen": "follow", "version": 0, "layout": layout, "winners": [], "raffle_seed": "",
    }  # fmt: skip
    yield from _people(number, rng)
    yield from _notes(number, rng, known)


def _people(number: int, rng: Random) -> Iterator[tuple[str, dict[str, Any]]]:
    """Slips with answers at the door and at the end, ballots, and some interest forms."""
    for place in range(PEOPLE):
        slip = _slip(number, place)
        yield "slip", {
            "id": slip, "workshop_id": number, "key": slip, "code": f"{place:04}", "language": "sl", "official": False,
            "unit": None, "group": place % GROUPS, "joined_round": 0, "left_round": None, "past": [],
            "erasure_hash": "", "erased": False,
        }  # fmt: skip
        given = {"lives_in": "this_ks", "age_band": rng.choice(("a15_29", "a30_44", "a45_64", "a65_74")),
                 "gender": rng.choice("fm"), "stakeholder_type": "prebivalec", "channels": ["sosed"],
                 "need_before": rng.randint(1, 5)}  # fmt: skip
        closing = {name: rng.randint(2, 5) for name in ("overall", "voice", "heard", "clear", "access", "need_after")}
        for form, answers in (("checkin", given), ("closing", closing | {"again": rng.choice(("yes_", "maybe"))})):
            for question, value in answers.items():
                row = {"slip_id": slip, "form": form, "question": question, "workshop_id": number, "value": value}
                yield "answer", row
        marks = [_note(number, rng.randrange(2 * NOTES // GROUPS)) for _mark in range(3)]
        yield "ballot", {"slip_id": slip, "workshop_id": number, "key": slip, "official": False, "marks": marks}
        if place % 4 == 0:
            yield "contact", {
                "id": slip, "workshop_id": number, "key": slip, "day": DAY, "levels": ["user"], "themes": [],
                "core": place % 8 == 0, "consents": {}, "withdrawal_hash": slip, "sealed": b"",
            }  # fmt: skip


def _notes(number: int, rng: Random, known: Sequence[Example]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Answers of the corpus, as many at each station, each with some ticks of later groups."""
    for place in range(NOTES):
        station = place * GROUPS // NOTES
        yield "note", {
            "id": _note(number, place), "workshop_id": number, "slip_id": _slip(number, place % PEOPLE),
            "key": str(place), "question": QUESTIONS[station], "station": station + 1, "round": place % 3,
            "group": (station - place % 3) % GROUPS, "kind": KINDS[station], "text": rng.choice(known).text,
            "redacted": None, "fields": {}, "source": "own_device", "status": "published", "because": "",
            "theme": None, "head": None, "cluster_name": "", "paper_ticks": 0, "replaces": None, "part_of": None,
            "sent": MOMENT + timedelta(seconds=place),
        }  # fmt: skip
        for other in rng.sample(range(PEOPLE), TICKS):
            yield "tick", {"note_id": _note(number, place), "slip_id": _slip(number, other)}


def _slip(workshop: int, place: int) -> str:
    return f"{workshop}-{place}"


def _note(workshop: int, place: int) -> int:
    return (workshop - 1) * NOTES + place + 1
