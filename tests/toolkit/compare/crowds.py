"""Evenings of people who answer at random, with many small numbers among them; invented."""

from datetime import date
from random import Random

from carousel.preparation import Band, Preparation
from carousel.votes import marks_for
from carousel.workshop import CheckIn, Evening, Feedback, Interest, Note, Vote, Workshop
from toolkit.compare.ledger import AGES, GENDERS
from toolkit.content.vocabulary import vocabulary

LEVELS = [term.id for term in vocabulary().participation_levels]
CHANNELS = [term.id for term in vocabulary().channels]
THEMES = [term.id for term in vocabulary().themes]


def crowd(seed: int, people: int | None = None) -> Evening:
    """One evening; the same seed gives the same people."""
    rng = Random(seed)
    count = people if people is not None else rng.choice((6, 12, 20, 23, 30, 42, 60))
    check_ins = tuple(_check_in(rng) for _ in range(count))
    notes = tuple(_note(rng, number) for number in range(1, rng.randint(5, 24)))
    can_be_marked = [note.id for note in notes if note.kind in ("need", "image")]
    marks = marks_for(len(can_be_marked))
    asked = [each for each in check_ins if rng.random() < rng.choice((0.3, 0.8, 1.0))]
    return Evening(
        workshop=Workshop(
            id=seed, code=f"C{seed}", title="Večer (demo)", community=f"Kraj {seed} (demo)", demo=True,
            date=date(2026, 11, 26), population=2000, population_source="SURS 2026", seed=seed,
        ),
        stage="thanks", rounds=4, minutes_per_round=(15.0,), check_ins=check_ins, notes=notes,
        votes=tuple(_ballot(rng, can_be_marked, marks) for _ in asked) if marks else (),
        marks=marks,
        feedback=tuple(_feedback(rng, each.need_before) for each in check_ins if rng.random() < 0.8),
        interests=tuple(_interest(rng) for _ in range(rng.randint(0, max(1, count // 2)))),
        preparation=Preparation(bands=tuple(Band(age=age, gender="all", persons=300) for age in AGES)),
    )  # fmt: skip


def _some(rng: Random, options: list[str], most: int) -> tuple[str, ...]:
    """The first options are liked far better, so that the last ones have few."""
    return tuple(dict.fromkeys(options[min(int(rng.expovariate(0.7)), len(options) - 1)] for _ in range(most)))


def _check_in(rng: Random) -> CheckIn:
    return CheckIn(
        lives_in="this_ks" if rng.random() < 0.9 else "other",
        age_band=_some(rng, [*AGES[::-1], "no_answer"], 1)[0],
        gender=_some(rng, [*GENDERS, "no_answer"], 1)[0],
        channels=_some(rng, CHANNELS, rng.randint(0, 2)),
        need_before=rng.choice((None, 1, 2, 3, 4, 4, 5, 5, 5)),
    )


def _note(rng: Random, number: int) -> Note:
    kind = rng.choice(("need", "need", "need", "image", "offer", "existing"))
    theme = _some(rng, THEMES, 1)[0]
    return Note(id=number, question="S1", kind=kind, text=f"misel {number}", theme=theme, ticks=number % 4, exposed=9)


def _ballot(rng: Random, heads: list[int], marks: int) -> Vote:
    liked = _some(rng, [str(head) for head in heads], rng.randint(1, marks))
    return Vote(frozenset(map(int, liked)), official=rng.random() < 0.08)


def _feedback(rng: Random, before: int | None) -> Feedback:
    steps = rng.choice((0, 0, 0, 0, 1, 1, -1))
    after = None if rng.random() < 0.2 else min(5, max(1, (before or 3) + steps))
    smile = [rng.choice((None, 2, 3, 4, 5, 5)) for _ in range(5)]
    overall, voice, heard, clear, access = smile
    return Feedback(overall=overall, voice=voice, heard=heard, clear=clear, access=access, need_before=before,
                    need_after=after, again=rng.choice(("yes", "no", None)))  # fmt: skip


def _interest(rng: Random) -> Interest:
    return Interest(_some(rng, LEVELS, rng.randint(1, 2)), (), rng.random() < 0.6)
