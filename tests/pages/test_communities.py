"""The page Communities, as mentors and a facilitator see it: rooms, residents, readiness rated by two, the decision."""

from datetime import UTC, datetime
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import House
from tests.staff import by_link, with_account
from toolkit.acts import rating
from toolkit.acts.mentoring import found_community
from toolkit.acts.rating import Score
from toolkit.acts.recording import keep_record
from toolkit.compare.readiness import criteria
from toolkit.settings import HERE
from toolkit.store.preparation import preparation
from toolkit.store.programme import communities

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
ROOM = {"name": "Dvorana", "used_hours": 30, "bookable_hours": 60, "seats": 80, "source": "KS, 2026"}
TWO = dict.fromkeys(criteria(), Score(2, "Popis z dne 1. 9."))


@pytest.fixture
def golnik(house: House) -> int:
    return house.store.write(found_community, "Golnik")


def signed_in(house: House, name: str, role: str = "mentor") -> House:
    """Another member of the staff; without a name one who came by the link."""
    return House(house.store, with_account(house.store, name, role) if name else by_link(house.store, role))


def opened(house: House, part: str, language: str = "en") -> AppTest:
    page = AppTest.from_file(str(HERE / "pages" / "communities.py"), default_timeout=300)
    page.session_state["staff_token"] = house.token
    page.session_state["language"] = language
    page.session_state["part"] = part
    return page.run()


def press(page: AppTest, label: str) -> AppTest:
    page = next(button for button in page.button if button.label == label).click().run()
    assert not page.exception
    return page


def seen(page: AppTest) -> str:
    parts: list[Any] = [*page.markdown, *page.info, *page.warning, *page.caption, *page.subheader, *page.text]
    said = [str(one.value) for one in parts] + [str(one.proto.body) for one in page.get("html")]
    return "\n".join(said).replace("\\", "")


def rate(house: House, community: int, rater: str, given: rating.Scores) -> None:
    house.store.write(rating.keep_ratings, community, rater, given, "sl", NOW)


def score(page: AppTest, community: int, criterion: str, score: int | None, evidence: str, again: str = "") -> None:
    begin = f"readiness {community} {criterion}{again}"
    next(one for one in page.radio if str(one.key).startswith(begin)).set_value(score)
    next(one for one in page.text_area if str(one.key).startswith(begin)).set_value(evidence)


def test_without_a_community_the_page_offers_to_add_one(house: House) -> None:
    page = opened(house, "premises")
    assert "There is no community yet" in page.info[0].value
    page.text_input(key="community name").set_value("Golnik").run()
    page = press(page, "Add")
    assert "Nothing is written down yet" in page.info[0].value


def test_rooms_are_summed_with_what_is_unknown_and_shown_with_their_use(house: House, golnik: int) -> None:
    house.store.write(keep_record, golnik, "premises", ROOM, "sl", NOW)
    house.store.write(keep_record, golnik, "premises", {"name": "Klet <b>", "source": "KS, 2026"}, "sl", NOW)
    page = seen(opened(house, "premises"))
    assert "30 of 60 (50%)" in page and "known for 1 of 2" in page
    assert "30 of 60 hours a week" in page and "Use unknown" in page
    assert "Klet &lt;b&gt;" in page


def test_a_room_is_refused_at_its_fields_and_then_kept(house: House, golnik: int) -> None:
    page = press(opened(house, "premises"), "Add: room")
    mark = f"premises {golnik} 1"
    page.text_input(key=f"{mark} name").set_value("Dvorana")
    page.text_input(key=f"{mark} used_hours").set_value("50")
    page.text_input(key=f"{mark} bookable_hours").set_value("veliko")
    page = press(page, "Keep")
    assert "not a number: veliko" in seen(page) and "Source and date" in seen(page)
    page.text_input(key=f"{mark} bookable_hours").set_value("60")
    page.text_input(key=f"{mark} source").set_value("KS, 2026")
    press(page, "Keep")
    [room] = house.store.read(preparation, golnik).premises
    assert (room.name, room.used_hours, room.bookable_hours) == ("Dvorana", 50, 60)


