"""The picture of interest and influence: everybody has a number, nobody covers another, and it reads as text too."""

from datetime import date
from itertools import combinations
from math import hypot

from hypothesis import given
from hypothesis import strategies as some

from carousel.preparation import Stakeholder
from toolkit.desk.charts import alt
from toolkit.desk.stakeholder_chart import CELL, LARGEST, SMALLEST, figure, in_order, places, size
from toolkit.i18n import translator

SCORES = some.integers(1, 5)
REGISTERS = some.lists(
    some.builds(
        Stakeholder, name=some.text(min_size=1, max_size=20), type=some.just("drustvo"), interest=SCORES | some.none(),
        influence=SCORES | some.none(), affected=SCORES | some.none(),
    ),
    max_size=40,
)  # fmt: skip


@given(REGISTERS)
def test_no_circle_covers_another_and_each_stays_in_its_cell(register: list[Stakeholder]) -> None:
    placed = in_order(register)
    spots, room = places(placed)
    assert [(round(x), round(y)) for x, y in spots] == [(one.interest, one.influence) for one in placed]
    wide = [size(one, room) for one in placed]
    if room > SMALLEST:  # up to some thirty in one cell
        for a, b in combinations(range(len(placed)), 2):
            apart = ((spots[a][0] - spots[b][0]) * CELL[0], (spots[a][1] - spots[b][1]) * CELL[1])
            assert hypot(*apart) >= (wide[a] + wide[b]) / 2


@given(REGISTERS)
def test_equally_affected_are_equally_large_wherever_they_stand(register: list[Stakeholder]) -> None:
    placed = in_order(register)
    _spots, room = places(placed)
    drawn = {(one.affected, size(one, room)) for one in placed}
    assert len(drawn) == len({affected for affected, _size in drawn})


def test_the_more_affected_the_larger() -> None:
    sizes = [size(Stakeholder(name="a", type="nvo", affected=affected), LARGEST) for affected in range(1, 6)]
    assert sizes == sorted(set(sizes))


def test_the_most_influential_is_number_one_and_the_text_says_how_many() -> None:
    some_of = [
        Stakeholder(name="Šola <b>", type="javni_zavod", interest=2, influence=5, affected=4),
        Stakeholder(name="Pevci", type="drustvo", interest=5, influence=1),
        Stakeholder(name="Brez ocene", type="drustvo"),
    ]
    placed = in_order(some_of)
    made = figure(translator("en"), placed, "Golnik", date(2026, 11, 22))
    assert [one.name for one in placed] == ["Šola <b>", "Pevci"]
    assert "Golnik · 2 stakeholders" in alt(made)
    assert "Pevci: interest 5, influence 1, affected ?" in alt(made)
    assert "Šola &lt;b&gt;: interest 2, influence 5, affected 4" in made.to_dict()["data"][0]["hovertext"]
