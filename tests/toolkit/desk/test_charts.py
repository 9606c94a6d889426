"""Figures of one report: a title that says what is shown, a text alternative."""

from datetime import date

from carousel.workshop import CheckIn, Evening, Note, Workshop
from toolkit.compare.summary import report
from toolkit.desk.charts import alt, theme_bars
from toolkit.i18n import translator


def test_a_chart_of_themes_says_what_it_shows_how_many_and_when() -> None:
    notes = tuple(
        Note(id=id, question="S2_potrebe", kind="need", text=f"note {id}", theme="mladi", cluster=id)
        for id in range(1, 7)
    )
    workshop = Workshop(id=1, code="CODE01", title="Test", community="Brezje", date=date(2026, 11, 26))
    evening = Evening(workshop=workshop, stage="thanks", check_ins=(CheckIn(need_before=5),) * 12, notes=notes)
    said = alt(theme_bars(translator("en"), report(evening)))
    assert "Notes by theme" in said
    assert "6 notes" in said
    assert "<" not in said
