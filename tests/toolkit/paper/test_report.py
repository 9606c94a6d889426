"""The report opens with the six answers on one page and shows notes exactly as they were written."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import typst

from carousel.workshop import CheckIn, Evening, Feedback, Interest, Note, Vote, Workshop
from toolkit.compare.summary import Report, report
from toolkit.paper import report as paper
from toolkit.paper import typesetting

WORKSHOP = Workshop(id=1, code="K7M2QX", title="Prostor", community="Golnik", demo=True, date=date(2026, 11, 26))
MARKUP = '#read("/etc/passwd") *a* _b_ $x$ = c @d <e> [f] `g` // h'
THEMES = ("druzenje", "digitalno", "mladi", "kultura", "prostor_oprema")
KINDS = (
    ("need", "S2_potrebe"),
    ("image", "S1_prostor"),
    ("existing", "S3_obstojece"),
    ("offer", "S4_ponudba"),
    ("interest", "S5_sodelovanje"),
    ("constraint", "S1_prostor"),
)


def a_note(id: int, text: str) -> Note:
    kind, question = KINDS[id % len(KINDS)]
    theme = THEMES[id % len(THEMES)]
    return Note(id=id, cluster=id, kind=kind, question=question, text=text, theme=theme, ticks=id % 9, exposed=12)


def evening(notes: int, text: str = "Naj bo prostor v pritličju, kjer se lahko usedemo na čaj in klepet.") -> Evening:
    made = tuple(a_note(id, f"{text} {id}") for id in range(1, notes + 1))
    votable = [note.id for note in made if note.kind in ("need", "image")]
    return Evening(
        workshop=WORKSHOP,
        stage="thanks",
        check_ins=tuple(CheckIn(lives_in="this_ks", need_before=3 + person % 3) for person in range(24)),
        notes=made,
        votes=tuple(Vote(frozenset(votable[:3]), official=person < 6) for person in range(20)),
        marks=3,
        feedback=tuple(Feedback(overall=4, need_after=5, again="yes_") for person in range(20)),
        interests=tuple(Interest(("user",), core=False) for person in range(12)),
    )


def asked(value: Report, lang: str, selector: str, field: str = "value") -> Any:
    """What Typst finds in the set report: the program's own way to look inside without reading a PDF."""
    inputs = {"data": json.dumps(typesetting.cleaned(paper.content(value, lang)))}
    source = typesetting.TEMPLATES / "report.typ"
    return json.loads(typst.query(source, selector, field=field, root=typesetting.TEMPLATES, sys_inputs=inputs))


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from texts(part)


@pytest.mark.parametrize("lang", ["sl", "en"])
@pytest.mark.parametrize("length", [1, 3])
def test_the_six_answers_are_on_page_one_however_long_the_notes_are(lang: str, length: int) -> None:
    thought = "Zelo dolga misel o prostoru, ki bi ga radi imeli, z ogrevanjem in kuhinjo. "
    value = report(evening(60, thought * length))
    assert asked(value, lang, "<answers-end>") == [1]
    assert [answer["number"] for answer in paper.content(value, lang)["answers"]] == list("123456")  # type: ignore[attr-defined]


def test_markup_in_a_note_stays_literal() -> None:
    value = report(evening(12, MARKUP))
    said = json.dumps(asked(value, "sl", "list", "children"), ensure_ascii=False)
    assert "*a* _b_ $x$ = c @d <e> [f] `g` // h" in said
    assert "#read(" in said
    assert paper.pdf(value, "sl").startswith(b"%PDF")


def test_the_demo_is_marked_on_page_one() -> None:
    assert paper.content(report(evening(6)), "sl")["community"] == "Golnik (demo)"


@pytest.mark.parametrize("lang", ["sl", "en"])
def test_every_published_note_is_at_the_end(lang: str) -> None:
    value = report(evening(300))
    last = paper.content(value, lang)["blocks"][-1]  # type: ignore[index]
    assert {f"{note.text}" for note in value.notes} <= set(texts(last))


def test_the_front_part_stays_short_with_many_notes() -> None:
    few, many = (paper.content(report(evening(notes)), "sl")["blocks"] for notes in (60, 900))
    assert len(str(many[:-1])) < 2 * len(str(few[:-1]))  # type: ignore[index]


def test_a_small_count_is_not_in_the_report() -> None:
    votes = tuple(Vote(frozenset({1} if person < 3 else {6})) for person in range(20))
    shown = paper.content(report(replace(evening(12), votes=votes)), "en")
    assert "3 of 20" not in set(texts(shown))
    assert "<5 of 20" in set(texts(shown))


def test_an_evening_without_anything_still_becomes_a_report() -> None:
    empty = report(Evening(workshop=WORKSHOP, stage="prepared"))
    assert paper.pdf(empty, "sl").startswith(b"%PDF")
    assert asked(empty, "en", "<answers-end>") == [1]


def test_letters_no_font_has_do_not_stop_the_report() -> None:
    assert paper.pdf(report(evening(6, "Pridi 👍 中文 عربي")), "sl").startswith(b"%PDF")


def test_the_report_is_accessible_and_the_same_each_time() -> None:
    value = report(evening(12))
    first = paper.pdf(value, "sl")
    assert first == paper.pdf(value, "sl")
    assert b"pdfuaid" in first


def test_no_note_reaches_the_templates_as_markup() -> None:
    for path in Path(typesetting.TEMPLATES).glob("*.typ"):
        assert "eval(" not in path.read_text("utf-8")
