"""The invariants of the rotation, for every number of stations, groups and rounds there can be."""

import pytest

from carousel.rotation import group_at, station_at

SHAPES = [(groups, stations) for stations in range(1, 8) for groups in range(1, stations + 1)]
SHORTENED = [(groups, stations, rounds) for groups, stations in SHAPES for rounds in range(1, stations + 1)]


@pytest.mark.parametrize(("groups", "stations"), SHAPES)
def test_no_station_has_two_groups_in_one_round(groups: int, stations: int) -> None:
    for round in range(stations):
        assert len({station_at(group, round, groups, stations) for group in range(groups)}) == groups


@pytest.mark.parametrize(("groups", "stations"), SHAPES)
def test_every_group_visits_every_station_once(groups: int, stations: int) -> None:
    for group in range(groups):
        visits = [station_at(group, round, groups, stations) for round in range(stations)]
        assert sorted(visits) == list(range(stations))


@pytest.mark.parametrize(("groups", "stations", "rounds"), SHORTENED)
def test_stations_are_visited_almost_equally_often_when_rounds_are_dropped(
    groups: int, stations: int, rounds: int
) -> None:
    visited = [station_at(group, round, groups, stations) for group in range(groups) for round in range(rounds)]
    visits = [visited.count(station) for station in range(stations)]
    assert max(visits) - min(visits) <= 1


@pytest.mark.parametrize(("groups", "stations"), SHAPES)
def test_a_station_knows_the_group_that_stands_there(groups: int, stations: int) -> None:
    for round in range(stations):
        for station in range(stations):
            group = group_at(station, round, groups, stations)
            resting = station not in {station_at(each, round, groups, stations) for each in range(groups)}
            assert resting if group is None else station_at(group, round, groups, stations) == station


def test_one_station_rests_when_there_is_one_more_than_groups() -> None:
    assert [group_at(station, 0, 4, 5) for station in range(5)] == [0, 1, 2, 3, None]
