"""Small numbers: what the gate shows, what it hides, and that nobody can work it out."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carousel.workshop import Note
from toolkit.compare import gate
from toolkit.compare.gate import Count, PublishedNote, Table, Tallies


@pytest.mark.parametrize(("people", "shown"), [(0, "0"), (1, "<5"), (4, "<5"), (5, "5"), (123, "123")])
def test_one_to_four_people_are_shown_as_fewer_than_five(people: int, shown: str) -> None:
    assert gate.count(people).shown("sl") == shown


def test_nobody_but_the_gate_makes_a_published_value() -> None:
    with pytest.raises(TypeError):
        Count(key=object(), value=3)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        Count(value=3)  # type: ignore[call-arg]


def test_under_ten_answers_there_is_no_percentage() -> None:
    assert gate.share(7, 9).percent is None
    assert gate.share(7, 9).shown("sl") == "7 / 9"


def test_from_ten_answers_the_percentage_is_whole_and_has_its_interval() -> None:
    share = gate.share(9, 12)
    assert (share.percent, share.low, share.high) == (75, 47, 91)
    assert share.shown("sl") == "9 / 12 · 75 % (47–91 %)"


def test_a_hidden_count_is_not_given_away_by_its_percentage_or_interval() -> None:
    shares = [gate.share(people, 40) for people in range(1, 5)]
    assert len(set(shares)) == 1
    assert shares[0].percent is None


def test_a_difference_needs_two_percentages() -> None:
    assert gate.difference(9, 12, 31, 40).shown("sl") == "−2,5 (−32,5; 19,5)"
    assert not gate.difference(9, 12, 31, 40).confirmed
    assert gate.difference(18, 20, 12, 28).confirmed
    assert gate.difference(3, 40, 31, 40).points is None


def test_turnout_of_a_few_has_no_rate() -> None:
    assert gate.rate(3, 2000, "SURS 2026").per_thousand is None
    assert gate.rate(24, 2000, "SURS 2026").shown("sl") == "12 ‰"


def test_a_second_cell_is_hidden_beside_a_small_one() -> None:
    table = gate.breakdown({"a": 12, "b": 3, "c": 9}, "age_band", ("a", "b", "c"))
    assert [cell.shown("sl") for cell in table.cells[0]] == ["12", "<5", "·"]


def test_under_twenty_people_nothing_is_broken_down() -> None:
    assert gate.breakdown({"a": 9, "b": 10}, "age_band", ("a", "b")).withheld


def test_age_is_never_shown_by_stakeholder_type() -> None:
    for one, other in (("age_band", "stakeholder_type"), ("stakeholder_type", "age_band")):
        with pytest.raises(ValueError):
            gate.table({("a", "b"): 30}, one, ("a",), other, ("b",))


def test_a_small_total_is_hidden_too() -> None:
    table = gate.table({("a", "x"): 1, ("b", "x"): 20, ("b", "y"): 20}, "theme", ("a", "b"), "workshop", ("x", "y"))
    assert table.row_totals[0].shown("sl") == "<5"


def solutions(table: Table, most: int) -> list[dict[tuple[int, int], int]]:
    """Every way to fill the hidden cells that a reader cannot rule out, searched by brute force."""
    shape = list(product(range(len(table.rows)), range(len(table.columns))))
    unknown = [cell for cell in shape if table.cells[cell[0]][cell[1]].value is None]

    def choices(cell: tuple[int, int]) -> range:
        return range(1, 5) if table.cells[cell[0]][cell[1]].why == "few" else range(0, most + 1)

    found = []
    for values in product(*map(choices, unknown)):
        guess = dict(zip(unknown, values, strict=True))
        filled = [
            [guess.get((row, column), table.cells[row][column].value or 0) for column in range(len(table.columns))]
            for row in range(len(table.rows))
        ]
        rows_fit = all(fits(sum(line), total) for line, total in zip(filled, table.row_totals, strict=True))
        columns = zip(zip(*filled, strict=True), table.column_totals, strict=True)
        if (
            rows_fit
            and all(fits(sum(line), total) for line, total in columns)
            and fits(sum(map(sum, filled)), table.total)
        ):
            found.append(guess)
    return found


def fits(value: int, total: Count) -> bool:
    return value == total.value if total.value is not None else total.why == "kept" or 1 <= value <= 4


@settings(max_examples=60)
@given(st.lists(st.integers(0, 9), min_size=4, max_size=4).filter(lambda values: sum(values) >= 20))
def test_no_hidden_cell_can_be_worked_out_from_what_is_shown(values: list[int]) -> None:
    rows, columns = ("a", "b"), ("x", "y")
    table = gate.table(dict(zip(product(rows, columns), values, strict=True)), "theme", rows, "workshop", columns)
    if table.withheld:
        return
    possible = solutions(table, most=max(values) + 1)
    hidden = list(possible[0]) if possible else []
    for cell in hidden:
        assert len({guess[cell] for guess in possible}) > 1, (cell, table)


@settings(max_examples=200)
@given(st.lists(st.integers(0, 30), min_size=2, max_size=5))
def test_no_hidden_cell_of_a_single_row_can_be_worked_out(values: list[int]) -> None:
    columns = tuple("abcde"[: len(values)])
    table = gate.breakdown(dict(zip(columns, values, strict=True)), "age_band", columns)
    if table.withheld:
        return
    for cell in table.cells[0]:
        assert cell.value not in range(1, 5)
    shown = sum(cell.value or 0 for cell in table.cells[0])
    few = sum(cell.why == "few" for cell in table.cells[0])
    kept = sum(cell.why == "kept" for cell in table.cells[0])
    if few:
        left = sum(values) - shown
        assert (few + kept > 1) and (kept or few < left < 4 * few)


def test_tallies_start_at_five_and_move_by_five() -> None:
    answers = ["yes"] * 4
    assert gate.tallies(answers, ("yes", "no")).answers == 0
    assert gate.tallies(["yes"] * 9, ("yes", "no")).counts["yes"].value == 5
    assert gate.tallies(["yes"] * 10, ("yes", "no")).counts["yes"].value == 10


@given(st.lists(st.sampled_from(("yes", "no", "maybe")), max_size=40))
def test_one_more_answer_never_shows_whose_it_was(answers: list[str]) -> None:
    options = ("yes", "no", "maybe")
    before: Tallies = gate.tallies(answers, options)
    for one in options:
        after = gate.tallies([*answers, one], options)
        assert after == before or after.answers == before.answers + 5
    assert not any(count.value in range(1, 5) for count in before.counts.values())


def test_a_published_note_says_nothing_about_its_writer() -> None:
    fields: dict[str, str | tuple[str, ...]] = {
        "where": "v dvorani",
        "needs": "pokličite 040 123 456",
        "level": ("user",),
        "age_band": "a75",
    }
    note = gate.note(Note(id=1, question="q", kind="offer", text="t", group=3, round=1, fields=fields))
    assert isinstance(note, PublishedNote)
    assert dict(note.details) == {"where": "v dvorani", "level": ("user",)}
    assert not {"group", "round", "sent", "fields"} & set(note.__slots__)
