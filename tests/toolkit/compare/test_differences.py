"""Differences: the field's test values, and words also where nothing can be confirmed."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.toolkit.compare import evenings
from toolkit.compare import gate
from toolkit.compare.condensing import condensed
from toolkit.compare.differences import hint, pairs, two
from toolkit.compare.sentence import Sentence

LABEL = Sentence("Would come again")
column = condensed(evenings.evening())
COLUMNS = [replace(column, head=replace(column.head, community=name)) for name in ("Brezje", "Dolina", "Gora")]


def test_what_cannot_be_confirmed_is_said_with_its_numbers() -> None:
    found = two(LABEL, (9, 12), (31, 40))
    assert found.difference.shown("en") == "−2.5 (−32.5; 19.5)"
    assert found.verdict().said("en") == "No difference can be confirmed."


def test_what_is_confirmed_is_said_so() -> None:
    found = two(LABEL, (18, 20), (12, 28))
    assert found.difference.shown("en") == "47.1 (20.1; 65)"
    assert found.verdict().said("en") == "A difference is confirmed."


def test_too_few_answers_are_no_difference_at_all() -> None:
    assert two(LABEL, (7, 9), (31, 40)).verdict().said("en") == "Too few answers to compare."


def test_every_pair_is_compared_and_the_higher_is_named_first() -> None:
    found = pairs(LABEL, COLUMNS, [(12, 28), (18, 20), (7, 9)])
    assert found.compared == 1
    assert [each.said("en") for each in found.confirmed] == [
        "Would come again: Dolina is above Brezje by 47.1 (20.1; 65) points."
    ]


def test_how_many_would_differ_by_chance_alone_is_said_beside() -> None:
    every = [pairs(LABEL, COLUMNS, [(18, 20), (12, 28), (18, 20)]) for _one in range(20)]
    assert hint(every).said("en") == "Compared: 60. Confirmed: 40. By chance alone about 3 would be."


@given(st.tuples(st.integers(0, 40), st.integers(0, 40)))
def test_a_pair_is_confirmed_exactly_where_the_gate_confirms_it(people: tuple[int, int]) -> None:
    one, other = (people[0], 40), (people[1], 40)
    found = pairs(LABEL, COLUMNS[:2], [one, other])
    assert bool(found.confirmed) is gate.difference(*one, *other).confirmed
