"""Reports to set, in every format; invented, nobody said this."""

from dataclasses import replace
from datetime import UTC, date, datetime

from carousel.preparation import Action, Assurance, Preparation
from carousel.workshop import CheckIn, Evening, Feedback, Interest, LogEntry, Match, Note, Vote, Workshop
from toolkit.compare.summary import Report, report

WORKSHOP = Workshop(
    id=1, code="K7M2QX", title="Prostor", community="Golnik", demo=True, date=date(2026, 11, 26), population=2000,
    population_source="SURS 2026",
)  # fmt: skip
THEMES = ("druzenje", "digitalno", "mladi", "kultura", "prostor_oprema")
KINDS = (
    ("need", "S2_potrebe"),
    ("image", "S1_prostor"),
    ("existing", "S3_obstojece"),
    ("offer", "S4_ponudba"),
    ("interest", "S5_sodelovanje"),
    ("constraint", "S1_prostor"),
)
STRANGE = (
    "=1+1",
    "@SUM(A1)",
    "+38640",
    "-2",
    "http://example.org",
    "nič\x00, zvonec\x07 in nova\nvrstica",
    "čaj 👍🏽 in \u202eobrat\u2069",
    "<b>&amp;</b> 'narekovaj' \"dva\"",
    "<5",
)
ENDLESS = ("d" * 40_000, "😀" * 20_000)  # more than a cell may hold


def note(id: int, text: str) -> Note:
    """A note whose kind and theme follow from its number."""
    kind, question = KINDS[id % len(KINDS)]
    theme = THEMES[id % len(THEMES)]
    return Note(id=id, cluster=id, kind=kind, question=question, text=text, theme=theme, ticks=id % 9, exposed=12)


def evening(texts: tuple[str, ...]) -> Evening:
    """24 people, a vote with officials, an interest form of each second, a public and a private assurance."""
    made = tuple(note(id, text) for id, text in enumerate(texts, start=1))
    votable = [one.id for one in made if one.kind in ("need", "image")]
    offers = [one for one in made if one.kind == "offer"]
    needs = [one for one in made if one.kind == "need"]
    return Evening(
        workshop=WORKSHOP, stage="thanks", rounds=2, minutes_per_round=(20, 15.5),
        check_ins=tuple(
            CheckIn(lives_in="this_ks", need_before=3 + one % 3, age_band="a65_74" if one < 16 else "a30_44",
                    gender="f" if one < 14 else "m", channels=("sosed",) if one < 15 else ("radio",))
            for one in range(24)
        ),
        notes=made, votes=tuple(Vote(frozenset(votable[:3]), official=one < 6) for one in range(20)), marks=3,
        feedback=tuple(Feedback(overall=4, need_before=3, need_after=5, again="yes_") for _ in range(20)),
        interests=tuple(Interest(("user",), core=False) for _ in range(12)),
        matches=tuple(Match(need=need.id, offer=offer) for need, offer in zip(needs[:1], offers[:1], strict=False)),
        log=(LogEntry(at=datetime(2026, 11, 26, 18, tzinfo=UTC), what="merged", note=1, others=(2,)),),
        preparation=Preparation(
            assurances=(Assurance(text="Ogrevanje plača občina.", who="županja", public=True),
                        Assurance(text="Tega ne smete povedati.", who="direktor")),
            actions=(Action(what="Pregled stavbe", who="Svet KS", due=date(2026, 12, 20), notes=(1, 999)),
                     Action(what="Sestanek", who="Občina", due=date(2026, 12, 1), status="done",
                            done_on=date(2026, 11, 28))),
        ),
    )  # fmt: skip


def ordinary(notes: int = 30) -> Report:
    """A report of so many ordinary notes."""
    return report(evening(tuple(f"Naj bo prostor v pritličju, za čaj in klepet. {one}" for one in range(notes))))


def strange() -> Report:
    """A report in which every note is something that breaks careless programs."""
    return report(evening(STRANGE * 4 + ENDLESS))


def empty() -> Report:
    """A report of an evening at which nothing happened."""
    return report(Evening(workshop=replace(WORKSHOP, population=None), stage="prepared"))
