"""The picture of one community's readiness: a line with a gap where raters must talk, and its text alternative."""

from datetime import UTC, datetime

from carousel.preparation import Preparation, Rating
from toolkit.compare.readiness import criteria, profile
from toolkit.desk.charts import alt
from toolkit.desk.charts_readiness import profile_line
from toolkit.i18n import translator

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def rated(rater: str, **other: int) -> tuple[Rating, ...]:
    return tuple(Rating(rater=rater, criterion=name, score=other.get(name, 2), evidence="popis") for name in criteria())


def test_the_line_shows_the_lower_score_and_a_gap_where_they_must_talk() -> None:
    found = profile(Preparation(ratings=rated("Ana", ovire=1) + rated("Bor", lastnistvo=0)))
    figure = profile_line(translator("en"), found, ("Ana", "Bor"), "Golnik", NOW)
    line, ana, bor = figure.to_dict()["data"]
    by_name = dict(zip(criteria(), line["x"], strict=True))
    assert (by_name["ovire"], by_name["lastnistvo"]) == (1, None)
    assert line["connectgaps"] is False
    assert (ana["name"], ana["x"][4], bor["name"], bor["x"][3]) == ("Ana", 1, "Bor", 0)


def test_the_picture_says_how_many_rated_when_and_each_score_as_text() -> None:
    found = profile(Preparation(ratings=rated("Ana") + rated("Bor", lastnistvo=0)))
    said = alt(profile_line(translator("en"), found, ("Ana", "Bor"), "Golnik", NOW))
    assert "Golnik, 2 raters, 22/11/2026" in said
    assert "Obstacles 2" in said and "Ownership or lease (municipality) to be talked about" in said
