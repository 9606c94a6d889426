"""The picture of residents by age and gender."""

from toolkit.compare.population import ages
from toolkit.desk.charts import alt
from toolkit.desk.charts_population import residents
from toolkit.i18n import translator
from toolkit.store.programme import Community

GOLNIK = Community(id=1, name="Golnik", demo=False, population=1200, population_source="SURS, 1. 1. 2026")


def test_women_stand_left_men_right_with_their_numbers_total_and_source() -> None:
    figure = residents(translator("en"), {(age, gender): 100 for age in ages() for gender in ("f", "m")}, GOLNIK)
    women, men = figure.to_dict()["data"]
    assert set(women["x"]) == {-100} and set(men["x"]) == {100}
    assert "1,200 residents, source: SURS, 1. 1. 2026" in alt(figure)


def test_an_age_of_which_only_the_whole_is_known_is_not_split() -> None:
    figure = residents(translator("en"), {("u15", "all"): 280, ("a75", "f"): 130, ("a75", "m"): 80}, GOLNIK)
    assert [(bar["name"], list(bar["y"])) for bar in figure.to_dict()["data"]] == [
        ("Women", ["75 or over"]),
        ("Men", ["75 or over"]),
        ("Together", ["under 15"]),
    ]
    assert "total unknown" in alt(figure)