def test_residents_are_typed_into_the_table_and_add_up(house: House, golnik: int) -> None:
    page = opened(house, "population")
    mark = f"population {golnik}"
    page.text_input(key=f"{mark} u15 f").set_value("60")
    page.text_input(key=f"{mark} u15 m").set_value("50")
    page.text_input(key=f"{mark} u15 all").set_value("100")
    page = press(page, "Keep the numbers")
    assert "Women and men are 110 together" in seen(page) and "Source and date" in seen(page)
    page.text_input(key=f"{mark} u15 all").set_value("")
    page.text_input(key=f"{mark} all all").set_value("1200")
    page.text_input(key=f"{mark} source").set_value("SURS, 1. 1. 2026")
    page = press(page, "Keep the numbers")
    assert "1,200 residents in all" in seen(page)
    assert [one.population for one in house.store.read(communities)] == [1200]
    assert page.text_input(key=f"{mark} u15 all").placeholder == "= 110"


def test_rows_of_a_spreadsheet_fill_the_table(house: House, golnik: int) -> None:
    page = opened(house, "population")
    page.text_area(key=f"population {golnik} paste").set_value("15-29\t140\t150\n30-44\t185\t195")
    page = press(page, "Fill into the table")
    assert page.text_input(key=f"population {golnik} a30_44 m").value == "195"
    page.text_area(key=f"population {golnik} paste").set_value("0–5\t1\t2")
    assert "is not one of the ages" in seen(press(page, "Fill into the table"))


def test_a_total_written_down_elsewhere_stands_in_the_table(house: House) -> None:
    house.store.write(lambda tx: found_community(tx, "Golnik", population=900, source="SURS, 2026"))
    page = opened(house, "population")
    assert [box.value for box in page.text_input if box.value] == ["900", "SURS, 2026"]


def test_who_came_by_the_link_chooses_a_name_before_rating(house: House, golnik: int) -> None:
    page = opened(house, "readiness")
    assert "choose a name" in page.info[0].value
    assert not page.radio


def test_scores_need_evidence_and_are_kept_bit_by_bit(house: House, golnik: int) -> None:
    page = opened(signed_in(house, "Ana"), "readiness")
    assert len(page.radio) == 7
    score(page, golnik, "ovire", 0, "")
    page = press(page, "Keep my scores")
    assert "what this score rests on" in seen(page) and not house.store.read(preparation, golnik).ratings
    score(page, golnik, "ovire", 0, "Spor o lastništvu.")
    page = press(page, "Keep my scores")
    assert "1 of 7 criteria rated" in seen(page)
    [kept] = house.store.read(preparation, golnik).ratings
    assert (kept.rater, kept.score) == ("Ana", 0)


def test_typed_scores_outlive_a_look_at_the_rooms(house: House, golnik: int) -> None:
    page = opened(signed_in(house, "Ana"), "readiness")
    score(page, golnik, "ovire", 1, "Ključi.")
    page.run()
    for part in ("premises", "readiness"):
        page.session_state["part"] = part
        page.run()
    assert page.text_area(key=f"readiness {golnik} ovire evidence").value == "Ključi."
    assert page.radio(key=f"readiness {golnik} ovire score").value == 1


def test_nobody_sees_the_other_s_scores_before_their_own_are_all_given(house: House, golnik: int) -> None:
    rate(house, golnik, "Bor", dict.fromkeys(criteria(), Score(3, "Skrivni dokaz.")))
    ana = signed_in(house, "Ana")
    for given in ({}, {name: TWO[name] for name in criteria()[:6]}):
        if given:
            rate(house, golnik, "Ana", given)
        for part in ("readiness", "decision", "programme"):
            page = opened(ana, part)
            assert "Skrivni dokaz" not in seen(page) and not page.get("plotly_chart")
    rate(house, golnik, "Ana", TWO)
    page = opened(ana, "readiness")
    assert "Skrivni dokaz" in seen(page) and page.get("plotly_chart")


