"""Who stands where: station(g, r) = (floor(g·S/G) + r) mod S. Everything here is counted from 0."""


def station_at(group: int, round: int, groups: int, stations: int) -> int:
    """Station of a group in a round; `group` is its place within its own carousel."""
    return (group * stations // groups + round) % stations


def group_at(station: int, round: int, groups: int, stations: int) -> int | None:
    """Group at a station in a round; None when the station rests."""
    for group in range(groups):
        if station_at(group, round, groups, stations) == station:
            return group
    return None
