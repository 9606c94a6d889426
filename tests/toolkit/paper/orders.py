"""An order for the printer, as the tests of paper share it."""

from dataclasses import replace
from datetime import date, time
from io import BytesIO
from random import Random
from typing import Any

from pypdf import PdfReader

from carousel.carousel import laid_out
from carousel.schedule import round_seconds
from carousel.sizing import plan_groups
from carousel.workshop import Workshop
from toolkit.acts.codes import slip_code
from toolkit.content.question_set import question_set
from toolkit.paper import pack
from toolkit.paper.order import Order, Stub
from toolkit.paper.slips import stubs

WORKSHOP = Workshop(id=1, code="K7M2QX", title="Prostor za vse", community="Golnik (demo)", date=date(2026, 11, 26))
QUESTIONS = question_set()


def handed_out(people: int, seed: int = 5) -> tuple[Stub, ...]:
    """Slips and tickets for so many people."""
    rng, codes = Random(seed), dict[str, None]()
    while len(codes) < people:
        codes[slip_code(rng)] = None
    return stubs(list(codes), 1001, rng)


def order(people: int = 24, slips: int = 16, **changed: Any) -> Order:
    """An evening of 75 minutes in the demo's hall, with what is `changed`."""
    carousel = laid_out(plan_groups(people, 5), [each.id for each in QUESTIONS.questions], QUESTIONS.merge_plan)
    made = Order(
        workshop=WORKSHOP,
        questions=QUESTIONS,
        address="https://vrtiljak.example.org",
        wifi=("Dvorana", "geslo2026"),
        carousel=carousel,
        lengths=round_seconds(75 * 60, carousel.rounds),
        organiser="Ljudska univerza (demo)",
        contact="info@example.org",
        venue="Dom krajanov",
        opens=time(17, 30),
        open_house="Z4X9B2",
        stubs=handed_out(slips),
    )
    return replace(made, **changed)


def read(part: str, lang: str = "sl", made: Order | None = None) -> list[str]:
    """The words on each page of a part, with single blanks."""
    reader = PdfReader(BytesIO(pack.pdf(made or order(), [part], [lang])))
    return [" ".join(page.extract_text().split()) for page in reader.pages]
