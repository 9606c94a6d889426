"""Figures: a title that says what is shown, a text alternative, suppressed cells hatched."""

from datetime import date

from carousel.workshop import CheckIn, Evening, Note, Vote, Workshop
from toolkit.compare.comparison import comparison
from toolkit.compare.summary import report
from toolkit.desk.charts import alt, dots, heat_map, theme_bars
from toolkit.i18n import translator

ENGLISH = translator("en")


def evening(number: int, community: str) -> Evening:
    notes = tuple(
        Note(id=id, question="S2_potrebe", kind="need", text=f"note {id}", theme="mladi", cluster=id)
        for id in range(1, 7)
    )
    return Evening(
        workshop=Workshop(id=number, code=f"CODE0{number}", title="Test", community=community, date=date(2026, 11, 26)),
        stage="thanks",
        check_ins=(CheckIn(need_before=5),) * 12,
        notes=notes,
        votes=(Vote(frozenset({1})),) * 12 if number == 1 else (),
        marks=3,
    )


def test_a_chart_of_themes_says_what_it_shows_how_many_and_when() -> None:
    figure = theme_bars(ENGLISH, report(evening(1, "Brezje")))
    said = alt(figure)
    assert "Notes by theme" in said
    assert "6 notes" in said
    assert "<" not in said


def test_every_community_is_a_trace_with_its_own_symbol() -> None:
    found = comparison([evening(1, "Brezje"), evening(2, "Dolina")])
    traces = dots(ENGLISH, found, found.rows, "Shares", ["12 people", "12 people"]).to_dict()["data"]
    assert [trace["name"] for trace in traces] == [
        "Brezje: 12 people, 26/11/2026",
        "Dolina: 12 people, 26/11/2026",
    ]
    assert len({trace["marker"]["symbol"] for trace in traces}) == 2


def test_a_cell_without_a_figure_is_hatched() -> None:
    figure = heat_map(ENGLISH, comparison([evening(1, "Brezje"), evening(2, "Dolina")]))
    assert len(figure.layout.shapes) > 0
