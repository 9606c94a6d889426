"""Figures of a comparison: a row for each community, words beside colours, hatched where nothing is shown."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import plotly.graph_objects as go
import pytest

from carousel.preparation import Preparation, Rating
from carousel.workshop import CheckIn, Evening, Note, Stretch, Vote, Workshop
from toolkit.compare.comparison import Comparison, comparison
from toolkit.compare.condensing import condensed
from toolkit.compare.programme import programme
from toolkit.content.vocabulary import vocabulary
from toolkit.desk.charts import alt
from toolkit.desk.charts_dots import dots
from toolkit.desk.charts_grid import counts, heat_map
from toolkit.desk.charts_profiles import profiles
from toolkit.desk.charts_sides import sides
from toolkit.desk.charts_spread import spread
from toolkit.desk.charts_timeline import timelines
from toolkit.i18n import translator

ENGLISH = translator("en")
BEGAN = datetime(2026, 11, 26, 17, tzinfo=UTC)
RATINGS = tuple(
    Rating(rater=rater, criterion=term.id, score=2, evidence="seen")
    for term in vocabulary().readiness_criteria
    for rater in ("one", "other")
)


def evening(number: int, community: str, people: int = 12) -> Evening:
    """Needs and offers about young people, a vote in the first community, one round and a harvest."""
    notes = tuple(
        Note(id=id, question="S2_potrebe", kind="offer" if id == 6 else "need", text=f"note {id}", theme="mladi",
             cluster=id)
        for id in range(1, 7)
    )  # fmt: skip
    middle, end = BEGAN + timedelta(minutes=22), BEGAN + timedelta(minutes=40)
    timeline = (
        Stretch(stage="round", round=0, planned=1200, began=BEGAN, ended=middle),
        Stretch(stage="harvest", planned=1020, began=middle, ended=end),
    )
    day = date(2026, 11, 26)
    return Evening(
        workshop=Workshop(id=number, code=f"CODE{number:02}", title="Test", community=community, date=day),
        stage="thanks",
        check_ins=(CheckIn(need_before=5),) * people,
        notes=notes,
        votes=(Vote(frozenset({1})),) * 12 if number == 1 else (),
        marks=3,
        preparation=Preparation(ratings=RATINGS if number == 1 else ()),
        timeline=timeline,
    )


def compared(many: int = 2) -> Comparison:
    return comparison([evening(number, f"Kraj {number}") for number in range(1, many + 1)])


def drawn(figure: go.Figure) -> Any:
    """The traces of a figure, whatever kind they are."""
    return figure.data


def laid_out(figure: go.Figure) -> Any:
    return figure.layout


def test_every_community_has_its_row_and_its_figures_in_words() -> None:
    found = compared()
    figure = dots(ENGLISH, found.heads, [found.rows[1], *found.part("P1")[:1]], "Shares")
    words = next(trace for trace in drawn(figure) if trace.meta == "figures" and "100 %" in str(trace.text))
    assert list(words.text) == ["<b>100 %</b>  12 / 12"] * 2
    assert list(words.y) == ["Kraj 1<br><span style='font-size:12px'>26/11/2026</span>",
                             "Kraj 2<br><span style='font-size:12px'>26/11/2026</span>"]  # fmt: skip
    assert "Kraj 1: 12 / 12 · 100 %" in alt(figure)


def test_too_few_answers_have_no_dot_and_say_how_many() -> None:
    found = comparison([evening(1, "Kraj 1", people=7), evening(2, "Kraj 2")])
    figure = dots(ENGLISH, found.heads, found.part("P1")[:1], "Shares")
    words, marks = (trace for trace in drawn(figure) if trace.meta != "lines")
    assert words.text[0] == "7 / 7" and len(marks.x) == 1


@pytest.mark.parametrize("many", [2, 12, 50])
def test_rows_keep_their_height_however_many_communities_there_are(many: int) -> None:
    found = compared(many)
    figure = dots(ENGLISH, found.heads, found.part("P1")[:2], "Shares")
    assert laid_out(figure).height >= 27 * many
    assert len(set(laid_out(figure).yaxis.categoryarray)) == many


def test_a_cell_without_a_figure_is_hatched_and_the_others_say_theirs() -> None:
    found = compared()
    figure = heat_map(ENGLISH, found.heads, found.support)
    cells, hatches = drawn(figure)
    assert [list(line) for line in cells.text] == [["100 %", ""]]
    assert min(x for x in hatches.x if x is not None) > 0.5, "the second community did not vote"
    assert "n = 12" in alt(figure) and ": 100 %" in alt(figure)


def test_many_communities_have_a_row_each_in_the_grid_too() -> None:
    found = compared(20)
    figure = counts(ENGLISH, found.heads, found.notes, "Notes by theme", "Every note.")
    assert len(drawn(figure)[0].z) == len(laid_out(figure).yaxis.ticktext) == 20


def test_needs_stand_left_of_offers() -> None:
    found = compared()
    figure = sides(ENGLISH, found.heads, found.ideas["need"], found.ideas["offer"])
    assert [list(trace.x) for trace in drawn(figure)] == [[-5], [1], [-5], [1]]
    assert list(laid_out(figure).xaxis.ticktext) == ["Needs", "Offers"]


def test_a_profile_is_a_line_and_its_state_a_word() -> None:
    found = compared()
    figure = profiles(ENGLISH, found.heads, found.readiness)
    assert list(drawn(figure)[0].x) == [2] * 7 and set(drawn(figure)[2].x) == {None}
    assert [one.text.rpartition("<b>")[2] for one in laid_out(figure).annotations] == ["ready</b>", "not rated yet</b>"]


def test_raters_who_stand_apart_are_said_so_where_the_score_would_be() -> None:
    last = [replace(each, score=0) for each in RATINGS if each.criterion == "ovire" and each.rater == "other"]
    ratings = tuple(last[0] if (each.criterion, each.rater) == ("ovire", "other") else each for each in RATINGS)
    torn = replace(evening(1, "Kraj 1"), preparation=Preparation(ratings=ratings))
    found = comparison([torn, evening(2, "Kraj 2")])
    line, apart = drawn(profiles(ENGLISH, found.heads, found.readiness))[:2]
    assert list(line.x).count(None) == 1 and list(apart.text) == ["raters differ"]


def test_an_evening_is_drawn_as_planned_above_as_held() -> None:
    found = compared()
    planned, held = drawn(timelines(ENGLISH, found.heads, found.timelines))
    assert list(planned.x)[:2] == [20, 17] and list(held.x)[:2] == [22, 18]
    assert list(held.base)[:2] == [0, 22] and list(planned.base)[:2] == [0, 20]
    assert held.text[0] == "1" and planned.y[0] < 0 < held.y[0]


def test_a_programme_spreads_its_communities_over_bars() -> None:
    found = programme([condensed(evening(number, f"Kraj {number}")) for number in range(1, 4)], date(2026, 12, 1))
    figure = spread(ENGLISH, found.spreads, 3)
    assert "How the communities spread" in alt(figure) and "3 communities" in alt(figure)