def test_far_apart_the_raters_talk_and_score_again_and_both_first_scores_stay(house: House, golnik: int) -> None:
    rate(house, golnik, "Ana", TWO)
    rate(house, golnik, "Bor", TWO | {"ovire": Score(0, "Spor.")})
    ana, bor = signed_in(house, "Ana"), signed_in(house, "Bor")
    for who in (ana, bor):
        page = opened(who, "readiness")
        assert "You stand two or more apart: **Obstacles**" in seen(page)
        assert len(page.radio) == 1
        score(page, golnik, "ovire", 2, "Spor je rešen.", again=" again")
        page = press(page, "Keep the new scores")
    assert "<b>Ready</b>" in seen(page).replace(' style="font-size:1.3rem"', "")
    assert "<b>0</b>" in seen(page) and "after talking: <b>2</b>" in seen(page)


def test_a_facilitator_reads_and_neither_rates_nor_decides(house: House, golnik: int) -> None:
    facilitator = signed_in(house, "Cene", "facilitator")
    rate(house, golnik, "Ana", TWO)
    assert "Mentors rate" in seen(opened(facilitator, "readiness"))
    assert not opened(facilitator, "readiness").radio
    rate(house, golnik, "Bor", TWO)
    for part in ("readiness", "decision"):
        page = opened(facilitator, part)
        assert page.get("plotly_chart")
        assert not {button.label for button in page.button} & {"Keep", "Keep my scores", "Put the scores away"}


def test_a_selection_against_the_profile_is_warned_of_and_possible(house: House, golnik: int) -> None:
    closed = TWO | {"lastnistvo": Score(1, "Zasebno.")}
    rate(house, golnik, "Ana", closed)
    rate(house, golnik, "Bor", closed)
    page = opened(signed_in(house, "Ana"), "decision")
    assert "says “not yet”" in page.info[0].value
    page.button_group(key=f"decision {golnik} 0 decision").set_value("selected")
    assert "Reasons" in seen(press(page, "Keep"))
    page.text_area(key=f"decision {golnik} 0 reasons").set_value("Lastnik je obljubil pogodbo.")
    page = press(page, "Keep")
    decided = house.store.read(preparation, golnik).decision
    assert decided is not None and decided.decision == "selected" and decided.on is not None
    assert "Lastnik je obljubil" in seen(page)


def test_the_scores_are_put_away_for_a_new_round(house: House, golnik: int) -> None:
    rate(house, golnik, "Ana", TWO)
    rate(house, golnik, "Bor", TWO)
    page = press(opened(signed_in(house, "Ana"), "readiness"), "Put the scores away")
    assert not house.store.read(preparation, golnik).ratings
    assert [one.value for one in page.radio] == [None] * 7 and {one.value for one in page.text_area} == {""}


def test_scores_of_one_s_own_that_a_colleague_puts_away_stand_in_no_field(house: House, golnik: int) -> None:
    page = opened(signed_in(house, "Ana"), "readiness")
    for name in criteria():
        score(page, golnik, name, 2, "Zapisnik.")
    assert [one.value for one in press(page, "Keep my scores").radio] == [2] * 7
    house.store.write(rating.rate_anew, golnik, NOW)
    page.run()
    assert [one.value for one in page.radio] == [None] * 7 and {one.value for one in page.text_area} == {""}


def test_all_communities_stand_by_name_with_what_comes_next(house: House, golnik: int) -> None:
    house.store.write(found_community, "Brezje")
    house.store.write(keep_record, golnik, "premises", ROOM, "sl", NOW)
    page = seen(opened(house, "programme"))
    assert page.index("Brezje") < page.index("Golnik")
    assert "Write down the rooms" in page and "Add the population" in page


@pytest.mark.parametrize("part", ["premises", "population", "readiness", "decision", "programme"])
def test_every_part_speaks_slovenian(house: House, golnik: int, part: str) -> None:
    page = opened(signed_in(house, "Ana"), part, "sl")
    assert not page.exception
    assert page.title[0].value == "Skupnosti"
