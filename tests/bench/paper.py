"""`bench paper`: seconds to make the report in each format, beside compressing the same words; at three sizes."""

import time
import zlib
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from random import Random

from carousel.workshop import CheckIn, Evening, Feedback, Interest, Note, Vote, Workshop
from tests.bench.figures import Row, tell
from tests.toolkit.paper.orders import order
from toolkit.compare.comparison import comparison
from toolkit.compare.summary import report
from toolkit.content.corpus import corpus
from toolkit.content.vocabulary import vocabulary
from toolkit.paper import pack
from toolkit.paper.takeaway import of_programme, of_workshop

SIZES = (30, 100, 300)
NOW = datetime(2026, 11, 26, 20, tzinfo=UTC)
KINDS = ("need", "image", "existing", "offer", "interest", "constraint")
COMMUNITIES, PEOPLE = 8, 60


def evening(count: int, seed: int = 1) -> Evening:
    """An evening of so many notes in words of the corpus, and of a fifth as many people."""
    rng, known = Random(seed), corpus()
    themes = [theme.id for theme in vocabulary().themes]
    made = tuple(
        Note(id=id, cluster=id, kind=KINDS[id % len(KINDS)], question=f"S{id % 5 + 1}", text=rng.choice(known).text,
             theme=rng.choice(themes), ticks=rng.randrange(9), exposed=12)
        for id in range(1, count + 1)
    )  # fmt: skip
    votable = [note.id for note in made if note.kind in ("need", "image")]
    people = range(max(20, count // 5))
    return Evening(
        workshop=Workshop(id=seed, code=f"K7M2Q{seed}", title="Prostor", community=f"Kraj {seed}", demo=True,
                          date=date(2026, 11, 26), population=2000, population_source="SURS"),
        stage="thanks", rounds=5, minutes_per_round=(20, 15.5, 13, 11, 9.5), notes=made, marks=3,
        check_ins=tuple(CheckIn(lives_in="this_ks", need_before=rng.randrange(1, 6), age_band="a65_74",
                                gender=rng.choice("fm"), channels=("sosed",)) for _ in people),
        votes=tuple(Vote(frozenset(rng.sample(votable, 3))) for _ in people),
        feedback=tuple(Feedback(overall=4, need_after=5, again="yes_") for _ in people),
        interests=tuple(Interest(("user",)) for _ in people),
    )  # fmt: skip


def formats(value: Evening, others: list[Evening]) -> dict[str, Callable[[], object]]:
    """What is measured, by name: the workshop's files, the programme's, and the print pack for 60 people."""
    shown, side_by_side, wanted = report(value), comparison([value, *others]), order(people=PEOPLE, slips=PEOPLE)
    names = ("pdf", "word", "excel", "open data")
    files: dict[str, Callable[[], object]] = {
        name: one.make for name, one in zip(names, of_workshop(shown, "sl", NOW), strict=True)
    }
    programme = of_programme(side_by_side, "sl")
    files |= {f"programme {name}": one.make for name, one in zip(names, programme, strict=False)}
    return files | {"print pack": partial(pack.pdf, wanted, pack.offered(wanted), ["sl"])}


def main(as_json: bool, sizes: tuple[int, ...]) -> None:
    """Print a row per size and file; libraries are loaded before, as in a program that runs.

    The processor's seconds count every thread, but not the time in which others had the processor.
    """
    others = [evening(30, seed) for seed in range(2, COMMUNITIES + 1)]
    for make in formats(evening(30), others).values():
        make()
    rows: list[Row] = []
    for size in sizes or SIZES:
        value = evening(size)
        words = " ".join(note.text for note in value.notes).encode()
        alone, _ = taken(partial(zlib.compress, words, 9))
        for name, make in formats(value, others).items():
            wall, cpu = taken(make)
            rows.append({"notes": size, "file": name, "s": wall, "processor s": cpu, "times compressing": wall / alone})
    tell("paper", rows, as_json, "goal: PDF, Word and Excel of 300 notes and the print pack for 60 people in 2 s each")


def taken(act: Callable[[], object]) -> tuple[float, float]:
    """Seconds on the wall and of the processor, the least of three times."""
    found = []
    for _ in range(3):
        wall, cpu = time.perf_counter(), time.process_time()
        act()
        found.append((time.perf_counter() - wall, time.process_time() - cpu))
    return min(one[0] for one in found), min(one[1] for one in found)
