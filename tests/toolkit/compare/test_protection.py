"""Hidden cells: each could still be another number, searched by a solver that knows nothing of our walk."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.toolkit.compare import attacker
from toolkit.compare import gate
from toolkit.compare.bonds import Bond, at_most, equal, ranges
from toolkit.compare.gate import Table
from toolkit.compare.protection import FEW, hidden_cells, joined
from toolkit.compare.withheld import withheld

small_numbers = st.sampled_from((0, 0, 1, 2, 3, 4, 5, 6, 7, 9, 12, 40))
tables = st.tuples(st.integers(1, 6), st.integers(2, 8)).flatmap(
    lambda shape: st.lists(st.lists(small_numbers, min_size=shape[1], max_size=shape[1]), min_size=shape[0],
                           max_size=shape[0])
)  # fmt: skip


def published(grid: list[list[int]]) -> Table:
    rows, columns = [f"r{row}" for row in range(len(grid))], [f"c{column}" for column in range(len(grid[0]))]
    counts = {(row, column): grid[y][x] for y, row in enumerate(rows) for x, column in enumerate(columns)}
    return gate.table(counts, "theme", rows, "workshop", columns)


def solved(table: Table) -> dict[str, int]:
    """What a reader of a table with its totals works out."""
    reader, whole = attacker.Attacker(), "whole"
    reader.sees(whole, table.total)
    for y, row in enumerate(table.rows):
        cells = [reader.sees(f"{row} {column}", table.cells[y][x]) for x, column in enumerate(table.columns)]
        reader.equal(cells, [reader.sees(row, table.row_totals[y])])
    for x, column in enumerate(table.columns):
        reader.equal([f"{row} {column}" for row in table.rows], [reader.sees(column, table.column_totals[x])])
    reader.equal(table.rows, [whole])
    found: dict[str, int] = reader.solved()
    return found


@settings(max_examples=60)
@given(tables)
def test_no_hidden_cell_of_a_table_can_be_worked_out(grid: list[list[int]]) -> None:
    table = published(grid)
    if not table.withheld:
        assert not solved(table)
        assert not any(cell.value in FEW for line in table.cells for cell in line)


def test_the_attacker_finds_what_a_table_without_second_cells_gives_away() -> None:
    reader = attacker.Attacker()
    names = [reader.sees(str(place), gate.count(people)) for place, people in enumerate((12, 3, 9))]
    reader.equal(names, [reader.sees("whole", gate.count(24))])
    assert reader.solved() == {"1": 3}


def test_a_dot_is_five_or_more_so_one_beside_five_is_not_enough() -> None:
    table = published([[1, 5, 20]])
    assert [cell.shown("sl") for cell in table.cells[0]] == ["<5", "·", "·"]


def test_a_nought_is_never_hidden() -> None:
    table = published([[3, 0, 30, 0]])
    assert [cell.shown("sl") for cell in table.cells[0]] == ["<5", "0", "·", "0"]


@pytest.mark.parametrize("mean", [2, 6, 12, 40])
def test_a_table_of_twenty_themes_and_fifty_communities_is_protected(mean: int) -> None:
    rng = Random(mean)
    grid = [[int(rng.expovariate(1 / mean)) for _ in range(50)] for _ in range(20)]
    assert hidden_cells(grid)


@given(st.lists(st.integers(0, 12), min_size=1, max_size=9))
def test_joined_neighbours_are_nobody_or_five_and_more(people: list[int]) -> None:
    places = joined(people)
    assert [place for each in places for place in each] == list(range(len(people)))
    sums = [sum(people[place] for place in each) for each in places]
    assert len(places) == 1 or not any(many in FEW for many in sums)


def test_bonds_narrow_what_a_number_can_be() -> None:
    known = {"a": (1, 4), "b": (1, 4), "core": (8, 8)}
    assert ranges(known, [at_most(["core"], ["a", "b"])])["a"] == (4, 4)
    assert ranges(known | {"core": (7, 7)}, [at_most(["core"], ["a", "b"])])["a"] == (3, 4)


names = [f"n{number}" for number in range(7)]
bonds_of_names = st.lists(
    st.tuples(st.lists(st.sampled_from(names[:-1]), min_size=1, max_size=4, unique=True), st.sampled_from(names)),
    min_size=1, max_size=6,
)  # fmt: skip


@settings(max_examples=100)
@given(st.lists(small_numbers, min_size=7, max_size=7), bonds_of_names)
def test_what_the_program_withholds_a_solver_cannot_work_out(
    values: list[int], drawn: list[tuple[list[str], str]]
) -> None:
    counts = dict(zip(names, values, strict=True))
    bonds: list[Bond] = []
    for parts, whole in drawn:
        inside = [name for name in parts if name != whole]
        together = sum(counts[name] for name in inside)
        if inside and together == counts[whole]:
            bonds += equal(inside, [whole])
        elif inside:
            bonds.append(at_most(inside, [whole]) if together < counts[whole] else at_most([whole], inside))
    hidden = withheld(counts, bonds)
    reader = attacker.Attacker()
    for name, many in counts.items():
        reader.sees(name, gate.count(many, kept=hidden.get(name) == "kept"))
    reader.sums = [(dict(bond.terms), float("-inf"), bond.most) for bond in bonds]
    worked_out = reader.solved() if bonds else {}
    assert not {name: many for name, many in worked_out.items() if counts[name] in FEW}
